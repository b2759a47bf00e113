"""The asker's own investment: NPV, payback, IRR and break-even of the amounts in the sentence, with the working."""

from collections.abc import Callable
from dataclasses import replace

from analytics.roi import Evaluation, SimpleResult, benefit_shares, evaluate, resolve
from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.catalogue import facts
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import unlikely
from assistant.roi.before import Before
from assistant.roi.case import EACH, Case, evidence_text, inputs, worded
from assistant.roi.focus import SIGNS, STOPPED, told_beside, yes_or_no
from assistant.roi.focus import focused as strategy_focus
from assistant.roi.mapped import moved_years
from assistant.roi.spread import gain_ended, granted_later, outlays_of, paid_text, received_in, settled_plan
from assistant.roi.spread import reading as spread_reading
from assistant.roi.tables import cumulative_chart, formula, table_text, yearly_table
from assistant.roi.wording import labelled, named_plan, percent, said, say
from assistant.understand.plans.investment import Amount, Investment
from assistant.understand.plans.uncounted import KINDS
from assistant.write.layout import Page, mark

DEFAULT_YEARS = 5
RATE_FACT, TAX_FACT = "discount_default", "tax_eff_large"


def outlay_of(told: Investment) -> Investment:
    """The plan with its outlay: what may be spent where nothing else is said of it, without the subsidy; yearly pay of staff is a yearly cost."""
    told = settled_plan(told)
    if told.initial is None and told.production is not None:
        told = replace(told, initial=told.production, production=None)
    if told.initial is None and told.fund is not None:
        told = replace(told, initial=told.fund, fund=None, notes=(*told.notes, ("fund_spent", (("amount", told.fund.value),))))
    if told.initial is not None and not told.initial.value and (told.granted is not None or told.subsidy is not None):
        told = replace(told, notes=(*told.notes, ("without_outlay", ())))
    elif told.grant_delay and told.initial is not None and (told.granted is not None or told.subsidy is not None):
        told = granted_later(told)
    elif told.granted is not None and told.initial is not None:
        told = with_grant(told)
    elif told.subsidy is not None and told.initial is not None:
        told = replace(told, initial=told.initial.plus(-min(told.subsidy, told.initial.value)), notes=(*told.notes, ("subsidy_taken", (("amount", told.subsidy),))))
    told = with_trial(told)
    if told.labour is not None:
        cost = told.labour if told.cost is None else told.cost.plus(told.labour.value)
        told = replace(told, cost=cost, labour=None, notes=(*told.notes, ("labour_added", (("amount", told.labour.value),))))
    return told


def with_trial(told: Investment) -> Investment:
    """The plan with its trial in the outlay."""
    if told.trial is None or told.initial is None or any(name == "trial_added" for name, _ in told.notes):
        return told
    values = (("trial", told.trial.value), ("initial", told.initial.value), ("amount", told.trial.value + told.initial.value))
    return replace(told, initial=told.initial.plus(told.trial.value), notes=(*told.notes, ("trial_added", values)))


def with_grant(told: Investment) -> Investment:
    """The plan less the part of its outlay that a subsidy pays, up to its limit."""
    part, whole = told.granted / 100, told.initial.value
    paid = whole * part if told.grant_cap is None else min(whole * part, told.grant_cap)
    left = told.initial.times(1 - part) if paid == whole * part else told.initial.plus(-paid)
    name = "granted_taken" if told.grant_cap is None else "granted_capped"
    values = (("share", told.granted), ("initial", whole), ("amount", paid), ("cap", told.grant_cap))
    return replace(told, initial=left, notes=(*told.notes, (name, values)))


