"""`python -m assistant`: JSON alone on standard output, Japanese sentences on standard error, exit codes of the contract."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from analytics import Divide
from assistant.__main__ import main

REPOSITORY = Path(__file__).resolve().parents[2]
JAPANESE = re.compile(r"[ぁ-ん]")
FIGURE = "2019年のICMLの企業参加率は?"


def run(*arguments, cwd=REPOSITORY, **environment):
    """A fresh process, as a shell would start it."""
    given = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run([sys.executable, "-m", "assistant", *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=given)


def test_json_is_all_there_is_on_standard_output(tmp_path):
    done = run("--verbose", "ask", "--json", FIGURE, RASHINBAN_HOME=str(tmp_path))
    assert done.returncode == 0
    record = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert (record["question"], record["intent"], record["outcome"]) == (FIGURE, "figure", "answered")
    assert record["figures"][0]["display"] in record["answer"]


def test_a_figure_question_imports_no_model_and_writes_nothing(tmp_path):
    """A cold figure question must stay fast: torch and Chroma cost seconds."""
    code = (
        "import sys; from assistant.__main__ import main; code = main(['ask', sys.argv[1]]); "
        "heavy = {'torch', 'chromadb', 'sentence_transformers', 'gradio', 'scipy'} & set(sys.modules); print(sorted(heavy), file=sys.stderr); sys.exit(code)"
    )
    given = {**os.environ, "RASHINBAN_HOME": str(tmp_path / "home")}
    done = subprocess.run([sys.executable, "-c", code, FIGURE], cwd=REPOSITORY, capture_output=True, text=True, env=given)
    assert (done.returncode, done.stderr.strip().split("\n")[-1]) == (0, "[]")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("encoding", ["ascii", "cp932"])
def test_output_is_utf_8_whatever_the_terminal_says(encoding):
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "ask", "--json", FIGURE], cwd=REPOSITORY, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["question"] == FIGURE


def test_a_conversation_over_two_processes(tmp_path):
    run("ask", FIGURE, "--session", "s1", RASHINBAN_HOME=str(tmp_path))
    done = run("ask", "--json", "--session", "s1", "2018年は?", RASHINBAN_HOME=str(tmp_path))
    assert json.loads(done.stdout)["resolved_question"] == "2018年のICMLの企業参加率は何%ですか"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", FIGURE], 0),
        (["ask", "--json", FIGURE], 0),
        (["ask", "2026年の企業参加率は?"], 3),
        (["ask", "--json", "明日の天気は?"], 3),
        (["ask", "こんにちは"], 0),
        (["ask", ""], 2),
        (["ask", "?"], 2),
        (["ask", "あ" * 10_000], 2),
        (["ask", FIGURE, "--session", "a b"], 2),
        (["phrases", ""], 2),
    ],
)
def test_exit_codes(capsys, arguments, code):
    assert main(arguments) == code
    out, err = capsys.readouterr()
    if code == 2:
        assert out == "" and JAPANESE.search(err) and "Traceback" not in err
    else:
        assert out.strip() and err == ""


@pytest.mark.parametrize("arguments", [[], ["answer", "x"], ["ask"], ["ask", "a", "b"], ["ask", "--unknown", "x"]])
def test_wrong_usage(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_plain_output_is_the_answer(capsys, ask):
    main(["ask", FIGURE])
    assert capsys.readouterr().out.strip() == ask(FIGURE).answer


def test_phrases_as_json(capsys):
    assert main(["phrases", "--json", "役員会で計算資源の格差を説明する"]) == 0
    out, _ = capsys.readouterr()
    record = json.loads(out)
    assert (record["intent"], record["outcome"]) == ("phrases", "answered") and record["citations"]


def test_a_broken_answer_exits_with_1_and_says_so_on_standard_error(capsys, monkeypatch):
    monkeypatch.setattr("assistant.evidence.data.DataEvidence.gather", lambda self, question: 1 / 0)
    assert main(["ask", FIGURE]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "受付番号" in err
    assert main(["ask", "--json", FIGURE]) == 1
    out, _ = capsys.readouterr()
    assert json.loads(out)["outcome"] == "error"


DAMAGES = {
    "no folder": lambda data: shutil.rmtree(data),
    "no manifest": lambda data: (data / "manifest.json").unlink(),
    "manifest is no json": lambda data: (data / "manifest.json").write_text("{", encoding="utf-8"),
    "manifest is a list": lambda data: (data / "manifest.json").write_text("[]", encoding="utf-8"),
    "manifest is empty": lambda data: (data / "manifest.json").write_text("", encoding="utf-8"),
    "cut short": lambda data: (data / "panel.parquet").write_bytes((data / "panel.parquet").read_bytes()[:1000]),
    "one byte changed": lambda data: (data / "panel.parquet").write_bytes(b"X" + (data / "panel.parquet").read_bytes()[1:]),
    "empty": lambda data: (data / "panel.parquet").write_bytes(b""),
    "a folder instead": lambda data: ((data / "panel.parquet").unlink(), (data / "panel.parquet").mkdir()),
}


@pytest.fixture
def figures(tmp_path):
    """A copy of the shipped figures, to be damaged."""
    return shutil.copytree(REPOSITORY / "analytics" / "data", tmp_path / "data")


@pytest.mark.parametrize("damage", DAMAGES)
def test_missing_or_damaged_figures_are_a_sentence_and_exit_1(figures, damage, monkeypatch, capsys):
    DAMAGES[damage](figures)
    monkeypatch.setattr("assistant.assistant.Divide", SimpleNamespace(open=lambda: Divide.open(figures)))
    assert main(["ask", "--json", FIGURE]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "Traceback" not in err
    assert JAPANESE.search(err) and "計算済みデータ" in err


def test_a_fresh_process_without_figures(tmp_path):
    for name in ("assistant", "index", "prompts"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    shutil.copytree(REPOSITORY / "analytics", tmp_path / "analytics", ignore=shutil.ignore_patterns("__pycache__", "data"))
    done = run("ask", FIGURE, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "計算済みデータ" in done.stderr and "Traceback" not in done.stderr
