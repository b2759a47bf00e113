"""What a conversation measured and explained, told in one go: sentences to say where they are to be said, else a list."""

from collections.abc import Sequence

import prompts
from analytics import Divide, NotInData
from analytics.errors import BadInput
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Item, Place, Question
from assistant.phrases.compose import history, say
from assistant.phrases.figures import Carried, carried, cited_in
from assistant.phrases.request import Request, read_request
from assistant.understand.text.whole_talk import ALOUD
from assistant.write.layout import Page, mark
from assistant.write.quoted import beginning, short, statement, with_mark

IN_LIST = "polite"
SHORTER = {"half": 2, "line": 1}  # how many of the last things there is time for


def answer_summary(question: Question, divide: Divide, passages: Sequence[Item] = ()) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings; `passages` are what was explained. Raises analytics.NotInData when nothing of what was told has figures or was explained."""
    told, box = all_told(question, divide) if question.subjects or not passages else [], Collector()
    if not (told or passages):
        raise NotInData("nothing to sum up")
    cite = cited_in(box, told)
    request = read_request(question.topic)
    aloud = ALOUD.search(question.text) is not None
    figures = [history(each, request.politeness if aloud else IN_LIST, cite) for each in told]
    words = [explained(item, box) for item in passages]
    caution = [] if words else [say("sum_caution")]
    page = Page(conclusion=[say("head" if aloud else "sum_all_head" if words else "sum_head")], caveats=[*question.readings, *([say("sum_caution_some")] if words and figures else [])])
    if aloud:
        page.body = [spoken(request, [*figures, *words], caution, opening=say("sum_all_open" if words else "sum_open"))]
    else:
        kept = fitting(figures, words, question.count - len(caution)) if question.count else [*figures, *words]
        page.body = ["\n".join(f"- {sentence}" for sentence in [*kept, *caution])]
    return Draft(page.text()), box.evidence(), ()


def spoken(request: Request, sentences: list[str], caution: list[str], opening: str) -> str:
    """One speech of what was told, the last of it where there is little time, with what to ask for."""
    entry = prompts.table("phrases/situations")[request.situation]
    kept = sentences[-SHORTER.get(request.length, len(sentences)) :]
    texts = [opening, *kept, *caution, entry["ask"][request.stance][request.politeness]]
    return say("phrase", length=prompts.table("phrases/options")["lengths"][request.length or "full"]["heading"], text="".join(texts))


def fitting(figures: list[str], words: list[str], room: int) -> list[str]:
    """The last of what was told in so many lines, one figure at least among them."""
    kept = words[-max(room - bool(figures), 1) :] if words else []
    return [*figures[-max(room - len(kept), 1) :], *kept] if figures else kept


def explained(item: Item, box: Collector) -> str:
    """A sentence of what a term means, or what a paper says, with its mark."""
    source = item.citation
    number = box.passage(source.id, source.kind, source.title, source.locator, source.url, item.text, "explained")
    meant = beginning(item.text.partition("\n")[0]) if source.kind == "glossary" else statement(item)
    return prompts.render("answers/words", "attributed", name=short(source.title.partition("『")[0]), text=with_mark(meant, mark(number)), cite="")


def all_told(question: Question, divide: Divide, years: tuple[int, ...] = ()) -> list[Carried]:
    """The figures of each thing and place that was measured, where the data have them; until the last of `years`, where they are told."""
    found = []
    for place in question.places or (Place("area", "ai"),):
        for subject in question.subjects:
            try:
                found.append(carried(question.with_(subjects=(subject,), places=(place,), years=years), "directors", divide))
            except (NotInData, BadInput):
                continue
    return found
