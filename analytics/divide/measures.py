"""Shares, changes and differences-in-differences as Figures. A pooled value is sum of numerators / sum of denominators."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache, partial
from itertools import product
from pathlib import Path

import numpy as np

from analytics import provenance
from analytics.divide import concentration, gaps, multiples, rankings, robustness, strategies
from analytics.divide.computed import computed
from analytics.divide.measure import VENUE_SETS, Measure, make_measure
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.store import MAIN_FIRST, MAIN_LAST, Counts, Slice, load_counts
from analytics.divide.uncertainty import (
    DRAWS,
    Interval,
    difference_of_proportions,
    percentile_interval,
    share_draws,
    venue_weights,
)  # fmt: skip
from analytics.divide.wrapping import Wrapper, paper_count
from analytics.errors import BadInput, DerivedMissing, NotInData
from analytics.figure import PERCENT, POINTS, Figure
from analytics.text.figures import TOPICS_FILE, WORDS_FILE, read_record


class Divide:
    """Answers every question about the counted papers. Thread-safe: it only reads."""

    min_clusters = 5  # from this many venues on, resampling venues says more than resampling papers

    def __init__(self, counts: Counts):
        self.counts = counts
        self.draws_of = lru_cache(maxsize=512)(self.compute_draws)
        self.errors_of = lru_cache(maxsize=256)(partial(concentration.standard_errors, counts))
        self.share_of = lru_cache(maxsize=4096)(self.compute_share)  # the area's own shares stand beside nearly every answer
        self.pool_of = lru_cache(maxsize=1024)(partial(concentration.pool, counts))

    @classmethod
    def open(cls, folder: str | Path = provenance.DATA_FOLDER) -> "Divide":
        """Load the shipped counts. Raises DataMissing."""
        return cls(load_counts(folder))

    def warm(self) -> None:
        """Read the tables and draw the venues that questions ask for, so that no question waits for them. Raises DataMissing."""
        self.counts.warm()
        for part, years in product(map(self.counts.slice, ("ai", "non_ai")), (BEFORE, AFTER)):
            if set(years) & set(self.counts.years_with_data(part)):
                self.pool_of(part, None, years)
        for part, venue_set in product(concentration.build_parts(self.counts), (None, *VENUE_SETS)):
            members = int(self.counts.members(part, venue_set).sum())
            if members >= self.min_clusters:
                venue_weights(members, 0, DRAWS)
                venue_weights(members, 1, DRAWS)
        for name in (WORDS_FILE, TOPICS_FILE):
            read_record(self.counts, name)
        try:
            computed(self.counts)
        except DerivedMissing:
            return  # a question that needs them is told so

    @cached_property
    def wrapper(self) -> Wrapper:
        return Wrapper(self.counts)

    def measure(self, metric, **names) -> Measure:
        """Check the names (area, field or venue; tier, country, institution or group; variant) and put them together.

        Raises UnknownName, or ValueError for a parameter that does not fit.
        """
        return make_measure(self.counts, metric, **names)

    # -- values -------------------------------------------------------------------------------------------------

    def sums(self, measure: Measure, years: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
        """Numerator and denominator per venue of the slice, summed over the counting venue-years: two (venues,) arrays."""
        top, bottom = measure.columns()
        share = self.venue_sums(measure, years, top)
        if measure.variant == "unknown_all":
            share = share + self.venue_sums(measure, years, "n_unknown")
        return share, self.venue_sums(measure, years, bottom)

    def venue_sums(self, measure: Measure, years: Sequence[int], column: str) -> np.ndarray:
        """A panel column per venue of the slice, summed over the counting venue-years."""
        counts = self.counts
        cells = counts.member_rows(measure.part, measure.venue_set), [year - counts.years[0] for year in years]
        return (counts.column(column)[cells] * counts.counted[cells]).sum(axis=1)

    def share(self, measure: Measure, years: Sequence[int]) -> Figure:
        """The pooled value over `years`. Raises NotInData with the reason when nothing was counted there."""
        years = tuple(sorted(set(years)))
        if measure.metric.kind == "concentration":
            self.require(measure, years)
            return concentration.level(self, measure, years)
        return self.share_of(measure, years)

    def compute_share(self, measure: Measure, years: tuple[int, ...]) -> Figure:
        self.require(measure, years)
        return self.share_figure(measure, years, *self.pooled(measure, years))

    def pooled(self, measure: Measure, years: tuple[int, ...]) -> tuple[float, float]:
        """Numerator and denominator over all venues of the slice. Raises NotInData when the denominator is 0."""
        top, bottom = (float(part.sum()) for part in self.sums(measure, years))
        if bottom == 0:
            raise NotInData("empty", years=years, part=measure.part.label_ja)
        return top, bottom

    def value(self, measure: Measure, years: tuple[int, ...]) -> tuple[float, float]:
        """What `share` would say and its n, without interval and words. Raises NotInData with the reason."""
        self.require(measure, years)
        if measure.metric.kind == "concentration":
            found = self.pool_of(measure.part, measure.venue_set, years)
            return found.values[measure.metric.name], found.known
        top, bottom = self.pooled(measure, years)
        return 100 * top / bottom, self.size(measure, years, bottom)

    def size(self, measure: Measure, years: tuple[int, ...], bottom: float) -> float:
        """The papers a share with this denominator is a share of."""
        column = measure.size_column()
        return bottom if column == measure.columns()[1] else float(self.venue_sums(measure, years, column).sum())

    def share_figure(self, measure: Measure, years: tuple[int, ...], top: float, bottom: float, **parts) -> Figure:
        """Wrap a share whose sums are known."""
        n = self.size(measure, years, bottom)
        parts = {"numerator": top, "denominator": bottom, **parts}
        return self.figure(measure, "", (years,), 100 * top / bottom, PERCENT, n=n, parts=parts)

    def series(self, measure: Measure, years: Sequence[int]) -> tuple[list[Figure], list[NotInData]]:
        """One figure a year, and the reason for each year that has none. Raises NotInData when no year has one."""
        found, missing = [], []
        for year in sorted(set(years)):
            try:
                found.append(self.share(measure, (year,)))
            except NotInData as reason:
                missing.append(reason)
        if not found:
            raise missing[0] if missing else NotInData("no_years", part=measure.part.label_ja)
        return found, missing

    def change(self, measure: Measure, before: Sequence[int], after: Sequence[int]) -> Figure:
        """Value after − value before, with a 95 % interval (venues resampled; papers for fewer than five venues).

        Raises NotInData when both periods are the same.
        """
        before, after = different(measure, before, after)
        (first, first_n), (last, last_n) = self.value(measure, before), self.value(measure, after)
        return self.figure(
            measure, "_change", (before, after), last - first, difference_unit(measure), n=first_n + last_n,
            interval=self.change_interval(measure, before, after, last - first), parts=self.ends(measure, before, after),
        )  # fmt: skip

    def ratio(self, measure: Measure, before: Sequence[int], after: Sequence[int]) -> Figure:
        """Value after / value before. Raises NotInData when the first is 0 or both periods are the same."""
        before, after = different(measure, before, after)
        (first, first_n), (last, last_n) = self.value(measure, before), self.value(measure, after)
        if first == 0:
            raise NotInData("zero_base", years=before, part=measure.part.label_ja)
        return self.figure(
            measure, "_ratio", (before, after), last / first, "倍", n=first_n + last_n, parts=self.ends(measure, before, after)
        )

    def ends(self, measure: Measure, before: tuple[int, ...], after: tuple[int, ...]) -> dict[str, str]:
        """The ids of the two levels that a change lies between."""
        return {"before": self.wrapper.key(measure, "", (before,)), "after": self.wrapper.key(measure, "", (after,))}

    def count(self, measure: Measure, years: Sequence[int]) -> Figure:
        """How many papers the share's numerator holds over `years`. Raises ValueError when the metric is no share of papers."""
        if measure.metric.kind != "share" or measure.metric.base == "citations":
            raise BadInput(f"{measure.metric.name} is not a share of papers: no count", "no_count", metric=measure.metric.name)
        share = self.share(measure, years)
        years = tuple(sorted(set(years)))
        return self.figure(measure, "_count", (years,), share.parts["numerator"], "本", n=share.n, parts={"share": share.id})

    def paper_count(self, part: Slice, years: Sequence[int]) -> Figure:
        """All papers of the slice over `years`, with or without known affiliations."""
        years = tuple(sorted(set(years)))
        self.require(self.measure("unknown_share", **part.to_dict()), years, coverage=False)
        return paper_count(self.counts, part, years)

    def before_after(self, measure: Measure) -> Figure:
        """Change between 2007–2011 and 2012–2021, each pooled."""
        return self.change(measure, BEFORE, AFTER)

    def did(self, measure: Measure, before: Sequence[int] = BEFORE, after: Sequence[int] = AFTER) -> Figure:
        """Difference-in-differences against the non-AI venues, pooled, with a venue-clustered bootstrap 95 % interval."""
        if measure.part.kind == "venue" or measure.part.to_dict() in ({"area": "non_ai"}, {"area": "all"}):
            raise BadInput("did compares the AI area or a field with the non-AI venues: name area ai or a field", "did_part")
        periods = different(measure, before, after)
        control = replace(measure, part=self.counts.slice("non_ai"))
        pairs = [[self.value(item, years) for years in periods] for item in (measure, control)]
        treated, untreated = (last - first for (first, _), (last, _) in pairs)
        key = self.wrapper.key
        return self.figure(
            measure, "_did", periods, treated - untreated, difference_unit(measure),
            n=sum(n for pair in pairs for _, n in pair),
            interval=self.did_interval(measure, control, periods, treated - untreated),
            parts={"treated": key(measure, "_change", periods), "control": key(control, "_change", periods)},
        )  # fmt: skip

    def gap(self, first: Measure, second: Measure, years: Sequence[int]) -> Figure:
        """The difference of two measures in the same years, the larger one first; see gaps.gap."""
        return gaps.gap(self, first, second, years)

    def times(self, first: Measure, second: Measure, years: Sequence[int]) -> Figure:
        """The larger of two measures as a multiple of the other one; see multiples.times."""
        return multiples.times(self, first, second, tuple(years))

    def within(self, whole: Measure, part: Measure, years: Sequence[int]) -> Figure:
        """A group's papers in percent of those of the group that holds it; see multiples.within."""
        return multiples.within(self, whole, part, tuple(years))

    # -- more than one figure: see the modules ---------------------------------------------------------------------

    def rank_venues(self, metric: str, years: Sequence[int], area: str | None = None, minimum: int = 30, **names) -> list[Figure]:
        """Shares of the area's (default ai) or field's venues, highest first; see rankings.rank_venues."""
        return rankings.rank_venues(self, metric, years, area=area, minimum=minimum, **names)

    def rank_institutions(self, years: Sequence[int], **names) -> list[Figure]:
        """Institutions with most papers; see rankings.rank_institutions."""
        return rankings.rank_institutions(self, years, **names)

    def rank_countries(self, years: Sequence[int], **names) -> list[Figure]:
        """Countries with most papers; see rankings.rank_countries."""
        return rankings.rank_countries(self, years, **names)

    def movers(self, what: str, before: Sequence[int], after: Sequence[int], **names) -> list[Figure]:
        """Who gained or lost most: institutions, countries, venues or groups; see rankings.movers."""
        return rankings.movers(self, what, before, after, **names)

    def strategies(self, years: Sequence[int], **names) -> list[Figure]:
        """Firms' papers written alone, with elite universities and with others, in % of firms' papers (sum 100)."""
        return strategies.strategies(self, years, **names)

    def robustness(self) -> list[Figure]:
        """The headline figures under every check; see robustness.robustness."""
        return robustness.robustness(self)

    # -- how a figure is put together -----------------------------------------------------------------------------

    def figure(self, measure: Measure, suffix: str, periods: tuple, value: float, unit: str, n: float, **more) -> Figure:
        """Wrap a value into a Figure; see Wrapper.figure."""
        return self.wrapper.figure(measure, suffix, periods, value, unit, n, **more)

    # -- uncertainty ------------------------------------------------------------------------------------------------

    def clusters(self, measure: Measure, *periods: tuple[int, ...]) -> int:
        """Venues with data in every period: what a bootstrap over venues has to draw from (the smaller period decides)."""
        return min(int(np.count_nonzero(self.venue_sums(measure, period, "known"))) for period in periods)

    def change_interval(self, measure: Measure, before: tuple, after: tuple, value: float) -> Interval:
        if self.clusters(measure, before, after) >= self.min_clusters:
            if measure.metric.kind == "concentration":
                return concentration.interval(self, measure, "_change", (before, after), value)
            return Interval(*percentile_interval(self.draws_of(measure, before, after)), "venues")
        if measure.metric.kind == "concentration" or measure.metric.base == "citations":
            return Interval()
        (first_top, first_bottom), (top, bottom) = self.sums(measure, before), self.sums(measure, after)
        return Interval(*difference_of_proportions(first_top.sum(), first_bottom.sum(), top.sum(), bottom.sum()), "papers")

    def did_interval(self, measure: Measure, control: Measure, periods: tuple, value: float) -> Interval:
        if min(self.clusters(measure, *periods), self.clusters(control, *periods)) < self.min_clusters:
            return Interval()
        if measure.metric.kind == "concentration":
            return concentration.interval(self, measure, "_did", periods, value)
        draws = self.draws_of(measure, *periods) - self.draws_of(control, *periods, 1)
        return Interval(*percentile_interval(draws), "venues")

    def compute_draws(self, measure: Measure, before: tuple, after: tuple, stratum: int = 0) -> np.ndarray:
        """Bootstrap draws of the change in points, shape (draws,): the same venues are drawn for both periods."""
        first_top, first_bottom = self.sums(measure, before)
        last_top, last_bottom = self.sums(measure, after)
        weights = venue_weights(len(first_top), stratum, DRAWS)
        return share_draws(last_top, last_bottom, weights) - share_draws(first_top, first_bottom, weights)

    # -- what can be asked ------------------------------------------------------------------------------------------

    def require(self, measure: Measure, years: tuple[int, ...], coverage: bool = True) -> None:
        """Raise NotInData with the reason unless at least one venue-year of the request counts (or just has papers)."""
        if not years:
            raise NotInData("no_years", part=measure.part.label_ja)
        counts = self.counts
        outside = [year for year in years if year not in counts.years]
        if outside:
            reason = "year_before" if outside[0] < counts.years[0] else "year_after"
            raise NotInData(reason, year=outside[0], first=MAIN_FIRST, last=MAIN_LAST, part=measure.part.label_ja)
        cells = counts.member_rows(measure.part, measure.venue_set), [year - counts.years[0] for year in years]
        if counts.counted[cells].any():
            return
        details = {"part": measure.part.label_ja, "year": years[0], "years": years, "available": self.available(measure)}
        if counts.columns["papers"][cells].any():
            if not coverage:
                return
            raise NotInData("coverage", **details)
        raise NotInData("no_papers", **details)

    def available(self, measure: Measure) -> tuple[int, ...]:
        """Years in which the slice has at least one counting venue."""
        return self.counts.years_with_data(measure.part, measure.venue_set)


def different(measure: Measure, before: Sequence[int], after: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Both periods in order. Raises NotInData when they are the same: a change of 0 would be an invention."""
    before, after = tuple(sorted(set(before))), tuple(sorted(set(after)))
    if before == after:
        raise NotInData("one_period", years=before, part=measure.part.label_ja)
    return before, after


def difference_unit(measure: Measure) -> str:
    return POINTS if measure.metric.unit == PERCENT else measure.metric.unit
