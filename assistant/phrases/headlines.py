"""Headlines of what was told: a line for each thing that was measured, and the statements of an answer in words, without their full stops."""

from collections.abc import Callable
from dataclasses import replace

import prompts
from analytics import Divide, NotInData
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Place, Question
from assistant.phrases.compose import say
from assistant.phrases.drafts import of_words
from assistant.phrases.figures import Carried, cited_in
from assistant.phrases.summary import all_told
from assistant.write.layout import MARK, Page
from assistant.write.several import merged
from assistant.write.wordings import FLAT, direction, label, place


def answer_headlines(question: Question, divide: Divide, page_of: Callable[[Question], tuple[Page, Evidence, Question]]) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData where nothing was told that a headline could stand on, NothingFound."""
    told = [lines_of_figures(question, divide)] if question.subjects else []
    told += [lines_of_words(page_of(question.parts[0]))] if question.parts else []
    whole, evidence = merged(told, question.count)
    lines = whole.points[: question.count]
    if not lines:
        raise NotInData("nothing to make a headline of")
    page = Page(conclusion=[say("headlines_head")], body=["\n".join(f"- {line}" for line in lines)])
    page.caveats = [*([say("headlines_fewer")] if len(lines) < question.count else []), *dict.fromkeys(whole.caveats)]
    return Draft(page.text()), replace(evidence, chart=None), ()


def lines_of_figures(question: Question, divide: Divide) -> tuple[Page, Evidence]:
    """What each share came to, the last told first, then what it counts."""
    told, box = all_told(question.with_(places=question.places or (Place("area", "ai"),)), divide, question.years), Collector()
    cite = cited_in(box, told)
    lines = [of_share(each, cite) for each in reversed(told)]
    lines += [say("headline_level", place=place(each.last), label=label(each.last), period=each.last.period, value=each.last.display, cite=cite(each.last)) for each in reversed(told) if each.change is not None]
    return Page(points=lines, caveats=[f"{line}。" for each in told for line in each.last.caveats_ja[:1]]), box.evidence()


def of_share(told: Carried, cite) -> str:
    """A share's course; its value alone where there is one year or no direction."""
    last = told.last
    common = {"place": place(last), "label": label(last)}
    if told.change is None or (way := direction(told.change)) == FLAT:
        return say("headline_level", period=last.period, value=last.display, cite=cite(last), **common)
    return say(f"headline_{way}", first_period=told.first.period, first=told.first.display, cite_first=cite(told.first), last_period=last.period, last=last.display, cite_last=cite(last), **common)


def lines_of_words(gathered: tuple[Page, Evidence, Question]) -> tuple[Page, Evidence]:
    """The statements of an answer in words that have a source, as they stand."""
    told = of_words(gathered)
    page, *_ = gathered
    lines = [fact if of_figure(fact, told.evidence) else headline(fact) for fact in told.facts if MARK.search(fact)]  # our own sentences are whole ones
    return Page(points=lines, caveats=[line for line in page.caveats if line == prompts.render("answers/words", "cost_estimates")]), told.evidence


def of_figure(fact: str, evidence: Evidence) -> bool:
    """Whether a statement tells a figure of ours."""
    item = evidence.item(int(MARK.search(fact)[1]))
    return item is not None and item.figure is not None


def headline(fact: str) -> str:
    """The first sentence of a statement with its mark."""
    first = fact.partition("。")[0]
    return first if MARK.search(first) else f"{first}{MARK.search(fact).group()}"
