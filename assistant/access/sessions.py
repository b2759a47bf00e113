"""Who is logged in, and who has failed too often. Both in memory: a restart logs everybody out and forgets the failures."""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable

SESSION_SECONDS = 12 * 3600
LOCK_SECONDS = 15 * 60
MOST_OF_NAME, MOST_OF_ADDRESS = 5, 20  # failures within LOCK_SECONDS; many people may share the address of a company's proxy
MOST_KEPT = 10_000


class Sessions:
    """Random tokens, kept as hashes, each for one user's id."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self.clock, self.lock = clock, threading.Lock()
        self.known: dict[str, tuple[str, float]] = {}

    def open(self, user_id: str) -> str:
        token, now = secrets.token_urlsafe(32), self.clock()
        with self.lock:
            self.known = {key: entry for key, entry in self.known.items() if entry[1] > now}
            while len(self.known) >= MOST_KEPT:
                self.known.pop(next(iter(self.known)))
            self.known[digest(token)] = (user_id, now + SESSION_SECONDS)
        return token

    def user_id(self, token: str) -> str | None:
        user_id, end = self.known.get(digest(token), (None, 0.0))
        return user_id if end > self.clock() else None

    def close(self, token: str) -> None:
        with self.lock:
            self.known.pop(digest(token), None)


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
