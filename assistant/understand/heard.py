"""Words that a microphone wrote with other characters of the same sound (起業 for 企業, 論分 for 論文), told by SudachiPy's readings; and names that are misspelt."""

import re
import threading
from collections.abc import Callable

import prompts
from assistant.understand.asked import PAPERED
from assistant.understand.text.matcher import Text, read
from assistant.understand.text.name_spelling import NameSpelling, Reader

MAX_TOKENS = 4
LONG_KANA, LONG_NAME, LONG_UNHELD = 4, 6, 6  # kana of a word from which on its sound alone tells it; of a name; of what is not held
KANJI = re.compile(r"[一-龥]")
KANJI_ONLY = re.compile(r"[一-龥ァ-ヴー]+")
KANJI_WORDS = re.compile(r"[一-龥ァ-ヴー]+(?:の[一-龥ァ-ヴー]+)?")
KATAKANA_NAME = re.compile(rf"[ァ-ヴー]{{{LONG_KANA},}}")
COUNTERS = re.compile(r"ポイント|パーセント|%|本|倍|割|件|位")
FIGURES = re.compile(r"さんかりつ|きょうちょりつ|たんどくりつ|りつ(?=[のはをがも、 ]|$)|割合|わりあい|比率|率|何|なん|いく|どのくらい|どれくらい|教|順|数|並べ|多い|高い")
MEANT = re.compile(r"(?:ほう|方)の$")  # 「会社を起こすほうの起業」 tells which word is meant


class Heard:
    """Sound → word of our questions, made at first need. Safe to share between threads."""

    def __init__(self, tokens: Callable, reader: Reader):
        """tokens: a text → its morphemes, each with surface, reading and part of speech. reader: the finders of names."""
        self.tokens, self.names = tokens, NameSpelling(reader, tokens)
        self.lock = threading.Lock()
        self.words: dict[str, str] | None = None
        self.kana = None

    def load(self) -> None:
        """Read the words aloud (some milliseconds)."""
        with self.lock:
            if self.words is not None:
                return
            lexicon, places, names = prompts.lexicon("heard"), prompts.lexicon("places"), prompts.lexicon("institutions")["names"]
            fields = [name for phrases in places["fields"].values() for name in phrases if re.fullmatch(r"[一-龥ァ-ヴー]{4,}", name)]
            spoken = {self.sound(word): word for word in lexicon["words"]}
            spoken |= {sound: word for word in fields if (sound := self.sound(word)) not in spoken}
            named = {self.sound(name): name for phrases in names.values() for name in phrases if KANJI_ONLY.fullmatch(name)}
            spoken |= {sound: name for sound, name in named.items() if len(sound) >= LONG_NAME and sound not in spoken}
            written = {hiragana(sound): word for sound, word in spoken.items() if len(sound) >= LONG_KANA}
            unheld = [str(word) for name in ("scope", "uncounted") for phrases in prompts.lexicon(name).values() for word in phrases if KANJI_WORDS.fullmatch(str(word))]
            written |= {hiragana(sound): word for word in unheld if len(sound := self.sound(word)) >= LONG_UNHELD}
            written |= {hiragana(name): name for phrases in names.values() for name in phrases if KATAKANA_NAME.fullmatch(name)}
            self.kana = re.compile("|".join(sorted(map(re.escape, written), key=len, reverse=True))), written
            self.words = spoken

    def sound(self, text: str) -> str:
        return "".join(token.reading_form() for token in self.tokens(text))

    def corrected(self, text: Text) -> tuple[Text, tuple[tuple[str, str], ...]]:
        """The question as it was meant, and (as written, as read) of each word misheard; the same text where nothing was."""
        spelt, named = self.names.corrected(text)
        text = read(spelt) if named else text
        if not (FIGURES.search(text.folded) or PAPERED.search(text.lowered)):
            return text, named
        self.load()
        pattern, written = self.kana
        plain = pattern.sub(lambda match: written[match.group()], text.folded)
        if not KANJI.search(plain):
            return text, named
        rewritten, misheard = self.by_sound(plain, words=True)
        if misheard and not PAPERED.search(rewritten.lower()):  # 起業 may be meant where nothing speaks of papers
            rewritten, misheard = self.by_sound(plain, words=False)
        return (read(rewritten), (*named, *misheard)) if rewritten != text.folded else (text, named)

    def by_sound(self, text: str, words: bool) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text with its kanji replaced by what sounds alike: 何, 順 and 年, and with `words` also words of ours."""
        tokens = list(self.tokens(text))
        pieces, misheard, index = [], [], 0
        while index < len(tokens):
            length, word = (words and self.word_at(tokens, index)) or (1, None)
            surface = "".join(token.surface() for token in tokens[index : index + length])
            word = word or counter_at(tokens, index)
            if word is not None:
                misheard.append((surface, word))
            pieces.append(word or surface)
            index += length
        return "".join(pieces), tuple(misheard)

    def word_at(self, tokens: list, index: int) -> tuple[int, str] | None:
        """(number of morphemes, word) of a word of ours that begins here with other characters; None for any other."""
        if not KANJI_ONLY.fullmatch(tokens[index].surface()) or MEANT.search("".join(token.surface() for token in tokens[max(0, index - 2) : index])):
            return None
        for length in range(min(MAX_TOKENS, len(tokens) - index), 0, -1):
            taken = tokens[index : index + length]
            surface = "".join(token.surface() for token in taken)
            if not (KANJI.search(surface) and KANJI_ONLY.fullmatch(surface)):
                continue
            word = self.words.get("".join(token.reading_form() for token in taken))
            if word is not None and word != surface and (word.endswith("率") or free(tokens, index + length)):
                return length, word
        return None


def free(tokens: list, after: int) -> bool:
    """Whether a word ends before this morpheme: 起業した, 起業家 are words of their own."""
    if after >= len(tokens):
        return True
    follows = tokens[after]
    return follows.part_of_speech()[0] in ("助詞", "補助記号", "空白", "助動詞") and follows.surface() not in ("し", "する", "さ") or follows.surface() in ("率", "側", "単独", "参加", "全体", "大学")


def counter_at(tokens: list, index: int) -> str | None:
    """何, 順 and 年 where only they can stand: 難ポイント, 多い純に, 次の都市は."""
    token, after = tokens[index], tokens[index + 1].surface() if index + 1 < len(tokens) else ""
    before = "".join(each.surface() for each in tokens[max(0, index - 2) : index])
    sound, surface = token.reading_form(), token.surface()
    if not (KANJI.fullmatch(surface) or len(surface) == 2 and KANJI_ONLY.fullmatch(surface)):
        return None
    if sound == "ナン" and surface != "何" and COUNTERS.match(after):
        return "何"
    if sound == "ジュン" and surface != "順" and re.search(r"[いきた]$", before) and after in ("に", "で"):
        return "順"
    if sound in ("ネン", "トシ") and surface != "年" and re.search(r"(?:次|前|翌|同じ)の?$", before) and (not after or after in ("は", "も", "だ", "で", "を", "の", "?")):
        return "年"
    return None


def hiragana(katakana: str) -> str:
    return "".join(chr(ord(char) - 96) if "ァ" <= char <= "ン" else char for char in katakana)
