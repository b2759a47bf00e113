"""The load measurement counts what goes wrong, and docs/reliability.md names only tests that exist."""

import re
import socket
import time
from itertools import islice

import pytest
from living_app import REPOSITORY

from bench import load


def test_a_dead_app_is_an_error_and_no_answer(monkeypatch, capsys):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    tally = load.Tally()
    load.work(url, 1, 0, time.monotonic() + 5, tally)
    assert tally.seconds == [] and len(tally.errors) == 1
    monkeypatch.setattr(load, "measure", lambda *_: (["20人"] + ["－"] * 7, tally.errors))
    assert load.run(["20"], 1, 0) == 1
    assert tally.errors[0] in capsys.readouterr().out


@pytest.mark.parametrize(("markup", "answers"), [('<div class="turn">36.2%</div>', True), ('<p>記録番号 1 turn</p>', False), ("", False)])
def test_only_an_answer_counts(monkeypatch, markup, answers):
    class Fake:
        def __init__(self, url):
            self.left = 3

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def ask(self, question):
            self.left -= 1
            if not self.left:
                raise RuntimeError("over")
            return markup

    monkeypatch.setattr(load, "Manager", Fake)
    tally = load.Tally()
    load.work("", 1, 0, time.monotonic() + 60, tally)
    assert (len(tally.seconds), tally.errors[0]) == ((2, "RuntimeError: over") if answers else (0, f"RuntimeError: the page holds no answer: {load.told(markup)}"))


def test_a_manager_asks_the_same_row_again():
    first, again, other = (list(islice(load.questions(seed), 50)) for seed in (1, 1, 2))
    assert first == again != other and len(set(first)) > 10


def test_the_document_names_tests_that_exist():
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", (REPOSITORY / "docs" / "reliability.md").read_text(encoding="utf-8"))
    assert len(named) > 15
    missing = [(path, name) for path, name in named if f"def {name}(" not in (REPOSITORY / path).read_text(encoding="utf-8")]
    assert missing == []


def test_a_crowd_is_written_with_its_pause():
    assert load.size("50", 0) == (50, 0.0) and load.size("300@20", 0) == (300, 20.0)
