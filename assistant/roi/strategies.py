"""The strategies with their sourced defaults: one of them, several side by side, and the first step for a company."""

from dataclasses import replace

from analytics.roi import BadInput, Evaluation, compare, evaluate, explain_problem, resolve
from analytics.roi.amounts import value_text, yen_text
from analytics.roi.catalogue import strategy_entry, threshold
from analytics.roi.compare import BLANK, Comparison
from analytics.roi.risk import DRAWS
from analytics.roi.settings import ENTERED, Assumption
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import alone, beside, own
from assistant.roi.before import Before
from assistant.roi.budget import beside as budget_beside
from assistant.roi.budget import costs_of, fits, fits_year, reach
from assistant.roi.focus import SIGNS, WITHIN_YEARS, both_ways, focused, signs_texts, told_beside, yes_or_no
from assistant.roi.mapped import STAGE_ITEMS, changes, common_changes, mapped, yearly_price
from assistant.roi.own import context, unplaced
from assistant.roi.sentences import (
    begin,
    best_sentence,
    break_even_sentence,
    cited,
    comparison_chart,
    first_sentence,
    returned,
    row,
    spread_sentence,
    stopped,
    success_sentence,
    then_sentence,
    through_sentence,
    value_sentence,
    value_told,
)
from assistant.roi.tables import cumulative_chart, yearly_table
from assistant.roi.wording import said, say, years_text
from assistant.understand.plans.investment import Investment
from assistant.understand.plans.ways_chosen import BEGIN, DROP
from assistant.write.layout import Page

Answered = tuple[Draft, Evidence, tuple[str, ...]]
MAIN = ("annual_benefit", "production_cost", "annual_cost", "labour", "gate1_probability", "gate2_probability", "realise_probability", "discount_rate")


def answer_one(strategy: str, told: Investment, focus: str | None = None, earlier: Investment | None = None) -> Answered:
    """One strategy: expected value with its chance, break-even, spread, first spending, and the working of success; the result asked for first (see `focus`)."""
    read = mapped(strategy, told)
    told_changes = read.changes
    focus = None if focus == "changed" and read.unused else focus  # what could not be used changes nothing
    try:
        evaluation = evaluate(resolve(strategy, told_changes), DRAWS)
        before = {} if earlier is None else mapped(strategy, earlier).changes
        again = earlier is not None and strategy in earlier.strategies
        usual = evaluate(resolve(strategy, before)) if (focus == "changed" or again) and told_changes != before else None
    except BadInput as error:
        return refused(error)
    box, then = Collector(), "_before" if before else ""
    cite = cited(box, evaluation, [*told_beside(focus, evaluation, usual, then), *(told_beside("changed", evaluation, usual, then) if usual is not None and focus != "changed" else ()), *budget_beside(evaluation, told), *paid_beside(read.paid_years, usual), *([(say("column_roi"), returned(evaluation))] if focus == "roi" else [])])
    page = Page(implication=say("strategy_implication"))
    page.conclusion = [value_sentence(evaluation, cite), *stopped(evaluation)]
    page.points = [break_even_sentence(evaluation, cite), spread_sentence(evaluation, cite), first_sentence(evaluation, cite)]
    if focus in SIGNS:
        page.conclusion = [yes_or_no(focus, value_told(evaluation, read.paid_years)), *page.conclusion, *([] if read.paid_years else [say("if_all_succeeds", value=said(evaluation.results.npv), cite=cite)])]
    elif focus == "roi":
        page.conclusion.append(say("strategy_roi", value=returned(evaluation), cite=cite))
    elif focus and (first := focused(focus, evaluation, usual, cite, then)):
        page.conclusion, page.points = [first], [value_sentence(evaluation, cite).replace("**", ""), *page.points]
    signed = focus in SIGNS  # yes or no comes first
    page.conclusion[signed:signed] = through_sentence(read.paid_years if focus != "why" else None, evaluation, cite)
    if usual is not None and focus != "changed":
        told_now, told_then = value_told(evaluation, read.paid_years), value_told(usual, read.paid_years)
        page.conclusion.append(then_sentence(told_then, told_now, cite) if read.paid_years or not focus else focused("changed", evaluation, usual, cite, then).replace("**", ""))
    budget = [] if yearly_price(strategy, told) else fits(evaluation, told, cite)
    kept = [say("kept_effect", name=evaluation.settings.label_ja, benefit=yen_text(told.benefit.value))] if effect_kept(told) else [*alone.effect_left(told, earlier), *alone.outlay_left(told, earlier, evaluation.settings.label_ja)]
    kept += [own.reading(name, dict(values)) for name, values in told.notes if name in ("gain_scaled", "rest_spent")]
    page.conclusion = [*read.unused, *left_out(told, earlier, cite, single=True), *budget, *page.conclusion, *kept, *([] if focus == "why" else read.used), *context(told)]
    readings = (*read.unused, *kept, *unplaced(told), *read.used, *context(told), *assumption_readings(evaluation, told), say("placeholder"))
    page.body = [
        "\n".join([say("assumptions_title"), *(f"- {line}" for line in (*assumption_readings(evaluation, told), say("placeholder")))]),
        f"{say('success_title')}\n{success_sentence(evaluation.results, cite)}",
        yearly_table(evaluation.cash_flows),
    ]
    bands = evaluation.monte_carlo.cumulative
    chart = cumulative_chart(evaluation.cash_flows, say("chart_title"), evaluation.settings.label_ja, bands)
    other = next(name for name in ("prototype", "joint") if name != strategy)
    asked = (say("ask_benefit"), say("ask_compare"), say("ask_strategy", name=strategy_entry(other)["label_ja"]))
    return Draft(page.text(), asked, actions=actions(strategy, told)), box.evidence(chart), readings


