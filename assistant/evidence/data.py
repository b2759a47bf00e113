"""Figures for questions about numbers: the value asked for, what to compare it with, and the chart."""

import re
from dataclasses import dataclass
from itertools import product

import prompts
from analytics import Divide, Figure, NotInData
from analytics.divide.measures import Measure
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.messages import year_list
from assistant.charts import bar_chart, line_chart
from assistant.evidence.collector import Collector
from assistant.evidence import ranks
from assistant.evidence.computed import ComputedEvidence
from assistant.evidence.ranks import asked_limit
from assistant.models import Evidence, Place, Question, Subject

AI, NON_AI = Place("area", "ai"), Place("area", "non_ai")
EVERY_YEAR = re.compile(r"全部|各年|一覧|毎年の|年ごと|表で|すべての年|全ての年|年別")
BELOW = re.compile(r"下回|割[っりる](?!合)|割り込|切[っる]|未満|以下")
MAX_CHART_SERIES = 6
MAX_SIDE_BY_SIDE = 3


@dataclass(frozen=True)
class Gathered:
    """Evidence and the readings that gathering had to decide (which year, when none was named)."""

    evidence: Evidence
    readings: tuple[str, ...] = ()


class DataEvidence:
    """Collects figures for one question kind at a time. Raises NotInData when the asked value does not exist."""

    def __init__(self, divide: Divide):
        self.divide = divide
        self.estimates = ComputedEvidence(divide)

    def gather(self, question: Question) -> Gathered:
        collect = {
            "level": self.level, "count": self.count, "trend": self.trend, "peak": self.trend, "trough": self.trend, "onset": self.trend, "threshold": self.trend,
            "change": self.change, "ratio": self.change, "before_after": self.before_after, "did": self.did, "rank": self.rank, "movers": self.movers, "position": self.position, "overtake": self.overtake,
            "computed": self.computed, "paper_count": self.paper_count,
        }[question.statistic]  # fmt: skip
        box = Collector()
        if question.style == "doubt":
            self.variants(question, box)
        return collect(question, box)

    def variants(self, question: Question, box: Collector) -> None:
        """The same change (or value) counted in other ways, for 「本当?」. Not for venues, which have no fixed set."""
        place = question.places[0] if question.places else AI
        if not question.subjects or place.kind == "venue":
            return
        for variant in ("fractional", "fixed"):
            try:
                measure = self.measure(question.subjects[0], place, variant)
                years = self.main_years(measure)
                self.optional(box, "doubt", self.divide.share, measure, (min(years, key=lambda year: abs(year - (question.years[-1] if question.years else MAIN_LAST))),))
            except ValueError:
                continue  # this metric has no such variant

    # -- what is measured -----------------------------------------------------------------------------------------

    def measure(self, subject: Subject, place: Place, variant: str | None = None) -> Measure:
        return self.divide.measure(subject.metric, **{place.kind: place.name}, **subject.names(), variant=variant)

    def measures(self, question: Question) -> list[Measure]:
        places = question.places or (AI,)
        return [self.measure(subject, place, question.variant) for subject, place in product(question.subjects, places)]

    def main_years(self, measure: Measure) -> list[int]:
        return [year for year in self.divide.available(measure) if MAIN_FIRST <= year <= MAIN_LAST]

    def latest_common(self, measures: list[Measure]) -> int:
        """The last main year that every measure has. Raises NotInData when there is none."""
        common = set.intersection(*(set(self.main_years(measure)) for measure in measures))
        if not common:
            raise NotInData("no_papers", part=measures[0].part.label_ja, year=MAIN_LAST, years=(MAIN_LAST,), available=self.divide.available(measures[0]))
        return max(common)

    def contrast(self, measure: Measure) -> Measure | None:
        """The same metric outside: non-AI venues for the AI area, the AI area for a venue or field."""
        place = measure.part.to_dict()
        other = {"ai": NON_AI, "non_ai": AI}.get(place.get("area", ""), AI)
        if place.get("area") == "all":
            return None
        return self.measure(Subject(measure.metric.name, measure.tier, measure.country, measure.institution), other, measure.variant)

    # -- one kind of question each ----------------------------------------------------------------------------------

    def level(self, question: Question, box: Collector) -> Gathered:
        measures, readings = self.measures(question), []
        if len(measures) > 1 and "years" in question.inherited and not all(set(question.years) <= set(self.divide.available(measure)) for measure in measures):
            question = question.with_(years=(), span=False)  # a year taken over from the conversation gives way
        if not question.years and len(measures) > 1 and not set.intersection(*(set(self.main_years(measure)) for measure in measures)):
            return self.own_years(question, measures, box)
        year = question.years[0] if question.years else self.latest_common(measures)
        if question.span and len(question.years) == 2:
            return self.pooled(question, measures, box)
        if not question.years:
            readings.append(prompts.render("notes", "latest_year", year=year))
        if len(measures) > 1:
            measures, told = self.having(measures, (year,))
            readings += told
        for measure in measures:
            box.figure(self.divide.share(measure, (year,)), "main")
        if len(measures) == 1:
            self.surroundings(measures[0], year, box)
            chart = self.lines([measures[0]], MAIN_FIRST, max(MAIN_LAST, year)) if question.style == "chart" else None
        else:
            chart = bar_chart(question, self.figures(box, "main"))
        return Gathered(box.evidence(chart), tuple(readings))

    def having(self, measures: list[Measure], years: tuple[int, ...]) -> tuple[list[Measure], list[str]]:
        """The measures with a figure in every year (all of them when none has, so that the reason is told), and notes on the others."""
        kept = [measure for measure in measures if set(years) <= set(self.divide.available(measure))]
        if not kept:
            return measures, []
        lacking = dict.fromkeys(measure.part.label_ja for measure in measures if measure not in kept)
        return kept, [prompts.render("notes", "lacks_year", place=place, years=year_list(years)) for place in lacking]

    def own_years(self, question: Question, measures: list[Measure], box: Collector) -> Gathered:
        """Conferences that never meet in the same year (ICCV, ECCV): each in its own last year. Raises NotInData."""
        for measure in measures:
            box.figure(self.divide.share(measure, (self.latest_common([measure]),)), "main")
        return Gathered(box.evidence(self.lines(measures, MAIN_FIRST, MAIN_LAST)), (prompts.render("notes", "own_years"),))

    def pooled(self, question: Question, measures: list[Measure], box: Collector) -> Gathered:
        """One value for a whole range of years (平均, 通算): papers of all years pooled."""
        years = tuple(range(question.years[0], question.years[1] + 1))
        for measure in measures:
            box.figure(self.divide.share(measure, years), "main")
        if len(measures) == 1 and (other := self.contrast(measures[0])) is not None:
            self.optional(box, "contrast", self.divide.share, other, years)
        return Gathered(box.evidence(self.lines(measures, years[0], years[-1])))

    def surroundings(self, measure: Measure, year: int, box: Collector) -> None:
        """First year, change since then, and the contrast in the same year, where they exist."""
        years = self.main_years(measure)
        if measure.institution is not None:  # before its first paper there is nothing to compare with
            years = [other for other in years if other >= year or self.divide.share(measure, (other,)).value > 0]
        if years and years[0] < year <= MAIN_LAST:
            box.figure(self.divide.share(measure, years[:1]), "base")
            box.figure(self.divide.change(measure, years[:1], (year,)), "change")
        other = self.contrast(measure)
        if other is not None:
            self.optional(box, "contrast", self.divide.share, other, (year,))

    def count(self, question: Question, box: Collector) -> Gathered:
        measures = self.measures(question)
        if question.intent == "trend":
            return self.count_series(question, measures, box)
        years = self.asked_years(question, measures)
        for measure in measures:
            box.figure(self.divide.count(measure, years), "main")
            box.figure(self.divide.share(measure, years), "share")
        readings = () if question.years else (prompts.render("notes", "latest_year", year=years[0]),)
        return Gathered(box.evidence(), readings)

    def count_series(self, question: Question, measures: list[Measure], box: Collector) -> Gathered:
        """Numbers of papers a year: first, last and highest, with the chart."""
        first, last = self.ends(question)
        rows = []
        for measure in measures:
            years = [year for year in self.divide.available(measure) if first <= year <= last]
            counts = [self.divide.count(measure, (year,)) for year in years]
            for figure, role in ((counts[0], "first"), (counts[-1], "last"), (max(counts, key=lambda figure: figure.value), "high")):
                box.figure(figure, role)
            rows.append(counts)
        return Gathered(box.evidence(line_chart(rows, first, last)))

    def paper_count(self, question: Question, box: Collector) -> Gathered:
        """All papers of the place, with or without known affiliations: of the years asked for, else of every year."""
        place = question.places[0] if question.places else AI
        part = self.divide.counts.slice(**{place.kind: place.name})
        years = question.years or self.divide.counts.years
        if question.span and len(question.years) == 2:
            years = tuple(range(question.years[0], question.years[1] + 1))
        if question.intent == "trend":
            years = tuple(year for year in range(min(years), min(max(years), MAIN_LAST) + 1))
            counts = [self.divide.paper_count(part, (year,)) for year in years if self.held(part, year)]
            for figure, role in ((counts[0], "first"), (counts[-1], "last"), (max(counts, key=lambda figure: figure.value), "high")):
                box.figure(figure, role)
            return Gathered(box.evidence(line_chart([counts], years[0], years[-1])))
        box.figure(self.divide.paper_count(part, years), "main")
        return Gathered(box.evidence())

    def held(self, part, year: int) -> bool:
        """Whether the place has papers in a year."""
        try:
            self.divide.paper_count(part, (year,))
        except NotInData:
            return False
        return True

    def asked_years(self, question: Question, measures: list[Measure]) -> tuple[int, ...]:
        if not question.years:
            return (self.latest_common(measures),)
        if question.span and len(question.years) == 2:
            return tuple(range(question.years[0], question.years[1] + 1))
        return question.years

    def trend(self, question: Question, box: Collector) -> Gathered:
        measures, told = self.measures(question), []
        first, last = self.ends(question)
        if len(measures) > 1 and question.span and (short := [each for each in measures if len(self.within(each, first, last)) < 2]):
            if len(short) == len(measures) or last - first < 4:
                return self.nearest_years(measures, first, last, box)
            measures = [measure for measure in measures if measure not in short]
            told = [prompts.render("notes", "lacks_year", place=each.part.label_ja, years=f"{first}〜{last}年") for each in short]
        for measure in measures:
            series, _ = self.divide.series(measure, range(first, last + 1))
            if len(series) < 2:
                raise NotInData("no_papers", part=measure.part.label_ja, year=first, years=(first, last), available=self.divide.available(measure))
            start, end = series[0].slice["years"], series[-1].slice["years"]
            box.figure(series[0], "first")
            box.figure(series[-1], "last")
            box.figure(self.divide.change(measure, start, end), "change")
            if EVERY_YEAR.search(question.text) and len(measures) == 1:
                for figure in series:
                    box.figure(figure, "each")
            if len(measures) == 1:
                self.trend_details(question, measure, series, box)
        shown = measures if len(measures) > 1 else [measures[0], *([other] if (other := self.contrast(measures[0])) else [])]
        readings = self.missing_years(measures[0], first, last) if len(measures) == 1 else ()
        return Gathered(box.evidence(self.lines(shown, first, last)), (*told, *readings))

    def within(self, measure: Measure, first: int, last: int) -> list[int]:
        """Years of a range with a figure."""
        return [year for year in self.divide.available(measure) if first <= year <= last]

    def nearest_years(self, measures: list[Measure], first: int, last: int, box: Collector) -> Gathered:
        """Conferences in a short range that some of them meet in only once: each in its last year of the range. Raises NotInData for none."""
        told = []
        for measure in measures:
            years = self.within(measure, first, last)
            if years:
                box.figure(self.divide.share(measure, years[-1:]), "main")
            else:
                told.append(prompts.render("notes", "lacks_year", place=measure.part.label_ja, years=f"{first}〜{last}年"))
        if not box.items:
            self.divide.share(measures[0], (last,))
        return Gathered(box.evidence(self.lines(measures, MAIN_FIRST, MAIN_LAST)), (prompts.render("notes", "own_years"), *told))

    def ends(self, question: Question) -> tuple[int, int]:
        if len(question.years) >= 2:
            return min(question.years), max(question.years)
        if len(question.years) == 1:
            year = question.years[0]
            return (MAIN_FIRST, year) if year > MAIN_FIRST else (year, MAIN_LAST)
        return MAIN_FIRST, MAIN_LAST

    def trend_details(self, question: Question, measure: Measure, series: list[Figure], box: Collector) -> None:
        settled = [figure for figure in series if figure.slice["years"][0] <= MAIN_LAST] or series
        box.figure(max(settled, key=lambda figure: figure.value), "high")
        box.figure(min(settled, key=lambda figure: figure.value), "low")
        if question.statistic == "threshold" and (limit := asked_limit(question)) is not None:
            self.crossing(series, limit, box, below=bool(BELOW.search(question.text)))
        if rise := onset(settled):
            box.figure(rise[0], "onset")
            box.figure(rise[1], "former")
        start, end = series[0].slice["years"], series[-1].slice["years"]
        if measure.part.kind != "venue" and measure.variant is None:
            fixed = self.divide.measure(measure.metric.name, **measure.part.to_dict(), **measure.parameter, variant="fixed")
            self.optional(box, "fixed", self.divide.change, fixed, start, end)
        other = self.contrast(measure)
        if other is not None:
            self.optional(box, "contrast_change", self.divide.change, other, start, end)

    @staticmethod
    def crossing(series: list[Figure], limit: float, box: Collector, below: bool) -> None:
        """Roles of a limit above (or below) which the asker looks: crossed, the first year beyond it, with year_before (already, when
        that is the first year of all); stayed, the year since which it has been beyond for good, when later than that; lost, the last
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
        elif settled > first:
            box.figure(series[settled], "stayed")

    def missing_years(self, measure: Measure, first: int, last: int) -> tuple[str, ...]:
        """The note that names years of the range without a figure."""
        missing = sorted(set(range(first, last + 1)) - set(self.divide.available(measure)))
        if not missing:
            return ()
        return (prompts.render("notes", "missing_years", place=measure.part.label_ja, years=year_list(tuple(missing))),)

    def change(self, question: Question, box: Collector) -> Gathered:
        """Two years of one measure, or of several side by side; `ratio` adds the multiple."""
        measures = self.measures(question)
        first, last = self.compared_years(question)
        for measure in measures:
            start, end = (first,), (last,)
            if question.spans:
                start, end = (tuple(range(low, high + 1)) for low, high in question.spans)
            elif not question.years:
                years = self.main_years(measure)
                start, end = (years[0],), (years[-1],)
            box.figure(self.divide.share(measure, start), "first")
            box.figure(self.divide.share(measure, end), "last")
            box.figure(self.divide.change(measure, start, end), "change")
            if question.statistic == "ratio":
                box.figure(self.divide.ratio(measure, start, end), "ratio")
            if len(measures) == 1 and (other := self.contrast(measure)):
                self.optional(box, "contrast_change", self.divide.change, other, start, end)
        for year in sorted(set(() if question.spans else question.years) - {first, last}):
            for measure in measures:
                box.figure(self.divide.share(measure, (year,)), "between")
        shown = measures if len(measures) > 1 else [measures[0], *([other] if (other := self.contrast(measures[0])) else [])]
        return Gathered(box.evidence(self.lines(shown, min(first, MAIN_FIRST), max(last, MAIN_LAST))))

    def compared_years(self, question: Question) -> tuple[int, int]:
        """The two years to compare; a single one is compared with the last main year (the last one with the first)."""
        if len(question.years) != 1:
            return self.ends(question)
        year = question.years[0]
        return (year, MAIN_LAST) if year < MAIN_LAST else (MAIN_FIRST, year)

    def before_after(self, question: Question, box: Collector) -> Gathered:
        measures = self.measures(question)
        for measure in measures:
            box.figure(self.divide.share(measure, BEFORE), "first")
            box.figure(self.divide.share(measure, AFTER), "last")
            box.figure(self.divide.before_after(measure), "change")
            if len(measures) == 1 and (other := self.contrast(measure)):
                self.optional(box, "contrast_change", self.divide.before_after, other)
        return Gathered(box.evidence(self.lines(measures[:MAX_CHART_SERIES], MAIN_FIRST, MAIN_LAST)))

    def did(self, question: Question, box: Collector) -> Gathered:
        place = next((place for place in question.places if place.kind == "field"), AI)
        rows = []
        for subject in question.subjects[:MAX_SIDE_BY_SIDE]:
            measure, control = self.measure(subject, place, question.variant), self.measure(subject, NON_AI, question.variant)
            box.figure(self.divide.did(measure), "did")
            box.figure(self.divide.before_after(measure), "treated")
            box.figure(self.divide.before_after(control), "control")
            rows += [measure, control]
            if question.variant is None and len(question.subjects) == 1:
                self.optional(box, "fixed", self.divide.did, self.measure(subject, place, "fixed"))
        return Gathered(box.evidence(self.lines(rows, MAIN_FIRST, MAIN_LAST)))

    def rank(self, question: Question, box: Collector) -> Gathered:
        chart, readings = ranks.rank(self, question, box)
        return Gathered(box.evidence(chart), readings)

    def movers(self, question: Question, box: Collector) -> Gathered:
        return Gathered(box.evidence(ranks.movers(self, question, box)))

    def position(self, question: Question, box: Collector) -> Gathered:
        readings = ranks.position(self, question, box)
        return Gathered(box.evidence(), readings)

    def computed(self, question: Question, box: Collector) -> Gathered:
        evidence, readings = self.estimates.gather(question)
        return Gathered(evidence, readings)

    def overtake(self, question: Question, box: Collector) -> Gathered:
        """Two series: the year since which the one that ends higher has stayed above the other."""
        measures = self.measures(question)[:2]
        years = [year for year in self.main_years(measures[0]) if year in self.main_years(measures[1])]
        first, second = ([self.divide.share(measure, (year,)) for year in years] for measure in measures)
        if first[-1].value < second[-1].value:
            first, second = second, first
        lead = next(index for index in range(len(years)) if all(a.value > b.value for a, b in zip(first[index:], second[index:], strict=True)))
        for role, index in (("crossed", lead), ("last", -1), ("first", 0)):
            box.figure(first[index], f"{role}_winner")
            box.figure(second[index], f"{role}_loser")
        return Gathered(box.evidence(self.lines(measures, years[0], years[-1])))

    # -- helpers ------------------------------------------------------------------------------------------------------

    def optional(self, box: Collector, role: str, compute, *arguments) -> None:
        """Supporting figures may be absent; the asked ones may not."""
        try:
            box.figure(compute(*arguments), role)
        except NotInData:
            return

    def figures(self, box: Collector, role: str) -> list[Figure]:
        return [box.items[number - 1].figure for number in box.roles.get(role, [])]

    def lines(self, measures: list[Measure], first: int, last: int) -> dict | None:
        """Line chart of yearly values, gaps where a year has none."""
        rows = []
        for measure in measures[:MAX_CHART_SERIES]:
            try:
                figures, _ = self.divide.series(measure, range(first, last + 1))
            except NotInData:
                continue
            rows.append(figures)
        return line_chart(rows, first, last) if rows else None


def onset(series: list[Figure]) -> tuple[Figure, Figure] | None:
    """The year in which the longest-standing high was passed for good, with that former high.

    Every value from that year on exceeds everything before it. None when no year before the last one does that.
    """
    passed = []
    for index in range(2, len(series) - 1):
        former = max(series[:index], key=lambda figure: figure.value)
        if all(figure.value > former.value for figure in series[index:]):
            stood = series[index].slice["years"][0] - former.slice["years"][0]
            passed.append((stood, -index, series[index], former))
    return max(passed, key=lambda entry: entry[:2])[2:] if passed else None
