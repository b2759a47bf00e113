"""The question bent to what the data can say of its place: the last year that it has, no difference of differences for one conference."""

import prompts
from analytics import Divide
from analytics.divide.store import MAIN_LAST
from assistant.models import Question
from assistant.understand.periods import LATEST

LATEST_WORD = "最新"


def fitted(question: Question, text: str, divide: Divide, data: Question | None = None) -> Question:
    """The question bent to what the data can say: no DiD for a single conference, 「最新」 where the last main year is missing. After a question for the
    latest value (`data`), each other place is told for its own last year, several for their last one in common."""
    if data is not None and data.latest and "years" in question.inherited and question.years == data.years and question.statistic == "level":
        if len(question.places) > 1:
            return question.with_(years=(), latest=True)
        question, text = question.with_(years=(MAIN_LAST,), latest=True), f"{text} {LATEST_WORD}"
    elif question.years == (MAIN_LAST,) and question.statistic == "level" and LATEST.search(text):
        question = question.with_(latest=True)
    if question.statistic == "did" and any(place.kind == "venue" for place in question.places):
        return question.with_(statistic="before_after", readings=(*question.readings, prompts.render("notes", "no_did_of_venue")))
    base_told = prompts.render("notes", "base_year", year=MAIN_LAST)
    counted_back = base_told in question.readings and question.years[-1:] == (MAIN_LAST,)
    latest = question.years == (MAIN_LAST,) and LATEST.search(text)
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
