"""The page ROI: every number shown is the engine's, every default of the form means what it says."""

import csv
import io
import json
import re
from html import unescape

import pytest

from analytics.roi import BadInput, compare, evaluate, resolve, strategies
from analytics.roi.amounts import yen_text
from analytics.roi.figures import break_even_text, figures
from analytics.roi.kpi import kpi_sheet
from analytics.roi.risk import DRAWS
from assistant.ui import roi
from assistant.ui.roi_form import changes_of, form_html, strategy_of
from assistant.ui.scenarios import Scenarios

COMPLETE = [name for name in strategies() if name != "blank"]


@pytest.fixture
def opened(tmp_path):
    """The whole page for its parameters."""
    return roi.roi_page(Scenarios(tmp_path)).whole


def inputs(html: str) -> dict[str, tuple[str, str]]:
    """Name of each text field → (value, default)."""
    found = re.findall(r'<input type="text" name="([^"]+)" value="([^"]*)" data-default="([^"]*)"', html)
    return {unescape(name): (unescape(value), unescape(default)) for name, value, default in found}


@pytest.mark.parametrize("strategy", COMPLETE)
def test_the_form_as_it_stands_is_the_default_evaluation(strategy):
    """Sent back as shown, every field gives the value it was made from."""
    fields = inputs(form_html(strategy, {}))
    assert len(fields) > 5 and all(value == default for value, default in fields.values())
    again, before = (resolve(strategy, changes) for changes in ({name: value for name, (value, _) in fields.items()}, {}))
    assert again.inputs() == before.inputs()
    assert [(one.low, one.high) for one in again.assumptions.values()] == [
        (one.low, one.high) for one in before.assumptions.values()
    ]


@pytest.mark.parametrize("strategy", COMPLETE)
def test_the_page_shows_what_the_engine_computes(strategy, opened):
    html = opened({"strategy": strategy})
    made = {figure.metric: figure for figure in figures(evaluate(resolve(strategy), DRAWS))}
    for name in roi.HEADLINES:
        assert name not in made or made[name].display in html
    assert all(figure.display in html for figure in made.values())
    assert "alert" not in html


def test_a_change_is_computed_and_marked_as_entered(opened):
    html = opened({"annual_benefit": "2000万"})
    worth = evaluate(resolve("prototype", {"annual_benefit": "2000万"})).results.ev_gates
    assert worth > 0 and yen_text(worth) in html and "進める価値があります" in html
    assert 'value="2000万"' in html and "入力値" in html
    assert inputs(html)["annual_benefit"] == ("2000万", "1,200万円")


def test_every_bad_input_is_named_with_its_field():
    html = roi.part({"annual_benefit": "たくさん", "discount_rate": "-3"})
    assert re.findall(r'data-field="([^"]+)"', html) == ["annual_benefit", "discount_rate"]
    assert "「たくさん」は数字として読めません" in html and "割引率は0以上" in html


def test_a_strategy_without_defaults_asks_for_its_numbers(opened):
    html = opened({"strategy": "blank"})
    assert {"initial_investment", "annual_benefit"} <= set(re.findall(r'data-field="([^"]+)"', html))
    filled = opened({"strategy": "blank", "initial_investment": "500万", "annual_benefit": "300万"})
    assert "alert" not in filled and "累計収支" in filled


def test_a_scheme_brings_its_fields():
    assert 'name="adoption_probability"' not in form_html("prototype", {})
    scheme = re.search(r'name="subsidy_scheme".*?<option value="(?!none)([^"]+)"', form_html("prototype", {}), re.DOTALL)[1]
    assert 'name="adoption_probability"' in form_html("prototype", {"subsidy_scheme": scheme})


def test_sources_stand_on_the_marks():
    entry = resolve("prototype").assumptions["discount_rate"]
    html = form_html("prototype", {})
    assert entry.source_title in html and entry.as_of in html
    assert "仮に置いた値です" in html


def charts(html: str) -> dict[str, dict]:
    pairs = re.findall(r"<figcaption>([^<]*)<small>.*?data-figure=\"([^\"]*)\"", html)
    return {unescape(title): json.loads(unescape(spec)) for title, spec in pairs}


