"""How long an answer may be: 「100字で」「50字以内で説明して」「一文で」, apart from what is asked."""

import re

from index.number_words import read_number

WITHIN = "within"  # style of an answer of at most so many characters (`within 100`) or sentences (`within 1s`)
NUMBER = r"(?P<number>[0-9]{2,4}|[一二三四五六七八九]?[百十])"
ABOUT = r"(?:以内|以下|程度|くらい|ぐらい|ほど|前後|まで|だけ|きっかり|ちょうど)*"
TELL = r"(?:(?:簡単に|短く|手短に|わかりやすく|分かりやすく|要点を)?(?:説明|要約|紹介|表現|解説|まとめ|言っ|言え|言う|いう|教え|答え|話|書い|語っ|伝え|示し|お願い|頼|して|しろ|出し|くれ|収め|おさめ)[^。??、]{0,12})?[。??!]*"
CHARACTERS = re.compile(rf"{NUMBER}(?:文)?字{ABOUT}(?:でまとめると|の要約|の説明|で|に)(?:、)?{TELL}(?=$|[、。])")
SENTENCES = re.compile(rf"(?P<number>[一二三123]|ひと)(?:文|センテンス)(?:だけ)?(?:で|に)(?:、)?{TELL}(?=$|[、。])")


def length_asked(text: str) -> tuple[str, str] | None:
    """(style, the text without the length) of a text that limits the characters of its answer; None for any other."""
    match = CHARACTERS.search(text)
    if match is None:
        return None
    return f"{WITHIN} {read_number(match['number']).value:.0f}", without(text, match)


def sentences_asked(text: str) -> tuple[str, str] | None:
    """The same of a text that limits the sentences of its answer."""
    match = SENTENCES.search(text)
    if match is None:
        return None
    count = 1 if match["number"] == "ひと" else int(read_number(match["number"]).value)
    return f"{WITHIN} {count}s", without(text, match)


def without(text: str, match: re.Match) -> str:
    return f"{text[: match.start()]}{text[match.end() :]}".strip("、。 ")


def limits_length(style: str) -> bool:
    """Whether a style is a limit of length."""
    return style.startswith(WITHIN)