def paid_beside(paid_years: int | None, usual: Evaluation | None) -> list[tuple[str, str]]:
    """What the sentences on a price that is paid through hold beside the figures."""
    if paid_years is None:
        return []
    before = [] if usual is None else [(say("paid_before_label"), both_ways(usual.results.ev_no_gates))]
    return [(say("paid_years_label"), f"{paid_years}年"), *before]


def effect_kept(told: Investment) -> bool:
    """Whether the effect was told of another plan and no price of this one."""
    return told.same and told.benefit is not None and told.outlay is None and told.cost is None and told.budget is None


def answer_told(strategy: str | None, told: Investment, case: Investment, focus: str | None, before: Before | None) -> Answered:
    """A plan on its own price and effect (`case`); of a strategy also what its standard assumptions would make of the outlay that was told."""
    return own.answer(case, focus, lambda box: [] if strategy is None else staged(box, strategy, replace(told, cost=case.cost, budget=None)), before)


def staged(box: Collector, strategy: str, told: Investment) -> list[str]:
    """One point on the stages that the told amounts leave out, calculated where what is spent first was told as one sum."""
    if told.initial is None:
        return [say("own_not_staged")]
    try:
        evaluation = evaluate(resolve(strategy, mapped(strategy, told).changes), DRAWS)
    except BadInput:
        return [say("own_not_staged")]
    added = {name: yen_text(value) for name, value in alone.defaults_added(told, evaluation).items()}
    if not added:
        return [say("own_not_staged")]
    cite = cited(box, evaluation, [(alone.LABELS[name], value) for name, value in added.items()])
    return [say("own_staged" if len(added) > 1 else f"own_staged_{next(iter(added))}", **added, name=evaluation.settings.label_ja, value=said(evaluation.results.ev_gates), cite=cite)]


