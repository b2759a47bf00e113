"""A plan told by what is paid and what falls away, without a word of investment, and a machine that is bought instead."""

import pytest

from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.investment_asked import begins_plan

CLOUD = "クラウドに月12万、人件費が年320万浮く。5年でどう?"


@pytest.mark.parametrize(
    ("text", "spent", "gained"),
    [
        ("うちは食品会社や。検品の目視検査をAIにしたら人件費が年320万浮く。クラウドに月12万、5年でどうや", 144, 320),
        ("月8万払って、残業代が年200万減ります。3年で見たら?", 96, 200),
        ("サーバーに700万かかるけど電気代が月20万助かる。4年でどう?", 700, 240),
        ("コールセンターのAI化で毎月60万浮きます。利用料は毎月25万です。5年だとどうですか", 300, 720),
        ("問い合わせ対応をAIに任せたら派遣の費用が年240万円いらなくなる。ツールは月6万円。3年でどうなりますか", 72, 240),
        ("帳票の読み取りで月15万の外注がなくなる。ソフトは年60万、5年", 60, 180),
        ("工場の電気代を年90万抑えられる。装置に250万。4年で見合う?", 250, 90),
        ("800万円の設備を入れて、月25万円の外注費をカットする。5年で", 800, 300),
        ("社員の残業が月40万円減る見込みやけど、ソフトに年200万払わなあかん。やる価値ある?", 200, 480),
    ],
)
def test_what_is_paid_and_what_falls_away_make_a_plan(understand, text, spent, gained):
    told = read_investment(text)
    prices = [amount.value for amount in (told.outlay, told.cost, told.budget) if amount is not None]
    assert prices == [spent * 10_000] and told.benefit.value == gained * 10_000
    assert understand(text).intent == "roi"


@pytest.mark.parametrize("text", ["人件費の平均は?", "人件費が年1000万かかっている", "企業の研究費は年1000億円、国は年500億円、どちらが多い?", "クラウドに月12万、人件費が年320万浮く5年の案の稟議書を作って"])
def test_amounts_that_are_no_plan_to_calculate_are_left(text):
    assert not begins_plan(text)


def test_the_average_of_pay_is_still_not_held(ask):
    assert ask("人件費の平均は?").outcome == "not_in_data"


@pytest.mark.parametrize("asked", ["自前でサーバー700万で買ったら?", "700万のサーバーを買ったら?", "機械を700万で買えばどうなる", "サーバーを入れて700万なら?", "自社サーバーなら700万"])
def test_a_machine_that_is_bought_is_set_against_the_plan_before(talked, asked):
    answer = talked(CLOUD, asked)[-1]
    assert answer.intent == "roi" and "**578万円**" in answer.answer and "前の案のNPVは703万円のプラス" in answer.answer
    assert "差額125万円だけ前の案が有利" in answer.answer and "月12万" not in answer.answer


def test_figures_after_a_plan_are_figures(talked):
    assert talked(CLOUD, "企業参加率は?")[-1].intent == "figure"
