"""Several strategies done at once, each on the amount told of it or on its defaults: what they come to together, and what is lost if all of them turn out worst."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from analytics.roi import BadInput, Evaluation, compare
from analytics.roi.amounts import yen_text
from analytics.roi.catalogue import strategy_entry
from analytics.roi.risk import DRAWS
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import columns, strategies
from assistant.roi.focus import SIGNS, failure_text, told_beside, yes_or_no
from assistant.roi.mapped import changes, common_changes, mapped
from assistant.roi.sentences import cited, value_sentence
from assistant.roi.wording import labelled, percent, said, say
from assistant.understand.plans.investment import Investment
from assistant.understand.plans.ways_chosen import DROP
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]
LEAST_RISK = "least_risk"
WORST = ("failure", "mc_worst_tenth_mean")  # what a question after the worst is read as
COLUMNS = ("initial", "npv", "roi", "worst")
Each = tuple[tuple[str, Investment], ...]


@dataclass(frozen=True)
class Sums:
    """Yen over all plans (`spent`: before production, before tax; `built`: of production; `worst`: a loss), and the return in percent where all succeed."""

    value: float
    spent: float
    built: float
    worst: float
    returned: float


def sums_of(evaluations: tuple[Evaluation, ...]) -> Sums:
    rows = [row for each in evaluations for row in each.cash_flows]
    spent = sum(row.operating_cost + row.stage_cost + row.investment for row in rows)
    return Sums(
        sum(each.results.ev_gates for each in evaluations), sum(map(columns.stages, evaluations)), sum(each.results.investment for each in evaluations), sum(map(columns.worst, evaluations)), 100 * sum(row.net for row in rows) / spent,
    )  # fmt: skip


def summed(box: Collector, evaluations: tuple[Evaluation, ...]) -> tuple[str, Sums]:
    """The mark of the card that holds the sums, and the sums."""
    sums = sums_of(evaluations)
    pairs = [(say("sum_spent_label"), yen_text(sums.spent)), (say("sum_built_label"), yen_text(sums.built)), (say("sum_value_label"), f"{said(sums.value)}（{yen_text(sums.value)}）"), (say("sum_roi_label"), percent(sums.returned)), (say("sum_worst_label"), yen_text(sums.worst)), (say("sum_count_label"), f"{len(evaluations)}案")]
    names = "、".join(each.settings.label_ja for each in evaluations)
    return mark(box.passage("roi#together", "roi", say("sum_title"), say("sum_locator", text=names), "", labelled(pairs), "result")), sums


def evaluated(plans: tuple[str, ...], each: Each, shared: Investment) -> tuple[Evaluation, ...]:
    """The plans on what was told of each, and on the terms of all of them. Raises BadInput."""
    common = common_changes(shared)
    own = {f"{plan}.{key}": value for plan, told in each for key, value in changes(plan, placed(plan, told)).items() if key not in common_changes(told)}
    return compare(common | own, plans, DRAWS).evaluations


def amounts_text(each: Each) -> str:
    """That the amounts told of each plan are the asker's own."""
    amounts = ((plan, amount) for plan, told in each for amount in [told.outlay or told.budget] if amount is not None)
    return say("basis_told", items="、".join(f"{strategy_entry(plan)['label_ja']}の{yen_text(amount.value)}" for plan, amount in amounts))


def best(each: Each, shared: Investment) -> str:
    """The plan that is best by the year on the amounts told. Raises BadInput."""
    found = evaluated(tuple(plan for plan, _ in each), each, shared)
    return max(found, key=by_year).settings.strategy


def placed(plan: str, told: Investment) -> Investment:
    """An amount by the year is that of the one stage, and of every year of use, where a plan is no research."""
    return replace(told, initial=told.budget, cost=told.cost or told.budget, budget=None, years=None, paid=()) if told.budget is not None and plan != "joint" else told


def answer(plans: tuple[str, ...], each: Each, shared: Investment, focus: str | None, unread: list[str], total: bool) -> Answered:
    """Draft, evidence and readings: the sums first where they are wanted (`total`), else the plan that is best; the losses first where those are asked for. `unread`: that an amount has no place here."""
    try:
        evaluations = evaluated(plans, each, shared)
    except BadInput as error:
        return strategies.refused(error)
    box = Collector()
    cites = {one.settings.strategy: cited(box, one, [*told_beside("failure", one, None), *(told_beside(focus, one, None) if focus not in (None, "failure") else ()), *columns.labels(one, COLUMNS)]) for one in evaluations}
    cite, sums = summed(box, evaluations)
    page = Page(implication=say("strategy_implication"))
    page.conclusion, page.points = told_first(evaluations, cites, cite, sums, focus, total)
    page.conclusion += fund_line(shared, sums, cite) if total and focus not in (*WORST, LEAST_RISK) else []
    lengths = [say("each_years_unused", name=strategy_entry(plan)["label_ja"], years=f"{told.years}年") for plan, told in each if told.years is not None and plan != "joint"]
    page.conclusion = [*unread, *page.conclusion, *lengths]
    readings = (*unread, *lengths, *dict.fromkeys(used_of(each)), say("sum_roi_meant"), say("sum_apart"), say("placeholder"))
    page.body = ["\n".join([say("compare_title"), *(f"- {line}" for line in readings)]), columns.table(evaluations, cites, COLUMNS, total_row(sums, cite))]
    chosen = max(evaluations, key=by_year).settings.strategy
    told = dict(each).get(chosen)
    offered = strategies.actions(chosen, shared.terms if told is None else placed(chosen, told))
    return Draft(page.text(len(plans) + 1), (say("ask_compare"), say("ask_benefit")), actions=offered), box.evidence(), (*readings, *columns.head(COLUMNS))