def test_the_charts_hold_the_engines_values():
    evaluation = evaluate(resolve("prototype"), DRAWS)
    drawn = charts(roi.part({}))
    assert len(drawn) == 4
    cash = {trace.get("name"): trace for trace in drawn["累計収支"]["data"]}
    assert cash["計画どおり成功した場合"]["y"] == [row.cumulative / 10_000 for row in evaluation.cash_flows]
    assert cash["P10〜P90の範囲"]["y"] == [band.p90 / 10_000 for band in evaluation.monte_carlo.cumulative]
    low, high = drawn["期待値を大きく動かす前提"]["data"]
    swing, base = evaluation.tornado[0], evaluation.results.ev_gates
    assert low["base"] + low["x"][0] == pytest.approx(swing.at_low / 10_000)
    assert high["base"] + high["x"][0] == pytest.approx(swing.at_high / 10_000)
    assert low["base"] == base / 10_000
    assert sum(drawn["正味現在価値の分布"]["data"][0]["y"]) == DRAWS
    ranked = [f"{each.settings.label_ja}<br><b>{yen_text(each.results.equivalent_annual_value)}</b>" for each in compare().ranked]
    assert next(spec for title, spec in drawn.items() if "比較" in title)["data"][0]["y"] == ranked


def test_the_comparison_takes_the_forms_common_assumptions():
    html = roi.part({"discount_rate": "12%"})
    best = compare({"discount_rate": "12%"}).ranked[0]
    assert yen_text(best.results.equivalent_annual_value) in html


def test_the_downloaded_table_is_the_cash_flow():
    name, content = roi.cash_flow_csv({"strategy": "cloud"})
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    wanted = evaluate(resolve("cloud")).cash_flows
    assert name == "共有クラウド_年ごとの収支.csv"
    assert [float(row["税引後の収支"]) for row in rows] == pytest.approx([year.net for year in wanted], abs=0.01)
    with pytest.raises(BadInput):
        roi.cash_flow_csv({"annual_benefit": "x"})


def test_an_unknown_strategy_is_the_first_one_and_markup_is_text(opened):
    assert strategy_of({"strategy": "<b>"}) == "prototype"
    assert changes_of({"strategy": "cloud", "part": "result", "compute": "1"}) == {"compute": "1"}
    assert "<b>" not in opened({"annual_benefit": "<b>", "zzz": "<b>"})


def test_sliders_span_the_sourced_range_and_stand_at_the_value():
    html = form_html("prototype", {"annual_benefit": "２，０００万円"})
    usual = resolve("prototype").assumptions["annual_benefit"]
    slide = re.search(r'<input type="range"[^>]*data-for="annual_benefit"[^>]*>', html)[0]
    bounds = {name: float(re.search(rf' {name}="([^"]+)"', slide)[1]) for name in ("min", "max", "value", "step")}
    assert (bounds["min"], bounds["max"], bounds["value"]) == (usual.low, usual.high, 20_000_000)
    assert (usual.high - usual.low) / 250 <= bounds["step"] <= (usual.high - usual.low) / 100


def test_the_kpi_sheet_is_on_the_page():
    html = roi.part({})
    for row in kpi_sheet(evaluate(resolve("prototype"))):
        assert row.name_ja in html and row.target_ja in html and row.stop_ja in html and f"{row.when_ja}、{row.who_ja}" in html
    assert "600件" in html
    assert "KPIシート" not in roi.part({"strategy": "nothing"})


def test_a_gate_that_cannot_be_judged_in_a_combined_plan_says_so():
    html = roi.part({"strategy": "prototype_joint"})
    assert html.count('<span class="badge">未判定</span>') == 3 and "今の前提で" not in html.split('class="gates"')[1].split("</section>")[0]
    assert "未判定" not in roi.part({"strategy": "prototype"})


@pytest.mark.parametrize(("strategy", "changes"), [("prototype", {}), ("prototype", {"annual_benefit": "5000万"}), ("buy_gpu", {"gpu_hours": "3000"}), ("joint", {"annual_cost": "90億"})])
def test_no_verdict_without_its_break_even(strategy, changes):
    html = roi.part({"strategy": strategy, **changes})
    line = re.search(r'class="verdict-line"[^>]*>([^<]*)<', html)[1]
    level = break_even_text(evaluate(resolve(strategy, changes)))
    assert level and f"損益分岐は{level}で" in line
    table = html.split("戦略どうしの比較", 1)[1]
    assert all(name in table for name in ("何もしない", "自前のGPU機を購入", "年間利用時間", level))
