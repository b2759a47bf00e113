"""Counters for Prometheus: true, without text of users, and read only by who may."""


import pytest
from coroutines import run
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.errors import InputError
from assistant.llm.outgoing import Call, Ledger
from assistant.operations.answers import note_answer
from assistant.operations.metrics import PAGES, REGISTRY, exposition, reading_token, watch_queue
from assistant.ui.watch import Watch

QUESTION = "秘密の買収案件についてAI会議の企業参加率は?"
TOKEN = "a-token-of-some-length"


def value(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0


def client(*address, **headers):
    return TestClient(Watch(Starlette(routes=[Route("/", lambda request: PlainTextResponse("page"))])), client=(*address, 1) if address else ("127.0.0.1", 1), headers=headers)


def test_every_answer_is_counted_by_intent_and_outcome(assistant):
    labels = {"intent": "figure", "outcome": "answered", "mode": "offline"}
    before, timed, steps = value("rashinban_answers_total", **labels), value("rashinban_answer_seconds_count", mode="offline"), value("rashinban_stage_seconds_count", stage="verify")
    note_answer("a1", assistant.ask("2021年のAI会議の企業参加率は?"), "", {}, "page")
    assert value("rashinban_answers_total", **labels) == before + 1
    assert value("rashinban_answer_seconds_count", mode="offline") == timed + 1 and value("rashinban_stage_seconds_count", stage="verify") == steps + 1


def test_a_model_s_calls_and_tokens_are_counted_without_its_words(tmp_path):
    before = value("rashinban_model_calls_total", outcome="unverified"), value("rashinban_model_tokens_total", direction="input")
    Ledger(tmp_path).note(Call("openai:x", "h", (), 10, 0, 2, 300, 40, False, None, 1.5, f"unverified: {QUESTION}"))
    assert (value("rashinban_model_calls_total", outcome="unverified"), value("rashinban_model_tokens_total", direction="input")) == (before[0] + 1, before[1] + 300)
    assert QUESTION not in exposition().decode()


def test_what_is_shown_can_be_read_by_prometheus_and_names_nobody(assistant):
    note_answer("a1", assistant.ask(QUESTION), "user-77", {"model": "m", "data": "d"}, "page")
    watch_queue(lambda: 3)
    shown = client().get("/metrics").text
    families = {family.name: family for family in text_string_to_metric_families(shown)}
    assert {"rashinban_answers", "rashinban_answer_seconds", "rashinban_errors", "rashinban_open_pages", "rashinban_model_calls", "rashinban_model_tokens"} <= set(families)
    assert families["process_resident_memory_bytes"].samples[0].value > 10**7 and families["rashinban_waiting_questions"].samples[0].value == 3
    assert "買収" not in shown and "user-77" not in shown and "a1" not in {label for family in families.values() for one in family.samples for label in one.labels.values()}


@pytest.mark.parametrize(("address", "headers", "status"), [
    (("127.0.0.1",), {}, 200), (("::1",), {}, 200), (("10.0.0.9",), {}, 404), (("testclient",), {}, 404),
    (("127.0.0.1",), {"x-forwarded-for": "10.0.0.9"}, 404), (("127.0.0.1",), {"forwarded": "for=10.0.0.9"}, 404),
    (("10.0.0.9",), {"authorization": f"Bearer {TOKEN}"}, 200), (("10.0.0.9",), {"authorization": "Bearer wrong"}, 404), (("10.0.0.9",), {"authorization": "Bearer "}, 404),
])  # fmt: skip
def test_only_this_machine_or_the_token_reads_it(address, headers, status, monkeypatch):
    monkeypatch.setenv("RASHINBAN_METRICS_TOKEN", TOKEN)
    assert client(*address, **headers).get("/metrics").status_code == status
    assert client(*address, **headers).get("/").text == "page"


def test_no_token_lets_no_other_machine_in(monkeypatch):
    monkeypatch.delenv("RASHINBAN_METRICS_TOKEN", raising=False)
    assert client("10.0.0.9", authorization="Bearer ").get("/metrics").status_code == 404
    with pytest.raises(InputError, match="characters"):
        reading_token({"RASHINBAN_METRICS_TOKEN": "short"})


def test_an_open_page_is_counted_while_it_is_open():
    seen = []

    async def stream(scope, receive, send):
        seen.append(PAGES._value.get())

    before = PAGES._value.get()
    run(Watch(stream)({"type": "http", "path": "/gradio_api/heartbeat/abc"}, None, None))
    run(Watch(stream)({"type": "http", "path": "/page/x"}, None, None))
    assert seen == [before + 1, before] and PAGES._value.get() == before
