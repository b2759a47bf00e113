"""Faults injected into the real app. After each: a clear sentence, and nothing that was confirmed is lost."""

import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from living_app import REPOSITORY, address, running, start

from assistant.access.users import Users
from assistant.assistant import Assistant
from assistant.backup import backup, restore
from assistant.doctor import sound
from assistant.store import database
from assistant.ui.talks import Talks, Turn
from bench.manager import Manager

QUESTION = "2021年のAI会議の企業参加率は?"
SECRET = "銀河鉄道の夜に乗る人たち"


def kept(home) -> list[str]:
    """The questions in the conversation store."""
    with sqlite3.connect(home / "rashinban.sqlite3") as connection:
        return sorted(row[0] for row in connection.execute("SELECT question FROM turns"))


def refused(process, home) -> str:
    """The sentence of an app that did not start."""
    assert process.wait(timeout=60) == 1
    said = (home.parent / f"{home.name}.log").read_text(encoding="utf-8")
    assert "Traceback" not in said
    return said


def test_two_apps_on_one_home_and_one_is_killed(tmp_path):
    home = tmp_path / "home"
    with running(home) as (first, one), running(home) as (_, two), Manager(one) as here, Manager(two) as there:
        years = [f"{year}年のAI会議の企業参加率は?" for year in range(2012, 2018)]
        with ThreadPoolExecutor(2) as pool:
            answers = [*pool.map(lambda pair: [pair[0].ask(text) for text in pair[1]], [(here, years[:3]), (there, years[3:])])]
        assert all("数値検証済み" in text for texts in answers for text in texts)
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=10)
        assert "数値検証済み" in there.ask(QUESTION)
        assert kept(home) == sorted([*years, QUESTION])
    assert sound(home / "rashinban.sqlite3")


def test_a_damaged_history_is_told_and_a_backup_heals_it(tmp_path):
    home = tmp_path / "home"
    Assistant.open(home).ask(QUESTION, session="kaigi")
    Talks(home).add("owner", "talk", Turn("turn", QUESTION, "", ""))
    database(home).close()
    backup(home, tmp_path / "saved.zip")
    for path in home.glob("*.sqlite3*"):
        path.write_bytes(b"no database" * 500)
    said = refused(start(home), home)
    assert str(home) in said and "壊れて" in said
    restore(home, tmp_path / "saved.zip", force=True)
    assert kept(home) == [QUESTION]
    with running(home) as (_, url), Manager(url) as manager:
        assert "数値検証済み" in manager.ask("2019年のAI会議の企業参加率は?")
        assert len(kept(home)) == 2


def mounting() -> bool:
    return bool(shutil.which("unshare")) and subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not mounting(), reason="a read-only mount needs root and unshare")
def test_a_read_only_home(tmp_path):
    """As root, permissions do not stop a write; a read-only file system does."""
    script = f"mount -t tmpfs -o ro none {tmp_path} && exec {sys.executable} \"$@\""
    environment = {"RASHINBAN_HOME": str(tmp_path), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    for arguments in (["app.py", "--port", "0"], ["-m", "assistant", "doctor"]):
        done = subprocess.run(["unshare", "-m", "sh", "-c", script, "sh", *arguments], cwd=REPOSITORY, env=environment, check=False, capture_output=True, text=True, timeout=60)
        said = done.stdout + done.stderr
        assert done.returncode == 1 and "Traceback" not in said
        assert str(tmp_path) in said and "RASHINBAN_HOME" in said


def silent_model():
    """A language model on this machine that takes requests and never answers."""
    listener = socket.create_server(("127.0.0.1", 0))
    taken, asked = [], threading.Event()

    def take():
        while True:
            try:
                taken.append(listener.accept()[0])
            except OSError:
                return
            asked.set()

    threading.Thread(target=take, daemon=True).start()
    return listener, asked


def test_sigterm_lets_an_open_answer_finish(tmp_path):
    home = tmp_path / "home"
    listener, asked = silent_model()
    settings = {"LLM_MODEL": "openai:test", "LLM_BASE_URL": f"http://127.0.0.1:{listener.getsockname()[1]}/v1", "LLM_API_KEY": "x", "LLM_TIMEOUT": "5"}
    with listener, running(home, **settings) as (process, url), Manager(url) as manager, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(manager.ask, QUESTION)
        assert asked.wait(60)  # the answer is being written: the model keeps it waiting for some seconds more
        begun = time.monotonic()
        process.terminate()
        assert "数値検証済み" in answer.result(timeout=30)
        process.wait(timeout=30)
        assert time.monotonic() - begun < 10
    assert kept(home) == [QUESTION]


def test_users_of_one_app_see_only_their_own(tmp_path):
    home = tmp_path / "home"
    users = Users(home)
    for name in ("専務", "常務"):
        users.add(name, SECRET)
    process = start(home, "--host", "0.0.0.0")
    try:
        url = address(process, home)
        for path in ("/config", "/gradio_api/info", "/page/figures.csv", "/gradio_api/file=/etc/passwd"):
            assert httpx.get(url + path, trust_env=False).status_code == 401
        assert httpx.get(f"{url}/healthz", trust_env=False).headers["x-frame-options"] == "SAMEORIGIN"
        with Manager(url, ("専務", SECRET)) as one, Manager(url, ("専務", SECRET)) as again, Manager(url, ("常務", SECRET)) as other:
            one.ask(QUESTION)
            lists = [each.call("header", "talk_list", {})["html"] for each in (one, again, other)]
            assert [QUESTION in shown for shown in lists] == [True, True, False]
            for user in users.list():
                other.http.cookies.set("rashinban_browser", user.id)
                assert QUESTION not in other.call("header", "talk_list", {})["html"]
    finally:
        process.kill()
        process.wait(timeout=20)
