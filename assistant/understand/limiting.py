"""Words of a question about figures that nothing explained and that limit or change what it asks for: without 「神奈川県に本社を置く」 the number of all firms
would be told.

A linear model gives each such word the probability that leaving it out answers another question: by its characters, its part of speech and what stands
around it. It is learned from labelled questions, where nobody says which word it was: a question is to be refused when any of its words limits it
(multiple instances, noisy-or). The weights stand in limiting.npz; `python -m bench learn` makes them from the question files of tests/questions.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.understand.cues.leftover import NEUTRAL

FILE = Path(__file__).with_name("limiting.npz")
COLOURLESS = NEUTRAL | {"分", "分け", "採択", "採録", "完結"}
CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接尾辞", "接頭辞"})
SPOKEN = frozenset({"助詞", "助動詞", "補助記号"})  # told by their own form, all others by their part of speech
WRITTEN, ATTACHED = re.compile(r"[一-龥々ァ-ヴA-Za-zぁ-ん]"), re.compile(r"[ぁ-ん]+")  # 「年度ごと」: a suffix in hiragana limits nothing
CLAUSE_ENDS, ENDS = re.compile(r"[、。??!,]"), re.compile(r"[。??!]")
GRAMS, NEAR, LONG = (2, 3, 4), 4, 15


@dataclass(frozen=True)
class Word:
    """A word that nothing explained, where it stands in the lowercased text, and what the model goes by."""

    start: int
    end: int
    features: tuple[str, ...]


@dataclass(frozen=True)
class Morpheme:
    """`kind` is what explained it (firm, venue, year, cue …), None where nothing did."""

    start: int
    end: int
    surface: str
    form: str
    part: tuple[str, ...]
    kind: str | None

    @property
    def label(self) -> str:
        """As a neighbour is told: by what explained it, by its form where it is a particle or mark, else by its part of speech."""
        return f"H{self.kind}" if self.kind is not None else self.surface if self.part[0] in SPOKEN else self.part[0]

    @property
    def may_limit(self) -> bool:
        if self.kind is not None or self.part[0] not in CONTENT or "非自立可能" in self.part or self.surface in COLOURLESS:  # する, いる, いただく
            return False
        return WRITTEN.search(self.surface) is not None and not (self.part[0] == "接尾辞" and ATTACHED.fullmatch(self.surface))


def words_of(text: str, explained: list[tuple[int, int, str]], tokens, follow_up: bool) -> list[Word]:
    """The content words of a lowercased text that nothing explained. `explained`: spans with their kind; `tokens`: the morphemes of the text."""
    kinds: list[str | None] = [None] * len(text)
    for start, end, kind in explained:
        kinds[start:end] = [kind] * len(kinds[start:end])
    line = [morpheme(text, token, kinds) for token in tokens]
    clauses, sentences = cut(text, CLAUSE_ENDS), cut(text, ENDS)
    found = []
    for at, word in enumerate(line):
        if word.may_limit:
            clause = next(number for number, (_, end) in enumerate(clauses) if word.start < end)
            last = word.start >= sentences[-1][0]
            role = [*beside(line, at), *within(text, clauses[clause], explained), f"c{min(len(clauses) - 1 - clause, 3)}", f"L{last}", f"T{follow_up}", f"len{min(len(text) // LONG, 6)}"]
            found.append(Word(word.start, word.end, (*shape(word), *role)))
    return found


def morpheme(text: str, token, kinds: list[str | None]) -> Morpheme:
    """A morpheme counts as explained when more than half of it is."""
    start, end = token.begin(), token.end()
    here = [kind for kind in kinds[start:end] if kind is not None]
    return Morpheme(start, end, text[start:end], token.normalized_form().lower(), tuple(token.part_of_speech()[:3]), here[0] if 2 * len(here) > end - start else None)


def cut(text: str, ends: re.Pattern) -> list[tuple[int, int]]:
    """Spans of the clauses or sentences of a text, the mark that ends one included."""
    bounds = [0, *(match.end() for match in ends.finditer(text.rstrip("、。??!, "))), len(text) + 1]
    return list(zip(bounds, bounds[1:], strict=False))


def shape(word: Morpheme) -> list[str]:
    """What the word itself is: its runs of characters, its dictionary form and part of speech."""
    bounded = f"^{word.form}$"
    return [*(f"w{bounded[i : i + size]}" for size in GRAMS for i in range(len(bounded) - size + 1)), f"W{bounded}", f"Q{'/'.join(word.part)}"]


def beside(line: list[Morpheme], at: int) -> list[str]:
    """What stands around a word: the morphemes next to it in order, those near it in any order, the content words before and after."""
    def label(place: int) -> str:
        return line[place].label if 0 <= place < len(line) else "#"

    after, before = [label(at + step) for step in (1, 2, 3)], [label(at - step) for step in (1, 2)]
    told = [f"N{after[0]}", f"M{'|'.join(after[:2])}", f"O{'|'.join(after)}", f"B{before[0]}", f"A{'|'.join(reversed(before))}", f"F{line[at].part[0]}{after[0]}"]
    told += [f"b{word.label}" for word in line[max(0, at - NEAR) : at]] + [f"a{word.label}" for word in line[at + 1 : at + 1 + NEAR]]
    content = [[word.form for word in side if word.part[0] in CONTENT] for side in (line[at + 1 :], line[:at][::-1])]
    return [*told, *(f"{mark}{forms[0]}" for mark, forms in zip("xp", content, strict=True) if forms)]


def within(text: str, clause: tuple[int, int], explained: list[tuple[int, int, str]]) -> list[str]:
    """How the clause of a word ends, and what is explained inside it and outside."""
    start, end = clause
    words = text[start:end].rstrip("、。??!, ")
    here = {kind for first, _, kind in explained if start <= first < end}
    return [*(f"e{words[-size:]}" for size in GRAMS), *(f"k{kind}" for kind in sorted(here)), *(f"n{kind}" for kind in sorted({kind for _, _, kind in explained} - here))]


class Limiting:
    """The learned weights, read at first need. Safe to share between threads."""

    def __init__(self, tokens: Callable[[str], object], file: Path = FILE):
        """tokens: a text → its morphemes as SudachiPy gives them."""
        self.tokens, self.file = tokens, file
        self.lock, self.weights, self.bias = threading.Lock(), None, 0.0

    def warm(self) -> None:
        with self.lock:
            if self.weights is None:
                with np.load(self.file, allow_pickle=False) as kept:
                    self.weights, self.bias = dict(zip(kept["names"].tolist(), kept["weights"].astype(float).tolist(), strict=True)), float(kept["bias"])

    def chances(self, text: str, explained: list[tuple[int, int, str]], follow_up: bool) -> list[tuple[Word, float]]:
        """Each word of a lowercased text that nothing explained with the probability (0..1) that it limits the question, in the order of the text."""
        self.warm()
        words = words_of(text, explained, list(self.tokens(text)), follow_up)
        return [(word, chance(self.bias + sum(self.weights.get(name, 0.0) for name in word.features))) for word in words]


def chance(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))
