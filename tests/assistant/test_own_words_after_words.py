"""A follow-up to words whose own nouns nothing found with the words before it speaks of is answered by what it says itself."""

import uuid

import pytest


def talk(assistant, *turns):
    session = uuid.uuid4().hex
    return [assistant.ask(turn, session=session) for turn in turns][-1]


@pytest.mark.parametrize(
    ("before", "asked", "wanted"),
    [
        ("企業の論文はどうして引用されやすいの?", "それで生産性は上がるの?", "生産性"),
        ("計算資源の格差って何", "それで電気代はどうなる?", "電気代"),
    ],
)
def test_its_own_noun_is_spoken_of(assistant, before, asked, wanted):
    answer = talk(assistant, before, asked)
    assert answer.outcome == "answered"
    assert wanted in answer.answer.split("**要点**")[0]


def test_what_the_words_before_tell_of_stays_with_them(assistant):
    assert "計算資源のせいか人の移動のせいか" in talk(assistant, "なぜ企業の論文が増えたの", "それは人材の流出のせい?").answer


def test_what_nothing_tells_of_is_refused(assistant):
    assert talk(assistant, "企業の論文はどうして引用されやすいの?", "それで株価は上がるの?").outcome == "not_in_data"
