"""Measures the search on anybody's passages and questions: `python -m index eval`. The index is made in a temporary folder by the same code as ours."""

import math
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from index.build import collection_name, nothing
from index.chunks import Chunk, chunks_hash
from index.datafiles import read_passages, read_questions
from index.embedding import provider_from_settings
from index.rerank import reranker_from_settings
from index.search import POOL, Index
from index.store import FORMAT, Manifest, read_manifest, write_index
from index.vectors import embed_missing
from index.windows import windows

DEPTH = 10
COMPARED = ("dense", "bm25", "fused")


@dataclass(frozen=True)
class Quality:
    """Means over the questions: hit_1, hit_5, mrr_10 and ndcg_10 in 0..1; p50_ms: median wall-clock time of a question, embedding included."""

    hit_1: float
    hit_5: float
    mrr_10: float
    ndcg_10: float
    p50_ms: float

    def row(self):
        """The keys that --json prints."""
        return {"hit@1": self.hit_1, "hit@5": self.hit_5, "mrr@10": self.mrr_10, "ndcg@10": self.ndcg_10, "p50_ms": self.p50_ms}


def evaluate(corpus, questions, provider=None, reranker=None, progress=nothing):
    """Two files (see index.datafiles) → {"dense", "bm25", "fused": Quality}. Raises DataFileError, EmbeddingUnavailable."""
    passages = read_passages(corpus)
    asked = read_questions(questions, {p.id for p in passages})
    with tempfile.TemporaryDirectory(prefix="rashinban-eval-") as home:
        index = index_of(passages, Path(home), provider or provider_from_settings(), reranker or reranker_from_settings(), progress)
        index.search(asked[0].text, k=1)  # loading the model is no part of a question's time
        return {way: quality(index, asked, way) for way in COMPARED}


def index_of(passages, home, provider, reranker, progress):
    """Passages → an opened index of their windows in the folder `home`, never on a server."""
    chunks = [chunk(p, n, window) for p in passages for n, window in enumerate(windows(p.text), 1)]
    vectors = embed_missing(provider, [c.text for c in chunks], {}, progress)
    content = chunks_hash(chunks)
    manifest = Manifest(FORMAT, provider.name, provider.dimension, "", content, len(chunks), collection_name(content, provider.name))
    folder = write_index(home, chunks, vectors, manifest)
    pool = POOL * math.ceil(len(chunks) / len(passages))  # windows of a few long passages must not fill it
    return Index(folder, read_manifest(folder), provider, reranker, pool=pool)


def chunk(passage, number, window):
    """One window of a passage."""
    return Chunk(f"{passage.id}#{number}", "section", passage.id, window, window, passage.id, "", "")


def quality(index, questions, way):
    """Quality of one way of searching over all questions."""
    values, times = [], []
    for question in questions:
        start = time.perf_counter()
        found = index.search(question.text, k=DEPTH, per_parent=1, way=way)
        times.append(1000 * (time.perf_counter() - start))
        values.append(gains([p.source_id for p in found], question.gold))
    means = [sum(column) / len(questions) for column in zip(*values)]
    return Quality(*means, statistics.median(times))


def gains(ranked, gold):
    """Ranked ids and the right ones → (hit@1, hit@5, reciprocal rank, nDCG with a gain of 1 for each right one), over the first 10."""
    hits = [rank for rank, key in enumerate(ranked[:DEPTH], 1) if key in gold]
    first = hits[0] if hits else math.inf
    ideal = sum(1 / math.log2(rank + 1) for rank in range(1, min(len(gold), DEPTH) + 1))
    return float(first == 1), float(first <= 5), 1 / first, sum(1 / math.log2(rank + 1) for rank in hits) / ideal
