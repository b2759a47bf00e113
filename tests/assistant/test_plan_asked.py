"""What is told of the firm is no cost of its plan, and a question on a calculated plan is answered first."""


import pytest

from analytics.roi import evaluate, resolve, simple
from analytics.roi.amounts import yen_text
from assistant.roi.mapped import changes
from assistant.roi.wording import said
from assistant.understand.plans.investment import read_investment


def first_line(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


def value(strategy, told=None):
    return said(evaluate(resolve(strategy, told or {})).results.ev_gates)


# -- the firm and the plan ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("うちは研究開発費が年80億円、AI担当は6人です。共同研究の投資対効果は?", {"spending": 8e9, "team": 6, "budget": None, "staff": None}),
        ("研究開発費が年80億円の会社です。共同研究に年1,000万円出すと?", {"spending": 8e9, "budget": 1e7, "unused": ()}),
        ("R&D予算20億円の企業です。共同研究の採算は?", {"spending": 2e9, "initial": None, "fund": None}),
        ("AI人材が10人いる。共同研究のROIは?", {"team": 10, "staff": None, "employees": None}),
        ("研究開発費5000万円、年間効果2000万円", {"spending": None, "production": 5e7}), ("共同研究の研究開発費は年1000万円", {"spending": None, "budget": 1e7}),
        ("AI担当は2人で進める", {"team": None, "staff": 2}), ("AI担当を3人つける", {"team": None, "staff": 3}), ("社員6人の会社", {"team": None, "employees": 6}),
    ],
)  # fmt: skip
def test_the_size_of_a_firm_is_told_apart_from_its_plan(text, expected):
    told = read_investment(text)
    assert {name: getattr(getattr(told, name), "value", getattr(told, name)) for name in expected} == expected


def test_a_firms_research_budget_is_no_cost_of_its_plan(assistant):
    line = first_line(assistant.ask("うちは研究開発費が年80億円、AI担当は6人です。共同研究をやるなら投資対効果はどうなりますか。"))
    assert value("joint") in line and "研究開発費80億円は会社全体の額" in line and "担当6人は社内の体制" in line
    line = first_line(assistant.ask("研究開発費が年80億円の会社です。共同研究に年1,000万円出すと採算はどうなりますか。"))
    yearly = value("joint", changes("joint", read_investment("年1000万円の共同研究")))
    assert yearly != value("joint") and yearly in line and "研究開発費80億円は会社全体の額" in line and "お書きください" not in line.partition("会社全体の額")[2]


# -- a question on a calculated plan --------------------------------------------------------------------------------------

CLOUD = "共有クラウドのROIは? 初期費用1,200万円、年間運用費600万円、年間効果1,500万円、期間は5年です。"
OWN = "初期費用1,200万円、年間運用費600万円、年間効果1,500万円、期間は5年。ROIは?"


def test_whether_a_strategy_is_in_the_red_is_answered_first(talked):
    found = evaluate(resolve("cloud", {**changes("cloud", read_investment(CLOUD)), "annual_benefit": 7.5e6}))
    _, half, needed, success, black, payback = map(first_line, talked(f"{CLOUD}標準の前提で。", "効果が半分しか出なかったら赤字ですか。", "黒字にするには効果はいくら必要?", "全部成功しても赤字なんですか", "黒字ですか", "回収は何年目になりますか。"))
    assert half.startswith("はい、赤字です。") and said(found.results.ev_gates) in half and f"すべて成功した場合のNPVは{said(found.results.npv)}" in half
    assert needed.startswith(f"共有クラウドの損益分岐は年間効果**{yen_text(found.break_even_of('annual_benefit'))}**です")
    assert success.startswith("はい。共有クラウドは、すべて成功しても赤字です") and said(found.results.npv) in success
    assert black.startswith("いいえ、赤字です。") and payback.startswith("共有クラウドは、すべて成功しても期間のうちに回収できません")


def test_whether_ones_own_investment_is_in_the_red_is_answered_first(talked):
    _, needed, red, half, chance = map(first_line, talked(OWN, "黒字にするには効果はいくら必要?", "赤字ですか", "効果が半分なら赤字になりますか", "効果1500万円、成功確率9割だと儲かりますか"))
    level = simple(12e6, 15e6, 5, 0.08, 6e6).break_even_benefit
    assert needed.startswith(f"損益分岐は年間効果**{yen_text(level)}**です") and red.startswith("いいえ、黒字です。") and half.startswith("はい、赤字です。") and chance.startswith("はい、黒字です。")


