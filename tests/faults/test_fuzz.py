"""The short form of `python -m bench fuzz`: hypothesis on the same targets."""

import random
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics import AnalyticsError
from bench import fuzz, fuzz_targets
from bench.fuzz_targets import TARGETS
from index.documents.errors import DocumentRefused
from index.documents.worker import read

# How many inputs each gets here: about a second of each, each of them seen red for a break of its reader; the long runs are the command's.
EXAMPLES = {"numbers": 150, "questions": 30, "verifier": 8, "pdf": 60, "docx": 50, "xlsx": 60, "pptx": 60, "html": 100, "csv": 100, "txt": 100, "md": 100, "csmetrics": 250, "paperlists": 250}


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_give_a_good_result_or_a_refusal(name):
    @settings(max_examples=EXAMPLES[name], deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**64).map(lambda seed: random.Random(seed).randbytes(seed % 101)))  # hypothesis' own bytes are mostly few and small: no words of ours
    def tried(data):
        TARGETS[name][1](data)

    tried()


def read_or_refused(kind, content, folder):
    (folder / f"a.{kind}").write_bytes(content)
    try:
        return bool(read(kind, folder / f"a.{kind}", fuzz_targets.LIMITS))
    except DocumentRefused:
        return False


def imported_or_refused(name, content, folder):
    file = folder / fuzz_targets.PLACES[name]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    try:
        return bool(fuzz_targets.IMPORTERS[name](folder, {"icml"}).papers)
    except AnalyticsError:
        return False


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in ("numbers", "questions", "verifier")])
def test_what_is_tried_reaches_the_readers(name, tmp_path):
    """Of what is tried some is still read and some refused (of the last four hardly anything is wrong): it is neither all broken nor all whole."""
    tried = [bytes([at]) * (1 + at % 4) for at in range(24)]
    if name in fuzz_targets.PLACES:
        done = [imported_or_refused(name, fuzz_targets.changed_list(name, data), tmp_path) for data in tried]
    else:
        done = [read_or_refused(name, fuzz_targets.changed_file(name, data), tmp_path) for data in tried]
    assert 3 <= sum(done) and (sum(done) < 24 or name in ("html", "csv", "txt", "md")), sum(done)


def test_a_failure_of_our_own_reader_is_no_refusal(monkeypatch):
    monkeypatch.setattr("index.documents.readers.text.paragraphs", lambda lines, wide=0: [(1, 2, 3)])  # the reader takes two apart
    with pytest.raises(AssertionError, match="our reader failed"):
        for at in range(20):
            TARGETS["txt"][1](bytes([at]))


@pytest.mark.parametrize(("said", "code", "tried", "failed"), [
    ("stat::number_of_executed_units: 812\nstat::slowest_unit_time_sec: 3\n", 0, 812, False), ("stat::number_of_executed_units: 9\n", 77, 9, True),
    ("ModuleNotFoundError: atheris", 1, 0, True), ("", 0, 0, True),
])  # fmt: skip
def test_only_a_whole_run_counts(monkeypatch, capsys, said, code, tried, failed):
    monkeypatch.setattr(fuzz.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=code, stdout="", stderr=said))
    found = fuzz.fuzz("numbers", 1)
    assert (found.tried, bool(found.failure)) == (tried, failed)
    assert fuzz.run(["numbers"], 1) == int(failed) and (f"{tried:,}" in capsys.readouterr().out)
