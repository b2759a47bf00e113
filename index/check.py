"""`python -m index check`: everything docs/corpus.md promises, as a list of findings (file, line, what is wrong)."""

import math
import re
from dataclasses import dataclass
from pathlib import Path

from index.cards import Card, card_numbers, states
from index.corpus import load_glossary, load_paper, paper_files
from index.errors import CorpusError
from index.number_units import FRACTION
from index.numerals import find_numerals, is_structural

KINDS = frozenset({"paper", "report", "program", "method"})
THEMES = frozenset({"格差の実態", "計算資源と費用", "産学と人材", "集中と統治", "少ない資源で勝つ", "公的な計算資源", "企業の導入と成果", "分析の方法"})
STANCES = frozenset({"supports", "contradicts", "context"})
FIELDS = frozenset({"AI", "統計", "経営", "研究資金", "法務"})
SECOND_HAND = re.compile("とされ|報じ|二次資料|によると|によれば|という|と伝え")
CHARACTERS_A_MINUTE = 500
SECTION_CHARACTERS = (900, 1800)
# The paper that the whole product starts from is told at greater length.
LONGER = {"ahmed-wahed-2020-de-democratization-of-ai": 2600}
COUNTS = (("points", "要点", 3, 3), ("claims", "主張", 6, 15), ("questions", "想定問答", 8, math.inf), ("phrases", "会議フレーズ", 4, math.inf))
LIST_LENGTHS = (("keywords", 8, 15), ("related", 2, 4), ("glossary", 2, 6))


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend."""

    path: Path
    line: int
    message: str


@dataclass(frozen=True)
class Known:
    """What a summary may refer to: term ids (None while the glossary cannot be read), summary ids, cards by id (empty without cards)."""

    terms: frozenset[str] | None
    papers: frozenset[str]
    cards: dict[str, Card]


def check_corpus(folder, cards):
    """Folder of the corpus and {id: Card} (may be empty) → sorted list of Finding; an empty list means that all is well."""
    paths, findings, papers, terms = paper_files(folder), [], [], None
    try:
        terms = load_glossary(Path(folder) / "glossary.yaml")
    except CorpusError as error:
        findings.append(Finding(Path(error.path), error.line, error.problem))
    for path in paths:
        try:
            papers.append(load_paper(path))
        except CorpusError as error:
            findings.append(Finding(Path(error.path), error.line, error.problem))
    known = Known(None if terms is None else frozenset(t.id for t in terms), frozenset(p.stem for p in paths), cards)
    for paper in papers:
        findings.extend(check_front(paper, known))
        findings.extend(check_body(paper))
        findings.extend(check_against_card(paper, known))
    if terms is not None:
        findings.extend(check_glossary(Path(folder) / "glossary.yaml", terms, known))
    return sorted(set(findings))


def check_front(paper, known):
    """Front matter: names, shelves, lengths of lists, references, reading time."""
    allowed = (("kind", KINDS), ("theme", THEMES), ("stance", STANCES))
    messages = [f"{key} is {getattr(paper, key)!r}; choose one of {', '.join(sorted(values))}" for key, values in allowed if getattr(paper, key) not in values]
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


def check_body(paper):
    """Counts, lengths, and the marks that must be there."""
    findings = []
    for key, heading, low, high in COUNTS:
        if not low <= len(getattr(paper, key)) <= high:
            bounds = f"exactly {low}" if low == high else f"{low} or more" if high == math.inf else f"{low} to {high}"
            findings.append(Finding(paper.path, 1, f"{heading} has {len(getattr(paper, key))} entries; write {bounds}"))
    low, high = SECTION_CHARACTERS[0], LONGER.get(paper.id, SECTION_CHARACTERS[1])
    length = sum(len(re.sub(r"\s", "", section.text)) for section in paper.sections)
    if not low <= length <= high:
        findings.append(Finding(paper.path, 1, f"the six sections, 反論 and 自社 hold {length} characters; write {low} to {high}"))
    for claim in (*paper.points, *paper.claims):
        findings.extend(Finding(paper.path, s.line, "this bullet (or its end) has no mark; add what it rests on, for example {fact 3}")
                        for s in claim.statements if not s.basis)
    findings.extend(Finding(paper.path, qa.line, "this answer has no mark; say what it rests on") for qa in paper.questions if not qa.basis)
    findings.extend(Finding(paper.path, s.line, f"unmarked sentence holds the number {n.text!r}: {s.text!r}; mark it or drop the number")
                    for s in statements_of(paper) if not s.basis for n in commentary_amounts(s.text))
    return findings


def statements_of(paper):
    """All sentences of the body in file order."""
    groups = (*paper.points, *paper.sections, *paper.claims, *paper.questions, *paper.phrases)
    return tuple(s for group in groups for s in group.statements)


def amounts(text):
    """Numerals that state an amount (not 2つ目, 1人あたり)."""
    return [n for n in find_numerals(text) if not is_structural(text, n)]


def commentary_amounts(text):
    """Amounts that an unmarked sentence may not hold; 半分, 倍増 and 数年 without a digit are figures of speech there."""
    return [n for n in amounts(text) if n.unit != FRACTION and n.text not in ("倍", "倍増") or re.search("[0-9]", n.text)]


def check_against_card(paper, known):
    """Every marked number, confidence and heading datum against the card of the same id; nothing without cards."""
    if not known.cards:
        return []
    card = known.cards.get(paper.id)
    if card is None:
        return [Finding(paper.path, 1, f"there is no fact card {paper.id}.yaml")]
    findings = [Finding(paper.path, 1, f"{key} is {getattr(paper, key)!r}; the card says {getattr(card, key)!r}")
                for key in ("title", "year", "kind") if getattr(paper, key) != getattr(card, key)]
    everywhere = frozenset().union(*(card_numbers(t) for t in (*card.all_texts(), card.title, str(card.year))))
    for label, text in (("title_ja", paper.title_ja), *(("keywords", k) for k in paper.keywords)):
        findings.extend(Finding(paper.path, 1, f"{label} holds {n.text!r}, which the card does not") for n in amounts(text) if not states(everywhere, n))
    for qa in paper.questions:
        findings.extend(Finding(paper.path, qa.line, f"the question holds {n.text!r}, which the card does not")
                        for n in amounts(qa.question) if not states(everywhere, n))
    for statement in statements_of(paper):
        findings.extend(check_statement(paper, card, statement))
    return findings


def check_statement(paper, card, statement):
    """One marked sentence: marks exist, no low fact, second-hand wording, numbers stated by the marked texts (or the paper's title and year)."""
    messages, texts = [], [card.title, str(card.year)]
    for basis in statement.basis:
        name = basis.kind if basis.number is None else f"{basis.kind} {basis.number}"
        text, confidence = card.text(basis), card.confidence(basis)
        if text is None:
            messages.append(f"the card has no {name}")
            continue
        texts.append(text)
        if confidence == "low":
            messages.append(f"{name} has low confidence; do not use it")
        if confidence == "medium" and not SECOND_HAND.search(statement.text):
            messages.append(f"{name} is second-hand; say so (とされる, と報じられている, 二次資料によれば, によると, という): {statement.text!r}")
    numbers = frozenset().union(*map(card_numbers, texts))
    if statement.basis:
        messages.extend(f"{n.text!r} is not in the marked card text: {statement.text!r}" for n in amounts(statement.text) if not states(numbers, n))
    return [Finding(paper.path, statement.line, message) for message in messages]


def check_glossary(path, terms, known):
    """Term ids unique and ASCII, fields known, references exist."""
    ids = [t.id for t in terms]
    findings = []
    for term in terms:
        messages = []
        if not re.fullmatch("[a-z0-9-]+", term.id) or ids.count(term.id) > 1:
            messages.append(f"id {term.id!r} must be ASCII and unique")
        if term.field not in FIELDS:
            messages.append(f"field is {term.field!r}; choose one of {', '.join(sorted(FIELDS))}")
        if not re.fullmatch("[ぁ-んァ-ヶー・ A-Za-z0-9]+", term.reading):
            messages.append(f"reading {term.reading!r} must be kana")
        messages.extend(f"see_also names {t!r}, which is no term" for t in term.see_also if t not in ids or t == term.id)
        messages.extend(f"papers names {p!r}, which has no {'summary or card' if known.cards else 'summary'}" for p in term.papers
                        if p not in known.papers | set(known.cards))
        findings.extend(Finding(path, term.line, f"{term.id}: {m}") for m in messages)
    return findings
