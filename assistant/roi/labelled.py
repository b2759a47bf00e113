"""Plans told apart by labels: the one asked about under its name, or all of them on the same measures, and which is ahead on what."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from analytics.roi import SimpleResult
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question
from assistant.roi import own
from assistant.roi.case import Case, evidence_text, worded
from assistant.roi.focus import focus_of
from assistant.roi.wording import labelled, percent, say
from assistant.understand.plans.investment import Investment
from assistant.understand.plans.plan_exit import exits_asked
from assistant.understand.plans.plan_labels import ENDS, Plans
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]
Fold = Callable[[str], tuple[Investment, str]]
FOCUS = {"break_even_annual_benefit": "break_even", "payback": "payback", "irr": "irr"}
SLOT = {"break_even": "benefit", "room": "value"}
COLUMNS = ("initial", "benefit", "cost", "years", "rate", "npv", "irr", "payback")
ON_RESULT = ("損益分岐は年間効果**", "回収期間は**", "内部収益率（IRR）は**")
ON_WHOLE = ("この前提",)


@dataclass(frozen=True)
class Held:
    """One plan as it is calculated, and every number of it as it is written."""

    name: str
    told: Investment
    case: Case
    result: SimpleResult
    words: dict[str, str | None]
    number: int
    """Of its passage in the evidence."""

    @property
    def cite(self) -> str:
        return mark(self.number)


def answer(question: Question, plans: Plans, fold: Fold, alone: Callable[[Question], Answered]) -> Answered:
    """Draft, evidence and readings. `fold`: lines of a talk → what they tell; `alone`: the answer on one plan's own lines."""
    if plans.unknown:
        line = say("labelled_unknown", names="と".join(plans.names[place] for place in plans.unknown)) + known_text(plans)
        return Draft(line), Evidence(), (line,)
    lacking = [line for place in plans.asked if (line := lacking_text(plans.names[place], fold(plans.topic(place))[0]))]
    if lacking and len(plans.asked) > 1:
        return Draft("".join(lacking)), Evidence(), tuple(lacking)
    if len(plans.asked) == 1:
        return of_one(question, plans, alone)
    return of_all(plans, fold)


def known_text(plans: Plans) -> str:
    """Which plans have been told."""
    return say("labelled_known", names="と".join(plans.names[place] for place in sorted(plans.lines))) if plans.lines else ""


def lacking_text(name: str, told: Investment) -> str:
    """What a plan lacks to be calculated; empty where it lacks nothing."""
    missing = [say(f"field_{field}") for field, amount in (("initial", told.outlay), ("benefit", told.benefit)) if amount is None]
    if told.problems:
        return say("labelled_problem", names=name) + "".join(say(f"problem_{problem}") for problem in told.problems)
    return say("labelled_missing", names=name, fields="と".join(missing)) if missing else ""


def of_one(question: Question, plans: Plans, alone: Callable[[Question], Answered]) -> Answered:
    """The answer on one plan, which its first sentence names."""
    place = plans.asked[0]
    topic = plans.topic(place)
    asked = question.with_(text=plans.text, topic=topic if topic.split("\n")[0].strip(ENDS) == plans.text.strip(ENDS) else f"{plans.text}\n{topic}")
    draft, evidence, readings = alone(asked)
    name = plans.names[place]
    items = tuple(replace(item, text=named_text(name, item.text), citation=replace(item.citation, title=say("labelled_title", name=name), quote=named_text(name, item.citation.quote))) if item.citation.id == "roi#simple" else item for item in evidence.items)
    notes = left_out(plans)
    return replace(draft, text=with_name(draft.text, name, notes)), replace(evidence, items=items), (*readings, *notes)


