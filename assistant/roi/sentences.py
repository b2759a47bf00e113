"""Sentences on the results of a strategy, its row beside the others, and its card among the evidence."""

from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from analytics.roi.evaluate import Results
from analytics.roi.figures import RoiFigure, figures
from analytics.roi.losses import losses
from analytics.roi.settings import ENTERED
from assistant.evidence.collector import Collector
from assistant.roi.tables import table_text
from assistant.roi.wording import labelled, percent, said, say, years_text
from assistant.write.layout import Page, mark


def cited(box: Collector, evaluation: Evaluation, beside: list[tuple[str, str]] = ()) -> str:
    """Add the results of a strategy, and what else is told of it, as one piece of evidence; returns its mark."""
    name, results = evaluation.settings.label_ja, evaluation.results
    pairs = [(figure.label_ja.removeprefix(f"{name}の"), figure_text(figure)) for figure in figures(evaluation)]
    pairs.append(("年間効果（置いた見込み）", benefit_text(evaluation)))
    text = labelled([*pairs, *beside]) + table_text(evaluation.cash_flows)
    if results.information_value is not None:
        text += labelled([("先に試すことの価値", yen_text(results.information_value))])
    entered = any(entry.status == ENTERED for entry in evaluation.settings.assumptions.values())
    number = box.passage(f"roi#{evaluation.settings.strategy}", "roi", say("strategy_title_told" if entered else "strategy_title", name=name), say("strategy_locator"), "", text, "result")
    return mark(number)


def figure_text(figure: RoiFigure) -> str:
    """A gain or loss as it is spoken and, for a loss, as a table writes it; anything else as displayed."""
    gain = figure.unit == "円" and figure.metric.removeprefix("roi_").startswith(("npv", "ev_", "mc_", "equivalent"))
    if not gain:
        return figure.display
    return f"{said(figure.value)}（{figure.display}）" if figure.value < 0 else said(figure.value)


def benefit_text(evaluation: Evaluation) -> str:
    """The expected yearly benefit, of the last project in a combined plan."""
    entries = [entry for key, entry in evaluation.settings.assumptions.items() if key.rpartition(".")[2] == "annual_benefit"]
    return entries[-1].display


def break_even_text(evaluation: Evaluation) -> str | None:
    level = evaluation.break_even_of("annual_benefit")
    return None if level is None else yen_text(level)


def value_sentence(evaluation: Evaluation, cite: str) -> str:
    words = {"name": evaluation.settings.label_ja, "value": said(evaluation.results.ev_gates)}
    return say("strategy_value", **words, part=percent(100 * evaluation.monte_carlo.probability_positive), cite=cite)


def break_even_sentence(evaluation: Evaluation, cite: str) -> str:
    level = break_even_text(evaluation)
    if level is None:
        return say("strategy_no_break_even", second=benefit_text(evaluation), cite=cite)
    return say("strategy_break_even", first=level, second=benefit_text(evaluation), cite=cite)


def spread_sentence(evaluation: Evaluation, cite: str) -> str:
    drawn = evaluation.monte_carlo
    return say("strategy_spread", low=said(drawn.p10), value=said(drawn.p50), high=said(drawn.p90), cite=cite)


def stopped(evaluation: Evaluation) -> list[str]:
    """Why another effect leaves the value as it is: even after a pass it does not pay to go on, so only the first stage is lost."""
    lost = losses(evaluation)
    return [say("strategy_stopped")] if lost is not None and abs(evaluation.results.ev_gates + lost.first_gate) < 1 else []


def first_sentence(evaluation: Evaluation, cite: str) -> str:
    results = evaluation.results
    return say("strategy_first", first=yen_text(results.first_stage_after_tax), value=yen_text(results.option_value), cite=cite)


def success_sentence(results: Results, cite: str) -> str:
    payback = years_text(results.payback)
    if payback is None or results.irr.value is None:
        return say("success_plain", npv=said(results.npv), cite=cite)
    return say("success", npv=said(results.npv), payback=payback, irr=percent(100 * results.irr.value), cite=cite)


def returned(evaluation: Evaluation) -> str:
    """All net flows where everything succeeds over what is spent, not discounted."""
    rows = evaluation.cash_flows
    spent = sum(row.operating_cost + row.stage_cost + row.investment for row in rows)
    return percent(100 * sum(row.net for row in rows) / spent)


