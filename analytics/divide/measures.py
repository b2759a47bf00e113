"""Shares, changes and differences-in-differences as Figures. A pooled value is sum of numerators / sum of denominators."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from analytics import provenance
from analytics.divide import caveats
from analytics.divide.metrics import VARIANT_LABELS, Metric, find_metric, tier_phrase
from analytics.divide.periods import AFTER, BEFORE, period_key, period_label
from analytics.divide.sources import TIERS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST, Counts, Slice, load_counts
from analytics.divide.uncertainty import DRAWS, difference_of_proportions, percentile_interval, share_draws, venue_weights
from analytics.errors import NotInData, UnknownName
from analytics.figure import PERCENT, POINTS, Figure

# From this many venues on, resampling venues says more than resampling papers.
MIN_CLUSTERS = 5


@dataclass(frozen=True)
class Measure:
    """A metric with its parameter, the part of the data, and the way of counting."""

    metric: Metric
    part: Slice
    tier: str | None = None
    country: str | None = None
    variant: str | None = None

    @property
    def parameter(self) -> dict[str, str]:
        return {name: value for name, value in (("tier", self.tier), ("country", self.country)) if value is not None}

    def text(self, template: str, country_label: str | None = None) -> str:
        """Fill {tier} and {country} of a label or definition."""
        values = {"tier": tier_phrase(self.tier) if self.tier else "", "country": country_label or self.country or ""}
        return template.format(**values).replace("なし位", "なし")

    @property
    def name(self) -> str:
        """Metric with parameter, as used in ids: `tier_share-301-500`."""
        return "-".join([self.metric.name, *(value.replace(" ", "_") for value in self.parameter.values())])

    def columns(self) -> tuple[str, str]:
        """Panel columns of numerator and denominator."""
        group = self.metric.group.format(**self.parameter) if self.metric.parameter else self.metric.group
        if self.metric.base == "citations":
            return f"c_{group}", "citations"
        prefix = "f" if self.variant == "fractional" else "n"
        base = self.metric.base if self.metric.base in ("known", "papers") else f"{prefix}_{self.metric.base}"
        return f"{prefix}_{group}", base


class Divide:
    """Answers every question about the counted papers. Thread-safe: it only reads."""

    def __init__(self, counts: Counts):
        self.counts = counts
        self.draws_of = lru_cache(maxsize=512)(self.compute_draws)

    @classmethod
    def open(cls, folder: str | Path = provenance.DATA_FOLDER) -> "Divide":
        """Load the shipped counts. Raises DataMissing."""
        return cls(load_counts(folder))

    def measure(self, metric, *, area=None, field=None, venue=None, tier=None, country=None, variant=None) -> Measure:
        """Check the names and put them together. Raises UnknownName, or ValueError for a parameter that does not fit."""
        found = find_metric(metric)
        given = {"tier": tier, "country": country}
        for name, value in given.items():
            if (value is not None) != (found.parameter == name):
                raise ValueError(f"{metric} {'needs' if found.parameter == name else 'takes no'} {name}")
        if tier is not None and tier not in TIERS:
            raise UnknownName("tier", tier, TIERS)
        if country is not None and country not in self.counts.country_names:
            raise UnknownName("country", country, self.counts.country_names)
        if variant is not None and variant not in VARIANT_LABELS:
            raise UnknownName("variant", variant, tuple(VARIANT_LABELS))
        if variant == "fractional" and found.group == "unknown":
            raise ValueError(f"{metric} has no fractional counting: papers without a known sector have no credit to share")
        return Measure(found, self.counts.slice(area, field, venue), tier, country, variant)

    # -- values -------------------------------------------------------------------------------------------------

    def sums(self, measure: Measure, years: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
        """Numerator and denominator per venue of the slice, summed over the counting venue-years: two (venues,) arrays."""
        counts, (top, bottom) = self.counts, measure.columns()
        chosen = counts.members(measure.part, measure.variant)
        picked = [year - counts.years[0] for year in years]
        mask = counts.counted[np.ix_(chosen, picked)]
        base = counts.column(bottom)[np.ix_(chosen, picked)]
        if top == "n_unknown":
            share = base - counts.column("known")[np.ix_(chosen, picked)]
        else:
            share = counts.column(top)[np.ix_(chosen, picked)]
        return (share * mask).sum(axis=1), (base * mask).sum(axis=1)

    def share(self, measure: Measure, years: Sequence[int]) -> Figure:
        """The pooled share over `years`. Raises NotInData with the reason when nothing was counted there."""
        years = tuple(sorted(set(years)))
        self.require(measure, years)
        top, bottom = (float(part.sum()) for part in self.sums(measure, years))
        if bottom == 0:
            raise NotInData("empty", years=years, part=measure.part.label_ja)
        return self.figure(
            measure, "", years, 100 * top / bottom, PERCENT, n=bottom, parts={"numerator": top, "denominator": bottom}
        )

    def series(self, measure: Measure, years: Sequence[int]) -> tuple[list[Figure], list[NotInData]]:
        """One figure a year, and the reason for each year that has none. Raises NotInData when no year has one."""
        found, missing = [], []
        for year in sorted(set(years)):
            try:
                found.append(self.share(measure, (year,)))
            except NotInData as reason:
                missing.append(reason)
        if not found:
            raise missing[0]
        return found, missing

    def change(self, measure: Measure, before: Sequence[int], after: Sequence[int]) -> Figure:
        """Share after − share before in points, with a 95 % interval (venues resampled; papers for a single venue)."""
        first, last = self.share(measure, before), self.share(measure, after)
        low, high = self.change_interval(measure, tuple(before), tuple(after))
        return self.figure(
            measure, "_change", (tuple(before), tuple(after)), last.value - first.value, POINTS, n=first.n + last.n,
            low=low, high=high, parts={"before": first.id, "after": last.id},
        )  # fmt: skip

    def ratio(self, measure: Measure, before: Sequence[int], after: Sequence[int]) -> Figure:
        """Share after / share before. Raises NotInData when the first share is 0."""
        first, last = self.share(measure, before), self.share(measure, after)
        if first.value == 0:
            raise NotInData("zero_base", years=tuple(before), part=measure.part.label_ja)
        return self.figure(
            measure, "_ratio", (tuple(before), tuple(after)), last.value / first.value, "倍", n=first.n + last.n,
            parts={"before": first.id, "after": last.id},
        )  # fmt: skip

    def count(self, measure: Measure, years: Sequence[int]) -> Figure:
        """How many papers the share's numerator holds over `years`."""
        share = self.share(measure, years)
        years = tuple(sorted(set(years)))
        return self.figure(measure, "_count", (years,), share.parts["numerator"], "本", n=share.n, parts={"share": share.id})

    def paper_count(self, part: Slice, years: Sequence[int]) -> Figure:
        """All papers of the slice over `years`, with or without known affiliations."""
        years = tuple(sorted(set(years)))
        measure = Measure(find_metric("unknown_share"), part)
        self.require(measure, years, coverage=False)
        counts = self.counts
        cells = np.ix_(counts.members(part), [year - counts.years[0] for year in years])
        total = float(counts.columns["papers"][cells].sum())
        return Figure(
            id=f"paper_count.{part.key}.{period_key(years)}", metric="paper_count", value=total, unit="本", n=int(total),
            label_ja=f"論文数（{part.label_ja}・{period_label(years)}）", period=period_label(years),
            slice={**part.to_dict(), "years": list(years)}, definition_ja="収録した論文の本数（所属が不明な論文も含む）",
            method_ja="会議と年ごとの論文を合計", source=counts.source,
            caveats_ja=caveats.late_years(years) + (caveats.coverage_of_data(counts.source.snapshot),),
            parts={"known": float(counts.columns["known"][cells].sum())},
        )  # fmt: skip

    def before_after(self, measure: Measure) -> Figure:
        """Change between 2007–2011 and 2012–2021, each pooled."""
        return self.change(measure, BEFORE, AFTER)

    def did(self, measure: Measure) -> Figure:
        """Difference-in-differences against the non-AI venues, pooled, with a venue-clustered bootstrap 95 % interval."""
        if measure.part.kind == "venue" or measure.part.to_dict() in ({"area": "non_ai"}, {"area": "all"}):
            raise ValueError("did compares the AI area or a field with the non-AI venues: name area ai or a field")
        control = Measure(measure.metric, self.counts.slice("non_ai"), measure.tier, measure.country, measure.variant)
        treated, untreated = self.before_after(measure), self.before_after(control)
        draws = self.draws_of(measure, BEFORE, AFTER) - self.draws_of(control, BEFORE, AFTER, 1)
        low, high = percentile_interval(draws)
        return self.figure(
            measure, "_did", (BEFORE, AFTER), treated.value - untreated.value, POINTS, n=treated.n + untreated.n,
            low=low, high=high, parts={"treated": treated.id, "control": untreated.id},
        )  # fmt: skip

    def rank_venues(self, metric: str, years: Sequence[int], area: str = "ai", minimum: int = 30, **names) -> list[Figure]:
        """Shares of the area's venues over `years`, highest first; venues under `minimum` papers are left out."""
        part = self.counts.slice(area)
        ranked = []
        for venue, member in zip(self.counts.venues, self.counts.members(part), strict=True):
            if not member:
                continue
            try:
                figure = self.share(self.measure(metric, venue=venue.key, **names), years)
            except NotInData:
                continue
            if figure.n >= minimum:
                ranked.append(figure)
        return sorted(ranked, key=lambda figure: (-figure.value, figure.id))

    # -- how a figure is put together -----------------------------------------------------------------------------

    def figure(self, measure: Measure, suffix: str, years, value: float, unit: str, n: float, **more) -> Figure:
        """Wrap a value. `years` is a tuple of years, or (before, after) for a change."""
        periods = years if suffix else (years,)
        every = tuple(sorted({year for period in periods for year in period}))
        variant = {"variant": measure.variant} if measure.variant else {}
        key = ".".join(
            [measure.name + suffix, measure.part.key, "_".join(period_key(period) for period in periods), *variant.values()]
        )
        period = " → ".join(period_label(period) for period in periods)
        label = measure.text(measure.metric.label_ja) + caveats.SUFFIX_LABELS[suffix]
        where = "・".join([measure.part.label_ja, period, *(VARIANT_LABELS[name] for name in variant.values())])
        return Figure(
            id=key,
            metric=measure.metric.name + suffix,
            label_ja=f"{label}（{where}）",
            value=float(value),
            unit=unit,
            period=period,
            slice={**measure.part.to_dict(), "years": list(every), **measure.parameter, **variant},
            n=int(round(n)),
            definition_ja=measure.text(measure.metric.definition_ja),
            method_ja=caveats.method(suffix, measure.variant, measure.part.kind == "venue"),
            source=self.counts.source,
            caveats_ja=self.caveats(measure, every, n),
            **more,
        )

    def caveats(self, measure: Measure, years: tuple[int, ...], n: float) -> tuple[str, ...]:
        unknown = 0.0
        if measure.metric.base != "papers":
            unknown = self.unknown_percent(measure, years)
        return caveats.collect(measure.metric, years, n, unknown, self.counts.source.snapshot)

    def unknown_percent(self, measure: Measure, years: tuple[int, ...]) -> float:
        top, bottom = self.sums(Measure(find_metric("unknown_share"), measure.part), years)
        return float(100 * top.sum() / bottom.sum()) if bottom.sum() else 0.0

    # -- uncertainty ------------------------------------------------------------------------------------------------

    def change_interval(self, measure: Measure, before: tuple, after: tuple) -> tuple[float, float]:
        top, bottom = self.sums(measure, after)
        if np.count_nonzero(bottom) >= MIN_CLUSTERS:
            return percentile_interval(self.draws_of(measure, before, after))
        first_top, first_bottom = self.sums(measure, before)
        return difference_of_proportions(first_top.sum(), first_bottom.sum(), top.sum(), bottom.sum())

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
        chosen = counts.members(measure.part, measure.variant)
        picked = [year - counts.years[0] for year in years]
        if counts.counted[np.ix_(chosen, picked)].any():
            return
        details = {"part": measure.part.label_ja, "year": years[0], "years": years, "available": self.available(measure)}
        if counts.columns["papers"][np.ix_(chosen, picked)].any():
            if not coverage:
                return
            raise NotInData("coverage", **details)
        raise NotInData("no_papers", **details)

    def available(self, measure: Measure) -> tuple[int, ...]:
        """Years in which the slice has at least one counting venue."""
        chosen = self.counts.members(measure.part, measure.variant)
        has = self.counts.counted[chosen].any(axis=0)
        return tuple(year for year, found in zip(self.counts.years, has, strict=True) if found)
