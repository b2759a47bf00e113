"""Classic synthetic control (Abadie, Diamond & Hainmueller 2010) of one venue at a time, by pysyncon. Build time only.

The cross-check of `gsynth`: another estimator, another library, the same venues. Predictors are the shares of the years
before the start, all with the same importance. With five predictors and a hundred donors, countless weights fit alike: a
small penalty on donors that are themselves far away (Abadie & L'Hour 2021) makes the weights unique and few.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pysyncon import PenalizedSynth

from analytics.divide.gsynth import Panel

TOP_DONORS = 3
PENALTY = 0.01  # the library's default
NEARLY_ZERO = 1e-3
RIDGE = 1e-9  # the loss is flat along more donors than predictors
LEAST_GAIN = 1e-9
MAX_STEPS = 500


@dataclass(frozen=True)
class VenueSynth:
    """Mean gap after the start (points), fit before it (root mean squared gap, points) and the largest donors' weights."""

    venue: str
    effect: float
    fit_before: float
    donors: tuple[tuple[str, float], ...]


def synthesise(panel: Panel) -> list[VenueSynth]:
    """One result for each treated unit of a panel without missing cells. Raises ValueError for missing cells."""
    if not panel.observed.all():
        raise ValueError("classic synthetic control needs a panel without missing cells")
    chosen = panel.is_treated
    donors = pd.DataFrame(panel.outcome[:, ~chosen], index=panel.times, columns=np.array(panel.units)[~chosen])
    return [synthesise_one(panel, donors, column) for column in np.flatnonzero(chosen)]


def synthesise_one(panel: Panel, donors: pd.DataFrame, column: int) -> VenueSynth:
    before = ~panel.treated[:, column]
    own = pd.Series(panel.outcome[:, column], index=panel.times, name=panel.units[column])
    model = PenalizedSynth()
    model.fit(X0=donors[before], X1=own[before], lambda_=PENALTY)
    weights = polish(*objective(donors[before].to_numpy(), own[before].to_numpy()), np.asarray(model.W, dtype=float))
    gap = own.to_numpy() - donors.to_numpy() @ weights
    order = np.argsort(-weights, kind="stable")
    largest = tuple((str(donors.columns[place]), float(weights[place])) for place in order[:TOP_DONORS] if weights[place] > 0)
    return VenueSynth(panel.units[column], float(gap[~before].mean()), float(np.sqrt((gap[before] ** 2).mean())), largest)


def objective(donors: np.ndarray, own: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """P and q of the loss w'Pw/2 + q'w that `PenalizedSynth` minimises; donors (predictors, units), own (predictors,)."""
    spread = np.column_stack([donors, own]).std(axis=1, ddof=1)[:, None]
    donors, own = donors / spread, own / spread[:, 0]
    distance = ((donors - own[:, None]) ** 2).sum(axis=0)
    return donors.T @ donors, PENALTY / 2 * distance - donors.T @ own


def polish(hessian: np.ndarray, slope: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The exact minimum of w'Pw/2 + q'w with w ≥ 0 and sum 1, from weights near it (active-set method: Nocedal & Wright,
    Numerical Optimization, 16.5).

    The library's search stops at about three digits, and where it stops depends on the processor. Raises RuntimeError when
    the steps do not end.
    """
    size = len(weights)
    weights = np.where(weights > NEARLY_ZERO, weights, 0.0)
    weights /= weights.sum()
    hessian = hessian + RIDGE * np.eye(size)
    active = weights > 0
    for _ in range(MAX_STEPS):
        count = int(active.sum())
        system = np.block([[hessian[np.ix_(active, active)], np.ones((count, 1))], [np.ones((1, count)), np.zeros((1, 1))]])
        solution = np.linalg.solve(system, np.append(-slope[active], 1.0))
        target = np.zeros(size)
        target[active] = solution[:-1]
        falling = active & (target < 0)
        if falling.any():
            reach = np.full(size, np.inf)
            reach[falling] = weights[falling] / (weights[falling] - target[falling])
            weights = weights + reach.min() * (target - weights)
            active[reach.argmin()] = False
            weights[~active] = 0.0
            continue
        weights = target
        gain = slope + hessian @ weights + solution[-1]
        if gain[~active].min(initial=0.0) >= -LEAST_GAIN:
            return weights
        active[np.where(active, np.inf, gain).argmin()] = True
    raise RuntimeError(f"the weights did not settle in {MAX_STEPS} steps")
