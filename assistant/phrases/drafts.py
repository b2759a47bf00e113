"""A text to send, to read out or to publish, from what was told: an opening, facts with their sources, how far they go, and a close."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

import prompts
from analytics import Divide, NotInData
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Place, Question, Subject
from assistant.phrases.answer import result_and_points
from assistant.phrases.compose import bridge, fitted, history, qualified, rephrased, say
from assistant.phrases.figures import cited_in
from assistant.phrases.request import PLAN, Request, read_request
from assistant.phrases.softened import soft_head, soft_notes, softened
from assistant.phrases.summary import all_told
from assistant.roi import answer_roi
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.lengths import Length
from assistant.understand.words.drafts import ANSWERS
from assistant.understand.words.softer_draft import softer_wanted
from assistant.write.layout import MARK, Page
from assistant.write.quoted import short
from assistant.write.within import apart

LEAD = re.compile(r"^(?:(?:たとえ|なぜ大切か|自社への関わり)：|(?:はい|いいえ|あります|ありません)。)")  # what a point is told for; an answer to a question that a text does not hold
SPOKEN_NAME = re.compile(r"(?:^|(?<=。))(?P<name>[^：。、「」【】]{2,30})：")  # 「Musser ほか：…」 is read aloud by nobody
ASKED, LONGEST_YES = re.compile(r"「[^」]*」という問いに、(?P<name>[^。]{2,30}?)の要約はこう答えます(?P<cite>【\d+】)。"), 8
ROW = re.compile(r"^(?:- |\d+\. )")
MOST_FACTS = 4
SHORT_FACTS = {"line": 1}
OPENED = ("greeting", "morning", "mail", "letter", "groundwork", "approach")  # what nobody begins without a word to those who listen
HALF_MINUTE = Length(characters=170)  # read aloud without haste
A_MINUTE = 2 * HALF_MINUTE.characters
MINUTES = re.compile(r"([1-9][0-9]?)分(?!の[0-9一二三]|析|野|かれ|け|布)")
OWN_FACTS = 3  # figures of which a text tells, at most
USUAL_QUESTIONS = 4


@dataclass(frozen=True)
class Told:
    """What a text carries: `kind` is figures, plan or words; facts are sentences with their marks, in the order in which they matter."""

    kind: str
    facts: list[str]
    evidence: Evidence
    answers: dict[str, str] = field(default_factory=dict)


def answer_draft(question: Question, divide: Divide, page_of: Callable[[Question], tuple[Page, Evidence, Question]]) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData where nothing of what was told has figures, NothingFound where no paper speaks of it."""
    kind, table, request = question.advice[1], prompts.table("phrases/drafts"), read_request(question.topic)
    way = "polite" if kind == ANSWERS or softer_wanted(question.topic.partition("\n")[0]) else table[kind]["way"]
    planned = PLAN in question.topic
    if planned and kind == "approach":  # one's own sums are nothing for those outside
        planned, question = False, question.with_(subjects=(Subject("firm_university_share"),), years=())
    told = of_calculation(question) if planned else of_words(page_of(question.parts[0])) if question.parts else of_figures(question, way, divide)
    readings = (say("draft_topic"),) if "default" in question.inherited else ()
    page = Page(caveats=[*readings, say("draft_note")])
    if kind == ANSWERS:
        page.conclusion = [soft_head(question.topic, say("draft_answers"))]
        page.body = answered(told, table, question.count or USUAL_QUESTIONS, question.topic)
        page.caveats[:0] = soft_notes(question.topic)
    else:
        text, kept = composed(told, table, kind, way, request, voice_of(question.topic, table["voices"]))
        if way == table[kind]["way"] and softer_wanted(question.topic.partition("\n")[0]):  # it was written in the plainest way
            page.caveats.insert(0, say("draft_softest"))
        page.conclusion = [say("draft_head", name=table[kind]["name"])]
        page.body = [*([say("draft_subject", text=table[kind]["subject"][told.kind])] if "subject" in table[kind] else []), say("draft_text", name=table[kind]["name"], text=text)]
        page.caveats[:0] = [*([] if kept else [say("too_short")]), *minutes_kept(question.text, text)]
    return Draft(page.text()), told.evidence, tuple(page.caveats)


def composed(told: Told, table: dict, kind: str, way: str, request: Request, voice: str) -> tuple[str, bool]:
    """The text as long as was asked, in the name of `voice`, and whether that length was kept."""
    entry, limit = table[kind], table["limits"][told.kind][way]
    opening, close = (voice if kind == "press" else "") + entry["open"][told.kind], entry["close"][told.kind]
    exact = HALF_MINUTE if request.length == "half" and request.exact is None else request.exact
    if exact is None:
        return "".join([opening, *told.facts[: SHORT_FACTS.get(request.length, MOST_FACTS)], limit, close]), True
    facts = [(place if place == 0 else 3 + place, fact) for place, fact in enumerate(told.facts)]
    closing = (1, close) if kind == "opinion" else (5, close)  # an opinion is its judgement
    text, kept = fitted(exact, [(1 if kind in OPENED and request.exact is None else 6, opening), *facts, (2, limit), closing])
    return text, kept or request.exact is None


