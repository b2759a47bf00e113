"""A table of strategies with the columns that were asked for, in their order."""

from collections.abc import Callable

from analytics.roi import BadInput, Evaluation
from analytics.roi.amounts import yen_text
from analytics.roi.losses import losses
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import strategies
from assistant.roi.budget import costs_of
from assistant.roi.sentences import benefit_text, best_sentence, break_even_text, cited, comparison_chart, returned
from assistant.roi.wording import percent, say, years_text
from assistant.understand.plans.columns_wanted import Wanted
from assistant.understand.plans.investment import Investment
from assistant.write.layout import Page

Answered = tuple[Draft, Evidence, tuple[str, ...]]
NONE = "なし"
MOST = 12  # columns


def worst(evaluation: Evaluation) -> float:
    """Yen lost at the worst end that a strategy has: failed at a gate, or built without its effect."""
    lost = losses(evaluation)
    return max(lost.first_gate, lost.last_gate, lost.unrealised)


def stages(evaluation: Evaluation) -> float:
    """Yen of all stages before production, before tax."""
    return sum(row.stage_cost for row in evaluation.cash_flows)


def irr_text(evaluation: Evaluation) -> str | None:
    value = evaluation.results.irr.value
    return None if value is None else percent(100 * value)


# What each column shows of one strategy; None where the calculation has no such value.
CELLS: dict[str, Callable[[Evaluation], str | None]] = {
    "initial": lambda each: yen_text(stages(each)),
    "production": lambda each: yen_text(costs_of(each).production),
    "running": lambda each: yen_text(costs_of(each).running),
    "years": lambda each: f"{each.results.horizon}年",
    "roi": returned,
    "npv": lambda each: yen_text(each.results.ev_gates),
    "irr": irr_text,
    "payback": lambda each: years_text(each.results.payback),
    "loss_probability": lambda each: percent(100 * (1 - each.monte_carlo.probability_positive)),
    "worst": lambda each: yen_text(worst(each)),
    "chance": lambda each: percent(100 * each.results.success_probability),
    "benefit": benefit_text,
    "break_even": break_even_text,
}  # fmt: skip


def labels(evaluation: Evaluation, columns: tuple[str, ...]) -> list[tuple[str, str]]:
    """(head, value) of each column, for the evidence."""
    return [(say(f"column_{name}"), value) for name in columns if (value := CELLS[name](evaluation)) is not None]


def head(columns: tuple[str, ...]) -> tuple[str, str]:
    """The two lines above the rows."""
    heads = [say("column_plan"), *(say(f"column_{name}") for name in columns)]
    return f"| {' | '.join(heads)} |", f"|---{'|---:' * len(columns)}|"


def row(name: str, cite: str, values: tuple[str, ...]) -> str:
    return say(f"columns_row_{len(values)}", name=name, cite=cite, **{f"cell{place}": value for place, value in enumerate(values, 1)})


def table(evaluations: tuple[Evaluation, ...], cites: dict[str, str], columns: tuple[str, ...], total: tuple[str, str, tuple[str, ...]] | None = None) -> str:
    """The table, with a last row of sums where there is one."""
    rows = [row(each.settings.label_ja, cites[each.settings.strategy], tuple(CELLS[name](each) or NONE for name in columns)) for each in evaluations]
    return "\n".join([*head(columns), *rows, *([] if total is None else [row(*total)])])


def answer(wanted: Wanted, plans: tuple[str, ...], told: Investment) -> Answered:
    """Draft, evidence and readings of the table that was asked for."""
    try:
        comparison = strategies.compared(plans, told)
    except BadInput as error:
        return strategies.refused(error)
    columns, box = wanted.columns[:MOST], Collector()
    cites = {each.settings.strategy: cited(box, each, labels(each, columns)) for each in comparison.evaluations}
    best = comparison.ranked[0]
    page = Page(implication=say("strategy_implication"))
    missing = [say("columns_missing", text="」「".join(wanted.missing))] if wanted.missing else []
    page.conclusion = [say("columns_lead"), *missing, best_sentence(best, cites[best.settings.strategy])]
    meant = [say(f"column_meant_{name}") for name in columns if name in ("initial", "roi", "npv", "worst", "payback")]
    readings = (*missing, *meant, say("compare_terms"), say("placeholder"))
    page.body = [table(comparison.evaluations, cites, columns), "\n".join([say("notes"), *(f"- {line}" for line in readings[len(missing) :])])]
    asked = (say("ask_strategy", name=best.settings.label_ja), say("ask_benefit"))
    return Draft(page.text(), asked, actions=strategies.actions(best.settings.strategy, strategies.shared_by_all(told))), box.evidence(comparison_chart(comparison.ranked)), (*readings, *head(columns))
