"""One thing of the last figure in the place of another, and both of two at the place that was told."""

import pytest


@pytest.mark.parametrize(("first", "text", "place", "year"), [
    ("シンガポールの機関の割合、2020年のAI会議", "国をスイスに替えて、年も2017年で", None, 2017), ("2019年のCVPRの企業参加率は?", "ICMLに替えて、2017年で", "icml", 2017), ("2019年のCVPRの企業参加率は?", "会議をICMLに替えて、年も2017年で", "icml", 2017),
    ("2019年のCVPRの企業参加率は?", "企業を大学に変えて", "cvpr", 2019), ("2019年のCVPRの企業参加率は?", "では学会をKDDに切り替えてください", "kdd", 2019), ("2019年のCVPRのGoogleの割合は?", "GoogleをMicrosoftに置き換えて", "cvpr", 2019),
])  # fmt: skip
def test_it_takes_the_place_of_the_other(talk, first, text, place, year):
    question = talk(first, text)
    assert question.years == (year,) and question.blocker is None and (place is None or [each.name for each in question.places] == [place])


def test_the_country_is_the_new_one(talk):
    assert [subject.country for subject in talk("シンガポールの機関の割合、2020年のAI会議", "国をスイスに替えて、年も2017年で").subjects] == ["Switzerland"]


@pytest.mark.parametrize("text", ["両国とも2013年の回でお願い", "両国の2013年は?", "その2国の2013年を比べて"])
def test_two_that_are_pointed_at_stay_where_they_were(talk, text):
    question = talk("中国はCVPRの2019年で何%", "アメリカは", text)
    assert [place.name for place in question.places] == ["cvpr"] and question.years == (2013,) and len(question.subjects) == 2


def test_another_place_that_is_named_is_taken(talk):
    assert [place.name for place in talk("中国はCVPRの2019年で何%", "アメリカは", "両国の2013年のICMLは?").places] == ["icml"]


@pytest.mark.parametrize("text", ["英語に変えて", "表に変えて", "もっと短い文に変えて", "効果を300万に変えて"])
def test_other_changes_are_left(talk, text):
    question = talk("2019年のCVPRの企業参加率は?", text)
    assert not (question.places and question.places[0].name != "cvpr")
