"""A request for words to say → draft and evidence, checked like every other answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

import prompts
from analytics import Divide
from analytics.roi.amounts import yen_text
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Item, Question
from assistant.phrases.compose import compose, fitted, messages, parts_of, rephrased, say
from assistant.phrases.figures import carried
from assistant.phrases.questions import answer_questions
from assistant.phrases.request import PLAN, Request, choices, read_request, several_wanted
from assistant.phrases.summary import answer_summary
from assistant.roi import answer_roi, told_so_far
from assistant.roi.wording import named_plan
from assistant.understand.words.summed_up import SUM
from assistant.write.layout import Page, mark
from assistant.write.words import statement, with_mark

# 「何から話せばよいですか」 「どういう順で説明すれば」
ORDER = re.compile(r"(?:何|なに|どこ)から、?(?:話|切り出|説明|言|伝え|始め|しゃべ)|(?:どう(?:いう)?|どんな|どの)(?:順(?:番|序)?|流れ|段取り|構成)で|(?:話|説明|切り出)(?:す|しの?|の)(?:順(?:番|序)?|流れ|構成)|起承転結|話の組み立て")
OWN, TRIAL = "roi#simple", "roi#prototype"
LOSS = "のマイナス"
VALUED = re.compile(r"期待値|NPV|正味現在価値")
EXPECTED_LOSS = re.compile(r"期待値（ゲートあり）：[^。]*のマイナス")  # of a strategy on its standard assumptions
PREMISE = re.compile(r"前提は、(初期投資[^、]+、年間効果[^、]+)、")
THEN = re.compile(r"変える前の(?:期待値|NPV)は[^。]*。")
CHANGED = re.compile(r"の期待値は、(?:変える前|標準の前提)の[^。]*?から([^。]*?)に変わります")
WORST_TOLD = re.compile(r"P10を下回る場合|最悪の損失|損失は")
FIRST_SPENT = re.compile(r"最初の判断までの税引後支出：([^。]+)。")
BARE_VALUE = re.compile(r"[^。]*の期待値は([^。（]*?)です【\d+】。")
CITED = re.compile(r"[^。]*【\d+】[^。]*。")


def answer_phrases(question: Question, divide: Divide, passages: Sequence[Item] = (), request: Request | None = None) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings: phrases for the scene that the question describes, or for a chosen request.

    A question about a plan (its topic holds the plan's own lines after PLAN) carries what was calculated of that plan. `passages` are sentences of paper summaries that may stand beside them. Raises analytics.NotInData.
    """
    if question.advice:
        return answer_summary(question, divide, passages) if question.advice == (SUM,) else answer_questions(question, divide)
    if request is None and PLAN in question.topic:
        draft, evidence, told = answer_roi(question.with_(intent="roi", topic=question.topic.partition(PLAN)[2]))
        if evidence.items:
            return answer_plan(question, draft, evidence, told)
    request = request or read_request(question.topic or question.text)
    figures, box = carried(question, request.situation, divide), Collector()
    for role in ("last", "first", "change", "beside"):
        if getattr(figures, role):
            box.figure(getattr(figures, role), role)

    def cite(figure) -> str:
        return mark(box.by_id[figure.id])

    options = prompts.table("phrases/options")
    page = Page(conclusion=[say("head")])
    if request.exact is not None:
        return of_length(question, request, parts_of(request, figures, cite), box.evidence())
    if number := several_wanted(question.topic or question.text):
        page.body = headed("messages", messages(request, figures, cite), number)
    else:
        page.body = [say("phrase", length=options["lengths"][length]["heading"], text=text) for length, text in compose(request, figures, cite).items()]
    page.body[:0] = ["\n".join([say("order_head"), *(f"- {say(name)}" for name in ("order_ask", "order_fact", "order_plan", "order_end"))])] if ORDER.search(question.text) else []
    if request.length != "line":
        page.body += [] if several_wanted(question.topic or question.text) else [say("rephrase", text=rephrased(figures, cite))]
    if passages and request.length != "line":  # one line is enough
        page.body.append("\n".join([say("papers"), *(f"- {paper_line(item, box)}" for item in passages)]))
    page.body.append(around(request))
    reading = reading_of(request)
    page.caveats = [*question.readings, reading]
    return Draft(page.text()), box.evidence(), (reading,)


