"""The product's own sentence patterns as a grammar: which template a sentence is, and what stands in its slots.

The offline writer says nothing outside its templates and the corpus, so a sentence that fits neither was altered.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter

import prompts
from analytics import Figure
from analytics.divide.members import WHAT
from analytics.divide.metrics import AREA_LABELS, FIELD_LABELS
from assistant.models import Item, Question
from assistant.understand.figures.limits import COUNTERS
from assistant.verify.segments import NUMBER, split
from assistant.write.english import english_label, english_period, english_place
from assistant.write.rankings import RANK_LABELS, kind_named
from assistant.write.wordings import NOUNS, VERBS, bare_name, label, papers_of, place

FILES = ("answers/data", "answers/english", "answers/words", "answers/roi", "answers/market", "phrases/sentences", "refusals")
MARKS = re.compile(r"(?:【\d+】)*")
LISTS = frozenset({"items", "counted"})
NUMERIC = frozenset({"value", "first", "last", "former", "size", "low", "high", "n", "university", "alone", "full", "part", "second", "initial", "benefit", "cost", "years", "rate", "npv", "payback", "discounted", "irr", "rank", "of"})
CELLS = frozenset(f"cell{place}" for place in range(1, 13))
"""Slots of a table that hold a number, or say that there is none."""
PERIODS = frozenset({"period", "first_period", "last_period", "former_period"})
LABELS = frozenset({"label", "first_label", "second_label"})
ITEM_TEMPLATES = ("level_item", "count_item", "place_item", "place_papers", "outlay_part", *(f"labelled_item_{name}" for name in ("npv", "break_even", "payback", "unpaid", "irr", "room")))


POWER_TEXT = r"約[0-9][0-9.]*×10の[0-9]{1,2}乗[A-Z]{0,4}"
DOLLARS_TEXT = r"約[0-9][0-9,]*(?:億(?:[0-9,]+万)?|万)ドル"
NUMBER_TEXT = re.compile(rf"(?:{POWER_TEXT}|{DOLLARS_TEXT}|[+\-−]?[0-9][0-9,.]*(?:[兆億万][0-9,.]*)*[^0-9【】。、（）|]{{0,6}})")

CELL_TEXT = re.compile(rf"(?:{NUMBER_TEXT.pattern}|なし)")


@dataclass(frozen=True)
class Pattern:
    """One sentence of a template: its pieces (literal text or slot name), a loose pattern that any filling matches, and the literal text that it begins
    and ends with (empty for a slot), which rules out most patterns before that."""

    name: str
    pieces: tuple[tuple[str, str], ...]
    loose: re.Pattern
    head: str
    tail: str

    def may_be(self, text: str) -> bool:
        return text.startswith(self.head) and text.endswith(self.tail) and self.loose.fullmatch(text) is not None


def compile_sentence(name: str, text: str) -> Pattern:
    pieces, loose = [], []
    for literal, slot, _, _ in Formatter().parse(text.replace("**", "")):
        if literal:
            pieces.append(("text", literal))
            loose.append(re.escape(literal))
        if slot is not None:
            pieces.append(("slot", slot))
            loose.append(MARKS.pattern if is_mark(slot) else ".*")
    head, tail = (value if kind == "text" else "" for kind, value in (pieces[0], pieces[-1]))
    return Pattern(name, tuple(pieces), re.compile("".join(loose)), head, tail)


def is_mark(slot: str) -> bool:
    return slot.startswith("cite") or slot == "mark"


# What a calculation says of the assumption that moves it most.
ASSUMPTION = re.compile(rf"{prompts.lexicon('investment')['beside']['most']}：([^。]+)。")


class Grammar:
    """All sentence patterns of the product."""

    def __init__(self, venues: dict):
        self.venues = venues
        self.sentences: list[Pattern] = []
        self.items: list[Pattern] = []
        self.fixed: set[str] = set()
        for file in FILES:
            for name, template in prompts.templates(file).items():
                parts = split(template.text.strip().removeprefix("- "))
                self.fixed |= {part.strip() for part in parts if "{" not in part}
                filled = [part for part in parts if "{" in part and "{text}" not in part]
                (self.items if name in ITEM_TEMPLATES else self.sentences).extend(compile_sentence(name, part) for part in filled)
        self.begun: dict[str, list[Pattern]] = {}  # by the first character of their text; empty where a slot stands first
        for pattern in self.sentences:
            self.begun.setdefault(pattern.head[:1], []).append(pattern)

    def fits(self, sentence: str, cited: list[Item], question: Question, items: dict[int, Item]) -> bool:
        """Whether the sentence is one of the patterns, filled with what its evidence allows."""
        text = sentence.strip()
        return self.any_fits((*self.begun.get(text[:1], ()), *self.begun.get("", ())), text, cited, question, items)

    def any_fits(self, patterns: Iterable[Pattern], text: str, cited: list[Item], question: Question, items: dict[int, Item]) -> bool:
        return any(pattern.may_be(text) and self.filled(pattern, text, cited, question, items) for pattern in patterns)

    def filled(self, pattern: Pattern, text: str, cited: list[Item], question: Question, items: dict[int, Item]) -> bool:
        """Whether `text` is the pattern with allowed values in its slots. Walked piece by piece: the values are those of this answer, and compiling
        them into an expression costs more than the whole check."""
        pieces, lists = [], []
        for kind, value in pattern.pieces:
            if kind == "text":
                pieces.append((value,))
            elif is_mark(value):
                pieces.append(MARKS)
            elif value in LISTS:
                lists.append(len(pieces))
                pieces.append(None)
            elif value in NUMERIC or value in CELLS:
                pieces.append(NUMBER_TEXT if value in NUMERIC else CELL_TEXT)
            elif allowed := slot_values_in(value, text, cited, question, self.venues):
                pieces.append(allowed)
            else:
                return False
        bounds = walked(pieces, text)
        return bounds is not None and all(self.list_fits(text[bounds[at] : bounds[at + 1]], question, items) for at in lists)

    def list_fits(self, text: str, question: Question, items: dict[int, Item]) -> bool:
        """Every part of an enumeration is an item pattern filled from the evidence its own mark cites."""
        for part in re.split(r"(?<=】)、", text):
            cited = [items[number] for number in map(int, NUMBER.findall(part)) if number in items]
            if not self.any_fits(self.items, part, cited, question, items):
                return False
        return True


def walked(pieces: list[tuple[str, ...] | re.Pattern | None], text: str) -> list[int] | None:
    """Where each piece begins and the last one ends if they make up the whole text, longest fillings first; None where they do not.

    pieces: alternatives (longest first), an expression, or None for anything.
    """
    dead: set[tuple[int, int]] = set()

    def rest(at: int, start: int) -> list[int] | None:
        if at == len(pieces):
            return [start] if start == len(text) else None
        if (at, start) in dead:
            return None
        for end in ends(pieces[at], text, start):
            if (found := rest(at + 1, end)) is not None:
                return [start, *found]
        dead.add((at, start))
        return None

    return rest(0, 0)


def ends(piece: tuple[str, ...] | re.Pattern | None, text: str, start: int):
    """Where a piece that begins at `start` may end, the farthest first."""
    if piece is None:
        yield from range(len(text), start - 1, -1)
    elif isinstance(piece, tuple):
        yield from (start + len(value) for value in piece if text.startswith(value, start))
    elif match := piece.match(text, start):
        yield match.end()
        yield from (end for end in range(match.end() - 1, start - 1, -1) if piece.fullmatch(text, start, end))


def slot_values_in(slot: str, text: str, cited: list[Item], question: Question, venues: dict) -> tuple[str, ...]:
    """What a slot of `text` may hold beside this evidence, longest first; numerals are checked one by one elsewhere. A value that does not stand in
    the text cannot be what fills the slot: most patterns end here."""
    figures = [item.figure for item in cited if item.figure is not None]
    if slot in ("claim", "limit"):
        values = set(question.claims)
    elif slot == "ranked":
        values = {kind_named(asked) for asked in (question, *question.parts)}
    elif slot in ("among", "outside", "count"):
        values = members_told(slot, figures, question)
    elif slot == "direction":
        values = {*VERBS.values(), *NOUNS.values()}
    elif slot == "asked":
        values = {item.text.partition("\n")[0].removeprefix("問 ").rstrip("。") for item in cited if item.text.startswith("問 ")}
    elif slot == "assumption":
        values = {part for item in cited if item.figure is None for part in ASSUMPTION.findall(item.text)}
    elif slot in ("name", "title", "field"):
        values = {part for item in cited if item.figure is None for part in (item.citation.title, item.citation.title.partition("（")[0])}
        values |= {text for figure in figures for text in venue_words(slot, figure, venues)}
    else:
        values = slot_values(slot, figures, venues)
    return tuple(sorted((value for value in values if value in text), key=lambda value: (-len(value), value)))


def members_told(slot: str, figures: list[Figure], question: Question) -> set[str]:
    """How many were ranked, beside a figure that tells of members among them (or, `outside`, of none), and how many members (`count`)."""
    counter = COUNTERS[question.ranked or "venues"]
    told = [figure.parts for figure in figures if "members" in figure.parts and (figure.parts["members"] == 0) == (slot == "outside")]
    return {f"{parts['members' if slot == 'count' else 'among']}{counter}" for parts in told}


def venue_words(slot: str, figure: Figure, venues: dict) -> list[str]:
    """Name, title and field of a figure's venue."""
    if "venue" not in figure.slice:
        return []
    venue = venues[figure.slice["venue"]]
    return [{"name": venue.name, "title": venue.title, "field": FIELD_LABELS[venue.field]}[slot]]


