"""Fact cards (the knowledge behind the summaries) as the corpus check reads them: texts by mark, confidence, and every number in them."""

import re
from dataclasses import dataclass
from pathlib import Path

from index.corpus import load_yaml, read_text
from index.errors import CorpusError
from index.number_units import DOLLAR, FISCAL_YEAR, FRACTION, PERCENT, POINT, TIMES, YEAR, YEARS_LONG, YEN
from index.numerals import find_numerals

LISTS = {"method": "method", "limit": "limits", "relevance": "manager_relevance", "japan": "japan_relevance"}
MONTHS = "January February March April May June July August September October November December".split()
MONTH = re.compile("|".join(MONTHS[:4] + MONTHS[5:]) + r"|(?<=[0-9] )May|May(?= [0-9])|(?<=(?:in|by) )May|(?<=since )May")
ORDINALS = {w: i for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
ONE = re.compile(r"\b(?:[Oo]ne|[Ss]ingle|[Oo]nce|[Oo]nly|[Aa]n?)\b")
DECADES = re.compile(r"\b(?:(two|three|four|five) decades|(decades)|decade)\b")
TENS_OF_YEARS = {"two": 20.0, "three": 30.0, "four": 40.0, "five": 50.0}
HALF = re.compile(r"\bhalf\b", re.IGNORECASE)
# "fell 280-fold", "3 times less": one 280th, one third of it is left.
REDUCED = re.compile(r"\b(?:fell|falls?|fewer|less|cheaper|dropped|declined)\b")
ANY = "any unit"
# 数十, 数千万 and so on are read as their lower bound (see numerals): dozens is at least 20.
VAGUE = {"few|several|some|handful|(?<![0-9] )percentage points": 2.0, "dozens|few dozen|tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "(?:tens|dozens) of thousands": 2e4, "hundreds of thousands": 2e5,
         "millions": 2e6, "tens of millions": 2e7, "hundreds of millions": 2e8, "billions": 2e9}
CALENDAR = frozenset({YEAR, FISCAL_YEAR, "年代", None})
EXACT_UNITS = frozenset({PERCENT, POINT, TIMES, YEN, DOLLAR, "ユーロ", YEAR, FRACTION})


@dataclass(frozen=True)
class Card:
    """One fact card. facts: (text, confidence) in order; lists: mark kind → texts; note: text or "" ."""

    path: Path
    id: str
    title: str
    year: int
    kind: str
    facts: tuple[tuple[str, str], ...]
    lists: dict[str, tuple[str, ...]]
    note: str

    def text(self, basis):
        """Card text that a mark points to; None when the card has no such entry."""
        if basis.kind == "note":
            return self.note or None
        texts = tuple(t for t, _ in self.facts) if basis.kind == "fact" else self.lists[basis.kind]
        return texts[basis.number - 1] if 1 <= basis.number <= len(texts) else None

    def confidence(self, basis):
        """`high`, `medium` or `low` of a fact; `high` for the rest."""
        return self.facts[basis.number - 1][1] if basis.kind == "fact" and 1 <= basis.number <= len(self.facts) else "high"

    def all_texts(self):
        """Every text of the card."""
        return (*(t for t, _ in self.facts), *(t for texts in self.lists.values() for t in texts), self.note)


def load_cards(folder):
    """Folder of <id>.yaml → {id: Card}. Raises CorpusError for a card that cannot be read."""
    paths = sorted(Path(folder).glob("*.yaml"))
    if not paths:
        raise CorpusError(folder, 1, "holds no *.yaml fact cards; give the folder of the cards with --cards")
    return {path.stem: load_card(path) for path in paths}


def load_card(path):
    """One card file → Card."""
    values = load_yaml(read_text(path), path, 1)
    try:
        return Card(path, values["id"], values["title"], values["year"], values["kind"],
                    tuple((fact["text"], fact["conf"]) for fact in values["facts"]),
                    {kind: tuple(values[key]) for kind, key in LISTS.items()}, values.get("note") or "")
    except (KeyError, TypeError) as error:
        raise CorpusError(path, 1, f"is no fact card ({error!r}); see the README of the cards") from error


def card_numbers(text):
    """Every (value, unit or None) that a card text states, read generously: also ordinals, months, decades, one, and digits inside names."""
    found = find_numerals(text)
    numbers = {(n.value, n.unit) for n in found}
    names = "".join(" " if any(n.start <= i < n.end for n in found) else c for i, c in enumerate(text))
    numbers |= {(float(d.replace(",", "").rstrip(".")), None) for d in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", names) if len(d) < 40}
    numbers |= {(float(MONTHS.index(m) + 1), "月") for m in MONTH.findall(text)}
    numbers |= {(float(i), None) for word, i in ORDINALS.items() if re.search(rf"\b{word}s?\b", text, re.IGNORECASE)}
    if ONE.search(text):
        numbers.add((1.0, None))
    if "orders of magnitude" in text or "order of magnitude" in text:
        numbers |= {(value, "桁") for value, _ in list(numbers)}
    numbers |= {(TENS_OF_YEARS.get(count, 20.0 if plain else 10.0), YEARS_LONG) for count, plain in DECADES.findall(text)}
    if HALF.search(text):
        numbers.add((0.5, FRACTION))
    if REDUCED.search(text):
        numbers |= {(1 / value, FRACTION) for value, unit in list(numbers) if unit == TIMES and value > 1}
    numbers |= {(value, ANY) for words, value in VAGUE.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)}
    return numbers


def states(numbers, numeral):
    """Whether a text with `numbers` states this numeral: the same value, and the same unit where the unit changes the meaning."""
    return any(abs(value - numeral.value) <= 1e-9 * max(1.0, abs(value)) and same_meaning(numeral.unit, unit) for value, unit in numbers)


def same_meaning(written, unit):
    """Whether a written unit and one of a card may stand for each other: equal, both mere counters, or one left out where that is usual."""
    bare = written is None or (written, unit) == (TIMES, None)
    return written == unit or unit == ANY or bare or {written, unit} <= CALENDAR or not {written, unit} & EXACT_UNITS
