"""Finds every number in a Japanese or English text and reads its value, unit and precision.

The check of the corpus and the verification of every answer rest on it, so it errs towards finding: only words and
product names whose digits count nothing (一方, 十分な, GPT-4, A100) are passed over. Reads 1,200 / １２００ / 十二 / 三割五分 / 1.2千 /
1億2,000万 / 約4分の1 / 十数% / 平成24年 / 2012-19年 / US$30-40 billion / two thirds / 10^20. Never raises on any str.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from index import number_words as words
from index.number_readers import ENGLISH_SCALE, multiplied, next_match, read_match
from index.number_units import DOLLAR, FISCAL_YEAR, IDIOMS, ORDINAL, PERCENT, POINT, UNIT, YEAR, YEARS_LONG


@dataclass(frozen=True)
class Numeral:
    """One number as written.

    start, end: offsets in the original text (currency sign, era name and unit included); text: that slice.
    value: in the unit (3割 → 30 with unit %, 1.2億円 → 120000000 with unit 円, 平成24年 → 2012 with unit 年; 4分の1 → 0.25 with unit 分率).
    unit: canonical unit or counter, None when none is written. A calendar year has 年, a duration 年間.
    decimals: digits written after the decimal point. approximate: worded with 約, ほど, 数十, 超 and the like.
    low, high: closed interval of true values that the wording allows by rounding (約 widens it to the last non-zero digit, 5 % at most).
    bound: "above" for 以上/超/more than, "below" for 以下/未満/less than, else None; it does not widen low and high.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str | None
    decimals: int
    approximate: bool
    low: float
    high: float
    bound: str | None = None

    def allows(self, value):
        """Whether `value` (same unit) may be written as this numeral."""
        slack = 1e-9 * max(1.0, abs(value))
        return self.low - slack <= value <= self.high + slack


APPROXIMATE_BEFORE = re.compile(r"(?:約|およそ|おおよそ|ほぼ|だいたい|概ね|おおむね|推定|ざっと|[Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately|[Nn]early|[Aa]lmost|(?<![0-9A-Za-z%年月位倍円割本件人社])~) ?(?:US)?$")
APPROXIMATE_AFTER = re.compile(r" ?(?:程度|前後|ほど|くらい|ぐらい|余り|あまり|弱|強(?!度|化|い|力|み)|近く|内外|余(?!地|裕|剰))")
LITTLE_MORE, LITTLE_LESS = ("強", "余り", "あまり", "余"), ("弱", "近く")
BOUND_BEFORE = re.compile(r"(?:(?P<above>[Mm]ore than|[Oo]ver|[Aa]t least|[Aa]bove)|(?P<below>[Ll]ess than|[Uu]nder|[Uu]p to|[Bb]elow|最大)) ?(?:US)?$")
BOUND_AFTER = re.compile(r" ?(?:(?P<above>以上|超|を超え|を上回)|(?P<below>以下|未満|を下回))")
RANGE = re.compile(r" ?(?:[~〜∼–—-]| to |から|ないし) ?(?:約|(?:US)?\$|¥)?$")
DIGIT = re.compile("[0-9]")
CALENDAR = frozenset({YEAR, FISCAL_YEAR, "年代"})


def fold(text):
    """text → (folded, positions): NFKC per character, zero-width characters dropped, superscripts as ^digits; positions[i] is the original offset."""
    folded, positions, raised = [], [], False
    for index, char in enumerate(text):
        plain, superscript, circled = folded_char(char)
        if plain is None:
            continue
        if circled and not UNIT.match(unicodedata.normalize("NFKC", text[index + 1:index + 8])):
            plain = "○"  # ① before a sentence numbers a list item; before a unit it counts
        if superscript and not raised:
            plain = "^" + plain
        raised = superscript
        folded.append(plain)
        positions.extend([index] * len(plain))
    return "".join(folded), positions + [len(text)]


@lru_cache(maxsize=8192)
def folded_char(char):
    """A character by itself → (folded, None for one of no width; whether it is a superscript; whether a number in a circle)."""
    category = unicodedata.category(char)
    if category == "Cf":
        return None, False, False
    superscript = category == "No" and "<super>" in unicodedata.decomposition(char)
    circled = category == "No" and "<circle>" in unicodedata.decomposition(char)
    plain = unicodedata.normalize("NFKC", char) if ord(char) > 126 else char
    digit = unicodedata.decimal(char, None) if category == "Nd" else None
    if digit is not None:
        plain = str(digit)
    plain = plain.replace("−", "-").replace("〜", "~").replace("‐", "-").replace("‑", "-")
    if len(plain) > 1 and DIGIT.search(plain):
        plain = f" {plain} "  # 5½ is 5 and ½, not 51/2
    return plain, superscript, circled


def find_numerals(text):
    """All numerals of `text` (str, any content) in order, not overlapping, as list[Numeral]. Circled list numbers and identifiers are left out."""
    folded, positions = fold(text)
    idioms = [m.span() for m in IDIOMS.finditer(folded)]
    drafts, position = [], 0
    while (match := next_match(folded, position)) is not None:
        found, position = read_match(folded, match, idioms)
        drafts.extend(found)
    drafts = join_ranges(folded, drafts)
    return [finish(text, folded, positions, draft) for draft in drafts]


