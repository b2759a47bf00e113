"""Generalized synthetic control (Xu 2017): what treated units would have shown without the treatment.

Factors and slopes come from the untreated units alone; each treated unit's own level and loadings come from its periods
before the treatment; the difference afterwards is the effect. numpy only.
"""

from dataclasses import dataclass, replace

import numpy as np

from analytics.divide.interactive import TOLERANCE, Effects, Stack, fit_effects
from analytics.errors import BadInput

FORCES = ("two-way", "unit")


@dataclass(frozen=True)
class Panel:
    """A table of units over time.

    outcome (T, N) with NaN for missing cells, treated bool (T, N), covariates (T, N, K), and the names of each axis.
    """

    outcome: np.ndarray
    treated: np.ndarray
    covariates: np.ndarray
    units: tuple[str, ...]
    times: tuple
    covariate_names: tuple[str, ...] = ()

    @property
    def is_treated(self) -> np.ndarray:
        """Bool (N,): treated in some period."""
        return self.treated.any(axis=0)

    @property
    def observed(self) -> np.ndarray:
        return ~np.isnan(self.outcome)

    @property
    def before(self) -> np.ndarray:
        """Observed cells of the treated units before their treatment, bool (T, treated units)."""
        return (self.observed & ~self.treated)[:, self.is_treated]

    @property
    def after(self) -> np.ndarray:
        """Observed cells of the treated units under treatment, bool (T, treated units)."""
        return (self.observed & self.treated)[:, self.is_treated]

    @property
    def treated_names(self) -> tuple[str, ...]:
        return tuple(unit for unit, chosen in zip(self.units, self.is_treated, strict=True) if chosen)


@dataclass(frozen=True)
class Estimate:
    """A fitted panel.

    effect and counterfactual are (T, treated units), NaN where the outcome is missing; control_fitted is (T, controls).
    """

    panel: Panel
    factors: int
    force: str
    beta: np.ndarray
    effect: np.ndarray
    counterfactual: np.ndarray
    control_fitted: np.ndarray

    @property
    def att_avg(self) -> float:
        """Mean effect over all treated cells, each cell with the same weight."""
        return float(self.effect[self.panel.after].mean())


def check_panel(panel: Panel) -> None:
    """Raise ValueError, naming unit and period, for a design that the method cannot read."""
    treated, chosen = panel.treated, panel.is_treated
    if not chosen.any():
        raise BadInput("no unit is ever treated: the treatment column is 0 everywhere", "never_treated")
    if chosen.all():
        raise BadInput("every unit is treated at some time: at least two units must stay untreated", "all_treated")
    if (~chosen).sum() < 2:
        raise BadInput("only one unit stays untreated: at least two are needed", "one_control")
    ended = (treated[:-1] & ~treated[1:]).any(axis=0)
    if ended.any():
        number = int(np.flatnonzero(ended)[0])
        period = panel.times[int(np.flatnonzero(treated[:-1, number] & ~treated[1:, number])[0]) + 1]
        message = f"unit {panel.units[number]} stops being treated at time {period}: a treatment that ends is not supported"
        raise BadInput(message, "ended", unit=panel.units[number], time=period)
    for cells, what, reason in ((panel.before, "before", "no_before"), (panel.after, "under", "no_after")):
        if not cells.any(axis=0).all():
            unit = panel.treated_names[int(np.flatnonzero(~cells.any(axis=0))[0])]
            raise BadInput(f"treated unit {unit} has no observation {what} treatment: leave it out", reason, unit=unit)


def most_factors(panel: Panel) -> int:
    """The largest number of factors that every treated unit can be tested on.

    A unit effect and r loadings need r + 1 periods, and one more is left out to validate.
    """
    return int(max(0, min(panel.before.sum(axis=0).min() - 2, (~panel.is_treated).sum() - 2, len(panel.times) - 2)))


