"""Logins elsewhere that have begun, in the database, so that any replica can finish them; each can be finished once."""

import secrets
import time
from collections.abc import Callable

from sqlalchemy import delete, func, select

from assistant.access.oidc import Secrets
from assistant.access.sessions import digest
from assistant.access.users import Users
from assistant.store.tables import attempts

SECONDS, MOST = 600, 1000  # anybody can begin; the oldest are forgotten first


class Attempts:
    """Every call raises UsersUnavailable."""

    def __init__(self, users: Users, clock: Callable[[], float] = time.time):
        self.users, self.clock = users, clock

    def keep(self, kept: Secrets, on: str) -> str:
        """What the browser must show later; `on` is where it goes then."""
        shown, now = secrets.token_urlsafe(32), self.clock()
        with self.users.connection(writing=True) as connection:
            connection.execute(delete(attempts).where((attempts.c.ends <= now) | (attempts.c.ends > now + SECONDS)))
            if connection.execute(select(func.count()).select_from(attempts)).scalar_one() >= MOST:
                oldest = select(attempts.c.digest).order_by(attempts.c.ends).limit(1)
                connection.execute(delete(attempts).where(attempts.c.digest.in_(oldest)))
            connection.execute(attempts.insert().values(digest=digest(shown), state=kept.state, nonce=kept.nonce, verifier=kept.verifier, next=on, ends=now + SECONDS))
        return shown

    def take(self, shown: str) -> tuple[Secrets, str] | None:
        """(what was kept, where to go), once; None for what was never begun, is finished or too old."""
        with self.users.connection(writing=True) as connection:
            query = delete(attempts).where(attempts.c.digest == digest(shown), attempts.c.ends > self.clock())
            row = connection.execute(query.returning(attempts.c.state, attempts.c.nonce, attempts.c.verifier, attempts.c.next)).first()
        return (Secrets(*row[:3]), row[3]) if row else None
