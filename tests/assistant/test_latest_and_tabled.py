"""The latest value of each place asked after one another, and a table of all that was told."""

import pytest

LATEST = "NeurIPSの企業参加率の最新の数字と出典を教えてください。"
OF_2019 = "2019年のNeurIPSの企業参加率は?"


@pytest.mark.parametrize(
    ("texts", "years"),
    [
        ([LATEST, "ICMLは?"], (2021,)),
        ([LATEST, "ICMLは?", "じゃあCVPRは?"], (2021,)),
        ([LATEST, "ICMLは?", "ACLだと?"], (2019,)),
        (["ECCVの直近の企業参加率は?", "じゃあICCVは?"], (2021,)),
        (["ICMLの最新の大学参加率は?", "NeurIPSでは?"], (2019,)),
        ([LATEST, "ICMLは?", "2015年は?", "ACLは?"], (2015,)),
        ([OF_2019, "ICMLは?"], (2019,)),
        (["2020年のICMLの企業参加率は?", "CVPRは?"], (2020,)),
    ],
)
def test_the_last_year_of_each(talk, texts, years):
    assert talk(*texts).years == years


def test_the_year_is_said(talk):
    assert any("2021年" in line for line in talk(LATEST, "ICMLは?").readings)


@pytest.mark.parametrize(
    ("texts", "places", "years"),
    [
        ([OF_2019, "ICMLは?", "ACLとCVPRも足して表にしてください。"], ["nips", "icml", "acl", "cvpr"], (2019,)),
        ([LATEST, "ICMLは?", "ACLとCVPRも足して表にしてください。"], ["nips", "icml", "acl", "cvpr"], ()),
        (["2015年のICMLの大学参加率は?", "KDDとCVPRも加えて表で"], ["icml", "kdd", "cvpr"], (2015,)),
        ([OF_2019, "ICMLも入れて表にして"], ["nips", "icml"], (2019,)),
        ([OF_2019, "ICMLは?", "KDDも含めて一覧表にして"], ["nips", "icml", "kdd"], (2019,)),
    ],
)
def test_a_table_of_all_that_was_told(talk, texts, places, years):
    question = talk(*texts)
    assert ([place.name for place in question.places], question.years, question.statistic, question.style) == (places, years, "level", "table")


@pytest.mark.parametrize(("text", "places"), [("ICMLも足して推移を表で", ["nips", "icml"]), ("ICMLとも比べて", ["nips", "icml"])])
def test_other_additions_stay(talk, text, places):
    question = talk(OF_2019, text)
    assert [place.name for place in question.places] == places and question.statistic == ("trend" if "推移" in text else "level")


def test_without_a_table_only_what_was_told_last_is_joined(talk):
    assert [place.name for place in talk(OF_2019, "ICMLは?", "ACLも足して").places] == ["icml", "acl"]


def test_four_rows(assistant):
    texts = (OF_2019, "ICMLは?", "ACLとCVPRも足して表にしてください。")
    told = [assistant.ask(text, session="tabled-four-rows") for text in texts][-1].answer
    assert sum(line.startswith("| ") and "2019年" in line for line in told.splitlines()) == 4