def of_length(question: Question, request: Request, parts: Sequence[tuple[int, str]], evidence: Evidence, *told: str) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Only the text of the length that was told, from its parts (see `compose.fitted`), with the readings `told` of it."""
    text, kept = fitted(request.exact, parts)
    readings = (*(() if kept else (say("too_short"),)), *told, reading_of(request))
    page = Page(conclusion=[say("head")], body=[say("phrase", length=say("exact"), text=text)])
    page.caveats = [*question.readings, *readings]
    return Draft(page.text()), evidence, readings


def headed(kind: str, texts: dict[str, str], number: int) -> list[str]:
    """So many different things to say, each under what it is for: as many as there are at most, what to do next always among them."""
    names = [name for name, text in texts.items() if text]
    chosen = names if number >= len(names) else [*names[: number - 1], names[-1]]
    headings = prompts.table("phrases/options")[kind]
    return [say("phrase", length=headings[name]["heading"], text=texts[name]) for name in chosen]


def around(request: Request) -> str:
    """Where a phrase is used, what is asked back, and what to reply."""
    entry = prompts.table("phrases/situations")[request.situation]
    lines = (say("scene", text=entry["scene"]), say("counter", text=entry["counter"]), say("reply", text=entry["reply"][request.politeness]))
    return "\n".join(f"- {line}" for line in lines)


def reading_of(request: Request) -> str:
    names, entry = choices(), prompts.table("phrases/situations")[request.situation]
    return say("reading", situation=entry["name"], audience=names["audience"].get(request.audience, "指定なし"), politeness=names["politeness"][request.politeness])


def answer_plan(question: Question, draft: Draft, evidence: Evidence, told: tuple[str, ...]) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Phrases that carry the result of a plan: `draft`, `evidence` and `told` (its readings, which are left out here) are its calculation."""
    plans = [item.citation.id for item in evidence.items if item.citation.id.startswith("roi#")]
    request = read_request(question.topic)
    if request.situation == "directors" and len([plan for plan in {*plans} if not plan.startswith(OWN)]) < 2:  # a board is asked to let the plan begin
        request = replace(request, situation="propose")
    entry, way = prompts.table("phrases/situations")[request.situation], request.politeness
    opened = prompts.table("phrases/situations")["propose"] if request.situation == "directors" else entry  # several plans are told of, not who does research
    result, points = result_and_points(draft, told)
    if request.situation == "objection" and request.stance == "for" and WORST_TOLD.search(result):
        result = at_stake(evidence) or result
    premise = spoken_premise(question.topic.partition(PLAN)[2], plans)
    standard_loses = OWN in plans and any(EXPECTED_LOSS.search(item.text) for item in evidence.items if item.citation.id != OWN)
    asked, opening = asked_for(request, plans, result, standard_loses, premise != ""), opened["open"][way]
    whole = premise + result
    result = premise + once_told(result, points)
    if request.exact is not None:
        return of_length(question.with_(readings=(*question.readings, premise)) if premise else question, request, [(6, opening), (0, result), *((3 + place, point) for place, point in enumerate(points)), (1, asked)], replace(evidence, chart=None), say("of_plan"))
    page = Page(conclusion=[say("head")])
    if number := several_wanted(question.topic):
        page.body = headed("plan_messages", dict(zip(("fact", "reserve", "range", "action"), [result, *(*points[:2], "", "")[:2], entry["reply"][way] + asked], strict=True)), number)
    else:
        texts = {"line": premise + "".join(CITED.findall(whole.removeprefix(premise))) + asked, "half": opening + result + "".join(points[:1]) + asked, "full": opening + result + "".join(points) + asked}
        lengths = prompts.table("phrases/options")["lengths"]
        page.body = [say("phrase", length=lengths[length]["heading"], text=text) for length, text in texts.items() if request.length in (None, length)]
    page.body.append(around(request))
    reading = reading_of(request)
    page.caveats = [say("of_plan"), reading]
    return Draft(page.text()), replace(evidence, chart=None), (reading, say("of_plan"), *((premise,) if premise else ()))


