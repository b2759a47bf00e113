"""Many conversations one after another through HTTP on one app: does it keep memory, threads, files or sessions that it no longer needs?"""

import itertools
import os
import re
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bench import app
from bench.load import SEED, questions, told
from bench.manager import Manager
from bench.recorded import tell

MANAGERS, PER_CONVERSATION = 4, 3
LOOKS = 60  # about as many in a whole run
FILLED = 550  # conversations after which the slope is taken: 500 sessions and the files and answers of 500 turns are kept, and fill first
MOST_SLOPE = 5.0  # MB per 1,000 questions
MORE_THREADS, MORE_FILES = 8, 8  # above the first look after the warm-up: pools grow to their bound as they are needed
HEADS = ["質問", "分", "メモリ MB", "スレッド", "開いたファイル", "開いた画面", "データベース MB"]
PAGES = re.compile(r"^rashinban_open_pages (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Look:
    """The app at one moment: resident MB, threads, open files, connected pages, MB of the database."""

    asked: int
    minutes: float
    memory: float
    threads: int
    files: int
    pages: int
    database: float

    def row(self) -> list[str]:
        return [f"{self.asked:,}", f"{self.minutes:.1f}", f"{self.memory:.0f}", str(self.threads), str(self.files), str(self.pages), f"{self.database:.1f}"]


@dataclass
class Soak:
    """What the managers share: the next conversation, the questions answered, what went wrong."""

    url: str
    conversations: int
    end: float
    next: itertools.count = field(default_factory=itertools.count)
    lock: threading.Lock = field(default_factory=threading.Lock)
    asked: int = 0
    errors: list[str] = field(default_factory=list)

    def work(self) -> None:
        """One manager after another, each a new browser with a conversation of its own, until all are done or the time is over."""
        while (number := next(self.next)) < self.conversations and time.monotonic() < self.end:
            try:
                with Manager(self.url) as manager:
                    for question in itertools.islice(questions(SEED + number), PER_CONVERSATION):
                        markup = manager.ask(question)
                        if "turn" not in markup or "記録番号" in markup:
                            raise RuntimeError(f"the page holds no answer: {told(markup)}")
                        with self.lock:
                            self.asked += 1
            except (httpx.HTTPError, RuntimeError) as error:
                self.errors.append(f"{type(error).__name__}: {error}")


def look(process, url: str, home: Path, asked: int, begun: float) -> Look:
    """The app as /proc, its own counters and its folder show it."""
    here = Path(f"/proc/{process.pid}")
    pages = float(PAGES.search(app.get(f"{url}/metrics")[1].decode())[1])
    size = sum(path.stat().st_size for path in home.glob("rashinban.sqlite3*")) / 1e6
    return Look(asked, (time.monotonic() - begun) / 60, app.resident_megabytes(process), len(os.listdir(here / "task")), len(os.listdir(here / "fd")), int(pages), size)


def slope(looks: list[Look]) -> float:
    """MB per 1,000 questions by least squares."""
    x = [one.asked / 1000 for one in looks]
    y = [one.memory for one in looks]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle) * (b - height) for a, b in zip(x, y, strict=True)) / sum((a - middle) ** 2 for a in x)


def settled(looks: list[Look]) -> list[Look]:
    """The looks after what is kept on purpose is full. Raises ValueError for a run that ends before."""
    after = [one for one in looks if one.asked >= FILLED * PER_CONVERSATION]
    if len(after) < 3:
        raise ValueError(f"{looks[-1].asked} questions are too few: the slope begins at {FILLED * PER_CONVERSATION}")
    return after


def leaks(looks: list[Look]) -> list[str]:
    """What the last looks hold more than they should; [] for nothing."""
    after = settled(looks)
    found = [f"memory grows by {grown:.1f} MB per 1,000 questions"] if (grown := slope(after)) >= MOST_SLOPE else []
    for name, most in (("threads", MORE_THREADS), ("files", MORE_FILES)):
        if getattr(after[-1], name) > getattr(after[0], name) + most:
            found.append(f"{name}: {getattr(after[0], name)} → {getattr(after[-1], name)}")
    return found + ([f"{looks[-1].pages} pages are still connected"] if looks[-1].pages else [])


def measure(conversations: int, minutes: float) -> tuple[list[Look], list[str]]:
    """(looks, what went wrong) of a fresh app."""
    with app.fresh_home() as home:
        with app.running() as (process, url, _):
            if app.wait_for_search(url) != "ready":
                raise RuntimeError("text search is not ready")
            begun = time.monotonic()
            soak, looks = Soak(url, conversations, begun + 60 * minutes), []
            threads = [threading.Thread(target=soak.work) for _ in range(MANAGERS)]
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads):
                if not looks or soak.asked >= looks[-1].asked + PER_CONVERSATION * conversations / LOOKS:
                    looks.append(look(process, url, home, soak.asked, begun))
                time.sleep(0.2)
            time.sleep(5)  # what ends with a page has ended then
            return [*looks, look(process, url, home, soak.asked, begun)], soak.errors


def run(conversations: int, minutes: float, keep: bool = False) -> int:
    """Print the looks and the slope; 1 when something was kept that should have gone, or an answer went wrong."""
    looks, errors = measure(conversations, minutes)
    shown = looks[:: max(1, len(looks) // 12)]
    after = slope(settled(looks))
    about = f"{MANAGERS}人が相談を次々に{looks[-1].asked // PER_CONVERSATION:,}件（各{PER_CONVERSATION}問）、誤り {len(errors)}件、{FILLED}件の後の増え方は質問1,000件あたり {after:+.1f} MB"
    tell("soak", f"python -m bench soak --conversations {conversations} --minutes {minutes:g}", HEADS, [one.row() for one in [*shown, looks[-1]]], keep, about)
    found = [*leaks(looks), *sorted(set(errors))[:5]]
    for one in found:
        print(one)
    return int(bool(found))
