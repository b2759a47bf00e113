"""Measures of papers → charts: years, before and after, rankings, and the ways of computing a headline figure."""

import re
from collections.abc import Iterable, Sequence

from analytics.charts.spec import Chart, Series
from analytics.divide.measures import Divide, Measure
from analytics.divide.metrics import GROUP_PAPERS, MEMBER_LABELS, VARIANT_LABELS
from analytics.divide.periods import period_key, period_label
from analytics.divide.robustness import CHECK_LABELS
from analytics.divide.store import MAIN_LAST
from analytics.errors import BadInput, NotInData
from analytics.figure import Figure, display_value

# Words of a caveat that make a year's value provisional.
PROVISIONAL = ("参考値", "収録は途中")
# The parameter at the beginning of a metric's label.
PARAMETER = re.compile(r"^(QS)?\{\w+\}位?[ので]")
RANGE_NOTE = f"「{CHECK_LABELS['leave_one_out']}」のひげは95%区間ではなく、会議を1つずつ除いて計算し直した値の範囲です"


def line_chart(divide: Divide, measures: Sequence[Measure], years: Sequence[int] | None = None, compare: bool = True) -> Chart:
    """Yearly values of one measure or several, with 参考値 marked. A single venue or field is drawn beside its area.

    Raises NotInData when no measure has a value in `years` (default: every year of the data).
    """
    years = tuple(years or divide.counts.years)
    head = measures[0]
    muted = [divide.measure(head.metric.name, area="ai", variant=head.variant, **head.parameter)] if compare else []
    muted = [other for other in muted if len(measures) == 1 and head.part.kind != "area" and other.columns()[0]]
    found = [divide.series(measure, years)[0] for measure in measures]
    shown = [figure for figures in found for figure in figures]
    first, last = (pick(figure.slice["years"][0] for figure in shown) for pick in (min, max))
    axis = tuple(range(first, last + 1))
    found += [divide.series(measure, axis)[0] for measure in muted]
    names = series_names([*measures, *muted])
    series = tuple(
        year_series(name, figures, axis, muted=number >= len(measures)) for number, (name, figures) in enumerate(zip(names, found, strict=True))
    )
    where = f"（{place(head)}）" if len({place(measure) for measure in measures}) == 1 else ""
    key = "+".join(measure.name for measure in measures)
    late = tuple(number for number, year in enumerate(axis) if year > MAIN_LAST)
    return Chart(
        ".".join(["line", key, head.part.key, *([head.variant] if head.variant else [])]), "line", f"{line_title(measures)}{where}の推移",
        shared_unit(shown), tuple(f"{year}年" for year in axis), series, shown[0].source.citation,
        line_notes(measures, found), late,
    )  # fmt: skip


def shared_unit(figures: Iterable[Figure]) -> str:
    """The figures' unit. Raises ValueError when they differ: one axis cannot hold both."""
    units = {figure.unit for figure in figures}
    if len(units) > 1:
        shown = "、".join(sorted(unit or "単位なし" for unit in units))
        raise BadInput(f"a chart has one axis, but the figures are in {sorted(units)}", "chart_units", units=shown)
    return units.pop()


def year_series(name: str, figures: Sequence[Figure], axis: Sequence[int], muted: bool = False) -> Series:
    by_year = {figure.slice["years"][0]: figure for figure in figures}
    rows = [by_year.get(year) for year in axis]
    return series_of(name, rows, muted)


def series_of(name: str, figures: Sequence[Figure | None], muted: bool = False) -> Series:
    """A series of figures, None where there is none; with the intervals when at least one figure has one."""
    values, low, high = (
        tuple(None if figure is None else getattr(figure, part) for figure in figures) for part in ("value", "low", "high")
    )
    known = any(bound is not None for bound in low)
    return Series(name, values, low if known else (), high if known else (), muted)


def line_notes(measures: Sequence[Measure], found: list[list[Figure]]) -> tuple[str, ...]:
    """Definition, where all series share it, and why years are 参考値."""
    definition = found[0][0].definition_ja
    late = [figure for figures in found for figure in figures if figure.slice["years"][0] > MAIN_LAST]
    return (*([definition] if len({one.name for one in measures}) == 1 else []), *provisional_notes(late))


def place(measure: Measure) -> str:
    return "・".join([measure.part.label_ja, *([VARIANT_LABELS[measure.variant]] if measure.variant else [])])


def line_title(measures: Sequence[Measure]) -> str:
    """The measure's name; of one metric for several groups, its name without the group; of several metrics, all of them."""
    labels = list(dict.fromkeys(measure.text(measure.metric.label_ja) for measure in measures))
    if len({measure.metric.name for measure in measures}) == 1 and len(labels) > 1:
        return PARAMETER.sub("", measures[0].metric.label_ja)
    return "と".join(labels)


