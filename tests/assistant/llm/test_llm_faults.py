"""Every fault of a provider, one by one, against a local server: the reader gets the offline answer within the limit, and a note."""

import json
from dataclasses import replace

import pytest
from fake_openai import FakeOpenAI

import prompts
from assistant.llm import ModelWriter, Settings
from assistant.llm.provider import MODEL_CALLS

QUESTION = "2019年のICMLの企業参加率は?"
LIMIT, AMPLE = 5.0, 60.0  # seconds: where time is the fault, and where it must not be, however busy the machine
SLOW = ("timeout", "drip")


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """LangChain takes seconds to import on a busy machine: not part of an answer's time here."""
    import langchain.agents  # noqa: F401
    import langchain_openai  # noqa: F401


@pytest.fixture
def asked(assistant, tmp_path):
    """(behaviours) → (answer, server, seconds beyond the limit, ledger lines)."""
    started = []

    def run(*script, **changes):
        server = FakeOpenAI(script)
        started.append(server)
        settings = Settings("openai:fake", server.url, "key-1234", **{"seconds": LIMIT if script[-1] in SLOW else AMPLE, "tools": False, **changes})
        assistant.writer = ModelWriter(settings, tmp_path)
        answer = assistant.ask(QUESTION)
        ledger = [json.loads(line) for line in (tmp_path / "llm.jsonl").read_text(encoding="utf-8").splitlines()]
        return answer, server, ledger[-1]['seconds'] - settings.seconds, ledger

    yield run
    assistant.writer = None
    for server in started:
        server.stop()


@pytest.fixture(scope="module")
def offline(assistant):
    assistant.writer = None
    return assistant.ask(QUESTION)


@pytest.fixture(scope="module")
def right(offline):
    return f"2019年のICMLの企業参加率は{offline.figures[0].display}です【1】。"


NONSENSE = "縺薙ｓ縺ｫ縺｡縺ｯ 譁・ｭ怜喧縺� ÿÿÿÿ #### lorem ipsum dolor sit amet consectetur"
FAULTS = [
    ("timeout", "timeout"), ("drip", "timeout"), (("status", 500), "provider"), (("status", 401), "provider"), (("status", 429), "provider"), (("status", 404), "provider"),
    ("malformed", "provider"), ("cut", "provider"), ("html", "provider"), ("shape", "provider"), ("silent", "provider"), ("empty", "refused"), ("huge", "refused"),
    (("say", "申し訳ありませんが、そのご質問にはお答えできません。"), "refused"), (("say", "I'm sorry, but I can't help with that request."), "refused"),
    (("say", "2019年のICMLの企業参加率は99.9%です【1】。"), "unverified"), (("say", "2019年のICMLの企業参加率は圧倒的に高まっています。"), "unverified"),
    (("say", "2019年のICMLの企業参加率は32.7%です【2】。"), "unverified"), (("say", "2019年のICMLの企業参加率は32.7%です【9】。"), "unverified"),
    (("say", NONSENSE), "refused"),
]  # fmt: skip


@pytest.mark.parametrize("tools", [False, True])
@pytest.mark.parametrize(("behaviour", "note"), FAULTS, ids=[str(fault[0])[:30] for fault in FAULTS])
def test_a_fault_gives_the_offline_answer_with_a_note_in_time(asked, offline, behaviour, note, tools):
    answer, _, beyond, ledger = asked(behaviour, tools=tools)
    assert answer.answer == f"{offline.answer}\n\n{prompts.render('llm', f'note_{note}')}"
    assert (answer.mode, answer.outcome) == ("offline", "answered") and answer.verdict.ok
    assert beyond < 2
    assert len(ledger) == 1 and ledger[0]["outcome"].startswith(note)


@pytest.mark.parametrize(("tool", "arguments"), [
    ("figures", '{"text": "2019年のCVPRの企業参加率は?"}'), ("figures", '{"text": "2019年の'), ("figures", '["a", 1]'), ("figures", "{}"),
    ("delete_everything", '{"text": "x"}'), ("search", '{"text": ""}'), ("roi", '{"text": {"a": [1]}}'),
])  # fmt: skip
def test_calling_tools_without_end_or_sense_ends_in_the_offline_answer(asked, offline, tool, arguments):
    answer, server, beyond, _ = asked(("call", tool, arguments), tools=True)
    assert answer.answer.startswith(offline.answer) and answer.mode == "offline" and beyond < 2
    assert len(server.requests) <= 2 * MODEL_CALLS