def by_year(evaluation: Evaluation) -> float:
    return evaluation.results.equivalent_annual_value


def used_of(each: Each) -> list[str]:
    """What each told amount became."""
    yearly = [say("each_yearly", amount=yen_text(told.budget.value), name=strategy_entry(plan)["label_ja"]) for plan, told in each if told.budget is not None and plan != "joint"]
    return [*yearly, *(line for plan, told in each for line in mapped(plan, placed(plan, told)).used)]


def told_first(evaluations: tuple[Evaluation, ...], cites: dict[str, str], cite: str, sums: Sums, focus: str | None, total: bool) -> tuple[list[str], list[str]]:
    """Conclusion and points: the result that is asked for of each plan, else the sums (`total`) or the plan that is best."""
    if focus in (*WORST, LEAST_RISK):
        return worst(evaluations, cites, cite, sums, min if focus == LEAST_RISK else max)
    if focus == DROP:
        last = min(evaluations, key=by_year)
        return [say("drop_way", name=last.settings.label_ja, value=said(last.results.ev_gates), cite=cites[last.settings.strategy])], [value_sentence(one, cites[one.settings.strategy]).replace("**", "") for one in evaluations if one is not last]
    words, first = {"n": f"{len(evaluations)}案", "cite": cite}, max(evaluations, key=by_year)
    summed_up = say("sum_value", value=said(sums.value), part=percent(sums.returned), **words)
    conclusion = [summed_up] if total else [say("sum_best", name=first.settings.label_ja, value=said(first.results.ev_gates), cite=cites[first.settings.strategy])]
    points = [value_sentence(one, cites[one.settings.strategy]).replace("**", "") for one in evaluations]
    points.append(say("sum_worst", size=yen_text(sums.worst), **words) if total else summed_up.replace("**", ""))
    if focus in SIGNS:
        return [yes_or_no(focus, sums.value), *conclusion], points
    if focus == "investment":
        return [say("sum_outlay", initial=yen_text(sums.spent), value=yen_text(sums.built), **words), *conclusion], points
    lines = [line.replace("**", "") for one in evaluations if focus and (line := strategies.of_each(focus, one, cites[one.settings.strategy]))]
    return lines or conclusion, points


def worst(evaluations: tuple[Evaluation, ...], cites: dict[str, str], cite: str, sums: Sums, chosen: Callable = max) -> tuple[list[str], list[str]]:
    """Conclusion and points on what is lost at the worst: the plan that loses most (or least, `chosen` min), all of them at once, and how each is lost."""
    most = chosen(evaluations, key=columns.worst)
    first = say("worst_most" if chosen is max else "worst_least", name=most.settings.label_ja, value=yen_text(columns.worst(most)), cite=cites[most.settings.strategy])
    points = [line.replace("**", "") for one in evaluations if (line := failure_text(one, one.settings.label_ja, cites[one.settings.strategy]))]
    if chosen is min:  # safe may also mean that little is spent before one knows more
        least = min(evaluations, key=lambda one: one.results.first_stage_after_tax)
        spent = say("least_spent", name=least.settings.label_ja, value=yen_text(least.results.first_stage_after_tax), cite=cites[least.settings.strategy]).replace("**", "")
        return [first, spent], [*points, say("worst_planned")]
    return [first, say("sum_worst", n=f"{len(evaluations)}案", size=yen_text(sums.worst), cite=cite), say("worst_planned")], points


def fund_line(shared: Investment, sums: Sums, cite: str) -> list[str]:
    """Whether what may be spent covers all plans up to their production."""
    if shared.fund is None:
        return []
    return [say("sum_fits" if sums.spent <= shared.fund.value + 1e4 else "sum_over", initial=yen_text(sums.spent), cite=cite)]


def total_row(sums: Sums, cite: str) -> tuple[str, str, tuple[str, ...]]:
    return say("sum_title"), cite, (yen_text(sums.spent), yen_text(sums.value), percent(sums.returned), yen_text(sums.worst))
