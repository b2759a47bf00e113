"""The difference of two measures in the same years (two places, or two metrics of one place), with a 95 % interval."""

from math import sqrt

import numpy as np

from analytics.divide import caveats
from analytics.divide.measure import Measure
from analytics.divide.metrics import VARIANT_LABELS
from analytics.divide.periods import period_key
from analytics.divide.uncertainty import DRAWS, Z95, Interval, percentile_interval, share_draws, venue_weights, wilson
from analytics.errors import BadInput
from analytics.figure import PERCENT, POINTS, Figure

SUFFIX = "_gap"


def gap(divide, first: Measure, second: Measure, years: tuple[int, ...]) -> Figure:
    """The larger of both values − the smaller one, over the same `years`; points where they are percent.

    `slice` is that of the larger one, `parts` holds the ids of both levels (`more`, `less`), `slice["against"]` where the smaller one was
    measured. Raises NotInData with the reason when one of them has no value, BadInput when both are shares of different things.
    """
    years = tuple(sorted(set(years)))
    if first == second or (first.metric.unit, first.columns()[1], first.metric.kind, first.variant) != (second.metric.unit, second.columns()[1], second.metric.kind, second.variant):
        raise BadInput("both must be different measures in one unit, of the same base and counted alike", "gap_apart")
    if first.metric.kind == "concentration" and first.metric != second.metric:
        raise BadInput("two measures of concentration have no difference", "gap_apart")
    levels = {measure: divide.share(measure, years) for measure in (first, second)}
    more, less = (first, second) if levels[first].value >= levels[second].value else (second, first)
    high, low = levels[more], levels[less]
    found = interval(divide, (more, less), (high, low), years)
    together = more.part == less.part
    names = [side.label_ja.rpartition("（")[0] for side in (high, low)]
    label = names[0] if names[0] == names[1] else "と".join(names)
    where = more.part.label_ja if together else f"{more.part.label_ja}と{less.part.label_ja}"
    period = high.period if high.period == low.period else f"{high.period}と{low.period}"
    variant = [VARIANT_LABELS[more.variant]] if more.variant else []
    key = ".".join([more.name + SUFFIX, more.part.key, less.name, less.part.key, period_key(years), *([more.variant] if more.variant else [])])
    return Figure(
        id=key, metric=more.metric.name + SUFFIX, label_ja=f"{label}の差（{'・'.join([where, period, *variant])}）",
        value=high.value - low.value, unit=POINTS if more.metric.unit == PERCENT else more.metric.unit, period=period,
        slice={**high.slice, "against": {**less.part.to_dict(), **less.parameter}}, n=high.n if together else high.n + low.n,
        definition_ja=high.definition_ja, method_ja=f"{high.method_ja.rpartition('。')[0] if high.low is not None else high.method_ja}。大きいほうの値−小さいほうの値。{caveats.INTERVALS[found.how]}",
        source=high.source, low=found.low, high=found.high, caveats_ja=tuple(dict.fromkeys((*high.caveats_ja, *low.caveats_ja))),
        parts={"more": high.id, "less": low.id},
    )  # fmt: skip


def interval(divide, measures: tuple[Measure, Measure], levels: tuple[Figure, Figure], years: tuple[int, ...]) -> Interval:
    """From the venues drawn again where both parts have enough of them (the same draws for one part), else from the papers."""
    if measures[0].metric.kind == "concentration":
        return of_concentration(levels)
    enough = [divide.clusters(measure, years) >= divide.min_clusters for measure in measures]
    sums = [divide.sums(measure, years) for measure in measures]
    together = measures[0].part == measures[1].part
    if all(enough):
        draws = [share_draws(*sums[side], venue_weights(len(sums[side][0]), 0 if together else side, DRAWS)) for side in (0, 1)]
        return Interval(*percentile_interval(draws[0] - draws[1]), "venues")
    if measures[0].metric.base == "citations":
        return Interval()
    sides = [side_interval(*sums[side], enough[side], side) for side in (0, 1)]
    shares = [float(top.sum() / bottom.sum()) for top, bottom in sums]
    how = "overlap" if together else "mixed" if any(enough) else "papers"
    return Interval(*joined(shares, sides, least_overlap(*shares) if together else 0.0), how)


def side_interval(top: np.ndarray, bottom: np.ndarray, resampled: bool, stratum: int) -> tuple[float, float]:
    """The 95 % interval of one share, in 0..1: venues drawn again, or Wilson's for the papers."""
    if not resampled:
        return wilson(float(top.sum() / bottom.sum()), float(bottom.sum()))
    low, high = percentile_interval(share_draws(top, bottom, venue_weights(len(top), stratum, DRAWS)))
    return low / 100, high / 100


def joined(shares: list[float], sides: list[tuple[float, float]], correlation: float) -> tuple[float, float]:
    """Interval of shares[0] − shares[1] in points from the intervals of both (Newcombe 1998; Zou & Donner 2008 for any two intervals)."""
    (low_a, high_a), (low_b, high_b) = sides
    difference = shares[0] - shares[1]
    below, above = (shares[0] - low_a, high_b - shares[1]), (high_a - shares[0], shares[1] - low_b)
    reach = [sqrt(max(0.0, a * a + b * b - 2 * correlation * a * b)) for a, b in (below, above)]
    return 100 * (difference - reach[0]), 100 * (difference + reach[1])


def least_overlap(first: float, second: float) -> float:
    """The correlation of two marks on the same papers when as few papers as possible have both: the interval is then widest."""
    spread = sqrt(first * (1 - first) * second * (1 - second))
    return (max(0.0, first + second - 1) - first * second) / spread if spread else 0.0


def of_concentration(levels: tuple[Figure, Figure]) -> Interval:
    """From the standard errors behind both intervals; none where one level has none."""
    if any(level.low is None for level in levels):
        return Interval()
    error = sqrt(sum(((level.high - level.low) / (2 * Z95)) ** 2 for level in levels))
    value = levels[0].value - levels[1].value
    return Interval(value - Z95 * error, value + Z95 * error, "errors")