def answer(told: Investment, focus: str | None = None, more: Callable[[Collector], list[str]] = lambda box: [], before: Before | None = None) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings for amounts that were told; the result asked for first (see `roi.focus`). `more`: further points; `before`: the plan told before it."""
    if (line := unlikely.doubted(told)) is not None:
        return Draft(line), Evidence(), (line,)
    told = outlay_of(told)
    case = case_of(told)
    result = case.result()
    values = worded(case, result)
    box = Collector()
    moved = blank(case) if focus == "tornado" and told.benefit is not None else None
    beside = labelled([*([] if moved is None else told_beside("tornado", moved, None)), *([] if before is None else before.pairs(result.npv))])
    if (row := stopped_row(focus, result)) is not None:
        beside += labelled([("打ち切る年", f"{row.year}年"), ("打ち切るまでの収支の合計（今の価値）", said(row.cumulative_present))])
    extra = [line for line in (formula(result.table, result.rate, values["npv"]), table_text(result.table)) if told.benefit]
    title = say("own_alone_title", **named) if (named := named_plan(told.strategies)) else say("title")
    number = box.passage("roi#simple", "roi", title, say("locator"), "", evidence_text(told, case, values) + beside + several_text(told, case) + "".join(extra), "result")
    page = Page(implication=say("implication"))
    chart = cumulative_chart(result.table, say("chart_title"), say("title")) if told.benefit else None
    write(page, told, case, result, values, mark(number))
    if told.benefit is not None and (first := focused(focus, case, result, values, mark(number))):
        page.conclusion = [first, *(line if focus in (*SIGNS, "success_red") else line.replace("**", "") for line in page.conclusion)]
    aside = [*not_used(told), *used(told), *context(told)]
    page.conclusion += several(told, case, result, mark(number))
    page.caveats = more(box)
    page.conclusion = [*not_used(told), *page.conclusion, *([] if before is None else [before.sentence(result.npv, mark(number))]), *used(told), *context(told)]
    if any(name == "without_outlay" for name, _ in told.notes):  # what was asked for is told first
        page.conclusion.sort(key=lambda line: line != say("without_outlay"))
    draft = Draft(page.text(), suggestions=suggestions(case), actions=actions(told, case))
    return draft, box.evidence(chart), (*case.readings, *aside)


def together(told: Investment, case: Case, result: SimpleResult) -> dict[str, str]:
    """What several plans of the kind come to side by side: the outlay and the value of all of them."""
    whole = case.weighed(result)
    return {"first": f"{told.parallel}件", "initial": yen_text(told.parallel * result.initial), "value": said(told.parallel * (result.npv if whole is None else whole.expected))}


def several(told: Investment, case: Case, result: SimpleResult, cite: str) -> list[str]:
    """That the result is of one plan, and the sum of all, where several run side by side."""
    return [say("own_each"), say("own_together", **together(told, case, result), cite=cite)] if told.parallel and told.benefit is not None else []


def several_text(told: Investment, case: Case) -> str:
    """The same for the evidence."""
    words = together(told, case, case.result()) if told.parallel and told.benefit is not None else {}
    return labelled([("並行する件数", words.get("first")), ("まとめた初期投資", words.get("initial")), ("まとめた期待値", words.get("value"))])


def not_used(told: Investment) -> list[str]:
    """What was told and is no part of this calculation, each with how it would be."""
    lines = [] if told.budget is None else [say("own_budget_unused")]
    if any(kind == "labour" for kind, _ in (*told.factors, *told.differences)):
        lines.append(say("labour_unused"))
    if told.staff is not None:
        lines.append(say("own_staff_unused", people=people_text(told.staff)))
    if any(name in ("gate1", "gate2") for name, _ in told.chances):
        lines.append(say("own_gates_unused"))
    extra = [] if told.production is None else [told.production.value]
    lines += [say("own_item_unused", amount=yen_text(value)) for value in (*extra, *(value for _, value in told.items))]
    return [*lines, *unplaced(told)]


USED = (*EACH, "cost_added", "cost_changed", "fund_spent", "subsidy_taken", "labour_added", "granted_taken", "granted_capped", "without_outlay", "trial_added", "grant_late", "gain_kept", "outlay_kept", "outlay_parts", "outlay_added", "counted_gain", "use_apart", "gain_scaled", *(f"uncounted_{kind}" for kind, _ in KINDS))


def used(told: Investment) -> list[str]:
    """What a number became that is no plain amount of the calculation, told beside the result."""
    lines = [*([spread_reading(told)] if told.paid else []), *(reading(name, dict(values)) for name, values in told.notes if name in USED)]
    if told.share is not None:
        lines.append(say("rate_taken", share=percent(told.share)))
    if lag := lag_of(told):
        lines.append(say("shape_build", months=length_text(lag)))
    return lines if told.last_share is None else [*lines, say("shape_part", months=length_text(told.last_share))]


def unplaced(told: Investment) -> list[str]:
    """One sentence on the numbers that could not be placed, with how to write them."""
    if not told.unused:
        return []
    return [say("unused", text="」「".join(dict.fromkeys(told.unused))) + say("unused_hint")]


def context(told: Investment) -> list[str]:
    """What was told of the company and is no part of any sum."""
    lines = [] if told.turnover is None else [say("turnover_unused", amount=yen_text(told.turnover))]
    priced = told.outlay is not None or told.budget is not None or told.items
    lines += [] if told.spending is None else [say("spending_unused", amount=yen_text(told.spending)) + ("" if priced else say("spending_hint"))]
    return lines if told.team is None else [*lines, say("team_unused", people=people_text(told.team))]


def people_text(people: float) -> str:
    return f"{plain_number(people, 1)}人"


def chance_told(told: Investment) -> float | None:
    """Fraction: the chance that an investment of one's own succeeds, by whichever name it was told."""
    chances = dict(told.chances)
    if "failed" in chances:
        chances["success"] = 100 - chances["failed"]
    return next((chances[name] / 100 for name in ("success", "passed", "realise") if name in chances), None)


