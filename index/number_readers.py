"""Readers of single numerals: one scanner pattern and one small reader for each kind of match. Used only by `index.numerals`."""

import re
from dataclasses import dataclass, replace

from index import number_words as words
from index.number_units import (
    CANONICAL,
    DOLLAR,
    FISCAL_YEAR,
    FRACTION,
    NOT_AFTER_KANJI,
    PERCENT,
    STRONG,
    TIMES,
    UNIT,
    YEAR,
    YEARS_LONG,
)


@dataclass(frozen=True)
class Draft:
    """A numeral while it is read; offsets are in the folded text."""

    start: int
    end: int
    reading: words.Reading
    unit: str | None
    scaled: bool = False
    negative: bool = False


ARABIC_NUMBER = rf"(?:(?:{words.ARABIC_BLOCK}[万億兆京])+{words.ARABIC_BLOCK}?|{words.ARABIC_BLOCK}|(?<![0-9A-Za-z])\.[0-9]++)"
KANJI_NUMBER = rf"(?:(?:(?:{words.KANJI_BLOCK}|[数何])[万億兆京])+{words.KANJI_BLOCK}?|{words.KANJI_BLOCK}|数(?=%|割|倍|ポイント|パーセント))"
ENGLISH_ONE = "|".join(sorted(words.ENGLISH_DIGITS, key=len, reverse=True))
ENGLISH_SCALE = "hundred|thousand|million|billion|trillion"
SCANNER = re.compile("|".join((
    r"(?P<skip>https?://[!-~]+|10\.[0-9]{4,}/[!-~]+|arXiv[: ]{1,2}[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|(?:ISO|IEC|JIS|RFC)[ -][A-Z]?[0-9-]+|(?<![0-9])[0-9]++(?:\.[0-9]++){2,})",
    r"(?P<date>(?<![0-9])(?P<y>[12][0-9]{3})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})(?![0-9]))",
    rf"(?P<era>(?P<name>明治|大正|昭和|平成|令和|(?<![A-Za-z0-9])[MTSHR](?=[0-9]{{1,2}}年))(?P<n>元|[0-9]{{1,2}}|{words.KANJI_BLOCK})(?P<eu>年度?))",
    rf"(?P<fraction>(?P<below>{ARABIC_NUMBER}|{words.KANJI_BLOCK})分の(?P<above>{ARABIC_NUMBER}|{words.KANJI_BLOCK})|(?P<up>[0-9]{{1,6}})⁄(?P<down>[0-9]{{1,6}})|(?<![0-9/])1/(?P<nth>[0-9]{{1,3}})(?![0-9/]))",
    rf"(?P<power>(?:(?P<mantissa>{words.ARABIC}) ?[×x*] ?)?10(?:\^(?P<e1>-?[0-9]+)|の(?P<e2>[0-9]+)乗)|(?P<em>{words.ARABIC})[eE](?P<e3>[+-]?[0-9]{{1,3}})(?![0-9A-Za-z]))",
    rf"(?P<arabic>{ARABIC_NUMBER})",
    rf"(?P<kanji>{KANJI_NUMBER})",
    r"(?P<half>過半数|半数|半分|半減|半額|倍増|(?<![一-龯])倍(?=に|の|以上|近く))",
    rf"(?P<part>(?<![A-Za-z])(?:(?P<many>(?i:{ENGLISH_ONE}|an?))(?: |-(?!quarter)))?(?P<size>half|third|quarter|fifth|tenth)s?(?![A-Za-z-]))",
    rf"(?P<english>(?<![A-Za-z])(?i:(?:{ENGLISH_ONE})(?:[ -](?:{ENGLISH_ONE}|{ENGLISH_SCALE}))*)(?=-?fold|(?![A-Za-z])))",
    r"(?P<multiple>(?<![A-Za-z])(?i:twice|double[ds]?|doubling|triple[ds]?)(?![A-Za-z]))",
)))
# Every match of the scanner begins with one of these; looking for them first makes reading five times as fast.
BEGINNING = re.compile(rf"[0-9A-Za-z.明大昭平令数何過半倍{words.KD}十百千]")
CURRENCY = re.compile(r"(?:(?P<dollar>(?:US|米)?\$)|(?P<yen>[¥\\])|(?P<euro>€)) ?$")
SCALE_AFTER = re.compile(rf"(?:[ -]?(?P<word>{ENGLISH_SCALE}|bn)(?![A-Za-z]))|(?P<letter>[kKMBT])(?![A-Za-z0-9])")
LATIN_BEFORE = re.compile(r"(?<![0-9A-Za-z.])(?P<root>[A-Za-z]+)(?P<rest>[0-9A-Za-z.]*[-_]?)$")
COUNTABLE_PREFIXES = frozenset("qs top us usd jpy eur fy no gpu cpu tpu ai about approximately usnews".split())
TECHNICAL_LETTERS = re.compile(r"[A-Z](?![A-Za-z])|[dD](?![A-Za-z])")  # 5S, 3D
RESOLUTION = re.compile(r"[48]K(?![A-Za-z0-9])")
WARI_TAIL = re.compile(rf"(?P<bu>{words.ARABIC}|[{words.KD}])分(?![のに野類析担布岐])(?:(?P<rin>[0-9{words.KD}])厘)?")
COUNTER_NEXT = re.compile(rf" ?(?:[~〜-]|から|ないし)(?:[0-9.]+|[{words.KD}十百千]+)[万億兆]?(?={UNIT.pattern})")


