"""A table of the strategies with the columns that the asker names, in their order."""

import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from assistant.understand.plans.columns_wanted import columns_wanted

PLANS = {"小規模プロトタイプ": "prototype", "共有クラウド": "cloud", "共同研究": "joint"}


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return next(line for line in answer.answer.split("\n") if line.startswith("| 案"))


@pytest.mark.parametrize(
    ("text", "columns", "missing"),
    [
        ("3案の比較表を、初期費用・期間・ROI・リスクの順で。", ("initial", "years", "roi", "loss_probability", "worst"), ()), ("3つの選択肢のROIとNPVを表で並べて", ("roi", "npv"), ()), ("各案のIRRと回収期間を並べて見せてください", ("irr", "payback"), ()),
        ("共同研究と共有クラウドを並べて、初期費用、回収年数、IRR、損益分岐の一覧表で示してください", ("initial", "payback", "irr", "break_even"), ()), ("三案をざっと一覧にして。要る金、戻るまでの年数、当たる確率", ("initial", "payback", "chance"), ()),
        ("試作と共同研究の二つを、費用・人員・回収期間・難易度で比較表にして", ("initial", "payback"), ("人員", "難易度")), ("3つの選択肢、リスクとリターンの表ちょうだい", ("loss_probability", "worst", "roi"), ()), ("3案を運用費と年間効果で比べた表", ("running", "benefit"), ()),
        ("クラウドと共同研究だけ、初期費用と最大損失で比べた表が欲しいんやけど", ("initial", "worst"), ()), ("戦略3案、期待値/成功確率/投資額の順の表", ("npv", "chance", "initial"), ()),
    ],
)  # fmt: skip
def test_the_columns_are_read_in_their_order(text, columns, missing):
    wanted = columns_wanted(text)
    assert wanted is not None and wanted.columns == columns and wanted.missing == missing


@pytest.mark.parametrize("text", ["3案の比較表を作って", "企業と大学の割合を表で", "初期投資500万、年間効果200万の表を", "回収期間とは何ですか", "A案とB案をNPVと回収期間の表で", "論文の本数と割合を表に"])
def test_other_tables_have_their_own_columns(text):
    assert columns_wanted(text) is None


def test_every_cell_is_of_its_plan(ask):
    answer = ask("3案の比較表を、初期費用・期間・ROI・リスクの順で。")
    assert head(answer) == "| 案 | 初期費用（本番化の前まで） | 期間 | ROI（すべて成功した場合） | マイナスになる確率 | 最大の損失 |"
    for name, plan in PLANS.items():
        found = evaluate(resolve(plan, {}))
        row = next(line for line in answer.answer.split("\n") if line.startswith(f"| {name}"))
        assert f"| {yen_text(sum(year.stage_cost for year in found.cash_flows))} | {found.results.horizon}年 |" in row


def test_what_is_not_held_is_said(ask):
    assert "「人員」「難易度」は数字を持っていないため" in ask("試作と共同研究の二つを、費用・人員・回収期間・難易度で比較表にして").answer


def test_after_figures_the_table_is_of_the_plans(talked):
    answer = talked("2010年以降の企業の割合の推移は?", "3つの選択肢のROIとNPVを表で並べて")[-1]
    assert head(answer) == "| 案 | ROI（すべて成功した場合） | NPVの期待値 |" and answer.intent == "roi"


@pytest.mark.parametrize("text", ["割引率5%にして", "運用10年だと?"])
def test_changed_terms_keep_the_columns(talked, text):
    before, after = talked("3案の比較表を、初期費用・期間・ROI・リスクの順で。", text)
    assert head(before) == head(after) and before.answer != after.answer


def test_a_cell_without_a_value_says_so(talked):
    answer = talked("各案のIRRと回収期間を並べて見せてください", "運用1年だと?")[-1]
    assert answer.verdict.ok and "| なし |" in answer.answer and "期間のうちに回収できないという意味" in answer.answer
