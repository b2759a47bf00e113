"""Yearly costs by their names: several are added up, a part of another is not counted twice, and one asked about without its amount is no paper."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.yearly_costs import cost_asked

FACTOR = sum(1.08**-year for year in range(1, 6))
PLAN = "800万円のGPUサーバーを買って年500万円浮く。期間5年、割引率8%。"


def worth(cost):
    return yen_text((5e6 - cost) * FACTOR - 8e6)


@pytest.mark.parametrize(("text", "cost"), [
    ("保守は年100万円。電気代は年30万円", 1.3e6), ("電気代が月3万円、保守が年50万円かかる", 8.6e5), ("維持費は電気代込みで年100万円。うち電気代は年30万円", 1e6), ("維持費は年100万円で、電気代30万円はそこに含む", 1e6), ("保守費と電気代で年100万円", 1e6),
    ("ライセンス料が年40万円、保守料が年60万円、回線費が月1万円", 1.12e6), ("保守費は年60万円(うち保険料10万円)", 6e5), ("維持費は年100万円", 1e6), ("電気代 月5万円 保守 年40万円", 1e6),
])  # fmt: skip
def test_costs_of_one_message(text, cost):
    told = read_investment(PLAN + text)
    assert told.cost.value == pytest.approx(cost) and not told.unused


def test_a_further_cost_is_added_and_one_told_before_is_replaced(talked):
    first, added, changed = talked(PLAN, "保守が年60万円かかる", "電気代も月5万円")[-1], *talked(PLAN + "保守は年60万円。電気代は月5万円", "電気代が月10万円なら?", "通信費が別に年12万円")[1:]
    assert worth(1.2e6) in first.answer and "年60万円を、先に伺った年間費用に足しました" in first.answer
    assert worth(1.8e6) in added.answer and "伺い直した分を年120万円に置き換えました" in added.answer
    assert worth(1.92e6) in changed.answer


def test_what_is_included_is_not_added_again(talked):
    held, asked, raised = talked(PLAN + "維持費は電気代込みで年100万円", "電気代が年50万円なら?", "電気代も足すと?", "電気代が年30万円から50万円に上がったら?")[1:]
    assert worth(1e6) in held.answer and "年間費用に含まれるため、足していません" in held.answer
    assert asked.answer.split("\n")[1].startswith("伺った年間費用100万円に含まれているので、足しません")
    assert worth(1.2e6) in raised.answer


@pytest.mark.parametrize("text", ["電気代は?", "電気代も足すと?", "保守費は入ってる?", "ライセンス料って考えてある?", "あと電気代とかは?", "維持費は?", "通信費も含めると?", "電気代、入れて計算して"])
def test_a_cost_without_its_amount_is_asked_of_the_plan(talked, text):
    answer = talked(PLAN, text)[-1]
    room = 5e6 - 8e6 / FACTOR
    assert answer.intent == "roi" and answer.answer.split("\n")[1].startswith("まだ入れていません") and f"あと{yen_text(room)}増えるまでは、元が取れます" in answer.answer


@pytest.mark.parametrize("text", ["電気代が月5万円", "AIの学習の電気代は?どの論文?", "維持費を半分にしたら?", "保守の会社は?", "電気自動車は?", "電気代が安い国は?"])
def test_other_words_of_costs_are_no_such_question(text):
    assert cost_asked(text) is None


def test_electricity_in_the_upkeep_of_a_machine_is_counted_once(ask):
    sums = "H100を1枚500万円で買うのと1時間400円で借りるの、年3000時間ならどっちが得?維持費は"
    held, apart = ask(f"{sums}電気代込みで年60万円").answer, ask(f"{sums}年60万円").answer
    assert "電気代は、伺った維持費に含まれるものとしました" in held and "1kWh" not in held and "1kWh" in apart
    assert held.split("損益分岐は年")[1].split("時間")[0] < apart.split("損益分岐は年")[1].split("時間")[0]
