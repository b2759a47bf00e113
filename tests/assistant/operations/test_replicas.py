"""Two real replicas on a real PostgreSQL and a real Chroma server behind a real nginx that runs docs/nginx.conf."""

import os
import re
import signal
import socket
import threading
from unittest import mock

import httpx
import pytest

from assistant.access.roles import EDITOR
from assistant.access.users import Users
from bench import replicas
from bench.manager import Manager

QUESTION, FOLLOW_UP = "2021年のAI会議の企業参加率は?", "ICMLでは?"
NAME, SECRET = "専務", "銀河鉄道の夜に乗る人たち"
MEMO = "銀鮭計画の開発予算は4,321万円です。担当は新潟工場の試作課です。"


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    if reason := replicas.absent():
        pytest.skip(reason)

    def prepare(settings):
        with mock.patch.dict(os.environ, settings):
            users = Users(tmp_path_factory.mktemp("users"))
            users.add(NAME, SECRET, EDITOR)
            users.database.close()

    with replicas.running(2, prepare) as running:
        yield running


def moved(manager: Manager, url: str) -> Manager:
    """The same browser at another replica: nothing but its cookies comes along."""
    other = Manager.__new__(Manager)
    cookies = "; ".join(f"{one.name}={one.value}" for one in manager.http.cookies.jar)
    original = httpx.Client
    with mock.patch.object(httpx, "Client", lambda **options: original(**options, headers={"cookie": cookies})):
        other.__init__(url)
    return other


def answers(url: str) -> float:
    shown = httpx.get(f"{url}/metrics", trust_env=False).text
    return sum(float(count) for count in re.findall(r"^rashinban_answers_total\{.*\} (\S+)$", shown, re.MULTILINE))


def test_a_conversation_and_its_login_go_on_at_the_other_replica(both):
    with Manager(both.urls[0], (NAME, SECRET)) as here:
        talk = re.search(r'data-talk=\\"(\w+)', here.ask(QUESTION))[1]
        with moved(here, both.urls[1]) as there:
            assert "企業参加率" in there.restore(talk)
            said = there.ask(FOLLOW_UP)
        assert "2021年のICMLの企業参加率" in said and "数値検証済み" in said
        assert "2021年のICMLの企業参加率" in here.restore(talk)
    assert httpx.get(f"{both.urls[1]}/config", trust_env=False).status_code == 401


def test_a_document_added_at_one_is_quoted_at_the_other(both):
    with Manager(both.urls[0], (NAME, SECRET)) as here:
        here.upload("銀鮭計画.txt", MEMO.encode())
        with moved(here, both.urls[1]) as there:
            assert "銀鮭計画.txt" in there.page("papers")
            said = there.ask("銀鮭計画の開発予算はいくら?")
    assert "4,321万円" in said and "社内資料" in said


def test_a_browser_stays_with_its_replica_and_both_get_work(both):
    before = [answers(url) for url in both.urls]
    managers = [Manager(both.url, (NAME, SECRET)) for _ in range(8)]
    for number, manager in enumerate(managers):
        manager.http.cookies.set("rashinban_browser", f"{number:032x}")
        for _ in range(2):
            assert "数値検証済み" in manager.ask(QUESTION)
        manager.http.close()
    given = [answers(url) - earlier for url, earlier in zip(both.urls, before, strict=True)]
    assert sum(given) == 16 and all(one > 0 and one % 2 == 0 for one in given)


def test_the_proxy_hides_the_metrics_and_passes_readiness_on(both):
    assert httpx.get(f"{both.url}/metrics", trust_env=False).status_code == 404
    assert httpx.get(f"{both.url}/readyz", trust_env=False).json() == {"ready": True, "search": "ready", "figures": True, "index": True, "model": True, "store": True}


def test_a_stream_is_passed_on_while_it_is_written(tmp_path):
    """A replica of a few lines that ends its answer only when the first half has arrived."""
    if replicas.absent():
        pytest.skip(replicas.absent())
    arrived, listener = threading.Event(), socket.create_server(("127.0.0.1", 0))

    def serve():
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\ndata: first\n\n")
            if arrived.wait(10):
                connection.sendall(b"data: second\n\n")

    tmp_path.chmod(0o755)
    with replicas.nginx(tmp_path, [f"127.0.0.1:{listener.getsockname()[1]}"]) as url:
        threading.Thread(target=serve, daemon=True).start()
        with httpx.stream("GET", url, trust_env=False, timeout=20) as stream:
            lines = stream.iter_lines()
            assert next(lines) == "data: first"
            arrived.set()
            assert [line for line in lines if line] == ["data: second"]
    listener.close()


def test_one_replica_is_killed_and_the_other_answers(both):
    with Manager(both.url, (NAME, SECRET)) as manager:
        before = [answers(url) for url in both.urls]
        talk = re.search(r'data-talk=\\"(\w+)', manager.ask(QUESTION))[1]
        mine = next(at for at, url in enumerate(both.urls) if answers(url) > before[at])
        both.processes[mine].send_signal(signal.SIGKILL)
        both.processes[mine].wait(timeout=10)
        assert QUESTION in manager.restore(talk)
        assert "2021年のICMLの企業参加率" in manager.ask(FOLLOW_UP)
        assert answers(both.urls[1 - mine]) == before[1 - mine] + 1
