"""Several objections to expect and what to reply to each: by who has them, carrying the calculation or the figures that bear on them."""

import re

import prompts
from analytics import Divide
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question
from assistant.phrases.answer import CITED, result_and_points
from assistant.phrases.compose import say
from assistant.phrases.replies import figures_of, sentence_of, voice_of
from assistant.phrases.request import PLAN, read_request
from assistant.roi import answer_roi
from assistant.write.layout import Page

# Topics of prompts/phrases/objections.yaml in the order in which they matter.
ORDER = {
    "plan": ("cost", "failure", "now", "people", "size"),
    "figures": ("cause", "now", "size", "cost", "hype"),
    "staff": ("jobs", "people", "failure", "safety", "relevance"),
    "public": ("tax", "failure", "gain", "fairness", "now"),
}
# What a calculation answers: what it comes to, or where it breaks even.
COMES_TO, BREAKS_EVEN = re.compile(r"(?:NPV|期待値|正味現在価値)[^。]*円"), re.compile(r"損益分岐")
CARRIED = {"cost": COMES_TO, "tax": COMES_TO, "failure": BREAKS_EVEN}


def answer_objections(question: Question, divide: Divide) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData."""
    request, table, box = read_request(question.topic), prompts.table("phrases/objections"), Collector()
    way, we = "spoken" if request.politeness == "spoken" else "polite", voice_of(question.topic)
    names = ORDER[question.advice[1]][: question.count]
    planned, evidence = calculated(question)
    page, told = Page(conclusion=[say("objections_head")]), set()
    for name in names:
        facts = [sentence for sentence in planned if name in CARRIED and CARRIED[name].search(sentence)][:1]
        if not evidence.items:  # one list of marks: a calculation has its own
            facts = [sentence_of(figures, wanted["told"], way, box) for wanted in table[name].get("figures", ())[:1] if (figures := figures_of(question, wanted, divide)) is not None]
        facts = [fact for fact in facts if fact not in told]
        told |= {*facts}
        parts = (table[name]["open"].format(we=we), *facts, *(() if facts else (table[name].get("limit", ""),)), table[name]["close"].format(we=we))
        page.body.append(say("phrase", length=table[name]["name"], text="".join(parts)))
    note = say("reply_plan") if planned else say("reply_amounts") if set(names) & CARRIED.keys() else say("reply_note")
    page.caveats = [note]
    return Draft(page.text()), evidence if evidence.items else box.evidence(), (note,)


def calculated(question: Question) -> tuple[list[str], Evidence]:
    """What the plan of the talk comes to and where it breaks even, as sentences that hold their own amounts; nothing where none was told."""
    if PLAN not in question.topic:
        return [], Evidence()
    draft, evidence, told = answer_roi(question.with_(intent="roi", advice=(), topic=question.topic.partition(PLAN)[2]))
    result, points = result_and_points(draft, told)
    return [sentence for part in (result, *points) for sentence in CITED.findall(part)], Evidence(evidence.items)
