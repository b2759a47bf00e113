"""An evaluation as plain JSON types, and as a few Japanese lines for a terminal."""

from analytics.roi.amounts import plain_number, value_text, yen_text
from analytics.roi.compare import Comparison
from analytics.roi.criteria import gate_plan
from analytics.roi.evaluate import Evaluation, Results
from analytics.roi.figures import RoiFigure, break_even_text, figures
from analytics.roi.kpi import kpi_sheet
from analytics.roi.measures import Outcome

OUTCOMES = {
    "irr": "irr", "payback": "payback_years", "payback_operation": "payback_operation_years",
    "discounted_payback": "discounted_payback_years", "discounted_payback_operation": "discounted_payback_operation_years",
}  # fmt: skip
TOP_SWINGS = 5


def evaluation_record(evaluation: Evaluation) -> dict:
    """The object of the command-line contract. Rates and probabilities in `results` are fractions; `figures` carry percent."""
    return {
        "strategy": evaluation.settings.strategy,
        "label_ja": evaluation.settings.label_ja,
        "assumptions": [entry.to_dict() for entry in evaluation.settings.assumptions.values()],
        "company": {"small_for_tax": evaluation.small_for_tax, "small_for_subsidy": evaluation.small_for_subsidy},
        "cash_flows": [row.to_dict() for row in evaluation.cash_flows],
        "results": results_record(evaluation.results),
        "monte_carlo": evaluation.monte_carlo.to_dict() if evaluation.monte_carlo else None,
        "tornado": [swing.to_dict() for swing in evaluation.tornado],
        "break_even": {
            "annual_benefit": evaluation.break_even_of("annual_benefit"),
            "success_probability": evaluation.break_even_success,
            "items": [item.to_dict() for item in evaluation.break_even],
            "rent_or_buy": [row.to_dict() for row in evaluation.rent_or_buy],
        },
        "gates": [gate.to_dict() for gate in gate_plan(evaluation)],
        "kpis": [row.to_dict() for row in kpi_sheet(evaluation)],
        "figures": [figure.to_dict() for figure in figures(evaluation)],
    }


def results_record(results: Results) -> dict:
    """Results with one number a key; what cannot be computed is null and its reason stands under `reasons`."""
    record, reasons = {}, {}
    for name, amount in vars(results).items():
        if isinstance(amount, Outcome):
            record[OUTCOMES[name]] = amount.value
            if amount.reason:
                reasons[OUTCOMES[name]] = amount.reason_ja
        else:
            record[name] = amount
    return {**record, "reasons": reasons}


def comparison_record(comparison: Comparison) -> dict:
    return {
        "strategy": "compare",
        "ranking": [evaluation.settings.strategy for evaluation in comparison.ranked],
        "strategies": [
            {**evaluation_record(evaluation), "per_first_stage": comparison.per_first_stage(evaluation)}
            for evaluation in comparison.evaluations
        ],
    }


def evaluation_lines(evaluation: Evaluation) -> list[str]:
    """What a reader at a terminal needs: results with their break-even, what moves them most, and what is not sourced."""
    lines = [f"■ {evaluation.settings.label_ja}"]
    lines += [figure_line(figure) for figure in figures(evaluation)]
    lines += [f"{name}: {reason}" for name, reason in reason_lines(evaluation.results)]
    lines += [
        f"{item.assumption.label_ja}: {item.to_dict()['reason_ja']}" for item in evaluation.break_even if item.value is None
    ]
    if evaluation.tornado:
        lines.append("■ 期待値を動かす前提（低いとき / 高いとき）")
        lines += [
            f"{swing.assumption.label_ja}\t{yen_text(swing.at_low)}\t{yen_text(swing.at_high)}"
            for swing in evaluation.tornado[:TOP_SWINGS]
        ]
    if evaluation.rent_or_buy:
        lines.append("■ 購入が割安になる年間利用時間（税引前・割引なし）")
        lines += [
            f"{row.label_ja}\t{plain_number(row.rental_price, 0)}円/GPU時間\t{row.reason_ja or value_text(round(row.hours), '時間')}"
            for row in evaluation.rent_or_buy
        ]
    lines.append("■ 前提")
    return lines + [assumption_line(entry) for entry in evaluation.settings.assumptions.values()]


def figure_line(figure: RoiFigure) -> str:
    return f"{figure.label_ja}\t{figure.display}\t{figure.id}"


def reason_lines(results: Results) -> list[tuple[str, str]]:
    names = {"irr": "IRR", "payback": "回収期間", "discounted_payback": "割引回収期間"}
    return [(label, getattr(results, name).reason_ja) for name, label in names.items() if getattr(results, name).reason]


def assumption_line(entry) -> str:
    spread = f"（{value_text(entry.low, entry.unit)}〜{value_text(entry.high, entry.unit)}）" if entry.ranged else ""
    return f"{entry.label_ja}\t{entry.display}{spread}\t{entry.status}\t{entry.key}\t{entry.source_id or ''}"


def comparison_lines(comparison: Comparison) -> list[str]:
    lines = ["戦略\t期待値\t年あたり\t最後まで実施\tNPV（成功前提）\t最初の判断までの支出\t損益分岐"]
    for evaluation in comparison.evaluations:
        results = evaluation.results
        amounts = (
            results.ev_gates, results.equivalent_annual_value, results.ev_no_gates, results.npv, results.first_stage_after_tax
        )  # fmt: skip
        lines.append(
            "\t".join((evaluation.settings.label_ja, *map(yen_text, amounts), break_even_text(evaluation) or "－"))
        )
    return lines
