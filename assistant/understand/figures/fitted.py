"""The question bent to what the data can say of its place: the last year that it has, no difference of differences for one conference."""

import re

import prompts
from analytics import Divide
from analytics.divide.measures import Measure
from analytics.divide.rises import onset
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question
from assistant.understand.figures.in_papers import in_papers
from assistant.understand.figures.lowest_fitted import lowest_fitted
from assistant.understand.names.periods import EARLIEST, LATEST
from assistant.understand.words.newest_of_models import newest_of_models

LATEST_WORD = "最新"
DATED = re.compile(rf"{MAIN_LAST}|令和|[Rr]\d")  # 「NeurIPSの2021年…直近の値が欲しい」 asks for that year
WHEN = re.compile(r"いつ|何年|時期|転機|転換|ころから|頃から")
# How it went, or differs, is asked for in so many words: 「どうなりましたか」「違いがあると聞きました」.
COURSE = re.compile(r"どうなり?(?:まし)?(?:った|た)|どう(?:動い|変わ)|違い|差が|異な")


def with_course(question: Question, text: str, divide: Divide, data: Question | None) -> Question:
    """「では日本の企業は」 after the year in which a share began to rise: one that never did is told by how it moved, beside the one before; other questions as they are."""
    taken_over = question.statistic == "onset" and question.inherited and "subjects" not in question.inherited and not WHEN.search(text)
    if not taken_over or data is None or data.statistic != "onset":
        return question
    place = question.places[0] if question.places else Place("area", "ai")
    measures = [divide.measure(subject.metric, **subject.names(), **{place.kind: place.name}) for subject in question.subjects]
    if not COURSE.search(text) and all(rose(measure, divide) for measure in measures):
        return question
    subjects = question.subjects if len(question.subjects) > 1 else tuple(dict.fromkeys((*question.subjects, *data.subjects[:1])))
    return question.with_(statistic="trend", intent="compare" if len(subjects) > 1 else "trend", subjects=subjects)


def since_held(question: Question, divide: Divide) -> Question:
    """「最初の年は?」 of a conference that has no papers in the first of all years: its own first year, and said so."""
    place = question.places[0]
    have = divide.available(divide.measure("firm_share", **{place.kind: place.name}))
    first = next((year for year in have if MAIN_FIRST <= year <= MAIN_LAST), MAIN_FIRST)
    if first == MAIN_FIRST or first in question.years[1:]:
        return question
    told = prompts.render("notes", "first_held", year=first)
    return question.with_(years=(first, *question.years[1:]), readings=(*question.readings, told))


def rose(measure: Measure, divide: Divide) -> bool:
    """Whether a share has a year since which it has been above all that was before."""
    return onset([divide.share(measure, (year,)) for year in divide.available(measure) if year <= MAIN_LAST]) is not None


def fitted(question: Question, text: str, divide: Divide, data: Question | None = None) -> Question:
    """The question bent to what the data can say: no DiD for a single conference, 「最新」 where the last main year is missing. After a question for the
    latest value (`data`), each other place is told for its own last year, several for their last one in common."""
    question = in_papers(newest_of_models(lowest_fitted(with_course(question, text, divide, data), text), text), text, data)
    if data is not None and data.latest and "years" in question.inherited and question.years == data.years and question.statistic == "level":
        if len(question.places) > 1:
            return question.with_(years=(), latest=True)
        question, text = question.with_(years=(MAIN_LAST,), latest=True), f"{text} {LATEST_WORD}"
    elif question.years == (MAIN_LAST,) and question.statistic == "level" and LATEST.search(text):
        question = question.with_(latest=True)
    if question.statistic == "did" and any(place.kind == "venue" for place in question.places):
        return question.with_(statistic="before_after", readings=(*question.readings, prompts.render("notes", "no_did_of_venue")))
    if question.years[:1] == (MAIN_FIRST,) and len(question.places) == 1 and EARLIEST.search(text) and str(MAIN_FIRST) not in text:
        question = since_held(question, divide)
    base_told = prompts.render("notes", "base_year", year=MAIN_LAST)
    counted_back = base_told in question.readings and question.years[-1:] == (MAIN_LAST,)
    latest = question.years == (MAIN_LAST,) and LATEST.search(text) and not DATED.search(text)
    if not (counted_back or latest) or question.blocker or len(question.places) != 1:
        return question
    place = question.places[0]
    if question.latest and not question.readings:
        question = question.with_(readings=(prompts.render("notes", "latest_word", word=LATEST_WORD, year=MAIN_LAST),))
    have = [year for year in divide.available(divide.measure("firm_share", **{place.kind: place.name})) if year <= MAIN_LAST]
    if not have or have[-1] == MAIN_LAST:
        return question
    if counted_back:  # 「10年前と比べて」 counts from the last year that the place has
        told = prompts.render("notes", "base_year", year=have[-1])
        years = tuple(year - MAIN_LAST + have[-1] for year in question.years)
        return question.with_(years=years, readings=(*(line for line in question.readings if line != base_told), told))
    told = prompts.render("notes", "latest_word", word=LATEST.search(text).group().rstrip("はの"), year=have[-1])
    return question.with_(years=(have[-1],), readings=(*(line for line in question.readings if str(MAIN_LAST) not in line), told))
