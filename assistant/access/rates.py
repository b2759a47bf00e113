"""How often one person may ask: a moving window for each kind of request, in the memory of this process. The wall clock plays no part."""

import os
import threading
import time
from collections.abc import Callable, Mapping

from limits import RateLimitItem, parse
from limits.storage import MovingWindowSupport, Storage
from limits.strategies import MovingWindowRateLimiter

from assistant.access.messages import wrong

# Far above what a person does, also with several windows open; there for programs that have lost their way.
DEFAULTS = {"QUESTIONS": "60/minute", "UPLOADS": "300/hour", "CALLS": "600/minute", "LOGINS": "120/minute"}
QUESTIONS, UPLOADS, CALLS, LOGINS = DEFAULTS
OFF = "off"
MOST_PEOPLE = 10_000  # whose requests are remembered at once
Environment = Mapping[str, str]


class Memory(Storage, MovingWindowSupport):
    """Times of requests by key, on a clock that never jumps; the library's own memory goes by the wall clock.

    Only what a moving window needs is there: the counters of the other strategies raise NotImplementedError.
    """

    STORAGE_SCHEME = None

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        super().__init__()
        self.clock, self.lock = clock, threading.Lock()
        self.times: dict[str, tuple[int, list[float]]] = {}

    def recent(self, key: str, expiry: int) -> list[float]:
        start = self.clock() - expiry
        return [one for one in self.times.get(key, (0, []))[1] if one > start]

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        with self.lock:
            recent = self.recent(key, expiry)
            if len(recent) + amount > limit:
                return False
            self.times[key] = (expiry, [*recent, *[self.clock()] * amount])
            if len(self.times) > MOST_PEOPLE:
                self.times = {one: kept for one, kept in self.times.items() if kept[1][-1] > self.clock() - kept[0]}
            return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        with self.lock:
            recent = self.recent(key, expiry)
        return (recent[0] if recent else self.clock()), len(recent)

    def clear(self, key: str) -> None:
        with self.lock:
            self.times.pop(key, None)

    def reset(self) -> int:
        with self.lock:
            count, self.times = len(self.times), {}
        return count

    def check(self) -> bool:
        return True

    @property
    def base_exceptions(self) -> type[Exception]:
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        raise NotImplementedError

    def get(self, key: str) -> int:
        raise NotImplementedError

    def get_expiry(self, key: str) -> float:
        raise NotImplementedError


class Rates:
    """`limits`: kind → how many in what time; a kind that is missing has none."""

    def __init__(self, limits: Mapping[str, RateLimitItem] | None = None, clock: Callable[[], float] = time.monotonic):
        self.limits, self.clock = dict(limits or {}), clock
        self.windows = MovingWindowRateLimiter(Memory(clock))

    @classmethod
    def from_environment(cls, users: bool, environment: Environment = os.environ) -> "Rates":
        """The defaults hold where there are users: one person on one machine has none, unless it is set. Raises InputError."""
        limits = {}
        for kind, usual in DEFAULTS.items():
            text = environment.get(f"RASHINBAN_RATE_{kind}", "").strip() or (usual if users else OFF)
            if text != OFF:
                limits[kind] = limit(f"RASHINBAN_RATE_{kind}", text)
        return cls(limits)

    def wait(self, kind: str, who: str) -> int:
        """Count one request of `who`; 0 when it may go on, else the whole seconds until the next one may."""
        item = self.limits.get(kind)
        if item is None or self.windows.hit(item, kind, who):
            return 0
        return max(1, -int(-(self.windows.get_window_stats(item, kind, who).reset_time - self.clock()) // 1))


def limit(name: str, text: str) -> RateLimitItem:
    """「60/minute」. Raises InputError for anything else, none at all included: `off` says that."""
    try:
        item = parse(text)
    except ValueError as error:
        raise wrong(name, text, "rate_bad") from error
    if item.amount < 1 or item.get_expiry() > 86_400:
        raise wrong(name, text, "rate_bad")
    return item