def document(question: Question, plans: Plans, fold: Fold, make: Callable[[Question, Investment], Answered]) -> Answered:
    """A document on one of the plans, which it names: the one spoken of, or the one ahead, with word of those that are left out. `make`: the document
    on one plan told."""
    if plans.unknown:
        return answer(question, plans, fold, lambda asked: make(asked, fold(asked.topic)[0]))
    told = {place: fold("\n".join(plans.lines[place])) for place in plans.asked}
    lacking = [line for place in plans.asked if (line := lacking_text(plans.names[place], told[place][0]))]
    if lacking:
        return Draft("".join(lacking)), Evidence(), tuple(lacking)
    chosen = max(plans.asked, key=lambda place: own.case_of(own.outlay_of(told[place][0])).result().npv)
    topic = "\n".join((plans.text, *plans.lines[chosen]))
    draft, evidence, readings = make(question.with_(topic=topic), told[chosen][0])
    name, beside = plans.names[chosen], [place for place in plans.asked if place != chosen]
    others = [plans.names[place] for place in sorted(plans.lines) if place != chosen and place not in beside]
    further = [(plans.names[place], make(question.with_(topic="\n".join((plans.text, *plans.lines[place]))), told[place][0])[0].actions) for place in beside]
    offered = [{**actions[0], "label": say("labelled_action", name=of, text=actions[0]["label"])} for of, actions in ((name, draft.actions), *further) if actions]
    draft = replace(draft, actions=(*offered, *draft.actions[1:])) if beside else draft
    also = say("labelled_doc_also", names="と".join(of for of, actions in further if actions)) if draft.actions and any(actions for _, actions in further) else ""
    notes = [*([say("labelled_doc_first", names=name)] if beside else []), *([also] if also else []), *([say("labelled_doc_only", names="と".join(others))] if others else []), *([say("labelled_left_out")] if plans.supposed or plans.left_out else [])]
    usual = say("own_title").partition("（")[0]
    items = tuple(replace(item, citation=replace(item.citation, title=say("labelled_title", name=name))) if item.citation.id == "roi#simple" else item for item in evidence.items)
    lines = draft.text.replace(usual, name, 1).split("\n")
    place = 1 if len(lines) > 1 and lines[0].startswith("**") else 0
    lines[place] += "".join(notes)
    return replace(draft, text="\n".join(lines)), replace(evidence, items=items), (*readings, *notes)


def named_text(name: str, text: str) -> str:
    return labelled([("案の名前", name)]) + text


def with_name(text: str, name: str, notes: tuple[str, ...]) -> str:
    """An answer whose first sentence names the plan it is about, and notes at the end of its conclusion."""
    lines = text.split("\n")
    place = 1 if len(lines) > 1 and lines[0].startswith("**") else 0
    line = lines[place]
    if line.startswith(ON_RESULT):
        line = say("labelled_of", name=name, text=line)
    elif line.startswith(ON_WHOLE):
        line = say("labelled_is", name=name, text=line)
    elif mark(1) in text:
        line = say("labelled_lead", name=name, cite=mark(1)) + line
    lines[place] = line + "".join(notes)
    return "\n".join(lines)


def left_out(plans: Plans) -> tuple[str, ...]:
    """That what was only supposed of a plan before is not in its figures."""
    return (say("labelled_left_out"),) if any(place in plans.asked and place not in plans.supposed for place in plans.left_out) else ()


def of_all(plans: Plans, fold: Fold) -> Answered:
    """All the plans on the same measures."""
    box = Collector()
    held = [of_place(plans, place, fold, box) for place in plans.asked]
    ranked = sorted(held, key=lambda each: -each.result.npv)
    exits, notes = exits_asked(plans.text), readings(held)
    measure = "break_even" if exits else FOCUS.get(focus_of(plans.text))
    page = Page(implication=say("exit_implication" if exits else "implication"))
    page.conclusion = [*([say("exit_each")] if exits else []), *([items([each for each in held if measure != "payback" or each.result.initial or each.case.outlays], measure)] if measure else []), ahead(ranked), items(ranked, "npv"), *not_alike(held), *left_out(plans)]
    page.points = [*by_rate(ranked), *([] if measure == "payback" else [items([each for each in ranked if each.result.initial or each.case.outlays], "payback")]), items([each for each in ranked if each.words["room"]], "room")]
    page.points = [point for point in page.points if point]
    page.body = [table(held), "\n".join([say("notes"), *(f"- {line}" for line in notes)])]
    return Draft(page.text(4), suggestions=tuple(say("labelled_ask", names=each.name) for each in held)), box.evidence(), tuple(notes)


