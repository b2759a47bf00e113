"""The page ROI: a strategy's assumptions as a form, and its evaluation as numbers, charts, gates and tables."""

import csv
import io
import json
from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from analytics.roi import BadInput, Evaluation, compare, evaluate, explain_problem, resolve, strategies
from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.cashflow import AMOUNTS, LABELS
from analytics.roi.catalogue import document
from analytics.roi.criteria import Criterion, Gate, gate_plan
from analytics.roi.figures import DEFINITIONS, RoiFigure, break_even_text, figures
from analytics.roi.kpi import Kpi, kpi_sheet
from analytics.roi.measures import Outcome
from analytics.roi.risk import DRAWS
from assistant.export import export_plan
from assistant.ui.forms import page_head, table
from assistant.ui.pages import Page, Parameters
from assistant.ui.roi_charts import cash_chart, comparison_chart, histogram_chart, tornado_chart
from assistant.ui.roi_form import changes_of, form_html, origin_line, strategy_of
from assistant.ui.roi_scenarios import SavedScenarios
from assistant.ui.scenarios import ScenarioStore
from assistant.ui.wording import words_of

say = words_of("roi")
NAME = "roi"
PLANS = ("ringi", "brief", "excel", "onepager", "deck")  # the approval form first: it is what most come for
KPI_COLUMNS = ("baseline", "target", "stop", "samples", "when", "status")
HEADLINES = (
    "roi_ev_gates",
    "roi_npv",
    "roi_irr",
    "roi_payback_operation",
    "roi_success_probability",
    "roi_mc_probability_positive",
)


def roi_page(store: ScenarioStore) -> Page:
    saved = SavedScenarios(store)
    return Page(NAME, lambda parameters: whole(parameters, saved), part, saved.act)


def whole(parameters: Parameters, saved: SavedScenarios) -> str:
    strategy, changes = strategy_of(parameters), changes_of(parameters)
    return (
        page_head(say("title"), say("lead")) + f'<div class="two"><div>{form_html(strategy, changes)}<p class="live-line" aria-hidden="true"></p></div>'
        f'<div><div class="part view result" data-name="result">{result_html(strategy, changes)}</div>{saved.html(parameters)}</div></div>'
    )


def part(parameters: Parameters) -> str:
    return result_html(strategy_of(parameters), changes_of(parameters))


def result_html(strategy: str, changes: Mapping[str, str]) -> str:
    """The evaluation, or one sentence for each input that cannot be used; the script keeps the result of the last usable ones below."""
    try:
        evaluation = evaluate(resolve(strategy, changes), DRAWS)
    except BadInput as error:
        return "".join(
            f'<p class="problem" role="alert" data-field="{escape(problem.key)}">{escape(explain_problem(problem))}</p>'
            for problem in error.problems
        ) + f'<p class="kept-note" hidden>{escape(say("kept_result"))}</p>'
    made = figures(evaluation)
    parts = (
        f"<h3>{escape(say('results'))}</h3>", verdict(evaluation), headlines(made), reasons(evaluation), plans_html(strategy, changes),
        cash_chart(evaluation), tornado_chart(evaluation), histogram_chart(evaluation), comparison_html(strategy, changes), gates_html(evaluation),
        kpis_html(evaluation), rent_html(evaluation), years_html(evaluation), definitions_html(made), saves(strategy, changes), values_html(evaluation),
    )  # fmt: skip
    return "".join(parts)


def values_html(evaluation: Evaluation) -> str:
    """Each assumption's value and origin, by which the script sets sliders and marks after a change."""
    values = {key: [entry.value, entry.display, origin_line(entry)] for key, entry in evaluation.settings.assumptions.items()}
    return f'<data class="values" hidden value="{escape(json.dumps(values, ensure_ascii=False))}"></data>'


