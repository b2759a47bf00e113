"""What goes wrong at the start is told in one Japanese sentence, with exit 1 and no traceback."""

import gc
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.access.users import Users
from assistant.ui.server import Warmth
from assistant.ui.startup import Settings, StartError, address_shown, listening_socket, read_settings

REPOSITORY = Path(__file__).resolve().parents[3]
PARTS = ("analytics", "assistant", "index", "prompts", "app.py")


def start(folder=REPOSITORY, *options, **environment):
    """Run app.py until it ends by itself."""
    return subprocess.run(
        [sys.executable, "app.py", *options], cwd=folder, env=os.environ | environment, capture_output=True, text=True, timeout=90
    )


def refused(process, *parts):
    assert process.returncode == 1, process.stderr
    assert "Traceback" not in process.stderr
    for part in parts:
        assert part in process.stderr
    assert process.stdout == ""


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """The product in a folder of its own, its name with a space."""
    folder = tmp_path_factory.mktemp("a copy") / "羅針 盤"
    folder.mkdir()
    for part in PARTS:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def test_a_taken_port_is_told_before_anything_is_loaded(taken):
    refused(start(REPOSITORY, "--port", str(taken)), f"ポート {taken}", "ほかのプログラム", "--port 7861")


@pytest.mark.parametrize("text", ["abc", "-1", "65536", "７８６０"])
def test_a_port_that_is_none(text):
    refused(start(REPOSITORY, f"--port={text}"), f"「{text}」は使えません")


def test_an_address_of_another_machine():
    refused(start(REPOSITORY, "--host", "192.0.2.1", "--port", "0"), "192.0.2.1")


def test_a_folder_that_cannot_be_written(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    refused(start(REPOSITORY, "--port", "0", RASHINBAN_HOME=str(blocked)), str(blocked), "RASHINBAN_HOME")


def test_damaged_figures(copied):
    panel = copied / "analytics" / "data" / "panel.parquet"
    whole = panel.read_bytes()
    panel.write_bytes(whole[: len(whole) // 2])
    try:
        refused(start(copied, "--port", "0"), "計算済みデータが読めません", "panel.parquet")
    finally:
        panel.write_bytes(whole)


def test_a_damaged_index(copied, tmp_path):
    index = tmp_path / "index"
    (index / "built-x").mkdir(parents=True)
    (index / "current").write_text("built-x")
    (index / "built-x" / "manifest.json").write_text("{")
    refused(start(copied, "--port", "0", RASHINBAN_HOME=str(tmp_path)), "索引が壊れています", "index build --force")


def test_the_command_line_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("RASHINBAN_PORT", "9000")
    monkeypatch.setenv("RASHINBAN_HOST", "0.0.0.0")
    assert read_settings([]) == Settings("0.0.0.0", 9000)
    assert read_settings(["--host", "127.0.0.1", "--port", "9001", "--open"]) == Settings("127.0.0.1", 9001, True)


def test_defaults_stay_on_this_machine(monkeypatch):
    monkeypatch.delenv("RASHINBAN_PORT", raising=False)
    monkeypatch.delenv("RASHINBAN_HOST", raising=False)
    assert read_settings([]) == Settings("127.0.0.1", 7860)


def test_a_second_start_on_the_same_port_fails():
    with listening_socket(Settings("127.0.0.1", 0)) as first, pytest.raises(StartError, match="ほかのプログラム"):
        listening_socket(Settings("127.0.0.1", first.getsockname()[1]))


def test_the_address_shown_can_be_typed():
    assert address_shown("0.0.0.0", 7860) == "http://127.0.0.1:7860"
    assert address_shown("::", 7860) == "http://[::1]:7860"
    assert address_shown("::1", 1) == "http://[::1]:1"
    assert address_shown("localhost", 1) == "http://localhost:1"


def test_other_machines_need_users(tmp_path):
    refused(start(REPOSITORY, "--host", "0.0.0.0", "--port", "0", RASHINBAN_HOME=str(tmp_path)), "0.0.0.0", "利用者", "python -m assistant user add")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_users_open_the_way_for_other_machines(tmp_path, monkeypatch, host):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path))
    with pytest.raises(StartError, match="利用者"):
        listening_socket(Settings(host, 0))
    Users(tmp_path).add("専務", "銀河鉄道の夜に乗る人たち")
    listening_socket(Settings(host, 0)).close()


@pytest.mark.parametrize("fails", [False, True])
def test_the_search_for_garbage_begins_when_all_is_loaded(monkeypatch, capsys, fails):
    def warm():
        assert not gc.isenabled()
        if fails:
            raise RuntimeError("no model")

    monkeypatch.setattr("assistant.ui.server.settle", lambda: None)
    warmth = Warmth(warm)
    gc.disable()
    try:
        warmth.run()
        assert gc.isenabled() and warmth.state == ("failed" if fails else "ready")
    finally:
        gc.enable()


def test_what_is_loaded_at_the_start_is_not_searched_for_garbage(monkeypatch):
    import app

    seen = []
    monkeypatch.setattr(app, "set_up_logs", lambda: seen.append(gc.isenabled()))
    monkeypatch.setattr(app, "read_settings", lambda arguments: (_ for _ in ()).throw(StartError("x")))
    try:
        assert app.main([]) == 1 and seen == [False]
    finally:
        gc.enable()
