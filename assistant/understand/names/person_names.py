"""Family names written in katakana, matched by how they sound: 「アーメドとワヘド」 are Ahmed & Wahed, 「トゲリウス」 is Togelius.

Both spellings are brought to their consonants, with the sounds made one that katakana does not keep apart (l and r, b and v, f and h,
the sibilants); of the vowels only the first must fit. Names with fewer than three such sounds are left out: they sound like anything.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import product

LEAST = 3
ALIKE, SHORT_ALIKE = 0.45, 0.6  # least likeness of the spellings, vowels and all; of names of three sounds
SAME = str.maketrans("lvfjc", "rbhzk")
OF_WORK = re.compile(r"論文|研究|文献|著者|レビュー|報告|主張|指摘|提唱|推計|試算|(?<=[ァ-ヴー])(?:ら(?:は|が|の|に)|氏|ほか|教授|博士)")
RUN = re.compile(r"[ァ-ヴー]{3,}")
SILENT = str.maketrans("", "", "ッー")
TWO = {"シャ": "sa", "シュ": "su", "シェ": "se", "ショ": "so", "チャ": "sa", "チュ": "su", "チェ": "se", "チョ": "so", "ジャ": "sa", "ジュ": "su", "ジェ": "se", "ジョ": "so", "ティ": "ti", "トゥ": "tu", "ディ": "di", "ドゥ": "du", "ウィ": "wi", "ウェ": "we", "ウォ": "wo", "ファ": "ha", "フィ": "hi", "フェ": "he", "フォ": "ho", "ヴァ": "ba", "ヴィ": "bi", "ヴェ": "be", "ヴォ": "bo"}  # fmt: skip
ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト", "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ",
    "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ", "r": "ラリルレロ",
}  # fmt: skip
KANA = {kana: sound + vowel for sound, row in ROWS.items() for kana, vowel in zip(row, "aiueo", strict=True)}
KANA |= {"チ": "si", "ツ": "su", "ヂ": "si", "ヅ": "su", "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ン": "n", "ヴ": "bu", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "a", "ュ": "u", "ョ": "o"}
# Spellings of Latin names with the sounds they may have, the longest first; "" is silent, "=" is the letter itself.
SPELLINGS = [
    (re.compile(spelling), sounds)
    for spelling, sounds in (
        (r"sch|sh|tch|tz|cz|ts|zh", ("s",)), (r"ch", ("s", "k")), (r"th", ("t", "s")), (r"ph", ("h",)), (r"kh|ck|cqu?", ("k",)), (r"wh", ("w",)), (r"gh", ("", "g")), (r"rh", ("r", "rh")),
        (r"[bdg]h", ("=",)), (r"cc?(?=[ei])", ("s",)), (r"g(?=[eiy])", ("g", "s")), (r"x", ("ks",)), (r"h(?=[^aeiouy]|$)", ("",)), (r"m(?=[pbf])", ("n",)),
        (r"(?<=[aeiou])r(?=[^aeiou]|$)", ("", "r")), (r"w(?=[^aeiouy]|$)", ("", "h")), (r"y(?=[aeiou])", ("=",)), (r"c|q", ("k",)), (r"l", ("r",)), (r"v", ("b",)), (r"f", ("h",)), (r"[jz]", ("s",)),
        (r"[bdghkmnprstw]", ("=",)),
    )
]  # fmt: skip
# The vowel that katakana may write for the first one of a Latin name; between consonants it puts u or o.
FIRST = {"a": "aeo", "e": "ei", "i": "ia", "o": "oa", "u": "ua", "y": "aiueo", "": "uo"}
VOWEL = re.compile("[aeiou]")


def roman(word: str) -> str:
    """Katakana → letters, without long vowels and doubled consonants."""
    word, found, place = word.translate(SILENT), "", 0
    while place < len(word):
        pair = TWO.get(word[place : place + 2])
        found += pair or KANA.get(word[place], "")
        place += 2 if pair else 1
    return found


def sounds_of(letters: str) -> str:
    """Letters of `roman` → consonants, with a mark where the word begins with a vowel."""
    begun = "a" if VOWEL.match(letters) else ""
    return single(begun + VOWEL.sub("", letters).replace("z", "s"))


def latin_sounds(name: str) -> set[str]:
    """Latin name → the sounds it may have."""
    parts, place = [("a",)] if VOWEL.match(name) else [], 0
    while place < len(name):
        match, sounds = next(((match, sounds) for spelling, sounds in SPELLINGS if (match := spelling.match(name, place))), (None, ()))
        if match:
            parts.append(tuple(match.group()[0] if sound == "=" else sound for sound in sounds))
        place = match.end() if match else place + 1
    return {single("".join(chosen)) for chosen in product(*parts)}


def single(sounds: str) -> str:
    """The same sound twice is one, and so is n before m (ボンマサニ)."""
    return re.sub(r"(.)\1+", r"\1", sounds).replace("nm", "m")


def first_fits(letters: str, name: str) -> bool:
    """Whether the first vowels agree."""
    vowel = re.match(r"[^aeiouy]?([aeiouy])|(?:sch|[cgkpstw]h)([aeiouy])", name.replace("oo", "u"))
    mine = VOWEL.search(letters)
    return mine is not None and mine.group() in FIRST[(vowel[1] or vowel[2]) if vowel else ""]


def plain(name: str) -> str:
    """A Latin name spelled as `roman` would, but for its vowels."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=[a-z])h(?![aeiou])|(?<=w)h", "", name.lower()).translate(SAME))


class SpokenNames:
    """Family names by their sounds. Only where a text speaks of written work: 「ラーメン」 sounds like a name too."""

    def __init__(self, names: Iterable[str]):
        self.names: dict[str, list[str]] = {}
        for name in names:
            for sound in latin_sounds(re.sub(r"[^a-z]", "", name.lower())):
                if len(sound) >= LEAST:
                    self.names.setdefault(sound, []).append(name)

    def name(self, word: str) -> str | None:
        """The name that a word in katakana sounds like; of several the one whose vowels are most alike."""
        letters = roman(word)
        sounds = sounds_of(letters)
        likeness = {name: SequenceMatcher(None, letters, plain(name)).ratio() for name in self.names.get(sounds, ()) if first_fits(letters, name.lower())}
        best = max(likeness, key=likeness.get, default=None)
        return best if best is not None and likeness[best] >= (ALIKE if len(sounds) > LEAST else SHORT_ALIKE) else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, name) for every stretch of katakana that sounds like one of the names, in order; none where the text speaks of no work."""
        if not OF_WORK.search(text):
            return []
        found = ((match.start(), match.end(), self.name(match.group())) for match in RUN.finditer(text))
        return [(start, end, name) for start, end, name in found if name is not None]