def verdict(evaluation: Evaluation) -> str:
    """What the expected value says, never without where it turns."""
    worth = evaluation.results.ev_gates
    text = (
        say("verdict_zero") if round(worth) == 0 else say("verdict_good" if worth > 0 else "verdict_bad", value=yen_text(worth))
    )
    if level := break_even_text(evaluation):
        text += say("break_even_below" if round(worth) < 0 else "break_even_above", level=level)
    elif evaluation.break_even:
        text += say("break_even_none")
    return f'<p class="verdict-line" role="status">{escape(text)}</p>'


def headlines(made: list[RoiFigure]) -> str:
    by_metric = {figure.metric: figure for figure in made}
    cards = "".join(
        f'<section class="headline"><h4>{escape(DEFINITIONS[name][0])}</h4><p class="value">{escape(by_metric[name].display)}</p>'
        f'<p class="when">{escape(by_metric[name].definition_ja)}</p></section>'
        for name in HEADLINES
        if name in by_metric
    )
    return f'<div class="headlines">{cards}</div>'


def reasons(evaluation: Evaluation) -> str:
    """Why a headline has no value (no internal rate of return, never paid back)."""
    lines = [
        say("cannot", label=DEFINITIONS[f"roi_{name}"][0], reason=amount.reason_ja)
        for name, amount in vars(evaluation.results).items()
        if isinstance(amount, Outcome) and amount.value is None and f"roi_{name}" in HEADLINES
    ]
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if lines else ""


def comparison_html(strategy: str, changes: Mapping[str, str]) -> str:
    """All strategies, doing nothing and buying a machine too, under the common assumptions of the form, its own strategy under all of them."""
    common = {
        key: value for key, value in changes.items() if key.removesuffix(".low").removesuffix(".high") in document()["common"]
    }
    own = {f"{strategy}.{key}": value for key, value in changes.items() if key not in common}
    return comparison_chart(compare(common | own))


def gates_html(evaluation: Evaluation) -> str:
    """Each gate with its criteria, what the samples can show, and which criteria the results meet now."""
    gates = gate_plan(evaluation)
    if not gates:
        return ""
    return f'<section class="gates"><h3>{escape(say("gates_title"))}</h3><ol class="plain">{"".join(map(gate_html, gates))}</ol></section>'


def gate_html(gate: Gate) -> str:
    part = f"{strategies()[gate.part]} " if gate.part else ""
    lines = "".join(f"<li>{criterion_html(criterion)}</li>" for criterion in gate.criteria)
    return f"<li><h4>{escape(f'{part}{gate.id} {gate.name_ja}')}</h4><ul>{lines}</ul></li>"


def criterion_html(criterion: Criterion) -> str:
    state = ""
    if not criterion.decided:
        state = f' <span class="badge">{escape(say("undecided"))}</span><br><small>{escape(say("undecided_note"))}</small>'
    elif criterion.met is not None:
        kind, name = ("verified", "met") if criterion.met else ("warning", "not_met")
        state = f' <span class="badge {kind}">{escape(say(name, current=criterion.current_ja))}</span>'
    samples = f"<br><small>{escape(criterion.samples_ja)}</small>" if criterion.samples_ja else ""
    return f"{escape(criterion.text_ja)}{state}{samples}"


