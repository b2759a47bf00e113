"""Quality and speed of the built index on questions.yaml: `python tests/index/measure.py [tune|held]` prints a table (not a test; the index must be built).

dense, words, bigrams: that score alone; fused: `Index.search`; rrf: reciprocal rank fusion (60) of the three, for comparison.
"""

import sys
import time
from pathlib import Path

import numpy as np
import yaml

from index.normalize import normalize
from index.search import Index, spread

QUESTIONS = Path(__file__).with_name("questions.yaml")


def load_questions(half):
    """`tune`: 1st, 3rd, …; `held`: 2nd, 4th, …"""
    return yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))[0 if half == "tune" else 1::2]


def answers(chunk, question):
    """Whether a passage answers a question."""
    right_place = chunk.source_id in question["in"] or chunk.id in question["in"]
    wanted = question.get("any")
    return right_place and (not wanted or chunk.kind == "glossary" or any(normalize(w) in normalize(chunk.display) for w in wanted))


def rankings(index, query):
    """{way: chunk positions, best first, at most 10}."""
    allowed = np.ones(len(index.chunks), dtype=bool)
    scores = index.normalised_scores(query, allowed, None)
    scores["rrf"] = sum(np.where(s > 0, 1 / (60 + np.argsort(np.argsort(-s, kind="stable")) + 1), 0) for s in scores.values())
    ranked = {way: spread(np.argsort(-s, kind="stable"), index.parents, 10, 3) for way, s in scores.items()}
    return ranked | {"fused": [index.positions[p.id] for p in index.search(query, k=10)]}


def main(half):
    """Prints hit@1, hit@5, MRR@10 a way, then load and query times."""
    start = time.perf_counter()
    index = Index.open()
    opened = time.perf_counter()
    index.lexical
    loaded = time.perf_counter()
    index.warm()
    questions, found, times = load_questions(half), {}, []
    for question in questions:
        for way, order in rankings(index, question["q"]).items():
            ranks = [rank for rank, i in enumerate(order, 1) if answers(index.chunks[i], question)]
            found.setdefault(way, []).append(ranks[0] if ranks else None)
    for _ in range(3):
        for question in questions:
            begin = time.perf_counter()
            index.search(question["q"])
            times.append(1000 * (time.perf_counter() - begin))
    print(f"{half}: {len(questions)} questions, {len(index.chunks)} passages\n{'':8} hit@1  hit@5  MRR@10")
    for way, ranks in found.items():
        values = [np.mean([r is not None and r <= n for r in ranks]) for n in (1, 5)] + [np.mean([1 / r if r else 0 for r in ranks])]
        print(f"{way:8} " + "  ".join(f"{v:.3f}" for v in values))
    print(f"search p50 {np.percentile(times, 50):.1f} ms, p95 {np.percentile(times, 95):.1f} ms; open {1000 * (opened - start):.0f} ms, BM25 load {1000 * (loaded - opened):.0f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "tune"))
