"""When to give a plan up: its own break-even effect, the month at which to look and its payback, in whatever words it is asked."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.plan_exit import exits_asked

PLAN = "3000万円のGPUサーバーを買って、年1200万円の人件費が浮く計画です。期間は5年、割引率8%で"
EVEN = 3e7 / sum(1.08**-year for year in range(1, 6))
ASKED = [
    "撤退基準は?", "どうなったらやめる?", "いつ見切りをつける?", "やめどきはいつ?", "どの時点で中止を判断すべきですか", "損切りラインを決めときたい", "何がダメなら手を引くべき?", "引き際は?", "どうなったら失敗とみなす?",
    "打ち切りの条件を教えて", "どこまで悪くなったら撤退するべきか", "exit criteriaは?",
]  # fmt: skip
OTHER = ["撤退したときの損失は?", "やめたほうがいい?", "途中でやめる権利の価値は?", "他社の撤退の事例は?", "撤退条件を入れた稟議書を作って", "いつ元が取れる?", "止まらない成長はいつまで?", "基準年はいつ?"]


@pytest.mark.parametrize("text", ASKED)
def test_a_plan_is_given_up_by_its_own_break_even(talked, text):
    answer = talked(PLAN, text)[-1]
    lines = answer.answer.split("\n")
    assert answer.verdict.ok and lines[1].startswith(f"年間効果が損益分岐の**{yen_text(EVEN)}**に届かないと分かったとき")
    assert f"着手から6か月目に確かめ、それまでの効果の合計が{yen_text(EVEN / 2)}に届かなければ" in answer.answer and "37%の下振れまでは元が取れます" in answer.answer and "回収期間の2.5年" in answer.answer


@pytest.mark.parametrize("text", OTHER)
def test_other_words_of_stopping_ask_for_no_exit(text):
    assert not exits_asked(text)


def test_the_month_to_look_at_follows_the_year_in_which_the_effect_begins(talked):
    answer = talked("初期500万円、2年目から年300万円の効果、維持費は年20万円、期間5年、割引率8%", "撤退ラインを教えて")[-1].answer
    even = (5e6 + 2e5 * sum(1.08**-year for year in range(1, 6))) / sum(1.08**-year for year in range(2, 6))
    assert f"**{yen_text(even)}**" in answer and f"着手から18か月目に確かめ、それまでの効果の合計が{yen_text(even / 2)}" in answer and "これからの効果が年間費用20万円を上回る間だけ続ける" in answer


def test_a_plan_below_its_break_even_is_not_to_be_begun(talked):
    assert "始める前に見送る水準です" in talked("800万円かけて年100万円浮く。期間5年、割引率8%", "どうなったら打ち切る?")[-1].answer


def test_each_of_two_plans_has_its_own(talked):
    _, both, one = talked("A案は500万円で年200万円浮く。B案は800万円で年300万円浮く。期間5年、割引率8%", "撤退基準は?", "A案の撤退基準は?")
    even = [initial / sum(1.08**-year for year in range(1, 6)) for initial in (5e6, 8e6)]
    assert all(f"{name}の損益分岐は年間効果**{yen_text(value)}**" in both.answer for name, value in zip(("A案", "B案"), even, strict=True))
    first = one.answer.split("\n")[1]
    assert first.startswith("A案") and f"損益分岐の**{yen_text(even[0])}**に届かない" in first


def test_a_strategy_is_given_up_at_its_first_decision(talked):
    told, answer = talked("共有クラウドの採算は?", "撤退の判断基準は?")
    level = told.answer.split("損益分岐は年間効果")[1].split("で、")[0]
    assert answer.answer.split("\n")[1].startswith(f"共有クラウドは、年間効果が損益分岐の**{level}**に届かないなら、最初の判断でやめる")
