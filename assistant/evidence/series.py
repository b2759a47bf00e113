"""Figures over time: the yearly series with its ends, and two years or periods compared. `data` is the DataEvidence that asks."""

import re

import prompts
from analytics import Figure, NotInData
from analytics.divide.measures import Measure
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.rises import onset
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import BadInput
from analytics.messages import year_list
from assistant.evidence.collector import Collector
from assistant.evidence.gathered import AI, NON_AI, Gathered
from assistant.models import Question
from assistant.understand.cues.differences import GAP_MOVED
from assistant.understand.cues.stated import asked_limit

EVERY_YEAR = re.compile(r"全部|各年|一覧|毎年の|年ごと|すべての年|全ての年|年別")
BELOW = re.compile(r"下回|割[っりる](?!合)|割り込|切[っる]|未満|以下")
MAX_CHART_SERIES = 6
MAX_SIDE_BY_SIDE = 3


def gap_moved(data, question: Question, measures: list[Measure], box: Collector) -> Gathered | None:
    """How far two things were apart in the first and in the last year that both have; None where they have no two years, or no difference."""
    first, last = ends(question)
    years = [year for year in within(data, measures[0], first, min(last, MAIN_LAST)) if year in within(data, measures[1], first, last)]
    if len(years) < 2:
        return None
    try:
        figures = [data.divide.gap(*measures, (year,)) for year in (years[0], years[-1])]
    except BadInput:
        return None
    for role, year, figure in zip(("gap_first", "gap_last"), (years[0], years[-1]), figures, strict=True):
        box.figure(figure, role)
        for measure in measures:
            box.figure(data.divide.share(measure, (year,)), f"{role}_ends")
    return Gathered(box.evidence(data.lines(measures, years[0], years[-1])))


def trend(data, question: Question, box: Collector) -> Gathered:
    measures, told, drawn = data.measures(question), [], {}
    if len(measures) == 2 and GAP_MOVED.search(question.text) and (apart := gap_moved(data, question, measures, box)) is not None:
        return apart
    first, last = ends(question)
    if len(question.years) == 1 and not any(question.years[0] in data.divide.available(measure) for measure in measures):
        raise NotInData("no_papers", part=measures[0].part.label_ja, year=question.years[0], years=question.years, available=data.divide.available(measures[0]))
    if len(measures) > 1 and question.span and (short := [each for each in measures if len(within(data, each, first, last)) < 2]):
        if len(short) == len(measures) or last - first < 4:
            return nearest_years(data, measures, first, last, box)
        measures = [measure for measure in measures if measure not in short]
        told = [prompts.render("notes", "lacks_year", place=each.part.label_ja, years=f"{first}〜{last}年") for each in short]
    for measure in measures:
        series, _ = data.divide.series(measure, range(first, last + 1))
        if len(series) < 2:
            raise NotInData("no_papers", part=measure.part.label_ja, year=first, years=(first, last), available=data.divide.available(measure))
        drawn[measure] = series
        start, end = series[0].slice["years"], series[-1].slice["years"]
        box.figure(series[0], "first")
        box.figure(series[-1], "last")
        box.figure(data.divide.change(measure, start, end), "change")
        if (question.style == "table" or EVERY_YEAR.search(question.text)) and len(measures) == 1:
            for figure in series:
                box.figure(figure, "each")
        if len(measures) == 1:
            trend_details(data, question, measure, series, box)
    shown = measures if len(measures) > 1 else [measures[0], *([other] if (other := data.contrast(measures[0])) else [])]
    readings = missing_years(data, measures[0], first, last) if len(measures) == 1 else ()
    return Gathered(box.evidence(data.lines(shown, first, last, drawn)), (*told, *readings))


def within(data, measure: Measure, first: int, last: int) -> list[int]:
    """Years of a range with a figure."""
    return [year for year in data.divide.available(measure) if first <= year <= last]


