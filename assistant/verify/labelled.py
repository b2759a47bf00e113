"""Values that carry a label (results of an investment calculation): a number beside one label may not stand beside another."""

import re
from dataclasses import dataclass
from functools import lru_cache

import prompts
from assistant.models import Item
from assistant.verify.support import numerals_of, same_number
from index.numerals import Numeral

NEGATION = re.compile(r"ませ[んぬ]|ない|なく|ず(?=[、。]|$)")
LINE = re.compile(r"^(?P<label>[^：\n]{1,30})：(?P<value>.+)$", re.M)
# What the asker gave may be repeated without its label; results may not.
INPUTS = frozenset({"initial", "benefit", "cost", "years", "rate"})
AHEAD = 10


@dataclass(frozen=True)
class Labelled:
    """One line of the evidence: the key of its label and the numerals behind it."""

    key: str
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
    """The labelled lines of an item; empty for passages and figures. A label without a name of ours is its own key."""
    if item.figure is not None or item.citation.kind != "roi":
        return ()
    lines = []
    for match in LINE.finditer(item.text):
        found = keys_in(match["label"])
        lines.append(Labelled(found[-1] if found else match["label"], numerals_of(match["value"])))
    return tuple(lines)


def holds(item: Item, numeral: Numeral, before: str, after: str) -> bool | None:
    """Whether the item has this number under the label that the words around it name.

    `before`: the words since the number before; `after`: the words that follow. None when the item has no labelled values.
    """
    lines = labelled(item)
    if not lines:
        return None
    own = [line for line in lines if line.key not in {key for key, _ in names()} and line.key in before]
    named = [line.key for line in own] or keys_in(before)[:1]
    candidates = {line.key for line in lines if any(matches(numeral, other) for other in line.numerals)}
    if named:
        return named[0] in candidates
    return bool(candidates & {*keys_in(after[:AHEAD])[-1:], *INPUTS})


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