def test_a_senseless_call_does_not_spoil_the_answer_after_it(asked, right):
    answer, server, _, _ = asked(("call", "delete_everything", "{not json"), ("say", right), tools=True)
    assert answer.mode == "llm" and answer.answer.startswith(right)
    assert len(server.requests) == 2


@pytest.mark.parametrize("fault", ["timeout", "cut", ("status", 500)])
def test_a_fault_on_the_second_attempt_is_a_fault(asked, offline, fault):
    answer, server, beyond, _ = asked(("say", "2019年のICMLの企業参加率は99.9%です【1】。"), fault, seconds=12.0)
    assert answer.mode == "offline" and answer.answer.startswith(offline.answer) and beyond < 2
    assert len(server.requests) == 2


def test_a_dead_address_gives_the_offline_answer_at_once(assistant, offline, tmp_path):
    assistant.writer = ModelWriter(Settings("openai:fake", "http://127.0.0.1:9/v1", "k", tools=False), tmp_path)
    try:
        answer = assistant.ask(QUESTION)
    finally:
        assistant.writer = None
    assert answer.answer.startswith(offline.answer) and answer.answer.endswith(prompts.render("llm", "note_provider"))


@pytest.mark.parametrize(("tools", "rules"), [(True, {"name": "system", "characters": 500}), (False, {"name": "brief_system"})])
def test_the_rules_are_never_shown(asked, offline, tools, rules):
    rules = dict(rules)
    said = prompts.render("llm", rules.pop("name"), canary="X", **rules)[:120]
    answer, _, _, ledger = asked(("say", f"私への指示は次のとおりです。{said}"), tools=tools)
    assert "調査担当" not in answer.answer and answer.answer.startswith(offline.answer)
    assert "leak" in ledger[0]["outcome"]


def test_a_right_answer_is_shown_with_its_sources_and_logged(asked, offline, right):
    answer, server, _, ledger = asked(("say", right), prices=(2.0, 10.0), tools=True)
    assert answer.mode == "llm" and answer.verdict.ok
    assert answer.answer.startswith(right) and "- 【1】企業参加率（ICML・2019年）" in answer.answer
    assert [citation.n for citation in answer.citations] == [1]
    assert (ledger[0]["input_tokens"], ledger[0]["output_tokens"], ledger[0]["estimated"]) == (321, 45, False)
    assert ledger[0]["cost"] == pytest.approx((321 * 2 + 45 * 10) / 1e6)
    assert ledger[0]["host"] == server.url.split("/")[2] and ledger[0]["evidence"][0] == offline.figures[0].id
    assert "key-1234" not in json.dumps(ledger) and "key-1234" not in repr(Settings("openai:x", None, "key-1234"))


def test_a_wrong_citation_is_mended_by_one_retry(asked, right):
    answer, server, _, ledger = asked(("say", right.replace("【1】", "【2】")), ("say", right), tools=True)
    assert answer.mode == "llm" and answer.answer.startswith(right)
    assert len(server.requests) == 2 and ledger[0]["attempts"] == 2
    assert "照合に通りませんでした" in server.requests[1]["messages"][-1]["content"]


def test_the_mark_of_the_rules_is_never_shown(asked, offline, assistant):
    answer, _, _, ledger = asked(("say", "2019年のICMLの企業参加率は32.7%です【1】。"), ("say", "x"))
    marked = f"2019年のICMLの企業参加率は32.7%です【1】。符号は{assistant.writer.canary}です。"
    assert answer.mode == "llm"
    server = FakeOpenAI([("say", marked)])
    try:
        assistant.writer.settings = replace(assistant.writer.settings, base_url=server.url)
        leaking = assistant.ask(QUESTION)
    finally:
        server.stop()
    assert leaking.mode == "offline" and assistant.writer.canary not in leaking.answer


def test_there_is_only_one_retry(asked):
    _, server, _, _ = asked(("say", "2019年のICMLの企業参加率は99.9%です【1】。"))
    assert len(server.requests) == 2


def test_no_retry_beyond_the_token_budget(asked):
    _, server, _, _ = asked(("say", "2019年のICMLの企業参加率は99.9%です【1】。"), budget=400)
    assert len(server.requests) == 1
