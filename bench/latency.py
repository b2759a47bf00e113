"""Question → answer in this process, for the questions of questions.txt, beside the cost of one query embedding."""

import gc
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from assistant import Assistant
from bench.table import percentile, show
from index.embedding import provider_from_settings

QUESTIONS = Path(__file__).parent / "questions.txt"


def questions() -> list[str]:
    """One a line; lines that start with # are notes."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def milliseconds(work) -> tuple[float, object]:
    start = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - start), result


def embedding_times(texts: list[str]) -> list[float]:
    """One query embedding each, the model loaded before."""
    provider = provider_from_settings()
    provider.encode_query(texts[0])
    return [milliseconds(lambda text=text: provider.encode_query(text))[0] for text in texts]


def answer_times(texts: list[str], rounds: int) -> dict[str, list[float]]:
    """Times by intent, every question in a conversation of its own as a browser tab would ask it; a first round is not counted."""
    times = defaultdict(list)
    with tempfile.TemporaryDirectory() as home:
        assistant = Assistant.open(home)
        assistant.warm()
        gc.collect()
        gc.freeze()  # as the server does after its start: what is loaded is not garbage to look through again
        for turn in range(rounds + 1):
            assistant.library.index.provider.kept.cache_clear()  # every round embeds its questions anew
            for at, text in enumerate(texts):
                elapsed, answer = milliseconds(lambda text=text, at=at, turn=turn: assistant.ask(text, session=f"bench-{turn}-{at}"))
                if turn:
                    times[f"{answer.intent}・{answer.outcome}"].append(elapsed)
    return times


def run(rounds: int) -> None:
    texts = questions()
    embedding = percentile(embedding_times(texts), 0.5)
    times = answer_times(texts, rounds)
    everything = [one for group in times.values() for one in group]
    rows = [row(name, group, embedding) for name, group in sorted(times.items())]
    print(f"質問{len(texts)}件 × {rounds}回。問い合わせ1件の埋め込み（中央値） {embedding:.1f} ms")
    show(["意図・結果", "件数", "p50 ms", "p95 ms", "最大 ms", "p50÷埋め込み"], [*rows, row("全体", everything, embedding)])


def row(name: str, values: list[float], embedding: float) -> list[str]:
    middle = percentile(values, 0.5)
    return [name, str(len(values)), f"{middle:.1f}", f"{percentile(values, 0.95):.1f}", f"{max(values):.1f}", f"{middle / embedding:.2f}"]
