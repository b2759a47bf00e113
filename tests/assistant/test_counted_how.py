"""How the figure just told is counted and where it is from, asked by pointing at it."""

import pytest

DEFINED = "企業参加率とは、所属が判明した論文のうち、企業の著者が1人以上いる論文の割合です"


@pytest.mark.parametrize("asked", [
    "その数字の出典と、数え方の定義を教えてください", "この数え方は?", "どうやって数えたの?", "分子と分母の定義、それと出典を", "何を数えたもの?", "その割合の算出方法を教えて", "出典と集計の定義、課内資料に脚注として書ける形で。", "脚注に載せる出典と定義を書いて", "定義と出典をお願いします", "それはどのように集計したものですか", "この値の計算方法は?",
])  # fmt: skip
def test_the_definition_of_what_was_told(talked, asked):
    answer = talked("2021年に企業が著者に入る論文は何%?", asked)[-1]
    assert DEFINED in answer.answer and answer.verdict.ok and "csmetrics.net" in answer.answer


def test_of_another_metric_and_a_conference(talked):
    assert "産学共著率とは" in talked("2019年のCVPRの産学共著率は?", "この割合の定義は?")[-1].answer
    assert "グーグルの論文の割合とは" in talked("Googleの論文の割合は?", "何を数えたもの?")[-1].answer


@pytest.mark.parametrize("asked", ["エリート大学の定義は?", "数え方の論文はありますか", "2012年は?", "どう計算すると企業単独率になる?", "モデルの費用の計算方法は?", "論文の脚注に何が書いてあるの"])
def test_other_questions_are_left_alone(talk, asked):
    assert talk("2021年の企業参加率は?", asked).text != "企業参加率の定義は?"


def test_without_a_figure_before_nothing_is_defined(talk):
    assert talk("Cottierの論文は?", "その数え方は?").text != "企業参加率の定義は?"
