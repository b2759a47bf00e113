"""What a conversation measured, told in one go: sentences to say where they are to be said, else a list."""

import prompts
from analytics import Divide, NotInData
from analytics.errors import BadInput
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Place, Question
from assistant.phrases.compose import history, say
from assistant.phrases.figures import Carried, carried, cited_in
from assistant.phrases.request import read_request
from assistant.understand.whole_talk import ALOUD
from assistant.write.layout import Page

IN_LIST = "polite"
SHORTER = {"half": 2, "line": 1}  # how many of the last things there is time for


def answer_summary(question: Question, divide: Divide) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData when nothing of what was told has figures."""
    told, box = all_told(question, divide), Collector()
    if not told:
        raise NotInData("no figures to sum up")
    cite = cited_in(box, told)
    request = read_request(question.topic)
    aloud = ALOUD.search(question.text) is not None
    sentences = [history(figures, request.politeness if aloud else IN_LIST, cite) for figures in told]
    page = Page(conclusion=[say("head" if aloud else "sum_head")], caveats=list(question.readings))
    if aloud:
        entry = prompts.table("phrases/situations")[request.situation]
        texts = [say("sum_open"), *sentences[-SHORTER.get(request.length, len(sentences)) :], say("sum_caution"), entry["ask"][request.stance][request.politeness]]
        page.body = [say("phrase", length=prompts.table("phrases/options")["lengths"][request.length or "full"]["heading"], text="".join(texts))]
    else:
        page.body = ["\n".join(f"- {sentence}" for sentence in [*sentences[-(question.count - 1 if question.count else len(sentences)) :], say("sum_caution")])]
    return Draft(page.text()), box.evidence(), ()


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
