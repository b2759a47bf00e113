"""More or fewer rows of the ranking just told."""

import re
import uuid

import pytest


def talk(assistant, *turns):
    session = uuid.uuid4().hex
    answers = [assistant.ask(turn, session=session) for turn in turns]
    return answers[-1]


def rows(answer):
    return len(re.findall(r"^\d+\. ", answer.answer, re.MULTILINE))


FIRMS, COUNTRIES, VENUES, SCHOOLS = "企業の上位5社は?", "国別のランキング", "会議の企業参加率ランキング", "大学の上位5校は?"


@pytest.mark.parametrize(
    ("first", "asked", "count"),
    [
        (FIRMS, "上から10社は?", 10),
        (FIRMS, "10社まで出して", 10),
        (FIRMS, "上位十社に広げてください", 10),
        (FIRMS, "もう5社見せて", 10),
        (FIRMS, "3位までで", 3),
        (FIRMS, "トップ3だけでいい", 3),
        (FIRMS, "20社くらい並べてくれる?", 20),
        (SCHOOLS, "あと5校お願いします", 10),
        (COUNTRIES, "10カ国まで", 10),
        (COUNTRIES, "7位までに絞って", 7),
        (FIRMS, "50社は?", 30),
        (FIRMS, "100位まで見せて", 30),
        (COUNTRIES, "もっと下まで", 10),
        (COUNTRIES, "全部出して", 30),
        ("Top ten firms 2020", "and 20?", 20),
        (SCHOOLS, "続きを見せて", 10),
    ],
)
def test_so_many_rows_are_told(assistant, first, asked, count):
    answer = talk(assistant, first, asked)
    assert answer.intent == "rank"
    assert rows(answer) == count


@pytest.mark.parametrize("asked", ["下から3つは?", "下位5会議も見せて"])
def test_rows_from_below_turn_the_ranking_round(assistant, asked):
    assert "最も低い会議" in talk(assistant, VENUES, asked).answer.split("**要点**")[0]


def test_one_place_and_a_counter_of_another_kind_are_no_number_of_rows(assistant):
    assert "2位は中国" in talk(assistant, COUNTRIES, "2位は?").answer
    assert rows(talk(assistant, COUNTRIES, "3社は?")) == 0


def test_more_rows_than_are_shown_is_said(assistant):
    assert "一度に並べられるのは上位30件まで" in talk(assistant, FIRMS, "50社は?").answer
    assert "一度に並べられる" not in talk(assistant, FIRMS, "30社は?").answer
