"""Users of an installation, in SQLite under its home: a random id, the name, and the argon2id hash of the password."""

import secrets
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, select, update

from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.roles import ROLES, VIEWER
from assistant.store import StoreUnavailable, audit, database
from assistant.store.deletion import gone_mark, keep_out
from assistant.store.tables import identities, insert, logins, users

USER = "user-"  # every user's id begins so; a browser's own id is hexadecimal
LEAST_PASSWORD, MOST_PASSWORD, MOST_NAME = 12, 256, 64  # characters


@dataclass(frozen=True)
class User:
    """`id` owns the user's conversations and documents; `added` is seconds since 1970; `role` as in `assistant.access.roles`."""

    id: str
    name: str
    added: float
    role: str = VIEWER


def name_key(name: str) -> str:
    """Names that look alike in width or case are one name."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


class Users:
    """The users in the database of `home`; `user add` and a running app share it."""

    def __init__(self, home: Path, hasher: PasswordHasher | None = None, clock: Callable[[], float] = time.time):
        """Raises UsersUnavailable for a `DATABASE_URL` that names no server."""
        try:
            self.database = database(home)
        except StoreUnavailable as error:
            raise UsersUnavailable("users_unavailable", str(error), told=error.message_ja) from error
        self.hasher, self.clock = hasher or PasswordHasher(), clock

    @contextmanager
    def connection(self, writing: bool = False) -> Iterator[Connection]:
        """A connection in a transaction. Raises UsersUnavailable."""
        try:
            with self.database.write() if writing else self.database.read() as connection:
                yield connection
        except StoreUnavailable as error:
            raise UsersUnavailable("users_unavailable", str(error), told=error.message_ja) from error

    def note(self, actor: str, action: str, subject: str) -> None:
        """One entry of the audit. Raises UsersUnavailable."""
        with self.connection(writing=True) as connection:
            head = audit.append(connection, actor, action, subject)
        audit.anchor(self.database.home, head)

    def rows(self, *where) -> list[tuple]:
        """Nothing is made by looking."""
        if not self.database.exists():
            return []
        with self.connection() as connection:
            return connection.execute(select(users.c.id, users.c.name, users.c.added, users.c.role, users.c.hash).where(*where).order_by(users.c.key)).all()

    def list(self) -> tuple[User, ...]:
        return tuple(User(*row[:4]) for row in self.rows())

    def find(self, user_id: str) -> User | None:
        return next((User(*row[:4]) for row in self.rows(users.c.id == user_id)), None)

    def named(self, name: str) -> User | None:
        return next((User(*row[:4]) for row in self.rows(users.c.key == name_key(name))), None)

    def add(self, name: str, password: str, role: str = VIEWER) -> User:
        """Raises AccessError for a name, password or role that cannot be used."""
        if not LEAST_PASSWORD <= len(password) <= MOST_PASSWORD or name_key(password) == name_key(name):
            raise AccessError("bad_password", f"{len(password)} characters", least=LEAST_PASSWORD, most=MOST_PASSWORD)
        shown, key = self.shown(name)
        hashed = self.hasher.hash(password)
        with self.connection(writing=True) as connection:
            user, head = self.put(connection, shown, key, hashed, role, "command")
        audit.anchor(self.database.home, head)
        return user

    @staticmethod
    def shown(name: str) -> tuple[str, str]:
        """(the name as it is shown, the key that looks alike names share). Raises AccessError for a name that cannot be used."""
        shown, key = unicodedata.normalize("NFKC", name).strip(), name_key(name)
        if not key or len(shown) > MOST_NAME or not shown.isprintable():
            raise AccessError("bad_name", repr(name), most=MOST_NAME)
        return shown, key

    def put(self, connection: Connection, shown: str, key: str, hashed: str, role: str, actor: str) -> tuple[User, audit.Head]:
        """A new user in this transaction; `hashed` is "" for one whom no password opens. Raises AccessError for a taken name."""
        user = User(f"{USER}{secrets.token_hex(8)}", shown, self.clock(), known_role(role))
        row = {"id": user.id, "key": key, "name": shown, "hash": hashed, "role": user.role, "added": user.added}
        if not connection.execute(insert(connection, users).values(row).on_conflict_do_nothing().returning(users.c.id)).first():
            raise AccessError("name_taken", repr(shown), name=shown)
        connection.execute(delete(identities).where(identities.c.digest == gone_mark(key)))
        return user, audit.append(connection, actor, "user_added", user.id, role)

    def open_outside(self, name: str, role: str = VIEWER) -> User:
        """Somebody who comes in by a proxy or OIDC only: a new user, or a known one whose password opens nothing any more.

        Raises AccessError for a name that cannot be used.
        """
        shown, key = self.shown(name)
        with self.connection(writing=True) as connection:
            row = connection.execute(select(users.c.id, users.c.name, users.c.added, users.c.role).where(users.c.key == key)).first()
            if row is None:
                user, head = self.put(connection, shown, key, "", role, "command")
            else:
                user = User(*row)
                connection.execute(update(users).where(users.c.id == user.id).values(hash=""))
                connection.execute(delete(logins).where(logins.c.user_id == user.id))
                head = audit.append(connection, "command", "password_removed", user.id)
        audit.anchor(self.database.home, head)
        return user

    def set_role(self, name: str, role: str, actor: str = "command") -> User:
        """The user with the new role, from the next request on; `actor` is told to the audit. Raises AccessError for an unknown name or role."""
        user = self.named(name)
        if user is None:
            raise AccessError("name_unknown", repr(name), name=name)
        with self.connection(writing=True) as connection:
            connection.execute(update(users).where(users.c.id == user.id).values(role=known_role(role)))
            head = audit.append(connection, actor, f"user_made_{role}", user.id)
        audit.anchor(self.database.home, head)
        return replace(user, role=role)

    def remove(self, name: str) -> None:
        """Sessions of a removed user end at the next request. Raises AccessError for an unknown name."""
        known = self.rows(users.c.key == name_key(name))
        if not known:
            raise AccessError("name_unknown", repr(name), name=name)
        with self.connection(writing=True) as connection:
            connection.execute(delete(users).where(users.c.key == name_key(name)))
            keep_out(connection, known[0].id, name_key(name))
            head = audit.append(connection, "command", "user_removed", known[0].id)
        audit.anchor(self.database.home, head)

    @cached_property
    def nobody(self) -> str:
        """A hash that no password opens, so that an unknown name takes as long as a known one."""
        return self.hasher.hash(secrets.token_hex(32))

    def check(self, name: str, password: str) -> User | None:
        """The user when the password is right."""
        row = next(iter(self.rows(users.c.key == name_key(name))), None)
        try:
            self.hasher.verify((row and row[4]) or self.nobody, password[: MOST_PASSWORD + 1])
        except (VerificationError, InvalidHashError):
            return None
        return User(*row[:4]) if row else None


def known_role(role: str) -> str:
    """Raises AccessError for what is no role."""
    if role not in ROLES:
        raise AccessError("bad_role", repr(role), roles="・".join(ROLES))
    return role
