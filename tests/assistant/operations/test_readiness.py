"""Ready means: everything loaded, and the stores answer."""

import http.server
import threading

import pytest

from assistant.operations.readiness import Readiness
from assistant.store import database

READY = {"figures": True, "index": True, "model": True, "store": True}


@pytest.mark.parametrize("state", ["waiting", "loading", "failed"])
def test_not_before_everything_is_loaded(tmp_path, state):
    assert Readiness(lambda: state, database(tmp_path)).parts() == {"figures": False, "index": False, "model": False, "store": True}


def test_ready_when_loaded(tmp_path):
    assert Readiness(lambda: "ready", database(tmp_path)).parts() == READY


def test_postgresql_that_goes_and_comes_back(postgres, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", postgres.create("readiness"))
    readiness = Readiness(lambda: "ready", database(tmp_path))
    assert readiness.parts() == READY
    postgres.stop()
    try:
        assert readiness.parts() == READY | {"store": False}
    finally:
        postgres.start()
    assert readiness.parts() == READY
    database(tmp_path).close()


def test_a_chroma_server_that_goes(tmp_path):
    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/api/v2/heartbeat" else 404)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    readiness = Readiness(lambda: "ready", database(tmp_path), f"http://127.0.0.1:{server.server_address[1]}")
    assert readiness.parts() == READY
    server.shutdown()
    server.server_close()
    assert readiness.parts() == READY | {"index": False}


def test_one_look_at_a_time(tmp_path):
    """A database that keeps a look waiting is not asked again meanwhile."""
    asked, going = [], threading.Event()

    class Slow:
        def read(self):
            asked.append(1)
            going.wait(10)
            return database(tmp_path).read()

    readiness = Readiness(lambda: "ready", Slow())
    first = threading.Thread(target=readiness.parts)
    first.start()
    while not asked:
        pass
    assert not all(readiness.parts().values()) and asked == [1]
    going.set()
    first.join()
    assert readiness.parts() == READY
