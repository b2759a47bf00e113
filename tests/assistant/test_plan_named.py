"""Plans whose labels are words: told in one message or two, each answers under its own name and never with another's figure."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.investment import read_investment
from assistant.understand.plans.plan_words import lettered

FACTOR = sum(1.08**-year for year in range(1, 6))
TERMS = "期間5年、割引率8%"
TWO = [
    ("大阪案は500万円で年200万円、東京案は800万円で年300万円浮く", "大阪案", "東京案"), ("松は500万円で年200万円、竹は800万円で年300万円浮く", "松", "竹"), ("内製案は500万円で年200万円浮く。外注案は800万円で年300万円浮く", "内製案", "外注案"),
    ("A社は500万円で年200万円、B社は800万円で年300万円浮く", "A社", "B社"), ("1号機は500万円で年200万円、2号機は800万円で年300万円浮きます", "1号機", "2号機"), ("国産は500万円、年間効果200万円。海外製は800万円、年間効果300万円", "国産", "海外製"),
    ("パッケージプランは500万円で年200万円の効果。自社開発プランは800万円で年300万円の効果", "パッケージプラン", "自社開発プラン"), ("本社の案は500万円で年200万円の削減、工場の案は800万円で年300万円の削減になる", "本社の案", "工場の案"),
    ("クラウド案は500万円で年200万円浮く。自前案は800万円で年300万円浮く", "クラウド案", "自前案"),
]  # fmt: skip
ONE_PLAN = ["初期は500万円で年200万円浮く、運用は年100万円", "来年は500万円で年200万円浮く、再来年は800万円で年300万円浮く", "効果は年200万円、投資は500万円、保守は年50万円", "東京は企業が多い。大阪は大学が多い。500万円と800万円と300万円", "補助金は200万円、投資は800万円で年300万円浮く"]


@pytest.mark.parametrize(("told", "one", "two"), TWO)
def test_two_plans_with_words_for_labels(talked, told, one, two):
    compared, of_one, of_two = talked(f"{told}。{TERMS}", f"{one}の損益分岐は?", f"{two}だと?")
    assert compared.verdict.ok and f"NPV（正味現在価値）の大きい**{two}**です" in compared.answer
    assert of_one.answer.split("\n")[1].startswith(f"{one}の損益分岐は年間効果**{yen_text(5e6 / FACTOR)}**です")
    assert of_two.answer.split("\n")[1].startswith(f"{two}の損益分岐は年間効果**{yen_text(8e6 / FACTOR)}**です")


@pytest.mark.parametrize("text", ONE_PLAN)
def test_words_for_amounts_and_times_are_no_labels(text):
    assert lettered(text) == (text, {})


def test_plans_of_two_messages_and_one_never_told(talked):
    one, both, never, other = talked(f"大阪案は500万円で年200万円浮く。{TERMS}", f"東京案は800万円で年300万円浮く。{TERMS}", "名古屋案は?", "大阪大学の2021年の論文数は?")
    assert yen_text(2e6 * FACTOR - 5e6) in one.answer and "大きい**東京案**です" in both.answer
    assert "名古屋案の数字は、まだ伺っていません" in never.answer and "これまでに伺ったのは大阪案と東京案です" in never.answer and "年間効果**" not in never.answer
    assert other.intent == "figure" and "大阪大学の著者" in other.answer


def test_a_change_is_of_the_plan_that_is_named(talked):
    changed = talked(f"大阪案は500万円で年200万円、東京案は800万円で年300万円浮く。{TERMS}", "東京の効果が3割落ちたら")[-1].answer
    assert changed.split("\n")[1].startswith("東京案は、") and yen_text(2.1e6 * FACTOR - 8e6) in changed


def test_the_name_of_one_plan_says_nothing_of_its_amount():
    told = read_investment("大阪案は500万円で年200万円浮く")
    assert (told.initial.value, told.benefit.value) == (5e6, 2e6) and read_investment("予算案は500万円").initial is None


def test_a_document_of_plans_not_told_apart_is_offered_for_each(talked):
    told = f"大阪案は500万円で年200万円、東京案は800万円で年300万円浮く。{TERMS}"
    every, one = talked(told, "稟議書にして")[-1], talked(told, "大阪案の稟議書を作って")[-1]
    offered = [(action["label"].partition("：")[0], action["changes"]["initial_investment"]) for action in every.actions if action["document"] == "ringi"]
    assert offered == [("東京案", 8e6), ("大阪案", 5e6)] and "大阪案も、同じ文書を隣のボタンから保存できます" in every.answer
    assert [action["changes"]["initial_investment"] for action in one.actions if action["document"] == "ringi"] == [5e6] and "東京案は、この文書に入っていません" in one.answer
