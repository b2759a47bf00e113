"""A price by the year for a told number of years: all of those years are in the sums, and a changed assumption is measured by the plan before."""

import pytest

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from assistant.roi.mapped import changes
from assistant.roi.wording import said
from assistant.understand.plans.investment import read_investment


def conclusion(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n\n")[0]


@pytest.mark.parametrize(
    ("text", "years", "yearly"),
    [
        ("大学との共同研究に年2,000万円を5年間投じた場合のNPVは", 5, 20e6), ("共同研究、毎年1500万ずつ4年払ったら元は取れますか", 4, 15e6),
        ("5年間、毎年2000万を大学との共同研究に出したら", 5, 20e6), ("共同研究に年3000万円、6年出すといくら返ってくる?", 6, 30e6),
        ("共同研究に年1000万を3年払ったら?", 3, 10e6), ("産学連携に年800万円ずつ7年かけたらNPVはどうですか", 7, 8e6),
    ],
)  # fmt: skip
def test_every_year_of_a_yearly_price_of_research_is_spent(assistant, text, years, yearly):
    told = changes("joint", read_investment(text))
    rows = evaluate(resolve("joint", told)).cash_flows
    assert told["research_years"] == years and all(abs(row.stage_cost - yearly) < 10 for row in rows[:years]) and not rows[years].stage_cost
    answer = conclusion(assistant.ask(text))
    assert f"{years}年で{yen_text(years * yearly)}" in answer and f"{years}年とも払い切ると" in answer.split("。")[answer.startswith("**結論**\nいいえ")]


@pytest.mark.parametrize("text", ["3年の共同研究の採算は?", "共同研究の採算は?", "共同研究を10年運用したらNPVは?"])
def test_without_a_yearly_price_nothing_is_said_of_paying_through(assistant, text):
    assert "払い切ると" not in assistant.ask(text).answer


@pytest.mark.parametrize("rates", [(3, 5), (2, 20)])
def test_a_changed_rate_tells_what_the_plan_came_to_before_and_whether_the_sign_turned(talked, rates):
    first, then = (evaluate(resolve("joint", {"discount_rate": rate})).results.ev_gates for rate in rates)
    *_, answer = talked(f"共同研究の採算は?割引率{rates[0]}%で", f"割引率を{rates[1]}%に上げるといかがですか")
    assert f"変える前の期待値は{said(first)}" in conclusion(answer) and ("プラスからマイナスに変わりました" in conclusion(answer)) == (first >= 0 > then)


def test_of_a_price_that_is_paid_through_the_same_value_is_compared(talked):
    *_, answer = talked("共同研究に年2,000万円を5年間投じた場合のNPVは?割引率3%で", "割引率を5%に上げるといかがですか")
    values = [evaluate(resolve("joint", changes("joint", read_investment("共同研究に年2,000万円を5年間")) | {"discount_rate": rate})).results.ev_no_gates for rate in (3, 5)]
    assert f"期待値は**{said(values[1])}**" in conclusion(answer) and f"変える前の期待値は{said(values[0])}" in conclusion(answer)


def test_a_changed_outlay_keeps_what_was_asked_for(talked):
    *_, answer = talked("うちが3000万で小さく試作を作ったら、何年で元が取れる?", "それを5000万にしたらどうなる")
    assert conclusion(answer).partition("\n")[2].startswith("小規模プロトタイプは、すべて成功しても期間のうちに回収できません") and "変える前の1,926万円のマイナスから3,295万円のマイナスに" in conclusion(answer)


@pytest.mark.parametrize(
    ("text", "yearly", "years"),
    [
        ("年800万で3年、共有クラウド借りたらもとは取れるん?", 8e6, 3), ("共有クラウドを月70万で2年契約したら回収できますか", 8.4e6, 2), ("共有クラウド 年500万 4年 元取れる?", 5e6, 4), ("クラウドに年600万払い続けて3年で元が取れるか", 6e6, 3),
        ("共有クラウドを3年使うのに年1000万ずつ払う。割に合うか", 1e7, 3), ("試作に年300万ずつ2年かける。元は取れますか", 3e6, 2), ("共有クラウドを年1,200万×5年で契約する案があります。NPVはいくらですか", 12e6, 5), ("年800万×3年 クラウド 元は取れる?", 8e6, 3),
    ],
)  # fmt: skip
def test_what_is_rented_by_the_year_is_paid_and_no_ceiling(ask, text, yearly, years):
    answer = ask(text)
    assert answer.verdict.ok and f"年間費用{yen_text(yearly)}を{years}年払うと、合わせて{yen_text(years * yearly)}" in conclusion(answer)
    assert f"損益分岐は年間効果**{yen_text(yearly)}**" in conclusion(answer) and "まだ言えません" in conclusion(answer) and "予算" not in conclusion(answer)


@pytest.mark.parametrize("text", ["共有クラウドに年800万円の予算で何ができる?", "年800万までなら共有クラウドはどう?"])
def test_a_yearly_budget_stays_a_ceiling(ask, text):
    assert "年800万円の予算に対し" in conclusion(ask(text))


def test_why_then_tells_what_decides(talked):
    answer = talked("年800万で3年、共有クラウド借りたらもとは取れるん?", "なんで?短く頼むわ")[-1]
    assert answer.outcome == "answered" and "年間効果が上回るかどうか" in conclusion(answer)


def test_an_effect_told_later_gives_the_answer(talked):
    answer = talked("共有クラウドを月70万で2年契約したら回収できますか", "年間効果1500万円なら?")[-1]
    assert "元が取れ" in conclusion(answer) and "1,177万円" in conclusion(answer)


@pytest.mark.parametrize("text", ["運用10年だと?", "運用期間10年なら?", "利用年数10年で"])
def test_years_of_a_plan_are_no_year_of_the_data(talked, text):
    assert talked("共同研究の採算は?", text)[-1].intent == "roi"


def test_what_is_paid_by_the_year_is_in_no_template_and_has_no_tax(talked):
    first = "年800万で3年、共有クラウド借りたらもとは取れるん?"
    assert "ひな形に入らない" in talked(first, "稟議書にして")[-1].answer
    assert "減価償却は入れていません" in talked(first, "稟議書にして", "減価償却は?")[-1].answer
    assert "失うのは払った分の合計**2,400万円**" in conclusion(talked(first, "最悪いくら損する?")[-1])
