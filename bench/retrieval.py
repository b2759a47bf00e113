"""Quality, time and memory of the search at 1,000, 10,000 and 100,000 passages, for vectors alone, BM25 alone and both.

Questions are the corpus's own 想定問答 that stand without their paper's name; these passages are taken out, and a hit is any passage of the
question's paper. Passages beyond the corpus are made: two or three sentences of one paper in another order, with the mean of the vectors of
the passages they come from and some noise, because embedding 100,000 passages would take hours. Questions are embedded for real.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.table import percentile, show

SIZES = (1_000, 10_000, 100_000)
QUESTIONS, QUESTION_CHARACTERS = 100, 18
SEED, NOISE = 20120901, 0.02
WAYS = ("dense", "bm25", "fused")


def material():
    """Passages without 想定問答, their vectors, and [(question, paper id)]."""
    from index.build import all_chunks
    from index.embedding import SentenceTransformerProvider
    from index.vectors import SHIPPED, content_hash, read_vectors, unit_rows

    known, name = read_vectors(SHIPPED), SentenceTransformerProvider().name
    chunks = all_chunks()
    asked = [(c.display.split("\n")[0].removeprefix("問 "), c.source_id) for c in chunks if c.kind == "qa"]
    kept = [c for c in chunks if c.kind != "qa" and content_hash(name, c.text) in known]
    random.Random(SEED).shuffle(kept)
    vectors = unit_rows([known[content_hash(name, c.text)] for c in kept])
    clear = sorted({(q, paper) for q, paper in asked if len(q) >= QUESTION_CHARACTERS})
    return kept, vectors, random.Random(SEED).sample(clear, min(QUESTIONS, len(clear)))


def grown(chunks, vectors, size):
    """The first `size` passages, made ones after the real ones → (chunks, unit vectors)."""
    chance, noise = random.Random(SEED), np.random.default_rng(SEED)
    papers = {}
    for i, chunk in enumerate(chunks):
        papers.setdefault(chunk.source_id, []).append(i)
    groups, made, rows = sorted(papers.values()), list(chunks[:size]), list(vectors[:size])
    while len(made) < size:
        group = groups[chance.randrange(len(groups))]
        drawn = chance.sample(group, min(len(group), chance.choice((2, 3))))
        sentences = [chance.choice([s for s in chunks[i].display.replace("\n", "。").split("。") if s]) for i in drawn]
        base = chunks[drawn[0]]
        text = f"{'。'.join(sentences)}。（{len(made)}）"
        made.append(replace(base, id=f"made#{len(made)}", kind="section", text=text, display=text, keywords=()))
        row = vectors[drawn].mean(axis=0) + noise.normal(0, NOISE, vectors.shape[1])
        rows.append(row / np.linalg.norm(row))
    return made, np.array(rows, dtype=np.float32)


def build(home, size):
    """Writes the index of one size; questions.json beside it. Returns the seconds it took, made vectors not counted."""
    from index.build import collection_name
    from index.chunks import chunks_hash
    from index.embedding import SentenceTransformerProvider
    from index.store import FORMAT, Manifest, write_index
    from index.vectors import content_hash

    chunks, vectors, questions = material()
    made, rows = grown(chunks, vectors, size)
    name = SentenceTransformerProvider().name
    known = {content_hash(name, c.text): row.astype(np.float16) for c, row in zip(made, rows)}
    start = time.perf_counter()
    content = chunks_hash(made)
    write_index(home, made, known, Manifest(FORMAT, name, rows.shape[1], "", content, len(made), collection_name(content, name)))
    (home / "questions.json").write_text(json.dumps(questions, ensure_ascii=False), encoding="utf-8")
    return {"seconds": time.perf_counter() - start}


def measure(home):
    """Opens the index and asks all questions each way: {"ways": {way: {hit@1, hit@5, mrr@10, p50, p95, work}}, "memory": MiB at the highest}."""
    from index.embedding import SentenceTransformerProvider
    from index.evaluate import gains
    from index.search import Index
    from index.store import current_folder, read_manifest

    folder = current_folder(home)
    index = Index(folder, read_manifest(folder), SentenceTransformerProvider())
    index.warm()
    questions = json.loads((home / "questions.json").read_text(encoding="utf-8"))
    ways = {}
    for way in WAYS:
        times, work, values = [], [], []
        for question, paper in questions:
            index.provider.kept.cache_clear()  # another way may have embedded it
            start, busy = time.perf_counter(), time.process_time()
            found = index.search(question, k=10, way=way)
            times.append(1000 * (time.perf_counter() - start))
            work.append(1000 * (time.process_time() - busy))
            values.append(gains([p.source_id for p in found], (paper,))[:3])
        means = dict(zip(("hit@1", "hit@5", "mrr@10"), np.mean(values, axis=0).tolist()))
        ways[way] = means | {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95), "work": percentile(work, 0.5)}
    return {"ways": ways, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def in_process(step, home, size):
    """Runs one step in a process of its own, so that memory is that step's alone. Raises RuntimeError with its last words."""
    command = [sys.executable, "-m", "bench.retrieval", step, str(home), str(size)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    if done.returncode:
        raise RuntimeError(f"{step} of {size} passages failed: {done.stderr[-800:]}")
    return json.loads(done.stdout.splitlines()[-1])


def run(sizes=SIZES):
    """Prints the table."""
    lines = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-retrieval-") as home:
            built = in_process("build", home, size)
            found = in_process("measure", home, size)
        for way, row in found["ways"].items():
            cells = [f"{row['hit@1']:.3f}", f"{row['hit@5']:.3f}", f"{row['mrr@10']:.3f}", f"{row['p50']:.1f}", f"{row['p95']:.1f}", f"{row['work']:.1f}"]
            lines.append([f"{size:,} {way}", *cells, f"{found['memory']:,.0f}", f"{built['seconds']:.1f}"])
    print("資料を超える分の文章は合成で、ベクトルも合成です（実際の埋め込みは何時間もかかるため）。質問の埋め込みは実測に含みます。")
    show(["文章数と方法", "hit@1", "hit@5", "MRR@10", "p50 ms", "p95 ms", "CPU p50 ms", "メモリ MiB", "索引作成 秒"], lines)


if __name__ == "__main__":
    step, home, size = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    print(json.dumps(build(home, size) if step == "build" else measure(home)))
