"""`python -m analytics roi …`: the JSON contract, its figures, sentences for bad input, and what the package may import."""

import ast
import json
from pathlib import Path

import numpy_financial
import pytest

import analytics.roi
from analytics.__main__ import main

SOURCES = sorted(Path(analytics.roi.__file__).parent.glob("*.py"))


@pytest.fixture
def run(capsys):
    """(exit code, standard output, standard error)."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["roi", *arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_json_contract(run):
    code, out, err = run("prototype", "--set", "annual_benefit=12000000", "--json")
    record = json.loads(out)
    assert (code, err) == (0, "")
    assert {"strategy", "assumptions", "cash_flows", "results", "monte_carlo", "tornado", "break_even", "figures"} <= set(record)
    keys = {"key", "label_ja", "value", "low", "high", "unit", "source_id", "as_of", "confidence", "status"}
    assert all(keys <= set(entry) for entry in record["assumptions"])
    keys = {"id", "metric", "label_ja", "value", "unit", "display", "definition_ja", "method_ja", "source"}
    assert all(keys <= set(figure) for figure in record["figures"])
    flows = [row["net"] for row in record["cash_flows"]]
    assert [row["year"] for row in record["cash_flows"]] == list(range(len(flows)))
    assert record["results"]["npv"] == pytest.approx(numpy_financial.npv(0.08, flows))
    assert record["results"]["irr"] == pytest.approx(numpy_financial.irr(flows))
    assert record["monte_carlo"]["draws"] == 10_000


def test_figures_are_the_results(run):
    record = json.loads(run("joint", "--json")[1])
    figures = {figure["metric"]: figure for figure in record["figures"]}
    assert figures["roi_ev_gates"]["value"] == record["results"]["ev_gates"]
    assert figures["roi_ev_gates"]["display"] == "452万円"
    assert figures["roi_irr"]["value"] == pytest.approx(100 * record["results"]["irr"])
    assert figures["roi_break_even_annual_benefit"]["display"] == "3,614万円"
    assert figures["roi_mc_probability_positive"]["value"] == pytest.approx(100 * record["monte_carlo"]["probability_positive"])
    assert "10,000回のモンテカルロ（PERT分布" in figures["roi_mc_p50"]["method_ja"]
    assert len({figure["id"] for figure in record["figures"]}) == len(record["figures"])


def test_same_settings_same_output_other_settings_other_ids(run):
    first = run("cloud", "--json")[1]
    assert run("cloud", "--json")[1] == first
    other = json.loads(run("cloud", "--set", "discount_rate=10%", "--json")[1])
    assert not {figure["id"] for figure in other["figures"]} & {figure["id"] for figure in json.loads(first)["figures"]}


def test_full_width_and_japanese_units(run):
    record = json.loads(run("prototype", "--set", "annual_benefit＝１，２００万", "--set", "discount_rate=８％", "--json")[1])
    values = {entry["key"]: (entry["value"], entry["status"]) for entry in record["assumptions"]}
    assert (values["annual_benefit"], values["discount_rate"]) == ((12_000_000, "入力値"), (8, "入力値"))


def test_what_cannot_be_computed_is_null_with_its_reason(run):
    record = json.loads(run("prototype", "--set", "annual_benefit=0", "--json")[1])
    assert (record["results"]["payback_years"], record["results"]["irr"]) == (None, None)
    assert record["results"]["reasons"]["irr"].startswith("算出不可")
    assert record["results"]["reasons"]["payback_years"].startswith("回収せず")
    assert "roi_irr" not in {figure["metric"] for figure in record["figures"]}


def test_text_names_the_break_even_beside_the_result(run):
    code, out, _ = run("prototype")
    assert code == 0
    for words in (
        "期待値（ゲートあり）\t−179万円",
        "損益分岐の年間効果\t1,390万円",
        "G1の合格率だけを変えても、期待値は0以上になりません",
        "仮置き\tannual_benefit",
    ):
        assert words in out


@pytest.mark.parametrize(
    ("arguments", "sentences"),
    [
        (["prototype", "--set", "annual_benefit=-1"], ["0以上で入力してください"]),
        (["prototype", "--set", "annual_benefit"], ["項目=値 の形で書いてください"]),
        (["prototype", "--set", "labour=1万", "--set", "labour=2万"], ["2回指定されています"]),
        (["prototype", "--set", "x", "--set", "labour=abc", "--set", "safety=-1"], ["項目=値", "数字として読めません", "0以上"]),
        (["blank"], ["初期投資（initial_investment）が入力されていません", "年間効果（annual_benefit）が入力されていません"]),
        (["gamble"], ["「gamble」という戦略はありません"]),
        (["compare", "--set", "labour=1"], ["「labour」という項目はありません"]),
    ],
)
def test_bad_input_is_exit_2_with_a_sentence_a_field_and_no_output(run, arguments, sentences):
    code, out, err = run(*arguments, "--json")
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert len(lines) == len(sentences)
    assert all(words in line for words, line in zip(sentences, lines, strict=True))


@pytest.mark.parametrize("draws", ["10", "abc", "-5", "10000000"])
def test_draws_have_bounds(draws, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["roi", "prototype", "--draws", draws])
    assert stop.value.code == 2
    assert "整数ではありません" in capsys.readouterr().err


def test_comparison_is_on_equal_terms(run):
    changes = ["--set", "discount_rate=5%", "--set", "operation_years=4", "--set", "joint.annual_benefit=3000万"]
    record = json.loads(run("compare", *changes, "--draws", "1000", "--json")[1])
    by_name = {entry["strategy"]: entry for entry in record["strategies"]}
    assert list(by_name) == ["nothing", "prototype", "cloud", "joint", "prototype_joint", "buy_gpu"]
    common = {"discount_rate": 5, "operation_years": 4}
    for entry in record["strategies"]:
        values = {item["key"]: item["value"] for item in entry["assumptions"]}
        assert {key: values[key] for key in common} == common
    assert {item["key"]: item["value"] for item in by_name["joint"]["assumptions"]}["annual_benefit"] == 30_000_000
    assert {item["key"]: item["value"] for item in by_name["prototype_joint"]["assumptions"]}[
        "joint.annual_benefit"
    ] == 30_000_000
    assert {item["key"]: item["value"] for item in by_name["cloud"]["assumptions"]}["annual_benefit"] == 33_000_000
    annual = {name: entry["results"]["equivalent_annual_value"] for name, entry in by_name.items()}
    assert record["ranking"] == sorted(annual, key=annual.get, reverse=True)
    assert by_name["nothing"]["per_first_stage"] is None


def test_the_blank_plan_is_compared_once_it_is_filled_in(run):
    filled = ["--set", "blank.initial_investment=500万", "--set", "blank.annual_benefit=300万", "--set", "discount_rate=5%"]
    record = json.loads(run("compare", *filled, "--draws", "1000", "--json")[1])
    by_name = {entry["strategy"]: entry for entry in record["strategies"]}
    assert {"nothing", "prototype", "buy_gpu", "blank"} < set(by_name)
    alone = json.loads(run("blank", *(text.removeprefix("blank.") for text in filled), "--draws", "1000", "--json")[1])
    assert by_name["blank"]["results"] == alone["results"]
    assert run("compare", *filled[:2])[0] == 2, "half of it is not a plan"
    table = run("compare", "--set", "buy_gpu.gpu_hours=3000", "--draws", "1000")[1]
    assert "年間利用時間" in next(line for line in table.splitlines() if line.startswith("自前のGPU機を購入"))


def test_equivalent_annual_value_has_the_same_present_value(run):
    results = json.loads(run("joint", "--json")[1])["results"]
    spread = [0.0] + [results["equivalent_annual_value"]] * results["horizon"]
    assert numpy_financial.npv(0.08, spread) == pytest.approx(results["ev_gates"])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_engine_imports_only_analytics(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) else []
        assert not {name.partition(".")[0] for name in names} & {"index", "assistant", "prompts", "gradio"}
