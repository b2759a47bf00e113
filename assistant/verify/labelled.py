"""Values that carry a label (results of an investment calculation): a number beside one label may not stand beside another."""

import re
from dataclasses import dataclass
from functools import lru_cache

import prompts
from assistant.models import Item
from assistant.verify.support import numerals_of, same_number
from index.numerals import Numeral

NEGATION = re.compile(r"ませ[んぬ]|ない|なく|ず(?=[、。]|$)")
LINE = re.compile(r"(?:^|(?<=[。、\n：]))(?P<label>(?:[^：。、\n（]|（[^）\n]*）){1,50})：(?P<value>[^：。、\n]+)(?=[。、\n]|$)")
# What the asker gave may be repeated without its label; results may not.
INPUTS = frozenset({"initial", "benefit", "cost", "years", "rate", "tax"})
AHEAD = 10
MARK = re.compile(r"【\d+】")
LOSS = re.compile(r"のマイナス|^−")
SIGN = re.compile(r"の(プラス|マイナス)")
TAG = re.compile(r"P\d\d|[低高](?=）)")
RUN = re.compile(r"[一-龯ァ-ヴー]{2,}")


@dataclass(frozen=True)
class Labelled:
    """One labelled value of the evidence: its label, the key of it (None when we have no name for it), as written, its numerals."""

    label: str
    key: str | None
    text: str
    numerals: tuple[Numeral, ...]


@lru_cache(maxsize=1)
def names() -> tuple[tuple[str, re.Pattern], ...]:
    """(key, pattern of its names) in order of precedence."""
    return tuple((key, re.compile("|".join(map(re.escape, words)))) for key, words in prompts.lexicon("roi_labels").items())


def keys_in(text: str) -> list[str]:
    """Keys named in a stretch of text; a stretch taken by an earlier key hides the later ones inside it. Nearest to the end first."""
    found: list[tuple[int, int, str]] = []
    for key, pattern in names():
        for match in pattern.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((*match.span(), key))
    ordered = [key for _, _, key in sorted(found, key=lambda entry: -entry[1])]
    return ["break_even", *ordered] if "break_even" in ordered else ordered


def labelled(item: Item) -> tuple[Labelled, ...]:
    """The labelled values of an item; empty for passages and figures."""
    return read_lines(item.text) if item.figure is None and item.citation.kind == "roi" else ()


@lru_cache(maxsize=256)
def read_lines(text: str) -> tuple[Labelled, ...]:
    lines = []
    for match in LINE.finditer(text):
        found = keys_in(match["label"])
        lines.append(Labelled(match["label"], found[0] if found else None, match["value"], numerals_of(match["value"])))
    return tuple(lines)


def holds(item: Item, numeral: Numeral, before: str, after: str, sentence: str = "") -> bool | None:
    """Whether the item has this number under the label that the words around it name.

    `before`: the words since the number before; `after`: the words that follow; `sentence`: everything before the number.
    None when labels say nothing about it: no labelled values, a row of a table, a formula.
    """
    lines = labelled(item)
    if not lines or "|" in sentence[:1] or "＝" in sentence or "=" in sentence:
        return None
    candidates = [line for line in lines if any(matches(numeral, other) for other in line.numerals)]
    here = keys_in(before)[:1]
    named = here or keys_in(sentence)[:1]
    tags = set(TAG.findall(before))

    def fits(line: Labelled) -> bool:
        if tags and TAG.search(line.label) and not tags & set(TAG.findall(line.label)):
            return False
        if (sign := SIGN.match(after)) and sign[1] not in line.text:
            return False
        if line.key is None:
            return not here or any(run in before for run in RUN.findall(line.label))
        if not named and (tag := TAG.search(line.label)):
            return {"低": "悪", "高": "良"}.get(tag.group(), tag.group()) in before
        return line.key in named if named and (here or line.key not in INPUTS) else line.key in {*keys_in(after[:AHEAD])[-1:], *INPUTS}

    return any(fits(line) for line in candidates)


def copied(item: Item, sentence: str) -> bool:
    """Whether a row of a table or a formula stands in the evidence: a row as the numbers of one line, a formula as those of one formula with its signs."""
    own = [(numeral.value, numeral.unit) for numeral in numerals_of(MARK.sub("", sentence))]
    if not sentence.startswith("|"):
        signs = re.findall(r"のプラス|のマイナス|[＋−]", sentence)
        formulas = [part for part in re.split(r"[。\n]", item.text) if "＝" in part]
        return any([(n.value, n.unit) for n in numerals_of(part)] == own and re.findall(r"のプラス|のマイナス|[＋−]", part) == signs for part in formulas)
    return not own or any([(n.value, n.unit) for n in numerals_of(part)] == own for part in re.split(r"[。\n]", item.text))


def cell_by_cell(item: Item, row: list[str], header: tuple[str, ...]) -> bool:
    """Whether every value of a row of a table stands in the evidence with its sign, under the label that the head of its column names."""
    if len(row) != len(header):
        return False
    found = [(head, numeral) for head, cell in zip(header, row, strict=True) for numeral in numerals_of(MARK.sub("", cell))]
    return bool(found) and all(any(under(line, head, numeral) for line in labelled(item)) for head, numeral in found)


def under(line: Labelled, head: str, numeral: Numeral) -> bool:
    """Whether a labelled value is this number and is called as the head of a column says: by its tag (P10), its key, or its words."""
    loss = LOSS.search(line.text) is not None
    if loss != (numeral.value < 0) or not any(same_number(numeral, other) for other in line.numerals if other.unit == numeral.unit):
        return False
    if tags := set(TAG.findall(head)):
        return tags == set(TAG.findall(line.label))
    names_of = keys_in(head)
    if names_of:
        return line.key == names_of[0]
    return all(run in line.label + line.text for run in RUN.findall(head)) and not TAG.search(line.label)


def row_differs(item: Item, row: str) -> bool:
    """Whether a row of a yearly table differs from the evidence's line of that year."""
    own = numerals_of(row)
    lines = [numerals_of(part) for part in re.split(r"[。\n]", item.text)]
    same_year = [line for line in lines if line and own and len(line) == len(own) and (line[0].value, line[0].unit) == (own[0].value, own[0].unit)]
    return bool(same_year) and not any(all(a.value == b.value and a.unit == b.unit for a, b in zip(own, line, strict=True)) for line in same_year)


def contradicted(item: Item, text: str) -> str | None:
    """The label of a worded line (「税：考えていません」) that the text denies or affirms against it."""
    for match in LINE.finditer(item.text) if labelled(item) else ():
        if numerals_of(match["value"]) or match["label"] not in text:
            continue
        clause = re.split(r"[、。]", text[text.index(match["label"]) :])[0]
        if bool(NEGATION.search(clause)) != bool(NEGATION.search(match["value"])):
            return match["label"]
    return None


def matches(numeral: Numeral, other: Numeral) -> bool:
    """The same number and unit, a duration also as a bare 年, or rounded as the wording allows."""
    if numeral.unit != other.unit:
        return False
    return same_number(numeral, other) or (numeral.value != other.value and numeral.allows(other.value) and numeral.decimals <= other.decimals)
