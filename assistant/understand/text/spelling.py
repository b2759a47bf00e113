"""Names of fields that are misspelt: one wrong character that sounds alike (機会学習), a long vowel more or less (データーマイニング), one slip in a long name."""

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.understand.text.matcher import Hit, Text

KANJI, KANA = re.compile(r"[一-龥]{4,}"), re.compile(r"[ァ-ヴー]{5,}")
RUN = re.compile(r"[一-龥]{4,}|[ァ-ヴー]{4,}")
LIGHT = str.maketrans("ァィゥェォャュョヴ", "アイウエオヤユヨブ", "ーッ")  # what is heard as the same
TAILS = ("分野", "会議", "学会", "領域")  # make no name longer
LONG = 6  # characters of a name from which on one slip leaves no doubt


class FieldSpelling:
    """The names of fields, by characters and by sound. Safe to share between threads."""

    def __init__(self, names: dict[str, str]):
        """names: name → field."""
        self.kanji = {name: key for name, key in names.items() if KANJI.fullmatch(name) and not name.endswith(TAILS)}
        self.kana = {light(name): (key, name) for name, key in names.items() if KANA.fullmatch(name)}

    def misspelt(self, text: Text, hits: list[Hit], reading: Callable[[str], str]) -> tuple[Hit, str] | None:
        """(hit, the name meant) for the first run of kanji or katakana that is a name but for a slip; None where a name stands already.

        reading: a word → how it is pronounced.
        """
        for run in RUN.finditer(text.lowered):
            over = [hit for hit in hits if hit.start < run.end() and run.start() < hit.end]
            if any(hit.kind != "field" or hit.start <= run.start() and run.end() <= hit.end for hit in over):
                continue
            found = self.by_kana(run) if KANA.fullmatch(run.group()) else self.by_kanji(run, reading)
            if found is not None and all(hit.key == found[0].key for hit in over):
                return found
        return None

    def by_kana(self, run: re.Match) -> tuple[Hit, str] | None:
        written = light(run.group())
        key, name = self.kana.get(written) or next((found for heard, found in self.kana.items() if len(heard) >= LONG and one_edit(heard, written)), (None, ""))
        return (Hit(run.start(), run.end(), "field", key, run.group()), name) if key else None

    def by_kanji(self, run: re.Match, reading: Callable[[str], str]) -> tuple[Hit, str] | None:
        for name, key in self.kanji.items():
            for start in range(len(run.group()) - len(name) + 1):
                written = run.group()[start : start + len(name)]
                if sum(map(str.__ne__, name, written)) == 1 and (len(name) >= LONG or reading(name) == reading(written)):
                    return Hit(run.start() + start, run.start() + start + len(name), "field", key, written), name
        return None


@lru_cache(maxsize=4_000)
def light(name: str) -> str:
    """A katakana word without what is left out or added by ear."""
    return name.translate(LIGHT)


@lru_cache(maxsize=20_000)
def one_edit(first: str, second: str) -> bool:
    """One insertion, deletion, substitution or swap of neighbours apart (Damerau), or equal."""
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1:
        return False
    for index in range(min(len(first), len(second)) + 1):
        if index == min(len(first), len(second)) or first[index] != second[index]:
            left, right = first[index:], second[index:]
            return left[1:] == right or left == right[1:] or left[1:] == right[1:] or (
                len(left) > 1 and len(right) > 1 and left[0] == right[1] and left[1] == right[0] and left[2:] == right[2:]
            )
    return False
