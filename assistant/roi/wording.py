"""How amounts, years and rates are written in an answer."""

from collections.abc import Iterable

import prompts
from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.catalogue import strategy_entry
from analytics.roi.measures import Outcome
from assistant.understand.plans.beside_plan import PLANS

FILE = "answers/roi"
SHORT_TABLE = 12
"""Years up to which every year of a table is shown; of a longer one the first and the last."""


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def said(value: float) -> str:
    """A result in yen as it is spoken: 「698万円のプラス」 「2,015万円のマイナス」 「0円」."""
    text = yen_text(abs(value))
    if text == yen_text(0):
        return text
    return say("plus" if value > 0 else "minus", amount=text)


def plainly(value: float) -> str:
    """A result in yen where a gain goes without saying: 「698万円」 「2,015万円のマイナス」."""
    return yen_text(value) if value >= 0 else said(value)


def years_text(outcome: Outcome) -> str | None:
    return None if outcome.value is None else f"{plain_number(outcome.value, 1)}年"


def percent(value: float, digits: int = 1) -> str:
    return f"{plain_number(value, digits)}%"


def shown_years(count: int) -> list[int]:
    """Indices of the years of a table that are written out."""
    return list(range(count)) if count <= SHORT_TABLE else [*range(SHORT_TABLE - 2), count - 1]


def labelled(pairs: list[tuple[str, str | None]]) -> str:
    """「初期投資：500万円。年間効果：300万円。」: what a citation card shows and what the check of numbers reads."""
    return "".join(f"{label}：{value}。" for label, value in pairs if value is not None)


def named_plan(plans: Iterable[str]) -> dict[str, str]:
    """The strategy that amounts are told of, as sentences want it; empty for none."""
    return {"name": strategy_entry(plan)["label_ja"] for plan in plans if plan in PLANS}