def nearest_years(data, measures: list[Measure], first: int, last: int, box: Collector) -> Gathered:
    """Conferences in a short range that some of them meet in only once: each in its last year of the range. Raises NotInData for none."""
    told = []
    for measure in measures:
        years = within(data, measure, first, last)
        if years:
            box.figure(data.divide.share(measure, years[-1:]), "main")
        else:
            told.append(prompts.render("notes", "lacks_year", place=measure.part.label_ja, years=f"{first}〜{last}年"))
    if not box.items:
        data.divide.share(measures[0], (last,))
    return Gathered(box.evidence(data.lines(measures, MAIN_FIRST, MAIN_LAST)), (prompts.render("notes", "own_years"), *told))


def ends(question: Question) -> tuple[int, int]:
    if len(question.years) >= 2:
        return min(question.years), max(question.years)
    if len(question.years) == 1:
        year = question.years[0]
        return (MAIN_FIRST, year) if year > MAIN_FIRST else (year, MAIN_LAST)
    return MAIN_FIRST, MAIN_LAST


def trend_details(data, question: Question, measure: Measure, series: list[Figure], box: Collector) -> None:
    settled = [figure for figure in series if figure.slice["years"][0] <= MAIN_LAST] or series
    box.figure(max(settled, key=lambda figure: figure.value), "high")
    box.figure(min(settled, key=lambda figure: figure.value), "low")
    if question.statistic == "threshold" and (limit := asked_limit(question)) is not None:
        crossing(series, limit, box, below=bool(BELOW.search(question.text)))
    if rise := onset(settled):
        box.figure(rise[0], "onset")
        box.figure(rise[1], "former")
    start, end = series[0].slice["years"], series[-1].slice["years"]
    if measure.part.kind != "venue" and measure.variant is None:
        fixed = data.divide.measure(measure.metric.name, **measure.part.to_dict(), **measure.parameter, variant="fixed")
        data.optional(box, "fixed", data.divide.change, fixed, start, end)
    other = data.contrast(measure)
    if other is not None:
        data.optional(box, "contrast_change", data.divide.change, other, start, end)


def crossing(series: list[Figure], limit: float, box: Collector, below: bool) -> None:
    """Roles of a limit above (or below) which the asker looks: crossed, the first year beyond it, with year_before (already, when
    that is the first year of all, and until, the last such year, where it ended); stayed, the year since which it has been beyond for good, when later than that; lost, the last
    year, when it is not beyond any more. None where it never was beyond."""
    beyond = [figure.value < limit if below else figure.value > limit for figure in series]
    if not any(beyond):
        return
    first = beyond.index(True)
    box.figure(series[first], "crossed" if first else "already")
    if first:
        box.figure(series[first - 1], "year_before")
    settled = len(beyond) - (list(reversed(beyond)).index(False) if False in beyond else len(beyond))
    if not beyond[-1]:
        box.figure(series[-1], "lost")
        if not first:
            box.figure(series[len(beyond) - 1 - list(reversed(beyond)).index(True)], "until")
    elif settled > first:
        box.figure(series[settled], "stayed")


def missing_years(data, measure: Measure, first: int, last: int) -> tuple[str, ...]:
    """The note that names years of the range without a figure."""
    missing = sorted(set(range(first, last + 1)) - set(data.divide.available(measure)))
    if not missing:
        return ()
    return (prompts.render("notes", "missing_years", place=measure.part.label_ja, years=year_list(tuple(missing))),)


