"""Japanese amounts as people write them (１，２００万, 3億, 8%, 2割) → numbers, and back."""

import math
import re
import unicodedata

UNIT_VALUES = {"兆": 10**12, "億": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3, "百": 10**2}
NEGATIVE_MARKS = ("-", "−", "‐", "–", "—", "△", "▲", "マイナス")
NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
PART = re.compile(rf"({NUMBER})({'|'.join(UNIT_VALUES)})?")
# Written unit → the unit of an assumption.
WRITTEN_UNITS = {
    "円": "円", "%": "%", "パーセント": "%", "割": "割", "年": "年", "年間": "年", "人": "人", "名": "人", "時間": "時間",
    "倍": "倍", "kW": "kW", "kw": "kW",
}  # fmt: skip
SUFFIX = re.compile("(" + "|".join(sorted(WRITTEN_UNITS, key=len, reverse=True)) + ")$")


class NotAnAmount(ValueError):
    """The text is not a number with a Japanese unit."""


def parse_amount(text: str) -> tuple[float, str | None]:
    """(value, written unit or None). Units of magnitude are applied: 「1億2,000万円」 → (120000000.0, "円"). Raises NotAnAmount."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(" ", "").removeprefix("¥")
    sign = 1.0
    for mark in NEGATIVE_MARKS:
        if plain.startswith(mark):
            plain, sign = plain[len(mark) :], -1.0
            break
    suffix = SUFFIX.search(plain)
    unit = WRITTEN_UNITS[suffix.group(1)] if suffix else None
    return sign * magnitude(plain[: suffix.start()] if suffix else plain, text), unit


def magnitude(digits: str, text: str) -> float:
    """Sum of the parts of 「1億2,000万」. Parts fall in size and only the last may lack its unit."""
    total, position, previous = 0.0, 0, math.inf
    while position < len(digits):
        part = PART.match(digits, position)
        factor = UNIT_VALUES.get(part.group(2), 1) if part else math.inf
        if factor >= previous:
            raise NotAnAmount(f"cannot read {text!r} as an amount")
        # Round to the yen's hundredth: 0.1億 must not become 10000000.000000002.
        total += round(float(part.group(1).replace(",", "")) * factor, 6)
        position, previous = part.end(), factor
    if not digits:
        raise NotAnAmount(f"cannot read {text!r} as an amount")
    return total


def yen_text(value: float) -> str:
    """An amount as it is said aloud: 950円, 1,200万円, 2億3,400万円 (rounded to 万 from 10,000 yen up)."""
    sign = "−" if round(value) < 0 else ""
    size = abs(value)
    if size < 9_999.5:
        return f"{sign}{size:,.0f}円"
    man = math.floor(size / 10_000 + 0.5)
    cho, rest = divmod(man, 10**8)
    oku, man = divmod(rest, 10**4)
    parts = [f"{amount:,}{unit}" for amount, unit in ((cho, "兆"), (oku, "億"), (man, "万")) if amount]
    return f"{sign}{''.join(parts)}円"


def plain_number(value: float, digits: int = 2) -> str:
    """At most `digits` decimals, no trailing zeros: 8, 31.52, 1.05."""
    text = f"{value:,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def value_text(value: float, unit: str) -> str:
    """A number with its unit as a Japanese reader sees it."""
    return yen_text(value) if unit == "円" else f"{plain_number(value)}{'' if unit == '-' else unit}"
