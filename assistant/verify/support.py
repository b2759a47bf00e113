"""Does one piece of evidence support one numeral?"""

import re
from dataclasses import dataclass
from functools import lru_cache

from analytics import Figure
from assistant.models import Item
from index.numerals import Numeral, find_numerals

YEAR_UNITS = ("年", "年度")
ROUNDING = 1e-9


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
    values += [(bound, figure.unit) for bound in (figure.low, figure.high) if bound is not None]
    words = f"{figure.definition_ja}\n{figure.method_ja}\n{figure.label_ja.rpartition('（')[0]}\n" + "\n".join(figure.caveats_ja)
    plain = tuple(numeral for numeral in numerals_of(words) if numeral.unit not in YEAR_UNITS)
    return Known(tuple(values), years_of(figure.period), plain)


def supports(item: Item, numeral: Numeral) -> bool:
    """Whether the item holds this number with this unit, within the rounding shown. Changes are worded by size."""
    held = known(item)
    if numeral.unit in YEAR_UNITS:
        return int(numeral.value) in held.years and numeral.value == int(numeral.value)
    if any(same_unit(unit, numeral.unit) and rounds_to(value, numeral) for value, unit in held.values):
        return True
    return any(same_number(numeral, other) for other in held.numerals)


def same_unit(unit: str, written: str | None) -> bool:
    return unit == written


def rounds_to(value: float, numeral: Numeral) -> bool:
    """Rounding `value` to the decimals shown gives the numeral; a minus sign may be in a verb (下がりました)."""
    shown = abs(numeral.value)
    if numeral.approximate:
        return numeral.allows(abs(value)) or numeral.allows(value)
    return abs(round(abs(value), numeral.decimals) - shown) <= ROUNDING + 1e-6 or f"{abs(value):.{numeral.decimals}f}" == f"{shown:.{numeral.decimals}f}"


def same_number(numeral: Numeral, other: Numeral) -> bool:
    """The same number with the same unit in the evidence's own words."""
    if numeral.unit != other.unit:
        return False
    if abs(numeral.value - other.value) <= 1e-9 * max(1.0, abs(other.value)):
        return True
    return numeral.approximate and numeral.allows(other.value)


def crosses_zero(text: str) -> bool:
    """「95%区間が0をまたぐ」: a statement about the interval, not a value."""
    return bool(re.search(r"0を?(?:またぐ|またい|跨)", text))