def minutes_kept(asked: str, text: str) -> list[str]:
    """That a text is read aloud in much less than the minutes that were asked for; nothing where it fills them, or none were."""
    told = MINUTES.search(unicodedata.normalize("NFKC", asked))
    lasts = max(round(len(MARK.sub("", text)) / A_MINUTE), 1)
    return [say("draft_minutes", minutes=f"{lasts}")] if told is not None and int(told[1]) > lasts else []


def voice_of(topic: str, voices: dict) -> str:
    """How a text begins that is published in somebody's name; empty where nobody is named."""
    return next((entry["opens"] for entry in voices.values() if any(cue in topic for cue in entry["cues"])), "")


def answered(told: Told, table: dict, count: int, topic: str) -> list[str]:
    """Questions that may come, each with its answer, softer where the talk (`topic`) wants that."""
    fixed = {name: texts[told.kind] for name, texts in table["replies"].items()}
    pairs = [(asked, text) for name, asked in table["answers"][told.kind].items() if (text := {**told.answers, **fixed}.get(name))]
    chosen = [*pairs[: max(count - 1, 1)], *(pairs[-1:] if 1 < count <= len(pairs) else [])]
    return [say("draft_question", question=asked, text=text) for asked, text in softened(topic, chosen if count < len(pairs) else pairs)]


def of_figures(question: Question, way: str, divide: Divide) -> Told:
    """Of shares of papers. Raises analytics.NotInData."""
    told, box = all_told(question.with_(places=question.places or (Place("area", "ai"),)), divide, question.years), Collector()
    if not told:
        raise NotInData("no figures to write of")
    cite = cited_in(box, told)
    first = told[0]
    alone = ""
    if first.beside is not None and first.last.metric.startswith(("firm_", "big_tech_")):
        box.figure(first.beside, "beside")
        alone = qualified(first, way, cite)
    facts = [history(first, way, cite) + bridge(first, way), *(history(each, way, cite) for each in told[1:OWN_FACTS]), *([alone] if alone else [])]
    plain = "polite"
    answers = {"moved": history(first, plain, cite), "counted": rephrased(first, cite) + say(f"source_{plain}"), "alone": qualified(first, plain, cite) if alone else ""}
    return Told("figures", facts, box.evidence(), answers)


def of_calculation(question: Question) -> Told:
    """Of a plan that the conversation calculated."""
    draft, evidence, told = answer_roi(question.with_(intent="roi", advice=(), topic=question.topic.partition(PLAN)[2]))
    if not evidence.items:
        raise NotInData("no plan to write of")
    result, points = result_and_points(draft, told)
    return Told("plan", [result, *points[:2]], evidence, {"moved": result, "counted": "".join(points[:1])})


def of_words(gathered: tuple[Page, Evidence, Question]) -> Told:
    """Of an answer told in words: its conclusion and points, each sentence with its source."""
    page, evidence, question = gathered
    rows = [ROW.sub("", row) for row in "\n".join(page.body).split("\n") if ROW.match(row) and MARK.search(row) and row.endswith("。")]
    facts = ["".join(line for line in page.conclusion if line not in question.readings), *("".join(apart(point)) for point in (*page.points, *rows))]
    facts = [LEAD.sub("", fact.replace("\n", "").replace("**", "")) for fact in facts if fact.endswith("。")][:OWN_FACTS]  # a row of a list is no sentence
    facts = [said_of(fact, evidence) for fact in facts]
    if facts and (name := term_told(evidence, question)) and name not in facts[0]:  # said by itself, a definition names its term
        facts[0] = f"{name}とは、{facts[0]}"
    if not facts:
        raise NotInData("nothing told to write of")
    if question.intent in DATA_INTENTS:
        return Told("figures", facts, evidence, {"found": "".join(facts)})
    return Told("words", facts, evidence, {"moved": facts[0], "counted": "".join(facts[1:2])})


def said_of(fact: str, evidence: Evidence) -> str:
    """A statement led by its work as it is read aloud: what the work says by it, what our summary says about it as said of it."""
    if (asked := ASKED.match(fact)) is not None:  # a question that nobody who listens has asked
        first, _, others = fact[asked.end() :].partition("。")
        if len(first) <= LONGEST_YES and others:
            first, _, others = others.partition("。")
        fact = f"{asked['name']}：{first}{asked['cite']}。{others}"
    cited = MARK.search(fact)
    item = evidence.item(int(cited[1])) if cited else None
    if item is not None and item.figure is not None:
        return fact
    own = item is None or item.citation.id.partition("#")[2].startswith(("claim", "point"))
    return SPOKEN_NAME.sub(lambda match: f"{match['name']}{'によると' if own else 'について'}、", fact)


def term_told(evidence: Evidence, question: Question) -> str:
    """The name of the term that an answer explains, "" where it explains none."""
    first = next(iter(evidence.items), None)
    explains = first is not None and first.citation.kind == "glossary" and question.intent in ("explain", "paper", "strategy") and question.term
    return short(first.citation.title) if explains else ""