def case_of(told: Investment) -> Case:
    """The told values with defaults, and a note for each default and each reading of a sentence."""
    readings, fact = [reading(name, dict(values)) for name, values in told.notes if name not in USED], facts()
    if told.rate is None:
        readings.append(say("default_rate", rate=percent(fact[RATE_FACT].value), source=fact[RATE_FACT].source_title))
    if told.years is None:
        readings.append(say("default_years", years=f"{default_years(told)}年"))
    tax = told.tax
    if tax is None and told.taxed:
        tax = fact[TAX_FACT].value
        readings.append(say("default_tax", rate=percent(tax, 2), source=fact[TAX_FACT].source_title))
    if chance_told(told) is None and told.benefit is not None:
        readings.append(say("certain"))
    elif not (told.initial is not None and told.initial.value) and not told.paid and told.cost is not None:
        readings.append(say("cost_lost"))
    readings += [*shape(told), say("untaxed") if tax is None else say("taxed", tax=percent(tax, 2)), ]
    years = told.years or default_years(told)
    return Case(
        told.initial, told.benefit or Amount(0.0), told.cost or Amount(0.0), years,
        (told.rate if told.rate is not None else float(fact[RATE_FACT].value)) / 100, None if tax is None else tax / 100,
        shares_of(told, years), lag_of(told), chance_told(told), tuple(dict.fromkeys(readings)), outlays_of(told, years), paid_text(told) if told.paid else None, None if told.trial is None else told.trial.value, received_in(told, years),
    )  # fmt: skip


