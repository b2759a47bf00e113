"""Tokens by which a user's own programs come in (API, MCP): shown once, kept as hashes, ended one by one or with their user."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.sessions import digest
from assistant.store import Database, StoreUnavailable, audit
from assistant.store.tables import tokens

PREFIX = "rashinban_"  # so that a token in a file or a log is recognised


@dataclass(frozen=True)
class Token:
    """`id` names it without giving it away; `made` is seconds since 1970."""

    id: str
    user_id: str
    made: float


class Tokens:
    """Random tokens of 256 bits: a fast hash is enough, as nobody can try them all. Every call raises UsersUnavailable."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time):
        self.database, self.clock = database, clock

    @contextmanager
    def use(self, writing: bool = False) -> Iterator[Connection]:
        try:
            with self.database.write() if writing else self.database.read() as connection:
                yield connection
        except StoreUnavailable as error:
            raise UsersUnavailable("users_unavailable", str(error), told=error.message_ja) from error

    def make(self, user_id: str) -> tuple[str, str]:
        """(id, the token itself, which nobody can read again)."""
        made, token = Token(secrets.token_hex(4), user_id, self.clock()), PREFIX + secrets.token_urlsafe(32)
        with self.use(writing=True) as connection:
            connection.execute(tokens.insert().values(id=made.id, digest=digest(token), user_id=user_id, made=made.made))
            head = audit.append(connection, "command", "token_made", user_id, made.id)
        audit.anchor(self.database.home, head)
        return made.id, token

    def user_id(self, token: str) -> str | None:
        """Whose token it is; None for one that was never made or has ended."""
        if not token.startswith(PREFIX):
            return None
        with self.use() as connection:
            return connection.execute(select(tokens.c.user_id).where(tokens.c.digest == digest(token))).scalar()

    def list(self, user_id: str) -> tuple[Token, ...]:
        query = select(tokens.c.id, tokens.c.user_id, tokens.c.made).where(tokens.c.user_id == user_id).order_by(tokens.c.made, tokens.c.id)
        with self.use() as connection:
            return tuple(Token(*row) for row in connection.execute(query))

    def end(self, token_id: str) -> None:
        """Raises AccessError for an unknown id."""
        with self.use(writing=True) as connection:
            owner = connection.execute(delete(tokens).where(tokens.c.id == token_id).returning(tokens.c.user_id)).scalar()
            if owner is None:
                raise AccessError("token_unknown", repr(token_id), id=token_id)
            head = audit.append(connection, "command", "token_ended", owner, token_id)
        audit.anchor(self.database.home, head)
