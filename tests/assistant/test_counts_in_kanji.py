"""Counts in kanji beside universities are read as digits; signs that make no number stay as they are."""

import pytest

from assistant.understand.text.kana import plain_numbers


@pytest.mark.parametrize(("text", "plain"), [("大学の上位二十校", "大学の上位20校"), ("大学の上位百五十校", "大学の上位150校"), ("大学百百社", "大学百百社"), ("大学の十百校", "大学の十百校")])
def test_only_numbers_become_digits(text, plain):
    assert plain_numbers(text) == plain
