"""The clock is set forwards or backwards under the running app: order, audit, logins, lock-out and retention hold."""

import time
from types import SimpleNamespace

import pytest

from assistant.access.sessions import MOST_OF_NAME, Failures, Sessions
from assistant.access.users import Users
from assistant.assistant import Assistant
from assistant.store import audit, database
from assistant.store.clock import DAY, SteadyClock
from assistant.store.deletion import last_written
from assistant.ui import server
from assistant.ui.chat import Chat
from assistant.ui.talks import Talks, Turn

YEAR = 365 * DAY
SECRET = "銀河鉄道の夜に乗る人たち"
JUMPS = (3 * YEAR, -3 * YEAR, 0, -DAY, DAY)


@pytest.fixture
def jump(monkeypatch):
    """Sets the clock so many seconds off; what cannot be set (time.monotonic) goes on."""
    real = time.time
    return lambda seconds: monkeypatch.setattr(time, "time", lambda: real() + seconds)


def test_a_conversation_keeps_its_order_and_the_audit_its_chain(tmp_path, jump):
    talks = Talks(tmp_path, clock=lambda: time.time())
    chat = Chat(Assistant.open(tmp_path), talks, SimpleNamespace(named=lambda *_: ()))
    asked, conversation = tuple(f"{year}年のAI会議の企業参加率は?" for year in range(2015, 2020)), None
    for seconds, question in zip(JUMPS, asked, strict=True):
        jump(seconds)
        last = list(chat.converse(question, conversation, "owner"))[-1]
        conversation = last[0]
    talk, = talks.list("owner")
    assert [turn.question for turn in talks.turns("owner", talk.id)] == list(asked)
    assert audit.verify(talks.database) == audit.Finding(len(asked), audit.verify(talks.database).hash)


def test_no_login_outlives_its_hours_and_a_new_one_works(tmp_path, jump):
    users = Users(tmp_path)
    user = users.add("専務", SECRET)
    sessions = Sessions(users.database, clock=lambda: time.time())
    before = sessions.open(user.id)
    for seconds in (-YEAR, -2 * DAY, YEAR):
        jump(seconds)
        assert sessions.user_id(before) is None, "refused rather than kept alive by the clock"
        assert sessions.user_id(sessions.open(user.id)) == user.id
    jump(-600)  # as a time server corrects it
    assert sessions.user_id(sessions.open(user.id)) == user.id
    jump(0)
    assert Users(tmp_path).check("専務", SECRET) == user


def test_a_lock_out_is_not_ended_by_the_clock(jump):
    failures = Failures()
    for _ in range(MOST_OF_NAME):
        assert failures.begin("専務", "192.0.2.1")
    for seconds in JUMPS:
        jump(seconds)
        assert not failures.begin("専務", "192.0.2.1")


@pytest.fixture
def looks(tmp_path, monkeypatch):
    """Runs the app's own loop of deletion: `looks(offsets)` says for each look, an hour apart, whether the conversation of today is still there."""
    talks = Talks(tmp_path)
    began = time.time()
    talks.add("owner", "talk", Turn("turn", "質問", "答え", "<p></p>"))

    def run(offsets):
        hours, there = iter(range(len(offsets))), []
        state = SimpleNamespace(hour=next(hours))
        clocks = {"wall": lambda: began + 3600 * state.hour + offsets[state.hour], "passed": lambda: 3600.0 * state.hour}
        monkeypatch.setattr(server, "SteadyClock", lambda latest: SteadyClock(latest, **clocks))
        monkeypatch.setattr(server, "forget", lambda store, days: forget_at(store, days, clocks["wall"]()))

        def sleep(_):
            there.append(bool(talks.list("owner")))
            state.hour = next(hours)  # StopIteration ends the loop

        monkeypatch.setattr(server.time, "sleep", sleep)
        with pytest.raises(StopIteration):
            server.keep_forgetting(talks.database, 30)
        return there

    forget_at = server.forget
    return run


def test_a_jump_forwards_deletes_nothing_until_it_has_lasted_a_day(looks):
    assert looks([0, *[3 * YEAR] * 10, *[0] * 30]) == [True] * 41, "ten hours in the future, then mended"


def test_a_start_in_the_future_deletes_nothing_at_once(looks):
    assert looks([3 * YEAR, 3 * YEAR, 0, 0]) == [True] * 4


def test_a_clock_that_stays_is_believed_and_what_is_old_goes(looks):
    assert looks([0, *[31 * DAY] * 26]) == [True] * 25 + [False] * 2


def test_what_was_written_last(tmp_path):
    store = database(tmp_path)
    assert last_written(store) is None
    Talks(tmp_path, clock=lambda: 5.0).add("owner", "talk", Turn("turn", "質問", "答え", "<p></p>"))
    assert last_written(store) == 5.0
