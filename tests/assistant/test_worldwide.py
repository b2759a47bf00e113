"""What is not counted by country is told for the world after a country, and that is said."""

import pytest

import prompts

NOTE = prompts.render("notes", "worldwide")


@pytest.mark.parametrize("texts", [
    ("2019年のAI会議の日本の割合", "産学共著の割合も"), ("2019年のAI会議の日本企業の割合", "ビッグテックは?"), ("2019年の中国の割合", "産学共著率は?"), ("2019年の中国の割合", "企業の割合は?"),
    ("2020年のCVPRの日本の大学の割合", "企業単独率は?"),
])  # fmt: skip
def test_after_a_country_the_world_is_said(talk, texts):
    question = talk(*texts)
    assert NOTE in question.readings and question.blocker is None and question.years


@pytest.mark.parametrize("texts", [
    ("2019年のAI会議の日本の割合", "2018年は?"), ("2019年のAI会議の日本の割合", "企業は?"), ("2019年のAI会議の日本の割合", "世界全体の産学共著率は?"), ("2019年のAI会議の企業の割合", "産学共著率は?"),
    ("2019年のAI会議の日本の割合", "中国は?"), ("産学共著率は?",), ("2019年のAI会議の日本の割合", "2018年のICMLの産学共著率を教えて"),
])  # fmt: skip
def test_nothing_is_said_where_the_country_stays_or_none_was_told(talk, texts):
    assert NOTE not in talk(*texts).readings


def test_the_note_stands_in_the_answer(talked):
    answer = talked("2019年のAI会議の日本の割合", "産学共著の割合も")[-1]
    assert NOTE in answer.answer and answer.verdict.ok
