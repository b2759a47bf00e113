"""Plans whose labels stand behind their amounts: each keeps its own numbers."""

import pytest

from assistant.understand.plans.label_behind import labels_first
from assistant.understand.plans.plan_labels import plans_of

BEHIND = [
    ("投資1500万円、年間効果500万円、4年のA案と、投資900万円、年間効果280万円、4年のB案を比べて", "A案", "B案"), ("1500万で年500万の案1と900万で年280万の案2、4年ならどっちがいい?", "案1", "案2"),
    ("投資1500万で年500万の大阪案と、投資900万で年280万の東京案、4年ならどちら?", "大阪案", "東京案"), ("1500万で年500万のAと900万で年280万のB、4年ならどっち", "A", "B"),
    ("投資1500万、効果年500万の甲案、投資900万、効果年280万の乙案。期間4年で比較", "甲案", "乙案"), ("1500万かけて年500万減るプランA、900万かけて年280万減るプランB、4年で", "プランA", "プランB"),
    ("投資1500万、年500万。これをA案とする。投資900万、年280万。これをB案とする。4年", "A案", "B案"), ("1500万で年500万の投資と、900万で年280万の投資、4年ならどっち", "案1", "案2"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "one", "two"), BEHIND)
def test_each_plan_keeps_the_numbers_before_its_label(talked, told, one, two):
    answer = talked(told)[0]
    assert answer.verdict.ok and answer.intent == "roi"
    lines = answer.answer.split("\n")
    row = {name: next(line for line in lines if line.startswith(f"| {name}")) for name in (one, two)}
    assert "1,500万円 | 500万円" in row[one] and "900万円 | 280万円" in row[two]


@pytest.mark.parametrize("text", ["A案は投資1500万、年500万。B案は投資900万、年280万。", "投資1500万円、年間効果500万円、4年。A案とB案のどちらがいい?", "投資1500万の案は年500万浮く", "1500万で年500万のA案はどう?"])
def test_other_lines_stay(text):
    assert labels_first(text) == text


def test_a_change_of_one_of_them_is_of_that_one(talked):
    answer = talked(BEHIND[0][0], "B案の効果が1割落ちたら?")[-1].answer
    assert "年間効果252万円" in answer and plans_of("B案の効果が1割落ちたら?\n" + BEHIND[0][0]).asked == (2,)


@pytest.mark.parametrize("told", [
    "①投資1500万、年500万、4年 ②投資900万、年280万、4年、どっち?", "1. 投資1500万、年500万 2. 投資900万、年280万。4年で比べて", "(1)初期1500万、年500万の効果、(2)初期900万、年280万の効果。期間4年、どちらがいい?",
])  # fmt: skip
def test_plans_of_an_enumeration_keep_their_own_numbers(talked, told):
    answer = talked(told)[0]
    lines = answer.answer.split("\n")
    row = {name: next(line for line in lines if line.startswith(f"| {name}")) for name in ("案1", "案2")}
    assert "1,500万円 | 500万円" in row["案1"] and "900万円 | 280万円" in row["案2"] and answer.verdict.ok


@pytest.mark.parametrize("text", ["1投資1500万、年500万、4年", "1年目投資500万、2年目投資300万、効果は年400万", "2投資900万、年280万"])
def test_one_number_is_no_enumeration(text):
    assert labels_first(text) == text
