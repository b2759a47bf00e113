"""Values of number strings: Arabic digits with Japanese scales, kanji numerals, English number words."""

import re
from dataclasses import dataclass
from types import MappingProxyType

KANJI_DIGITS = MappingProxyType({c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "壱": 1, "弐": 2})
SMALL_SCALES = MappingProxyType({"十": 10, "百": 100, "千": 1000})
LARGE_SCALES = MappingProxyType({"万": 1e4, "億": 1e8, "兆": 1e12, "京": 1e16})
ENGLISH_SCALES = MappingProxyType({
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9,
    "k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12,
})
ENGLISH_DIGITS = MappingProxyType({w: i + 2 for i, w in enumerate(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
    | {w: 10 * (i + 2) for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())} | {"one": 1, "dozen": 12})
ENGLISH_PARTS = MappingProxyType({"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10})
ERAS = MappingProxyType({"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018})

KD = "".join(KANJI_DIGITS)
# Possessive quantifiers (++): a string of thousands of digits must not be tried in every length.
ARABIC = r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?)"
KANJI_BLOCK = rf"(?:[数何]?[{KD}十百千]++数?[百千]?(?:・[{KD}]+)?)"
ARABIC_BLOCK = rf"(?:(?:[0-9]++[千百])*{ARABIC}[千百十]?(?:[0-9]++[百十])*)"
BLOCK = rf"(?:{ARABIC_BLOCK}|{KANJI_BLOCK})"
DIGIT = re.compile("[0-9]")
SCALED = re.compile(rf"({ARABIC})([千百十]?)")
PIECE = re.compile(rf"({BLOCK}|[数何])([万億兆京]?)")


@dataclass(frozen=True)
class Reading:
    """A number string's value; `place` is the size of its last digit (0.1 for 1.2, 1e8 for 130億); [low, high] for 数十 and the like."""

    value: float
    place: float
    decimals: int
    low: float | None = None
    high: float | None = None


def read_arabic(text):
    """`1,200.5` → Reading. Never overflows: float() of a long digit string gives inf."""
    plain = text.replace(",", "")
    decimals = len(plain.partition(".")[2])
    return Reading(float(plain), 10.0 ** -min(decimals, 300), decimals)


def read_structured(text, several):
    """Kanji like 二千三百十 with 数 read as `several`; None when it is no number (二三, 十百)."""
    total, current, last = 0.0, None, float("inf")
    for char in text:
        digit = several if char == "数" else KANJI_DIGITS.get(char)
        if digit is not None:
            if current is not None:
                return None
            current = digit
            continue
        scale = SMALL_SCALES[char]
        if scale >= last:
            return None
        total, current, last = total + (1 if current is None else current) * scale, None, scale
    return total + (current or 0)


def read_kanji(text):
    """Kanji block (positional 二〇一二, structured 三十五, decimal 三・五, vague 数十) → Reading or None."""
    whole, dot, part = text.partition("・")
    if dot:
        base = read_kanji(whole)
        digits = "".join(str(KANJI_DIGITS[c]) for c in part)
        return base and Reading(base.value + float("0." + digits), 10.0 ** -min(len(digits), 300), len(digits))
    if "数" in whole:
        low, high = (read_structured(whole, n) for n in ((1, 9) if whole.endswith("数") else (2, 9)))
        if low is None:
            return None
        place = 1 if whole.endswith("数") else SMALL_SCALES.get(whole[-1], 1)
        return Reading(low, place, 0, low, high + place)
    if len(whole) > 1 and all(c in KANJI_DIGITS for c in whole):
        return Reading(float("".join(str(KANJI_DIGITS[c]) for c in whole)), 1.0, 0)
    value = read_structured(whole, 0)
    return None if value is None else Reading(value, 1.0, 0)


def read_block(text):
    """A number below 万: `1,200`, `1.2千`, `2千5百`, `三十五`, `数十`."""
    if text == "数":
        return Reading(2.0, 1.0, 0, 2.0, 10.0)
    if not DIGIT.search(text):
        return read_kanji(text)
    total, place, decimals = 0.0, 1.0, 0
    for number, scale in SCALED.findall(text):
        reading = read_arabic(number)
        factor = SMALL_SCALES.get(scale, 1)
        total, place, decimals = total + reading.value * factor, reading.place * factor, reading.decimals
    return Reading(total, place, decimals)


def read_number(text):
    """`1億2,000万`, `三百五十`, `1.2千`, `数百万` → Reading, or None when the pieces are no number (万 after 億 only, digits in order)."""
    text = text.replace("何", "数")
    total, low, high, last, place, decimals, vague = 0.0, 0.0, 0.0, float("inf"), 1.0, 0, False
    for block, scale_name in PIECE.findall(text):
        reading, scale = read_block(block), LARGE_SCALES.get(scale_name, 1)
        if reading is None or scale >= last:
            return None
        vague = vague or reading.low is not None
        total += reading.value * scale
        low += (reading.value if reading.low is None else reading.low) * scale
        high += (reading.value if reading.high is None else reading.high) * scale
        last, place, decimals = scale, reading.place * scale, reading.decimals
    return Reading(total, place, decimals, low if vague else None, high if vague else None)


def read_english(words):
    """[`two`, `hundred`, `million`] → Reading of 2e8."""
    total, current = 0.0, 0.0
    for word in words:
        scale = ENGLISH_SCALES.get(word)
        if scale is None:
            current += ENGLISH_DIGITS[word]
        elif scale == 100:
            current = (current or 1) * scale
        else:
            total, current = total + (current or 1) * scale, 0.0
    return Reading(total + current, 1.0, 0)