NAME_TAIL, LETTERS_AND_DIGIT, SPACE = re.compile(r"[0-9A-Za-z.\-_]*"), re.compile("[A-Za-z]+[0-9]"), re.compile(" ?")
SIGN = re.compile(r"(?:(?<![0-9A-Za-z%)）一-龯ァ-ヶー~])[-+]|マイナス|プラス|[▲±]) ?$")
FOUR_DIGITS = re.compile(rf"[0-9]{{4}}|[{words.KD}]{{4}}|千[{words.KD}十百]+|二千[{words.KD}十百]*")
YEAR_DIGITS = re.compile("(?:19|20)[0-9]{2}")


def next_match(folded, position):
    """What SCANNER.search finds from `position` on, or None."""
    beginnings = (SCANNER.match(folded, beginning.start()) for beginning in BEGINNING.finditer(folded, position))
    return next((match for match in beginnings if match), None)


def read_match(folded, match, idioms):
    """One scanner match → (drafts, position to go on from)."""
    kind = match.lastgroup if match.lastgroup in READERS else next(k for k in READERS if match.group(k))
    drafts = READERS[kind](folded, match, idioms)
    end = drafts[-1].end if drafts else identifier_end(folded, match, kind)
    return drafts, max(end, match.start() + 1)


def identifier_end(folded, match, kind):
    """Where to go on after something that is no number: behind the whole product name, or behind one kanji."""
    if kind == "kanji":
        return match.start() + 1 if match.group()[0] in "数何" else match.end()
    if kind == "arabic":
        return NAME_TAIL.match(folded, match.end()).end()
    return match.end()


def read_skip(folded, match, idioms):
    """Addresses, identifiers of papers and standards, version numbers: no numbers."""
    return []


def read_date(folded, match, idioms):
    """2020-10-22 → three drafts of 年, 月, 日."""
    return [Draft(match.start(g), match.end(g), words.read_arabic(match[g]), unit) for g, unit in (("y", YEAR), ("m", "月"), ("d", "日"))]


def read_era(folded, match, idioms):
    """平成24年 → 2012 年."""
    reading = words.Reading(1.0, 1.0, 0) if match["n"] == "元" else words.read_number(match["n"])
    if reading is None:
        return []
    value = words.ERAS[match["name"]] + reading.value
    return [Draft(match.start(), match.end(), words.Reading(value, 0.0, 0), CANONICAL[match["eu"]])]


def read_fraction(folded, match, idioms):
    """4分の1, ½, 1/3 → 分率."""
    below = words.read_number(match["below"] or match["down"] or match["nth"])
    above = words.read_number(match["above"] or match["up"] or "1")
    if below is None or above is None or not below.value:
        return []
    value = above.value / below.value
    return [Draft(match.start(), match.end(), words.Reading(value, 0.02 * value, 0), FRACTION)]


