"""What leaves the machine is told before first use, once for each person, model, host and mask."""

import os
import subprocess
import sys

import pytest
from fake_openai import FakeOpenAI
from scripted_chat import ScriptedChat

from assistant.llm import ModelWriter, Settings, without_model
from assistant.llm.outgoing import CONSENTS

FAR = Settings("openai:gpt-x", "https://llm.example.com/v1", "key-1234")


def test_the_notice_names_host_content_and_mask_until_it_is_agreed_to(tmp_path):
    writer = ModelWriter(FAR, tmp_path)
    lines = writer.notice("a")
    assert "openai:gpt-x" in lines[0] and "llm.example.com" in lines[0] and "社名・人名・金額は、伏せずにそのまま送ります" in lines[-1]
    assert "LLM_" not in "".join(lines)  # the reader is a manager
    writer.agree("a")
    assert writer.notice("a") == [] and writer.notice("b") == lines


def test_consent_is_kept_and_asked_anew_for_another_host_or_mask(tmp_path):
    ModelWriter(FAR, tmp_path).agree("a")
    assert ModelWriter(FAR, tmp_path).notice("a") == []
    assert ModelWriter(Settings(FAR.model, "https://other.example.com/v1"), tmp_path).notice("a")
    masked = ModelWriter(Settings(FAR.model, FAR.base_url, mask=frozenset({"company"})), tmp_path).notice("a")
    assert "社名" in masked[-1]
    assert "key-1234" not in (tmp_path / CONSENTS).read_text(encoding="utf-8")


def test_a_model_of_this_machine_needs_no_consent(tmp_path):
    assert ModelWriter(Settings("openai:x", "http://127.0.0.1:8099/v1"), tmp_path).notice("a") == []


@pytest.mark.parametrize("damage", ["{not json\n", '["a list"]\n', '{"owner": "a"}\n'])
def test_a_damaged_record_tells_everybody_once_more(tmp_path, damage):
    ModelWriter(FAR, tmp_path).agree("a")
    with (tmp_path / CONSENTS).open("a", encoding="utf-8") as stream:
        stream.write(damage)
    writer = ModelWriter(FAR, tmp_path)
    assert writer.notice("a")
    writer.agree("a")
    assert writer.notice("a") == []


def test_a_folder_that_cannot_be_written_to_keeps_consent_until_the_end(tmp_path):
    (tmp_path / "file").write_text("")
    writer = ModelWriter(FAR, tmp_path / "file")
    writer.agree("a")
    assert writer.notice("a") == []


def test_without_consent_a_question_is_answered_without_the_model(assistant, tmp_path):
    model = ScriptedChat(script=["何か"], history=[])
    assistant.writer = ModelWriter(FAR, tmp_path, lambda settings, seconds: model)
    try:
        with without_model():
            answer = assistant.ask("2019年のICMLの企業参加率は?")
    finally:
        assistant.writer = None
    assert answer.mode == "offline" and model.history == [] and "32.7%" in answer.answer


def test_the_command_line_tells_it_once_on_standard_error(tmp_path):
    server = FakeOpenAI([("status", 500)])
    far = server.url.replace("127.0.0.1", "localhost.localdomain")
    environment = os.environ | {"LLM_MODEL": "openai:fake", "LLM_BASE_URL": far, "LLM_API_KEY": "k", "LLM_TIMEOUT": "5", "RASHINBAN_HOME": str(tmp_path)}
    try:
        runs = [subprocess.run([sys.executable, "-m", "assistant", "ask", "2019年のICMLの企業参加率は?"], capture_output=True, text=True, env=environment, timeout=120) for _ in range(2)]
    finally:
        server.stop()
    assert [run.returncode for run in runs] == [0, 0]
    assert ["送らないもの" in run.stderr for run in runs] == [True, False]
    assert not any("送らないもの" in run.stdout for run in runs)
