"""Our venues as a table for causal estimates: one share per venue and period, missing where too few papers are known."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analytics.divide.gsynth import Panel
from analytics.divide.measure import Measure, make_measure
from analytics.divide.periods import AFTER, BEFORE, period_key
from analytics.divide.sources import TIERS
from analytics.divide.store import Counts

# A share of fewer papers jumps by more than the effects that are looked for.
MIN_PAPERS = 20
START = AFTER[0]
LAST_YEARS = (2019, AFTER[-1])
SAMPLES = ("balanced", "unbalanced", "two_year")
# One factor and a unit effect need two years before the start, and one more to validate the choice.
MIN_YEARS_BEFORE = 3
MIN_SHARE_AFTER = 0.5
OUTCOMES = (
    ("firm_share", None), ("firm_only_share", None), ("big_tech_share", None), ("firm_elite_share", None),
    *(("tier_share", tier) for tier in TIERS),
)  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """Venues × periods of one outcome. papers (periods, venues) are the known papers behind each share."""

    panel: Panel
    papers: np.ndarray
    kind: str
    last_year: int

    @property
    def treated(self) -> int:
        return int(self.panel.is_treated.sum())

    @property
    def control(self) -> int:
        return len(self.panel.units) - self.treated


def outcome_measure(counts: Counts, metric: str, tier: str | None) -> Measure:
    return make_measure(counts, metric, area="ai", **({"tier": tier} if tier else {}))


def shares(counts: Counts, measure: Measure, periods: Sequence[tuple[int, ...]]) -> tuple[np.ndarray, np.ndarray]:
    """Shares in % and known papers of every venue, both (periods, venues); NaN where fewer than MIN_PAPERS are known."""
    top, bottom = (counts.column(name) * counts.counted for name in measure.columns())
    picked = [[year - counts.years[0] for year in period] for period in periods]
    numerator, papers = (np.stack([part[:, years].sum(axis=1) for years in picked]) for part in (top, bottom))
    enough = papers >= MIN_PAPERS
    return np.where(enough, 100 * numerator / np.maximum(papers, 1), np.nan), np.where(enough, papers, 0.0)


def sample_periods(kind: str, last_year: int) -> list[tuple[int, ...]]:
    """Single years from 2007, or pairs of years from 2008 for venues that meet every other year."""
    if kind == "two_year":
        return [(year, year + 1) for year in range(BEFORE[0] + 1, last_year, 2)]
    return [(year,) for year in range(BEFORE[0], last_year + 1)]


def eligible(kind: str, present: np.ndarray, before: int) -> np.ndarray:
    """Venues (bool) with enough periods; `present` is bool (periods, venues), of which `before` come before the start."""
    if kind != "unbalanced":
        return present.all(axis=0)
    return (present[:before].sum(axis=0) >= MIN_YEARS_BEFORE) & (present[before:].mean(axis=0) >= MIN_SHARE_AFTER)


def make_sample(counts: Counts, measure: Measure, kind: str, last_year: int) -> Sample:
    """AI venues as treated from 2012 on, non-AI venues as controls."""
    periods = sample_periods(kind, last_year)
    outcome, papers = shares(counts, measure, periods)
    before = sum(period[-1] < START for period in periods)
    chosen = eligible(kind, ~np.isnan(outcome), before)
    is_ai = np.array([venue.is_ai for venue in counts.venues])[chosen]
    treated = (np.arange(len(periods)) >= before)[:, None] & is_ai
    names = tuple(venue.key for venue, taken in zip(counts.venues, chosen, strict=True) if taken)
    panel = Panel(
        outcome[:, chosen],
        treated,
        np.zeros((len(periods), len(names), 0)),
        names,
        tuple(period_key(period) for period in periods),
    )
    return Sample(panel, papers[:, chosen], kind, last_year)
