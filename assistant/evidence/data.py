"""Figures for questions about numbers: the value asked for, what to compare it with, and the chart."""

import re
from dataclasses import replace
from itertools import product

import prompts
from analytics import Divide, Figure, NotInData
from analytics.divide.measures import Measure
from analytics.divide.members import belongs, members
from analytics.divide.multiples import holds
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import BadInput
from analytics.messages import year_list
from assistant.charts import bar_chart, line_chart
from assistant.evidence import ranks, series
from assistant.evidence.collector import Collector
from assistant.evidence.computed import ComputedEvidence
from assistant.evidence.gathered import AI, NON_AI, Gathered
from assistant.models import Place, Question, Subject
from assistant.operations.stages import stage
from assistant.understand.cues.differences import apart, times_apart

SAME_YEAR = re.compile(r"同じ年|同年|その年|同一年|same year", re.IGNORECASE)  # named so, a year gives way to nothing
TOGETHER = re.compile(r"合計|合わせ|あわせ|通算|足し|足す|全部で|トータル|累計")

WHOLE_LIST = re.compile(r"一覧|リスト|全部|すべて|全て|名簿|全員")
SHOWN_MEMBERS, ALL_MEMBERS = 15, 200
YEAR_FOUND = {"peak": "high", "trough": "low", "onset": "onset", "threshold": "crossed", "overtake": "crossed_winner"}  # statistic → role of its year
KEPT_IN_ORDER = 5  # things of a ranking that a follow-up may point at


