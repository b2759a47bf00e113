"""Who stands above one that is named, or right beside it in the ranking just told, and who of a kind moved most after a ranking."""

import re

import pytest


def rows(answer):
    return len(re.findall(r"^\d+\. ", answer.answer, re.MULTILINE))


@pytest.mark.parametrize(
    ("turns", "count", "first", "last"),
    (
        (("日本より上は何か国? 2020年",), 6, "米国", "カナダ"),
        (("2020年、日本より上の国は?",), 6, "米国", "カナダ"),
        (("フランスより多い国はどこ? 2019年",), 7, "米国", "日本"),
        (("IBMより上は何社? 2019年",), 2, "グーグル", "マイクロソフト"),
        (("2020年の企業ランキング", "アマゾンより上は何社?"), 7, "グーグル", "ファーウェイ"),
    ),
)
def test_those_above_are_listed(talked, turns, count, first, last):
    answer = talked(*turns)[-1]
    lines = re.findall(r"^\d+\. (.+?)：", answer.answer, re.MULTILINE)
    assert (len(lines), lines[0]) == (count, first)
    assert lines[-1].startswith(last)


@pytest.mark.parametrize(("asked", "place"), (("グーグルより上の企業は? 2020年", "1位"), ("東大より上の大学は? 2020年", "53位")))
def test_the_place_tells_it_where_nobody_or_too_many_are_above(talked, asked, place):
    assert f"**{place}**" in talked(asked)[-1].answer


@pytest.mark.parametrize("asked", ("日本はアメリカより上?", "東大より京大が上?", "日本より中国が多い会議は?", "2020年は2019年より上?"))
def test_other_comparisons_are_no_list_of_those_above(understand, asked):
    assert understand(asked).ranked not in ("firms", "universities", "countries")


@pytest.mark.parametrize(
    ("turns", "told"),
    (
        (("2020年の国のランキング", "日本の一つ上は?"), "カナダは論文のある82か国のうち**6位**"),
        (("2020年の国のランキング", "日本の一つ上は?", "その一つ上は?"), "オーストラリアは論文のある82か国のうち**5位**"),
        (("2020年、日本の一つ下の国は?",), "香港は論文のある82か国のうち**8位**"),
        (("アマゾンの一つ上は? 2020年",), "2020年のAI会議で、ファーウェイは"),
        (("ソニーの一つ上は? 2020年",), "論文のある276社のうち**32位**"),  # two more firms are level with it
    ),
)
def test_the_neighbour_of_that_year_is_told(talked, turns, told):
    assert told in talked(*turns)[-1].answer


@pytest.mark.parametrize(
    ("first", "asked", "ranked", "count"),
    (
        ("2020年の企業ランキング上位10社", "伸びとるとこ3つ", "firms", 3),
        ("2020年の国のランキング", "伸び率が大きい3つは?", "countries", 3),
        ("2020年の国のランキング", "ようけ伸びたとこは?", "countries", 5),
        ("2020年の大学ランキング", "逆に落ちたとこ5つ", "universities", 5),
    ),
)
def test_who_moved_most_follows_a_ranking(talked, first, asked, ranked, count):
    answer = talked(first, asked)[-1]
    question = answer.material.question
    assert (question.statistic, question.ranked, rows(answer)) == ("movers", ranked, count)


@pytest.mark.parametrize("asked", ("日本は伸びた?", "企業参加率は伸びた?", "伸びた理由は?"))
def test_what_else_rose_is_no_ranking_of_movers(talked, asked):
    assert talked("2020年の国のランキング", asked)[-1].intent in ("trend", "why")


@pytest.mark.parametrize("asked", ("日本の次の首相は?", "トヨタの次の社長は?"))
def test_who_comes_next_in_office_is_no_place(understand, asked):
    assert understand(asked).statistic != "position"


@pytest.mark.parametrize("asked", ("伸びとる企業3つ教えて", "落ち込んだ大学は? 2015から2020"))
def test_movers_are_read_in_dialect(understand, asked):
    assert understand(asked).statistic == "movers"


@pytest.mark.parametrize("asked", ("2020年、下から5つの国", "論文が少ない国ワースト5は? 2020年", "2020年、いちばん下から5つの国は?"))
def test_the_last_ones_are_never_told_as_the_first(talked, asked):
    answer = talked(asked)[-1]
    assert "最も少ない国は、同じくらい少ないものが多く並び" in answer.answer
