"""When to give a plan up: the effect it must have, the month at which to look, and the year by which the outlay is to be back."""

import math

from analytics.roi import BadInput, SimpleResult, evaluate, resolve
from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.risk import DRAWS
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own, sentences, strategies
from assistant.roi.case import Case, evidence_text, worded
from assistant.roi.focus import focused
from assistant.roi.wording import labelled, percent, say
from assistant.understand.plans.investment import Investment
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]
LOOKED_AT = 6  # months of use after which the effect is compared: a placeholder of ours, told as one


def of_own(told: Investment) -> Answered:
    """Of amounts that the asker told."""
    told = own.outlay_of(told)
    case = own.case_of(told)
    result, box = case.result(), Collector()
    values, look = worded(case, result), looked_at(case, result)
    spare = spare_of(result)
    pairs = [("効果が下振れしてよい割合", spare), ("効果を確かめる月", None if look is None else look[0]), ("その月までの効果の下限", None if look is None else look[1])]
    cite = mark(box.passage("roi#simple", "roi", say("title"), say("locator"), "", evidence_text(told, case, values) + labelled(pairs), "result"))
    page = Page(conclusion=[first_line(values, result, cite)], implication=say("exit_implication"))
    if spare is not None:
        page.points.append(say("exit_spare", value=values["benefit"], part=spare, cite=cite))
    if look is not None:
        page.points.append(say("exit_look", first=look[0], value=look[1], cite=cite))
    if values["payback"] is not None and case.initial.value:
        page.points.append(say("exit_payback", payback=values["payback"], cite=cite))
    sunk = say("exit_sunk_cost", cost=values["cost"], cite=cite) if case.cost.value else say("exit_sunk")
    notes = [*([] if look is None else [say("exit_placed")]), *([sunk] if case.initial.value else []), *case.readings]
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in notes)])]
    return Draft(page.text(), own.suggestions(case), actions=own.actions(told, case)), box.evidence(), case.readings


def first_line(values: dict[str, str | None], result: SimpleResult, cite: str) -> str:
    """The effect below which the plan is to be given up; that it is not to be begun where the estimate is below that already."""
    if values["break_even"] is None:
        return say("no_break_even", years=values["years"], cite=cite)
    return say("exit_short" if result.annual_benefit < result.break_even_benefit else "exit_own", benefit=values["break_even"], cite=cite)


def spare_of(result: SimpleResult) -> str | None:
    """The part of the effect that may be missing; None where none may."""
    level = result.break_even_benefit
    return None if level is None or result.annual_benefit <= 0 or result.annual_benefit < level else percent(math.floor(100 * (1 - level / result.annual_benefit) + 1e-9), 0)  # up to this part the outlay is back


def looked_at(case: Case, result: SimpleResult) -> tuple[str, str] | None:
    """The month after half a year of use, and the effect that is to be there by then; None where nothing breaks even or the use is shorter than that."""
    year = next((place for place, share in enumerate(case.shares) if share > 0), None)
    if year is None or result.break_even_benefit is None or case.years < 1:
        return None
    months = 12 * (year + case.lag) + LOOKED_AT
    if months > 12 * case.years:
        return None
    return f"{plain_number(months, 0)}か月目", yen_text(result.break_even_benefit * case.shares[year] * LOOKED_AT / 12)


def of_strategies(plans: tuple[str, ...], told: Investment) -> Answered:
    """Of strategies on their defaults: the effect each must promise at its first decision, and what stopping there has cost."""
    try:
        evaluations = [evaluate(resolve(plan, strategies.changes(plan, told if len(plans) == 1 else strategies.shared_by_all(told))), DRAWS) for plan in plans]
    except BadInput as error:
        return strategies.refused(error)
    box = Collector()
    page = Page(implication=say("exit_implication"), caveats=[say("placeholder")])
    for each in evaluations:
        cite = sentences.cited(box, each)
        level, name = sentences.break_even_text(each), each.settings.label_ja
        page.conclusion.append(say("exit_strategy_never", name=name, cite=cite) if level is None else say("exit_strategy", name=name, first=level, cite=cite))
        page.points += [line.replace("**", "") for metric in ("first_stage_after_tax", "option_value") if (line := focused(metric, each, None, cite)) is not None]
    suggestions = (say("ask_strategy", name=evaluations[0].settings.label_ja), say("ask_benefit"), say("ask_compare"))
    return Draft(page.text(2 * len(evaluations)), suggestions), box.evidence(), ()
