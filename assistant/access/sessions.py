"""Who is logged in, in the database, and who has failed too often, in memory: a restart forgets the failures only."""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, delete, select

from assistant.access.errors import UsersUnavailable
from assistant.store import Database, StoreUnavailable, audit
from assistant.store.tables import logins

SESSION_SECONDS = 12 * 3600
SLACK_SECONDS = 3600  # replicas' clocks differ, and clocks are corrected
LOCK_SECONDS = 15 * 60
MOST_OF_NAME, MOST_OF_ADDRESS = 5, 20  # failures within LOCK_SECONDS; many people may share the address of a company's proxy
MOST_KEPT = 10_000


class Sessions:
    """Random tokens, kept as hashes, each for one user's id. They outlive a restart and end with their user."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time):
        self.database, self.clock = database, clock

    @contextmanager
    def use(self) -> Iterator[Connection]:
        """A connection in a transaction that writes. Raises UsersUnavailable."""
        try:
            with self.database.write() as connection:
                yield connection
        except StoreUnavailable as error:
            raise UsersUnavailable("users_unavailable", str(error), told=error.message_ja) from error

    def open(self, user_id: str) -> str:
        token, now = secrets.token_urlsafe(32), self.clock()
        with self.use() as connection:
            connection.execute(delete(logins).where(logins.c.ends <= now))
            connection.execute(logins.insert().values(digest=digest(token), user_id=user_id, ends=now + SESSION_SECONDS))
            head = audit.append(connection, user_id, "login", user_id)
        audit.anchor(self.database.home, head)
        return token

    def user_id(self, token: str) -> str | None:
        """Raises UsersUnavailable."""
        if not token:
            return None
        now = self.clock()
        try:
            with self.database.read() as connection:
                # An end further away than a new login's means that the clock was set back: no login lives longer for it.
                valid = (logins.c.ends > now) & (logins.c.ends <= now + SESSION_SECONDS + SLACK_SECONDS)
                return connection.execute(select(logins.c.user_id).where(logins.c.digest == digest(token), valid)).scalar()
        except StoreUnavailable as error:
            raise UsersUnavailable("users_unavailable", str(error), told=error.message_ja) from error

    def close(self, token: str) -> None:
        if not token:
            return
        with self.use() as connection:
            user_id = connection.execute(delete(logins).where(logins.c.digest == digest(token)).returning(logins.c.user_id)).scalar()
            head = audit.append(connection, user_id, "logout", user_id) if user_id else None
        if head:
            audit.anchor(self.database.home, head)


class Failures:
    """Failed attempts by name and by address. A lock ends when enough of the failures are older than LOCK_SECONDS."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self.clock, self.lock = clock, threading.Lock()
        self.times: dict[tuple[str, str], list[float]] = {}

    def begin(self, name: str, address: str) -> bool:
        """Count an attempt before its password is checked, as attempts may run side by side. False when locked: do not check it."""
        keys, now = ((("name", name), MOST_OF_NAME), (("address", address), MOST_OF_ADDRESS)), self.clock()
        with self.lock:
            recent = {key: [one for one in self.times.get(key, ()) if one > now - LOCK_SECONDS] for key, _ in keys}
            if any(len(recent[key]) >= most for key, most in keys):
                return False
            for key, times in recent.items():
                self.times[key] = [*times, now]
            if len(self.times) > MOST_KEPT:
                self.times = {key: times for key, times in self.times.items() if times[-1] > now - LOCK_SECONDS}
        return True

    def locked(self, name: str, address: str) -> bool:
        """Whether the next attempt would not be looked at."""
        start = self.clock() - LOCK_SECONDS
        with self.lock:
            return any(sum(one > start for one in self.times.get(key, ())) >= most for key, most in ((("name", name), MOST_OF_NAME), (("address", address), MOST_OF_ADDRESS)))

    def succeeded(self, name: str, address: str) -> None:
        """The right password clears the name; of the address it takes back this one attempt."""
        with self.lock:
            self.times.pop(("name", name), None)
            if times := self.times.get(("address", address)):
                times.pop()
                if not times:
                    del self.times["address", address]


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