def of_place(plans: Plans, place: int, fold: Fold, box: Collector) -> Held:
    """One plan, calculated, and its passage in the evidence."""
    told = own.outlay_of(fold(plans.topic(place))[0])
    case = own.case_of(told)
    result = case.result()
    gain, even = result.annual_benefit, result.break_even_benefit
    room = None if even is None or not gain or even > gain else percent(100 * (1 - even / gain))
    words, name = worded(case, result) | {"room": room}, plans.names[place]
    text = named_text(name, evidence_text(told, case, words)) + labelled([("損益分岐までの余裕", room)])
    number = box.passage(f"roi#simple-{place}", "roi", say("labelled_title", name=name), say("locator"), "", text, "result")
    return Held(name, told, case, result, words, number)


def items(held: list[Held], measure: str) -> str:
    """One result of every plan that has it, each under its name and mark; empty where none has."""
    return say("labelled_items", items="、".join(item(each, measure) for each in held)) if held else ""


def item(each: Held, measure: str) -> str:
    value = each.words[measure]
    if value is None:
        return say("labelled_item_unpaid", name=each.name, years=each.words["years"], cite=each.cite)
    return say(f"labelled_item_{measure}", name=each.name, cite=each.cite, **{SLOT.get(measure, measure): value})


def ahead(ranked: list[Held]) -> str:
    """Which plan has the larger value; that none is worth it where all lose."""
    first, second = ranked[:2]
    if first.result.npv < 0:
        return say("labelled_none")
    return say("labelled_even") if first.words["npv"] == second.words["npv"] else say("labelled_ahead", name=first.name, cite=first.cite)


def by_rate(ranked: list[Held]) -> list[str]:
    """Which plan is ahead in return on what is spent, where every plan has one and gains."""
    if any(each.result.irr.value is None for each in ranked) or ranked[0].result.npv < 0:
        return []
    best = max(ranked, key=lambda each: each.result.irr.value)
    return [say("labelled_by_rate" if best is ranked[0] else "labelled_by_rate_but", name=best.name, cite=best.cite) + items([best, *(each for each in ranked if each is not best)], "irr")]


def not_alike(held: list[Held]) -> list[str]:
    """That years, rate or tax differ, so that the values are not of one kind."""
    return [say("labelled_not_alike")] if len({(each.case.years, each.case.rate, each.case.tax) for each in held}) > 1 else []


def table(held: list[Held]) -> str:
    """The plans side by side, a row for each."""
    return "\n".join([say("labelled_head"), say("labelled_rule"), *(row(each) for each in held if each.words["break_even"])])


def row(each: Held) -> str:
    words = {name: each.words[name] for name in COLUMNS if each.words[name] is not None}
    kind = "labelled_row" if "payback" in words else "labelled_row_unpaid" if "irr" in words else "labelled_row_neither"
    if kind == "labelled_row" and "irr" not in words:
        kind = "labelled_row_neither"
    needed = {name: value for name, value in words.items() if name != "payback" or kind == "labelled_row"}
    return say(kind, **needed, name=each.name, cite=each.cite, value=each.words["break_even"])


def readings(held: list[Held]) -> list[str]:
    """What was taken by default or could not be placed, with the plan it is of where it is not of all."""
    lines: dict[str, list[str]] = {}
    for each in held:
        for line in (*own.not_used(each.told), *each.case.readings, *own.used(each.told), *own.context(each.told)):
            lines.setdefault(line, []).append(each.name)
    return [line if len(names) == len(held) else say("labelled_note", names="と".join(names), text=line) for line, names in lines.items()]
