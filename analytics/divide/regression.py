"""Difference-in-differences on venue-years, fitted by statsmodels with errors clustered by venue. Used at build time only."""

from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm

from analytics.divide.measure import Measure
from analytics.divide.panel_outcomes import MIN_PAPERS, START
from analytics.divide.store import Counts
from analytics.errors import NotInData

# Fewer venues on one side than this leave a clustered error without meaning.
MIN_VENUES = 5


@dataclass(frozen=True)
class Rows:
    """Venue-years: share (%), papers (known), venue (row number), year, is_ai; arrays of one length."""

    share: np.ndarray
    papers: np.ndarray
    venue: np.ndarray
    year: np.ndarray
    is_ai: np.ndarray

    def only(self, mask: np.ndarray) -> "Rows":
        return Rows(*(part[mask] for part in vars(self).values()))


@dataclass(frozen=True)
class Coefficient:
    """An effect in points with its venue-clustered standard error and 95 % interval (t with venues − 1 degrees)."""

    value: float
    se: float
    low: float
    high: float


@dataclass(frozen=True)
class EventStudy:
    """Gap between AI and other venues by year against `base`, and the p-value of no gap in any year before it."""

    by_year: dict[int, Coefficient]
    base: int
    pretrend_p: float


def venue_years(counts: Counts, measure: Measure, years: tuple[int, ...]) -> Rows:
    """The counting venue-years of all venues. Raises NotInData when either side has fewer than MIN_VENUES venues."""
    top, bottom = (counts.column(name) * counts.counted for name in measure.columns())
    picked = [year - counts.years[0] for year in years]
    venue, place = np.nonzero(bottom[:, picked])
    numerator, papers = top[:, picked][venue, place], bottom[:, picked][venue, place]
    is_ai = np.array([venue.is_ai for venue in counts.venues])[venue]
    if min(len(np.unique(venue[is_ai])), len(np.unique(venue[~is_ai]))) < MIN_VENUES:
        raise NotInData("empty", part=measure.part.label_ja, years=years)
    return Rows(100 * numerator / papers, papers, venue, np.array(years)[place], is_ai)


def pooled_did(rows: Rows) -> Coefficient:
    """AI × after on paper-weighted venue-years: the same value as the pooled shares' difference-in-differences."""
    after = rows.year >= START
    design = np.column_stack([rows.is_ai & after, np.ones(len(after)), rows.is_ai, after]).astype(float)
    return coefficients(fit(rows, design, rows.papers), 1)[0]


def fixed_effects_did(rows: Rows, weighted: bool = True) -> Coefficient:
    """AI × after with venue and year effects; `weighted` by papers, or every venue-year alike (those with MIN_PAPERS or more)."""
    if not weighted:
        rows = rows.only(rows.papers >= MIN_PAPERS)
    effect = (rows.is_ai & (rows.year >= START)).astype(float)[:, None]
    weights = rows.papers if weighted else np.ones(len(rows.papers))
    return coefficients(fit(rows, np.hstack([effect, dummies(rows)]), weights), 1)[0]


def two_stage_did(rows: Rows) -> dict[tuple[int, ...], Coefficient]:
    """The paper-weighted fixed-effects estimate for each half of the years after the start: years → effect."""
    years = np.unique(rows.year)
    later = years[years >= START]
    halves = later[: len(later) // 2], later[len(later) // 2 :]
    effects = np.column_stack([rows.is_ai & np.isin(rows.year, half) for half in halves]).astype(float)
    found = coefficients(fit(rows, np.hstack([effects, dummies(rows)]), rows.papers), 2)
    return {tuple(half.tolist()): each for half, each in zip(halves, found, strict=True)}


def event_study(rows: Rows) -> EventStudy:
    """AI × year with venue and year effects, weighted by papers; the last year before the start is the base."""
    years = np.unique(rows.year)
    base = int(years[years < START][-1])
    others = years[years != base]
    effects = (rows.is_ai[:, None] & (rows.year[:, None] == others)).astype(float)
    design = np.hstack([effects, dummies(rows)])
    result = fit(rows, design, rows.papers)
    before = np.eye(design.shape[1])[: int((others < base).sum())]
    found = coefficients(result, len(others))
    return EventStudy(dict(zip(others.tolist(), found, strict=True)), base, float(result.f_test(before).pvalue))


def dummies(rows: Rows) -> np.ndarray:
    """Indicator columns of every venue and of every year but the first."""
    return np.hstack([
        rows.venue[:, None] == np.unique(rows.venue), rows.year[:, None] == np.unique(rows.year)[1:]
    ]).astype(float)  # fmt: skip


def fit(rows: Rows, design: np.ndarray, weights: np.ndarray):
    """Weighted least squares with errors clustered by venue (statsmodels; small-sample correction, t distribution)."""
    groups = np.unique(rows.venue, return_inverse=True)[1]
    model = sm.WLS(rows.share, design, weights=weights)
    return model.fit(cov_type="cluster", cov_kwds={"groups": groups, "use_correction": True, "df_correction": True}, use_t=True)


def coefficients(result, count: int) -> list[Coefficient]:
    """The first `count` coefficients."""
    bounds = result.conf_int()
    return [
        Coefficient(float(result.params[place]), float(result.bse[place]), float(bounds[place][0]), float(bounds[place][1]))
        for place in range(count)
    ]