def require_factors(panel: Panel, factors: int) -> None:
    """Raise ValueError when a treated unit has too few periods before treatment for `factors`."""
    if factors < 0:
        raise BadInput(f"factors must be 0 or more, not {factors}", "factors_negative", factors=factors)
    periods = panel.before.sum(axis=0)
    if periods.min() < factors + 1:
        unit = panel.treated_names[int(periods.argmin())]
        message = f"{factors} factors need {factors + 1} periods before treatment; unit {unit} has {periods.min()}"
        raise BadInput(message, "factors_before", factors=factors, needed=factors + 1, unit=unit, periods=int(periods.min()))
    untreated, length = int((~panel.is_treated).sum()), len(panel.times)
    if factors > min(untreated, length) - 2:
        message = f"{factors} factors are too many for {untreated} untreated units and {length} periods"
        raise BadInput(message, "factors_many", factors=factors, units=untreated, periods=length)


def controls(panel: Panel) -> Stack:
    """The untreated units as a stack of one."""
    chosen = ~panel.is_treated
    return Stack(panel.outcome[None][:, :, chosen], panel.observed[None][:, :, chosen], panel.covariates[None][:, :, chosen])


def project(effects: Effects, outcome: np.ndarray, covariates: np.ndarray, usable: np.ndarray) -> np.ndarray:
    """Predict treated units from the periods in `usable`, by least squares on a constant and the factors.

    outcome (B, T, M), covariates (B, T, M, K), usable bool (B or 1, T, M) → prediction (B, T, M). Cells of `outcome`
    outside `usable` are never read.
    """
    known = effects.period_effects[:, :, None] + (covariates @ effects.beta[:, None, :, None])[..., 0]
    design = np.concatenate([np.ones((*effects.factors.shape[:2], 1)), effects.factors], axis=2)
    draws, _, size = design.shape
    squares = (design[:, :, :, None] * design[:, :, None, :]).reshape(draws, -1, size * size)
    weight = usable.astype(float).transpose(0, 2, 1)
    gram = (weight @ squares).reshape(draws, -1, size, size)
    right = np.where(usable, outcome - known, 0.0).transpose(0, 2, 1) @ design
    try:
        own = np.linalg.solve(gram, right[..., None])[..., 0]
    except np.linalg.LinAlgError as error:
        raise BadInput("factors do not vary over a unit's periods before treatment: use fewer", "factors_flat") from error
    return known + design @ own.transpose(0, 2, 1)


def estimate(panel: Panel, factors: int, force: str = "two-way", tolerance: float = TOLERANCE) -> Estimate:
    """Fit with a given number of factors. Raises ValueError for a design or number that cannot be fitted."""
    check_panel(panel)
    require_factors(panel, factors)
    effects = fit_effects(controls(panel), factors, two_way(force), tolerance)
    chosen = panel.is_treated
    outcome = panel.outcome[:, chosen]
    counterfactual = project(effects, outcome[None], panel.covariates[None][:, :, chosen], panel.before[None])[0]
    counterfactual = np.where(np.isnan(outcome), np.nan, counterfactual)
    return Estimate(panel, factors, force, effects.beta[0], outcome - counterfactual, counterfactual, effects.fitted[0])


def two_way(force: str) -> bool:
    if force not in FORCES:
        raise BadInput(f"force {force!r}: choose {' or '.join(FORCES)}", "force", force=force, known="、".join(FORCES))
    return force == "two-way"


def shift_start(panel: Panel, periods: int) -> Panel:
    """The panel as if treatment had begun `periods` earlier, the real treatment periods hidden: for a placebo in time."""
    if periods < 1:
        raise BadInput(f"placebo periods must be 1 or more, not {periods}", "placebo", periods=periods)
    early = panel.treated.copy()
    for back in range(1, periods + 1):
        early[:-back] |= panel.treated[back:]
    return replace(panel, outcome=np.where(panel.treated, np.nan, panel.outcome), treated=early)
