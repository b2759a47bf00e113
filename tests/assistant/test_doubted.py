"""Doubts about a figure just told, in everyday words and dialect; the figures stay what the talk is about."""

import pytest

GROWN, SHARE = "企業の割合、昔と比べてどれくらい増えたん?", "産学共著率は?"


@pytest.mark.parametrize(
    "text",
    [
        "ほんまかいな。数え方で変わるんちゃうの", "それってどう数えたかによるんじゃない?", "数え方変えたら違ってくるんちゃう?", "数え方次第でどうとでも言えるでしょ", "集計の仕方で違うんじゃないの",
        "定義によるよね、それ", "何を数えるかで変わりませんか", "カウントの仕方でブレるんじゃないですか", "え、ほんとに?別の数え方でも同じ?", "分母次第やろ",
    ],
)  # fmt: skip
def test_that_it_hangs_on_counting_is_answered_with_the_other_ways(talked, text):
    answer = talked(GROWN, text)[-1]
    assert answer.answer.startswith("**結論**\n数え方を変えても、向きと確かさの判断は変わりません。") and "著者数で按分" in answer.answer
    assert {figure.metric for figure in answer.figures} == {"firm_share_change"}


def test_what_is_doubted_is_what_was_told(talked):
    assert {figure.metric for figure in talked(SHARE, "数え方で変わるんちゃうの")[-1].figures} == {"firm_university_share_change"}


@pytest.mark.parametrize("text", ["ほんまかいな", "嘘くさいなあ", "その数字、盛ってへん?", "にわかには信じられません", "さすがに大げさじゃない?", "えー、まさか", "なんか怪しいなあ", "マジですか"])
def test_plain_unbelief_tells_the_same_figure_counted_otherwise(talked, text):
    answer = talked("企業の割合は増えた?", text)[-1].answer
    assert "別の数え方：AI会議（著者数で按分）の企業参加率は19.2%です" in answer and "36.2%" in answer


@pytest.mark.parametrize(("text", "metric"), [("で、日本はどないなっとる", "japan_share"), ("じゃあ大学は?", "university_share")])
def test_the_talk_goes_on_with_the_figures(talked, text, metric):
    answer = talked(GROWN, "ほんまかいな。数え方で変わるんちゃうの", text)[-1]
    assert answer.intent == "trend" and metric in {figure.metric for figure in answer.figures} and not any(citation.kind == "paper" for citation in answer.citations)


@pytest.mark.parametrize("text", ["数え方を教えて", "著者数で按分すると?", "NeurIPSは?", "特許で数えるとどうなりますか"])
def test_questions_on_counting_are_no_doubts(talked, text):
    assert "向きと確かさの判断" not in talked(GROWN, text)[-1].answer


def test_unbelief_after_a_paper_asks_who_sees_it_otherwise(talked):
    assert "Musser" in talked("AI格差の代表的な論文は?", "ほんまかいな")[-1].answer
