"""How far the institutions' credit is concentrated: share of the top k, Herfindahl-Hirschman index, Gini coefficient.

Credit is fractional (each author with a known sector carries 1/n of the paper) and is summed by institution over the
slice. Credit of strings without a resolved institution is left out, so shares add up to 100 over the institutions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
import pandas as pd

from analytics.divide.metrics import METRICS
from analytics.divide.periods import AFTER, BEFORE, period_key
from analytics.divide.store import MAIN_FIRST, MAIN_LAST, Counts, Slice
from analytics.divide.uncertainty import DRAWS, Interval, normal_interval, venue_weights
from analytics.errors import NotInData
from analytics.figure import Figure

NAMES = tuple(name for name, metric in METRICS.items() if metric.kind == "concentration")
MAIN = tuple(range(MAIN_FIRST, MAIN_LAST + 1))
# Draws are handled in blocks: one block of all venues × 10,000 institutions stays below 20 MB.
BLOCK = 250


def concentration(credit: np.ndarray) -> dict[str, np.ndarray]:
    """All measures along the last axis of `credit` (…, institutions), zeros meaning absent.

    top<k>_share: 100 × credit of the k largest / all. hhi: Σ (100 × credit / all)², 0–10000. gini: over institutions with
    credit, Σ (2i − m − 1) x_i / (m Σ x) for x ascending (Sen 1973). All are NaN where nothing has credit.
    """
    ranked = np.sort(credit, axis=-1)
    size = ranked.shape[-1]
    total, present = ranked.sum(axis=-1), np.count_nonzero(ranked, axis=-1)
    empty = total == 0
    safe, members = np.where(empty, np.nan, total), np.where(empty, np.nan, present)
    found = {}
    for name in NAMES:
        if name.startswith("top"):
            k = int(name.removeprefix("top").removesuffix("_share"))
            found[name] = 100 * ranked[..., max(size - k, 0) :].sum(axis=-1) / safe
    found["hhi"] = 1e4 * np.square(ranked).sum(axis=-1) / safe**2
    # Ranks among institutions with credit: position i of all is rank i − (size − present); zeros add nothing.
    ranks = ranked @ np.arange(1.0, size + 1) - (size - present) * total
    found["gini"] = (2 * ranks - (members + 1) * total) / (members * safe)
    return found


def level(divide, measure, years: tuple[int, ...]) -> Figure:
    """The concentration of a slice over `years`. Raises NotInData when no institution has credit there."""
    found = divide.pool_of(measure.part, measure.venue_set, years)
    value, unresolved = found.values[measure.metric.name], 100 * (1 - found.credit / found.known)
    return divide.figure(
        measure, "", (years,), value, measure.metric.unit, n=found.known,
        interval=interval(divide, measure, "", (years,), value),
        parts={"institutions": found.institutions, "credit": found.credit, "unresolved_percent": unresolved},
        extra_caveats=(f"機関を特定できない著者の貢献（{unresolved:.1f}%）は除いて計算しています",),
    )  # fmt: skip


@dataclass(frozen=True)
class Pooled:
    """Every measure of a slice over a period by name, the known papers, and the institutions with credit and its sum."""

    values: dict[str, float]
    known: float
    institutions: int
    credit: float


def pool(counts: Counts, part: Slice, venue_set: str | None, years: tuple[int, ...]) -> Pooled:
    """Raises NotInData when no institution has credit there."""
    mask = counts.mask(part, years, venue_set)
    credit = counts.institutions.totals(mask, "f")
    credit = credit[credit > 0]
    if not credit.size:
        raise NotInData("empty", years=years, part=part.label_ja)
    values = {name: float(value) for name, value in concentration(credit).items()}
    return Pooled(values, float(counts.columns["known"][mask].sum()), len(credit), float(credit.sum()))


def interval(divide, measure, suffix: str, periods: tuple[tuple[int, ...], ...], value: float) -> Interval:
    """value ± 1.96 bootstrap standard errors: those computed at build time, or now for any other slice.

    A slice with fewer than five venues has none: there is nothing to draw again.
    """
    if divide.clusters(measure, *periods) < divide.min_clusters:
        return Interval()
    stored = (measure.metric.name + suffix, measure.part.key, periods_key(periods))
    if measure.venue_set is None and stored in divide.counts.standard_errors:
        return normal_interval(value, divide.counts.standard_errors[stored])
    errors = divide.errors_of(measure.part, measure.venue_set, suffix, periods)
    return normal_interval(value, errors[measure.metric.name])


def periods_key(periods: tuple[tuple[int, ...], ...]) -> str:
    return "_".join(period_key(years) for years in periods)


def standard_errors(counts: Counts, part: Slice, venue_set: str | None, suffix: str, periods: tuple) -> dict[str, float]:
    """Bootstrap standard error of every measure: of the level (suffix ""), the change, or the difference-in-differences."""
    return spread(draws_of(lambda *key: draws(counts, *key), counts, part, venue_set, suffix, periods))


def draws_of(draw, counts: Counts, part: Slice, venue_set: str | None, suffix: str, periods: tuple) -> dict[str, np.ndarray]:
    """Combine the draws of the periods as the figure does; the same venues are drawn for both periods of a slice."""
    if suffix == "":
        return draw(part, venue_set, periods[0], 0)
    first, last = (draw(part, venue_set, years, 0) for years in periods)
    change = {name: last[name] - first[name] for name in NAMES}
    if suffix == "_change":
        return change
    first, last = (draw(counts.slice("non_ai"), venue_set, years, 1) for years in periods)
    return {name: change[name] - (last[name] - first[name]) for name in NAMES}


def spread(found: dict[str, np.ndarray]) -> dict[str, float]:
    """Standard deviation over the draws that hold papers, rounded so that a rebuild is identical on any machine."""
    return {name: round(float(np.nanstd(found[name], ddof=1)), 7) for name in NAMES}


def draws(counts: Counts, part: Slice, venue_set: str | None, years: tuple[int, ...], stratum: int) -> dict[str, np.ndarray]:
    """Every measure under each drawing of the slice's venues: name → (draws,)."""
    mask = counts.mask(part, years, venue_set)
    members = counts.members(part, venue_set)
    credit = counts.institutions.by_venue(mask, "f")
    weights = venue_weights(int(members.sum()), stratum, DRAWS)[:, mask.any(axis=1)[members]]
    blocks = [concentration(weights[start : start + BLOCK] @ credit) for start in range(0, len(weights), BLOCK)]
    return {name: np.concatenate([block[name] for block in blocks]) for name in NAMES}


