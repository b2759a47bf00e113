"""A plan in numbers, and the present values of its pieces.

Time: stage i is paid at year i (year 0 = start), production at year n = number of stages, operation in years n+1 … n+H.
Every amount may be one number or an array of draws; the formulas are the same.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

Number = float | np.ndarray


@dataclass(frozen=True)
class Stage:
    """One stage before production. Amounts in yen before tax; the cost is expensed in its year."""

    cost: Number
    credit: Number
    """Yen of tax credit in the same year."""
    subsidy: Number
    """Yen expected to be paid one year later, taxed."""
    pass_probability: Number
    """Chance (0–1) that the gate after this stage is passed."""


@dataclass(frozen=True)
class Plan:
    """One strategy. Yen, years, fractions."""

    rate: Number
    tax: Number
    stages: tuple[Stage, ...]
    production_cost: Number
    production_subsidy: Number
    annual_benefit: Number
    annual_cost: Number
    operation_years: int
    amortisation_years: int
    ramp: tuple[Number, ...]
    """Share of the benefit in the first years of operation; 1 afterwards."""
    realise_probability: Number
    shortfall: Number
    """Share of the benefit when it is not realised."""
    stoppable: bool = True
    """Whether operation can be ended early (doing nothing cannot)."""

    def __post_init__(self):
        if self.operation_years < 1 or self.amortisation_years < 1:
            raise ValueError("a plan needs at least one year of operation and of amortisation")

    @cached_property
    def start(self) -> int:
        """Year of production."""
        return len(self.stages)

    @cached_property
    def last(self) -> int:
        return self.start + self.operation_years

    @cached_property
    def ramp_schedule(self) -> list[Number]:
        """Share of the full benefit in each year of operation."""
        return [self.ramp[year] if year < len(self.ramp) else 1.0 for year in range(self.operation_years)]

    @cached_property
    def amortisation_schedule(self) -> np.ndarray:
        """Share of the production cost written off in each year of operation; what is left is written off in the last."""
        shares = np.where(np.arange(self.operation_years) < self.amortisation_years, 1 / self.amortisation_years, 0.0)
        shares[-1] += max(0, self.amortisation_years - self.operation_years) / self.amortisation_years
        return shares

    def with_values(self, **changes) -> "Plan":
        """The plan with some numbers replaced."""
        return replace(self, **changes)

    @cached_property
    def factors(self) -> np.ndarray:
        """Present value of one yen in each year 0 … last (along the first axis)."""
        years = np.arange(self.last + 1).reshape(-1, *(1,) * np.ndim(self.rate))
        return (1.0 + self.rate) ** -years

    @cached_property
    def annuities(self) -> np.ndarray:
        """Present value of one yen in each of the first k years of operation, at index k − 1."""
        return np.cumsum(self.factors[self.start + 1 :], axis=0)

    def stage_value(self, index: int) -> Number:
        """Present value of a stage after tax, credit and subsidy (yen, normally negative)."""
        stage, keep = self.stages[index], 1 - self.tax
        return (stage.credit - stage.cost * keep) * self.factors[index] + stage.subsidy * keep * self.factors[index + 1]

    @cached_property
    def production_factor(self) -> Number:
        """Present value of one yen of production cost, with the tax that its amortisation saves (negative)."""
        saved = np.tensordot(self.amortisation_schedule, self.factors[self.start + 1 :], axes=1)
        return self.tax * saved - self.factors[self.start]

    @cached_property
    def production_value(self) -> Number:
        """Present value of production: cost, tax saved by amortisation, subsidy."""
        paid = self.production_subsidy * (1 - self.tax) * self.factors[self.start + 1]
        return self.production_cost * self.production_factor + paid

    def operation_flows(self, realised: Number) -> list[Number]:
        """After-tax yen of each year of operation when `realised` (share) of the planned benefit appears."""
        keep = 1 - self.tax
        return [(self.annual_benefit * share * realised - self.annual_cost) * keep for share in self.ramp_schedule]

    def operation_value(self, realised: Number, stop: bool) -> Number:
        """Present value of operation; with `stop`, ended after the year that is best to end it (possibly before the first).

        After the ramp every year is the same, so the running total is best before the first year, after one of the ramp's,
        or at the end.
        """
        keep, horizon = 1 - self.tax, self.operation_years
        benefit, cost = self.annual_benefit * realised * keep, self.annual_cost * keep
        stoppable = stop and self.stoppable
        best, missing = 0.0, 0.0
        for year, share in enumerate(self.ramp[:horizon]):
            missing = missing + (1 - share) * self.factors[self.start + 1 + year]
            if stoppable and year + 1 < horizon:
                best = np.maximum(best, benefit * (self.annuities[year] - missing) - cost * self.annuities[year])
        total = benefit * (self.annuities[-1] - missing) - cost * self.annuities[-1]
        return np.maximum(best, total) if stoppable else total

    @cached_property
    def success_probability(self) -> Number:
        """Chance that every gate is passed and the benefit realised."""
        chance = self.realise_probability
        for stage in self.stages:
            chance = chance * stage.pass_probability
        return chance
