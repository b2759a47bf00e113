"""The workbook: what it shows without recalculation is the engine's, and recalculated by LibreOffice it stays so after changes."""

import io

import openpyxl
import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.kpi import kpi_sheet
from assistant.export import export_plan
from assistant.export.text import cell_text

BLANK = {"initial_investment": "500万", "annual_benefit": "300万"}
# Five inputs changed in the workbook itself, and the same to the engine: {name: (strategy, base changes, changes in the workbook)}.
CASES = {
    "prototype": ("prototype", {}, {"annual_benefit": 20_000_000, "production_cost": 9_000_000, "discount_rate": 5, "operation_years": 8, "gate1_probability": 70}),
    "prototype-loss": ("prototype", {}, {"annual_benefit": 1_000_000, "labour": 3_000_000, "shortfall_benefit": 10, "operation_years": 3, "profitable": "no"}),
    "cloud-subsidy": (
        "cloud", {"subsidy_scheme": "shoryoku"}, {"annual_benefit": 60_000_000, "subsidy_rate": 40, "adoption_probability": 80, "amortisation_years": 3, "tax_rate": 30},
    ),
    "joint": ("joint", {}, {"annual_benefit": 70_000_000, "research_years": 3, "direct_cost": 5_000_000, "gate2_probability": 60, "taxable_income": 60_000_000}),
    "joint-seven-years": ("joint", {"research_years": 7}, {"research_years": 9, "gate2_probability": 80, "gate1_probability": 90, "annual_benefit": 90_000_000, "direct_cost": 4_000_000}),
    "joint-one-year": ("joint", {"subsidy_scheme": "gotech"}, {"research_years": 1, "researchers": 2, "indirect_rate": 20, "ramp_year1": 80, "realise_probability": 75}),
    "joint-own-people": (
        "joint", {"labour_credit_scheme": "strategic", "strategic_certified": "yes", "labour_dedicated": 50},
        {"labour": 9_000_000, "labour_dedicated": 90, "credit_rate": 25, "annual_cost": 2_000_000, "operation_years": 10},
    ),
    "combined": (
        "prototype_joint", {},
        {"prototype.annual_benefit": 30_000_000, "joint.annual_benefit": 80_000_000, "joint_gate1_after_pass": 90, "discount_rate": 6, "joint.research_years": 1},
    ),
    "blank": ("blank", BLANK, {"annual_cost": 500_000, "operation_years": 20, "discount_rate": 0, "realise_probability": 80, "profitable": "no"}),
    "gpu": ("buy_gpu", {}, {"gpu_hours": 3000, "rental_price": 900, "relative_throughput": 0.7, "pue": 1.2, "purchase_price": 1_500_000}),
    "nothing": ("nothing", {"annual_loss": 1_000_000}, {"annual_loss": 3_000_000, "discount_rate": 4, "operation_years": 7, "tax_rate": 25, "amortisation_years": 4}),
}  # fmt: skip
UNCHANGED = ("joint", "combined")
"""Cases also recalculated as made; of the others the stored values are compared."""
RESULTS = {
    "NPV（成功前提）": "npv", "期待値（ゲートあり）": "ev_gates", "期待値（最後まで実施）": "ev_no_gates", "やめる権利の価値": "option_value",
}  # fmt: skip
OUTCOMES = {
    "IRR（成功前提）": "irr", "回収期間（着手から、年）": "payback", "回収期間（運用開始から、年）": "payback_operation", "割引回収期間（着手から、年）": "discounted_payback",
    "割引回収期間（運用開始から、年）": "discounted_payback_operation",
}  # fmt: skip


def made(strategy, changes=None):
    return export_plan(resolve(strategy, changes), "excel")[0]


def shown(content):
    """Label → value of the first sheet."""
    sheet = openpyxl.load_workbook(content if hasattr(content, "open") else io.BytesIO(content), data_only=True)["結果"]
    return {row[0].value: row[1].value for row in sheet.iter_rows(min_row=5) if row[0].value}


