"""How long an answer, or a text to say or to publish, is to be: characters or sentences that are told (「100字で」 「50字以内で説明して」 「2文で」), and
whether it is to be shorter than it was."""

import re
import unicodedata
from dataclasses import dataclass

from index.number_words import read_number

RESTYLED = ("short", "shortest", "three", "simple", "spoken", "table", "chart", "english", "meaning", "sources", "trusted", "gap", "reasons")  # styles that leave out or reword, and add nothing
REASONS = "reasons"  # style of an answer that tells why a way is recommended
POINTS = "points"  # style of an answer in so many points (`points 5`)
WITHIN = "within"  # style of an answer of at most so many characters (`within 100`) or sentences (`within 1s`)
AT_MOST = r"以内|以下|まで|程度|くらい|ぐらい|ほど|前後"
NO_TEXT = r"(?![書章字献面言明化案末節脈部芝豪学体])"  # 「2文献」 and 「一文字」 are no sentences

# Of an answer: the length with the words that ask for it, apart from what is asked.
TELL = r"(?:(?:簡単に|短く|手短に|わかりやすく|分かりやすく|要点を)?(?:説明|要約|紹介|表現|解説|まとめ|言っ|言え|言う|いう|教え|答え|話|書い|語っ|伝え|示し|お願い|頼|して|しろ|出し|くれ|収め|おさめ)[^。??、]{0,12})?[。??!]*(?=$|[、。])"
CHARACTERS_ASKED = re.compile(rf"(?P<number>[0-9]{{2,4}}|[一二三四五六七八九]?[百十])(?:文)?字(?:{AT_MOST}|だけ|きっかり|ちょうど)*(?:でまとめると|の要約|の説明|で|に)(?:、)?{TELL}")
SENTENCES_ASKED = re.compile(rf"(?P<number>[一二三123]|ひと)(?:文|センテンス)(?:だけ)?(?:で|に)(?:、)?{TELL}")

# Of a text to say: the length wherever it stands.
CHARACTERS = re.compile(rf"([0-9]{{2,4}}|[二三四五]?百)(?:文字|字)(?:{AT_MOST}|未満|に|で|の|、|$)")
SENTENCES = re.compile(rf"(?<![0-9第十百])([1-5一二三四五])(?:つの?|センテンス|文{NO_TEXT})(?:の?文{NO_TEXT})?")
ENGLISH = re.compile(r"\b(one|two|three|[1-5]) sentences?\b", re.IGNORECASE)
ENGLISH_DIGITS = {"one": 1, "two": 2, "three": 3}
SHORTER = re.compile(r"短[くう]|みじか[くう]|みじこう|短め|縮め|ちぢめ|削っ|切り詰め|コンパクト|shorter|^(?:で、?)?(?:要は|要するに|つまり|かいつまむと)", re.IGNORECASE)

# 「2文で説明して」 「100字以内でお願い」: nothing but a length is asked for.
FORM = r"(?:in |summari[sz]e |sum (?:it|this) up |(?:put|say|tell) (?:it|this|that|me) |please |もっと|短く|もう少し|それを?|これを?|今の(?:答え|話)?を?|答えを?|全体を?|じゃあ?|では|、|。|\s)*"
ASKED = rf"(?:{AT_MOST}|で|に|の|して|まとめ|説明|要約|言|い|っ|答え|書|く|直し|縮め|短く|お願い|おねがい|します|ください|下さい|頼む|ほしい|欲しい|みて|もらえ|ます|る|か|て|、|。|[??!])*"
LENGTH_ONLY = re.compile(rf"^{FORM}(?:{SENTENCES.pattern}|{CHARACTERS.pattern}|{ENGLISH.pattern}){ASKED}$", re.IGNORECASE)


@dataclass(frozen=True)
class Length:
    """So many sentences, or at most so many characters; the other is None."""

    sentences: int | None = None
    characters: int | None = None

    @property
    def style(self) -> str:
        """The style of an answer that keeps to this length."""
        return f"{WITHIN} {self.characters}" if self.characters is not None else f"{WITHIN} {self.sentences}s"

    @classmethod
    def of_style(cls, style: str) -> "Length":
        """The length that a style holds (see `limits_length`)."""
        limit = style.removeprefix(WITHIN).strip()
        return cls(sentences=int(limit[:-1])) if limit.endswith("s") else cls(characters=int(limit))


def limits_length(style: str) -> bool:
    """Whether a style is a limit of length."""
    return style.startswith(WITHIN)


def keeps_words(style: str) -> bool:
    """Whether an answer in this style tells the same words as the one before it, or fewer."""
    return style in RESTYLED or limits_length(style) or style.startswith(POINTS)


def length_asked(text: str) -> tuple[str, str] | None:
    """(style, the text without the length) of a text that limits the characters of its answer; None for any other."""
    match = CHARACTERS_ASKED.search(text)
    return None if match is None else (Length(characters=counted(match["number"])).style, without(text, match))


def sentences_asked(text: str) -> tuple[str, str] | None:
    """The same of a text that limits the sentences of its answer."""
    match = SENTENCES_ASKED.search(text)
    return None if match is None else (Length(sentences=counted(match["number"])).style, without(text, match))


def counted(number: str) -> int:
    """How many a number word says."""
    return ENGLISH_DIGITS.get(number.lower()) or (1 if number == "ひと" else int(read_number(number).value))


def without(text: str, match: re.Match) -> str:
    return f"{text[: match.start()]}{text[match.end() :]}".strip("、。 ")


def told_length(text: str) -> Length | None:
    """The length that a text asks of words to say; None where it tells none."""
    text = unicodedata.normalize("NFKC", text)
    if match := CHARACTERS.search(text):
        return Length(characters=counted(match[1]))
    if match := ENGLISH.search(text):
        return Length(sentences=counted(match[1]))
    match = SENTENCES.search(text)
    if match is None or "文" not in match.group() and "センテンス" not in match.group():  # 「三つ」 are things, not sentences
        return None
    return Length(sentences=counted(match[1]))


def only_length(text: str) -> bool:
    """Whether a text asks for a length and nothing else."""
    return told_length(text) is not None and LENGTH_ONLY.match(unicodedata.normalize("NFKC", text)) is not None


def shorter_wanted(text: str) -> bool:
    """Whether a text is to be shorter than it was."""
    return SHORTER.search(text) is not None