def answer_comparison(strategies: tuple[str, ...], told: Investment, first_step: bool, focus: str | None = None, earlier: Investment | None = None, kept: beside.Kept | None = None, place: int | None = None) -> Answered:
    """Several strategies on equal terms; with `kept`, one of them on the numbers told of it; with `first_step`, which to begin with; with a focus, that result of each first (see `focus`); with a `place`, the plan of that place first."""
    if first_step:
        strategies = ("prototype", "cloud", "joint", "prototype_joint")
    try:
        comparison = compared(strategies, told, kept)
    except BadInput as error:
        return refused(error)
    box = Collector()
    cites = {each.settings.strategy: cited(box, each, [*told_beside(focus, each, None), *(budget_beside(each, told) if each.settings.strategy != BLANK else ())]) for each in comparison.evaluations}
    page = Page(implication=say("strategy_implication"))
    if first_step:
        begin(page, comparison.evaluations, cites)
    else:
        best = comparison.ranked[0]
        page.conclusion = [best_sentence(best, cites[best.settings.strategy])]
        page.points = [value_sentence(each, cites[each.settings.strategy]).replace("**", "") for each in comparison.ranked[1:3]]
    if focus and focus != "changed" and (told_first := [line for each in comparison.ranked if (line := of_each(focus, each, cites[each.settings.strategy]))]):
        shown = len(told_first) if focus.startswith(WITHIN_YEARS) else 1  # yes or no of each of them
        page.conclusion, page.points = told_first[:shown], [line.replace("**", "") for line in told_first[shown:3]]
    if focus in ("investment", "first_stage_after_tax", "least_spent"):
        page.conclusion, page.points = outlays(comparison.evaluations, cites)
    if focus == DROP:
        last, points = comparison.ranked[-1], page.points if comparison.ranked[-1] is not comparison.ranked[0] else []
        page.conclusion, page.points = [say("drop_way", name=last.settings.label_ja, value=said(last.results.ev_gates), cite=cites[last.settings.strategy])], [line.replace("**", "") for line in page.conclusion] + points[: len(comparison.ranked) - 2]
    if focus == BEGIN:
        page.points = [line.replace("**", "") for line in (*page.conclusion, *page.points)]
        page.conclusion = [begin_sentence(comparison.evaluations, cites)]
    if focus == "least_spent":
        least = min(comparison.evaluations, key=lambda each: each.results.first_stage_after_tax)
        page.conclusion.insert(0, say("least_spent", name=least.settings.label_ja, value=yen_text(least.results.first_stage_after_tax), cite=cites[least.settings.strategy]))
    if focus in SIGNS:
        page.conclusion = [*signs_texts(comparison.ranked, cites), *page.conclusion]
    if focus == "payback":
        page.conclusion, page.points = soonest(comparison.ranked, cites)
    if place is not None:
        page.conclusion, page.points = in_place(comparison, focus, place, cites)
    one_sum = [] if kept or told.initial is None and told.production is None and not told.items else [say("sum_unused")]
    reached = [line for each in sorted((each for each in comparison.evaluations if each.settings.strategy not in ("prototype_joint", BLANK)), key=lambda each: costs_of(each).first) if (line := reach(each, told, cites[each.settings.strategy]))]
    own_told = {each.settings.strategy: kept and kept.told_of(each.settings.strategy) or shared_by_all(told.terms if kept else told) for each in comparison.evaluations}
    read = [mapped(plan, part) for plan, part in own_told.items() if plan != BLANK]
    aside = [*(line for one in read for line in one.unused), *(line for one in read for line in one.used)]
    fitting, reached = within_year(comparison.evaluations, told, reached)
    page.conclusion = [*one_sum, *dict.fromkeys(line for one in read for line in one.unused), *left_out(told, earlier, next(iter(cites.values()))), *fitting, *page.conclusion, *(beside.readings(kept, comparison.evaluations) if kept else ()), *context(told)]
    page.points = [*page.points, *reached] if focus else [*reached, *page.points]
    rows = [row(each, cites[each.settings.strategy]) for each in comparison.ranked]
    readings = (*(beside.readings(kept, comparison.evaluations) if kept else ()), *dict.fromkeys(aside), *unplaced(told), *fitting[: told.fund is None], *context(told), *company_readings(comparison.evaluations[0], told), *(line for each in comparison.evaluations if each.settings.strategy != BLANK for line in applied_readings((each,), own_told[each.settings.strategy])), say("compare_terms"), say("placeholder"))
    readings = tuple(dict.fromkeys(readings))
    page.body = ["\n".join([say("compare_title"), *(f"- {line}" for line in readings)]), "\n".join([say("compare_head"), say("compare_rule"), *rows])]
    chosen = "prototype" if first_step else put_first(comparison, focus)
    name = strategy_entry(chosen)["label_ja"]
    asked = (say("ask_strategy", name=name), say("ask_ringi", name=name), say("ask_gpu"))
    offered = actions(chosen, shared_by_all(told)) if kept is None else actions(kept.plan, told) if kept.plan != BLANK else own.actions(own.outlay_of(told), own.case_of(own.outlay_of(told)))
    return Draft(page.text(), asked, actions=offered), box.evidence(comparison_chart(comparison.ranked)), readings


