"""Amounts that are paid in some years of a plan only, and how a later message changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.understand.plans.investment_told import Investment

Paid = tuple[tuple[int, int, float], ...]
"""(first year, last year or 0 for no end, yen a year)."""
OUTLAYS = ("cost", "spending", "budget", "initial")


def applies(told: Investment) -> bool:
    """Whether what is paid and the effect run over different years, so that no yearly cost tells them."""
    if not told.paid or told.benefit is None and len(told.paid) == 1 and told.paid[0][0] == 1 and told.start is None:
        return False
    same = len(told.paid) == 1 and told.paid[0][0] == 1 and told.years in (None, told.paid[0][1])
    return not same or (told.start or 1) > 1 or told.ends is not None or told.begins is not None


def by_year(paid: Paid, years: int) -> tuple[float, ...]:
    """Yen paid in year 1 … years; a last year of 0 means that it goes on."""
    return tuple(sum(amount for first, last, amount in paid if first <= year <= (last or years)) for year in range(1, years + 1))


def paid_over(now: Investment, earlier: Investment) -> dict:
    """`paid` and `ends` of an earlier plan as a later message leaves them; `start` and `years` too where it is paid for fewer years."""
    if now.paid:
        return {"paid": now.paid, "ends": now.ends}
    own_plan = now.benefit is not None and now.outlay is not None
    concurrent = earlier.benefit is not None and not applies(earlier)
    if own_plan or concurrent or not earlier.paid:
        return {"paid": (), "ends": None}
    paid = earlier.paid
    if now.budget is not None and not now.limited and len(paid) == 1:
        paid = ((paid[0][0], paid[0][1], now.budget.value),)
    for factor in (factor for kind, factor in now.factors if kind in OUTLAYS):
        paid = tuple((first, last, amount * factor) for first, last, amount in paid)
    if now.years is not None and len(paid) == 1 and earlier.ends and earlier.start == paid[0][1] + 1 and now.years < paid[0][1]:  # 「2年に短縮したら」: what is paid for, and the effect after it
        sooner = paid[0][1] - now.years
        return {"paid": ((1, now.years, paid[0][2]),), "start": earlier.start - sooner, "ends": earlier.ends - sooner, "years": earlier.ends - sooner}
    ends = None if now.years is not None else earlier.ends
    return {"paid": paid, "ends": ends}
