"""Several objections to expect and what to reply to each, or questions and answers on one theme: they carry the calculation or the figures that bear on them."""

import re

import prompts
from analytics import Divide
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question
from assistant.phrases.answer import CITED, result_and_points
from assistant.phrases.compose import say
from assistant.phrases.replies import figures_of, sentence_of, voice_of
from assistant.phrases.request import PLAN, read_request
from assistant.phrases.softened import soft_head, soft_notes, softened
from assistant.roi import answer_roi
from assistant.understand.words.put_to import UNHELD
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
    page, told, replies = Page(conclusion=[soft_head(question.topic, say("objections_head"))]), set(), []
    for name in names:
        facts = [sentence for sentence in planned if name in CARRIED and CARRIED[name].search(sentence)][:1]
        if not evidence.items:  # one list of marks: a calculation has its own
            facts = [sentence_of(figures, wanted["told"], way, box) for wanted in table[name].get("figures", ())[:1] if (figures := figures_of(question, wanted, divide)) is not None]
        facts = [fact for fact in facts if fact not in told]
        told |= {*facts}
        parts = (table[name]["open"].format(we=we), *facts, *(() if facts else (table[name].get("limit", ""),)), table[name]["close"].format(we=we))
        replies.append((table[name]["name"], "".join(parts)))
    page.body = [say("phrase", length=name, text=text) for name, text in softened(question.topic, replies)]
    note = say("reply_plan") if planned else say("reply_amounts") if set(names) & CARRIED.keys() else say("reply_note")
    page.caveats = [*soft_notes(question.topic), note]
    return Draft(page.text()), evidence if evidence.items else box.evidence(), (note,)


def answer_themed(question: Question, divide: Divide) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings of questions and answers on one theme: what is asked, what cannot be said of it and what is done about it, each with its
    own question, then what else is asked where more were wanted. Raises analytics.NotInData."""
    table, we, theme = prompts.table("phrases/objections"), voice_of(question.topic), question.advice[1]
    planned, evidence = calculated(question)
    box, entry = Collector(), table[theme]
    facts = [sentence for sentence in planned if theme in CARRIED and CARRIED[theme].search(sentence)][:1]
    if not evidence.items:
        facts = [sentence_of(figures, wanted["told"], "polite", box) for wanted in entry.get("figures", ())[:1] if (figures := figures_of(question, wanted, divide)) is not None]
    first = question.found_for[0] or entry["name"]
    pairs = [(first, "".join((entry["open"].format(we=we), *facts)))]
    pairs += [(asked, entry[part].format(we=we)) for part, asked in entry["asked"].items()]
    others = [name for name in ORDER["public" if theme == "tax" else "plan"] if name != theme]
    pairs += [(table[name]["name"], "".join((table[name]["open"].format(we=we), table[name]["close"].format(we=we)))) for name in others]
    chosen = pairs[: question.count] if question.count != 2 else [pairs[0], *[pair for pair in pairs[1:3] if pair[1] == entry["close"].format(we=we)]]
    page = Page(conclusion=[soft_head(question.topic, say("draft_answers"))], body=[say("draft_question", question=asked, text=text) for asked, text in softened(question.topic, chosen)])
    page.caveats = [*soft_notes(question.topic), say("draft_unbacked" if theme == UNHELD else "draft_note")]
    return Draft(page.text()), evidence if evidence.items else box.evidence(), (*page.caveats, first)


def calculated(question: Question) -> tuple[list[str], Evidence]:
    """What the plan of the talk comes to and where it breaks even, as sentences that hold their own amounts; nothing where none was told."""
    if PLAN not in question.topic:
        return [], Evidence()
    draft, evidence, told = answer_roi(question.with_(intent="roi", advice=(), topic=question.topic.partition(PLAN)[2]))
    result, points = result_and_points(draft, told)
    return [sentence for part in (result, *points) for sentence in CITED.findall(part)], Evidence(evidence.items)
