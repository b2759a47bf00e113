"""A yearly cost asked about without its amount: whether it is in what was told, and how much more the plan bears."""

from analytics.roi.amounts import yen_text
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own
from assistant.roi.case import evidence_text, inputs, worded
from assistant.roi.wording import labelled, say
from assistant.understand.plans.investment import Investment
from assistant.understand.plans.yearly_costs import GENERAL, costs_told, included
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]


def answer(told: Investment, item: str, topic: str) -> Answered:
    """Of the cost `item` (a key of `yearly_costs.ITEMS`); `topic`: the lines of the talk, newest first."""
    lines = topic.split("\n")[1:]
    told = own.outlay_of(told)
    case = own.case_of(told)
    result, box = case.result(), Collector()
    values = worded(case, result)
    room = result.annual_benefit - result.break_even_benefit if result.break_even_benefit is not None and case.level else None
    more = yen_text(room) if room is not None and room > 0 else None
    cite = mark(box.passage("roi#simple", "roi", say("title"), say("locator"), "", evidence_text(told, case, values) + labelled([("増えてよい年間費用", more)]), "result"))
    held, named = item in included(lines) and told.cost is not None, item == GENERAL or any(item in costs_told(line) for line in lines)
    known = held or named and told.cost is not None
    page = Page(implication=say("implication"))
    page.conclusion = [say("other_cost_held" if held else "other_cost_in", cost=values["cost"], cite=cite) if known else say("other_cost_out")]
    page.points = [] if room is None else [say("other_cost_room", value=more, cite=cite) if more else say("other_cost_none", cite=cite)]
    page.points.append(inputs(values, cite))
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in case.readings)])]
    return Draft(page.text(), own.suggestions(case), actions=own.actions(told, case)), box.evidence(), case.readings
