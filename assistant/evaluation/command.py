"""`python -m assistant eval FILE`: ask a file's questions, print the table, write the page."""

import argparse
import sys
import tempfile
from pathlib import Path

from assistant.assistant import Assistant
from assistant.evaluation.questions import QuestionFileError, read_questions
from assistant.evaluation.report import html, markdown
from assistant.evaluation.run import run

OK, USAGE = 0, 2


def add_eval(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, help="質問のYAMLファイル、またはそのフォルダー")
    command.add_argument("--html", type=Path, metavar="PAGE", help="すべての回答を読めるHTMLを書き出す")


def run_eval(options: argparse.Namespace) -> int:
    """Exit code: 0 judged (whatever the result), 2 for a file that cannot be used."""
    try:
        questions = read_questions(options.file)
    except QuestionFileError as error:
        print(f"質問のファイルを読めません。書式を確かめてください（{error}）", file=sys.stderr)
        return USAGE
    with tempfile.TemporaryDirectory() as home:
        results = run(Assistant.open(home), questions, progress if sys.stderr.isatty() else None)
    print(markdown(results), end="")
    if options.html:
        options.html.write_text(html(results), encoding="utf-8")
    return OK


def progress(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)
