"""What a ranking from below means for management."""

import pytest


@pytest.mark.parametrize(("text", "says"), [("企業参加率の低い会議トップ3、2020年", "順位の低い会議は"), ("企業参加率の高い会議トップ3、2020年", "上位の会議から順に")])
def test_the_advice_fits_the_end_of_the_ranking(ask, text, says):
    assert says in ask(text).answer
