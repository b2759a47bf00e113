"""The short form of `python -m bench fuzz`: hypothesis on the same targets."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import fuzz, fuzz_targets
from bench.fuzz_targets import TARGETS
from index.documents.errors import DocumentRefused
from index.documents.worker import read

# How many inputs each gets here: about a second of each; the long runs are the command's.
EXAMPLES = {"numbers": 150, "questions": 6, "verifier": 6, "pdf": 40, "docx": 15, "xlsx": 25, "pptx": 12, "html": 100, "csv": 100, "txt": 100, "md": 100, "csmetrics": 100, "paperlists": 100}


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_give_a_good_result_or_a_refusal(name):
    @settings(max_examples=EXAMPLES[name], deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=100))
    def tried(data):
        TARGETS[name][1](data)

    tried()


def read_or_refused(kind, content, folder):
    (folder / f"a.{kind}").write_bytes(content)
    try:
        return bool(read(kind, folder / f"a.{kind}", fuzz_targets.LIMITS))
    except DocumentRefused:
        return False


def test_what_is_tried_reaches_the_readers(tmp_path):
    """Of the mutated files some are still read and some refused: they are neither all broken nor all whole."""
    for kind, make in (("pdf", lambda data: fuzz_targets.mutated(fuzz_targets.seed_of("pdf"), data)), ("docx", lambda data: fuzz_targets.changed_office("docx", data))):
        done = [read_or_refused(kind, make(bytes([at])), tmp_path) for at in range(25)]
        assert 3 < sum(done) < 25, kind


@pytest.mark.parametrize(("said", "code", "tried", "failed"), [
    ("stat::number_of_executed_units: 812\nstat::slowest_unit_time_sec: 3\n", 0, 812, False), ("stat::number_of_executed_units: 9\n", 77, 9, True),
    ("ModuleNotFoundError: atheris", 1, 0, True), ("", 0, 0, True),
])  # fmt: skip
def test_only_a_whole_run_counts(monkeypatch, capsys, said, code, tried, failed):
    monkeypatch.setattr(fuzz.subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=code, stdout="", stderr=said))
    found = fuzz.fuzz("numbers", 1)
    assert (found.tried, bool(found.failure)) == (tried, failed)
    assert fuzz.run(["numbers"], 1) == int(failed) and (f"{tried:,}" in capsys.readouterr().out)
