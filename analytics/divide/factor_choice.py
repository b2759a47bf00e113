"""How many factors a generalized synthetic control should carry.

Cross-validation on the treated units (Xu 2017) asks which number predicts best. With few periods before the treatment it
stops too early: a factor that is there costs more in a unit's own loadings than it gains, and leaving it out biases the
effect beyond its interval. The untreated units show over all periods how many factors there are (Bai & Ng 2002), so the
choice goes up to that number as far as the cross-validation does not speak against it (one standard error, Breiman et al. 1984).
"""

from dataclasses import dataclass

import numpy as np

from analytics.divide.gsynth import Panel, check_panel, controls, most_factors, project, two_way
from analytics.divide.interactive import Effects, NotSettled, fit_effects

MAX_FACTORS = 5
# A larger model must beat the error of a smaller one by this much, as in Xu's R package gsynth.
MIN_GAIN = 0.01


@dataclass(frozen=True)
class Validation:
    """The choice and what it rests on, each by number of factors.

    errors: mean squared error of predicting left-out periods before the treatment; information: IC_p2 of the untreated
    units. cross_validated and indicated are what each of them picks alone, best is the choice; `unsettled` are the numbers
    of factors that the panel's missing cells do not allow.
    """

    errors: dict[int, float]
    information: dict[int, float]
    cross_validated: int
    indicated: int
    best: int
    unsettled: tuple[int, ...] = ()


def validate(panel: Panel, force: str = "two-way", largest: int = MAX_FACTORS) -> Validation:
    """Try every number of factors up to `largest` that the periods before the treatment carry.

    Without any unit that has two such periods there is nothing to validate: the choice is 0, with no error beside it.
    """
    check_panel(panel)
    if panel.before.sum(axis=0).max() < 2:
        return Validation({}, {}, 0, 0, 0)
    squares, information, unsettled = {}, {}, []
    for factors in range(min(largest, most_factors(panel)) + 1):
        try:
            effects = fit_effects(controls(panel), factors, two_way(force))
        except NotSettled:
            unsettled.append(factors)
            continue
        squares[factors], information[factors] = left_out_squares(panel, effects), criterion(panel, effects)
    if not squares:
        return Validation({}, {}, 0, 0, 0, tuple(unsettled))
    errors = {factors: float(np.nanmean(found)) for factors, found in squares.items()}
    picked, indicated = cross_validated(errors), min(information, key=information.get)
    best = max(count for count in squares if count == picked or picked < count <= indicated and not_worse(squares, count, picked))
    return Validation(errors, information, picked, indicated, best, tuple(unsettled))


def cross_validated(errors: dict[int, float]) -> int:
    """The smallest number of factors that no larger one beats clearly (Xu 2017, algorithm 1)."""
    best = 0
    for factors, error in errors.items():
        if errors[best] - error > MIN_GAIN * errors[best]:
            best = factors
    return best


def not_worse(squares: dict[int, np.ndarray], count: int, picked: int) -> bool:
    """Whether `count` factors predict the left-out periods within one standard error of `picked` ones, units as clusters.

    A single tested unit has no such error: it stays with the cross-validation.
    """
    excess = np.nansum(squares[count] - squares[picked], axis=0)[~np.isnan(squares[picked]).all(axis=0)]
    if len(excess) < 2:
        return False
    return bool(excess.mean() <= excess.std(ddof=1) / np.sqrt(len(excess)))


def criterion(panel: Panel, effects: Effects) -> float:
    """IC_p2 of Bai & Ng (2002) over the observed cells of the untreated units: smaller is better."""
    gap = (panel.outcome[:, ~panel.is_treated] - effects.fitted[0]) ** 2
    periods, units = gap.shape
    penalty = (units + periods) / (units * periods) * np.log(min(units, periods))
    return float(np.log(max(np.nanmean(gap), np.finfo(float).tiny)) + effects.factors.shape[2] * penalty)


def left_out_squares(panel: Panel, effects: Effects) -> np.ndarray:
    """Squared errors of the treated cells before treatment, each period predicted from the others, (T, treated units).

    NaN elsewhere, and for units with too few such periods to be tested.
    """
    before = panel.before & (panel.before.sum(axis=0) > effects.factors.shape[2] + 1)
    outcome = panel.outcome[:, panel.is_treated]
    tested, able = np.flatnonzero(before.any(axis=1)), before.any(axis=0)
    usable = np.repeat(before[None], len(tested), axis=0)
    usable[np.arange(len(tested)), tested] = False
    covariates = np.repeat(panel.covariates[None][:, :, panel.is_treated], len(tested), axis=0)
    copies = Effects(*(np.repeat(part, len(tested), axis=0) for part in vars(effects).values()))
    predicted = np.full(outcome.shape, np.nan)
    alone = project(copies, outcome[None][:, :, able], covariates[:, :, able], usable[:, :, able])
    predicted[np.ix_(tested, able)] = alone[np.arange(len(tested)), tested]
    return np.where(before, (outcome - predicted) ** 2, np.nan)
