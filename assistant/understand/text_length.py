"""How long a text to say or to publish is to be: sentences or characters that are told (「2文で」 「100字以内で」), and whether it is to be shorter than it was."""

import re
import unicodedata
from dataclasses import dataclass

from index.number_words import read_number

SENTENCES = re.compile(r"(?<![0-9第十百])([1-5一二三四五])(?:つの?|センテンス|文(?![書章字献面言明化案末節脈部芝豪学体]))(?:の?文(?![書章字献面言明化案末節脈部芝豪学体]))?")
ENGLISH = re.compile(r"\b(one|two|three|[1-5]) sentences?\b", re.IGNORECASE)
ENGLISH_DIGITS = {"one": 1, "two": 2, "three": 3}
CHARACTERS = re.compile(r"([0-9]{2,4}|[二三四五]?百)(?:文字|字)(?:以内|以下|まで|未満|程度|くらい|ぐらい|ほど|前後|に|で|の|、|$)")
SHORTER = re.compile(r"短く|みじかく|短め|縮め|ちぢめ|削っ|切り詰め|コンパクト|shorter|^(?:で、?)?(?:要は|要するに|つまり|かいつまむと)", re.IGNORECASE)

# 「2文で説明して」 「100字以内でお願い」: nothing but a length is asked for.
FORM = r"(?:in |もっと|短く|もう少し|それを?|これを?|今の(?:答え|話)?を?|答えを?|全体を?|じゃあ?|では|、|。|\s)*"
ASKED = r"(?:以内|以下|まで|程度|くらい|ぐらい|ほど|で|に|の|して|まとめ|説明|要約|言|い|っ|答え|書|く|直し|縮め|短く|お願い|おねがい|します|ください|下さい|頼む|ほしい|欲しい|みて|もらえ|ます|る|か|て|、|。|[??!])*"
LENGTH_ONLY = re.compile(rf"^{FORM}(?:{SENTENCES.pattern}|{CHARACTERS.pattern}|{ENGLISH.pattern}){ASKED}$", re.IGNORECASE)


@dataclass(frozen=True)
class Length:
    """Exactly so many sentences, or at most so many characters; the other is None."""

    sentences: int | None = None
    characters: int | None = None


def told_length(text: str) -> Length | None:
    """The length that a text asks for; None where it tells none."""
    text = unicodedata.normalize("NFKC", text)
    if match := CHARACTERS.search(text):
        return Length(characters=int(read_number(match[1]).value))
    if match := ENGLISH.search(text):
        return Length(sentences=ENGLISH_DIGITS.get(match[1].lower()) or int(match[1]))
    match = SENTENCES.search(text)
    if match is None or "文" not in match.group() and "センテンス" not in match.group():  # 「三つ」 are things, not sentences
        return None
    return Length(sentences=int(read_number(match[1]).value))


def only_length(text: str) -> bool:
    """Whether a text asks for a length and nothing else."""
    return told_length(text) is not None and LENGTH_ONLY.match(unicodedata.normalize("NFKC", text)) is not None


def shorter_wanted(text: str) -> bool:
    """Whether a text is to be shorter than it was."""
    return SHORTER.search(text) is not None
