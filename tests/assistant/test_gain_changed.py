"""After a plan was calculated: amounts without a noun that are its gain, and another plan that is measured by what was told, not by a what-if."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.roi import told_so_far
from assistant.roi.wording import said

TRIAL = "検査用に試作を作るなら、1500万かけて年500万浮くとして何年で元が取れる?"
OWN = "3,000万円の小規模プロトタイプで、年間1,200万円の事務コスト削減、5年、割引率4%。NPVは?"
FALLEN = "効果が3割下振れした場合は。"


def npv(initial: float, yearly: float, rate: float) -> float:
    return -initial + sum(yearly / (1 + rate) ** year for year in range(1, 6))


def after(first: str, *texts: str):
    return told_so_far("\n".join((*reversed(texts), first)))[0]


def yen(amount) -> float | None:
    return None if amount is None else amount.value


@pytest.mark.parametrize(
    "text",
    [
        "年400万しか浮かなかったら?", "年に400万しか助からなかったら", "年400万しか得しなかったら", "年400万しか儲からなかったら?", "年400万に減ったら", "年400万止まりなら?", "年400万だけだったら", "実際は年400万だったら?",
        "削減が年400万にとどまったら", "400万しか浮かないとしたら", "浮くのが年400万だったら", "年400万も浮かなかったら", "年400万しか出なかったら", "年400万がせいぜいだったら", "浮く額が2割減ったら", "浮く分が8割になったら", "8割しか浮かなかったら",
    ],
)  # fmt: skip
def test_less_gained_changes_the_gain(text):
    told = after(TRIAL, text)
    assert (yen(told.initial), yen(told.benefit), told.cost, told.budget) == (15e6, pytest.approx(4e6), None, None)


@pytest.mark.parametrize(
    ("text", "initial", "yearly"),
    [("年100万の保守費がかかるとしたら", 15e6, 1e6), ("年100万かかったら", 15e6, 1e6), ("電気代が年50万だったら", 15e6, 0.5e6), ("維持費が年100万に減ったら", 15e6, 1e6), ("初期費用が1000万で済んだら", 10e6, None), ("投資が1000万に減ったら", 10e6, None)],
)
def test_what_is_named_as_spent_stays_spent(text, initial, yearly):
    told = after(TRIAL, text)
    assert (yen(told.initial), yen(told.benefit), yen(told.cost or told.budget)) == (initial, 5e6, yearly)


def test_a_bare_amount_is_no_gain_where_a_cost_was_told():
    assert yen(after(TRIAL, "運用費は年100万", "年80万だったら?").benefit) == 5e6


def test_the_smaller_gain_is_calculated(talked):
    *_, last = talked(TRIAL, "年400万しか浮かなかったら?")
    assert last.verdict.ok and f"**{yen_text(npv(15e6, 4e6, 0.08))}**" in last.answer and "年間費用0円" in last.answer


@pytest.mark.parametrize(
    "text",
    [
        "では共有クラウドだと、年間の利用料が800万円、初期費用500万円、効果は同じ1,200万円とすると、どちらが有利ですか。", "共有クラウドは初期500万円、年800万円、削減額は同じ1200万円。どっちがいい?", "同じ効果で共有クラウド、初期費用500万円、年間費用800万円なら?",
        "共有クラウドなら初期500万円、利用料年800万円、効果は同額だとどちらが得ですか",
    ],
)  # fmt: skip
def test_another_plan_is_measured_by_what_was_told_not_by_a_what_if(talked, text):
    *_, last = talked(OWN, FALLEN, "損益分岐は年間いくらの効果ですか。", text)
    here, there = npv(5e6, 4e6, 0.04), npv(30e6, 12e6, 0.04)
    assert last.verdict.ok and f"**{yen_text(here)}**" in last.answer and f"前の案のNPVは{said(there)}" in last.answer and f"差額{yen_text(there - here)}だけ前の案が有利" in last.answer


def test_a_gain_that_is_the_same_is_that_of_both(talked):
    *_, last = talked(OWN, "効果が年800万円に減ったら?", "共有クラウドが初期500万円、利用料年800万円、効果は同じ1,200万円ならどちらが有利?")
    assert f"前の案のNPVは{said(npv(30e6, 12e6, 0.04))}" in last.answer


def test_a_what_if_holds_on_for_the_same_plan(talked):
    *_, rate, outlay = talked(OWN, FALLEN, "割引率6%だと?", "では初期費用が2,500万円なら")
    assert f"**{yen_text(npv(30e6, 8.4e6, 0.06))}**" in rate.answer and f"**{yen_text(npv(25e6, 8.4e6, 0.06))}**" in outlay.answer


def test_another_plan_with_a_price_and_a_gain_takes_no_outlay_of_the_one_before():
    told = after(OWN, "共同研究は年600万円で効果は年1000万円だと?")
    assert (told.initial, yen(told.benefit), yen(told.budget or told.cost)) == (None, 10e6, 6e6)
