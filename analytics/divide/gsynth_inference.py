"""How sure a generalized synthetic control estimate is: parametric and non-parametric bootstrap, and placebo in time."""

from dataclasses import dataclass

import numpy as np

from analytics.divide.gsynth import Estimate, Panel, estimate, project, shift_start, two_way
from analytics.divide.interactive import Effects, Stack, fit_effects
from analytics.errors import BadInput

DRAWS = 1000
MIN_DRAWS = 20
SEED = 2017
KINDS = ("parametric", "nonparametric")
# Fitting some dozens of panels at once keeps the arrays inside the processor's cache.
CHUNK = 50
# Some ten-thousandths of the outcome's spread: far below the scatter between the draws.
DRAW_TOLERANCE = 3e-4
# Where missing cells let a draw's factor drift on without end, the draw counts as it stands after so many steps.
DRAW_PATIENCE = 300
MIN_POOL = 5
MIN_TREATED = 5


@dataclass(frozen=True)
class Interval:
    """An estimate with its standard error and interval.

    `period` counts from the start of treatment (1 = first period); `name` is a treated unit or a covariate. `n` counts cells.
    """

    value: float
    se: float
    low: float
    high: float
    n: int
    period: int | None = None
    name: str | None = None


@dataclass(frozen=True)
class Inference:
    """Average effect, effect by period since the start, by unit, and slopes; `kind` and `draws` say how intervals were made."""

    att: Interval
    by_period: tuple[Interval, ...]
    by_unit: tuple[Interval, ...]
    slopes: tuple[Interval, ...]
    kind: str
    draws: int
    level: float


def infer(result: Estimate, draws: int = DRAWS, kind: str = "parametric", seed: int = SEED, level: float = 0.95) -> Inference:
    """Intervals at `level` from `draws` bootstrap panels.

    parametric: errors are redrawn around the fitted panel without an effect (Xu 2017, algorithm 2); right for few treated
    units. nonparametric: whole units are redrawn; needs many treated units and gives no interval for a single unit.
    Raises ValueError for draws under 20, an unknown kind, or too few units to draw from.
    """
    check_draws(draws)
    if kind not in KINDS:
        raise BadInput(f"inference {kind!r}: choose {' or '.join(KINDS)}", "inference", kind=kind, known="、".join(KINDS))
    generator = np.random.default_rng([seed, draws])
    if kind == "parametric":
        return summarise(result, error_draws(result, draws, generator), kind, level)
    return summarise(result, unit_draws(result, draws, generator), kind, level)


def check_draws(draws: int) -> None:
    """Raise ValueError for fewer draws than the tail of an interval needs."""
    if draws < MIN_DRAWS:
        raise BadInput(f"draws must be {MIN_DRAWS} or more, not {draws}", "draws", least=MIN_DRAWS, draws=draws)


# -- from effects to averages -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Averages:
    """Averages of a stack of effects: att (B,), by_period (B, P), by_unit (B, treated units), slopes (B, K)."""

    att: np.ndarray
    by_period: np.ndarray
    by_unit: np.ndarray
    slopes: np.ndarray


def relative_periods(panel: Panel) -> np.ndarray:
    """Period since each treated unit's start, int (T, treated units): 1 is the first under treatment, 0 the last before."""
    start = panel.treated[:, panel.is_treated].argmax(axis=0)
    return np.arange(len(panel.times))[:, None] - start + 1


def seen_periods(panel: Panel) -> np.ndarray:
    """Relative periods with at least one observed treated unit, sorted."""
    return np.unique(relative_periods(panel)[panel.before | panel.after])


def average(effect: np.ndarray, relative: np.ndarray, seen: np.ndarray, slopes: np.ndarray, periods: np.ndarray) -> Averages:
    """Average effects (B, T, M) over cells that are `seen` (bool); `relative` holds each cell's period since the start."""
    after = seen & (relative > 0)
    by_period = [masked_mean(effect, seen & (relative == period), (1, 2)) for period in periods]
    return Averages(masked_mean(effect, after, (1, 2)), np.stack(by_period, axis=1), masked_mean(effect, after, (1,)), slopes)


