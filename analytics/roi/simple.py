"""The plain calculation for a sentence like 「初期投資500万、年間効果300万、5年、8%」: one investment, level benefits."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from analytics.roi.cashflow import AMOUNTS, Year, finished, net_flows, success_table
from analytics.roi.catalogue import facts
from analytics.roi.measures import Outcome, discounted, irr, npv, payback
from analytics.roi.plan import Plan


@dataclass(frozen=True)
class SimpleResult:
    """Yearly table and measures.

    Yen, years; `irr` and `rate` are fractions. `break_even_benefit`: yen a year from which NPV ≥ 0.
    """

    initial: float
    annual_benefit: float
    annual_cost: float
    years: int
    rate: float
    tax: float | None
    table: tuple[Year, ...]
    npv: float
    irr: Outcome
    payback: Outcome
    discounted_payback: Outcome
    break_even_benefit: float | None
    outlays: tuple[float, ...] = ()
    """Yen spent in year 1, 2, … beside `annual_cost`."""
    received: tuple[float, ...] = ()
    """Yen of a subsidy that come in in year 1, 2, …."""

    def to_dict(self) -> dict:
        return {**asdict(self), "table": [row.to_dict() for row in self.table]}


def simple(
    initial: float, annual_benefit: float, years: int, rate: float, annual_cost: float = 0.0, tax: float | None = None,
    amortisation_years: int | None = None, shares: Sequence[float] = (), lag: float = 0.0, outlays: Sequence[float] = (), received: Sequence[float] = (),
) -> SimpleResult:  # fmt: skip
    """Evaluate an investment at year 0 with the same benefit and cost in each of `years` years.

    `rate` and `tax` are fractions; without `tax` nothing is taxed, with it the investment is amortised over `amortisation_years`
    (the statutory life of software when not given). `shares`: the benefit of year 1, 2, … as a share of `annual_benefit`, 1 in
    the years after (see `benefit_shares`). `lag`: years by which all of the benefit comes later, within the same `years`; a
    payback inside the year in which it begins counts from the day it does. `outlays`: yen spent in year 1, 2, … beside `annual_cost`, expensed in their
    year; `received`: yen of a subsidy that come in in year 1, 2, …, taxed; of both at most one for each year. Raises ValueError for negative amounts or shares, years outside 1–50 and rates outside 0–1.
    """
    amounts = {"initial": initial, "annual_benefit": annual_benefit, "annual_cost": annual_cost}
    for name, amount in amounts.items():
        if not 0 <= amount < float("inf"):
            raise ValueError(f"{name} must be a finite amount of at least 0, got {amount}")
    if years != int(years) or not 1 <= years <= 50:
        raise ValueError(f"years must be a whole number from 1 to 50, got {years}")
    for name, share in {"rate": rate, "tax": tax or 0.0}.items():
        if not 0 <= share <= 1:
            raise ValueError(f"{name} must be a fraction from 0 to 1, got {share}")
    if any(not 0 <= share < float("inf") for share in shares):
        raise ValueError(f"shares of the benefit must be finite and at least 0, got {shares}")
    for name, row in {"outlays": outlays, "received": received}.items():
        if len(row) > years or any(not 0 <= yen < float("inf") for yen in row):
            raise ValueError(f"{name} must be finite, at least 0 and at most one for each of {years} years, got {row}")
    if not 0 <= lag < float("inf"):
        raise ValueError(f"lag must be a finite number of years of at least 0, got {lag}")
    shares = lagged(shares, int(years), lag)
    plan = Plan(
        rate=rate, tax=tax or 0.0, stages=(), production_cost=initial, production_subsidy=0.0, annual_benefit=annual_benefit,
        annual_cost=annual_cost, operation_years=int(years),
        amortisation_years=amortisation_years or int(facts()["life_software"].value),
        ramp=tuple(shares), realise_probability=1.0, shortfall=0.0,
    )  # fmt: skip
    table = with_outlays(success_table(plan), plan, outlays, received)
    flows = net_flows(table)
    return SimpleResult(
        **amounts, years=int(years), rate=rate, tax=tax, table=table, npv=npv(rate, flows), irr=irr(flows),
        payback=from_the_start(flows, lag), discounted_payback=from_the_start(discounted(rate, flows), lag), break_even_benefit=break_even_benefit(plan, outlays, received), outlays=tuple(outlays), received=tuple(received),
    )  # fmt: skip


def with_outlays(table: tuple[Year, ...], plan: Plan, outlays: Sequence[float], received: Sequence[float]) -> tuple[Year, ...]:
    """The table with further spending and what is received in year 1, 2, …."""
    if not any(outlays) and not any(received):
        return table
    rows = [{name: getattr(row, name) for name in AMOUNTS} for row in table]
    for row, outlay in zip(rows[1:], outlays, strict=False):
        row["stage_cost"] += outlay
    for row, yen in zip(rows[1:], received, strict=False):
        row["subsidy"] += yen
    return finished(rows, [row.phase_ja for row in table], plan.rate, plan.tax)


@dataclass(frozen=True)
class Weighed:
    """An investment that succeeds with some chance (fraction). `failure`: NPV in yen where no benefit ever comes and nothing is run."""

    chance: float
    expected: float
    failure: float
    break_even_chance: float | None
    """Fraction from which the expected NPV is at least 0; None where no chance does it."""


def weighed(success: SimpleResult, chance: float, trial: float | None = None) -> Weighed:
    """Weigh success against spending the investment (and what is spent by the year beside the running cost) for nothing; where a trial decides on it, only the `trial` (yen).
    A plan that only costs by the year loses that cost.

    Raises ValueError for a chance outside 0–1."""
    if not 0 <= chance <= 1:
        raise ValueError(f"chance must be a fraction from 0 to 1, got {chance}")
    lost = (success.initial, success.outlays, success.received) if trial is None else (trial, (), ())
    cost = 0.0 if lost[0] or any(lost[1]) else success.annual_cost
    failure = simple(lost[0], 0.0, success.years, success.rate, cost, success.tax, outlays=lost[1], received=lost[2]).npv
    needed = -failure / (success.npv - failure) if success.npv > max(failure, 0.0) else None
    return Weighed(chance, chance * success.npv + (1 - chance) * failure, failure, needed)


def lagged(shares: Sequence[float], years: int, lag: float) -> tuple[float, ...]:
    """The shares of the benefit `lag` years later: of each year's benefit the part that still falls into the year before the next."""
    whole, part = math.floor(lag), lag - math.floor(lag)
    level = [*shares[:years], *(1.0 for _ in range(years - len(shares)))]

    def at(year: int) -> float:
        return level[year] if 0 <= year < years else 0.0

    return tuple((1 - part) * at(year - whole) + part * at(year - whole - 1) for year in range(years)) if lag else tuple(shares)


