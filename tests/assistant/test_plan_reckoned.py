"""What a sum comes back as, by which values and formulas it is reckoned, whether an order holds, and sums that are spread over years."""

import pytest

from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.plan_asked import asked_of_plan

THREE = "試作・共有クラウド・共同研究の3案をNPVで比較してください。"


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("うちが3000万円出して小さい試作やったら、なんぼ戻ってくる?", "1,926万円のマイナス"), ("500万かけて試作したらいくら返ってくるかね", "214万円のマイナス"), ("試作に1000万突っ込んだら、リターンはどのくらい?", "556万円のマイナス"),
        ("共同研究に1500万円を投じた場合のリターンを見積もってください", "617万円のプラス"),
    ],
)  # fmt: skip
def test_what_comes_back_of_a_sum_is_calculated(ask, text, told):
    answer = ask(text)
    assert answer.intent == "roi" and told in head(answer)


@pytest.mark.parametrize("text", ["小さい試作をやったら何が得られますか", "共同研究の論文は何倍に増えた?"])
def test_without_a_sum_nothing_is_calculated(ask, text):
    assert ask(text).intent != "roi"


@pytest.mark.parametrize(
    ("text", "kind", "term"),
    [
        ("割引率はいくつで計算していますか。", "value", "rate"), ("割引率は何%で見てるの", "value", "rate"), ("税率は?", "value", "tax"), ("何年分で計算してる?", "value", "years"), ("人件費はいくらで見てる?", "value", "labour"),
        ("先ほどのROIですが、どういう計算式ですか", "formula", "roi"), ("NPVってどうやって出しとるん", "formula", "npv"), ("期待値の出し方は?", "formula", "expected"), ("その式は?", "formula", ""), ("回収期間の計算方法は", "formula", "payback"),
    ],
)  # fmt: skip
def test_what_the_sums_are_reckoned_by(text, kind, term):
    assert (asked_of_plan(text).kind, asked_of_plan(text).term) == (kind, term)


@pytest.mark.parametrize("text", ["割引率を10%にした場合、順位は変わりますか。", "失敗する確率はどれくらい見てるの?", "企業参加率の計算式は?", "成功確率はいくつなら元が取れる?", "一式で500万です"])
def test_changes_and_results_are_no_premise(text):
    asked = asked_of_plan(text)
    assert asked is None or asked.kind not in ("value", "formula")


def test_the_value_and_the_formula_come_first(talked):
    assert head(talked(THREE, "割引率はいくつで計算していますか。")[-1]).startswith("割引率は8%（")
    assert head(talked(THREE, "何年分で計算してる?")[-1]).startswith("運用年数は5年（仮置き）です")
    answer = talked("共同研究のROIは?", "その式は?")[-1]
    assert head(answer).startswith("ROIの式は、割り引かない利益の合計÷支出の合計です。") and "132.7%" in answer.answer
    paid = talked("共有クラウド案に年2000万円を5年かけるとROIはどうなりますか", "先ほどのROIですが、どういう計算式ですか")[-1]
    assert paid.answer.startswith("ROIの式は") and "45.8%" not in paid.answer


def test_a_formula_is_told_without_a_plan(ask):
    assert head(ask("回収期間の計算式は?")).startswith("回収期間は、各年の収支を足していき")
    assert ask("企業参加率の計算式は?").intent == "explain"


def test_whether_the_order_holds_is_told_first(talked):
    assert head(talked(THREE, "割引率を10%にした場合、順位は変わりますか。")[-1]).startswith("順位は変わりません。")
    assert head(talked(THREE, "年間効果が半分になったら順位は変わる?")[-1]).startswith("順位は変わります。年あたりに直した期待値は、前は共同研究、")


def test_the_plan_of_a_place_is_named(talked):
    answer = talked(THREE, "1億円を3年で投じる前提だと、2つ目の案はいくらになりますか。")[-1]
    assert head(answer).startswith("「2つ目の案」は、先の比較で期待値の高い順に並べた小規模プロトタイプと読みました。") and "3,333万円を3年払うと、合わせて1億円" in head(answer)


@pytest.mark.parametrize(("text", "paid"), [("共有クラウドに1億円を3年かけて投じたら?", 100e6 / 3), ("共同研究に3000万円を3年で投じたら?", 10e6), ("初期1億円を3年で投じる、年間効果5000万、5年", 100e6 / 3)])
def test_a_sum_over_years_is_paid_evenly(text, paid):
    assert read_investment(text).paid == ((1, 3, pytest.approx(paid, abs=1)),)


@pytest.mark.parametrize("text", ["1000万円を3年で投資回収できる?", "500万円を3年で回収", "年500万円を3年払う", "3年で500万円の投資を回収できる?"])
def test_a_time_to_recover_is_no_time_to_pay(text):
    assert all(amount == 5e6 for _, _, amount in read_investment(text).paid)