def with_order(answered: Answered, strategies: tuple[str, ...], told: Investment, earlier: Investment) -> Answered:
    """A comparison led by whether its order is still that of the plan told before. The answer as it is where that cannot be calculated."""
    try:
        before, now = ([each.settings.label_ja for each in compared(strategies, one).ranked] for one in (earlier, told))
    except BadInput:
        return answered
    draft, evidence, readings = answered
    line = say("order_kept", names="、".join(now)) if before == now else say("order_moved", before="、".join(before), names="、".join(now))
    head, mark_line, rest = draft.text.partition("\n")
    return replace(draft, text=f"{head}{mark_line}{line}{rest}"), evidence, (*readings, line)


def within_year(evaluations: tuple[Evaluation, ...], told: Investment, reached: list[str]) -> tuple[list[str], list[str]]:
    """Of what the money reaches: the line that comes first (of a budget by the year, which plans it holds in every year), and the points."""
    if told.fund is not None or told.budget is None or not reached:
        return reached[:1], reached[1:]
    plans = [each for each in evaluations if each.settings.strategy not in ("prototype_joint", BLANK)]
    fit = [each for each in plans if fits_year(told.budget.value, costs_of(each))]
    first = yen_text(told.budget.value)
    return [say("reach_fits", name="、".join(each.settings.label_ja for each in fit), first=first) if fit else say("reach_none", first=first)], [*reached, say("budget_kept")]


def of_each(focus: str, evaluation: Evaluation, cite: str) -> str | None:
    """The sentence on one result of one of several plans, under its name."""
    if focus == "tornado":
        top = evaluation.tornado[0]
        return say("focus_tornado_of", name=evaluation.settings.label_ja, assumption=top.assumption.label_ja, low=said(top.at_low), high=said(top.at_high), cite=cite)
    return focused(focus, evaluation, None, cite)


def begin_sentence(evaluations: tuple[Evaluation, ...], cites: dict[str, str]) -> str:
    """Which of two or three plans to begin with: that which risks least before its first decision, beside the others."""
    first, *others = sorted(evaluations, key=lambda each: each.results.first_stage_after_tax)
    rest = "、".join(say("outlay_part", name=each.settings.label_ja, value=yen_text(each.results.first_stage_after_tax), cite=cites[each.settings.strategy]).replace("**", "") for each in others)
    return say("begin_way", name=first.settings.label_ja, value=yen_text(first.results.first_stage_after_tax), cite=cites[first.settings.strategy], items=rest)


def outlays(evaluations: tuple[Evaluation, ...], cites: dict[str, str]) -> tuple[list[str], list[str]]:
    """Conclusion and points on what each plan takes until its first decision and after, the cheapest first."""
    order = sorted((each for each in evaluations if each.settings.strategy != BLANK), key=lambda each: each.results.first_stage_after_tax)
    parts = [say("outlay_part", name=each.settings.label_ja, value=yen_text(each.results.first_stage_after_tax), cite=cites[each.settings.strategy]) for each in order]
    after = [line.replace("**", "") for each in order if (line := focused("investment", each, None, cites[each.settings.strategy]))]
    return [say("outlays", items="、".join(parts))], after


