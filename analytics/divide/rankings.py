"""Who has most papers, and who gained or lost most: institutions, countries, venues and groups, as Figures in order.

Every figure of a ranking carries `parts["rank"]` (equal values share a rank) and `parts["of"]`, how many were compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from analytics.divide.country_names import COUNTRY_LABELS, find_country
from analytics.divide.measure import UNKNOWN_BOUNDS, Measure, fitting_variant
from analytics.divide.metrics import SECTOR_LABELS, find_metric
from analytics.divide.sources import TIERS
from analytics.divide.store import Slice
from analytics.errors import BadInput, NotInData, UnknownName
from analytics.figure import Figure

ORDERS = ("level", "papers", "rise", "fall")
# Under this many papers in both periods together, a change of share is mostly chance.
MIN_PAPERS = 30
GROUP_METRICS = (
    ("firm_share", {}), ("firm_only_share", {}), ("big_tech_share", {}), ("firm_elite_share", {}), ("firm_non_elite_share", {}),
    ("government_share", {}), ("nonprofit_share", {}), ("university_share", {}),
    *(("tier_share", {"tier": tier}) for tier in TIERS), ("hbcu_share", {}), ("hsi_share", {}), ("japan_share", {}),
)  # fmt: skip
SELECTED = "多くの候補から変化の大きい順に選んでいるため、偶然の変動が大きく見えている可能性があります"


@dataclass(frozen=True)
class Candidates:
    """What is ranked: measure of each name (made when needed), and which names of the long table take part."""

    kind: str
    template: Measure
    chosen: np.ndarray


def rank_institutions(divide, years: Sequence[int], *, top: int = 10, by: str = "level", **names) -> list[Figure]:
    """Institutions with the highest share (by="level") or number (by="papers") of papers, pooled over `years`.

    names: area, field or venue (default the AI area); sector, country, tier, big_tech to compare only some; variant `fractional`
    (credit instead of papers), `fixed` or `csrankings`. Raises UnknownName, NotInData.
    """
    return rank_names(divide, institution_candidates(divide, **names), years, top, by)


def rank_countries(divide, years: Sequence[int], *, top: int = 10, by: str = "level", **names) -> list[Figure]:
    """Countries with the highest share or number of papers, pooled over `years`; names: area, field or venue; variant."""
    return rank_names(divide, country_candidates(divide, **names), years, top, by)


def rank_venues(
    divide, metric: str, years: Sequence[int], *, area: str | None = None, field: str | None = None, minimum: int = MIN_PAPERS,
    top: int | None = None, **names,
) -> list[Figure]:  # fmt: skip
    """Values of the slice's venues over `years`, highest first; venues that rest on fewer than `minimum` papers are left out."""
    pooled = divide.measure(metric, area=area, field=field, **names)
    divide.require(pooled, tuple(sorted(set(years))))
    figures = []
    for measure in venue_measures(divide, pooled):
        try:
            figure = divide.share(measure, years)
        except NotInData:
            continue  # this venue did not meet in these years: it has no rank
        if figure.n >= minimum:
            figures.append(figure)
    ordered = sorted(figures, key=lambda figure: (-figure.value, figure.id))
    return numbered(ordered, [figure.value for figure in ordered])[:top]


def movers(
    divide, what: str, before: Sequence[int], after: Sequence[int], *, by: str = "rise", top: int | None = 10,
    metric: str = "firm_share", **names,
) -> list[Figure]:  # fmt: skip
    """Changes of share between two periods, largest rise (or fall) first, each with its interval.

    what: institutions, countries, venues (of `metric`) or groups (firms, university bands, HBCU, HSI, Japan …).
    A name or venue needs 30 papers in both periods together. Raises UnknownName, NotInData.
    """
    if by not in ("rise", "fall"):
        raise ValueError(f"movers are ordered by rise or fall, not {by}")
    if what == "groups":
        measures = [divide.measure(name, **given, **names) for name, given in GROUP_METRICS]
    elif what == "venues":
        measures = list(venue_measures(divide, divide.measure(metric, **names)))
    elif what in ("institutions", "countries"):
        find = institution_candidates if what == "institutions" else country_candidates
        return moving_names(divide, find(divide, **names), before, after, by, top)
    else:
        raise UnknownName("ranking", what, ("institutions", "countries", "venues", "groups"))
    figures = []
    for measure in measures:
        try:
            figure = divide.change(measure, before, after)
        except NotInData:
            continue  # not there in both periods: nothing to compare
        if figure.n >= MIN_PAPERS:
            figures.append(figure)
    return directed(figures, by)[:top]


# -- names of a long table -----------------------------------------------------------------------------------------


def institution_candidates(
    divide, *, sector: str | None = None, country: str | None = None, tier: str | None = None, big_tech: bool | None = None, **names
) -> Candidates:
    if sector is not None and sector not in SECTOR_LABELS:
        raise UnknownName("sector", sector, tuple(SECTOR_LABELS))
    if tier is not None and tier not in TIERS:
        raise UnknownName("tier", tier, TIERS)
    if country is not None:
        country = find_country(country, divide.counts.country_names)
    chosen = divide.counts.directory.select(sector, country, tier, big_tech)
    return Candidates("institution", template(divide, "institution_share", **names), chosen)


