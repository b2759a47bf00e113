"""Nobody asks without end: 429 with the time to wait for programs, a sentence on the page; one person on one machine has no limit."""

import time

import pytest
from limits import parse
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.access.rates import CALLS, DEFAULTS, LOGINS, MOST_PEOPLE, QUESTIONS, UPLOADS, Memory, Rates
from assistant.access.tokens import Tokens
from assistant.errors import InputError
from assistant.ui.chat import Chat
from assistant.ui.gate import Gate
from assistant.ui.rate_gate import RateGate
from assistant.ui.roles import BROWSER_COOKIE

SECRET = "銀河鉄道の夜に乗る人たち"


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def rates(clock=None, **texts):
    return Rates({kind: parse(text) for kind, text in texts.items()}, clock or Clock())


def test_the_window_moves():
    clock = Clock()
    few = rates(clock, **{CALLS: "3/minute"})
    assert [few.wait(CALLS, "a") for _ in range(4)] == [0, 0, 0, 60]
    assert few.wait(CALLS, "b") == 0, "another person"
    assert few.wait(UPLOADS, "a") == 0, "another kind"
    clock.now += 59.5
    assert few.wait(CALLS, "a") == 1
    clock.now += 0.5
    assert [few.wait(CALLS, "a") for _ in range(4)] == [0, 0, 0, 60]


def test_the_wall_clock_plays_no_part(monkeypatch):
    few = Rates({CALLS: parse("1/hour")})
    assert few.wait(CALLS, "a") == 0
    for jump in (-10_000_000, 10_000_000):
        monkeypatch.setattr(time, "time", lambda jump=jump: 1_790_000_000.0 + jump)
        assert 3590 < few.wait(CALLS, "a") <= 3600


def test_who_went_is_forgotten():
    clock = Clock()
    memory = Memory(clock)
    for at in range(MOST_PEOPLE):
        memory.acquire_entry(str(at), 5, 60)
    clock.now += 61
    memory.acquire_entry("one more", 5, 60)
    assert list(memory.times) == ["one more"]


def test_one_person_on_one_machine_has_no_limit_unless_it_is_set():
    assert Rates.from_environment(False, {}).limits == {}
    assert set(Rates.from_environment(True, {}).limits) == {QUESTIONS, UPLOADS, CALLS, LOGINS} == set(DEFAULTS)
    assert set(Rates.from_environment(True, {"RASHINBAN_RATE_CALLS": "off"}).limits) == {QUESTIONS, UPLOADS, LOGINS}
    assert Rates.from_environment(False, {"RASHINBAN_RATE_QUESTIONS": "5/second"}).limits == {QUESTIONS: parse("5/second")}
    free = Rates.from_environment(False, {})
    assert not any(free.wait(QUESTIONS, "one address") for _ in range(5000))


@pytest.mark.parametrize("text", ["many", "0/minute", "-1/minute", "5", "5/fortnight", "5/2 year", "on"])
def test_a_rate_that_is_none(text):
    with pytest.raises(InputError, match="RASHINBAN_RATE_CALLS") as told:
        Rates.from_environment(True, {"RASHINBAN_RATE_CALLS": text})
    assert "60/minute" in told.value.message_ja


async def done(request):
    return JSONResponse({})


def site(limited, users=None):
    paths = ("/", "/gradio_api/upload", "/gradio_api/run/ask", "/gradio_api/call/ask", "/gradio_api/mcp/", "/gradio_api/queue/join", "/gradio_api/component_server")
    app = RateGate(Starlette(routes=[Route(path, done, methods=["GET", "POST"]) for path in paths]), limited)
    return Gate(app, users.database.home, users, rates=limited) if users else app


def test_programs_are_told_when_to_come_back(users):
    for name in ("sato", "kato"):
        users.add(name, SECRET)
    tokens = {name: Tokens(users.database).make(users.named(name).id)[1] for name in ("sato", "kato")}
    app = site(rates(**{CALLS: "2/minute", UPLOADS: "1/hour"}), users)
    sato, kato = (TestClient(app, headers={"authorization": f"Bearer {token}"}) for token in tokens.values())
    assert [sato.post(path).status_code for path in ("/gradio_api/run/ask", "/gradio_api/mcp/", "/gradio_api/call/ask")] == [200, 200, 429]
    late = sato.post("/gradio_api/run/ask", headers={"cookie": f"{BROWSER_COOKIE}=user-other", "x-forwarded-for": "10.9.9.9"})
    assert late.status_code == 429 and late.headers["retry-after"] == "60" and "60秒" in late.json()["detail"]
    assert kato.post("/gradio_api/run/ask").status_code == 200, "of one address, but another person"
    assert [sato.post(path).status_code for path in ("/gradio_api/queue/join", "/gradio_api/component_server")] == [200, 200]
    assert sato.get("/gradio_api/call/ask").status_code == 200, "reading the answer is no further call"


def test_where_there_are_no_users_it_is_the_address_that_counts():
    app = site(rates(**{CALLS: "1/minute"}))
    one, two = (TestClient(app, client=(address, 1)) for address in ("10.0.0.1", "10.0.0.2"))
    assert [one.post("/gradio_api/run/ask", headers={"cookie": f"{BROWSER_COOKIE}={at}"}).status_code for at in range(2)] == [200, 429]
    assert two.post("/gradio_api/run/ask").status_code == 200


def test_logins_are_counted_by_address(users):
    users.add("sato", SECRET)
    browser = TestClient(site(rates(**{LOGINS: "2/minute"}), users))
    answers = [browser.post("/login", data={"username": "sato", "password": SECRET}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].headers["retry-after"] == "60" and "60秒" in answers[2].text


class Answering:
    writer, asked = None, 0

    def examples(self):
        return ()

    def ask(self, *arguments, **named):
        self.asked += 1
        raise RuntimeError("enough for this test: it was asked")


def test_the_page_says_it_and_keeps_the_question(tmp_path):
    answering = Answering()
    chat = Chat(answering, None, None, rates=rates(**{QUESTIONS: "2/minute"}))
    steps = [list(chat.converse("予算は?", None, "user-1"))[-1] for _ in range(3)]
    assert answering.asked == 2
    assert "60秒" in str(steps[2]) and "予算は?" in str(steps[2]) and "60秒" not in str(steps[1])
    list(chat.converse("予算は?", None, "user-2"))
    assert answering.asked == 3
