"""Managers who ask while one of them adds a heavy document: their answers beside it and alone, in one run, and how long the adding takes alone and beside."""

import itertools
import random
import threading
import time
from dataclasses import dataclass, field
from functools import cache

import httpx

from bench import app
from bench.ingest import file_of, page_texts
from bench.load import SEED, questions, told
from bench.manager import Manager
from bench.recorded import tell
from bench.table import percentile

MOST_RATIO = 2.0  # p95 beside the upload against p95 alone
LONGEST = 3600  # seconds that adding the document may take
HEADS = ["", "回答数", "p50 秒", "p95 秒", "最も遅い 秒", "資料の追加 秒", "アプリのCPU 秒"]


@dataclass
class Crowd:
    """What the managers share: when to stop, (moment of asking, seconds) of every whole answer, and what went wrong."""

    url: str
    think: float
    over: threading.Event = field(default_factory=threading.Event)
    answers: list[tuple[float, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def work(self, seed: int) -> None:
        """One manager until it is over: every second question is one of the load measurement, the others search the texts for ever new words."""
        chance, usual = random.Random(seed), questions(seed)
        try:
            with Manager(self.url) as manager:
                for number in itertools.count():
                    if self.over.wait(chance.expovariate(1 / self.think)):
                        return
                    question = next(usual) if number % 2 else searched(chance)
                    begun = time.monotonic()
                    markup = manager.ask(question)
                    if "turn" not in markup or "記録番号" in markup:
                        raise RuntimeError(f"the page holds no answer: {told(markup)}")
                    self.answers.append((begun, time.monotonic() - begun))
        except (httpx.HTTPError, RuntimeError) as error:
            self.errors.append(f"{type(error).__name__}: {error}")

    def between(self, begin: float, end: float) -> list[float]:
        """Seconds of the answers asked for in that time."""
        return [seconds for begun, seconds in self.answers if begin <= begun < end]


def searched(chance: random.Random) -> str:
    """A question for the text search with words that hardly come twice: each needs the embedding model."""
    return f"{'と'.join(chance.sample(terms(), 2))}を扱う論文は?"


@cache
def terms() -> tuple[str, ...]:
    """The glossary's, read once: reading the corpus takes longer than many an answer, on the processors that are measured."""
    from index.corpus import load_corpus

    return tuple(term.term for term in load_corpus().glossary)


def document(pages: int) -> bytes:
    """A Markdown file whose passages are all different: each stands under the heading of its page."""
    return file_of("md", [f"## 第{number}節\n\n{text}" for number, text in enumerate(page_texts(pages), 1)])


def add(url: str, name: str, content: bytes) -> tuple[float, float]:
    """(begin, end) of adding it as a user of its own. Raises RuntimeError when it is not added."""
    with Manager(url) as manager:
        begun = time.monotonic()
        said = manager.upload(name, content, LONGEST)
        if "追加しました" not in said:
            raise RuntimeError(f"the document was not added: {told(said)}")
        return begun, time.monotonic()


def measure(managers: int, think: float, pages: int, seconds: float) -> tuple[list[list[str]], float, list[str]]:
    """(rows under HEADS, p95 beside against alone, what went wrong) of a fresh app. `seconds`: how long they ask alone, before and after the upload."""
    content, rows = document(pages), []
    with app.fresh_home(), app.running() as (process, url, _):
        if app.wait_for_search(url) != "ready":
            raise RuntimeError("text search is not ready")

        def row(label: str, spent: float, answers: list[float], added: float | None = None) -> list[str]:
            times = [f"{percentile(answers, share):.2f}" for share in (0.5, 0.95, 1)] if answers else ["－"] * 3
            return [label, str(len(answers)), *times, "－" if added is None else f"{added:.1f}", f"{app.processor_seconds(process) - spent:.1f}"]

        spent = app.processor_seconds(process)
        begin, end = add(url, "重い資料1.md", content)
        rows.append(row(f"資料{pages}ページだけ", spent, [], end - begin))
        crowd = Crowd(url, think)
        threads = [threading.Thread(target=crowd.work, args=(SEED + at,)) for at in range(managers)]
        for thread in threads:
            thread.start()
        try:
            time.sleep(seconds / 3)  # every kind of question has been asked once
            times = []
            for label in ("前", "", "後"):
                spent, at = app.processor_seconds(process), time.monotonic()
                if label:
                    time.sleep(seconds)
                    begin, end = at, time.monotonic()
                else:
                    begin, end = add(url, "重い資料2.md", content)
                times.append(crowd.between(begin, end))
                rows.append(row(f"{managers}人だけ（{label}）" if label else f"{managers}人と資料{pages}ページ", spent, times[-1], None if label else end - begin))
        finally:
            crowd.over.set()
            for thread in threads:
                thread.join()
    if not all(times):
        raise RuntimeError(f"no answers to compare: {crowd.errors}")
    return rows, percentile(times[1], 0.95) / percentile(times[0] + times[2], 0.95), crowd.errors


def run(managers: int, think: float, pages: int, seconds: float, keep: bool = False) -> int:
    """Print the table, and keep it with `keep`; 1 when anything went wrong or the upload slows the answers more than MOST_RATIO."""
    rows, ratio, errors = measure(managers, think, pages, seconds)
    about = f"p95は資料を加える間に{ratio:.1f}倍、誤り {len(errors)}件、負荷をかける側も同じコア"
    tell("fairness", f"python -m bench fairness --managers {managers} --think {think:g} --pages {pages} --seconds {seconds:g}", HEADS, rows, keep, about)
    for error in sorted(set(errors))[:5]:
        print(error)
    return int(bool(errors) or ratio > MOST_RATIO)