class DataEvidence:
    """Collects figures for one question kind at a time. Raises NotInData when the asked value does not exist."""

    def __init__(self, divide: Divide):
        self.divide = divide
        self.estimates = ComputedEvidence(divide)

    @stage("evidence")
    def gather(self, question: Question) -> Gathered:
        box = Collector()
        if question.style == "doubt":
            self.variants(question, box)
        if question.statistic in series.STATISTICS:
            gathered = series.STATISTICS[question.statistic](self, question, box)
            found = self.figures(box, YEAR_FOUND.get(question.statistic, ""))
            return replace(gathered, year=found[0].slice["years"][0]) if len(found) == 1 else gathered
        collect = {
            "level": self.level, "count": self.count, "paper_count": self.paper_count, "computed": self.computed,
            "rank": self.rank, "members": self.members, "member": self.member, "movers": self.movers, "position": self.position,
        }[question.statistic]  # fmt: skip
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
        return self.measure(Subject(measure.metric.name, measure.tier, measure.country, measure.institution, measure.group), other, measure.variant)

    # -- one kind of question each ----------------------------------------------------------------------------------

    def level(self, question: Question, box: Collector) -> Gathered:
        measures, readings = self.measures(question), []
        same_year = SAME_YEAR.search(question.text) is not None
        if len(measures) > 1 and "years" in question.inherited and not same_year and not all(set(question.years) <= set(self.divide.available(measure)) for measure in measures):
            question = question.with_(years=(), span=False)  # a year taken over from the conversation gives way
        if not question.years and len(measures) > 1 and not set.intersection(*(set(self.main_years(measure)) for measure in measures)):
            return self.own_years(question, measures, box)
        year = question.years[0] if question.years else self.latest_common(measures)
        if question.span and len(question.years) == 2:
            return self.pooled(question, measures, box)
        if not question.years:
            readings.append(prompts.render("notes", "latest_year", year=year))
        if len(measures) > 1 and not same_year:
            measures, told = self.having(measures, (year,))
            readings += told
        for measure in measures:
            box.figure(self.divide.share(measure, (year,)), "main")
        readings += self.gap(question, measures, (year,), box)
        if len(measures) == 1:
            self.surroundings(measures[0], year, box)
            chart = self.lines([measures[0]], MAIN_FIRST, max(MAIN_LAST, year)) if question.style == "chart" else None
        else:
            chart = bar_chart(question, self.figures(box, "main"))
        return Gathered(box.evidence(chart), tuple(readings))

    def having(self, measures: list[Measure], years: tuple[int, ...], pooled: bool = False) -> tuple[list[Measure], list[str]]:
        """The measures with a figure in every year, or for years that are `pooled` in any (all of them when none has, so that the reason is
        told), and notes on the others."""
        held = [(measure, set(years) & set(self.divide.available(measure))) for measure in measures]
        kept = [measure for measure, found in held if (found if pooled else found == set(years))]
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
        readings = self.gap(question, measures, years, box)
        if len(measures) == 1 and (other := self.contrast(measures[0])) is not None:
            self.optional(box, "contrast", self.divide.share, other, years)
        return Gathered(box.evidence(self.lines(measures, years[0], years[-1])), readings)

    def gap(self, question: Question, measures: list[Measure], years: tuple[int, ...], box: Collector) -> tuple[str, ...]:
        """How far two values are apart, or the ends of several where that is asked; a note where it is asked and they have no difference."""
        asked = apart(question.text)
        if len(measures) < 2 or len(measures) > 2 and not asked:
            return ()
        ordered = sorted(measures, key=lambda measure: self.divide.value(measure, years)[0])
        try:
            box.figure(self.divide.gap(ordered[-1], ordered[0], years), "gap")
        except BadInput:
            return (prompts.render("notes", "no_difference"),) if asked else ()
        if len(measures) == 2 and times_apart(question.text):
            self.optional(box, "times", self.divide.times, *measures, years)
        if len(measures) == 2 and holds(ordered[-1], ordered[0]):
            self.optional(box, "within", self.divide.within, ordered[-1], ordered[0], years)
        return ()

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
        if any(measure.metric.kind != "share" or measure.metric.base == "citations" for measure in measures):  # no papers to count: shares of citations, HHI
            return series.trend(self, question, box) if question.intent == "trend" else self.level(question, box)
        if question.intent == "trend":
            return self.count_series(question, measures, box)
        years = self.asked_years(question, measures)
        apart_by_year = question.years and not question.span and not TOGETHER.search(question.text)
        for measure, each in product(measures, [(year,) for year in years] if apart_by_year else [years]):
            box.figure(self.divide.count(measure, each), "main")
            box.figure(self.divide.share(measure, each), "share")
        if len(measures) == 2 and not (apart_by_year and len(years) > 1):
            self.gap(question, measures, years, box)
        readings = () if question.years else (prompts.render("notes", "latest_year", year=years[0]),)
        return Gathered(box.evidence(), readings)

    def count_series(self, question: Question, measures: list[Measure], box: Collector) -> Gathered:
        """Numbers of papers a year: first, last and highest, with the chart."""
        first, last = series.ends(question)
        rows = []
        for measure in measures:
            years = [year for year in self.divide.available(measure) if first <= year <= last]
            counts = [self.divide.count(measure, (year,)) for year in years]
            for figure, role in ((counts[0], "first"), (counts[-1], "last"), (max(counts, key=lambda figure: figure.value), "high")):
                box.figure(figure, role)
            rows.append(counts)
        return Gathered(box.evidence(line_chart(rows, first, last)))

    def paper_count(self, question: Question, box: Collector) -> Gathered:
        """All papers of each place, with or without known affiliations: of the years asked for, else of every year."""
        places = question.places or (AI,)
        parts = [self.divide.counts.slice(**{place.kind: place.name}) for place in places]
        years = question.years or self.divide.counts.years
        if question.span and len(question.years) == 2:
            years = tuple(range(question.years[0], question.years[1] + 1))
        if question.intent == "trend" and len(parts) == 1:
            part, years = parts[0], tuple(year for year in range(min(years), min(max(years), MAIN_LAST) + 1))
            counts = [self.divide.paper_count(part, (year,)) for year in years if self.held(part, year)]
            for figure, role in ((counts[0], "first"), (counts[-1], "last"), (max(counts, key=lambda figure: figure.value), "high")):
                box.figure(figure, role)
            return Gathered(box.evidence(line_chart([counts], years[0], years[-1])))
        for place, part in zip(places, parts, strict=True):
            for each in [(year,) for year in years] if question.years and not question.span else [years]:
                box.figure(self.divide.paper_count(part, each), "main")
                self.optional(box, "share", self.divide.share, self.measure(Subject("firm_share"), place), each)
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

    def rank(self, question: Question, box: Collector) -> Gathered:
        chart, readings = ranks.rank(self, question, box)
        return Gathered(box.evidence(chart), readings, *self.in_order(question, box))

    def movers(self, question: Question, box: Collector) -> Gathered:
        chart = ranks.movers(self, question, box)
        return Gathered(box.evidence(chart), (), *self.in_order(question, box))

    def in_order(self, question: Question, box: Collector) -> tuple[tuple[Place, ...], tuple[Subject, ...]]:
        """What a ranking put in order: its conferences or fields, or the first of its institutions or countries."""
        rows = [figure.slice for figure in self.figures(box, "main")]
        by_place = question.ranked in ("venues", "fields", "named", None)
        places = tuple(Place(kind, row[kind]) for row in rows for kind in ("venue", "field") if kind in row) if by_place else ()
        named = [(kind, row[kind]) for row in rows[:KEPT_IN_ORDER] for kind in ("institution", "country") if kind in row and not by_place]
        return places, tuple(Subject(f"{kind}_share", **{kind: name}) for kind, name in named)

    def position(self, question: Question, box: Collector) -> Gathered:
        readings = ranks.position(self, question, box)
        return Gathered(box.evidence(), readings)

    def members(self, question: Question, box: Collector) -> Gathered:
        """Who the group of a question (its `option`) stands for: how many, and the ones with most papers."""
        place = question.places[0] if question.places else AI
        years = question.years[-1:] or (self.latest_common([self.measure(question.subjects[-1], place)]),)
        count, rows = members(self.divide, question.option, years, ALL_MEMBERS if WHOLE_LIST.search(question.text) else SHOWN_MEMBERS, **{place.kind: place.name})
        box.figure(count, "count")
        for figure in rows:
            box.figure(figure, "main")
        return Gathered(box.evidence())

    def member(self, question: Question, box: Collector) -> Gathered:
        """Whether one institution belongs to a group, with its share."""
        measure = self.measure(question.subjects[0], AI)
        inside = belongs(self.divide, question.option, question.subjects[0].institution)
        box.figure(self.divide.share(measure, (self.latest_common([measure]),)), "inside" if inside else "outside")
        count, _ = members(self.divide, question.option, (MAIN_LAST,), 1)
        box.figure(count, "count")
        return Gathered(box.evidence())

    def computed(self, question: Question, box: Collector) -> Gathered:
        evidence, readings = self.estimates.gather(question)
        return Gathered(evidence, readings)

    # -- helpers ------------------------------------------------------------------------------------------------------

    def optional(self, box: Collector, role: str, compute, *arguments) -> None:
        """Supporting figures may be absent; the asked ones may not."""
        try:
            box.figure(compute(*arguments), role)
        except NotInData:
            return

    def figures(self, box: Collector, role: str) -> list[Figure]:
        return [box.items[number - 1].figure for number in box.roles.get(role, [])]

    def lines(self, measures: list[Measure], first: int, last: int, known: dict[Measure, list[Figure]] | None = None) -> dict | None:
        """Line chart of yearly values, gaps where a year has none. known: values of these years that were computed before."""
        rows = []
        for measure in measures[: series.MAX_CHART_SERIES]:
            try:
                rows.append((known or {}).get(measure) or self.divide.series(measure, range(first, last + 1))[0])
            except NotInData:
                continue
        return line_chart(rows, first, last) if rows else None