def agrees(values, evaluation):
    """The sheet's values against the engine's: less than a yen, a millionth of a year or rate apart."""
    for label, name in RESULTS.items():
        assert values[label] == pytest.approx(getattr(evaluation.results, name), abs=0.99), label
    for label, name in OUTCOMES.items():
        value = getattr(evaluation.results, name).value
        if value is None:
            assert values[label] in ("算出不可", "回収せず"), label
        else:
            assert values[label] == pytest.approx(value, abs=1e-6), label


@pytest.mark.parametrize("name", CASES)
def test_stored_values_are_the_engines(name):
    strategy, base, _ = CASES[name]
    agrees(shown(made(strategy, base)), evaluate(resolve(strategy, base)))


@pytest.mark.parametrize("name", [name for name in CASES if name != "combined"])
def test_the_formulas_own_values_are_the_engines(name):
    """What the formulas give when read in Python (needs no LibreOffice): as made, and with the changes of the case."""
    strategy, base, changes = CASES[name]
    for settings in (base, {**base, **changes}):
        evaluation, book = evaluate(resolve(strategy, settings)), openpyxl.load_workbook(io.BytesIO(made(strategy, settings)), data_only=True)
        lines = {row[0].value: row[1].value for row in book["計算"].iter_rows(min_row=3)}
        assert sum(row[13].value for row in book["年次表"].iter_rows(min_row=4)) == pytest.approx(evaluation.results.npv, abs=0.5)
        assert lines["第1段階の着手価値（判断あり）"] == pytest.approx(evaluation.results.ev_gates, abs=0.5)
        assert lines["第1段階の着手価値（最後まで実施）"] == pytest.approx(evaluation.results.ev_no_gates, abs=0.5)