def default_years(told: Investment) -> int:
    """Five years, or as far as the payback that was asked about reaches."""
    return int(moved_years(told, "years", "operation")) + max(DEFAULT_YEARS, int(-(-(told.limit or 0) // 1)), *(year for year, _ in told.schedule), 1)


def lag_of(told: Investment) -> float:
    """Years until the benefit begins, beyond what `start` says."""
    return (told.build or 0.0) + (told.begins or 0.0) + (told.delay or 0.0)


def shares_of(told: Investment, years: int) -> tuple[float, ...]:
    """The benefit over the years as shares of the full one, the last of them for a part of the year where months were told."""
    shares = gain_ended(whole_shares(told, years), told.ends)
    return shares if told.last_share is None or years != told.years else (*shares[:-1], shares[-1] * told.last_share)


def whole_shares(told: Investment, years: int) -> tuple[float, ...]:
    if told.schedule:
        full = told.benefit.value
        amounts = [next((amount for first, amount in reversed(told.schedule) if first <= year), 0.0) for year in range(1, years + 1)]
        return tuple(amount / full if full else 0.0 for amount in amounts)
    shares = benefit_shares(years, (told.growth or 0.0) / 100, told.start or 1)
    return shares if told.first_share is None else (shares[0] * told.first_share, *shares[1:])


def reading(name: str, values: dict) -> str:
    """One note about how the sentence was read."""
    known = facts()
    if name == "read_period":
        return say("read_period", told=values["told"], yearly=yen_text(values["yearly"]))
    if name == "moved":
        return say("moved", yearly=yen_text(values["yearly"]))
    if name in ("man_months", "hours_saved"):
        fact = known["outsourcing_manmonth" if name == "man_months" else "labour_hour_default"]
        price, told = values["price"], values["price"] is not None
        amount = plain_number(values["count" if name == "man_months" else "hours"])
        return say(f"{name}_told" if told else f"{name}_default", amount=amount, price=yen_text(price if told else fact.value))
    if name == "effect_years":
        return say(name, years=f"{values['years']}年")
    if name in ("without_outlay", "use_apart") or name.startswith("uncounted_"):
        return say(name)
    if name.startswith("put_back"):
        unit = {"put_back_rate": lambda value: percent(value, 2), "put_back_years": lambda value: f"{value}年"}.get(name, yen_text)
        return say(name, value=unit(values["value"]))
    if name in EACH:
        words = {"cards": f"{values['cards']}{values['unit']}", "whole": yen_text(values["whole"])}
        return say(name, **words, **({"amount": yen_text(values["amount"]), "each": f"1{values['unit']}"} if "amount" in values else {}))
    if name.startswith("granted"):
        cap = {"value": yen_text(values["cap"])} if name == "granted_capped" else {}
        return say(name, share=percent(values["share"]), initial=yen_text(values["initial"]), amount=yen_text(values["amount"]), **cap)
    if name == "outlay_parts":
        return say(name, text="、".join(f"{noun}{yen_text(amount)}" for noun, amount in values["parts"]), value=yen_text(values["whole"]))
    if name == "grant_late":
        return say(name, amount=yen_text(values["amount"]), year=f"{values['years']}年目")
    if name == "rest_spent":
        return say(name, first=yen_text(values["value"]), initial=yen_text(values["initial"]), amount=yen_text(values["amount"]))
    if name == "trial_added":
        return say(name, first=yen_text(values["trial"]), second=yen_text(values["initial"]), amount=yen_text(values["amount"]))
    if name in USED:
        return say(name, amount=yen_text(values["amount"]))
    return say(name)


def write(page: Page, told: Investment, case: Case, result: SimpleResult, values: dict, cite: str) -> None:
    if told.benefit is None:
        words = {name: values[name] for name in ("initial", "years", "rate")}
        page.conclusion = [say("break_even_only", **words, benefit=values["break_even"], cite=cite)]
        page.body = ["\n".join([say("notes"), *(f"- {line}" for line in case.readings)])]
        return
    named = named_plan(told.strategies)
    simply = result.npv < 0 and result.payback.value is not None  # the money comes back, but not with interest
    page.conclusion = [say(("pays" if result.npv >= 0 else "loses") + "_named" * bool(named) + "_discounted" * simply, **named, years=values["years"], npv=values["npv"], cite=cite)]
    if values["chance"] is not None:
        words = {"part": values["chance"], "value": values["expected"], "npv": values["npv"], "size": values["loss"]}
        page.conclusion = [say("own_expected", **words, cite=cite)]
        page.points.append(say("own_needed", part=values["needed"], cite=cite) if values["needed"] else say("own_never_needed", cite=cite))
    elif case.trial is not None and values["needed"]:
        page.points.append(say("own_needed", part=values["needed"], cite=cite))
    if told.limit is not None:
        page.conclusion.append(limit_sentence(told.limit, result, cite))
    if case.ranged:
        page.conclusion.append(say("range", low=said(case.result("low").npv), high=said(case.result("high").npv), cite=cite))
    if values["break_even"] is None:
        page.points.append(say("no_break_even", years=values["years"], cite=cite))
    else:
        short = result.annual_benefit < result.break_even_benefit
        page.points.append(say("break_even_short" if short else "break_even", benefit=values["break_even"], value=values["benefit"], cite=cite))
    if case.initial.value or case.outlays:  # without an outlay nothing is to be paid back
        page.points.append(payback_sentence(values, cite))
    returned = "" if values["roi"] is None else say("own_roi", value=values["roi"], years=values["years"], cite=cite)
    page.points.append(inputs(values, cite) + returned)
    notes = "\n".join([say("notes"), *(f"- {line}" for line in case.readings)])
    page.body = [notes, f"{say('working')}\n{formula(result.table, result.rate, values['npv'])}{cite}", yearly_table(result.table)]


def focused(focus: str | None, case: Case, result: SimpleResult, values: dict[str, str | None], cite: str) -> str | None:
    """The sentence on the one result that was asked for; None for the whole."""
    if focus is not None and focus.startswith(STOPPED):
        return None if (row := stopped_row(focus, result)) is None else say("own_stopped", years=f"{row.year}年", value=said(row.cumulative_present), cite=cite)
    if focus in ("failure", "mc_worst_tenth_mean"):
        return say("own_failure", size=values["loss"], cite=cite)
    if focus in ("loss_probability", "success_probability", "mc_probability_positive") and case.chance is None:
        return say("own_no_chance", cite=cite) + (say("own_needed", part=values["needed"], cite=cite) if values["needed"] else "") + say("own_chance_hint")
    if focus == "break_even_success":
        return say("own_needed", part=values["needed"], cite=cite) if values["needed"] else say("own_never_needed", cite=cite)
    if focus == "tornado" and (evaluation := blank(case)) is not None:
        return strategy_focus("tornado", evaluation, None, cite)
    if focus in SIGNS or focus == "success_red":
        whole = case.weighed(result) if focus in SIGNS else None
        return yes_or_no(focus if focus in SIGNS else "in_red", result.npv if whole is None else whole.expected)
    if focus == "why":
        known = values["break_even"] is not None
        return say(f"own_why_{'gain' if result.npv >= 0 else 'loss'}", benefit=values["benefit"], value=values["break_even"], cite=cite) if known else None
    if focus == "investment" and case.paid is not None:
        return say("own_spent_spread", value=values["spent"], cost=values["cost"], cite=cite)
    if focus == "investment":
        return say("own_spent", initial=values["initial"], cost=values["cost"], cite=cite)
    if focus == "roi" and values["roi"] is not None:
        return say("own_roi", value=values["roi"], years=values["years"], cite=cite)
    if focus == "irr":
        return say("own_irr", irr=values["irr"], cite=cite) if values["irr"] else say("own_no_irr", cite=cite)
    if focus == "payback" and not case.initial.value and not case.outlays:
        return say("own_nothing_to_pay_back")
    if focus == "payback":
        return say("own_payback", payback=values["payback"], cite=cite) if values["payback"] else say("own_no_payback", years=values["years"], cite=cite)
    spare = "" if values["room"] is None else say("own_room", part=values["room"], cite=cite)
    return say("own_break_even", benefit=values["break_even"], cite=cite) + spare if focus == "break_even_annual_benefit" and values["break_even"] else None


def stopped_row(focus: str | None, result: SimpleResult):
    """The year of the table after which the plan is given up; None where none is meant or the plan has ended before."""
    year = int(focus.removeprefix(STOPPED)) if focus is not None and focus.startswith(STOPPED) else None
    return next((row for row in result.table if row.year == year), None)


def limit_sentence(limit: float, result: SimpleResult, cite: str) -> str:
    kept = result.payback.value is not None and result.payback.value <= limit
    return say("within_limit" if kept else "beyond_limit", years=f"{plain_number(limit, 1)}年", cite=cite)


def payback_sentence(values: dict, cite: str) -> str:
    """Payback and IRR in one line, with what does not exist named."""
    if values["payback"] is None:
        return say("payback_never" if values["irr"] is None else "payback_never_irr", **({} if values["irr"] is None else {"irr": values["irr"]}), years=values["years"], cite=cite)
    name = "payback_simple" if values["discounted"] is None else "payback"
    words = {"payback": values["payback"]} | ({} if values["discounted"] is None else {"discounted": values["discounted"]})
    return say(f"{name}_no_irr" if values["irr"] is None else name, **words, **({} if values["irr"] is None else {"irr": values["irr"]}), cite=cite)


def shape(told: Investment) -> list[str]:
    """How the benefit runs over the years, where it is not level."""
    lines = []
    if told.schedule:
        amounts = "、".join(say("schedule_item", year=f"{year}年目", amount=yen_text(amount)) for year, amount in told.schedule)
        lines.append(say("shape_schedule", amounts=amounts))
    elif told.start and told.start > 1 and not told.paid:
        lines.append(say("shape_start", year=f"{told.start}年目"))
    if told.first_share is not None:
        lines.append(say("shape_first", share=percent(100 * told.first_share)))
    if told.growth:
        lines.append(say("shape_growth" if told.growth > 0 else "shape_fall", share=percent(abs(told.growth))))
    return lines


def length_text(years: float) -> str:
    """「2年」 「6か月」 「18か月」."""
    return f"{years:.0f}年" if years == int(years) else f"{plain_number(12 * years, 1)}か月"


def blank(case: Case) -> Evaluation | None:
    """The same investment as the engine's free plan, to vary one assumption at a time; None where the effect is not level."""
    return evaluate(resolve("blank", changes_of(case))) if case.level and case.initial.value else None


def suggestions(case: Case) -> tuple[str, ...]:
    """What to change next."""
    return (say("ask_benefit"), say("ask_rate", rate=percent(100 * case.rate + 4)), say("ask_years", years=f"{min(2 * case.years, 50)}年"))


def actions(told: Investment, case: Case) -> tuple[dict, ...]:
    """The form with sliders and the documents, on these amounts."""
    if told.benefit is None or not case.initial.value or case.outlays or case.received or case.trial is not None:  # the form knows one outlay and the same cost every year
        return ()
    changes = changes_of(case)
    form = {"kind": "form", "strategy": "blank", "changes": changes, "label": say("action_form")}
    exports = ({"kind": "export", "document": "excel", "strategy": "blank", "changes": changes, "label": say("action_excel")},) if case.level else ()
    return (form, *exports)


def changes_of(case: Case) -> dict:
    """The case by the engine's keys."""
    changes = {"initial_investment": case.initial.value, "annual_benefit": case.benefit.value, "annual_cost": case.cost.value}
    changes |= {"operation_years": case.years, "discount_rate": 100 * case.rate, "profitable": case.tax is not None}
    changes |= {} if case.chance is None else {"realise_probability": 100 * case.chance, "shortfall_benefit": 0.0}
    changes |= {} if case.tax is None else {"tax_rate": 100 * case.tax}
    for name, key in (("initial", "initial_investment"), ("benefit", "annual_benefit"), ("cost", "annual_cost")):
        amount = getattr(case, name)
        changes |= {} if amount.low is None else {f"{key}.low": amount.low, f"{key}.high": amount.high}
    return changes