def spoken_premise(topic: str, plans: Sequence[str]) -> str:
    """The amount that a strategy was calculated on, said aloud before its result; empty where none was told of it."""
    told, _ = told_so_far(topic)
    amount = told.initial or (told.budget if told.strategies == ("joint",) and not told.limited else None)
    if amount is None or told.benefit is not None or len(told.strategies) != 1 or f"roi#{told.strategies[0]}" not in plans:
        return ""
    return prompts.render("answers/roi", "spoken_yearly" if told.initial is None else "spoken_outlay", **named_plan(told.strategies), amount=yen_text(amount.value))


def at_stake(evidence: Evidence) -> str:
    """What a strategy costs until its first decision: with that, not with its worst end, an objection is met. Empty where none was calculated."""
    for item in evidence.items:
        if (spent := FIRST_SPENT.search(item.text)) is not None:
            return prompts.render("answers/roi", "focus_first_stage_after_tax", name=item.citation.title.partition("（")[0], value=spent[1], cite=mark(item.n)).replace("**", "")
    return ""


def once_told(result: str, points: Sequence[str]) -> str:
    """The result without a sentence whose value the first point tells with more beside it."""
    bare = BARE_VALUE.search(result)
    return result.replace(bare.group(), "") if bare is not None and points and bare[1] in points[0] else result


def result_and_points(draft: Draft, told: Sequence[str]) -> tuple[str, list[str]]:
    """What a calculation comes to, with its own amounts, and its points; without its readings `told`."""
    parts = draft.text.split("\n\n")
    result = parts[0].partition("\n")[2].replace("\n", "").replace("**", "")
    for line in told:
        result = result.replace(line.replace("**", ""), "")
    result = CHANGED.sub(r"の期待値は\1です", THEN.sub("", result))  # what it was before is no news to those who listen
    points = [line.removeprefix("- ") for line in parts[1].split("\n")[1:]] if len(parts) > 1 and parts[1].startswith(prompts.render("answers/layout", "points")) else []
    if premise := next((found for point in points if (found := PREMISE.match(point))), None):  # said aloud, the sentence holds its own amounts
        result = re.sub(r"この前提(なら|では)、?", lambda match: f"{premise[1]}{match[1]}、", result)
    return result, points


def asked_for(request: Request, plans: Sequence[str], result: str, standard_loses: bool, own_amount: bool) -> str:
    """What is asked for beside a plan: that plan, or that its effect be measured first where it is calculated to lose, by its own numbers or with the standard ones beside them; of a trial on its standard amount, and of several plans, what the situation asks for."""
    way = request.politeness
    values = [sentence for sentence in CITED.findall(result) if VALUED.search(sentence)]  # a yearly budget may be told first
    loses = LOSS in next(iter(values), "")
    kinds = prompts.table("phrases/plans")["short" if loses else "mixed" if standard_loses else "reached"]
    if request.stance != "for" or request.situation not in kinds or TRIAL in plans and not (own_amount and loses) or len({*plans} - {OWN}) > 1:
        return prompts.table("phrases/situations")[request.situation]["ask"][request.stance][way]
    return kinds[request.situation][way]


def paper_line(item: Item, box: Collector) -> str:
    """A sentence of a paper's summary with its mark."""
    source = item.citation
    number = box.passage(source.id, source.kind, source.title, source.locator, source.url, item.text, "papers")
    return with_mark(statement(item), mark(number))
