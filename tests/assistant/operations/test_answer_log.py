"""One line of the log for each answer: what it was and how long each step took, and never what was asked."""

import io
import json
import logging
import threading

import pytest

from assistant.__main__ import main
from assistant.errors import InputError
from assistant.operations.answers import hashed, note_answer
from assistant.operations.logs import LogSettings, announce, configure, quoted, withheld
from assistant.operations.metrics import REGISTRY
from assistant.operations.stages import measured, stage

QUESTION = "2021年のAI会議の企業参加率は?"
VERSIONS = {"data": "d" * 64, "model": "openai:x", "settings": "s" * 64}


@pytest.fixture
def logged(monkeypatch):
    """What is logged as JSON, as parsed lines; logging is as before afterwards."""
    monkeypatch.delenv("RASHINBAN_LOG_QUESTIONS", raising=False)
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    level, captured = root.level, io.StringIO()
    configure(LogSettings("json", "info"), captured)
    yield lambda: [json.loads(line) for line in captured.getvalue().splitlines()]
    logging.captureWarnings(False)
    root.handlers[:] = before
    root.setLevel(level)
    logging.getLogger("rashinban").setLevel(logging.NOTSET)


def test_an_answer_is_one_line_without_the_question(logged, assistant):
    answer = assistant.ask(QUESTION, session="log")
    note_answer("a1", answer, "user-1", VERSIONS, "page")
    (line,) = logged()
    told = {name: line[name] for name in ("answer", "way", "intent", "outcome", "mode", "verified", "model", "level", "logger")}
    assert told == {
        "answer": "a1", "way": "page", "intent": "figure", "outcome": "answered", "mode": "offline", "verified": True, "model": "", "level": "INFO",
        "logger": "rashinban.answers",
    }  # fmt: skip
    assert line["numbers"] > 0 and line["unsupported"] == 0 and line["data"] == "d" * 12 and line["at"]
    assert line["user"] == hashed("user-1") != "user-1" and len(line["user"]) == 12
    assert {"understand", "evidence", "write", "verify", "history", "documents"} <= set(line["stages_ms"])
    assert 0 < sum(line["stages_ms"].values()) <= line["elapsed_ms"] + 1
    assert "企業参加率は" not in json.dumps(line, ensure_ascii=False)


def test_a_setting_puts_the_question_into_the_log(logged, assistant, monkeypatch):
    monkeypatch.setenv("RASHINBAN_LOG_QUESTIONS", "1")
    note_answer("a1", assistant.ask(QUESTION), "", VERSIONS, "page")
    assert logged()[0]["question"] == QUESTION and quoted(QUESTION) == repr(QUESTION) and withheld(QUESTION) == {"withheld": ()}


def test_a_failure_is_logged_with_its_id_and_without_the_question(logged, assistant, monkeypatch):
    def fails(text, *_):
        raise ValueError(f"cannot read {text!r} or {text}")

    monkeypatch.setattr(assistant.understanding, "understand", fails)
    before = REGISTRY.get_sample_value("rashinban_errors_total", {"logger": "rashinban"}) or 0
    answer = assistant.ask(f"{QUESTION}\n次は?")
    note_answer("a1", answer, "", VERSIONS, "page")
    failure, noted = logged()
    assert answer.outcome == noted["outcome"] == "error" and noted["error"] == answer.error_id and answer.error_id in failure["message"]
    assert "ValueError" in failure["exc_info"] and failure["level"] == "ERROR" and "in fails" in failure["exc_info"]
    assert "企業参加率" not in json.dumps([failure, noted], ensure_ascii=False)
    assert REGISTRY.get_sample_value("rashinban_errors_total", {"logger": "rashinban"}) == before + 1


def test_a_word_of_the_log_itself_as_question_keeps_the_line_whole(logged):
    logging.getLogger("rashinban").error("failed at level", extra=withheld("level"))
    assert logged()[0]["level"] == "ERROR" and "level" not in logged()[0]["message"]


def test_other_libraries_tell_only_what_is_wrong(logged):
    logging.getLogger("httpx").info("HTTP Request: GET")
    logging.getLogger("httpx").warning("slow")
    assert [line["message"] for line in logged()] == ["slow"]


def test_what_the_terminal_is_told_is_a_line_of_the_json_log_too(logged, capsys):
    announce("開きました：http://127.0.0.1:7860")
    assert logged()[0]["message"] == "開きました：http://127.0.0.1:7860" and capsys.readouterr().err == ""


@pytest.mark.parametrize(("given", "read"), [({}, ("text", "warning")), ({"FORMAT": "json"}, ("json", "info")), ({"FORMAT": "json", "LEVEL": "error"}, ("json", "error")), ({"LEVEL": "info"}, ("text", "info"))])
def test_settings(given, read):
    assert LogSettings.from_environment({f"RASHINBAN_LOG_{name}": value for name, value in given.items()}) == LogSettings(*read)


@pytest.mark.parametrize(("name", "value"), [("FORMAT", "xml"), ("LEVEL", "loud"), ("QUESTIONS", "yes")])
def test_a_setting_that_is_none_is_refused(name, value):
    with pytest.raises(InputError) as told:
        LogSettings.from_environment({f"RASHINBAN_LOG_{name}": value})
    assert f"RASHINBAN_LOG_{name}" in told.value.message_ja and value in told.value.message_ja


def test_the_command_line_logs_its_answer_beside_the_json(logged, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path))
    monkeypatch.setenv("RASHINBAN_LOG_FORMAT", "json")
    assert main(["ask", "--json", QUESTION]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["outcome"] == "answered"
    (line,) = map(json.loads, shown.err.splitlines())
    assert (line["way"], line["intent"], line["user"]) == ("command", "figure", hashed("local"))
    monkeypatch.setenv("RASHINBAN_LOG_FORMAT", "xml")
    assert main(["ask", QUESTION]) == 2 and "RASHINBAN_LOG_FORMAT" in capsys.readouterr().err


def test_a_step_inside_a_step_is_counted_once(monkeypatch):
    moments = iter([0.0, 1.0, 3.0, 10.0, 20.0, 20.5])
    monkeypatch.setattr("assistant.operations.stages.time.perf_counter", lambda: next(moments))
    with measured() as spent:
        with stage("write"), stage("verify"):
            pass
        with stage("verify"):
            pass
    assert spent == {"verify": 2000 + 500, "write": 10_000 - 2000}


def test_another_thread_s_steps_do_not_mix_in():
    import contextvars

    with measured() as spent, stage("model"):
        thread = threading.Thread(target=contextvars.copy_context().run, args=(stage("evidence")(lambda: None),))
        thread.start()
        thread.join()
    assert list(spent) == ["model"]
