"""The course of a place in a ranking is told as the place at its two ends."""

import pytest

COURSES = [
    ("日本の論文数の世界順位とその推移を教えてください", "japan_share", (2007, 2021)),
    ("日本の順位はどう変わった?", "japan_share", (2007, 2021)),
    ("日本の順位は2012年と2021年でどう変わりましたか", "japan_share", (2012, 2021)),
    ("東大の順位の推移", "institution_share", (2007, 2021)),
    ("Googleの順位は上がってる?", "institution_share", (2007, 2021)),
    ("中国は何位から何位に上がった?", "country_share", (2007, 2021)),
]


@pytest.mark.parametrize(("text", "metric", "years"), COURSES)
def test_the_course_of_a_place_is_told_by_its_ends(understand, text, metric, years):
    parts = understand(text).parts
    assert [(part.statistic, part.years) for part in parts] == [("position", (year,)) for year in years]
    assert {part.subjects[0].metric for part in parts} == {metric}


@pytest.mark.parametrize("text", ["日本の順位は?", "日本の割合の推移", "会議の順位の推移", "日本は何位?", "企業の割合はどう変わった?"])
def test_a_place_or_a_course_alone_is_one_question(understand, text):
    assert not understand(text).parts


def test_both_places_are_said(assistant):
    answer = assistant.ask("日本の順位はどう変わった?").answer
    assert "59か国のうち**6位**" in answer and "76か国のうち**12位**" in answer
