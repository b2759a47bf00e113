"""What a question names and takes back is not read: years, conferences, countries, metrics, unknown names."""

import pytest

from assistant.models import Place


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("平成24年のKDD…じゃなくて平成25年、企業参加率は", (2013,)),
        ("2016年、いや2017年のCVPRの企業参加率は", (2017,)),
        ("2014年もとい2015年のCVPRの企業参加率は", (2015,)),
        ("2010年ではなく2011年から2013年の差を、AI会議の企業参加率で", (2011, 2013)),
    ],
)
def test_a_year_taken_back_is_not_meant(understand, text, years):
    assert understand(text).years == years


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("AAAIじゃなかった、IJCAIの2019年の産学共著率", "ijcai"),
        ("SIGGRAPHではなくVRの2018年の企業参加率", "vr"),
        ("EMNLPではなくACLを、2018年の企業参加率で", "acl"),
    ],
)
def test_a_conference_taken_back_is_not_meant(understand, text, venue):
    question = understand(text)
    assert (question.places, question.blocker) == ((Place("venue", venue),), None)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("フランスではなくイタリアの割合を2019年のAI会議で", ["Italy"]),
        ("日米中韓…ではなく英・独・仏だけで、2018年のCVPRの割合を", ["United Kingdom", "Germany", "France"]),
        ("2017年のAI会議、米中韓の割合を並べて", ["United States", "China", "South Korea"]),
    ],
)
def test_a_country_taken_back_is_not_meant_and_letters_are_countries(understand, text, countries):
    assert [subject.country for subject in understand(text).subjects] == countries


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("企業参加率ではなく産学共著率を、2019年のAI会議で", "firm_university_share"),
        ("大学ではなく企業が入る論文の割合、2016年のAI会議", "firm_share"),
    ],
)
def test_a_metric_taken_back_is_not_meant(understand, text, metric):
    assert [subject.metric for subject in understand(text).subjects] == [metric]


def test_not_only_takes_nothing_back(understand):
    assert [subject.metric for subject in understand("企業だけではなく大学も入っている論文の割合、2018年のAI会議").subjects] == ["firm_university_share"]


@pytest.mark.parametrize("text", ["SIGGRAPHって企業の人あまりいない?2016年は何%", "VLDBは企業が多いの、2016年は何%"])
def test_a_conference_that_is_not_held_is_not_answered_with_all(understand, text):
    assert understand(text).blocker == "unknown_name"
