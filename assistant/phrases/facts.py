"""A figure to state with its source in one sentence, and how to show it: no plan of anybody's is put beside it."""

from collections.abc import Callable

from analytics import Divide, Figure
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question
from assistant.phrases.compose import history, qualified, say
from assistant.phrases.figures import Carried, carried, cited_in
from assistant.phrases.request import read_request
from assistant.understand.text.lengths import shorter_wanted
from assistant.understand.words.fact_wanted import PRESENT
from assistant.write.layout import Page
from assistant.write.wordings import FLAT, direction, label, place

WAY = "polite"


def answer_fact(question: Question, divide: Divide) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData."""
    told, box = carried(question, "public", divide), Collector()
    cite = cited_in(box, [told])
    if question.advice[0] == PRESENT:
        page = shown(told, cite, box)
    else:
        kind = "short" if shorter_wanted(question.topic.split("\n")[0]) else "soft" if read_request(question.topic).politeness == "spoken" else "fact"
        page = Page(conclusion=[say("fact_lead")], body=[say("phrase", length=say("fact_name"), text=stated(told, kind, cite))], caveats=[say("fact_note")])
    return Draft(page.text()), box.evidence(), ()


def stated(told: Carried, kind: str, cite: Callable[[Figure], str]) -> str:
    """The share by its name (`fact`) or in plain words (`soft`), with what it is of, how it moved and where it is from; or its last value only (`short`)."""
    last = told.last
    if kind == "short":
        return say("fact_short", place=place(last), label=label(last), last_period=last.period, last=last.display, cite_last=cite(last))
    common = {"place": place(last), "definition": last.definition_ja.split("。")[0], "last_period": last.period, "last": last.display, "cite_last": cite(last), **({"label": label(last)} if kind == "fact" else {})}
    if told.change is None or (where := direction(told.change)) == FLAT:
        return say(f"{kind}_level", **common)
    return say(f"{kind}_{where}", first_period=told.first.period, first=told.first.display, cite_first=cite(told.first), **common)


def shown(told: Carried, cite: Callable[[Figure], str], box: Collector) -> Page:
    """How to show a share so that it is believed: as a share, with its year and what it is of, and without what it does not say."""
    page = Page(conclusion=[say("present_head", place=place(told.last), label=label(told.last), cite=cite(told.last))])
    page.points = [history(told, WAY, cite), say("present_whole"), say("present_reserve")]
    if told.beside is not None and told.last.metric == "firm_share":
        box.figure(told.beside, "beside")
        page.points[2:] = [qualified(told, WAY, lambda figure: f"【{box.by_id[figure.id]}】"), say("present_reserve")]
    page.body = [say("phrase", length=say("fact_name"), text=stated(told, "fact", cite))]
    return page
