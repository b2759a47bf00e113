"""Interactive fixed effects (Bai 2009): Y = X·beta + unit effect [+ period effect] + factors·loadings + error.

Every function takes a stack of panels, shape (draws, periods, units): a bootstrap of 1,000 panels is fitted at once.
Missing cells are filled with their fitted values until nothing changes (EM, as in Gobillon & Magnac 2016), which
minimises the squared error over the observed cells alone.
"""

from dataclasses import dataclass

import numpy as np

from analytics.errors import BadInput

MAX_STEPS = 20_000
# Relative to the spread of the outcome; no printed digit hangs on a change this small.
TOLERANCE = 1e-9
# Below this relative gain the squared error is rounding noise.
LEAST_GAIN = 1e-13


class NotSettled(BadInput):
    """The steps did not end: missing cells let a factor drift away without the error falling."""


@dataclass(frozen=True)
class Stack:
    """Panels of untreated units: outcome (B, T, N), observed bool (B, T, N), covariates (B, T, N, K)."""

    outcome: np.ndarray
    observed: np.ndarray
    covariates: np.ndarray


@dataclass(frozen=True)
class Effects:
    """A fitted stack.

    beta (B, K), period_effects (B, T; zeros without them), factors (B, T, r) with F'F = T·I, fitted (B, T, N).
    """

    beta: np.ndarray
    period_effects: np.ndarray
    factors: np.ndarray
    fitted: np.ndarray


def fit_effects(
    stack: Stack, count: int, two_way: bool, tolerance: float = TOLERANCE, guess: np.ndarray | None = None,
    patience: int | None = None,
) -> Effects:  # fmt: skip
    """Fit `count` factors to every panel by alternating least squares, starting from no factors.

    Steps end when no fitted value moves by `tolerance` spreads of the outcome, or the squared error falls by less than
    its square. `guess` (B, T, N) starts the missing cells near their answer; with `patience` a fit is taken as it stands
    after so many steps. Raises ValueError for a unit or a period without any observation and for collinear covariates,
    NotSettled when the steps do not end.
    """
    check_cells(stack.observed)
    spread = np.maximum(np.nanstd(np.where(stack.observed, stack.outcome, np.nan), axis=(1, 2)), 1e-300)
    fitted = np.where(stack.observed, stack.outcome, unit_means(stack) if guess is None else guess)
    beta = np.zeros((len(fitted), stack.covariates.shape[3]))
    basis = np.zeros((*fitted.shape[:2], count))
    within = demean(stack.covariates, two_way)
    # One step is exact when there is nothing to alternate between.
    steps = 1 if stack.observed.all() and not (beta.size and count) else patience or MAX_STEPS
    moving, error = np.ones(len(fitted), dtype=bool), np.full(len(fitted), np.inf)
    for _ in range(steps):
        live = slice(None) if moving.all() else np.flatnonzero(moving)
        filled = np.where(stack.observed[live], stack.outcome[live], fitted[live])
        beta[live], basis[live], new = one_step(filled, within[live], basis[live], two_way)
        left = ((filled - new) ** 2).sum(axis=(1, 2), where=stack.observed[live])
        falling = error[live] - left > max(tolerance**2, LEAST_GAIN) * left
        moving[live] = falling & (np.abs(new - fitted[live]).max(axis=(1, 2)) > tolerance * spread[live])
        fitted[live], error[live] = new, left
        if not moving.any():
            break
    if steps == MAX_STEPS and moving.any():
        message = f"{count} factors did not settle in {MAX_STEPS} steps: use fewer factors or fewer missing cells"
        raise NotSettled(message, "factors_unsettled", factors=count)
    return Effects(beta, period_effects(stack, fitted, beta, two_way), basis * np.sqrt(fitted.shape[1]), fitted)


def one_step(filled: np.ndarray, within: np.ndarray, basis: np.ndarray, two_way: bool) -> tuple[np.ndarray, ...]:
    """Slopes given the factors, then factors given the slopes: (beta, basis, fitted)."""
    centred = demean(filled, two_way)
    beta = slopes(centred, within, basis)
    residual = centred - (within @ beta[:, None, :, None])[..., 0] if beta.size else centred
    basis = principal_basis(residual, basis.shape[2])
    common = basis @ (basis.transpose(0, 2, 1) @ residual)
    return beta, basis, filled - residual + common


def demean(values: np.ndarray, two_way: bool) -> np.ndarray:
    """Take unit means (and period means) out of (B, T, N) or (B, T, N, K) arrays without gaps."""
    centred = values - values.mean(axis=1, keepdims=True)
    return centred - centred.mean(axis=2, keepdims=True) if two_way else centred


def principal_basis(residual: np.ndarray, count: int) -> np.ndarray:
    """The `count` leading left singular vectors of each (T, N) residual, orthonormal, shape (B, T, count)."""
    if count == 0:
        return np.zeros((*residual.shape[:2], 0))
    return np.linalg.eigh(residual @ residual.transpose(0, 2, 1))[1][:, :, : -count - 1 : -1]


def slopes(centred: np.ndarray, within: np.ndarray, basis: np.ndarray) -> np.ndarray:
    """Least-squares beta (B, K) with the factors projected out (Bai 2009, equation 11)."""
    draws, periods, units, count = within.shape
    if count == 0:
        return np.zeros((draws, 0))
    flat = within.reshape(draws, periods, units * count)
    free = (flat - basis @ (basis.transpose(0, 2, 1) @ flat)).reshape(draws, periods * units, count)
    gram = free.transpose(0, 2, 1) @ free
    require_full_rank(gram, within)
    return np.linalg.solve(gram, free.transpose(0, 2, 1) @ centred.reshape(draws, -1, 1))[:, :, 0]


def require_full_rank(gram: np.ndarray, within: np.ndarray) -> None:
    """Raise ValueError when a covariate varies only along the fixed effects or along another covariate."""
    length = np.sqrt(np.einsum("bkk->bk", gram))
    total = np.sqrt((within**2).sum(axis=(1, 2)))
    constant = (length <= 1e-7 * total) | (total <= 1e-9)
    if constant.any() or np.linalg.cond(gram / (length[:, :, None] * length[:, None, :])).max() > 1e12:
        raise BadInput("covariates are collinear with each other or with the fixed effects: leave one out", "collinear")


def period_effects(stack: Stack, fitted: np.ndarray, beta: np.ndarray, two_way: bool) -> np.ndarray:
    """The common level of each period, (B, T); zeros when units alone have effects (their level is in the unit effect)."""
    if not two_way:
        return np.zeros(fitted.shape[:2])
    filled = np.where(stack.observed, stack.outcome, fitted)
    return (filled - (stack.covariates @ beta[:, None, :, None])[..., 0]).mean(axis=2)


def unit_means(stack: Stack) -> np.ndarray:
    """Each unit's mean over its observed cells, (B, 1, N)."""
    total = np.where(stack.observed, stack.outcome, 0.0).sum(axis=1, keepdims=True)
    return total / stack.observed.sum(axis=1, keepdims=True)


def check_cells(observed: np.ndarray) -> None:
    if not observed.any(axis=1).all() or not observed.any(axis=2).all():
        raise BadInput("a control unit or a period has no observed control cell: leave it out", "empty_unit")