def kpis_html(evaluation: Evaluation) -> str:
    """What the gates measure: today's value, target, when to stop, samples, when and who."""
    rows = "".join(map(kpi_html, kpi_sheet(evaluation)))
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{escape(say(f"kpi_{name}"))}</th>' for name in ("name", *KPI_COLUMNS))
    return (
        f'<section class="kpis"><h3>{escape(say("kpi_title"))}</h3><p>{escape(say("kpi_lead"))}</p><div class="scroll" tabindex="0" role="group">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def kpi_html(row: Kpi) -> str:
    """On a narrow screen each cell carries its head."""
    part = f"{strategies()[row.part]}：" if row.part else ""
    samples = "" if row.needed_samples is None else say("cases", count=f"{row.needed_samples:,}")
    texts = (row.baseline_ja, row.target_ja, row.stop_ja, samples, say("kpi_when_who", when=row.when_ja, who=row.who_ja), row.status)
    cells = "".join(
        f'<td class="{name}" data-head="{escape(say(f"kpi_{name}"))}">{escape(text)}</td>' if text else '<td class="none"></td>'
        for name, text in zip(KPI_COLUMNS, texts, strict=True)
    )
    return f'<tr><th scope="row">{escape(say("kpi_named", name=part + row.name_ja, unit=row.unit))}</th>{cells}</tr>'


def rent_html(evaluation: Evaluation) -> str:
    """Buying against renting, for the strategy that buys."""
    if not evaluation.rent_or_buy:
        return ""
    rows = [
        [one.label_ja, yen_text(one.rental_price), one.reason_ja or say("hours", hours=f"{round(one.hours):,}")]
        for one in evaluation.rent_or_buy
    ]
    return f"<section><h3>{escape(say('rent_title'))}</h3>{table(['', say('rent_price'), say('rent_hours')], rows)}</section>"


def years_html(evaluation: Evaluation) -> str:
    columns = [
        name
        for name in (*AMOUNTS, "taxable", "tax", "net", "present_value", "cumulative")
        if any(getattr(row, name) for row in evaluation.cash_flows)
    ]
    heads = [LABELS["year"], LABELS["phase_ja"], *(LABELS[name] for name in columns)]
    rows = [
        [say("year_label", year=row.year), row.phase_ja, *(yen_text(getattr(row, name)) for name in columns)]
        for row in evaluation.cash_flows
    ]
    return f'<details class="numbers" data-keep="years"><summary>{escape(say("table_title"))}</summary>{table(heads, rows)}</details>'


def definitions_html(made: list[RoiFigure]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(DEFINITIONS[figure.metric][0])}</th><td>{escape(figure.display)}</td>'
        f'<td class="words">{escape(figure.definition_ja)}<br><small>{escape(figure.method_ja)}</small></td></tr>'
        for figure in made
    )
    heads = "".join(f'<th scope="col">{escape(say(name))}</th>' for name in ("figure", "figure_value", "figure_definition"))
    return (
        f'<details class="numbers" data-keep="figures"><summary>{escape(say("all_figures"))}</summary><div class="scroll" tabindex="0" role="group"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def plans_html(strategy: str, changes: Mapping[str, str]) -> str:
    """The documents that carry the plan into an approval."""
    query = escape(urlencode({"strategy": strategy, **changes}))
    links = "".join(
        f'<a class="tool{" main" if kind == PLANS[0] else ""}" download href="page/plan/{kind}?{query}">{escape(say(kind))}</a>'
        for kind in PLANS
    )
    return f'<section class="plans"><h4>{escape(say("documents"))}</h4><p>{escape(say("documents_lead"))}</p><div class="tools">{links}</div></section>'


def saves(strategy: str, changes: Mapping[str, str]) -> str:
    query = urlencode({"strategy": strategy, **changes})
    return (
        f'<div class="tools saves" role="group" aria-label="{escape(say("save"))}"><a class="tool" download href="page/roi.csv?{escape(query)}">'
        f'{escape(say("csv"))}</a><button type="button" class="tool share">{escape(say("share"))}</button></div>'
    )


def plan_file(kind: str, parameters: Parameters) -> tuple[str, bytes]:
    """(file name, content) of a document about the plan. Raises BadInput, ExportError, and ValueError for another kind."""
    content, name = export_plan(resolve(strategy_of(parameters), changes_of(parameters)), kind)
    return name, content


def cash_flow_csv(parameters: Parameters) -> tuple[str, bytes]:
    """(file name, yearly table in yen, unrounded to the yen's hundredth). Raises BadInput."""
    strategy = strategy_of(parameters)
    evaluation = evaluate(resolve(strategy, changes_of(parameters)))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(LABELS.values())
    writer.writerows(
        [value if isinstance(value, str) else plain_number(value, 6).replace(",", "") for value in row.to_dict().values()]
        for row in evaluation.cash_flows
    )
    return say("file_name", label=evaluation.settings.label_ja), text.getvalue().encode("utf-8-sig")
