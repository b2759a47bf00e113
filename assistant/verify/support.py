"""Does one piece of evidence support one numeral?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analytics import Figure
from assistant.models import Item
from index.numerals import Numeral, find_numerals

YEAR_UNITS = ("年", "年度")


@dataclass(frozen=True)
class Known:
    """What an item holds: exact values by unit, years, and numerals of its own words."""

    values: tuple[tuple[float, str], ...]
    years: frozenset[int]
    numerals: tuple[Numeral, ...]


@lru_cache(maxsize=4096)
def numerals_of(text: str) -> tuple[Numeral, ...]:
    return tuple(find_numerals(text))


def years_of(text: str) -> frozenset[int]:
    return frozenset(int(numeral.value) for numeral in numerals_of(text) if numeral.unit in YEAR_UNITS)


def known(item: Item) -> Known:
    """Everything a numeral may be checked against. A figure's years are those of its period, not every year inside."""
    if item.figure is None:
        text = f"{item.text}\n{item.citation.title}\n{item.citation.locator}"
        return Known((), years_of(text), numerals_of(text))
    figure: Figure = item.figure
    values = [(figure.value, figure.unit), (float(figure.n), "本")]
    words = (figure.definition_ja, figure.method_ja, figure.label_ja.rpartition("（")[0], *figure.caveats_ja)  # one by one: most are those of other figures, too
    plain = tuple(numeral for part in words for numeral in numerals_of(part) if numeral.unit not in YEAR_UNITS)
    return Known(tuple(values), years_of(figure.period), plain)


def supports(item: Item, numeral: Numeral, sized: bool = False) -> bool:
    """Whether the item holds this number with this unit, within the rounding shown.

    `sized`: a verb tells the direction (下がりました), so a fall may be written without its sign. The bounds of an
    interval are no values: they are checked where the interval is named.
    """
    held = known(item)
    if numeral.unit in YEAR_UNITS:
        return int(numeral.value) in held.years and numeral.value == int(numeral.value)
    if any(same_unit(unit, numeral.unit) and rounds_to(value, numeral, sized) for value, unit in held.values):
        return True
    return any(same_number(numeral, other) for other in held.numerals)


def same_unit(unit: str, written: str | None) -> bool:
    return unit == (written or "")


def rounds_to(value: float, numeral: Numeral, sized: bool = False) -> bool:
    """Rounding `value` to the decimals shown gives the numeral, sign included unless the numeral only tells a size."""
    signed = numeral.text[:1] in "+-−"
    if sized and not signed:
        value = abs(value)
    if "乗" in numeral.text:
        return same_power(value, numeral)
    if numeral.approximate:
        return numeral.allows(value)
    shown = f"{value:.{numeral.decimals}f}"
    return float(shown) == float(f"{numeral.value:.{numeral.decimals}f}")


def interval_holds(item: Item, low: Numeral, high: Numeral, down: bool) -> bool:
    """Whether two numerals are the bounds of the item's interval, in order; a fall told by its size turns them round."""
    figure = item.figure
    if figure is None or figure.low is None or figure.high is None:
        return False
    bounds = (-figure.high, -figure.low) if down else (figure.low, figure.high)
    written = all(same_unit(figure.unit, numeral.unit or figure.unit) for numeral in (low, high))
    return written and all(plain(bound, numeral) for bound, numeral in zip(bounds, (low, high), strict=True))


def same_power(value: float, numeral: Numeral) -> bool:
    """Whether a numeral written as a power of ten (3.8×10の25乗) has the value's exponent and its digits as shown."""
    return f"{value:.{numeral.decimals}e}" == f"{numeral.value:.{numeral.decimals}e}"


def plain(bound: float, numeral: Numeral) -> bool:
    if "乗" in numeral.text:
        return same_power(bound, numeral)
    return float(f"{bound:.{numeral.decimals}f}") == float(f"{numeral.value:.{numeral.decimals}f}")


def same_number(numeral: Numeral, other: Numeral) -> bool:
    """The same number with the same unit in the evidence's own words."""
    if numeral.unit != other.unit:
        return False
    if abs(numeral.value - other.value) <= 1e-9 * max(1.0, abs(other.value)):
        return True
    return numeral.approximate and numeral.allows(other.value)


def crosses_zero(text: str) -> bool:
    """「95%区間が0をまたぐ」: a statement about the interval, not a value."""
    return bool(re.match(r"0を?(?:またぐ|またい|跨)", text))


def stands_in(words: str, source: str) -> bool:
    """Whether the words are whole sentences of the source: they begin and end where a sentence does."""
    if len(words) < 2:
        return False
    start = source.find(words)
    while start >= 0:
        before, after = source[:start], source[start + len(words) :]
        if (not before or before[-1] in "。」?!？！答え:：" or before.endswith("答")) and (not after or after[0] in "。」たな"):
            return True
        start = source.find(words, start + 1)
    return False
