"""Universities called without the word University, on the shipped data."""

import pytest

from analytics import Divide
from analytics.errors import UnknownName


@pytest.fixture(scope="module")
def directory():
    return Divide.open().counts.directory


@pytest.mark.parametrize(("written", "key"), [("stanford", "stanford-univ"), ("Stanford", "stanford-univ"), ("スタンフォード", "stanford-univ"), ("princeton", "princeton-univ")])
def test_a_university_is_found_without_the_word(directory, written, key):
    assert directory.profile(written).id == key


def test_a_short_name_never_takes_the_place_of_a_full_one(directory):
    for word, number in directory.by_word.items():
        assert directory.profile(word).id == directory.ids[number] or word in directory.number


@pytest.mark.parametrize("written", ["york", "california"])
def test_a_name_that_two_universities_share_is_asked_back(directory, written):
    with pytest.raises(UnknownName):
        directory.profile(written)
