"""Alterations that keep every number: a negation turned round, halves of two sentences, a mark repeated, the other extreme; and numerals in other forms."""

import pytest

from bench.verifier import answers

QUESTIONS = ("CIKMの公的機関の参加率が20%を超えたのは何年?", "CIKMの企業単独率はいつから増え始めた?", "2012年のEMNLPの大学参加率は?", "2021年のAI会議の企業参加率は?")


@pytest.fixture(scope="module")
def known(assistant):
    return {one.question.text: one for one in answers(assistant, list(QUESTIONS))}


ALTERED = [
    (0, "最も高い", "最も低い", (False,)),
    (1, "見当たりません", "見当たります", (False, True)),
    (1, "【1】【2】", "【1】【1】", (False, True)),
    (2, "大学の比重が", "企業の比重が", (False, True)),
]


@pytest.mark.parametrize("which, old, new, modes", ALTERED)
def test_an_altered_wording_is_refused_where_the_true_one_passes(assistant, known, which, old, new, modes):
    one = known[QUESTIONS[which]]
    altered = one.text.replace(old, new, 1)
    assert altered != one.text
    for free in modes:
        assert assistant.verifier.check(one.text, one.cited, one.question, free=free).ok
        assert not assistant.verifier.check(altered, one.cited, one.question, free=free).ok


# The figures cited: 36.2 % of 10,658 papers in 2021【1】, 17.3 % in 2007【2】, +19.0 points【3】.
HELD = ["三割六分です【1】", "3割6分2厘です【1】", "36%強です【1】", "4割弱です【1】", "三十数%です【1】", "対象10.7千本で36.2%です【1】"]
NOT_HELD = ["三割五分です【1】", "4割強です【1】", "約4分の1です【1】", "十数%です【1】", "対象1.2千本で36.2%です【1】", "36.2±5.0%です【1】", "36.2ポイントです【1】", "36.2%です【2】", "-19.0ポイントの変化です【3】"]


@pytest.mark.parametrize("words, held", [*((words, True) for words in HELD), *((words, False) for words in NOT_HELD)])
def test_a_number_in_another_form_is_held_or_not(assistant, known, words, held):
    one = known[QUESTIONS[3]]
    assert [item.figure.id for item in one.cited.items][:3] == ["firm_share.ai.2021", "firm_share.ai.2007", "firm_share_change.ai.2007_2021"]
    assert assistant.verifier.check(f"2021年のAI会議の企業参加率は{words}。", one.cited, one.question, free=True).ok is held
