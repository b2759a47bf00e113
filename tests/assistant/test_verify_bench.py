"""The short form of `python -m bench verifier`: lies and true rewordings generated from answers to combined questions."""

import random

import pytest

from bench.verifier import SEED, answers, measure, paraphrases
from bench.verifier_questions import combined

MISSED, ACCUSED = 0.01, 0.01  # of 150 to 260 lies a table; the full bench holds 0.005 of ten thousand


@pytest.fixture(scope="module")
def questions(assistant):
    found = [text for text in combined(assistant, SEED, 2) if "被引用" not in text]  # a change of theirs has no interval: 横ばい is not theirs to say
    return random.Random(SEED).sample(found, 36)


@pytest.fixture(scope="module")
def tables(assistant, questions):
    return measure(assistant, questions, 1)


def test_the_lies_are_many_and_of_every_kind(tables):
    for name in ("lies, judged as ours", "lies, judged as prose", "lies in paraphrases"):
        assert sum(tables[name].tried.values()) >= 150
        assert set(tables[name].tried) == {"digit", "unit", "year", "group", "direction", "rank", "word", "mark", "exchange", "invented"}


def test_lies_are_caught(tables):
    for name in ("lies, judged as ours", "lies, judged as prose", "lies in paraphrases"):
        assert tables[name].rate <= MISSED, tables[name].examples


def test_true_answers_and_their_rewordings_pass(tables):
    assert sum(tables["true paraphrases"].tried.values()) >= 120
    assert tables["true answers"].rate <= 2 * ACCUSED, tables["true answers"].examples
    assert tables["true paraphrases"].rate <= ACCUSED, tables["true paraphrases"].examples


def test_rewordings_differ_from_their_originals(assistant, questions):
    known = answers(assistant, questions[:6])
    texts = {one.text for one in known}
    said = paraphrases(known, random.Random(1), 1)
    assert len(said) >= 20 and not {one.text for _, one in said} & texts
