"""Quality of the search on other corpora: every NAME.corpus.jsonl of a folder with its NAME.questions.jsonl (see index.datafiles), each way of searching."""

from pathlib import Path

from bench.table import show

CORPUS, QUESTIONS = ".corpus.jsonl", ".questions.jsonl"
MEASURES = ("hit@1", "hit@5", "mrr@10", "ndcg@10")


def pairs(folder):
    """Folder → [(name, corpus file, questions file)] by name. Raises FileNotFoundError for a corpus without questions, or none at all."""
    found = [(path.name.removesuffix(CORPUS), path) for path in sorted(Path(folder).glob(f"*{CORPUS}"))]
    if not found:
        raise FileNotFoundError(f"no *{CORPUS} in {folder}")
    for name, path in found:
        if not path.with_name(name + QUESTIONS).is_file():
            raise FileNotFoundError(f"{path} has no {name}{QUESTIONS} beside it")
    return [(name, path, path.with_name(name + QUESTIONS)) for name, path in found]


def measured(corpus, questions, provider=None):
    """Two files → {way: {"hit@1", …, "p50_ms"}}."""
    from index.evaluate import evaluate

    return {way: quality.row() for way, quality in evaluate(corpus, questions, provider).items()}


def lead(rows):
    """{way: measures} → {measure: fused less the better of vectors and words}."""
    return {name: rows["fused"][name] - max(rows["dense"][name], rows["bm25"][name]) for name in MEASURES}


def table(found):
    """{name: (passages, questions, {way: measures})} → lines of the table, the last ones the means over the sets."""
    ways = ("dense", "bm25", "fused")
    lines, leads = [], []
    for name, (passages, questions, rows) in found.items():
        for way in ways:
            row = rows[way]
            lines.append([f"{name}（文章{passages}、質問{questions}）" if way == ways[0] else "", way, *(f"{row[m]:.3f}" for m in MEASURES), f"{row['p50_ms']:.1f}"])
        leads.append(lead(rows))
        lines.append(["", "差", *(f"{leads[-1][m]:+.3f}" for m in MEASURES), ""])
    for way in ways:
        means = [sum(rows[way][m] for _, _, rows in found.values()) / len(found) for m in MEASURES]
        lines.append(["平均" if way == ways[0] else "", way, *(f"{mean:.3f}" for mean in means), ""])
    lines.append(["", "差", *(f"{sum(one[m] for one in leads) / len(leads):+.3f}" for m in MEASURES), ""])
    return lines


def run(folder, provider=None):
    """Prints the table."""
    found = {name: (lines_of(corpus), lines_of(questions), measured(corpus, questions, provider)) for name, corpus, questions in pairs(folder)}
    print("差は、fused から dense と bm25 のよいほうを引いた値です。")
    show(["集合", "方法", "hit@1", "hit@5", "MRR@10", "nDCG@10", "中央値 ms"], table(found))


def lines_of(path):
    """Number of lines that are not empty."""
    return sum(1 for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip())
