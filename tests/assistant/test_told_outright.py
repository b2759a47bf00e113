"""Amounts told without a question are calculated, whatever they are told with; what is asked of them next is answered first."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.investment_asked import begins_plan

FACTOR = sum(1.08**-year for year in range(1, 6))
TOLD = [
    ("うちの工場に検品AI入れようと思ってて、初期に1200万、年間の人件費が450万くらい減る見込みなんだけど", 12e6, 4.5e6, 0), ("ChatGPTを月20万で契約して年500万浮く", 0, 5e6, 2.4e6), ("1000万の投資で年300万の効果", 10e6, 3e6, 0), ("600万かけて予知保全を入れると、年250万の修理代が減るつもり", 6e6, 2.5e6, 0),
    ("初期費用900万円、年間の削減額は350万円を見込んでいます", 9e6, 3.5e6, 0), ("GPT-4を月10万で使って年200万の残業が減る", 0, 2e6, 1.2e6), ("需要予測に1500万突っ込んで毎年600万の在庫が浮く計画", 15e6, 6e6, 0), ("開発費2000万円、効果は年800万円で考えています", 20e6, 8e6, 0),
]  # fmt: skip
NO_PLAN = ["AIに1000万円使う会社と500万円使う会社の論文の割合は", "1000万の投資で年300万の効果が出た事例を教えて", "500万円の補助金と300万円の補助金のどれが使える?", "GPT-4の学習に1億ドル、GPT-3に460万ドル"]
WHEN = ["元取れるの何年後?", "回収は何か月くらい?", "いつ頃回収できそう?", "何年でペイする?", "黒字になるのはいつ?", "どのくらいの期間で元が取れる?", "回収できるのは何年目?", "元が取れるのいつ"]
AGAIN = ["結論だけもう一回", "結論をもう一度", "結論だけ再度お願い", "短くもう一度"]


@pytest.mark.parametrize(("text", "initial", "benefit", "cost"), TOLD)
def test_amounts_without_a_question_are_calculated(ask, text, initial, benefit, cost):
    answer = ask(text)
    assert answer.intent == "roi" and answer.verdict.ok and f"**{yen_text((benefit - cost) * FACTOR - initial)}**" in answer.answer


@pytest.mark.parametrize("text", NO_PLAN)
def test_other_amounts_begin_no_plan(text):
    assert not begins_plan(text)


@pytest.mark.parametrize("text", WHEN)
def test_when_the_money_is_back_comes_first(talked, text):
    assert talked("初期投資1200万円、年間効果450万円", text)[-1].answer.split("\n")[1].startswith("回収期間は**2.7年**です")


@pytest.mark.parametrize("text", AGAIN)
def test_the_conclusion_again_is_of_the_plan(talked, text):
    assert "NPV" in talked("1000万円の投資で年300万円の効果", text)[-1].answer.split("\n")[1]


@pytest.mark.parametrize("text", ["なんで買うほうが得なの?", "買う方が安い理由は?", "どうして購入が有利?", "なぜ買うほうが安くなる?"])
def test_why_asks_of_the_sum_just_told(talked, text):
    answer = talked("クラウドのGPUを月40万円で3年借りるのと、900万円のサーバー買うのと、どっちが安い?", text)[-1]
    assert answer.intent == "roi" and "**購入**のほうが**337万円**安く済みます" in answer.answer


def test_upkeep_in_a_sum_of_renting_is_no_rent(talked):
    answer = talked("クラウドのGPUを月40万円で3年借りるのと、900万円のサーバー買うのと、どっちが安い?", "維持費が年80万かかるとしたら")[-1].answer
    assert "借りると年480万円" in answer and "買うと維持費を入れて1,140万円" in answer


def test_whether_the_order_turns_is_asked_of_both_plans(talked):
    answer = talked("A社の見積もりは2000万円、B社は1400万円。効果はA社が年700万円、B社が年450万円。期間5年、割引率5%", "A社の効果が2割下振れしたら逆転する?")[-1].answer
    assert "大きい**B社**です" in answer and "B社のNPVは548万円" in answer and "A社のNPVは425万円" in answer


def test_a_text_to_explain_it_carries_the_plan(talked):
    answer = talked("1000万円の投資で年300万円の効果", "それを上司に説明する文を")[-1].answer
    assert "説明文の下書きです" in answer and "年間効果300万円" in answer
