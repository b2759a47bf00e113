"""Simulated panels whose effect is known, for the generalized synthetic control."""

import numpy as np

from analytics.divide.gsynth import Panel

EFFECT = 3.0


def make_panel(
    seed=0, periods=16, start=10, controls=30, treated=5, factors=1, covariates=0, noise=0.0, staggered=False, missing=0.0,
    memory=0.0,
):  # fmt: skip
    """A planted panel: EFFECT under treatment, loadings of treated units shifted, `missing` cells in the later controls.

    `memory` is the AR(1) coefficient of the errors, whose standard deviation is `noise` in every period.
    """
    random = np.random.default_rng(seed)
    units = controls + treated
    common, loadings = random.normal(size=(periods, factors)), random.normal(size=(units, factors))
    loadings[controls:] += 1
    extra = random.normal(size=(periods, units, covariates)) + 0.3 * (common @ loadings.T)[:, :, None]
    outcome = 5 + random.normal(size=units) + random.normal(size=(periods, 1)) + common @ loadings.T
    outcome = outcome + extra @ np.arange(1, covariates + 1) + noise * remembered(random.normal(size=(periods, units)), memory)
    under = np.zeros((periods, units), dtype=bool)
    for number in range(treated):
        under[start + (number % 3 if staggered else 0) :, controls + number] = True
    outcome = outcome + EFFECT * under
    gone = random.random((periods, units)) < missing
    gone[:, : controls // 2] = False
    names = tuple(f"u{number}" for number in range(units))
    return Panel(
        np.where(gone, np.nan, outcome), under, extra, names, tuple(range(periods)), tuple(f"x{k}" for k in range(covariates))
    )


def remembered(shocks, memory):
    """Independent unit shocks (T, N) → AR(1) errors of variance 1."""
    errors = shocks.copy()
    for period in range(1, len(errors)):
        errors[period] = memory * errors[period - 1] + np.sqrt(1 - memory**2) * shocks[period]
    return errors
