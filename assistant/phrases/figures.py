"""Which figures a phrase carries: what the question names, otherwise the share that fits the situation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analytics import Divide, Figure, NotInData
from analytics.divide.measures import Measure
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.evidence.collector import Collector
from assistant.models import Question
from assistant.write.layout import mark

DEFAULT_METRIC = "firm_share"
SITUATION_METRICS = {"university": "firm_university_share", "public": "firm_university_share"}
BESIDE = "firm_only_share"  # what qualifies a share of firms: few papers are theirs alone


@dataclass(frozen=True)
class Carried:
    """Figures of one phrase: the value now, the value first, the change between them, and the share that qualifies it.
    `first` and `change` are None where there is only one year, `beside` where it would repeat the measure or is not there."""

    last: Figure
    first: Figure | None = None
    change: Figure | None = None
    beside: Figure | None = None


def cited_in(box: Collector, told: Sequence[Carried]) -> Callable[[Figure], str]:
    """Put how each share moved into `box`; returns what gives the mark of such a figure."""
    for each in told:
        for figure in (each.first, each.last, each.change):
            if figure is not None:
                box.figure(figure, "told")
    return lambda figure: mark(box.by_id[figure.id])


def carried(question: Question, situation: str, divide: Divide) -> Carried:
    """Raises analytics.NotInData when the named slice has no year with data."""
    part = {question.places[0].kind: question.places[0].name} if question.places else {"area": "ai"}
    subject = question.subjects[0] if question.subjects else None
    names = subject.names() if subject else {}
    measure = divide.measure(subject.metric if subject else SITUATION_METRICS.get(situation, DEFAULT_METRIC), **names, **part)
    years = [year for year in divide.available(measure) if MAIN_FIRST <= year <= MAIN_LAST]
    last = divide.share(measure, (question.years[-1] if question.years else (years or [MAIN_LAST])[-1],))
    year = last.slice["years"][-1]
    beside = None if measure.metric.name == BESIDE else share_or_none(divide, divide.measure(BESIDE, **part), year)
    if not years or years[0] >= year:
        return Carried(last, beside=beside)
    return Carried(last, divide.share(measure, (years[0],)), divide.change(measure, (years[0],), (year,)), beside)


def share_or_none(divide: Divide, measure: Measure, year: int) -> Figure | None:
    """The share in a year, None where the data have none."""
    try:
        return divide.share(measure, (year,))
    except NotInData:
        return None
