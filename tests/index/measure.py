"""Quality and speed of the built index on questions.yaml: `python -m tests.index.measure [tune|held]` prints a table (not a test; the index must be built).

A hit is a passage of a right source; a strict hit also says what was asked. dense, bm25: that half alone; fused: `Index.search`.
"""

import sys
import time
from pathlib import Path

import numpy as np
import yaml

from index.fusion import WAYS
from index.normalize import normalize
from index.search import Index

QUESTIONS = Path(__file__).with_name("questions.yaml")


def load_questions(half):
    """`tune`: 1st, 3rd, …; `held`: 2nd, 4th, …"""
    return yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))[0 if half == "tune" else 1::2]


def right(passage, question):
    """Whether a passage comes from a source that answers."""
    return passage.source_id in question["in"] or passage.id in question["in"]


def strict(passage, question):
    """Whether it also says what was asked."""
    wanted = question.get("any")
    return right(passage, question) and (not wanted or passage.kind == "glossary" or any(normalize(w) in normalize(passage.display) for w in wanted))


def measures(ranks):
    """First ranks of hits, None for no hit → hit@1, hit@5, MRR@10."""
    return [float(np.mean([r is not None and r <= n for r in ranks])) for n in (1, 5)] + [float(np.mean([1 / r if r else 0 for r in ranks]))]


def first_rank(passages, question, hit):
    """Rank of the first passage that is a hit, None for none."""
    return next((p.rank for p in passages if hit(p, question)), None)


def main(half):
    """Prints hit@1, hit@5, MRR@10 a way, and query times (wall clock and processor)."""
    index = Index.open_or_build()
    index.warm()
    questions, times, work = load_questions(half), [], []
    print(f"{half}: {len(questions)} questions, {len(index.chunks)} passages\n{'':8} hit@1  hit@5  MRR@10   strict: hit@1  hit@5  MRR@10")
    for way in WAYS:
        found = []
        for question in questions:
            index.provider.kept.cache_clear()  # another way may have embedded it
            start, busy = time.perf_counter(), time.process_time()
            found.append(index.search(question["q"], k=10, way=way))
            if way == "fused":
                times.append(1000 * (time.perf_counter() - start))
                work.append(1000 * (time.process_time() - busy))
        values = [v for hit in (right, strict) for v in measures([first_rank(p, q, hit) for p, q in zip(found, questions)])]
        print(f"{way:8} " + "  ".join(f"{v:.3f}" for v in values[:3]) + "            " + "  ".join(f"{v:.3f}" for v in values[3:]))
    print(f"fused p50 {np.percentile(times, 50):.1f} ms, p95 {np.percentile(times, 95):.1f} ms; processor p50 {np.percentile(work, 50):.1f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "tune"))