def read_power(folded, match, idioms):
    """3×10^20, 10の20乗, 1e20."""
    mantissa = words.read_arabic(match["mantissa"] or match["em"] or "1")
    exponent = (match["e1"] or match["e2"] or match["e3"])[:6]
    size = float(f"1e{int(exponent)}")
    reading = words.Reading(mantissa.value * size, mantissa.place * size, mantissa.decimals)
    return [with_unit(folded, Draft(match.start(), match.end(), reading, None))]


def read_arabic(folded, match, idioms):
    """A number that begins with a digit; a product name's digits give nothing."""
    if is_identifier(folded, match.start(), match.end()):
        return []
    text = match.group()
    reading = words.read_number(text) if text[0] != "." else words.read_arabic("0" + text)
    if reading is None:  # scales out of order (3万5億) are two numbers; the scanner goes on behind the first
        text = words.PIECE.match(text).group()
        reading = words.read_number(text)
    draft = Draft(match.start(), match.start() + len(text), reading, None, scaled=text[-1] in "千万億兆京")
    return [with_unit(folded, with_sign(folded, with_scale(folded, draft)))]


def is_identifier(folded, start, end):
    """Whether the digits at start..end belong to a name (GPT-4, A100, CO2, v1, 5S) and count nothing."""
    before = LATIN_BEFORE.search(folded, max(0, start - 30), start)
    unit = UNIT.match(folded, end)
    if before is not None and before.group().rstrip("-_") not in ("US", ""):
        name = before.group()
        year = YEAR_DIGITS.fullmatch(folded[start:end])
        counted = name[-1] not in "-_" and len(name) > 1 and unit is not None and unit.group() not in NOT_AFTER_KANJI
        percent = unit is not None and CANONICAL[unit.group()] == PERCENT
        return not (before["root"].lower() in COUNTABLE_PREFIXES or counted or percent or (year and len(name) > 1))
    if RESOLUTION.match(folded, start):
        return True
    if unit is not None or SCALE_AFTER.match(folded, end):
        return False
    return TECHNICAL_LETTERS.match(folded, end) is not None or LETTERS_AND_DIGIT.match(folded, end) is not None


def read_kanji(folded, match, idioms):
    """A kanji numeral, where a counter, a scale or its form shows that it is a number."""
    start, end = match.span()
    if any(a < end and start < b for a, b in idioms):
        return []
    text = match.group()
    if text == "数" and start and re.match("[一-龯]", folded[start - 1]):
        return []
    reading = words.read_number(text)
    if reading is None or not is_kanji_number(folded, start, end, text):
        return []
    return [with_unit(folded, with_sign(folded, Draft(start, end, reading, None, scaled=text[-1] in "万億兆京")))]


def is_kanji_number(folded, start, end, text):
    """Context test: 十二社, 三割, 二〇一二年, 三百万 yes; 一人, 十分, 三者, 千葉 no."""
    unit = UNIT.match(folded, end)
    word = unit.group() if unit else None
    if folded.startswith("分", end) and word == "分":
        return False
    if text == "一":
        return word is not None and CANONICAL[word] in STRONG or folded.startswith("から二", end) and COUNTER_NEXT.match(folded, end) is not None
    if word is not None and word not in NOT_AFTER_KANJI:
        return True
    if COUNTER_NEXT.match(folded, end) or text[-1] in "万億兆京":
        return text[-1] not in "万億兆京" or text not in ("千万", "百千万")
    neighbours = re.compile("[一-龯]")
    lonely = not (start and neighbours.match(folded[start - 1]) and folded[start - 1] not in "約計第") and not neighbours.match(folded[end:end + 1])
    return lonely and len(text) > 1 and re.search("[十百千〇]", text) is not None


def read_half(folded, match, idioms):
    """半数, 半分, 過半数, 半減 → 0.5 分率; 倍増, 倍に → 2 倍."""
    value, unit = (2.0, TIMES) if match.group().startswith("倍") else (0.5, FRACTION)
    return [Draft(match.start(), match.end(), words.Reading(value, 0.02 * value, 0), unit)]


def read_part(folded, match, idioms):
    """two thirds, one tenth, a quarter, half; a lone `third` is an ordinal and counts nothing."""
    if match["many"] is None and match["size"] != "half":
        return []
    many = words.ENGLISH_DIGITS.get((match["many"] or "one").lower(), 1)
    value = many / words.ENGLISH_PARTS[match["size"]]
    return [Draft(match.start(), match.end(), words.Reading(value, 0.02 * value, 0), FRACTION)]