def shared_by_all(told: Investment) -> Investment:
    """What is told of every plan of a comparison: one sum is no outlay of each of them, and a yearly one no price of research."""
    lengths = tuple(("operation" if kind == "years" else kind, value) for kind, value in told.differences)
    return replace(told, initial=None, production=None, items=(), limited=True, differences=lengths)


def compared(strategies: tuple[str, ...], told: Investment, kept: beside.Kept | None = None) -> Comparison:
    """The plans side by side on what was told. Raises BadInput."""
    if kept is not None:
        return Comparison(beside.named(compare(beside.changes_kept(kept), kept.plans, DRAWS).evaluations))
    common = common_changes(told)
    own = {f"{plan}.{key}": value for plan in strategies for key, value in changes(plan, shared_by_all(told)).items() if key not in common}
    return compare(common | own, strategies, DRAWS)


def put_first(comparison: Comparison, focus: str | None) -> str:
    """The strategy that the answer names first: with the earliest payback where that is asked for, else the best by the year."""
    kept = [each for each in comparison.ranked if each.results.payback.value is not None]
    if focus == "payback" and kept:
        return min(kept, key=lambda each: each.results.payback.value).settings.strategy
    return comparison.ranked[0].settings.strategy


def refused(error: BadInput) -> Answered:
    """One sentence for each assumption that cannot be used."""
    lines = tuple(dict.fromkeys(explain_problem(problem) for problem in error.problems))
    return Draft("".join(lines)), Evidence(), lines


# -- assumptions from the sentence --------------------------------------------------------------------------------------


def applied_readings(evaluations: tuple[Evaluation, ...], told: Investment) -> list[str]:
    """What the sentence changed in the plans that are compared."""
    lines = []
    for evaluation in evaluations:
        entries, plan = evaluation.settings.assumptions, evaluation.settings.label_ja
        common = common_changes(told)
        split = told.trial is not None or told.initial is not None or yearly_price(evaluation.settings.strategy, told)  # the parts of one sum, told by `used`
        own = [key for key in changes(evaluation.settings.strategy, told) if key in entries and key not in common and not (split and key in STAGE_ITEMS and key not in dict(told.items))]
        lines += [say("applied", name=f"{plan}の{entries[key].label_ja}", value=entries[key].display) for key in own]
    operated = common_changes(told).get("operation_years")
    years = () if operated is None else (say("applied", name="運用年数", value=f"{operated:.0f}年"),)
    return [*years, *lines]


def left_out(told: Investment, earlier: Investment | None, cite: str, single: bool = False) -> list[str]:
    """What was told and changes nothing in the plans: a yearly budget (`earlier`: what was told before this sentence; of a `single` plan it is held against the costs), numbers that could not be placed."""
    lines = []
    if told.budget is not None:
        again = earlier is not None and earlier.budget is not None and earlier.budget != told.budget and told.plan == replace(earlier, budget=told.budget).plan
        if again or not single:
            lines += [say("budget_changed", value=yen_text(told.budget.value), cite=cite)] if again else []
    return [*lines, *unplaced(told)]


def in_place(comparison: Comparison, focus: str | None, place: int, cites: dict[str, str]) -> tuple[list[str], list[str]]:
    """Conclusion and points on the plan of a place in the order asked for before: by payback, else by the expected value of a year."""
    order = list(comparison.ranked)
    if quick := focus == "payback":
        order = sorted((each for each in order if each.results.payback.value is not None), key=lambda each: each.results.payback.value)
    lines = {each.settings.strategy: place_sentence(each, cites[each.settings.strategy], quick, number) for number, each in enumerate(order, 1)}
    if place > len(order):
        return [say("place_missing"), *list(lines.values())[-1:]], [line.replace("**", "") for line in list(lines.values())[:-1]]
    asked = order[place - 1].settings.strategy
    return [lines[asked]], [line.replace("**", "") for name, line in lines.items() if name != asked]


