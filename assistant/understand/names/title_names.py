"""Titles of works as people call them: whole, by a few words in a row, by one word, in Latin letters or in Japanese."""

import re
import unicodedata
from collections.abc import Iterable

from assistant.understand.names.person_names import SpokenNames

LATIN = re.compile(r"[a-z0-9$%][a-z0-9$%'’.]*")
BETWEEN = re.compile(r"[\s\-:,/&+・“”\"'()?!]*")  # what may stand between two words of a title
SEGMENT = re.compile(r"[：:、，。・？?！!「」『』（）()\s]+")
JAPANESE = re.compile(r"[一-龥々]{2,}|[ァ-ヴー]{3,}")
LEAST_WORD, LEAST_SEGMENT, LEAST_PART = 3, 6, 4
LONGEST_RUN = 24  # words of the longest title
SPOKEN_WORDS, SPOKEN_LETTERS = 4, 6  # most words and least letters of what is written down in katakana by its sound


def plain_letters(text: str) -> str:
    """Lower case without accents: 「Färber」 and 「Farber」 are one name. Every character stays one character."""
    return "".join(unicodedata.normalize("NFD", char)[0] if char != "ł" else "l" for char in text.lower())


def latin_words(text: str) -> list[tuple[int, int, str]]:
    """(start, end, word) of the words in Latin letters and digits; hyphens part words."""
    return [(match.start(), match.end(), re.sub(r"['’.]", "", match.group())) for match in LATIN.finditer(plain_letters(text))]


def keys(text: str) -> tuple[str, ...]:
    return tuple(word for _, _, word in latin_words(text))


class TitleNames:
    """The names that titles give their works. `runs`: some words in a row, `words`: single ones (only where a work is called by them), `segments`: of the
    Japanese titles; each with the ids of the works it may mean. `whole`: title → ids of the works that are called just that."""

    def __init__(self, heads: Iterable, idle: frozenset[str]):
        """idle: words that tell no work from another."""
        self.idle = idle
        self.runs: dict[tuple[str, ...], set[str]] = {}
        self.words: dict[str, set[str]] = {}
        self.segments: dict[str, set[str]] = {}
        self.whole: dict[tuple[str, ...], set[str]] = {}
        for head in heads:
            self.add(head)
        self.words = {word: ids for word, ids in self.words.items() if len(ids) == 1}
        self.sounding = {"".join(run): ids for run, ids in self.runs.items() if len(ids) == 1 and len(run) <= SPOKEN_WORDS and self.spelled(run)}
        self.spoken = SpokenNames(self.sounding)

    def spelled(self, run: tuple[str, ...]) -> bool:
        """Whether words in a row are letters alone, enough of them to be known by their sound, and begin and end with words that say something."""
        return run[0] not in self.idle and run[-1] not in self.idle and all(re.fullmatch("[a-z]+", word) for word in run) and sum(map(len, run)) >= SPOKEN_LETTERS

    def add(self, head) -> None:
        for title in head.title.split(" / "):
            whole = keys(title)
            self.whole.setdefault(whole, set()).add(head.id)
            main = keys(re.split(r":|, fiscal", title)[0])
            for start in range(len(whole)):
                for end in range(start + 1, len(whole) + 1):
                    run = whole[start:end]
                    if run in (main, whole) and len(run) > 1 or self.telling(run):
                        self.runs.setdefault(run, set()).add(head.id)
            for word in {*whole, *(re.sub(r"['’.]", "", part) for part in LATIN.findall(plain_letters(title).replace("-", "")))}:
                if len(word) >= LEAST_WORD and not (word in self.idle or word.isdigit()):
                    self.words.setdefault(word, set()).add(head.id)
        for segment in {*SEGMENT.split(head.title_ja), head.title_ja}:
            if len(segment) >= LEAST_SEGMENT and not segment.isascii():
                self.segments.setdefault(unicodedata.normalize("NFKC", segment).lower(), set()).add(head.id)
        for word in set(JAPANESE.findall(head.title_ja)) - self.idle:
            self.words.setdefault(word.lower(), set()).add(head.id)

    def telling(self, run: tuple[str, ...]) -> bool:
        """Whether words in a row name a work: two of them say something, or one does and begins or ends three or more."""
        said = [word for word in run if word not in self.idle and len(word) > 1]
        return len(said) >= 2 or len(said) == 1 and len(run) >= 3 and (run[0] in said or run[-1] in said)

    def find_runs(self, text: str) -> list[tuple[int, int, frozenset[str], bool]]:
        """(start, end, ids, whether it is a whole title) of the longest runs of title words in a text, in order."""
        words, found, first = latin_words(text), [], 0
        while first < len(words):
            taken = 1
            for last in range(min(len(words), first + LONGEST_RUN), first + 1, -1):
                run = tuple(word for _, _, word in words[first:last])
                ids = self.runs.get(run)
                if ids and all(BETWEEN.fullmatch(text[before[1] : after[0]]) for before, after in zip(words[first : last - 1], words[first + 1 : last], strict=True)):
                    whole = self.whole.get(run, set())
                    found.append((words[first][0], words[last - 1][1], frozenset(whole or ids), bool(whole)))
                    taken = last - first
                    break
            first += taken
        return found

    def find_segments(self, lowered: str) -> list[tuple[int, int, frozenset[str], bool]]:
        """The same of the segments of Japanese titles."""
        return [(start, start + len(segment), frozenset(ids), len(ids) == 1) for segment, ids in self.segments.items() if (start := lowered.find(segment)) >= 0]

    def find_spoken(self, folded: str) -> list[tuple[int, int, frozenset[str]]]:
        """(start, end, ids) of katakana that sounds like some words of a title: 「チューズユアウェポン」. The dots between words are left out."""
        found = []
        for match in re.finditer(r"[ァ-ヴー][ァ-ヴー・=]{4,}[ァ-ヴー]", folded):
            name = self.spoken.name(re.sub("[・=]", "", match.group()))
            if name is not None:
                found.append((match.start(), match.end(), frozenset(self.sounding[name])))
        return found