def is_structural(text, numeral):
    """Whether a numeral of `text` orders or divides and states no amount: 2つ目, 1人あたり."""
    return numeral.unit == ORDINAL or numeral.value == 1 and re.match("あたり|当たり|当り", text[numeral.end:]) is not None


def join_ranges(folded, drafts):
    """Gives the first half of a range the unit and scale that only the second half writes (7〜13倍, US$30-40 billion, 1〜2割, 2012-19年)."""
    joined = list(drafts)
    for i in range(len(joined) - 1, 0, -1):
        left, right = joined[i - 1], joined[i]
        glue = folded[left.end:right.start] + ("" if folded[right.start:right.start + 1] not in "-~" else folded[right.start])
        if len(glue) > 6 or RANGE.fullmatch(glue) is None:
            continue
        joined[i - 1], joined[i] = join_range(folded, left, right, glue)
    return joined


def join_range(folded, left, right, glue):
    """One range: see join_ranges."""
    years = glue.strip() in ("-", "–", "~") and left.unit in (YEAR, None) and 1900 <= left.reading.value <= 2100 and left.reading.value == left.reading.value // 1
    if years and folded[right.start:right.end].rstrip("年度").isdigit() and len(folded[right.start:right.end].rstrip("年度")) == 2 and right.unit in (None, YEARS_LONG, FISCAL_YEAR):
        value = left.reading.value // 100 * 100 + right.reading.value
        return replace(left, unit=YEAR), replace(right, reading=words.Reading(value, 0.0, 0), unit=YEAR)
    if left.unit is not None and right.unit is None and left.unit in (DOLLAR, "円", "ユーロ") and "から" not in glue:
        right = replace(right, unit=left.unit)
    if left.unit not in (None, right.unit) or (left.unit is None and right.unit is None and not right.scaled):
        return left, right
    factor = 1.0
    if right.scaled and not left.scaled and "から" not in glue and "to" not in glue:
        factor = right_factor(folded, right)
    if right.unit == PERCENT and "割" in folded[right.start:right.end] and left.unit is None:
        factor = 10.0
    if right.unit == YEAR and left.unit is None and not 1600 <= left.reading.value <= 2200:
        return left, right
    return replace(left, unit=left.unit or right.unit, reading=multiplied(left.reading, factor)), right


def right_factor(folded, right):
    """The scale written in a range's second half (億 of 3〜5億, billion of 30-40 billion), 1 when it has inner digits after the scale."""
    text = folded[right.start:right.end]
    word = re.search(rf"({ENGLISH_SCALE}|bn)|(?<=[0-9])([kKMBT])(?![A-Za-z])|(?<=[0-9])([千百]?[万億兆京]|[千])", text)
    if word is None:
        return 1.0
    if word[3]:
        return words.read_number("1" + word[3]).value
    return words.ENGLISH_SCALES[word[1] or word[2]]


def finish(text, folded, positions, draft):
    """Draft → Numeral with original offsets, wording of approximation and the interval the rounding allows."""
    start, end = positions[draft.start], positions[draft.end - 1] + 1
    before, reading = folded[max(0, draft.start - 14):draft.start], draft.reading
    if draft.negative:
        reading = multiplied(reading, -1)
    if draft.unit in CALENDAR:
        reading = replace(reading, place=0.0)
    after = BOUND_AFTER.match(folded, draft.end)
    bound = next((k for m in (after, BOUND_BEFORE.search(before)) if m for k in ("above", "below") if m[k]), None)
    if folded[draft.start:draft.end] == "過半数":
        bound = "above"
    band = folded.startswith("台", draft.end) and draft.unit in (PERCENT, POINT, "歳") and reading.value != 0
    vague = reading.low is not None or band
    tail = APPROXIMATE_AFTER.match(folded, draft.end)
    near = APPROXIMATE_BEFORE.search(before) is not None or tail is not None
    low, high = interval(folded[draft.start:draft.end], reading, near, band)
    if tail is not None and reading.value > 0:  # 3割強 lies above three tenths, 3割弱 below
        low = reading.value if tail.group().strip() in LITTLE_MORE else low
        high = reading.value if tail.group().strip() in LITTLE_LESS else high
    return Numeral(start, end, text[start:end], reading.value, draft.unit, reading.decimals, vague or near or bound is not None, low, high, bound)


def interval(written, reading, near, band):
    """[low, high] that the rounding of the written digits allows; 約 widens to half the last non-zero place, 5 % of the value at most; 20%台 is [20, 30]."""
    if reading.low is not None:
        return min(reading.low, reading.high), max(reading.low, reading.high)
    value, half = reading.value, abs(reading.place) / 2
    if value != value or value in (float("inf"), float("-inf")):
        return value, value
    coarse = last_place(value, abs(reading.place))
    if band:
        return min(value, value + coarse), max(value, value + coarse)
    if near and reading.place:
        half = max(half, min(coarse / 2, 0.05 * abs(value)))
    return value - half, value + half


def last_place(value, place):
    """Size of the last non-zero digit of `value` not smaller than `place` (200 → 100, 3500 → 100, 0.5 → 0.1)."""
    while place and value and place < 1e300 and abs(round(value / (place * 10)) * place * 10 - value) < place / 10:
        place *= 10
    return place
