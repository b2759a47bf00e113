"""The refusal: one wording, the reason, and what is nearby."""

from functools import partial

import prompts
from analytics import Divide, NotInData
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.messages import explain
from assistant.evidence.collector import Collector
from assistant.evidence.data import DataEvidence
from assistant.evidence.gathered import AI
from assistant.models import NOT_IN_DATA, Draft, Evidence, Place, Question, Subject
from assistant.write.roles import Roles
from assistant.write.wordings import label, place

say = partial(prompts.render, "refusals")


def refuse(question: Question, reason: str, divide: Divide) -> tuple[Draft, Evidence]:
    """Draft and evidence of a refusal. `reason` is a finished sentence."""
    evidence = nearby(question, divide)
    lines = [say("head") + reason]
    roles = Roles(evidence)
    if figures := roles.figures("near"):
        lines.append(
            "\n".join(
                [say("nearby")]
                + [
                    say("nearby_figure", period=figure.period, place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure))
                    for figure in figures
                ]
            )
        )
    return Draft("\n\n".join(lines), outcome=NOT_IN_DATA), evidence


def blocked_reason(question: Question) -> str:
    """The sentence for a question that understanding already found unanswerable."""
    return say(question.blocker, **question.blocker_details)


def missing_reason(error: NotInData) -> str:
    return explain(error)


def unknown_reason(words: tuple[str, ...]) -> str:
    return say("not_found", words="、".join(words[:2])) if words else say("no_passage")


def nearby(question: Question, divide: Divide) -> Evidence:
    """The same metric at the nearest year of the same place, and for the AI area; nothing when no metric or place was named."""
    box, data = Collector(), DataEvidence(divide)
    if question.blocker == "outside" and not question.places:
        return box.evidence()
    if not (question.subjects or question.places):
        return box.evidence()
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    wanted = question.years[-1] if question.years else MAIN_LAST
    for part in dict.fromkeys([*(question.places[:1]), AI]):
        near(box, data, subject, part, wanted)
    return box.evidence()


def near(box: Collector, data: DataEvidence, subject: Subject, part: Place, wanted: int) -> None:
    measure = data.measure(subject, part)
    years = data.main_years(measure)
    if not years:
        return
    target = min(max(wanted, MAIN_FIRST), MAIN_LAST)
    year = min(years, key=lambda year: (abs(year - target), -year))
    try:
        box.figure(data.divide.share(measure, (year,)), "near")
    except NotInData:
        return