def series_names(measures: Sequence[Measure]) -> list[str]:
    """What tells the series apart: the measure or its parameter, the place, or both."""
    same = len({measure.metric.name for measure in measures}) == 1
    names = [parameter_label(measure) if same else measure.text(measure.metric.label_ja) for measure in measures]
    places = [place(measure) for measure in measures]
    if len(set(names)) == 1:
        return places
    return names if len(set(places)) == 1 else [f"{name}（{where}）" for name, where in zip(names, places, strict=True)]


def parameter_label(measure: Measure) -> str:
    """The group, band, country or institution in words; empty for a metric without one."""
    if measure.metric.option == "group":
        return GROUP_PAPERS[measure.group or measure.metric.default][0]
    return MEMBER_LABELS[f"tier_{measure.tier}"] if measure.tier else measure.subject_ja


def before_after_chart(divide: Divide, measure: Measure, periods: tuple[tuple[int, ...], tuple[int, ...]]) -> Chart:
    """Both periods of the measure and, as a comparison, of the non-AI venues; the change and the DiD are told in a note."""
    change = divide.change(measure, *periods)
    rows, notes = [(measure, False)], [f"{change.definition_ja}。変化は{shown(change)}"]
    if measure.part.to_dict() not in ({"area": "non_ai"}, {"area": "all"}) and measure.part.kind != "venue":
        try:
            did = divide.did(measure, *periods)
            rows.append((divide.measure(measure.metric.name, area="non_ai", variant=measure.variant, **measure.parameter), True))
            notes.append(f"他の会議の変化を差し引いた差の差（DiD）は{shown(did)}")
        except NotInData:
            rows = rows[:1]  # the other venues have no value in one of the periods: nothing to compare with
    series = tuple(series_of(place(one), [divide.share(one, years) for years in periods], muted) for one, muted in rows)
    name = ".".join(["before_after", measure.name, measure.part.key, "_".join(map(period_key, periods))])
    return Chart(
        ".".join([name, *([measure.variant] if measure.variant else [])]), "before_after",
        f"{measure.text(measure.metric.label_ja)}の前と後（{place(measure)}）", measure.metric.unit,
        tuple(period_label(years) for years in periods), series, change.source.citation, tuple(notes),
    )  # fmt: skip


def shown(figure: Figure) -> str:
    """「+8.9ポイント（95%区間 +5.2〜+11.6ポイント）」."""
    if figure.low is None:
        return figure.display
    low, high = (display_value(bound, figure.unit, signed=True) for bound in (figure.low, figure.high))
    return f"{figure.display}（95%区間 {low.removesuffix(figure.unit)}〜{high}）"


def ranking_chart(name: str, figures: Sequence[Figure], title: str) -> Chart:
    """Figures that carry parts["rank"], as a ranking."""
    labels = tuple(f"{figure.parts['rank']}位　{subject(figure)}" for figure in figures)
    late = tuple(range(len(figures))) if figures[0].slice["years"][-1] > MAIN_LAST else ()
    return Chart(
        name, "ranking", title, figures[0].unit, labels, (series_of(title, figures),), figures[0].source.citation,
        provisional_notes(figures), late,
    )  # fmt: skip


def subject(figure: Figure) -> str:
    """What a ranked figure is about: the part of the label that differs within its ranking."""
    label, inside = figure.label_ja.rpartition("（")[::2]
    if "venue" in figure.slice:
        return inside.split("・")[0]
    for end in ("の変化", "の論文の割合", "の論文数", "の機関の参加率", "の参加率"):
        label = label.removesuffix(end)
    return label


def provisional_notes(figures: Iterable[Figure]) -> tuple[str, ...]:
    """The first reason why some of the values are provisional."""
    found = [caveat for figure in figures for caveat in figure.caveats_ja if any(word in caveat for word in PROVISIONAL)]
    return tuple(dict.fromkeys(found))[:1]


def robustness_chart(divide: Divide, headline: str) -> Chart:
    """The headline figure and every other way of computing it."""
    figures = [figure for figure in divide.robustness() if figure.parts["headline"] == headline]
    head = figures[0]
    labels = tuple(CHECK_LABELS[figure.slice["check"]] for figure in figures)
    return Chart(
        f"bar.robustness.{headline}", "bar", f"{head.label_ja}: 別の数え方との比べ", head.unit, labels, (series_of(head.label_ja, figures),),
        head.source.citation, (head.definition_ja, RANGE_NOTE), highlight=0,
    )  # fmt: skip


def common_words(heads: Sequence[str]) -> str:
    """The shared beginning and end of labels that differ in the middle: 「…の題名に多い語」."""
    start = 0
    while all(len(head) > start and head[start] == heads[0][start] for head in heads):
        start += 1
    end = 0
    while all(len(head) > start + end and head[-1 - end] == heads[0][-1 - end] for head in heads):
        end += 1
    first, last = heads[0][:start], heads[0][len(heads[0]) - end :]
    return f"{first.rstrip('「QS')}{last.lstrip('」')}"