def test_compared_plans_are_sorted_into_red_and_black(talked):
    line = first_line(talked("共同研究とクラウドを比較して", "赤字ですか")[1])
    assert "共有クラウドは赤字（期待値がマイナス）です" in line and "共同研究は黒字（期待値がプラス）です" in line
    assert value("cloud").endswith("マイナス") and value("joint").endswith("プラス")


# -- another plan next to it, and its document ----------------------------------------------------------------------------


def test_a_plan_keeps_its_numbers_next_to_another(talked):
    _, table, red, half, alone, sheet = talked(CLOUD, "小規模プロトタイプと並べて比較表にしてください。", "赤字ですか", "効果が半分だと?", "共有クラウドだけだと?", "稟議書に貼れるようにExcelにできますか。")
    own = changes("cloud", read_investment(CLOUD))
    terms = evaluate(resolve("prototype", {"operation_years": 5})).results.ev_gates
    found = evaluate(resolve("cloud", own)).results.ev_gates
    assert table.verdict.ok and f"| 共有クラウド【2】 | {yen_text(found)} |" in table.answer and f"| 小規模プロトタイプ【1】 | {yen_text(terms)} |" in table.answer
    line = first_line(table)
    assert "共有クラウドは、これまでに伺った数字のまま" in line and "小規模プロトタイプは、標準の前提（仮置き）の数字" in line
    assert first_line(red).startswith("小規模プロトタイプは赤字（期待値がマイナス）です【1】。共有クラウドは赤字")
    changed = evaluate(resolve("cloud", {**own, "annual_benefit": 7.5e6})).settings.assumptions["annual_benefit"].display
    assert "| 小規模プロトタイプ【1】 |" in half.answer and f"共有クラウドの年間効果(立上げ後){changed}" in half.answer
    assert first_line(alone).startswith("共有クラウドは、この前提では5年のうちに元が取れず、正味現在価値（NPV）は**601万円のマイナス**") and "小規模プロトタイプ" not in first_line(alone)
    assert sheet.actions[0]["document"] == "excel" and sheet.actions[0]["strategy"] == "blank"  # the amounts told last, of which the answer before it is
    assert {"initial_investment": 1.2e7, "annual_benefit": 7.5e6, "annual_cost": 6e6, "operation_years": 5}.items() <= sheet.actions[0]["changes"].items() and "NPVは601万円のマイナス" in sheet.answer


def test_ones_own_investment_is_kept_next_to_a_strategy(talked):
    _, table, later, sheet = talked(OWN, "共同研究と並べて表にして", "割引率5%だと?", "稟議用にExcelで")
    npv = {rate: yen_text(simple(12e6, 15e6, 5, rate, 6e6).npv) for rate in (0.08, 0.05)}
    assert table.verdict.ok and f"| ご指定の計画【1】 | {npv[0.08]} |" in table.answer and "| 共同研究【2】 |" in table.answer and "ご指定の計画は税引前" in table.answer
    assert f"| ご指定の計画【1】 | {npv[0.05]} |" in later.answer and later.verdict.ok
    assert sheet.actions[0]["document"] == "excel" and sheet.actions[0]["strategy"] == "blank" and sheet.actions[0]["changes"]["initial_investment"] == 12e6


def test_a_strategy_on_its_defaults_is_compared_as_such(talked):
    _, both, one = talked("共有クラウドのROIは?", "共同研究と比べると?", "共同研究だけだと?")
    assert "共同研究" in first_line(both) and "共有クラウドの期待値" in both.answer and "伺った数字" not in both.answer
    assert value("joint") in first_line(one) and "共有クラウド" not in first_line(one)


def test_other_plan_alone_takes_nothing_of_the_kept_one(talked):
    one = talked(CLOUD, "共同研究と並べて", "共同研究だけだと?")[2]
    assert said(evaluate(resolve("joint", {"operation_years": 5})).results.ev_gates) in first_line(one)


def test_a_spreadsheet_is_named_beside_the_purpose(talked):
    assert talked("共同研究のROIは?", "稟議用にExcelで")[1].actions[0] | {"label": ""} == {"kind": "export", "document": "excel", "strategy": "joint", "changes": {}, "label": ""}
    assert talked("共同研究のROIは?", "稟議書にして")[1].actions[0]["document"] == "ringi"


def test_a_plan_can_be_changed_after_its_document(talked):
    _, _, taxed, red = talked(OWN, "稟議用にExcelで", "税率30%だと?", "赤字ですか")
    npv = simple(12e6, 15e6, 5, 0.08, 6e6, 0.3).npv
    assert yen_text(npv) in first_line(taxed) and first_line(red).startswith("いいえ、黒字です。")
    assert first_line(talked("共同研究のROIは?", "稟議書を作って", "赤字ですか")[2]).startswith("いいえ、黒字です。共同研究の期待値")
