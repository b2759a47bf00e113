"""A list of the first ones of each country, or of each kind."""

import pytest

LISTS = [
    ("日本と中国の大学の上位を5つずつ", "universities", ["Japan", "China"], 5),
    ("米国と中国の企業、トップ3を", "firms", ["United States", "China"], 3),
    ("日本と韓国の企業の上位3社をそれぞれ", "firms", ["Japan", "South Korea"], 3),
    ("2015年の日本と米国の大学の上位3校を教えて", "universities", ["Japan", "United States"], 3),
    ("日本、中国、米国の企業の上位3社ずつ", "firms", ["Japan", "China", "United States"], 3),
]


def country(question):
    subject = question.subjects[0]
    return "Japan" if subject.metric.startswith("japan") else subject.country


@pytest.mark.parametrize("text, ranked, countries, count", LISTS)
def test_each_country_has_its_own_list(understand, text, ranked, countries, count):
    parts = understand(text).parts
    assert [(part.statistic, part.ranked, part.count) for part in parts] == [("rank", ranked, count)] * len(countries)
    assert [country(part) for part in parts] == countries
    assert len({part.years for part in parts}) == 1


def test_each_kind_has_its_own_list(understand):
    assert [part.ranked for part in understand("企業と大学の上位を3つずつ").parts] == ["firms", "universities"]


@pytest.mark.parametrize("text", ["日本と中国の大学はどちらが多い?", "日本の大学の上位5つ", "日本と中国の上位10機関の割合を比べて", "企業と大学の上位10機関への集中度", "企業と大学の共著の割合は?"])
def test_one_question_stays_one(understand, text):
    assert not understand(text).parts


@pytest.mark.parametrize("text", ["日本、中国、米国の企業の上位3社ずつ", "米国の企業の上位3社は?", "日本と中国の大学の上位を5つずつ"])
def test_the_first_of_a_country_that_is_first_of_all_is_told(ask, text):
    answer = ask(text)
    assert answer.outcome == "answered" and "のうち1位です" in answer.answer


@pytest.mark.parametrize("true, false", [("最も高い米国の企業は", "最も高い企業は"), ("最も高い日本の企業は", "最も高い日本の大学は")])
def test_a_first_place_names_whom_it_is_first_of(assistant, as_checked, true, false):
    text, evidence, question = as_checked("日本、中国、米国の企業の上位3社ずつ")
    assert assistant.verifier.check(text, evidence, question).ok and true in text
    reasons = [finding["reason"] for finding in assistant.verifier.check(text.replace(true, false, 1), evidence, question).unsupported]
    assert "first among fewer than it says" in reasons


def test_a_place_of_so_many_is_held_by_the_evidence(assistant, as_checked):
    text, evidence, question = as_checked("米国の企業の上位3社は?")
    assert "276社のうち1位" in text and not assistant.verifier.check(text.replace("276社のうち1位", "276社のうち3位"), evidence, question).ok