def change(data, question: Question, box: Collector) -> Gathered:
    """Two years of one measure, or of several side by side; `ratio` adds the multiple."""
    measures = data.measures(question)
    first, last = compared_years(question)
    for measure in measures:
        start, end = (first,), (last,)
        if question.spans:
            start, end = (tuple(range(low, high + 1)) for low, high in question.spans)
        elif not question.years:
            years = data.main_years(measure)
            start, end = (years[0],), (years[-1],)
        box.figure(data.divide.share(measure, start), "first")
        box.figure(data.divide.share(measure, end), "last")
        box.figure(data.divide.change(measure, start, end), "change")
        if question.statistic == "ratio":
            box.figure(data.divide.ratio(measure, start, end), "ratio")
        if len(measures) == 1 and (other := data.contrast(measure)):
            data.optional(box, "contrast_change", data.divide.change, other, start, end)
    for year in sorted(set(() if question.spans else question.years) - {first, last}):
        for measure in measures:
            box.figure(data.divide.share(measure, (year,)), "between")
    shown = measures if len(measures) > 1 else [measures[0], *([other] if (other := data.contrast(measures[0])) else [])]
    return Gathered(box.evidence(data.lines(shown, min(first, MAIN_FIRST), max(last, MAIN_LAST))))


def compared_years(question: Question) -> tuple[int, int]:
    """The two years to compare; a single one is compared with the last main year (the last one with the first)."""
    if len(question.years) != 1:
        return ends(question)
    year = question.years[0]
    return (year, MAIN_LAST) if year < MAIN_LAST else (MAIN_FIRST, year)


def before_after(data, question: Question, box: Collector) -> Gathered:
    measures = data.measures(question)
    for measure in measures:
        box.figure(data.divide.share(measure, BEFORE), "first")
        box.figure(data.divide.share(measure, AFTER), "last")
        box.figure(data.divide.before_after(measure), "change")
        if len(measures) == 1 and (other := data.contrast(measure)):
            data.optional(box, "contrast_change", data.divide.before_after, other)
    return Gathered(box.evidence(data.lines(measures[:MAX_CHART_SERIES], MAIN_FIRST, MAIN_LAST)))


def did(data, question: Question, box: Collector) -> Gathered:
    place = next((place for place in question.places if place.kind == "field"), AI)
    rows = []
    for subject in question.subjects[:MAX_SIDE_BY_SIDE]:
        measure, control = data.measure(subject, place, question.variant), data.measure(subject, NON_AI, question.variant)
        box.figure(data.divide.did(measure), "did")
        box.figure(data.divide.before_after(measure), "treated")
        box.figure(data.divide.before_after(control), "control")
        rows += [measure, control]
        if question.variant is None and len(question.subjects) == 1:
            data.optional(box, "fixed", data.divide.did, data.measure(subject, place, "fixed"))
    return Gathered(box.evidence(data.lines(rows, MAIN_FIRST, MAIN_LAST)))


def overtake(data, question: Question, box: Collector) -> Gathered:
    """Two series: the year since which the one that ends higher has stayed above the other; a single one, or two that end level or
    never meet in a year, are told without such a year."""
    measures = data.measures(question)[:2]
    if len(measures) < 2:
        return trend(data, question, box)
    years = [year for year in data.main_years(measures[0]) if year in data.main_years(measures[1])]
    if not years:
        return nearest_years(data, measures, MAIN_FIRST, MAIN_LAST, box)
    first, second = ([data.divide.share(measure, (year,)) for year in years] for measure in measures)
    if first[-1].value < second[-1].value:
        first, second = second, first
    ahead = [index for index in range(len(years)) if all(a.value > b.value for a, b in zip(first[index:], second[index:], strict=True))]
    if not ahead:  # level in the last year
        return change(data, question, box)
    lead = ahead[0]
    for role, index in (("crossed", lead), ("last", -1), ("first", 0)):
        box.figure(first[index], f"{role}_winner")
        box.figure(second[index], f"{role}_loser")
    return Gathered(box.evidence(data.lines(measures, years[0], years[-1])))


STATISTICS = {
    "trend": trend, "peak": trend, "trough": trend, "onset": trend, "threshold": trend, "change": change, "ratio": change,
    "before_after": before_after, "did": did, "overtake": overtake,
}  # fmt: skip
