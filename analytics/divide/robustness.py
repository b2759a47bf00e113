"""The headline figures under every other reasonable way of computing them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from analytics.divide.measure import Measure, fitting_variant
from analytics.divide.metrics import Metric
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import BadInput
from analytics.figure import Figure

HEADLINES = (
    ("firm_share", {}), ("firm_only_share", {}), ("big_tech_share", {}), ("tier_share", {"tier": "1-50"}),
    ("tier_share", {"tier": "301-500"}),
)  # fmt: skip
STATISTICS = ("level", "change", "did")
VARIANTS = ("fractional", "fixed", "csrankings", "unknown_all", "unknown_none")
LATER_BREAK = 2013
CHECKS = ("base", *VARIANTS, "break_2013", "leave_one_out")
CHECK_LABELS = {
    "base": "基準", "fractional": "著者数で按分", "fixed": "毎年そろう会議だけ", "csrankings": "CSRankings対象だけ",
    "unknown_all": "不明はすべて該当", "unknown_none": "不明はすべて非該当", "break_2013": f"区切りを{LATER_BREAK}年に",
    "leave_one_out": "会議を1つずつ除く",
}  # fmt: skip


def robustness(divide) -> list[Figure]:
    """Headline figures (AI area) by check: level in the last main year, change since the first, difference-in-differences.

    Each figure says its check in `slice["check"]` and the id of the figure it varies in `parts["headline"]`. The break in
    2013 concerns only the difference-in-differences. A `leave_one_out` figure repeats the headline value; its low and high
    are the range found without one venue at a time, not a 95 % interval.
    """
    return [
        figure
        for metric, given in HEADLINES
        for statistic in STATISTICS
        for figure in headline_checks(divide, divide.measure(metric, area="ai", **given), statistic)
    ]


def headline_checks(divide, measure: Measure, statistic: str) -> Iterator[Figure]:
    """The statistic in every way of counting that the metric has: concentration and citations are not shared among authors, nor have bounds."""
    compute = COMPUTE[statistic]
    base = compute(divide, measure)
    yield checked(base, "base", base)
    for variant in filter(partial(has_variant, measure.metric), VARIANTS):
        yield checked(compute(divide, replace(measure, variant=variant)), variant, base)
    if statistic == "did":
        before = tuple(range(BEFORE[0], LATER_BREAK))
        yield checked(divide.did(measure, before, tuple(range(LATER_BREAK, AFTER[-1] + 1))), "break_2013", base)
    if measure.metric.kind != "concentration":  # not a share that can be summed anew without a venue
        yield leave_one_out(divide, measure, statistic, base)


def has_variant(metric: Metric, variant: str) -> bool:
    try:
        return fitting_variant(metric, variant) == variant
    except BadInput:
        return False


COMPUTE: dict[str, Callable[..., Figure]] = {
    "level": lambda divide, measure: divide.share(measure, (MAIN_LAST,)),
    "change": lambda divide, measure: divide.change(measure, (MAIN_FIRST,), (MAIN_LAST,)),
    "did": lambda divide, measure: divide.did(measure),
}


def checked(figure: Figure, check: str, base: Figure) -> Figure:
    return replace(figure, slice={**figure.slice, "check": check}, parts={**figure.parts, "headline": base.id})


def leave_one_out(divide, measure: Measure, statistic: str, base: Figure) -> Figure:
    """The range of the headline value when one venue (AI, or non-AI for the did) at a time is left out."""
    found = sorted(without_each(divide, measure, statistic))
    (low, low_venue), (high, high_venue) = found[0], found[-1]
    return replace(
        checked(base, "leave_one_out", base),
        id=f"{base.id}.leave_one_out",
        label_ja=f"{base.label_ja.removesuffix('）')}・会議を1つずつ除いた範囲）",
        low=low,
        high=high,
        method_ja=f"{base.method_ja}。ただし下限と上限は95%区間ではなく、会議を1つずつ除いて計算し直した値の最小と最大",
        parts={**base.parts, "headline": base.id, "low_without": low_venue, "high_without": high_venue, "venues": len(found)},
    )


def without_each(divide, measure: Measure, statistic: str) -> list[tuple[float, str]]:
    """(value, venue left out) for every venue with data in the headline's years."""
    if statistic != "did":
        periods = ((MAIN_LAST,),) if statistic == "level" else ((MAIN_FIRST,), (MAIN_LAST,))
        return list(zip(*left_out(divide, measure, periods), strict=True))
    control = replace(measure, part=divide.counts.slice("non_ai"))
    change, untreated = whole(divide, measure, (BEFORE, AFTER)), whole(divide, control, (BEFORE, AFTER))
    values, venues = left_out(divide, measure, (BEFORE, AFTER))
    control_values, control_venues = left_out(divide, control, (BEFORE, AFTER))
    differences = [value - untreated for value in values] + [change - value for value in control_values]
    return list(zip(differences, [*venues, *control_venues], strict=True))


def whole(divide, measure: Measure, periods: tuple[tuple[int, ...], ...]) -> float:
    """The share of the only period, or the last share minus the first, in percent and points."""
    shares = [100 * top.sum() / bottom.sum() for top, bottom in (divide.sums(measure, years) for years in periods)]
    return float(shares[-1] - (shares[0] if len(shares) > 1 else 0.0))


def left_out(divide, measure: Measure, periods: tuple[tuple[int, ...], ...]) -> tuple[list[float], list[str]]:
    """`whole` without each venue that has papers in one of the periods, and those venues' names."""
    sums = [divide.sums(measure, years) for years in periods]
    present = sum(bottom for _, bottom in sums) > 0
    shares = [100 * (top.sum() - top[present]) / (bottom.sum() - bottom[present]) for top, bottom in sums]
    members = divide.counts.members(measure.part, measure.venue_set).nonzero()[0][present]
    values = shares[-1] - (shares[0] if len(shares) > 1 else 0.0)
    return values.tolist(), [divide.counts.venues[number].name for number in members]