def best_sentence(evaluation: Evaluation, cite: str) -> str:
    level = break_even_text(evaluation)
    if level is None:
        return value_sentence(evaluation, cite)
    return say("best", name=evaluation.settings.label_ja, value=said(evaluation.results.ev_gates), first=level, cite=cite)


def begin(page: Page, evaluations: tuple[Evaluation, ...], cites: dict[str, str]) -> None:
    """The strategy that risks least before its first decision, its break-even, and what it is worth before co-research."""
    by_name = {each.settings.strategy: each for each in evaluations}
    combined = by_name["prototype_joint"]
    first = min((each for name, each in by_name.items() if name != "prototype_joint"), key=lambda each: each.results.first_stage_after_tax)
    name, cite = first.settings.strategy, cites[first.settings.strategy]
    amounts = {"first": yen_text(first.results.first_stage_after_tax), "value": said(first.results.ev_gates)}
    page.conclusion = [say("first_step", name=first.settings.label_ja, **amounts, cite=cite)]
    level = break_even_text(first)
    words = {"name": first.settings.label_ja, "second": benefit_text(first), "cite": cite}
    page.points = [say("first_step_break_even", first=level, **words) if level else break_even_sentence(first, cite), spread_sentence(first, cite)]
    if name == "prototype":
        page.points.append(joint_sentence(combined, cites["prototype_joint"]))


def joint_sentence(combined: Evaluation, cite: str) -> str:
    """What going on to co-research adds, and whether looking at the prototype first is worth anything."""
    gain, value = yen_text(combined.results.information_value), said(combined.results.ev_gates)
    if gain == yen_text(0):
        return say("then_joint_plain", value=value, cite=cite)
    return say("then_joint", value=value, size=gain, cite=cite)


def row(evaluation: Evaluation, cite: str) -> str:
    """One line of the comparison."""
    drawn, level = evaluation.monte_carlo, break_even_text(evaluation)
    words = {
        "name": evaluation.settings.label_ja, "cite": cite, "value": yen_text(evaluation.results.ev_gates), "low": yen_text(drawn.p10),
        "size": yen_text(drawn.p50), "high": yen_text(drawn.p90), "part": percent(100 * drawn.probability_positive),
        "second": yen_text(evaluation.results.first_stage_after_tax),
    }  # fmt: skip
    return say("compare_row_none", **words) if level is None else say("compare_row", **words, first=level)


def comparison_chart(evaluations: tuple[Evaluation, ...]) -> dict:
    """Median NPV of each strategy with P10 and P90, in 万円."""
    drawn = [each.monte_carlo for each in evaluations]
    values = {name: [round(getattr(one, key) / 10_000) for one in drawn] for name, key in (("values", "p50"), ("low", "p10"), ("high", "p90"))}
    names = [each.settings.label_ja for each in evaluations]
    series = [{"name": say("chart_npv"), **values, "ids": [None] * len(names)}]
    return {"kind": "bar", "title": say("chart_npv"), "unit": "万円", "x": names, "series": series, "source": say("strategy_locator"), "note": ""}


def through_sentence(paid_years: int | None, evaluation: Evaluation, cite: str) -> list[str]:
    """What the plan comes to where its price is paid in every year that was told, whatever its gates say; nothing where no such years were told."""
    if paid_years is None:
        return []
    results = evaluation.results
    return [say("strategy_through", name=evaluation.settings.label_ja, years=f"{paid_years}年", value=said(results.ev_no_gates), npv=said(results.npv), cite=cite)]


def value_told(evaluation: Evaluation, paid_years: int | None) -> float:
    """Yen: the expected value that is told first, of all the years where they are paid through."""
    return evaluation.results.ev_gates if paid_years is None else evaluation.results.ev_no_gates


def then_sentence(then: float, now: float, cite: str) -> str:
    """What the plan came to before it was changed, and whether the sign is another one."""
    if said(then) == said(now):
        return say("strategy_before_same", first=said(then), cite=cite)
    turned = "" if (then >= 0) == (now >= 0) else "_gain" if now >= 0 else "_loss"
    return say(f"strategy_before{turned}", first=said(then), cite=cite)
