"""Simulated managers at once, over HTTP: time of an answer, errors, memory. The generator runs on the same processors as the app."""

import itertools
import random
import re
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

from bench import app, replicas
from bench.manager import Manager
from bench.recorded import tell
from bench.table import percentile

SEED = 20251125
YEARS, VENUES = range(2009, 2022), ("AI会議", "ICML", "CVPR", "ACL", "KDD")
SHAPES = ("{year}年の{venue}の企業参加率は?", "{venue}の企業参加率の推移は?", "{year}年の{venue}の産学共著率は?", "計算資源の格差を扱う論文は?", "{year}年の株価は?")
HEADS = ["", "回答数", "回答/秒", "p50 秒", "p95 秒", "誤り", "メモリ MB", "アプリのCPU 秒"]


@dataclass
class Tally:
    """Seconds of every whole answer, and what went wrong by its kind."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def questions(seed: int):
    """An endless, repeatable row of questions; every manager has an own one."""
    chance = random.Random(seed)
    while True:
        yield chance.choice(SHAPES).format(year=chance.choice(YEARS), venue=chance.choice(VENUES))


def told(markup: str) -> str:
    """The words of a page, to see what it says instead of an answer."""
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())[:200]


def work(url: str, seed: int, think: float, end: float, tally: Tally) -> None:
    """One manager until `end` (monotonic seconds): ask, read for about `think` seconds, ask again. A started answer is waited for.

    Who reads comes at a moment of their own: nobody's day begins with everybody's.
    """
    chance = random.Random(seed)
    time.sleep(chance.uniform(0, think))
    try:
        with Manager(url) as manager:
            for question in itertools.takewhile(lambda _: time.monotonic() < end, questions(seed)):
                begun = time.perf_counter()
                markup = manager.ask(question)
                if "turn" not in markup or "記録番号" in markup:
                    raise RuntimeError(f"the page holds no answer: {told(markup)}")
                tally.seconds.append(time.perf_counter() - begun)
                time.sleep(min(chance.expovariate(1 / think), max(0.0, end - time.monotonic())) if think else 0)
    except (httpx.HTTPError, RuntimeError) as error:
        tally.errors.append(f"{type(error).__name__}: {error}")


def measure(managers: int, seconds: float, think: float) -> tuple[list[str], list[str]]:
    """(row of the table, what went wrong) of a fresh app with an empty conversation store."""
    with app.fresh_home():
        with app.running() as (process, url, _):
            if app.wait_for_search(url) != "ready":
                raise RuntimeError("text search is not ready")
            tally, took, spent = crowd([process], url, managers, seconds, think)
            return row(f"{managers}人・考える時間 {think:g}秒", tally, took, app.resident_megabytes(process), spent), tally.errors


def crowd(processes: list[subprocess.Popen], url: str, managers: int, seconds: float, think: float) -> tuple[Tally, float, float]:
    """All managers at `url` at once: what they met, how long it took, and the processor seconds of `processes` meanwhile."""
    tally, begun, spent = Tally(), time.monotonic(), sum(map(app.processor_seconds, processes))
    threads = [threading.Thread(target=work, args=(url, SEED + at, think, begun + seconds, tally)) for at in range(managers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally, time.monotonic() - begun, sum(map(app.processor_seconds, processes)) - spent


def measure_replicas(count: int, managers: int, seconds: float, think: float) -> tuple[list[str], list[str]]:
    """The same of `count` app processes on shared servers behind nginx. Memory and processor time are those of the apps together."""
    with replicas.running(count) as running:
        tally, took, spent = crowd(running.processes, running.url, managers, seconds, think)
        memory = sum(map(app.resident_megabytes, running.processes))
    return row(f"複製{count}・{managers}人・考える時間 {think:g}秒", tally, took, memory, spent), tally.errors


def row(label: str, tally: Tally, took: float, memory: float, spent: float) -> list[str]:
    """A row under HEADS."""
    times = [f"{percentile(tally.seconds, share):.2f}" for share in (0.5, 0.95)] if tally.seconds else ["－", "－"]
    return [label, str(len(tally.seconds)), f"{len(tally.seconds) / took:.1f}", *times, str(len(tally.errors)), f"{memory:.0f}", f"{spent:.1f}"]


def size(text: str, think: float) -> tuple[int, float]:
    """「300@20」: (managers, seconds they read an answer); without the second part, `think`."""
    people, _, pause = text.partition("@")
    return int(people), float(pause or think)


def run(managers: list[str], seconds: float, think: float, counts: Sequence[int] = (), keep: bool = False) -> int:
    """Print the table, and keep it with `keep`; 1 when anything went wrong. `counts`: numbers of replicas behind nginx, () for the app alone."""
    if counts and (reason := replicas.absent()):
        print(reason)
        return 1
    crowds = [size(each, think) for each in managers]
    measured = [measure_replicas(count, people, seconds, pause) for count in counts for people, pause in crowds]
    measured = measured or [measure(people, seconds, pause) for people, pause in crowds]
    words = [f"--replicas {' '.join(map(str, counts))}"] if counts else []
    command = " ".join(["python -m bench load", *words, f"--managers {' '.join(map(str, managers))} --seconds {seconds:g} --think {think:g}"])
    tell("replicas" if counts else "load", command, HEADS, [row for row, _ in measured], keep, f"各{seconds:g}秒、負荷をかける側も同じコア")
    errors = sorted({error for _, each in measured for error in each})
    for error in errors[:5]:
        print(error)
    return int(bool(errors))
