"""`python -m index check`: everything docs/corpus.md promises, as a list of findings (file, line, what is wrong)."""

import math
import re
from dataclasses import dataclass, field
from pathlib import Path

from index.cards import Card
from index.check_claims import check_against_card, check_names, commentary_amounts, owners, statements_of
from index.check_lists import check_comparisons, check_glossary
from index.comparisons import load_comparisons, open_divide
from index.corpus import load_glossary, load_paper, paper_files
from index.errors import CorpusError
from index.findings import Finding

KINDS = frozenset({"paper", "report", "program", "method"})
THEMES = frozenset({"格差の実態", "計算資源と費用", "産学と人材", "集中と統治", "少ない資源で勝つ", "公的な計算資源", "企業の導入と成果", "分析の方法"})
STANCES = frozenset({"supports", "contradicts", "context"})
CHARACTERS_A_MINUTE = 500
SECTION_CHARACTERS = (900, 1800)
COUNTS = (
    ("points", "要点", 3, 3), ("claims", "主張", 6, 15), ("questions", "想定問答", 8, math.inf), ("phrases", "会議フレーズ", 4, math.inf),
)  # fmt: skip
LIST_LENGTHS = (("keywords", 8, 15), ("related", 2, 4), ("glossary", 2, 6))
OBJECTIONS, MEANING = "この論文への反論・限界", "自社への意味（製造業の例）"
POLITE = re.compile("(?:です|ます|ません|でした|ました|でしょう|ください|か)[。！？]?$")
LABELLED_EXAMPLE = re.compile("例です|一例|例として|例を|例であり|推論")
# A half-width space behind a full stop, straight quotation marks, and a full stop before the closing mark of a phrase.
SLIPS = (("。 ", "drop the space behind the full stop"), ('"', "write 「」 instead of straight quotation marks"),
         ("。」", "drop the full stop before 」"), ("  ", "drop the double space"))


@dataclass(frozen=True)
class Known:
    """What a summary may refer to.

    terms: term ids (None while the glossary cannot be read). papers: summary ids. stances: summary id → stance. cards: by id
    (empty without cards). owners: name in a sentence → ids of the works meant.
    """

    terms: frozenset[str] | None
    papers: frozenset[str]
    cards: dict[str, Card]
    stances: dict[str, str] = field(default_factory=dict)
    owners: dict[str, frozenset[str]] = field(default_factory=dict)


def check_corpus(folder, cards):
    """Folder of the corpus and {id: Card} (may be empty) → sorted list of Finding; an empty list means that all is well."""
    paths, findings, papers = paper_files(folder), [], []
    terms, comparisons = (attempt(findings, load, Path(folder) / name) for load, name in (
        (load_glossary, "glossary.yaml"), (load_comparisons, "comparisons.yaml")))
    for path in paths:
        paper = attempt(findings, load_paper, path)
        if paper is not None:
            papers.append(paper)
    ids = frozenset(p.stem for p in paths)
    term_ids = None if terms is None else frozenset(t.id for t in terms)
    known = Known(term_ids, ids, cards, {p.id: p.stance for p in papers}, owners(papers))
    for paper in papers:
        for check in (check_front, check_body, check_sides, check_wording, check_names, check_against_card):
            findings.extend(check(paper, known))
    if terms is not None:
        findings.extend(check_glossary(Path(folder) / "glossary.yaml", terms, papers, known))
    if comparisons:
        findings.extend(check_comparisons(Path(folder) / "comparisons.yaml", comparisons, papers, open_divide()))
    return sorted(set(findings))


def attempt(findings, load, path):
    """What `load` reads from the path; None, with a finding, when it cannot be read."""
    try:
        return load(path)
    except CorpusError as error:
        findings.append(Finding(Path(error.path), error.line, error.problem))
        return None


