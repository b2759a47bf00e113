"""Puts a value together with its words and source: a Figure."""

from functools import lru_cache

from analytics.divide import caveats
from analytics.divide.measure import Measure
from analytics.divide.metrics import VARIANT_LABELS
from analytics.divide.periods import contiguous, period_key, period_label
from analytics.divide.store import MAIN_FIRST, MAIN_LAST, Counts, Slice
from analytics.divide.uncertainty import Interval
from analytics.figure import Figure

# A venue that ended counts as a gap worth telling when it held this share of the slice's papers.
LARGE_VENUE_SHARE = 0.05


class Wrapper:
    """Makes Figures of one set of counts."""

    def __init__(self, counts: Counts):
        self.counts = counts
        self.unknown_of = lru_cache(maxsize=4096)(self.unknown_percent)
        self.ended_of = lru_cache(maxsize=4096)(self.ended_venues)

    def key(self, measure: Measure, suffix: str, periods: tuple[tuple[int, ...], ...]) -> str:
        """The permanent id: metric with parameter, slice, periods as asked for, variant."""
        variant = [measure.variant] if measure.variant else []
        return ".".join([measure.name + suffix, measure.part.key, "_".join(period_key(years) for years in periods), *variant])

    def figure(
        self, measure: Measure, suffix: str, periods: tuple[tuple[int, ...], ...], value: float, unit: str, n: float,
        interval: Interval | None = None, parts: dict | None = None, extra_caveats: tuple[str, ...] = (),
    ) -> Figure:  # fmt: skip
        """Wrap a value that was counted over one period or two.

        `slice.years` and the period shown are the years that had data: a request for 2012–2021 of a venue that ends in
        2019 says 2012〜2019年 and names the years it lacks.
        """
        asked = {year for years in periods for year in years}
        has = self.counts.years_with_data(measure.part, measure.venue_set)
        counted = tuple(sorted(asked & set(has)))
        period = " → ".join(shown_period(years, has) for years in periods)
        variant = {"variant": measure.variant} if measure.variant else {}
        label = measure.text(measure.metric.label_ja) + caveats.SUFFIX_LABELS[suffix]
        if suffix == "_count" and measure.metric.count_label_ja:
            label = measure.text(measure.metric.count_label_ja)
        where = "・".join([measure.part.label_ja, period, *(VARIANT_LABELS[name] for name in variant.values())])
        weak = self.weakness(measure, counted, tuple(sorted(asked - set(counted))), n)
        return Figure(
            id=self.key(measure, suffix, periods),
            metric=measure.metric.name + suffix,
            label_ja=f"{label}（{where}）",
            value=float(value),
            unit=unit,
            period=period,
            slice={**measure.part.to_dict(), "years": list(counted), **measure.parameter, **variant},
            n=int(round(n)),
            definition_ja=measure.text(measure.metric.definition_ja),
            method_ja=caveats.method(measure, suffix, periods, interval.how if interval else None),
            source=self.counts.source,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            caveats_ja=(*extra_caveats, *caveats.collect(measure, suffix, weak)),
            parts=parts or {},
        )

    def weakness(self, measure: Measure, years: tuple[int, ...], missing: tuple[int, ...], n: float) -> caveats.Weakness:
        unknown = 0.0 if measure.metric.base == "papers" else self.unknown_of(measure.part, measure.venue_set, years)
        ended = self.ended_of(measure.part, measure.venue_set, years[-1])
        return caveats.Weakness(years, missing, n, unknown, ended, self.counts.source.snapshot)

    def unknown_percent(self, part: Slice, venue_set: str | None, years: tuple[int, ...]) -> float:
        """Papers of the counting venue-years without any known affiliation, in %."""
        mask = self.counts.mask(part, years, venue_set)
        return float(100 * self.counts.columns["n_unknown"][mask].sum() / self.counts.columns["papers"][mask].sum())

    def ended_venues(self, part: Slice, venue_set: str | None, last: int) -> tuple[tuple[str, int], ...]:
        """Large venues of a pooled slice without data from before `last` on: (name, last year with data)."""
        counts = self.counts
        if part.kind == "venue" or last > MAIN_LAST:
            return ()
        mask = counts.mask(part, tuple(range(MAIN_FIRST, MAIN_LAST + 1)), venue_set)
        papers = (counts.columns["papers"] * mask).sum(axis=1)
        found = []
        for number in (papers >= LARGE_VENUE_SHARE * papers.sum()).nonzero()[0]:
            final = counts.years[int(counts.counted[number].nonzero()[0][-1])] if counts.counted[number].any() else last
            if final < last:
                found.append((counts.venues[number].name, final))
        return tuple(found)


def shown_period(years: tuple[int, ...], has: tuple[int, ...]) -> str:
    """The period without years before the first or after the last one that has data."""
    inside = [year for year in years if year in has]
    if not contiguous(years):
        return period_label(inside)
    return period_label(tuple(range(inside[0], inside[-1] + 1)))


def paper_count(counts: Counts, part: Slice, years: tuple[int, ...]) -> Figure:
    """All papers of the slice over `years`, with or without known affiliations."""
    chosen = counts.members(part)
    papers = counts.columns["papers"][chosen]
    has = tuple(year for year in years if papers[:, year - counts.years[0]].any())
    missing = tuple(year for year in years if year not in has)
    picked = [year - counts.years[0] for year in has]
    total = float(papers[:, picked].sum())
    gap = (f"{period_label(missing)}は論文がないため含みません",) if missing else ()
    return Figure(
        id=f"paper_count.{part.key}.{period_key(years)}", metric="paper_count", value=total, unit="本", n=int(total),
        label_ja=f"論文数（{part.label_ja}・{shown_period(years, has)}）", period=shown_period(years, has),
        slice={**part.to_dict(), "years": list(has)}, definition_ja="収録した論文の本数（所属が不明な論文も含む）",
        method_ja="会議と年ごとの論文を合計", source=counts.source,
        caveats_ja=caveats.late_years(has) + gap + (caveats.coverage_of_data(counts.source.snapshot),),
        parts={"known": float(counts.columns["known"][chosen][:, picked].sum())},
    )  # fmt: skip