def slot_values(slot: str, figures: list[Figure], venues: dict) -> set[str]:
    """What a slot may hold beside these figures."""
    if slot in PERIODS or slot in ("before", "after"):
        english = {english_period(part) for figure in figures for part in figure.period.split(" → ")}
        return english | {part for figure in figures for part in figure.period.split(" → ")} | ({figure.display for figure in figures} if slot in ("before", "after") else set())
    if slot in LABELS:
        return {label(figure) for figure in figures} | {english_label(figure) for figure in figures} | set(RANK_LABELS.values())
    if slot == "papers":
        return {papers_of(figure) for figure in figures}
    if slot in ("larger", "smaller"):  # the sides of a multiple or of a part, which may not be swapped
        sides = {figure.parts["more" if slot == "larger" else "less"] for figure in figures if figure.metric.endswith(("_times", "_within"))}
        return {name for figure in figures if figure.id in sides for name in (label(figure), place(figure), papers_of(figure))}
    if slot in ("place", "area", "winner"):
        found = {place(figure) for figure in figures}
        if slot == "place":
            return found | {f"{figure.period}の{place(figure)}" for figure in figures} | {english_place(figure) for figure in figures}
        if slot == "area":
            found |= {f"{FIELD_LABELS[venues[f.slice['venue']].field]}分野の会議" for f in figures if "venue" in f.slice}
            return found | {f"{name}で" for name in found} | {""} | {AREA_LABELS["ai" if venues[f.slice["venue"]].is_ai else "non_ai"] for f in figures if "venue" in f.slice}
        return found | {name for figure in figures for name in (label(figure), bare_name(label(figure)))}
    if slot == "definition":
        return {text for figure in figures for text in (figure.definition_ja, figure.definition_ja.split("。")[0], re.sub(r"の割合$", "", figure.definition_ja.split("のうち、")[-1]))}
    if slot in ("group", "meaning"):
        return {WHAT[figure.slice["group"]][0 if slot == "group" else 1] for figure in figures if figure.metric == "members"}
    if slot == "method":
        return {figure.method_ja for figure in figures}
    if slot == "whole":
        return {figure.definition_ja.split("のうち、")[0] for figure in figures}
    if slot == "kind":
        return {"割合", "値"}
    return set()
