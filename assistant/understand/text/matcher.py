"""Longest-match lookup of lexicon phrases in a normalised question."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.understand.text.dialect import standard
from assistant.understand.text.kana import acronyms, plain_numbers

CONTROL = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+")
# A remark broken off before a year: 「…がいる——2014年は」「企業率…2014年は」. A single dash may join years.
BROKEN_OFF = re.compile(r"[—─]{2,}|(?:…|\.{3,})(?=\d)")
DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "−": "-", "～": "~", "〜": "~", "∼": "~"})
# CVPR2019, 2019cvpr, CVPR19年: a year glued to a name is set apart.
GLUED_YEAR = re.compile(r"(?<=[A-Za-z])['’]?(?=(?:19|20)\d\d(?!\d))|(?<=[^\dA-Za-z](?:19|20)\d\d)(?=[A-Za-z])|(?<=^(?:19|20)\d\d)(?=[A-Za-z])|(?<=[A-Za-z]{4})(?=(?:0[7-9]|1\d|2[0-3])年(?!間))")
# 2O18, 20l9: letters typed for the digits of a year.
LETTERED_YEAR = re.compile(r"(?<!\d)2(?=[0-9OoIl]*[OoIl])[0Oo][0-2OoIl][0-9OoIl](?![0-9A-Za-z])")
TENS = {"ten": "10", "10": "10", "fifty": "50", "50": "50"}
DIGITS = str.maketrans("OoIl", "0011")
# Interspeech16年: the year of a conference, short. One letter is an era (H23年).
SHORT_YEAR = re.compile(r"(?<=[A-Za-z]{2})\s?(?=(?:0[7-9]|1\d|2[0-3])年(?![間前後度連ぶ]))")
# the ten largest institutions, the largest ten institutions
LARGEST = re.compile(r"\b(?:(?P<before>ten|10|fifty|50)\s+(?:largest|biggest|top)|(?:largest|biggest|top)\s+(?P<after>ten|10|fifty|50))\s+(?:institutions|organi[sz]ations)", re.IGNORECASE)
# GPU100枚: a number of machines glued to their name.
GLUED_COUNT = re.compile(r"(?<=[A-Za-z][A-Za-z][A-Za-z])(?=\d+[枚台基個本社人])")
# 企業さん, 東大さん: a polite ending of organisations that says nothing. Not of persons in the family (奥さん), not in かな (さんかりつ).
POLITE = re.compile(r"(?<=[一-龥ァ-ヴーA-Za-z])(?<![皆奥母父兄姉娘嫁])さん(?=[がのはとをもにでや、。??]|だけ|のみ|って|同士|単独|$)")
ASCII_WORD = re.compile(r"[0-9A-Za-z]")
TEXTS_KEPT = 32  # a question and the sentences of its answer: each is looked through by several rules and by the verifier


@dataclass(frozen=True)
class Hit:
    """A lexicon phrase found at [start, end) of the text."""

    start: int
    end: int
    kind: str
    key: str
    text: str


@dataclass(frozen=True)
class Text:
    """A question in the two forms that are searched: NFKC-folded, and the same lowercased. Both have the same length."""

    folded: str
    lowered: str


def clean(text: str) -> str:
    """NFKC, control and zero-width characters to spaces, dashes and wave dashes unified, white space collapsed."""
    folded = unicodedata.normalize("NFKC", text.encode("utf-8", "replace").decode())
    folded = BROKEN_OFF.sub("、", folded)
    folded = LETTERED_YEAR.sub(lambda match: match.group().translate(DIGITS), folded)
    folded = LARGEST.sub(lambda match: f"top {TENS[(match['before'] or match['after']).lower()]} institutions", folded)
    spaced = GLUED_COUNT.sub(" ", SHORT_YEAR.sub(" 20", GLUED_YEAR.sub(" ", CONTROL.sub(" ", folded))))
    return re.sub(r"\s+", " ", spaced).translate(DASHES).strip()


@lru_cache(maxsize=1024)
def read(text: str) -> Text:
    """A question as it is searched: cleaned, numbers in kanji or kana before counters, acronyms spelled in kana and dialect written plainly."""
    folded = acronyms(plain_numbers(clean(text)))
    folded = standard(POLITE.sub("", folded))
    lowered = folded.lower()
    if len(lowered) != len(folded):  # İ and its like grow when lowercased; both forms must keep their positions
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
    return Text(folded, lowered)


def alternation(phrases: Iterable[str]) -> str:
    """One pattern for many phrases, longest match first, with common beginnings shared: a flat alternation of some
    hundred phrases is tried one by one at every character and takes ten times as long."""
    root: dict = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    ascii_heads = {char: node for char, node in root.items() if ASCII_WORD.match(char)}
    others = {char: node for char, node in root.items() if char not in ascii_heads}
    parts = [branch(char, node) for char, node in sorted(others.items())]
    if ascii_heads:
        parts.append(r"(?<![0-9A-Za-z])(?:" + "|".join(branch(char, node) for char, node in sorted(ascii_heads.items())) + ")")
    return "|".join(parts)


def branch(char: str, node: dict) -> str:
    """Pattern of one trie branch; a phrase may end at a letter only where no letter follows."""
    end = (r"(?![0-9A-Za-z])" if ASCII_WORD.match(char) else "") if "" in node else None
    rest = [branch(following, below) for following, below in sorted(node.items()) if following]
    if not rest:
        return re.escape(char) + end
    tail = rest + ([end] if end is not None else [])
    return re.escape(char) + (tail[0] if len(tail) == 1 else f"(?:{'|'.join(tail)})")


class Phrases:
    """Phrases of several kinds and keys, found longest first; a found stretch hides shorter phrases inside it.

    ASCII phrases match whole words only (\\b is useless beside kanji, so neighbours are looked at).
    """

    def __init__(self, entries: Iterable[tuple[str, str, str]], exact: bool = False):
        """`entries`: (kind, key, phrase). With `exact` the case of the phrase must match too."""
        self.exact = exact
        self.table: dict[str, list[tuple[str, str]]] = {}
        for kind, key, phrase in entries:
            found = self.table.setdefault(self.fold(phrase), [])
            if (kind, key) not in found:
                found.append((kind, key))
        self.pattern = re.compile(alternation(self.table)) if self.table else None
        self.found = lru_cache(maxsize=TEXTS_KEPT)(self.read_phrases)

    def fold(self, phrase: str) -> str:
        return clean(phrase) if self.exact else clean(phrase).lower()

    def find(self, text: Text) -> list[Hit]:
        """Hits in order of appearance, one for each (kind, key) of the phrase."""
        return list(self.found(text))

    def read_phrases(self, text: Text) -> tuple[Hit, ...]:
        """What `find` returns, read anew."""
        if self.pattern is None:
            return ()
        searched = text.folded if self.exact else text.lowered
        hits = []
        for match in self.pattern.finditer(searched):
            for kind, key in self.table[match.group()]:
                hits.append(Hit(match.start(), match.end(), kind, key, text.folded[match.start() : match.end()]))
        return tuple(hits)


def cue_pattern(phrase: str) -> str:
    """Short Latin cues are whole words (did, vs); longer ones may be stems (increas). A katakana cue does not begin inside a
    longer word (ワード in パスワード), and one that ends on で is no beginning of です (なんで in なんですよね)."""
    if phrase.isascii() and " " not in phrase and len(phrase) < 5:
        return rf"(?<![0-9A-Za-z]){re.escape(phrase)}(?![0-9A-Za-z])"
    before = r"(?<![ァ-ヴー])" if re.match(r"[ァ-ヴ]", phrase) else ""
    after = r"(?![ァィゥェォャュョッ])" if re.search(r"[ァ-ヴー]$", phrase) else ""  # グラフ in グラフィックス
    return before + re.escape(phrase) + after + ("(?!す|し[ょた])" if phrase.endswith("で") else "(?![字値])" if phrase.endswith("数") else "")


class Cues:
    """Independent cue groups: each phrase counts wherever it stands, also inside another one."""

    def __init__(self, groups: dict[str, list[str]]):
        self.patterns = {
            name: re.compile("|".join(map(cue_pattern, sorted({clean(phrase).lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase)))))
            for name, phrases in groups.items()
        }
        self.found = lru_cache(maxsize=TEXTS_KEPT)(self.read_cues)

    def find(self, text: Text) -> dict[str, list[Hit]]:
        """Cue group → hits."""
        return {name: list(hits) for name, hits in self.found(text)}

    def read_cues(self, text: Text) -> tuple[tuple[str, tuple[Hit, ...]], ...]:
        """What `find` returns, read anew."""
        found = ((name, tuple(Hit(m.start(), m.end(), "cue", name, m.group()) for m in pattern.finditer(text.lowered))) for name, pattern in self.patterns.items())
        return tuple((name, hits) for name, hits in found if hits)
