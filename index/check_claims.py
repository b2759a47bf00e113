"""What a summary states against its fact card: numbers, confidence, second-hand wording, and whose work a sentence speaks of."""

import re

from index.cards import card_numbers, states
from index.findings import Finding
from index.number_units import FRACTION
from index.numerals import find_numerals, is_structural

SECOND_HAND = re.compile("とされ|報じ|二次資料|によると|によれば|という[。」]|といいます|伝えられ|と伝え")
# These words name the work itself as the source, which a second-hand fact was not read in.
FIRST_HAND = re.compile("(?:論文|報告書?|調査)によ(?:ると|れば)")
LATIN = "[A-Za-zÀ-ž]"


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


def citation_names(paper):
    """Names by which other summaries speak of this work: the first author's surname, or the publisher of a report."""
    stem = re.sub("（.*", "", paper.short_ja)
    surname = re.match(f"{LATIN}+", stem)
    if surname and surname[0] == paper.authors[0].split()[-1]:
        return frozenset([surname[0]])
    return frozenset([stem]) if paper.kind == "report" else frozenset()


def owners(papers):
    """Summaries → {name: ids of the summaries that a sentence with this name may speak of}."""
    names = frozenset().union(*map(citation_names, papers))
    return {name: frozenset(p.id for p in papers if name in citation_names(p) or name in surnames(p)) for name in names}


def surnames(paper):
    """Last words of the authors' names."""
    return frozenset(author.split()[-1] for author in paper.authors)


def check_names(paper, known):
    """A sentence that names another summary's work carries a mark of that work's card, or of an own entry that names it."""
    findings, card = [], known.cards.get(paper.id)
    for name, ids in known.owners.items():
        if paper.id in ids:
            continue
        pattern = re.compile(rf"(?<!{LATIN}){re.escape(name)}(?!{LATIN})")
        for s in statements_of(paper):
            own = [b for b in s.basis if not b.card and (card is None or name in (card.text(b) or ""))]
            if pattern.search(s.text) and not own and not any(b.card in ids for b in s.basis):
                example = f"{{{sorted(ids)[0]}: fact 1}}"
                message = f"{s.text!r} speaks of {name}; mark what it rests on, for example {example}"
                findings.append(Finding(paper.path, s.line, message))
    return findings


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
        missing = [n for n in amounts(text) if not states(everywhere, n)]
        findings.extend(Finding(paper.path, 1, f"{label} holds {n.text!r}, which the card does not") for n in missing)
    for qa in paper.questions:
        findings.extend(Finding(paper.path, qa.line, f"the question holds {n.text!r}, which the card does not")
                        for n in amounts(qa.question) if not states(everywhere, n))
    for statement in statements_of(paper):
        findings.extend(check_statement(paper, card, statement, known.cards))
    return findings


def check_statement(paper, card, statement, cards):
    """One marked sentence: marks exist, no low fact, second-hand wording, numbers in the marked texts (or title and year)."""
    messages, texts = [], [card.title, str(card.year)]
    for basis in statement.basis:
        source = cards.get(basis.card or paper.id)
        text = source.text(basis) if source else None
        if text is None:
            messages.append(f"the card has no {basis.name}")
            continue
        texts.extend([text, source.title, str(source.year)])
        if source.confidence(basis) == "low":
            messages.append(f"{basis.name} has low confidence; do not use it")
        if source.confidence(basis) == "medium" and not SECOND_HAND.search(FIRST_HAND.sub("", statement.text)):
            wordings = "とされる, と報じられている, 二次資料によれば, によると, という"
            messages.append(f"{basis.name} is second-hand; say so ({wordings}): {statement.text!r}")
    numbers = frozenset().union(*map(card_numbers, texts))
    if statement.basis:
        missing = [n for n in amounts(statement.text) if not states(numbers, n)]
        messages.extend(f"{n.text!r} is not in the marked card text: {statement.text!r}" for n in missing)
    return [Finding(paper.path, statement.line, message) for message in messages]
