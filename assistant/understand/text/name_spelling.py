"""Names of firms, universities, countries, groups, terms and public programmes that are misspelt: written as they sound (グーグール, ハーウェイ, ナイアー for
NAIRR), or with one slip in a long name (マイクロソフ, スケーリンク, Standford). Only where one name alone is meant and the word is no other word."""

import re
from collections.abc import Callable
from typing import Protocol

import prompts
from assistant.understand.text.matcher import Hit, Text
from assistant.understand.text.spelling import light, one_edit
from index.corpus import CORPUS_FOLDER, load_glossary

KANA = re.compile(r"[ァ-ヴー]{3,}")
KATAKANA, LATIN = re.compile(r"[ァ-ヴー]{4,}"), re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{5,}(?![A-Za-z0-9])")
SHORT = re.compile(r"(?<![ァ-ヴー])[ァ-ヴー]{2,}(?![ァ-ヴー])(?=(?:社)?(?:の(?:AI|ai)?(?:論文|割合|比率|シェア|順位|本数|存在感)|(?:は|って)(?:世界で|全体で)?(?:何位|何本|何番|何%)))")  # a name whose papers are measured
PROPER = "固有名詞"
LEAST = 2  # sounds: of ソニー
LONG_KANA, LONG_LATIN = 5, 6  # characters of a name, as it sounds, from which on one slip leaves no doubt
# Sounds that are written in two ways: ファ and ハ (ファーウェイ), ディ and デ, ティ and チ, ヴァ and バ.
TWICE_WRITTEN = (("フア", "ハ"), ("フイ", "ヒ"), ("フエ", "ヘ"), ("フオ", "ホ"), ("デイ", "デ"), ("テイ", "テ"), ("ドウ", "ド"), ("ブア", "バ"), ("ヂ", "ジ"), ("ヅ", "ズ"), ("リヤ", "リア"))


class Reader(Protocol):
    """The finders of what a question names."""

    institutions: object
    countries: object
    groups: object
    places: object
    works: object


class NameSpelling:
    """The names by their sound, and by their letters. Safe to share between threads once loaded."""

    def __init__(self, reader: Reader, tokens: Callable):
        """tokens: a text → its morphemes, each telling whether a dictionary holds it."""
        self.reader, self.tokens = reader, tokens
        self.kana: dict[str, set[tuple[str, str]]] = {}
        self.latin: dict[str, set[tuple[str, str]]] = {}
        self.spelt: frozenset[str] = frozenset()
        self.load()

    def load(self) -> None:
        """Gather the names: those of institutions that people know by a short name, of countries, groups, terms and programmes."""
        institutions = self.reader.institutions
        everyday = {key for word, key in institutions.words.items() if KATAKANA.fullmatch(word) or word in institutions.everyday}
        named = [(word, key) for word, key in institutions.words.items() if KANA.fullmatch(word) or key in everyday and LATIN.fullmatch(word)]
        named += [(word, f"{finder}:{key}") for finder, phrases in (("country", self.reader.countries.phrases), ("group", self.reader.groups)) for word, found in phrases.table.items() for _, key in found]
        for word, key in named:
            if KANA.fullmatch(word):
                self.kana.setdefault(sound(word), set()).add((key, word))
            elif LATIN.fullmatch(word) and len(word) >= LONG_LATIN:
                self.latin.setdefault(word, set()).add((key, word))
        terms = {run for term in load_glossary(CORPUS_FOLDER / "glossary.yaml") for name in (term.term, *term.aliases) for run in KATAKANA.findall(name) if len(sound(run)) >= LONG_KANA}
        for run in terms:
            self.kana.setdefault(sound(run), set()).add((f"term:{sound(run)}", run))
        for entry in prompts.lexicon("programmes")["programmes"].values():
            for called in filter(KATAKANA.fullmatch, entry["called"]):
                self.kana.setdefault(sound(called), set()).add((f"work:{entry['name']}", entry["name"]))
        self.spelt = frozenset(terms)

    def corrected(self, text: Text) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text with such names as they are spelt, and (as written, as read) of each; the same text where there is none."""
        measured = {match.span() for match in SHORT.finditer(text.folded)}
        runs = [*(match for match in SHORT.finditer(text.folded) if len(match.group()) < 4), *KATAKANA.finditer(text.folded), *(() if text.folded.isascii() else LATIN.finditer(text.folded))]
        if not runs:
            return text.folded, ()
        known = self.known(text)
        found = [(run, name) for run in runs if not any(hit.start < run.end() and run.start() < hit.end for hit in known) and (name := self.meant(run.group()) or run.span() in measured and self.meant_short(run.group()) or None)]
        written = text.folded
        for run, name in sorted(found, key=lambda each: -each[0].start()):
            written = written[: run.start()] + name + written[run.end() :]
        return written, tuple((run.group(), name) for run, name in found)

    def known(self, text: Text) -> list[Hit]:
        reader = self.reader
        return [hit for finder in (reader.institutions, reader.countries, reader.groups, reader.places, reader.works) for hit in finder.find(text)]

    def meant(self, word: str) -> str | None:
        """The one name that is meant; None where the word is one of its own, or several names are as near."""
        if word.isascii():
            return self.nearest(self.latin, word.lower(), LONG_LATIN)
        first = next(iter(self.tokens(word)))
        if word in self.spelt or first.surface() == word and not first.is_oov() and first.part_of_speech()[1] != PROPER:
            return None
        return self.nearest(self.kana, sound(word), LONG_KANA)

    def meant_short(self, word: str) -> str | None:
        """The one institution of three or four sounds that a word in no dictionary is a slip away from, its first sound kept: ソニイ, グゲル, ハーウェー."""
        written = sound(word)
        if not next(iter(self.tokens(word))).is_oov() or len(written) < LEAST:
            return None
        near = {each for heard, found in self.kana.items() if LEAST <= len(heard) <= LONG_KANA and heard[0] == written[0] and one_edit(heard, written) for each in found if ":" not in each[0]}
        return min(name for _, name in near) if len({key for key, _ in near}) == 1 else None

    @staticmethod
    def nearest(names: dict[str, set[tuple[str, str]]], written: str, long: int) -> str | None:
        near = names.get(written) or {each for heard, found in names.items() if len(heard) >= long and one_edit(heard, written) for each in found}
        return min(name for _, name in near) if len({key for key, _ in near}) == 1 else None


def sound(word: str) -> str:
    """A katakana word as it sounds: long vowels and doubled consonants left out, sounds that are written in two ways as one."""
    heard = light(word)
    for written, same in TWICE_WRITTEN:
        heard = heard.replace(written, same)
    return heard
