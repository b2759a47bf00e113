"""docs/reliability.md and docs/scale.md say what the commands printed and nothing else, and every fault of its table has a test that was run."""

import json
import xml.etree.ElementTree as tree

import pytest
from living_app import REPOSITORY

from bench import kill, reliability, soak
from bench.recorded import read, tell


@pytest.mark.parametrize(("document", "tables"), zip(reliability.DOCUMENTS, (7, 1), strict=True))
def test_the_document_is_what_the_command_writes(document, tables):
    text = document.read_text(encoding="utf-8")
    assert len(reliability.SECTION.findall(text)) == tables
    assert reliability.written(text) == text, "run `python -m bench reliability`"


def test_every_fault_has_a_test_that_exists_and_has_passed():
    kept = json.loads(reliability.OUTCOMES.read_text(encoding="utf-8"))["outcomes"]
    for one in reliability.faults():
        path, _, name = one["test"].partition("::")
        assert f"def {name}(" in (REPOSITORY / path).read_text(encoding="utf-8"), one["test"]
        assert kept.get(one["test"]) == "passed", f"{one['test']}: run `python -m bench reliability --tests`"
    assert len(reliability.faults()) > 20


@pytest.mark.parametrize(("cases", "expected"), [
    ('<testcase classname="tests.a" name="test_b[1]"/><testcase classname="tests.a" name="test_b[2]"/>', "passed"),
    ('<testcase classname="tests.a" name="test_b[1]"/><testcase classname="tests.a" name="test_b[2]"><failure/></testcase>', "failed"),
    ('<testcase classname="tests.a" name="test_b"><skipped/></testcase>', "skipped"),
    ('<testcase classname="tests.a" name="test_b"><error/></testcase>', "failed"),
    ('<testcase classname="tests.c" name="test_b"/><testcase classname="tests.a" name="test_bc"/>', ""),
])  # fmt: skip
def test_the_outcome_is_that_of_the_worst_case(cases, expected):
    found = [case for case in tree.fromstring(f"<testsuite>{cases}</testsuite>") if reliability.runs(case, "tests/a.py::test_b")]
    assert reliability.outcome(found) == expected


def test_what_is_kept_is_what_was_printed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("bench.recorded.RESULTS", tmp_path)
    tell("x", "python -m bench x", ["", "数"], [["行", "7"]], keep=False)
    assert not list(tmp_path.iterdir())
    tell("x", "python -m bench x", ["", "数"], [["行", "7"]], keep=True, about="試し")
    printed, kept = capsys.readouterr().out, read("x")
    assert kept["note"] in printed and kept["rows"] == [["行", "7"]] and kept["note"].startswith("試し、")
    monkeypatch.setattr(reliability, "read", lambda name: kept)
    assert "| 行 | 7 |" in reliability.measured_table("x") and "python -m bench x" in reliability.measured_table("x")


def looks(memory, threads=20, files=40, pages=0):
    """Ten looks, 100 questions apart; memory etc. may be functions of the questions asked."""
    values = [[one(asked) if callable(one) else one for one in (memory, threads, files, pages)] for asked in range(0, 1000, 100)]  # counted from where everything is full
    full = soak.FILLED * soak.PER_CONVERSATION
    before = [soak.Look(at, 0.0, 500 + at, 5, 5, 1, 1.0) for at in range(0, full, 400)]  # what fills at first is no leak
    return before + [soak.Look(full + 100 * at, at, *found, 1.0) for at, found in enumerate(values)]


@pytest.mark.parametrize(("given", "found"), [
    ({"memory": lambda asked: 1000 + 0.004 * asked}, []), ({"memory": lambda asked: 1000 + 0.006 * asked}, ["memory grows by 6.0 MB per 1,000 questions"]),
    ({"memory": 1000, "threads": lambda asked: asked // 10}, ["threads: 0 → 90"]), ({"memory": 1000, "files": lambda asked: asked // 10}, ["files: 0 → 90"]),
    ({"memory": 1000, "pages": 2}, ["2 pages are still connected"]),
])  # fmt: skip
def test_a_soak_tells_every_leak(given, found):
    assert soak.leaks(looks(**given)) == found


def test_killed_in_use_nothing_confirmed_is_lost():
    """The short form of `python -m bench kill`."""
    row, held = kill.measure(2)
    assert held, dict(zip(kill.HEADS, row, strict=True))
