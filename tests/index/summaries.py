"""A summary, a glossary and a fact card that are right, to be spoilt one at a time."""

import yaml

HEAD = {
    "id": "sample-2020", "title": "A sample paper", "title_ja": "見本の論文", "short_ja": "見本（2020）", "authors": ["A. Author"], "year": 2020, "kind": "paper", "theme": "格差の実態",
    "stance": "supports", "source_url": "https://example.org/", "sources": ["https://example.org/"], "reading_minutes": 4, "keywords": [f"語{c}" for c in "あいうえおかきく"],
    "related": ["other-2021", "third-2022"], "glossary": ["gpu", "compute"], "own_metrics": ["firm_share"],
}
FILLER = "これは見本の文で、数を持たない説明が続きます。" * 5
SECTIONS = ("概要と位置づけ", "先行研究との差別化", "中核となる技術", "有効性の検証と成果", "議論と課題", "今後の方向性", "この論文への反論・限界", "自社への意味（製造業の例）")
CARD = {
    "id": "sample-2020", "title": "A sample paper", "authors": ["A. Author"], "year": 2020, "venue": "X", "kind": "paper",
    "facts": [{"text": "Dataset: 171,394 papers from 57 conferences; 13 billion parameters.", "conf": "high"}, {"text": "Six fewer papers on average; the share rose from 22% to 38%.", "conf": "medium"},
              {"text": "Three times more.", "conf": "low"}],
    "method": ["A method."], "limits": ["Only two countries."], "manager_relevance": ["Plan early."], "japan_relevance": [], "note": "", "sources": ["https://example.org/"],
}
TERM = {"reading": "よみ", "aliases": ["別名"], "field": "AI", "definition": "説明です。", "analogy": "たとえです。", "why": "理由です。", "see_also": [],
        "papers": ["sample-2020", "other-2021", "third-2022"], "shown_in": ["論文要約"]}
GLOSSARY = [{"id": "gpu", "term": "GPU", **TERM}, {"id": "compute", "term": "計算資源", **TERM}]


# Whose work each summary cites in its objections: for and against the divide.
CITES = {"sample-2020": "third-2022", "other-2021": "third-2022", "third-2022": "sample-2020"}


def body(cites="third-2022"):
    """The body of a right summary."""
    parts = ["## 要点", *["- 対象は171,394本の論文です。{fact 1}"] * 3]
    for name in SECTIONS:
        parts += [f"## {name}", f"57会議の論文を調べました。{{fact 1}} {FILLER}"]
        if "反論" in name:
            parts.append(f"2か国だけの調査です。{{limit 1}} 57会議で逆の結果も出ています。{{{cites}: fact 1}}")
        if "自社" in name:
            parts.append("早めに計画を立てるのが一例です。{relevance 1}")
    parts += ["## 主張", *[f"- {c}の論文は130億のパラメータを扱います。{{fact 1}}" for c in "甲乙丙丁戊己"]]
    parts += ["## 想定問答", *["### 増えたのですか\nはい。二次資料によれば22%から38%に増えました。{fact 2}"] * 8]
    parts += ["## 会議フレーズ", *["- [取締役会] 「171,394本の調査です」{fact 1}"] * 3, "- [質問] 「根拠は何ですか」"]
    return "\n".join(parts)


def write_corpus(folder, head=None, text=None, glossary=None, comparisons=()):
    """Writes three summaries, glossary.yaml and comparisons.yaml; head and text spoil sample-2020. Returns the corpus folder."""
    corpus = folder / "corpus"
    (corpus / "papers").mkdir(parents=True, exist_ok=True)
    for name, cites in CITES.items():
        own = {"id": name, "related": [n for n in CITES if n != name], "stance": "contradicts" if name == "third-2022" else "supports"}
        spoilt = (head or {}, text) if name == "sample-2020" else ({}, None)
        front = yaml.safe_dump({**HEAD, **own, **spoilt[0]}, allow_unicode=True, sort_keys=False)
        (corpus / "papers" / f"{name}.md").write_text(f"---\n{front}---\n{spoilt[1] or body(cites)}\n", encoding="utf-8")
    for name, values in (("glossary", GLOSSARY if glossary is None else glossary), ("comparisons", list(comparisons))):
        (corpus / f"{name}.yaml").write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return corpus


def write_cards(folder, card=None):
    """Writes the fact cards of the three summaries; returns their folder."""
    cards = folder / "cards"
    cards.mkdir(exist_ok=True)
    for name in ("sample-2020", "other-2021", "third-2022"):
        (cards / f"{name}.yaml").write_text(yaml.safe_dump({**CARD, **(card or {}), "id": name}, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return cards
