"""The KPI sheet: rows of the gates, thresholds of the assumptions, samples as computed, what has no source marked 仮置き."""

import pytest

from analytics.roi import evaluate, resolve, strategies
from analytics.roi.criteria import gate_plan
from analytics.roi.kpi import kpi_sheet
from analytics.roi.samples import wilson_sample


def sheet(strategy, changes=None):
    return {row.name_ja: row for row in kpi_sheet(evaluate(resolve(strategy, changes)))}


def test_samples_and_baselines_of_the_prototype():
    rows = sheet("prototype")
    missed, right, irr = rows["見逃し率"], rows["正答率"], rows["本番の見積もりでのIRR"]
    assert (missed.target_ja, missed.stop_ja, missed.needed_samples) == ("0.5%以下", "0.5%を超える", 600)
    assert (right.target_ja, right.needed_samples, right.when_ja) == ("85%以上", wilson_sample(0.85, 0.05), "G1 検証の合格")
    assert (irr.baseline_ja, irr.target_ja, irr.status) == ("19.17%", "8%以上", "出典あり")
    assert missed.status == "仮置き" and missed.baseline_ja == "未測定（着手前に測る）" and rows["運用での効果"].baseline_ja == "着手後に測る"


def test_thresholds_follow_the_assumptions():
    rows = sheet("prototype", {"discount_rate": "10%", "annual_benefit": "2000万", "cost_stop_ratio": 2})
    assert (rows["本番の見積もりでのIRR"].target_ja, rows["本番の見積もりでのIRR"].status) == ("10%以上", "入力値")
    assert rows["運用での効果"].target_ja == "計画（年2,000万円）の80%以上" and rows["累計費用"].stop_ja == "2倍に達する"


@pytest.mark.parametrize("strategy", ["prototype", "cloud", "joint", "prototype_joint"])
def test_every_row_is_complete(strategy):
    rows = kpi_sheet(evaluate(resolve(strategy)))
    assert len(rows) >= 5
    for row in rows:
        assert all((row.name_ja, row.unit, row.baseline_ja, row.target_ja, row.stop_ja, row.when_ja, row.who_ja))
        assert row.status in ("仮置き", "出典あり", "未確認")


def test_a_combined_plan_has_the_rows_of_its_parts_and_leaves_their_results_open():
    evaluation = evaluate(resolve("prototype_joint"))
    rows = kpi_sheet(evaluation)
    single = [kpi_sheet(evaluate(resolve(part))) for part in ("prototype", "joint")]
    assert [(row.part, row.name_ja, row.target_ja) for row in rows] == [
        (part, row.name_ja, row.target_ja) for part, each in zip(("prototype", "joint"), single, strict=True) for row in each
    ]
    undecided = [criterion for gate in gate_plan(evaluation) for criterion in gate.criteria if not criterion.decided]
    assert len(undecided) == 3 == sum(row.baseline_ja == "未判定" for row in rows)
    assert all(criterion.decided for gate in gate_plan(evaluate(resolve("prototype"))) for criterion in gate.criteria)


def test_plans_without_stages_have_none():
    assert [name for name in strategies() if name != "blank" and not sheet(name)] == [
        name for name in strategies() if name != "blank" and not gate_plan(evaluate(resolve(name)))
    ]
    assert sheet("nothing") == {}