def build_errors(divide) -> pd.DataFrame:
    """Standard errors of the figures that are asked for often: metric (with suffix), slice, periods, error.

    Areas and fields of at least five venues: every year, the main window, before and after, and the changes between them
    and between any two years of the main window.
    """
    counts = divide.counts
    rows = []
    draw = lru_cache(maxsize=None)(lambda *key: draws(counts, *key))
    for part in build_parts(counts):
        for suffix, periods in build_periods(counts, part):
            measure = divide.measure(NAMES[0], **part.to_dict())
            if divide.clusters(measure, *periods) < divide.min_clusters:
                continue
            for name, error in spread(draws_of(draw, counts, part, None, suffix, periods)).items():
                rows.append((name + suffix, part.key, periods_key(periods), error))
    return pd.DataFrame(rows, columns=["metric", "slice", "periods", "error"])


def build_parts(counts: Counts) -> Iterator[Slice]:
    yield from (counts.slice(area=area) for area in ("ai", "non_ai", "all"))
    yield from (counts.slice(field=field) for field in sorted({venue.field for venue in counts.venues}))


def build_periods(counts: Counts, part: Slice) -> Iterator[tuple[str, tuple[tuple[int, ...], ...]]]:
    """(suffix, periods) of the figures that are asked for often, as far as the data reach."""
    has = counts.years_with_data(part)

    def held(years: tuple[int, ...]) -> bool:
        return set(years) <= set(counts.years) and bool(set(years) & set(has))

    yield from (("", ((year,),)) for year in has)
    yield from (("", (years,)) for years in (MAIN, BEFORE, AFTER) if held(years))
    pairs = [*(((first,), (last,)) for first, last in combinations(MAIN, 2)), (BEFORE, AFTER)]
    changes = [pair for pair in pairs if held(pair[0]) and held(pair[1])]
    yield from (("_change", pair) for pair in changes)
    if part.to_dict() not in ({"area": "non_ai"}, {"area": "all"}):
        yield from (("_did", pair) for pair in changes)
