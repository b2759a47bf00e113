"""Effects told year by year, what is paid before an effect begins, and what a failure loses."""

import pytest

from analytics.roi import simple, weighed
from assistant.understand.plans.investment import read_investment


@pytest.mark.parametrize(("text", "years"), [
    ("初期400万、効果は初年度100万、翌年から250万で3年だと?", ((1, 1e6), (2, 2.5e6))), ("投資1000万、効果は1年目200万、2年目以降400万、5年", ((1, 2e6), (2, 4e6))), ("初期1000万、効果は初年度200万円で翌年以降は400万円、5年", ((1, 2e6), (2, 4e6))),
    ("投資1000万、1年目は効果ゼロ、2年目から年400万、5年", ((1, 0), (2, 4e6))), ("投資600万、効果は最初の年が100万、次の年から300万、4年", ((1, 1e6), (2, 3e6))), ("投資800万、初年度は100万浮き、2年目から300万浮く、5年", ((1, 1e6), (2, 3e6))),
    ("投資800万、初年度100万、2年目200万、3年目以降300万の効果、6年", ((1, 1e6), (2, 2e6), (3, 3e6))), ("初期500万、保守は2年目から年50万、効果は1年目100万、2年目から250万、5年", ((1, 1e6), (2, 2.5e6))),
])  # fmt: skip
def test_an_effect_by_year(text, years):
    assert read_investment(text).schedule == years


@pytest.mark.parametrize("text", ["費用は1年目500万、2年目300万。効果は年400万、5年", "投資500万、年200万、5年。初年度は半分", "投資600万、運用費は2年目から年50万、効果は年250万、5年", "投資1000万、年間効果300万、3年目に200万の更新費、5年"])
def test_what_is_spent_by_year_is_no_effect(text):
    assert read_investment(text).schedule == ()


def test_a_cost_of_one_year():
    assert read_investment("初期400万、2年目は運用50万、効果は年250万、3年").paid == ((2, 2, 5e5),)


@pytest.mark.parametrize("text", ["共同研究を東大とやりたい。年500万円を3年、終わってから年900万円の効果が5年続く見込み", "共同研究に年500万円ずつ3年。完了後、年900万円の利益が5年", "大学に年500万円を3年払う。終えてから5年間、年900万円の効果"])
def test_an_effect_after_all_is_paid(text):
    told = read_investment(text)
    assert told.paid == ((1, 3, 5e6),) and (told.start, told.ends, told.years) == (4, 8, 8)


def test_fewer_years_to_pay_bring_the_effect_forward(talked):
    answer = talked("共同研究に年500万円を3年、終わってから年900万円の効果が5年続く見込み", "2年に短縮したら?")[-1].answer
    assert "支出は1〜2年目に年500万円、効果は3〜7年目に出るもの" in answer


def test_a_plan_without_outlay_loses_its_yearly_cost_when_it_fails(talked):
    answer = talked("クラウドに年300万円払うと年500万円の効果、5年", "成功率6割なら?")[-1].answer
    assert "損失は1,198万円" in answer and "払い続けるもの" in answer
    success = simple(5e6, 2e6, 5, 0.08, 3e5)
    assert weighed(success, 0.5).failure == pytest.approx(-5e6)