def check_front(paper, known):
    """Front matter: names, shelves, lengths of lists, references, reading time."""
    allowed = (("kind", KINDS), ("theme", THEMES), ("stance", STANCES))
    messages = [f"{key} is {getattr(paper, key)!r}; choose one of {', '.join(sorted(values))}"
                for key, values in allowed if getattr(paper, key) not in values]
    if paper.id != paper.path.stem:
        messages.append(f"id is {paper.id!r}; make it the file name {paper.path.stem!r}")
    for key, low, high in LIST_LENGTHS:
        if not low <= len(getattr(paper, key)) <= high:
            messages.append(f"{key} has {len(getattr(paper, key))} entries; give {low} to {high}")
    for key in ("keywords", "related", "glossary", "own_metrics"):
        values = getattr(paper, key)
        messages.extend(f"{key} names {v!r} twice" for v in sorted(set(values)) if values.count(v) > 1)
    if known.terms is not None:
        messages.extend(f"glossary term {t!r} is not in glossary.yaml" for t in paper.glossary if t not in known.terms)
    papers = known.papers | set(known.cards)
    messages.extend(f"related paper {r!r} has no {'summary or card' if known.cards else 'summary'}" for r in paper.related
                    if r == paper.id or r not in papers)
    minutes = math.ceil(paper.body_characters / CHARACTERS_A_MINUTE)
    if paper.reading_minutes != minutes:
        messages.append(f"reading_minutes is {paper.reading_minutes}; {paper.body_characters} characters are {minutes}")
    return [Finding(paper.path, 1, message) for message in messages]


def check_body(paper, known):
    """Counts, lengths, and the marks that must be there."""
    findings = []
    for key, heading, low, high in COUNTS:
        if not low <= len(getattr(paper, key)) <= high:
            bounds = f"exactly {low}" if low == high else f"{low} or more" if high == math.inf else f"{low} to {high}"
            findings.append(Finding(paper.path, 1, f"{heading} has {len(getattr(paper, key))} entries; write {bounds}"))
    low, high = SECTION_CHARACTERS
    length = sum(len(re.sub(r"\s", "", section.text)) for section in paper.sections)
    if not low <= length <= high:
        message = f"the six sections, 反論 and 自社 hold {length} characters; write {low} to {high}"
        findings.append(Finding(paper.path, 1, message))
    for claim in (*paper.points, *paper.claims):
        advice = "this bullet (or its end) has no mark; add what it rests on, for example {fact 3}"
        findings.extend(Finding(paper.path, s.line, advice) for s in claim.statements if not s.basis)
    findings.extend(Finding(paper.path, qa.line, "this answer has no mark; say what it rests on")
                    for qa in paper.questions if not qa.basis)
    unmarked = [(s, n) for s in statements_of(paper) if not s.basis for n in commentary_amounts(s.text)]
    findings.extend(Finding(paper.path, s.line, f"unmarked sentence holds the number {n.text!r}: {s.text!r}; mark it or drop it")
                    for s, n in unmarked)
    others = known.papers - {paper.id}
    strange = [(s, b) for s in statements_of(paper) for b in s.basis if b.card and b.card not in others]
    findings.extend(Finding(paper.path, s.line, f"mark {b.name!r} names no other summary") for s, b in strange)
    return findings


def check_sides(paper, known):
    """Fairness: 反論 rests on a limit, a paper for or against the divide cites there one of another stance, 自社 is an example."""
    sections = {section.heading: section for section in paper.sections}
    objections, meaning = sections[OBJECTIONS], sections[MEANING]
    basis, messages = [b for s in objections.statements for b in s.basis], []
    if not any(b.kind in ("limit", "note") and not b.card for b in basis):
        messages.append((objections, "反論・限界 rests on no limit of the card; add one with {limit 1}"))
    cited = {known.stances.get(b.card) for b in basis if b.card} - {None}
    if paper.stance != "context" and not cited - {paper.stance}:
        advice = "say what it found and mark it, for example {musser-2023-main-resource-is-the-human: fact 2}"
        messages.append((objections, f"stance is {paper.stance}, but 反論・限界 cites no summary of another stance; {advice}"))
    if not LABELLED_EXAMPLE.search(meaning.text):
        messages.append((meaning, "自社への意味 is not told as an example; say 一例です or 推論です"))
    if not any(b.kind in ("relevance", "japan") for s in meaning.statements for b in s.basis):
        messages.append((meaning, "自社への意味 rests on nothing; add {relevance 1}"))
    return [Finding(paper.path, section.line, message) for section, message in messages]


def check_wording(paper, known):
    """です・ます in every marked sentence outside phrases, and slips of punctuation."""
    phrases = {s for phrase in paper.phrases for s in phrase.statements}
    findings = [Finding(paper.path, s.line, f"not です・ます: {s.text!r}") for s in statements_of(paper)
                if s.basis and s not in phrases and not POLITE.search(s.text)]
    texts = [(s.line, s.text) for s in statements_of(paper)] + [(qa.line, qa.question) for qa in paper.questions]
    findings.extend(Finding(paper.path, line, f"{advice}: {text!r}")
                    for line, text in texts for slip, advice in SLIPS if slip in text)
    return findings
