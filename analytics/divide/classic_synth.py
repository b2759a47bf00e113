"""Classic synthetic control (Abadie, Diamond & Hainmueller 2010) of one venue at a time, by pysyncon. Build time only.

The cross-check of `gsynth`: another estimator, another library, the same venues. Predictors are the shares of the years
before the start, all with the same importance.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pysyncon import Synth

from analytics.divide.gsynth import Panel

TOP_DONORS = 3


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
    model = Synth()
    model.fit(X0=donors[before], X1=own[before], Z0=donors[before], Z1=own[before], custom_V=np.ones(int(before.sum())))
    weights = np.asarray(model.W, dtype=float)
    gap = own.to_numpy() - donors.to_numpy() @ weights
    order = np.argsort(-weights, kind="stable")[:TOP_DONORS]
    largest = tuple((str(donors.columns[place]), float(weights[place])) for place in order)
    return VenueSynth(panel.units[column], float(gap[~before].mean()), float(np.sqrt((gap[before] ** 2).mean())), largest)
