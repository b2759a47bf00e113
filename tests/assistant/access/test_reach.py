"""What the program opens by itself: never a cloud's metadata in any spelling, nothing by a redirect, not too much and not too late."""

import socket
import threading
import time

import httpx2
import pytest

from assistant import reach_client
from assistant.llm import Settings
from assistant.reach import AddressRefused, addresses, refuse, split
from assistant.reach_client import Unreachable, connect, settings_of_client
from assistant.ui.data import connection_test
from assistant.ui.startup import StartError, set_up_logs

METADATA = [
    "169.254.169.254", "2852039166", "0xA9FEA9FE", "0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376", "169.254.43518", "169.16689662", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]",
    "[::169.254.169.254]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "[fd00:ec2::254]", "[FD00:0EC2:0:0:0:0:0:0254]", "[fe80::1]", "100.100.100.200", "192.0.0.192", "0.0.0.0", "0", "[::]", "169.254.1.1", "224.0.0.1",
]  # fmt: skip


@pytest.fixture
def server():
    """Answers every request with `parts`, each after `pause` seconds; keeps the requests in `got`."""
    listener = socket.create_server(("127.0.0.1", 0))

    class Server:
        parts, pause, got, port = [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"], 0.0, [], listener.getsockname()[1]
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"

    def run():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                Server.got.append(connection.recv(65536))
                try:
                    for part in Server.parts:
                        connection.sendall(part)
                        time.sleep(Server.pause)
                except OSError:  # the client has had enough
                    continue

    Server.got = []
    threading.Thread(target=run, daemon=True).start()
    yield Server
    listener.close()


def get(url):
    with httpx2.Client(**settings_of_client()) as client:
        return client.get(url)


@pytest.mark.parametrize("host", METADATA)
@pytest.mark.parametrize("use", [refuse, connect, get])
def test_metadata_is_never_opened_however_it_is_written(host, use):
    with pytest.raises((AddressRefused, httpx2.InvalidURL), match="reach_metadata|Invalid IPv4"):  # httpx2 takes no octal numbers
        use(f"http://{host}/latest/meta-data/")


def names(monkeypatch, *found):
    """Every name leads to these addresses."""
    known = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *more, **named: [entry for one in found for entry in known(one, port, type=socket.SOCK_STREAM)])


def test_metadata_is_never_opened_by_a_name(monkeypatch):
    names(monkeypatch, "93.184.216.34", "169.254.169.254")
    for use in (refuse, connect, get):
        with pytest.raises(AddressRefused, match="reach_metadata"):
            use("http://innocent.example/")


def test_a_name_is_asked_once_so_that_it_cannot_change(monkeypatch, server):
    asked, known = [], socket.getaddrinfo

    def rebinding(host, port, *more, **named):
        if host != "two.example":
            return known(host, port, *more, **named)
        asked.append(host)
        return known("127.0.0.1" if len(asked) == 1 else "169.254.169.254", port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert get(f"http://two.example:{server.port}/").text == "ok" and asked == ["two.example"]
    assert b"Host: two.example" in server.got[0].replace(b"host:", b"Host:")


@pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "192.168.0.9", "[::1]", "[fd12::1]", "[::ffff:10.0.0.1]", "8.8.8.8"])
def test_a_private_address_is_a_legitimate_one(host):
    refuse(f"http://{host}:11434/v1")
    assert addresses(host.strip("[]"), 80)


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "ftp://x/", "gopher://x:70/", "javascript:1", "//x/", "http:///x", "http://", "http://x:0/", "http://x:99999/", "http://[::1", "http://x\r\n.y/", "http://x y/"])
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(AddressRefused, match="reach_bad"):
        split(url)


@pytest.mark.parametrize("user", ["name:geheim", ":geheim", "geheim", ""])
def test_no_key_in_an_address(user):
    with pytest.raises(AddressRefused, match="reach_credentials") as told:
        split(f"https://{user}@x/")
    assert "geheim" not in str(told.value) + told.value.message_ja


def test_a_redirect_is_an_answer_and_is_not_followed(server):
    server.parts = [f"HTTP/1.1 302 Found\r\nLocation: {server.url}other\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()]
    assert get(server.url).status_code == 302 and len(server.got) == 1


def test_a_proxy_of_the_environment_is_not_used(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert get(server.url).text == "ok"


def test_a_huge_answer_is_cut_short(server):
    server.parts = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", *[b"x" * 65536] * 200]
    with pytest.raises(Unreachable, match="more than"):
        get(server.url)
    server.parts = [b"HTTP/1.1 200 OK\r\nX: ", *[b"x" * 65536] * 200]
    with pytest.raises(Unreachable):
        get(server.url)


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"])
def test_a_drip_of_bytes_ends_in_time(server, monkeypatch, start):
    monkeypatch.setattr(reach_client, "SECONDS", 0.3)
    server.parts, server.pause = [start, *[b"x"] * 100], 0.05
    begun = time.monotonic()
    with pytest.raises(Unreachable):
        get(server.url)
    assert time.monotonic() - begun < 3, "a hundred bytes would take five seconds"


def test_a_packed_answer_is_not_unpacked(server):
    server.parts = [b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\nConnection: close\r\n\r\nxx"]
    with pytest.raises(Unreachable, match="packed"):
        get(server.url)
    assert b"identity" in server.got[0] and b"gzip" not in server.got[0]


@pytest.mark.parametrize("answer", [b"", b"garbage\r\n\r\n", b"SSH-2.0-OpenSSH\r\n"])
def test_garbage_is_unreachable_and_is_not_repeated(server, answer):
    server.parts = [answer]
    with pytest.raises(Unreachable) as told:
        get(server.url)
    assert "SSH" not in str(told.value) and "garbage" not in str(told.value)


def test_the_connection_test_sends_and_reads_nothing(server):
    assert "つながりました" in connection_test(Settings("openai:some", server.url))
    assert server.got in ([], [b""])
    assert "この番地へは接続しません" in connection_test(Settings("openai:some", "http://169.254.169.254/v1"))


@pytest.mark.parametrize("name", ["LLM_BASE_URL", "CHROMA_URL"])
def test_the_app_does_not_start_with_an_address_that_is_never_opened(monkeypatch, name):
    for url, word in (("http://2852039166/v1", "この番地へは接続しません"), ("http://me:key@127.0.0.1/v1", "アドレスに利用者名")):
        monkeypatch.setenv(name, url)
        with pytest.raises(StartError, match=f"{name}：{word}"):
            set_up_logs()