def country_candidates(divide, **names) -> Candidates:
    chosen = np.ones(len(divide.counts.countries.names), dtype=bool)
    return Candidates("country", template(divide, "country_share", **names), chosen)


def template(divide, metric: str, *, area=None, field=None, venue=None, variant=None) -> Measure:
    found = find_metric(metric)
    if variant in UNKNOWN_BOUNDS:
        raise BadInput("a ranking has no bounds for unknown affiliations: they would add the same to every name", "rank_bounds")
    return Measure(found, divide.counts.slice(area, field, venue), variant=fitting_variant(found, variant))


def named(divide, candidates: Candidates, number: int) -> Measure:
    """The measure of one name of the long table."""
    if candidates.kind == "country":
        country = divide.counts.countries.names[number]
        return replace(candidates.template, country=country, subject_ja=COUNTRY_LABELS.get(country, country))
    profile = divide.counts.directory.profile(divide.counts.institutions.names[number])
    return replace(candidates.template, institution=profile.id, subject_ja=profile.label_ja)


def totals(divide, candidates: Candidates, years: tuple[int, ...], kind: str) -> tuple[np.ndarray, float]:
    """Papers (kind n) or credit (kind f) of every name over the counting venue-years, and the known papers there."""
    measure = candidates.template
    divide.require(measure, years)
    mask = divide.counts.mask(measure.part, years, measure.venue_set)
    table = divide.counts.institutions if candidates.kind == "institution" else divide.counts.countries
    return table.totals(mask, kind), float(divide.counts.columns["known"][mask].sum())


def rank_names(divide, candidates: Candidates, years: Sequence[int], top: int, by: str) -> list[Figure]:
    if by not in ("level", "papers"):
        raise ValueError(f"order {by!r} compares two periods: use movers")
    years = tuple(sorted(set(years)))
    kind = "f" if candidates.template.variant == "fractional" else "n"
    counted, known = totals(divide, candidates, years, kind)
    counted = np.where(candidates.chosen, counted, 0.0)
    order = largest_first(counted)
    if not order.size:
        raise NotInData("empty", years=years, part=candidates.template.part.label_ja)
    figures = []
    for number in order[:top]:
        measure, value = named(divide, candidates, number), float(counted[number])
        figure = divide.share_figure(measure, years, value, known)
        if by == "papers":
            figure = divide.figure(measure, "_count", (years,), value, "本", n=figure.n, parts={"share": figure.id})
        figures.append(figure)
    return numbered(figures, counted[order].tolist())


def moving_names(divide, candidates: Candidates, before, after, by: str, top: int | None) -> list[Figure]:
    before, after = tuple(sorted(set(before))), tuple(sorted(set(after)))
    kind = "f" if candidates.template.variant == "fractional" else "n"
    (first, base), (last, known) = (totals(divide, candidates, years, kind) for years in (before, after))
    papers = sum(totals(divide, candidates, years, "n")[0] for years in (before, after))
    change = np.where(candidates.chosen & (papers >= MIN_PAPERS), last / known - first / base, 0.0)
    change = change if by == "rise" else -change
    order = largest_first(change)
    figures = [divide.change(named(divide, candidates, number), before, after) for number in order[:top]]
    return numbered([selected(figure) for figure in figures], change[order].tolist())


def largest_first(values: np.ndarray) -> np.ndarray:
    """Positions of the values above 0, largest first, equal ones in the order of the names."""
    return np.argsort(-values, kind="stable")[: np.count_nonzero(values > 0)]


# -- order and rank ------------------------------------------------------------------------------------------------


def venue_measures(divide, pooled: Measure) -> list[Measure]:
    """The measure of each venue of a pooled slice."""
    counts = divide.counts
    members = counts.members(pooled.part, pooled.venue_set)
    return [
        replace(pooled, part=Slice("venue", venue.key, venue.name))
        for venue, member in zip(counts.venues, members, strict=True)
        if member
    ]


def directed(figures: list[Figure], by: str) -> list[Figure]:
    sign = 1 if by == "rise" else -1
    moved = [figure for figure in figures if sign * figure.value > 0]
    ordered = sorted(moved, key=lambda figure: (-sign * figure.value, figure.id))
    return numbered([selected(figure) for figure in ordered], [sign * figure.value for figure in ordered])


def selected(figure: Figure) -> Figure:
    """Say beside a change that it was picked for being large."""
    return replace(figure, caveats_ja=(SELECTED, *figure.caveats_ja))


def numbered(figures: list[Figure], values: list[float]) -> list[Figure]:
    """Add rank and field size; `values` are those of everyone compared, highest first."""
    return [
        replace(figure, parts={**figure.parts, "rank": values.index(value) + 1, "of": len(values)})
        for figure, value in zip(figures, values, strict=False)
    ]