def read_english(folded, match, idioms):
    """two, twenty-five, six million, ten-billion-fold; a lone `one` counts nothing."""
    parts = re.split("[ -]", match.group().lower())
    draft = Draft(match.start(), match.end(), words.read_english(parts), None)
    draft = with_unit(folded, draft)
    return [] if parts == ["one"] and draft.unit is None else [draft]


def read_multiple(folded, match, idioms):
    """twice, doubled → 2 倍; tripled → 3 倍."""
    value = 3.0 if match.group().lower().startswith("triple") else 2.0
    return [Draft(match.start(), match.end(), words.Reading(value, 0.02, 0), TIMES)]


READERS = {"skip": read_skip, "date": read_date, "era": read_era, "fraction": read_fraction, "power": read_power, "arabic": read_arabic,
           "kanji": read_kanji, "half": read_half, "part": read_part, "english": read_english, "multiple": read_multiple}


def multiplied(reading, factor):
    """The reading in a unit `factor` times smaller."""
    low, high = (None if x is None else x * factor for x in (reading.low, reading.high))
    return replace(reading, value=reading.value * factor, place=reading.place * factor, low=low, high=high)


def with_scale(folded, draft):
    """130 billion, 350k, 1.8B."""
    match = SCALE_AFTER.match(folded, draft.end)
    if match is None:
        return draft
    factor = words.ENGLISH_SCALES[match["word"] or match["letter"]]
    return replace(draft, end=match.end(), reading=multiplied(draft.reading, factor), scaled=True)


def with_sign(folded, draft):
    """-3.2, マイナス3.2, ▲3.2, ±3 and a currency sign before the number; a hyphen after a digit or a word is no sign."""
    start, negative = draft.start, False
    sign = SIGN.search(folded, max(0, start - 6), start)
    if sign is not None:
        start, negative = sign.start(), sign.group().strip() in ("-", "マイナス", "▲")
    money = CURRENCY.search(folded, max(0, start - 4), start)
    unit = None
    if money is not None:
        start, unit = money.start(), DOLLAR if money["dollar"] else CANONICAL["円" if money["yen"] else "ユーロ"]
    return draft if start == draft.start else replace(draft, start=start, negative=negative, unit=unit)


def with_unit(folded, draft):
    """Reads the unit behind the number; 割 becomes %, a four-digit 年 or bare 1900–2100 a calendar year."""
    match = SPACE.match(folded, draft.end)
    found = UNIT.match(folded, draft.end) or UNIT.match(folded, match.end())
    written = folded[draft.start:draft.end]
    if draft.unit is not None:
        return replace(draft, end=found.end()) if found and CANONICAL[found.group()] == draft.unit else draft
    calendar = FOUR_DIGITS.fullmatch(written) and 1600 <= draft.reading.value <= 2200
    if found is None:
        return replace(draft, unit=YEAR) if YEAR_DIGITS.fullmatch(written) and calendar else draft
    unit, end = CANONICAL[found.group()], found.end()
    if unit == "割":
        return read_wari(folded, replace(draft, end=end))
    if unit == YEAR and (not calendar or folded[end:end + 1] == "間"):
        unit = YEARS_LONG
    if unit in (YEAR, FISCAL_YEAR, "年代") and calendar:
        return replace(draft, end=end, unit=unit, reading=words.Reading(draft.reading.value, 0.0, 0))
    return replace(draft, end=end, unit=unit)


def read_wari(folded, draft):
    """3割 → 30 %, 三割五分 → 35 %, 3.5割 → 35 %."""
    reading, end = multiplied(draft.reading, 10), draft.end
    tail = WARI_TAIL.match(folded, end)
    if tail is not None:
        extra = words.read_number(tail["bu"]).value + (words.read_number(tail["rin"]).value / 10 if tail["rin"] else 0)
        reading, end = words.Reading(reading.value + extra, 0.1 if tail["rin"] else 1.0, 0), tail.end()
    return replace(draft, end=end, unit=PERCENT, reading=reading)
