"""A request for words to say → draft and evidence, checked like every other answer."""

from collections.abc import Sequence

import prompts
from analytics import Divide
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Item, Question
from assistant.phrases.compose import compose, rephrased, say
from assistant.phrases.figures import carried
from assistant.phrases.request import Request, choices, read_request
from assistant.write.layout import Page, mark
from assistant.write.words import statement, with_mark


def answer_phrases(question: Question, divide: Divide, passages: Sequence[Item] = (), request: Request | None = None) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings: phrases for the scene that the question describes, or for a chosen request.

    `passages` are sentences of paper summaries that may stand beside them. Raises analytics.NotInData.
    """
    request = request or read_request(question.topic or question.text)
    figures, box = carried(question, request.situation, divide), Collector()
    for role in ("last", "first", "change", "beside"):
        if getattr(figures, role):
            box.figure(getattr(figures, role), role)

    def cite(figure) -> str:
        return mark(box.by_id[figure.id])

    names, entry = choices(), prompts.table("phrases/situations")[request.situation]
    headings = prompts.table("phrases/options")["lengths"]
    page = Page(conclusion=[say("head")])
    page.body = [say("phrase", length=headings[length]["heading"], text=text) for length, text in compose(request, figures, cite).items()]
    page.body.append(say("rephrase", text=rephrased(figures, cite)))
    if passages:
        page.body.append("\n".join([say("papers"), *(f"- {paper_line(item, box)}" for item in passages)]))
    lines = (say("scene", text=entry["scene"]), say("counter", text=entry["counter"]), say("reply", text=entry["reply"][request.politeness]))
    page.body.append("\n".join(f"- {line}" for line in lines))
    reading = say("reading", situation=entry["name"], audience=names["audience"].get(request.audience, "指定なし"),
                  politeness=names["politeness"][request.politeness])  # fmt: skip
    page.caveats = [*([prompts.render("answers/data", "no_english")] if question.style == "english" else []), *question.readings, reading]
    return Draft(page.text()), box.evidence(), (reading,)


def paper_line(item: Item, box: Collector) -> str:
    """A sentence of a paper's summary with its mark."""
    source = item.citation
    number = box.passage(source.id, source.kind, source.title, source.locator, source.url, item.text, "papers")
    return with_mark(statement(item), mark(number))
