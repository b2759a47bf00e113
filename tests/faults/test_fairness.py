"""The measurement of fairness counts what it should; what it measures is in docs/reliability.md."""

import random
import socket
from collections import Counter

import pytest

from bench import fairness
from bench.manager import Manager
from index.documents.limits import Limits
from index.documents.search import embedded_text
from index.documents.worker import read


def test_no_passage_of_the_heavy_document_is_known_already(tmp_path):
    (tmp_path / "a.md").write_bytes(fairness.document(80))
    pieces = read("md", tmp_path / "a.md", Limits())["pieces"]
    texts = [embedded_text("題", piece["heading"], piece["text"]) for piece in pieces]
    assert len(texts) > 200 and Counter(texts).most_common(1)[0][1] == 1


def test_questions_hardly_come_twice():
    chance = random.Random(1)
    assert len({fairness.searched(chance) for _ in range(100)}) > 90


def test_only_answers_of_the_time_count():
    crowd = fairness.Crowd("", 1, answers=[(1.0, 0.1), (2.0, 0.2), (3.0, 0.3)])
    assert crowd.between(2.0, 3.0) == [0.2]


def test_a_dead_app_is_an_error():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    crowd = fairness.Crowd(url, 0.01)
    crowd.work(1)
    assert crowd.answers == [] and len(crowd.errors) == 1


@pytest.mark.parametrize(("ratio", "errors", "code"), [(1.4, [], 0), (2.1, [], 1), (1.0, ["RuntimeError: x"], 1)])
def test_what_is_slow_or_wrong_is_told(monkeypatch, capsys, ratio, errors, code):
    monkeypatch.setattr(fairness, "measure", lambda *_: ([["10人"] + ["－"] * 6], ratio, errors))
    assert fairness.run(10, 3, 300, 60) == code
    printed = capsys.readouterr().out
    assert f"{ratio}倍" in printed and all(error in printed for error in errors)


def test_an_upload_that_does_not_end_is_an_error(monkeypatch):
    manager = Manager.__new__(Manager)
    monkeypatch.setattr(manager, "checked", lambda response: response, raising=False)
    manager.http = type("Http", (), {"post": lambda self, path, files: type("Reply", (), {"json": lambda self: ["x"]})()})()
    monkeypatch.setattr(manager, "call", lambda *_: {"html": '<p data-job="7">'}, raising=False)
    with pytest.raises(RuntimeError, match="not in after 0.01 s"):
        manager.upload("a.txt", b"a", 0.01)
