"""Several objections at once, each with a reply of its own: of the plan of the talk, of what was measured, or of who has them."""

import pytest

import prompts
from assistant.phrases.objections import ORDER
from assistant.understand.words.objections_wanted import objections_wanted

PLAN = "3000万円のGPUサーバーを買って、年1200万円の人件費が浮く計画です。期間は5年、割引率8%で"
TABLE = prompts.table("phrases/objections")
ASKED = [
    ("想定される反対を3つ、返し方も", 3), ("反対意見を3点", 3), ("どんな異論が出そう?切り返しも", 3), ("予想される懸念を4つ、答えも", 4), ("役員会で出そうな反対を2つ", 2), ("来そうなツッコミと返し方を五つ", 5),
    ("考えられる批判をリストにして、対応も", 3), ("反対されそうな点を3つ挙げて", 3), ("どういう反論が来そうですか", 3), ("飛んできそうな文句と言い返し方を3個", 3),
]  # fmt: skip
OTHER = ["反対意見を3点", "計算資源の格差に反対する論文を3つ", "AIの格差論への批判はある?", "想定問答を3つと回答", "懸念を3つ", "格差論に反論している研究を3つ、その返しも", "「費用の無駄」という反対を3つに分けて返し方を"]


def headings(answer):
    return [line.strip("*") for line in answer.split("\n") if line.startswith("**") and line.strip("*") in {entry["name"] for entry in TABLE.values()}]


@pytest.mark.parametrize(("text", "count"), ASKED)
def test_as_many_objections_to_the_plan_as_were_asked_for(talked, text, count):
    answer = talked(PLAN, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1] == "出そうな反対と、そのまま口に出せる返しです。"
    assert headings(answer.answer) == [TABLE[name]["name"] for name in ORDER["plan"][:count]]
    assert "正味現在価値（NPV）は1,791万円です" in answer.answer and "損益分岐は年間効果751万円で" in answer.answer


@pytest.mark.parametrize("text", OTHER)
def test_opposing_papers_and_other_texts_are_no_objections_to_reply_to(text):
    assert objections_wanted(text, None) is None


def test_who_objects_decides_what_is_objected_to(talked):
    assert headings(talked(PLAN, "現場から出そうな文句を3つと答え方")[-1].answer) == [TABLE[name]["name"] for name in ORDER["staff"][:3]]


def test_after_figures_each_fact_is_told_once(talked):
    answer = talked("2021年の企業参加率は?", "想定される反論を3つ")[-1].answer
    assert headings(answer) == [TABLE[name]["name"] for name in ORDER["figures"][:3]] and answer.count("企業参加率は、2007年の") == 1


def test_of_two_plans_the_values_of_both_are_told(talked):
    answer = talked("A案は500万円で年200万円浮く。B案は800万円で年300万円浮く。期間5年、割引率8%", "予想される懸念を3つ、答えも")[-1].answer
    assert "B案のNPVは398万円" in answer and "A案のNPVは299万円" in answer and "損益分岐までの余裕" in answer
