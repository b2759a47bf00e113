"""What may be spent, held against what a plan costs before tax: to its first decision, to production, year by year."""

from dataclasses import dataclass

from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from analytics.roi.catalogue import parts, strategy_entry
from assistant.roi.wording import say
from assistant.understand.plans.investment import Investment

SHARED = ("indirect_cost", "researcher_cost")


@dataclass(frozen=True)
class Costs:
    """Yen before tax. `low`: the first stage at the low end of its items, None where an item has no range."""

    first: float
    whole: float
    production: float
    running: float
    low: float


def costs_of(evaluation: Evaluation) -> Costs:
    rows, entries = evaluation.cash_flows, evaluation.settings.assumptions
    first = rows[0].stage_cost
    return Costs(first, sum(row.stage_cost + row.investment for row in rows), max(row.investment for row in rows), max(row.operating_cost for row in rows), low_of(evaluation, entries, first))


def low_of(evaluation: Evaluation, entries: dict, first: float) -> float:
    """The first stage with every item that has a range at its low end."""
    strategy = evaluation.settings.strategy
    plan = (parts(strategy) or (strategy,))[0]
    prefix = "" if plan == strategy else f"{plan}."
    saved = 0.0
    for item in strategy_entry(plan)["stage_items"]:
        entry = entries.get(f"{prefix}{item}")
        if entry is not None and entry.ranged:
            saved += (entry.value - entry.low) * (1 + entries[f"{prefix}indirect_rate"].value / 100 if item == "direct_cost" else 1)
    return first - saved


def beside(evaluation: Evaluation, told: Investment) -> list[tuple[str, str]]:
    """What the sentences say, under labels, for the evidence."""
    limit = limit_of(told)
    if limit is None:
        return []
    costs = costs_of(evaluation)
    pairs = [("予算" if told.fund is not None else say("budget_label"), yen_text(limit)), ("最初の判断までの費用（税引前）", yen_text(costs.first)), ("本番化までの費用（税引前）", yen_text(costs.whole))]
    pairs += [("低い見積もりでの費用（税引前）", yen_text(costs.low)), ("本番化の費用（税引前）", yen_text(costs.production)), ("運用の費用（税引前）", yen_text(costs.running))]
    pairs += [("最初の判断までに足りない額", yen_text(max(costs.first - limit, 0.0))), ("本番化までに足りない額", yen_text(max(costs.whole - limit, 0.0)))]
    return pairs


def limit_of(told: Investment) -> float | None:
    """Yen that may be spent, in all or in a year."""
    amount = told.fund if told.fund is not None else told.budget
    return None if amount is None else amount.value


def fits(evaluation: Evaluation, told: Investment, cite: str) -> list[str]:
    """How far the money reaches in one plan."""
    limit = limit_of(told)
    if limit is None:
        return []
    costs = costs_of(evaluation)
    first, second, value = yen_text(limit), yen_text(costs.first), yen_text(costs.whole)
    if told.fund is None:
        words = {"first": first, "second": second, "value": yen_text(costs.production), "low": yen_text(costs.running)}
        return [say("budget_years", **words, cite=cite), over(limit, costs), say("budget_kept")]
    if limit >= costs.whole:
        return [say("budget_whole", first=first, second=second, value=value, cite=cite), say("budget_kept")]
    if limit >= costs.first:
        return [say("budget_stage", first=first, second=second, value=value, size=yen_text(costs.whole - limit), cite=cite), say("budget_kept")]
    return [say("budget_short", first=first, second=second, size=yen_text(costs.first - limit), low=yen_text(costs.low), cite=cite), say("budget_kept")]


def fits_year(limit: float, costs: Costs) -> bool:
    """Whether every year costs no more than a yearly budget."""
    return max(costs.first, costs.production, costs.running) <= limit


def over(limit: float, costs: Costs) -> str:
    """Which years cost more than a yearly budget."""
    parts_over = [name for name, cost in (("stage", costs.first), ("production", costs.production), ("running", costs.running)) if cost > limit]
    return say("budget_over_" + "_".join(parts_over)) if parts_over else say("budget_over_none")


def reach(evaluation: Evaluation, told: Investment, cite: str) -> str | None:
    """How far the money reaches in one of several plans: all that may be spent, or what may be spent in a year."""
    limit = limit_of(told)
    if limit is None:
        return None
    costs = costs_of(evaluation)
    if told.fund is None:
        words = {"name": evaluation.settings.label_ja, "second": yen_text(costs.first), "value": yen_text(costs.production), "low": yen_text(costs.running)}
        return say("reach_years", **words, cite=cite) + over(limit, costs)
    words = {"name": evaluation.settings.label_ja, "first": yen_text(limit), "second": yen_text(costs.first), "cite": cite}
    if limit >= costs.first:
        return say("reach_first", **words)
    return say("reach_short", **words, size=yen_text(costs.first - limit), low=yen_text(costs.low))
