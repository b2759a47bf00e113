"""A commit waits for the disk, but for what only a follow-up needs: the turn kept after it brings that to the disk too."""

import pytest
from sqlalchemy import event

from assistant.history import History
from assistant.store import database
from assistant.ui.talks import Talks, Turn

FULL, NORMAL = 2, 1


@pytest.fixture
def waits(store_home):
    """The setting of SQLite at every commit of the store, in order."""
    found = []
    held = database(store_home)
    if held.on_server:
        pytest.skip("a server has its own setting")
    event.listen(held.open(), "commit", lambda connection: found.append(connection.exec_driver_sql("PRAGMA synchronous").scalar()))
    return found


def test_a_turn_waits_for_the_disk_and_its_context_does_not(store_home, waits, understand):
    history, talks = History(store_home), Talks(store_home)
    question = understand("2019年のICMLの企業参加率は?")
    for turn in ("t1", "t2"):  # the connection is one of a pool: what one writer set must not hold for the next
        history.remember("a", question, question)
        assert waits.pop() == NORMAL
        talks.add("owner", "a", Turn(turn, "問い", "答え", "<p>答え</p>"))
        assert waits.pop() == FULL
    assert history.last("a")[0].text == question.text
