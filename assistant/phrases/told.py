"""Answers about figures that were just told: what to mind when they are said, and which of them to show; and the texts that carry them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import prompts
from analytics import Divide, NotInData
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Item, Place, Question
from assistant.phrases.answer import of_length, reading_of
from assistant.phrases.compose import history, qualified, rephrased, say
from assistant.phrases.drafts import Told, answer_draft, of_words
from assistant.phrases.facts import answer_fact
from assistant.phrases.figures import Carried, cited_in
from assistant.phrases.headlines import answer_headlines
from assistant.phrases.objections import answer_objections, answer_themed
from assistant.phrases.replies import answer_reply
from assistant.phrases.request import read_request
from assistant.phrases.summary import all_told
from assistant.understand.figures.on_figures import CARE, SHOW
from assistant.understand.words.answers_on import THEMED
from assistant.understand.words.chosen_phrases import TELL
from assistant.understand.words.drafts import DRAFT
from assistant.understand.words.fact_wanted import FACT, PRESENT
from assistant.understand.words.headlines import HEADLINES
from assistant.understand.words.objections_wanted import OBJECTIONS
from assistant.understand.words.plain_words import PLAIN
from assistant.understand.words.put_to import REPLY
from assistant.write.layout import MARK, Page, mark
from assistant.write.quoted import statement, with_mark
from assistant.write.wordings import FLAT, direction, label, place

WAY = "polite"
COUNTED = "answering"  # the situation whose closing words are on counted papers
ON_TOLD = (DRAFT, CARE, SHOW, REPLY, FACT, PRESENT, PLAIN, TELL, OBJECTIONS, HEADLINES, THEMED)
PageOf = Callable[[Question], tuple[Page, Evidence, Question]]
Answered = tuple[Draft, Evidence, tuple[str, ...]]


def answer_told(question: Question, divide: Divide, page_of: PageOf, sayings_of: Callable[[], Sequence[Item]] = tuple) -> Answered:
    """Draft, evidence and readings of a question whose `advice` is one of ON_TOLD; `sayings_of` gives what the paper told of offers to say. Raises analytics.NotInData, NothingFound."""
    if question.advice[0] == DRAFT:
        return answer_draft(question, divide, page_of)
    if question.advice[0] == REPLY:
        return answer_reply(question, divide, page_of)
    if question.advice[0] == HEADLINES:
        return answer_headlines(question, divide, page_of)
    if question.advice[0] == OBJECTIONS:
        return answer_objections(question, divide)
    if question.advice[0] == THEMED:
        return answer_themed(question, divide)
    if question.advice[0] in (FACT, PRESENT):
        return answer_fact(question, divide)
    if question.advice[0] == PLAIN:
        return answer_plain(question, page_of)
    if question.advice[0] == TELL:
        return answer_words(question, of_words(page_of(question.parts[0])), sayings_of() if question.paper else ())
    if question.parts:
        words = of_words(page_of(question.parts[0]))
        return Draft(Page(conclusion=[say("show_these")], points=words.facts, caveats=[say("show_note")]).text()), words.evidence, ()
    told, box = all_told(question.with_(places=question.places or (Place("area", "ai"),)), divide, question.years), Collector()
    if not told:
        raise NotInData("no figures to speak of")
    cite = cited_in(box, told)
    for each in told[:1]:
        if each.beside is not None and each.last.metric.startswith(("firm_", "big_tech_")):
            box.figure(each.beside, "beside")
    page = care(told[0], cite, box) if question.advice[0] == CARE else shown(told, cite, box)
    return Draft(page.text()), box.evidence(), ()


def answer_words(question: Question, told: Told, offered: Sequence[Item]) -> Answered:
    """Words to say that carry what was told in words: an opening, the statements, and what to ask for, in the length that is wanted; what a paper's summary
    offers to say first."""
    request = read_request(question.topic)
    entry, way, evidence = prompts.table("phrases/situations")[request.situation], request.politeness, replace(told.evidence, chart=None)
    first, *others = [fact for fact in told.facts if MARK.search(fact)] or told.facts  # not the words that lead to a list
    opening, asked = say(f"tell_{way}"), "" if request.situation == COUNTED else entry["ask"][request.stance][way]
    if request.exact is not None:
        return of_length(question, request, [(6, opening), (0, first), *((2 + place, fact) for place, fact in enumerate(others)), (1, asked)], evidence)
    texts = {"line": first + asked, "half": opening + first + asked, "full": "".join([opening, first, *others, asked])}
    lengths, reading = prompts.table("phrases/options")["lengths"], reading_of(request)
    body = [say("phrase", length=lengths[length]["heading"], text=text) for length, text in texts.items() if request.length in (None, length)]
    if offered:
        last = max(item.n for item in evidence.items)
        added = tuple(replace(item, n=last + place, citation=replace(item.citation, n=last + place)) for place, item in enumerate(offered, 1))
        evidence = replace(evidence, items=(*evidence.items, *added))
        body.insert(0, "\n".join([say("papers"), *(f"- {with_mark(statement(item), mark(item.n))}" for item in added)]))
    return Draft(Page(conclusion=[say("head")], body=body, caveats=[*question.readings, reading]).text()), evidence, (reading,)


def answer_plain(question: Question, page_of: PageOf) -> Answered:
    """A word of the trade in plain words, and what it means by the glossary."""
    entry = prompts.table("phrases/plain_terms")[question.advice[1]]
    meant = f"{entry['names'][0]}とは"
    page, evidence, _ = page_of(Question(text=meant, intent="explain", resolved=meant, topic=meant, term=question.term))
    return Draft(Page(conclusion=[say("plain_head", text=entry["plain"])], points=["".join(page.conclusion)]).text()), evidence, ()


def care(told: Carried, cite, box: Collector) -> Page:
    """What to mind when a figure is said: its definition, what qualifies it, and what it does not show."""
    page = Page(conclusion=[say("care_head", place=place(told.last), label=label(told.last), cite=cite(told.last))])
    page.points = [rephrased(told, cite), *beside(told, cite, box), history(told, WAY, cite) + say("care_cause")]
    page.implication = prompts.render("answers/words", "limits_implication")
    page.caveats = [f"{line}。" for line in told.last.caveats_ja]
    return page


def shown(told: list[Carried], cite, box: Collector) -> Page:
    """Which figure to show: the one that moved most, then what keeps it from being overstated, then the others."""
    moved = [each for each in told if each.change is not None and direction(each.change) != FLAT]
    best = max(moved, key=lambda each: abs(each.change.value), default=told[0])
    page = Page(conclusion=[say("show_moved" if moved else "show_level", place=place(best.last), label=label(best.last), cite=cite(best.last))])
    page.points = [history(best, WAY, cite), *beside(best, cite, box), *(history(each, WAY, cite) for each in told if each is not best)]
    page.caveats = [say("show_note")]
    return page


def beside(told: Carried, cite, box: Collector) -> list[str]:
    """What qualifies a share of firms, where it is among the evidence."""
    return [qualified(told, WAY, cite)] if told.beside is not None and told.beside.id in box.by_id else []