def from_the_start(flows: Sequence[float], lag: float) -> Outcome:
    """The payback; within the year in which a late benefit begins, the year's money comes after it has begun."""
    found, first, part = payback(flows), math.floor(lag), lag - math.floor(lag)
    inside = found.value is not None and part and first < found.value <= first + 1
    return Outcome(first + part + (1 - part) * (found.value - first)) if inside else found


def benefit_shares(years: int, growth: float = 0.0, start: int = 1) -> tuple[float, ...]:
    """Share of the first full year's benefit in each year: 0 before `start`, then growing by `growth` (fraction) a year."""
    return tuple(0.0 if year < start else (1 + growth) ** (year - start) for year in range(1, years + 1))


def break_even_benefit(plan: Plan, outlays: Sequence[float] = (), received: Sequence[float] = ()) -> float | None:
    """Yen of `annual_benefit` at which the NPV is 0, with the same shape over the years.

    The investment net of its tax saving, the running cost and the `outlays` less what is `received` in year 1, 2, … have to be earned by the years' shares of it. None when all of
    the benefit is taxed away or none arrives within the years.
    """
    keep = 1 - plan.tax
    kept = keep * float(sum(share * factor for share, factor in zip(plan.ramp_schedule, plan.factors[plan.start + 1 :], strict=True)))
    further = keep * float(sum(sign * yen * factor for sign, row in ((1, outlays), (-1, received)) for yen, factor in zip(row, plan.factors[plan.start + 1 :], strict=False)))
    spent = plan.annual_cost * keep * float(plan.annuities[-1]) + further - float(plan.production_value)
    return spent / kept if kept > 0 else None