def place_sentence(evaluation: Evaluation, cite: str, quick: bool, number: int) -> str:
    """One plan with its place (the first, the next, the third and what comes after) and what it is placed by."""
    name = f"place_{'payback' if quick else 'value'}_{min(number, 3)}"
    return say(name, name=evaluation.settings.label_ja, value=years_text(evaluation.results.payback) if quick else said(evaluation.results.ev_gates), cite=cite)


def soonest(evaluations: tuple[Evaluation, ...], cites: dict[str, str]) -> tuple[list[str], list[str]]:
    """Conclusion and points on which plan has its money back first, where everything succeeds."""
    kept = [each for each in evaluations if each.results.payback.value is not None]
    never = [say("no_payback", name=each.settings.label_ja, cite=cites[each.settings.strategy]) for each in evaluations if each not in kept]
    if not kept:
        return never[:1], never[1:]
    kept.sort(key=lambda each: each.results.payback.value)
    shown = [(each.settings.label_ja, years_text(each.results.payback), cites[each.settings.strategy]) for each in kept]
    name, value, cite = shown[0]
    same = len(shown) > 1 and shown[1][1] == value
    first = say("soonest_same", name="と".join(one[0] for one in shown if one[1] == value), value=value, cite=cite) if same else say("soonest", name=name, value=value, cite=cite)
    rest = [say("focus_payback", name=other, value=years, cite=mark).replace("**", "") for other, years, mark in shown[1:]]
    chances = [value_sentence(each, cites[each.settings.strategy]).replace("**", "") for each in evaluations]
    return [first], [*rest, *never, *chances]


def assumption_readings(evaluation: Evaluation, told: Investment) -> tuple[str, ...]:
    """The assumptions that matter, each with its range and status."""
    entries = [entry for key, entry in evaluation.settings.assumptions.items() if key.rpartition(".")[2] in MAIN]
    return (*map(assumption_line, entries),)


def told_readings(evaluation: Evaluation) -> list[str]:
    """The assumptions that the talk moved, and those that matter and stay at their defaults."""
    return [assumption_line(entry) for key, entry in evaluation.settings.assumptions.items() if entry.status == ENTERED or key.rpartition(".")[2] in MAIN]


def assumption_line(entry: Assumption) -> str:
    if not entry.ranged:
        return say("assumption", name=entry.label_ja, value=entry.display, status=entry.status)
    low, high = (value_text(bound, entry.unit) for bound in (entry.low, entry.high))
    return say("assumption_range", name=entry.label_ja, value=entry.display, low=low, high=high, status=entry.status)


def company_readings(evaluation: Evaluation, told: Investment) -> tuple[str, ...]:
    """The company the calculation is for, where its size was told."""
    if told.employees is None and told.capital is None:
        return ()
    entries = evaluation.settings.assumptions
    words = {"employees": entries["employees"].display, "capital": entries["capital_stock"].display}
    name = "company" if None not in (told.employees, told.capital) else "company_capital" if told.capital is None else "company_employees"
    return say(name, **words), say(size_of(evaluation, told))


def size_of(evaluation: Evaluation, told: Investment) -> str:
    """The sentence on whether the company is a small one: what was not told of it decides nothing."""
    if told.capital is None:
        return "capital_decides_tax" if told.employees <= threshold("small_subsidy_employees") else "capital_decides"
    if told.employees is None and told.capital > threshold("small_subsidy_capital"):
        return "employees_decide"
    small = {(True, True): "both_small", (True, False): "subsidy_small", (False, True): "tax_small", (False, False): "neither_small"}
    return small[evaluation.small_for_subsidy, evaluation.small_for_tax]


def actions(strategy: str, told: Investment) -> tuple[dict, ...]:
    """The form, and every document of the strategy, on the assumptions told."""
    told_changes = changes(strategy, told)
    form = {"kind": "form", "strategy": strategy, "changes": told_changes, "label": say("action_form")}
    return (form, *(
        {"kind": "export", "document": kind, "strategy": strategy, "changes": told_changes, "label": say(f"action_{kind}")}
        for kind in ("excel", "ringi", "brief", "onepager", "deck")
    ))  # fmt: skip
