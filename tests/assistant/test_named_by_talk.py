"""After figures: a name written in hiragana as it sounds, and years told by when they were asked for or counted from the one just told."""

import pytest

SONY, FRANCE, FIRMS = "AI会議のソニーの割合は2020年に何%?", "2019年のフランスの割合は?", "AI会議の企業参加率は2011年に何%"


@pytest.mark.parametrize(
    ("before", "asked", "name"),
    [
        (SONY, "ぐーぐるは?", "google"),
        (SONY, "とよたのほうはどうなん", "toyota"),
        (FRANCE, "どいつのとこも気になる", "Germany"),
    ],
)
def test_a_name_as_it_sounds(talk, before, asked, name):
    question = talk(before, asked)
    assert [subject.institution or subject.country for subject in question.subjects][-1] == name
    assert question.blocker is None


@pytest.mark.parametrize("asked", ["いまのは?", "なるほどなあ", "とくになし"])
def test_other_words_in_hiragana_are_no_names(talk, asked):
    assert [subject.institution for subject in talk(SONY, asked).subjects] in ([], ["sony"])


@pytest.mark.parametrize(
    ("turns", "years"),
    [
        (("CVPRの企業参加率、2012年は?", "2015年だと?", "最初に聞いた年と今の年で何ポイント違う"), (2012, 2015)),
        ((FIRMS, "ちょうど10年たつと?"), (2021,)),
        ((FIRMS, "2021年までの変化幅も"), (2011, 2021)),
    ],
)
def test_years_pointed_at(talk, turns, years):
    question = talk(*turns)
    assert (question.years, question.blocker) == (years, None)
