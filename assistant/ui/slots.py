"""Places for answers that need no stream: so many are written at once, the others wait in the order they came."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from fastapi.concurrency import run_in_threadpool

T = TypeVar("T")


class Slots:
    """`at_once` pieces of work on threads of their own, at most `most` waiting. For one event loop."""

    def __init__(self, at_once: int, most: int):
        self.free, self.most = asyncio.Semaphore(at_once), most
        self.waiting = self.working = 0

    async def run(self, work: Callable[[], T], full: Callable[[], T]) -> T:
        """What `work` returns, or at once what `full` returns when too many wait already."""
        if self.waiting >= self.most:
            return full()
        self.waiting += 1
        try:
            await self.free.acquire()
        finally:
            self.waiting -= 1
        self.working += 1
        try:
            return await run_in_threadpool(work)
        finally:
            self.working -= 1
            self.free.release()
