"""The year after next and the one before last, and changes from a year that is not held."""

import pytest


@pytest.mark.parametrize(("text", "years"), [
    ("翌々年は何%に変わったんです?", (2019,)), ("翌々年は?", (2019,)), ("次の次の年は", (2019,)), ("前々年は?", (2015,)), ("前々年と比べると?", (2015, 2017)), ("前年と比べると?", (2016, 2017)), ("翌年は何%?", (2018,)),
])  # fmt: skip
def test_the_year_is_counted_from_the_last_one(understand, text, years):
    before = understand("ICMLの企業参加率を2017年で")
    assert understand(text, before, before).years == years


def test_the_year_after_next_of_a_stated_year(understand):
    assert understand("ICMLの2017年の翌々年の企業参加率").years == (2019,)


def test_the_year_after_next_may_not_be_held(talked):
    assert talked("ACLの企業参加率を2019年で", "翌々年は何%に変わったんです?")[-1].outcome == "not_in_data"


@pytest.mark.parametrize("text", [
    "ICLRの2011年の値を起点として、2021年までの倍率を計算してください(企業参加率)", "ICLRの企業参加率、2010年を100とすると2021年はいくつ?", "ICLRの2010年と2021年の企業参加率を比べて", "ICLRの企業参加率は2010年から2021年で何ポイント増えた?",
])  # fmt: skip
def test_a_change_from_a_year_that_is_not_held_is_refused(ask, text):
    answer = ask(text)
    assert answer.outcome == "not_in_data" and "この範囲で数字がある年は2013〜2021年" in answer.answer


@pytest.mark.parametrize("text", ["ICLRの2010年と2015年と2021年の企業参加率は", "ICLRの2010年と2021年の企業参加率は", "ICLRの2010年から2021年の企業参加率の推移"])
def test_values_beside_it_are_told(ask, text):
    assert ask(text).outcome == "answered" and "41.5%" in ask(text).answer


@pytest.mark.parametrize("text", ["AI研究の予算は何億円必要?", "うちのAI投資は何千万円いりますか"])
def test_a_question_for_an_amount_tells_none(ask, text):
    answer = ask(text).answer
    assert "2億円" not in answer and "2,000万円" not in answer
