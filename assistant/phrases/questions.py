"""Questions to put in a meeting about figures or a plan that was calculated: each stands on what was told, and asks for what it leaves open."""

import re
from dataclasses import replace

import prompts
from analytics import Divide, NotInData
from analytics.errors import BadInput
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question, Subject
from assistant.phrases.compose import history, rephrased, say
from assistant.phrases.figures import Carried, carried, cited_in
from assistant.phrases.request import PLAN, Request, read_request
from assistant.roi import answer_roi
from assistant.understand.words.to_ask import ON_ADVICE
from assistant.write.layout import Page
from assistant.write.wordings import FLAT, direction

WAY = "polite"
OTHER = {"firm_share": "university_share"}  # what is asked beside one figure alone
BESIDE = "firm_share"
CITED = re.compile(r"[^。]*【\d+】[^。]*。")


def answer_questions(question: Question, divide: Divide) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. Raises analytics.NotInData when nothing of what was told has figures."""
    if PLAN in question.topic:
        draft, evidence, _ = answer_roi(question.with_(intent="roi", advice=(), topic=question.topic.partition(PLAN)[2]))
        if evidence.items:
            return written(question, of_plan(draft), replace(evidence, chart=None), (say("of_plan"),))
    if ON_ADVICE in question.inherited:
        return written(question, [("basis", say("ask_measured")), ("cost", say("ask_spend")), ("next", say("ask_stop"))], Evidence(), ())
    box = Collector()
    told = [each for subject in subjects_of(question) if (each := figures_or_none(question, subject, divide)) is not None]
    if not told:
        raise NotInData("no figures to ask about")
    return written(question, of_figures(told, cited_in(box, told), question.count), box.evidence(), ())


def subjects_of(question: Question) -> tuple[Subject, ...]:
    """What was talked of, two things; beside one alone its counterpart."""
    named = question.subjects or (Subject(BESIDE),)
    return named if len(named) > 1 else (*named, Subject(OTHER.get(named[0].metric, BESIDE)))


def figures_or_none(question: Question, subject: Subject, divide: Divide) -> Carried | None:
    """The figures of a subject where the talk was; None where the data have none."""
    try:
        return carried(question.with_(subjects=(subject,), years=()), "question", divide)
    except (NotInData, BadInput):
        return None


def of_figures(told: list[Carried], cite, count: int) -> list[tuple[str, str]]:
    """(heading, text) in the order in which they matter, the next step last."""
    first, entry = told[0], prompts.table("phrases/situations")["question"]
    still = first.change is None or direction(first.change) == FLAT
    asked = [("cause", history(first, WAY, cite) + say("ask_still" if still else "ask_cause"))]
    if len(told) > 1:
        asked.append(("other", history(told[1], WAY, cite) + say("ask_other")))
    asked += [("counting", rephrased(first, cite) + say("ask_counting")), ("basis", entry["ask"]["cautious"][WAY])]
    return [*asked[: max(count - 1, 1)], *([("next", entry["ask"]["for"][WAY])] if count > 1 else [])]


def of_plan(draft: Draft) -> list[tuple[str, str]]:
    """(heading, text) of a calculation: what moves it, where its benefit comes from, and when to stop."""
    parts = draft.text.split("\n\n")
    result = "".join(CITED.findall(parts[0].partition("\n")[2].replace("\n", "").replace("**", ""))[-1:])
    points = [CITED.findall(line.removeprefix("- "))[:1] for line in parts[1].split("\n")[1:]] if len(parts) > 1 else []
    threshold = "".join(points[0]) if points else ""
    return [("cause", result + say("ask_moves")), ("basis", threshold + say("ask_measured")), ("next", say("ask_stop"))]


def written(question: Question, asked: list[tuple[str, str]], evidence: Evidence, told: tuple[str, ...]) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """The page of questions, with what may be asked back."""
    headings, entry = prompts.table("phrases/options")["questions"], prompts.table("phrases/situations")["question"]
    request: Request = read_request(question.topic)
    page = Page(conclusion=[say(f"{question.advice[0]}_head" if evidence.items else "ask_plain_head")])
    page.body = [say("phrase", length=headings[name]["heading"], text=text) for name, text in asked]
    if question.advice[0] == "ask":
        page.body.append("\n".join(f"- {line}" for line in (say("counter", text=entry["counter"]), say("reply", text=entry["reply"][request.politeness]))))
    page.caveats = [*question.readings, *told]
    return Draft(page.text()), evidence, told
