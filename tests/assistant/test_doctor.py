"""The doctor finds each thing that was broken on purpose, says what to do, and changes nothing."""

import json
import socket
import sqlite3

import pytest

from assistant import doctor
from assistant.__main__ import main
from assistant.store import database
from index.embedding import SentenceTransformerProvider


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("RASHINBAN_HOME", str(folder))
    for name in ("LLM_MODEL", "RASHINBAN_PORT", "DATABASE_URL", "CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(SentenceTransformerProvider, "model", lambda self: Reads())  # seconds: the real one has its own test
    return folder


class Reads:
    def encode_query(self, texts, **options):
        return [[1.0, 0.0]]


def found(capsys):
    """(exit code, {name: (state, text)}) of the command."""
    code = main(["doctor", "--json"])
    return code, {check["name"]: (check["state"], check["text"]) for check in json.loads(capsys.readouterr().out)}


def test_a_fresh_installation_is_usable_and_stays_as_it_was(home, capsys):
    code, checks = found(capsys)
    assert code == 0 and checks["figures"][0] == checks["home"][0] == checks["model"][0] == "ok"
    assert checks["index"][0] == "note" and "index build" in checks["index"][1]
    assert list(home.iterdir()) == []


def test_one_line_a_check(home, capsys):
    main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(doctor.examine(home))
    assert all(line.startswith(("OK　", "注意　", "異常　")) for line in lines)


def test_a_damaged_conversation_file(home, capsys):
    with sqlite3.connect(home / "other.sqlite3") as connection:
        connection.execute("CREATE TABLE t (x)")
    (home / "rashinban.sqlite3").write_bytes(b"no database" * 200)
    code, checks = found(capsys)
    assert code == 1 and checks["files"][0] == "broken"
    assert "rashinban.sqlite3" in checks["files"][1] and "other" not in checks["files"][1] and "restore" in checks["files"][1]


def test_a_home_that_is_no_folder(home, monkeypatch, capsys):
    blocked = home / "file"
    blocked.write_text("")
    monkeypatch.setenv("RASHINBAN_HOME", str(blocked))
    code, checks = found(capsys)
    assert code == 1 and checks["home"][0] == "broken" and "RASHINBAN_HOME" in checks["home"][1]


@pytest.mark.parametrize(("free", "state"), [(2000, "ok"), (500, "note"), (50, "broken")])
def test_free_space(home, monkeypatch, free, state):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda place: type("Usage", (), {"free": free * 10**6}))
    assert doctor.home_folder(home)[0] == state


def test_a_taken_port_is_a_note_and_a_wrong_one_is_broken(home, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        monkeypatch.setenv("RASHINBAN_PORT", str(listener.getsockname()[1]))
        assert doctor.port()[0] == "note"
    assert doctor.port()[0] == "ok"
    monkeypatch.setenv("RASHINBAN_PORT", "７８６０")
    assert doctor.port()[0] == "broken"


def test_model_settings(home, monkeypatch):
    assert doctor.language_model()[0] == "ok"
    monkeypatch.setenv("LLM_MODEL", "openai:test")
    assert "openai" in doctor.language_model()[1]
    monkeypatch.setenv("LLM_MODEL", "no provider")
    assert doctor.language_model()[0] == "broken"


def test_libraries(tmp_path):
    listed = tmp_path / "requirements.txt"
    for text, state in (("pytest==0.0.1\n", "note"), ("no-such-library==1\n", "broken"), ("# nothing\n", "ok")):
        listed.write_text(text)
        assert doctor.libraries(listed)[0] == state
    assert doctor.libraries(tmp_path / "absent")[0] == "note"


def test_the_embedding_model_is_really_loaded(monkeypatch):
    monkeypatch.delenv("RASHINBAN_EMBEDDING_MODEL", raising=False)
    assert doctor.embedding() == ("ok", doctor.say("embedding_found", model="multilingual-e5-small", dimension=384))
    monkeypatch.setenv("RASHINBAN_EMBEDDING_MODEL", "/nowhere/model")
    state, text = doctor.embedding()
    assert state == "broken" and "RASHINBAN_EMBEDDING_MODEL" in text


def test_a_search_server_that_is_away_and_half_a_shared_installation(home, monkeypatch):
    assert doctor.sharing()[0] == "ok"
    monkeypatch.setenv("CHROMA_URL", "http://127.0.0.1:9")
    assert doctor.sharing()[0] == "broken" and "CHROMA_URL" in doctor.sharing()[1]
    monkeypatch.delenv("CHROMA_URL")
    monkeypatch.setenv("DATABASE_URL", "postgresql://u@127.0.0.1/x")
    assert doctor.sharing()[0] == "note" and "CHROMA_URL がない" in doctor.sharing()[1]


@pytest.mark.parametrize(("name", "value", "state", "told"), [
    ("RASHINBAN_RETENTION_DAY", "30", "note", "RASHINBAN_RETENTION_DAYS の書き間違い"), ("RASHINBAN_ZZZZZZZZ", "1", "note", "RASHINBAN_ZZZZZZZZ は使われません"),
    ("RASHINBAN_LOG_FORMAT", "xml", "broken", "text・json"), ("RASHINBAN_METRICS_TOKEN", "short", "broken", "16文字以上"), ("RASHINBAN_RETENTION_DAYS", "soon", "broken", "日数"),
    ("RASHINBAN_RETENTION_DAYS", "30", "ok", "RASHINBAN_RETENTION_DAYS"),
])  # fmt: skip
def test_settings_that_are_refused_or_read_by_nobody(home, monkeypatch, name, value, state, told):
    monkeypatch.setenv(name, value)
    found, text = doctor.settings()
    assert found == state and told in text


def test_an_old_python():
    assert doctor.python((3, 10, 1))[0] == "broken" and doctor.python((3, 11, 0))[0] == "ok"


def test_figures_that_are_not_those_recorded(home, monkeypatch):
    from analytics import Divide
    from analytics.errors import DataMissing

    def damaged(*_):
        raise DataMissing("panel.parquet is damaged")

    monkeypatch.setattr(Divide, "open", damaged)
    state, text = doctor.figures()
    assert state == "broken" and "panel.parquet" in text


def test_a_server_that_answers_and_one_that_does_not(home, monkeypatch, postgres):
    url = postgres.create("doctor")
    monkeypatch.setenv("DATABASE_URL", url)
    assert doctor.server(home)[0] == "ok" and "画面を開くときに" in doctor.server(home)[1]
    database(home).open()
    assert doctor.server(home)[0] == "ok" and "画面を開くときに" not in doctor.server(home)[1]
    database(home).close()
    for wrong, told in ((url.replace("/doctor", "/absent"), "接続できません"), ("nonsense", "postgresql://")):
        monkeypatch.setenv("DATABASE_URL", wrong)
        assert doctor.server(home)[0] == doctor.users(home)[0] == "broken" and told in doctor.server(home)[1]
