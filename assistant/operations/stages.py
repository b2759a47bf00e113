"""How long each step of an answer takes, without the time of the steps inside it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class Clock:
    """`milliseconds` by step; `inner` is, for each step that is open, the time of the steps inside it. One thread's own."""

    def __init__(self):
        self.milliseconds: dict[str, float] = {}
        self.inner: list[float] = []
        self.thread = threading.get_ident()


clocks: ContextVar[Clock | None] = ContextVar("clocks", default=None)


@contextmanager
def measured() -> Iterator[dict[str, float]]:
    """Milliseconds by step of everything inside the block; filled when the block ends."""
    clock = Clock()
    token = clocks.set(clock)
    try:
        yield clock.milliseconds
    finally:
        clocks.reset(token)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """One step, as a block or as a decorator. Outside `measured`, and in a thread that only inherited it, nothing is measured."""
    clock = clocks.get()
    if clock is None or clock.thread != threading.get_ident():
        yield
        return
    begun = time.perf_counter()
    clock.inner.append(0.0)
    try:
        yield
    finally:
        took = 1000 * (time.perf_counter() - begun)
        clock.milliseconds[name] = clock.milliseconds.get(name, 0.0) + took - clock.inner.pop()
        if clock.inner:
            clock.inner[-1] += took
