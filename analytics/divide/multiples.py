"""One measure as a multiple of another one in the same years, and a group's papers as a part of those of the wider group that holds it."""

from analytics.divide.measure import Measure
from analytics.divide.metrics import VARIANT_LABELS
from analytics.divide.periods import period_key
from analytics.errors import BadInput, NotInData
from analytics.figure import PERCENT, Figure

TIMES, WITHIN = "_times", "_within"
# Every paper counted by the metric is counted by those that it is mapped to, of the same base.
HELD_BY = {"big_tech_share": ("firm_share",), "firm_only_share": ("firm_share",), "firm_university_share": ("firm_share", "university_share"), "firm_elite_share": ("firm_university_share", "firm_share", "university_share"), "firm_non_elite_share": ("firm_university_share", "firm_share", "university_share"), "university_only_share": ("university_share",), "japan_firm_share": ("japan_share", "firm_share"), "japan_university_share": ("japan_share", "university_share"), "tier_share": ("university_share",), "non_elite_share": ("university_share",)}  # fmt: skip
# The same of an institution, by its sector.
OF_SECTOR = {"firm": ("firm_share",), "university": ("university_share",)}


def holds(whole: Measure, part: Measure) -> bool:
    """Whether every paper that `part` counts is one of those that `whole` counts: one place, counted alike, and the group is a part of the other."""
    wider = HELD_BY.get(part.metric.name, OF_SECTOR.get(part.sector, ()))
    return (whole.part, whole.variant, whole.columns()[1]) == (part.part, part.variant, part.columns()[1]) and whole.metric.name in wider


def times(divide, first: Measure, second: Measure, years: tuple[int, ...]) -> Figure:
    """The larger of both values ÷ the smaller one, over the same `years`, in 倍; `parts` holds the ids of both levels (`more`, `less`).

    Raises NotInData when one has no value or the smaller one is 0, BadInput when both are shares of different things."""
    if first == second or (first.metric.unit, first.columns()[1], first.metric.kind, first.variant) != (second.metric.unit, second.columns()[1], second.metric.kind, second.variant):
        raise BadInput("both must be different measures in one unit, of the same base and counted alike", "gap_apart")
    more, less = sorted((first, second), key=lambda measure: -divide.share(measure, years).value)
    high, low = divide.share(more, years), divide.share(less, years)
    if low.value == 0:
        raise NotInData("zero_base", years=years, part=less.part.label_ja)
    return built(more, less, (high, low), TIMES, high.value / low.value, "倍", "の倍率", "大きいほうの値÷小さいほうの値。")


def within(divide, whole: Measure, part: Measure, years: tuple[int, ...]) -> Figure:
    """`part` in percent of `whole`, whose papers hold all of its own; `parts` as in `times`. Raises NotInData for no value, BadInput for any other pair."""
    if not holds(whole, part):
        raise BadInput("the first measure must count every paper of the second one", "gap_apart")
    high, low = divide.share(whole, years), divide.share(part, years)
    if high.value == 0:
        raise NotInData("zero_base", years=years, part=whole.part.label_ja)
    return built(whole, part, (high, low), WITHIN, 100 * low.value / high.value, PERCENT, "に占める割合", "含まれるほうの論文÷含むほうの論文。")


def built(more: Measure, less: Measure, levels: tuple[Figure, Figure], suffix: str, value: float, unit: str, words: str, method: str) -> Figure:
    high, low = levels
    names = [side.label_ja.rpartition("（")[0] for side in levels]
    label = names[0] if names[0] == names[1] else "と".join(names)
    where = more.part.label_ja if more.part == less.part else f"{more.part.label_ja}と{less.part.label_ja}"
    variant = [VARIANT_LABELS[more.variant]] if more.variant else []
    years = period_key(tuple(high.slice["years"]))
    return Figure(
        id=".".join([more.name + suffix, more.part.key, less.name, less.part.key, years, *([more.variant] if more.variant else [])]), metric=more.metric.name + suffix,
        label_ja=f"{label}{words}（{'・'.join([where, high.period, *variant])}）", value=value, unit=unit, period=high.period,
        slice={**high.slice, "against": {**less.part.to_dict(), **less.parameter}}, n=high.n, definition_ja=high.definition_ja, method_ja=f"{method}区間は計算していない",
        source=high.source, caveats_ja=tuple(dict.fromkeys((*high.caveats_ja, *low.caveats_ja))), parts={"more": high.id, "less": low.id},
    )  # fmt: skip