def changed(content, changes):
    """The workbook with other inputs, saved without any stored value."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["前提"]
    rows = {sheet.cell(row, 10).value: row for row in range(4, sheet.max_row + 1)}
    for key, value in changes.items():
        percent = "%" in str(sheet.cell(rows[key], 5).value)
        sheet.cell(rows[key], 2).value = {"no": "いいえ", "yes": "はい"}[value] if isinstance(value, str) else value / 100 if percent else value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def recalculated(convert):
    """Every case recalculated by LibreOffice, as made and after its five changes."""
    files = {}
    for name, (strategy, base, changes) in CASES.items():
        content = made(strategy, base)
        files[f"{name}-changed.xlsx"] = changed(content, changes)
        if name in UNCHANGED:
            files[f"{name}.xlsx"] = changed(content, {})
    return convert(files, "xlsx")


@pytest.mark.parametrize("name", CASES)
def test_recalculated_by_libreoffice(recalculated, name):
    strategy, base, changes = CASES[name]
    if name in UNCHANGED:
        agrees(shown(recalculated[name]), evaluate(resolve(strategy, base)))
    assert len(changes) == 5
    after = evaluate(resolve(strategy, {**base, **changes}))
    assert after.results.npv != evaluate(resolve(strategy, base)).results.npv
    agrees(shown(recalculated[f"{name}-changed"]), after)


@pytest.mark.parametrize("name", CASES)
def test_no_cell_holds_an_error(recalculated, name):
    book = openpyxl.load_workbook(recalculated[f"{name}-changed"], data_only=True)
    errors = [(sheet.title, cell.coordinate, cell.value) for sheet in book for row in sheet for cell in row if isinstance(cell.value, str) and cell.value.startswith(("#", "Err:"))]
    assert errors == []


def test_the_yearly_table_is_the_engines():
    book = openpyxl.load_workbook(io.BytesIO(made("joint")), data_only=True)["年次表"]
    formulas = openpyxl.load_workbook(io.BytesIO(made("joint")))["年次表"]
    for row in evaluate(resolve("joint")).cash_flows:
        line = {letter: book[f"{letter}{4 + row.year}"].value for letter in "BCDEFGHIJKLMNOP"}
        expected = (
            row.phase_ja, row.benefit, row.operating_cost, row.stage_cost, row.investment, row.amortisation, row.subsidy, row.taxable, row.tax, row.credit, row.net,
            row.discount_factor, row.present_value, row.cumulative, row.cumulative_present,
        )  # fmt: skip
        assert list(line.values()) == [part if isinstance(part, str) else pytest.approx(part, abs=1e-6) for part in expected]
        assert all(str(formulas[f"{letter}{4 + row.year}"].value).startswith("=") for letter in "BCDEFGHIJKLMNOP")


def test_every_assumption_and_source_is_listed():
    settings = resolve("joint")
    book = openpyxl.load_workbook(io.BytesIO(made("joint")))
    keys = [row[9].value for row in book["前提"].iter_rows(min_row=4)]
    assert keys == list(settings.assumptions)
    assert all(row[5].value in ("出典あり", "未確認", "仮置き", "入力値") for row in book["前提"].iter_rows(min_row=4))
    ids = {row[0].value for row in book["出典"].iter_rows(min_row=4)}
    assert {entry.source_id for entry in settings.assumptions.values() if entry.source_id} <= ids


def test_the_simulation_is_stored_as_values():
    evaluation = evaluate(resolve("cloud"), 10_000)
    book = openpyxl.load_workbook(io.BytesIO(export_plan(evaluation, "excel")[0]))
    values = {row[0].value: row[1].value for row in book["モンテカルロ"].iter_rows(min_row=3, max_row=10)}
    drawn = evaluation.monte_carlo
    assert values["P50（中央）"] == pytest.approx(drawn.p50) and values["NPVがプラスになる確率"] == pytest.approx(drawn.probability_positive)
    assert sum(row[1].value for row in book["モンテカルロ"].iter_rows(min_row=13, max_row=52)) == drawn.draws
    assert len(book["モンテカルロ"]._charts) == 1 and len(book["結果"]._charts) == 1 and len(book["感度"]._charts) == 1


def test_the_same_plan_gives_the_same_bytes():
    assert made("prototype") == made("prototype")


@pytest.mark.parametrize("text", ["=1+1", "+81", "-5", "@SUM(A1)", "\t=1", "＝1+1", '=HYPERLINK("http://x")'])
def test_text_that_would_run_is_neutralised(text):
    assert not cell_text(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    book = openpyxl.load_workbook(io.BytesIO(export_plan(resolve("prototype"), "excel", title=text)[0]))
    cell = book["結果"]["A1"]
    assert cell.data_type == "s" and not cell.value.startswith(("=", "+", "-", "@"))


def test_control_characters_do_not_break_the_file():
    book = openpyxl.load_workbook(io.BytesIO(export_plan(resolve("prototype"), "excel", title="件名\x00\x07\ud800です")[0]))
    assert book["結果"]["A1"].value == "件名です"


@pytest.mark.parametrize("strategy", ["prototype", "prototype_joint"])
def test_the_kpi_sheet_holds_every_row(strategy):
    evaluation = evaluate(resolve(strategy))
    sheet = openpyxl.load_workbook(io.BytesIO(export_plan(evaluation, "excel")[0]))["KPI"]
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]]
    wanted = kpi_sheet(evaluation)
    assert [(row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]) for row in rows] == [
        (one.unit, one.baseline_ja, one.target_ja, one.stop_ja, one.needed_samples, one.when_ja, one.who_ja, one.status) for one in wanted
    ]
    assert all(row[0].endswith(one.name_ja) for row, one in zip(rows, wanted, strict=True))
    gates = openpyxl.load_workbook(io.BytesIO(export_plan(evaluation, "excel")[0]))["段階ゲート"]
    assert sum(str(row[5]).startswith("未判定") for row in gates.iter_rows(values_only=True)) == (3 if strategy == "prototype_joint" else 0)


def test_a_plan_without_gates_has_no_kpi_sheet():
    assert "KPI" not in openpyxl.load_workbook(io.BytesIO(export_plan(resolve("nothing"), "excel")[0])).sheetnames