def masked_mean(values: np.ndarray, mask: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
    """Mean over `axes` of the cells in `mask`; NaN where there is none."""
    mask = np.broadcast_to(mask, values.shape)
    count = mask.sum(axis=axes)
    total = np.where(mask, values, 0.0).sum(axis=axes)
    return np.divide(total, count, out=np.full(count.shape, np.nan), where=count > 0)


def join(chunks: list[Averages]) -> Averages:
    return Averages(*(np.concatenate(parts) for parts in zip(*(vars(chunk).values() for chunk in chunks), strict=True)))


def summarise(result: Estimate, drawn: Averages, kind: str, level: float) -> Inference:
    """Put the point estimates and the spread of the draws together."""
    panel, periods = result.panel, seen_periods(result.panel)
    relative, seen = relative_periods(panel), panel.before | panel.after
    point = average(result.effect[None], relative[None], seen[None], result.beta[None], periods)
    about_zero = kind == "parametric"

    def interval(value: float, draws: np.ndarray, n: int, **names) -> Interval:
        if about_zero:
            # Errors around zero: the distance to the truth that `level` of them stay within (symmetric interval, Hall 1988).
            reach = np.nanpercentile(np.abs(draws), 100 * level)
            low, high = value - reach, value + reach
        else:
            tail = 100 * (1 - level) / 2
            low, high = np.nanpercentile(draws, [tail, 100 - tail])
        return Interval(float(value), float(np.nanstd(draws, ddof=1)), float(low), float(high), n, **names)

    units = zip(panel.treated_names, point.by_unit[0], drawn.by_unit.T, panel.after.sum(axis=0), strict=True)
    return Inference(
        interval(point.att[0], drawn.att, int(panel.after.sum())),
        tuple(
            interval(value, draws, int((seen & (relative == period)).sum()), period=int(period))
            for period, value, draws in zip(periods, point.by_period[0], drawn.by_period.T, strict=True)
        ),
        tuple(interval(value, draws, int(n), name=unit) for unit, value, draws, n in units) if about_zero else (),
        tuple(
            interval(value, drawn.slopes[:, place], int(panel.observed.sum()), name=panel.covariate_names[place])
            for place, value in enumerate(result.beta)
        ),
        kind, len(drawn.att), level,
    )  # fmt: skip


# -- parametric: errors redrawn around the fitted panel -----------------------------------------------------------------


def error_draws(result: Estimate, draws: int, generator: np.random.Generator) -> Averages:
    """Errors of the estimates when there is no effect."""
    panel = result.panel
    pool = complete_controls(panel)
    treated_errors = prediction_errors(result, pool, draws, generator)
    chosen, outside = np.flatnonzero(panel.is_treated), np.flatnonzero(~panel.is_treated)
    residual = shrinkage(result) * (panel.outcome[:, outside] - result.control_fitted)[:, np.isin(outside, pool)]
    relative, seen, periods = relative_periods(panel)[None], (panel.before | panel.after)[None], seen_periods(panel)
    found = []
    for size in chunk_sizes(draws):
        redrawn = generator.integers(len(outside), size=(size, len(outside)))
        shocks = residual[:, generator.integers(residual.shape[1], size=(size, len(outside)))].transpose(1, 0, 2)
        outcome = result.control_fitted[:, redrawn].transpose(1, 0, 2) + shocks
        fit = fit_draws(result, redrawn, outcome)
        picks = generator.integers(draws, size=(size, len(chosen)))
        shock = treated_errors[picks, :, np.arange(len(chosen))].transpose(0, 2, 1)
        made = result.counterfactual[None] + shock
        known = np.repeat(panel.covariates[None][:, :, chosen], size, axis=0)
        effect = made - project(fit, made, known, panel.before[None])
        found.append(average(effect, relative, seen, fit.beta - result.beta, periods))
    return join(found)


def shrinkage(result: Estimate) -> float:
    """How much smaller fitted residuals are than errors: every effect and factor takes a degree of freedom from T and N."""
    periods, units = result.control_fitted.shape
    taken = result.factors + 1
    return float(np.sqrt(periods * units / ((periods - taken) * (units - taken))))


def complete_controls(panel: Panel) -> np.ndarray:
    """Untreated units without a missing cell: their errors stand for everyone's. Raises ValueError for fewer than five."""
    pool = np.flatnonzero(~panel.is_treated & panel.observed.all(axis=0))
    if len(pool) < MIN_POOL:
        message = (
            f"the parametric bootstrap draws errors from untreated units without missing cells; only {len(pool)} of them, "
            f"{MIN_POOL} are needed: use --inference nonparametric"
        )
        raise BadInput(message, "few_controls", count=len(pool), least=MIN_POOL)
    return pool


def prediction_errors(result: Estimate, pool: np.ndarray, draws: int, generator: np.random.Generator) -> np.ndarray:
    """Errors of predicting an untreated unit as if it were treated, (draws, T, treated units).

    In each draw one unit of the pool plays every treated unit in turn (with its periods before treatment), and the other
    controls are redrawn with replacement (Xu 2017, algorithm 2, step 1).
    """
    panel = result.panel
    outside = np.flatnonzero(~panel.is_treated)
    masks = (~panel.treated[:, panel.is_treated] & panel.observed[:, panel.is_treated])[None]
    found = []
    for size in chunk_sizes(draws):
        player = generator.choice(pool, size=size)
        rest = generator.integers(len(outside) - 1, size=(size, len(outside)))
        rest += rest >= np.searchsorted(outside, player)[:, None]
        fit = fit_draws(result, rest)
        shape = (size, len(panel.times), masks.shape[2])
        truth = np.broadcast_to(panel.outcome[:, player].T[:, :, None], shape)
        known = np.broadcast_to(
            panel.covariates[:, player].transpose(1, 0, 2)[:, :, None, :], (*shape, panel.covariates.shape[2])
        )
        found.append(truth - project(fit, truth, known, masks))
    return np.concatenate(found)


# -- non-parametric: whole units redrawn -----------------------------------------------------------------------------------


def unit_draws(result: Estimate, draws: int, generator: np.random.Generator) -> Averages:
    """Estimates from panels whose treated and untreated units were redrawn with replacement."""
    panel = result.panel
    chosen, outside = np.flatnonzero(panel.is_treated), int((~panel.is_treated).sum())
    if len(chosen) < MIN_TREATED:
        message = (
            f"the nonparametric bootstrap redraws treated units; only {len(chosen)} of them, {MIN_TREATED} are needed: "
            "use --inference parametric"
        )
        raise BadInput(message, "few_treated", count=len(chosen), least=MIN_TREATED)
    relative, seen, periods = relative_periods(panel), panel.before | panel.after, seen_periods(panel)
    found = []
    for size in chunk_sizes(draws):
        fit = fit_draws(result, generator.integers(outside, size=(size, outside)))
        own = generator.integers(len(chosen), size=(size, len(chosen)))
        outcome = panel.outcome[:, chosen[own]].transpose(1, 0, 2)
        known = panel.covariates[:, chosen[own]].transpose(1, 0, 2, 3)
        effect = outcome - project(fit, outcome, known, panel.before[:, own].transpose(1, 0, 2))
        found.append(average(effect, relative[:, own].transpose(1, 0, 2), seen[:, own].transpose(1, 0, 2), fit.beta, periods))
    return join(found)


def fit_draws(result: Estimate, columns: np.ndarray, outcome: np.ndarray | None = None) -> Effects:
    """Fit redrawn control panels: `columns` (B, N) says which control stands in each place, `outcome` (B, T, N) what it shows."""
    panel = result.panel
    drawn = np.flatnonzero(~panel.is_treated)[columns]
    fitted = result.control_fitted[:, columns].transpose(1, 0, 2)
    if outcome is None:
        outcome = panel.outcome[:, drawn].transpose(1, 0, 2)
    stack = Stack(outcome, panel.observed[:, drawn].transpose(1, 0, 2), panel.covariates[:, drawn].transpose(1, 0, 2, 3))
    return fit_effects(stack, result.factors, two_way(result.force), DRAW_TOLERANCE, fitted, DRAW_PATIENCE)


def chunk_sizes(draws: int) -> list[int]:
    return [min(CHUNK, draws - start) for start in range(0, draws, CHUNK)]


def placebo(panel: Panel, periods: int, factors: int, force: str = "two-way", draws: int = DRAWS, **settings) -> Inference:
    """The effect that the method finds in `periods` periods before the treatment really began: it should be near zero.

    Raises ValueError when a treated unit has too few earlier periods left for `factors`.
    """
    return infer(estimate(shift_start(panel, periods), factors, force), draws, **settings)
