"""Amounts, years and rates of an investment as a sentence tells them."""

import math
import re
from dataclasses import dataclass

import prompts
from index.numerals import Numeral, find_numerals

AMOUNT_UNITS = (None, "円")
YEAR_UNITS = ("年", "年間", "か年", "ヵ年", "カ年", "ヶ年")
MONTH_UNITS = ("か月", "ヶ月", "カ月", "ヵ月", "月", "ヶ月間", "か月間")
MAX_YEARS = 50
MIN_AMOUNT = 1000
LOOK_AHEAD = 8
KINDS = ("initial", "benefit", "cost")


@dataclass(frozen=True)
class Investment:
    """What was said: yen, yen a year, whole years, percent; None where it was not said."""

    initial: float | None = None
    benefit: float | None = None
    cost: float | None = None
    years: int | None = None
    rate: float | None = None
    problems: tuple[str, ...] = ()

    def over(self, earlier: "Investment") -> "Investment":
        """What is said now, and what was said before where nothing is said now (「割引率8%だと?」)."""
        names = ("initial", "benefit", "cost", "years", "rate")
        return Investment(*(now if (now := getattr(self, name)) is not None else getattr(earlier, name) for name in names), self.problems)


def read_investment(text: str) -> Investment:
    """Assign each number to the word before it; an amount without one is the first kind still missing (投資, then 効果)."""
    words = prompts.lexicon("investment")
    found: dict[str, float] = {}
    previous = 0
    for numeral in find_numerals(text):
        start, previous = previous, numeral.end
        if not math.isfinite(numeral.value) or numeral.value < 0:
            continue
        kind = classify(numeral, text[start : numeral.start], text[numeral.end :], words, found)
        if kind is not None and kind not in found:
            found[kind] = numeral.value
    if "months" in found and "years" not in found:
        found["years"] = found["months"] / 12
    years, problems = found.get("years"), []
    if years is not None and (years != int(years) or not 1 <= years <= MAX_YEARS):
        problems.append("years")
    if found.get("rate", 0) > 100:
        problems.append("rate")
    return Investment(
        found.get("initial"), found.get("benefit"), found.get("cost"), int(years) if years is not None else None, found.get("rate"), tuple(problems)
    )


def classify(numeral: Numeral, before: str, after: str, words: dict, found: dict) -> str | None:
    """initial, benefit, cost, rate, years or None. `before` begins at the previous number, `after` ends at punctuation."""
    if numeral.unit == "%":
        return "rate"
    if numeral.unit in YEAR_UNITS and numeral.value < 1900:
        return None if after.startswith(("目", "後", "前")) else "years"
    if numeral.unit in MONTH_UNITS:
        return "months"
    if numeral.unit not in AMOUNT_UNITS or numeral.value < MIN_AMOUNT:
        return None
    after = re.split(r"[、。,，\s?？0-9]", after[:LOOK_AHEAD])[0]
    following = [(after.find(word), kind) for kind in KINDS for word in words[kind] if word in after and kind not in found]
    if following:
        return min(following)[1]
    nearest = [(before.rfind(word) + len(word), kind) for kind in KINDS for word in words[kind] if word in before]
    if nearest:
        return max(nearest)[1]
    return next((kind for kind in KINDS[:2] if kind not in found), None)
