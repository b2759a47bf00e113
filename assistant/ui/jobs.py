"""Work that takes a while, beside the page: it is started, asked how far it is, and gives its result as HTML.

A job's HTML carries `data-job` while it runs; the page's script asks again until the HTML carries none.
"""

import itertools
import logging
import threading
import uuid
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from assistant.ui.wording import word

AT_ONCE = 4  # users; what is heavy in a job takes turns (index.pace)
KEPT = 200
Progress = Callable[[int, int], None]
log = logging.getLogger("rashinban.ui")


@dataclass
class Job:
    """`done` of `total` steps, 0 of 0 before the first; `result` is the HTML at the end."""

    owner: str
    title: str
    done: int = 0
    total: int = 0
    result: str | None = None


class Jobs:
    """Jobs by id. Only who started one can ask for it. Many files of one user hold up nobody: one of each user's jobs runs at a time, and of those who
    wait the one comes first whose last turn was longest ago."""

    def __init__(self):
        self.jobs: OrderedDict[str, Job] = OrderedDict()
        self.lock, self.waiting, self.running = threading.Lock(), [], set()
        self.turns, self.served = itertools.count(1), OrderedDict()

    def start(self, owner: str, title: str, work: Callable[[Progress], str]) -> str:
        """Run `work(progress)` in a thread when it is its turn; HTML that says it is running. `title`: what is being done, for the reader."""
        key, job = uuid.uuid4().hex, Job(owner, title)
        with self.lock:
            self.jobs[key] = job
            while len(self.jobs) > KEPT:
                self.jobs.popitem(last=False)
            self.waiting.append((job, work))
            self.begin()
        return running(key, job)

    def begin(self) -> None:
        """Start what there is room for. Only for the holder of the lock."""
        while len(self.running) < AT_ONCE:
            free = [pair for pair in self.waiting if pair[0].owner not in self.running]
            if not free:
                return
            job, work = chosen = min(free, key=lambda pair: self.served.get(pair[0].owner, 0))
            self.waiting.remove(chosen)
            self.running.add(job.owner)
            self.served[job.owner] = next(self.turns)
            self.served.move_to_end(job.owner)
            while len(self.served) > KEPT:
                self.served.popitem(last=False)
            threading.Thread(target=self.run, args=(job, work), name="job", daemon=True).start()

    def run(self, job: Job, work: Callable[[Progress], str]) -> None:
        def progress(done: int, total: int) -> None:
            job.done, job.total = done, total

        try:
            job.result = work(progress)
        except Exception:  # a thread has no caller: the reader gets the sentence, the log the rest
            error_id = uuid.uuid4().hex[:8]
            log.exception("a job failed (%s)", error_id)
            job.result = f'<p class="problem" role="alert">{escape(word("unexpected", error_id=error_id))}</p>'
        finally:
            with self.lock:
                self.running.discard(job.owner)
                self.begin()

    def html(self, key: str, owner: str) -> str:
        """How far a job is, or its result; a sentence for one that is not known (any more)."""
        with self.lock:
            job = self.jobs.get(key)
        if job is None or job.owner != owner:
            return f'<p class="problem" role="alert">{escape(word("job_unknown"))}</p>'
        return running(key, job) if job.result is None else job.result


def running(key: str, job: Job) -> str:
    """Title and bar; a bar without value until the first step is known."""
    value = f' value="{job.done}" max="{job.total}"' if job.total else ""
    count = escape(word("job_count", done=job.done, total=job.total)) if job.total else ""
    return f'<p class="job" data-job="{key}" role="status">{escape(job.title)} <progress{value} aria-label="{escape(job.title)}"></progress> {count}</p>'
