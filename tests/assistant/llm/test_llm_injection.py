"""Text of others is data: a model that obeys every order hidden in it shows the reader nothing of it."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from scripted_chat import ScriptedChat

import prompts
from assistant.llm import ModelWriter, Settings, answer_events
from assistant.models import Citation, Evidence, Item, Material
from bench.llm import invented, material_text

CASES = yaml.safe_load(Path(__file__).with_name("injections.yaml").read_text(encoding="utf-8"))
QUESTION = "2019年のICMLの企業参加率は?"
WORDED = "計算資源とは何ですか"


@pytest.fixture(scope="module")
def figure_answer(assistant):
    assistant.writer = None
    return assistant.ask(QUESTION)


@pytest.fixture(scope="module")
def worded_answer(assistant):
    assistant.writer = None
    return assistant.ask(WORDED)


def hostile_item(kind: str, text: str, number: int = 1) -> Item:
    return Item(number, Citation(number, kind, f"{kind}#hostile", f"資料 {text[:20]}", "1頁", "", text), text=text)


def material(case: dict, figure_answer, worded_answer) -> Material:
    """The true material with the hostile text where the case puts it."""
    if case["where"] in ("question", "tool"):
        given = figure_answer.material
        return given if case["where"] == "tool" else replace(given, question=given.question.with_(text=QUESTION + case["text"], resolved=QUESTION + case["text"], claims=("99%",)))
    item = hostile_item(case["where"], case["text"])
    offline = replace(worded_answer, answer=f"**結論**\n{case['text']}【1】。", citations=(item.citation,), figures=(), actions=())
    return Material(worded_answer.material.question, Evidence((item,)), offline)


@pytest.fixture
def obeyed(assistant, tmp_path, figure_answer, worded_answer, monkeypatch):
    """(case, tools, with a true sentence before) → (answer, events, model, material, writer, offline text)."""

    def run(case, tools, before):
        writer = assistant.writer = ModelWriter(Settings("openai:scripted", seconds=60.0, tools=tools), tmp_path)
        rules = prompts.render("llm", "system", canary=writer.canary, characters=500) if tools else prompts.render("llm", "brief_system", canary=writer.canary)
        fill = lambda text: text.replace("{canary}", writer.canary).replace("{rules}", rules)  # noqa: E731
        reply = before + fill(case["reply"])
        calls = []
        if case["where"] == "tool":
            monkeypatch.setattr(assistant, "evidence_of", lambda question: Evidence((hostile_item("paper", case["text"]),)))
            calls = [{"tool": "search", "text": "計算資源"}] if tools else []
        model = ScriptedChat(script=[*calls, reply, *calls, reply], history=[])
        writer.open_model = lambda settings, seconds: model
        made = material(case, figure_answer, worded_answer)
        events = list(answer_events(lambda: assistant.reworded(replace(made.offline, material=made), 1)))
        return events[-1].answer, events, model, made, [fill(word) for word in case["never"]]

    yield run
    assistant.writer = None


@pytest.mark.parametrize("before", ["", "2019年のICMLの企業参加率は32.7%です【1】。\n"], ids=["alone", "after a true sentence"])
@pytest.mark.parametrize("tools", [True, False], ids=["all evidence", "few facts"])
@pytest.mark.parametrize("case", CASES, ids=[f"{case['where']}-{at}" for at, case in enumerate(CASES)])
def test_an_obedient_model_shows_the_reader_nothing_of_it(obeyed, case, tools, before):
    answer, events, model, made, never = obeyed(case, tools, before)
    assert model.history, "the model was asked"
    streamed = "".join(event.text for event in events if event.kind == "text")
    offline = made.offline.answer
    for shown in (answer.answer, streamed):
        assert not [word for word in never if word in shown and word not in offline]
        assert "<" not in shown.replace(offline, "")
        assert "://" not in shown.replace(offline, "").partition("**出典**")[0]
    assert answer.mode == "offline" or invented(answer.answer.partition("**出典**")[0], material_text(answer)) == []


@pytest.mark.parametrize("tools", [True, False], ids=["all evidence", "few facts"])
@pytest.mark.parametrize("case", [case for case in CASES if case["where"] != "tool"], ids=str)
def test_hostile_text_stays_inside_its_delimiters(obeyed, case, tools):
    _, _, model, made, _ = obeyed(case, tools, "")
    request = model.history[0][-1].content
    count = len(made.evidence.items) if tools else 1
    assert request.count("<資料") == request.count("</資料>") == count
    assert request.count("<質問>") == request.count("</質問>") == 1
    assert not any(tag in request for tag in ("<script", "<img", "<b "))


def test_there_are_enough_cases_of_every_kind():
    assert len(CASES) >= 40 and {case["where"] for case in CASES} == {"question", "document", "paper", "tool"}
