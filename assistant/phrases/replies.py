"""Words to answer what somebody puts to the asker: a plain answer, the figures or the calculation that bear on it, how far they go, and what is done about it."""

import re
import unicodedata
from collections.abc import Callable

import prompts
from analytics import Divide, NotInData
from analytics.errors import BadInput
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Place, Question, Subject
from assistant.phrases.answer import CITED, VALUED, reading_of, result_and_points
from assistant.phrases.compose import bridge, compose, fitted, history, level, qualified, say
from assistant.phrases.drafts import of_words
from assistant.phrases.figures import Carried, carried, cited_in
from assistant.phrases.request import PLAN, Request, read_request
from assistant.roi import answer_roi
from assistant.understand.plans.plan_talk import standard_sums
from assistant.understand.text.lengths import Length
from assistant.understand.words.put_to import UNHELD
from assistant.understand.words.softer_draft import softer_wanted
from assistant.understand.works.works_asked import AGAINST, WORKS
from assistant.write.layout import Page

LINES = re.compile(r"([1-5一二三四五])(?:行|つ|点|個|案|通り|ポイント)")
DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
SENTENCES = {"line": 2, "half": 3}
ONE = re.compile(r"一言|ひとこと|ワンフレーズ")
OPPONENTS, MOST_OPPONENTS = "反対する研究はありますか", 2
BEFORE = "変える前"  # what a changed plan is measured by


def answer_reply(question: Question, divide: Divide, page_of: Callable[[Question], tuple[Page, Evidence, Question]]) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData."""
    name, request = question.advice[1], read_request(question.topic)
    entry, way = prompts.table("phrases/objections")[name], "spoken" if request.politeness == "spoken" else "polite"
    we = voice_of(question.topic)
    box = Collector()
    earlier = [said_before(question.parts[0], divide, box)] if question.parts and PLAN not in question.topic else []
    facts, evidence = of_plan(question) if PLAN in question.topic else of_opponents(page_of) if entry.get("opposed") else (of_figures(question, entry, way, divide, box), box.evidence())
    soft = any(softer_wanted(line) for line in question.topic.partition(PLAN)[0].split("\n")[:-1])
    parts = [*([(4, say("reply_soft_open"))] if soft else []), (0, entry["open"].format(we=we)), *((1 + 3 * place, fact) for place, fact in enumerate(facts)), (3, entry.get("limit", "")), (2, entry["close"].format(we=we)), *([(5, say("reply_soft_close"))] if soft else [])]
    text, kept = lined(question.topic, request, parts)
    page = Page(conclusion=[say("reply_head" if name != UNHELD else "reply_unheld")], body=[*earlier, say("phrase", length=say("reply_name"), text=text)])
    readings = (*(() if name == UNHELD else (say("reply_reading", name=entry["name"]),)), *(() if kept else (say("too_short"),)), reading_of(request))
    told = any(fact in text.replace("\n> ", "") for fact in facts)  # a short reply may have no room for them
    standard = question.topic.partition(PLAN)[2] in standard_sums()
    note = ("reply_standard" if standard else "reply_plan") if PLAN in question.topic and told else "reply_amounts" if "plan" in entry and not facts else "reply_note"
    page.caveats, page.notes = list(readings), [say(note)]
    return Draft(page.text()), evidence, readings


def said_before(told: Question, divide: Divide, box: Collector) -> str:
    """The words that were told before, in one line."""
    request = read_request(told.topic)
    figures = carried(told, request.situation, divide)
    cite = cited_in(box, [Carried(figures.last)])
    line = compose(Request(request.situation, request.stance, request.audience, request.politeness, "line"), Carried(figures.last), cite)["line"]
    return say("phrase", length=prompts.table("phrases/options")["lengths"]["line"]["heading"], text=line)


def voice_of(topic: str) -> str:
    """How the one who answers calls his own side, by the words of the conversation."""
    voices = prompts.table("phrases/drafts")["replying"]
    return next((entry["we"] for entry in voices.values() if any(cue in topic for cue in entry["cues"])), voices["firm"]["we"])


def lined(topic: str, request: Request, parts: list[tuple[int, str]]) -> tuple[str, bool]:
    """The reply as long as was asked, on lines of its own where lines were; and whether that length was kept."""
    said = unicodedata.normalize("NFKC", topic.split(PLAN)[0].split("\n")[0])
    if match := LINES.search(said):
        number = int(DIGITS.get(match[1], match[1]))
        text, kept = fitted(Length(sentences=number), parts)
        return "\n> ".join(re.findall(r"[^。]+。", text)), kept
    if request.exact is not None:
        return fitted(request.exact, parts)
    if request.length in SENTENCES:
        return fitted(Length(sentences=1 if ONE.search(said) else SENTENCES[request.length]), parts)[0], True
    return "".join(text for _, text in parts), True


def of_opponents(page_of: Callable[[Question], tuple[Page, Evidence, Question]]) -> tuple[list[str], Evidence]:
    """What the works that see the divide otherwise say, as sentences with their marks."""
    told = of_words(page_of(Question(text=OPPONENTS, intent="paper", resolved=OPPONENTS, topic=OPPONENTS, inherited=(WORKS, AGAINST))))
    return [fact for fact in told.facts if CITED.match(fact)][:MOST_OPPONENTS], told.evidence


def of_plan(question: Question) -> tuple[list[str], Evidence]:
    """What was calculated in the conversation, as sentences that hold their own amounts."""
    draft, evidence, told = answer_roi(question.with_(intent="roi", advice=(), parts=(), topic=question.topic.partition(PLAN)[2]))
    result, points = result_and_points(draft, told)
    values = [sentence for sentence in CITED.findall(result) if VALUED.search(sentence) and BEFORE not in sentence] or CITED.findall(result)
    paid = [CITED.findall(point)[0] for point in points if point.startswith("回収期間")]
    return [*values[:1], *paid[:1]], Evidence(evidence.items)


def of_figures(question: Question, entry: dict, way: str, divide: Divide, box: Collector) -> list[str]:
    """The figures that bear on what is doubted, as sentences with their marks; they are put into `box`."""
    facts = []
    for wanted in entry.get("figures", ()):
        if (figures := figures_of(question, wanted, divide)) is not None:
            facts.append(sentence_of(figures, wanted["told"], way, box))
    return facts


def figures_of(question: Question, wanted: dict, divide: Divide) -> Carried | None:
    """How a share moved; None where the data have none."""
    subject = Subject(wanted["metric"], tier=wanted.get("tier"))
    try:
        return carried(question.with_(subjects=(subject,), places=(Place("area", wanted.get("area", "ai")),), years=()), "directors", divide)
    except (NotInData, BadInput):
        return None


def sentence_of(figures: Carried, told: str, way: str, box: Collector) -> str:
    """A share as its course, as its last value, or as what qualifies a share of firms."""
    if told == "history":
        return history(figures, way, cited_in(box, [figures])) + bridge(figures, way)
    cite = cited_in(box, [Carried(figures.last)])
    return level(figures, way, cite) if told == "level" else qualified(Carried(figures.last, beside=figures.last), way, cite)
