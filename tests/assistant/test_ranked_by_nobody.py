"""Rankings that nothing counts are refused by what they would rank; figures near them are still told."""

import pytest


@pytest.mark.parametrize(
    ("asked", "name"),
    (
        ("研究室ランキング教えて", "研究室ごとの順位"),
        ("日本の研究室の常連はどこ? 2020年", "研究室ごとの順位"),
        ("論文を多く出している学部は?", "学部ごとの順位"),
        ("被引用数の多い国ベスト5", "被引用数での順位"),
        ("大学の被引用数ランキング", "被引用数での順位"),
        ("よく引用される大学トップ10", "被引用数での順位"),
        ("会議を論文数の多い順に並べて", "会議を論文数で並べた順位"),
        ("論文の多い会議トップ3 2020年", "会議を論文数で並べた順位"),
    ),
)
def test_they_are_refused_by_name(understand, asked, name):
    question = understand(asked)
    assert (question.blocker, question.blocker_details) == ("unknown_metric", {"name": name})


@pytest.mark.parametrize(("asked", "who"), (("論文数の多い著者トップ10は?", "著者"), ("日本で一番論文を書いている研究者は?", "研究者"), ("教授のランキングを見せて", "教授")))
def test_people_are_ranked_nowhere(understand, asked, who):
    question = understand(asked)
    assert (question.blocker, question.blocker_details) == ("scope_people", {"name": who})


@pytest.mark.parametrize("asked", ("企業論文の被引用シェアは? 2020年", "研究者が一番多い国は?", "企業の論文が多い会議は?", "会議の企業参加率ランキング", "CVPRの論文数は? 2020年", "著者の所属が不明な論文は何%?", "論文の多い企業トップ3"))
def test_what_is_counted_is_told(understand, asked):
    assert understand(asked).blocker is None


@pytest.mark.parametrize(("asked", "years", "count"), (("アジアの国で多い順に5つ 2020年", (2020,), 5), ("2019年のアジアの国を多い順に", (2019,), None)))
def test_a_region_is_ranked_in_the_year_that_is_named(understand, asked, years, count):
    question = understand(asked)
    assert (question.ranked, question.years, question.count) == ("named", years, count)


@pytest.mark.parametrize(("asked", "name"), (("日本の機関は2019年に何機関?", "日本の機関がいくつあるか"), ("2020年に論文を出した日本の大学は何校?", "日本の大学がいくつあるか"), ("中国の会社は何社が論文を出している?", "中国の会社がいくつあるか")))
def test_how_many_of_one_country_is_refused(understand, asked, name):
    assert understand(asked).blocker_details == {"name": name}


@pytest.mark.parametrize("asked", ("日本の企業は2020年に何%?", "2020年に論文を出した企業は何社?", "日本の機関は2019年に何%?"))
def test_shares_and_all_firms_are_counted(understand, asked):
    assert understand(asked).blocker is None
