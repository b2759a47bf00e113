"""`python -m assistant export KIND [--strategy S] [--set key=value …] [--pdf] [--out PATH]`, and `export answer "質問"`."""

import argparse
import sys
from pathlib import Path

from analytics.roi import BadInput, explain_problem, resolve, strategies
from analytics.roi.command import read_changes
from assistant.export import ANSWER_KINDS, PLAN_KINDS, ExportError, export_answer, export_plan
from assistant.export.text import say
from assistant.models import ANSWERED

OK, BROKEN, USAGE, NOTHING = 0, 1, 2, 3
ANSWER = "answer"


def add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("document", choices=(*PLAN_KINDS, ANSWER), help="excel 計算書、ringi 稟議書、brief 役員説明、onepager 一枚もの、deck 説明資料、answer チャットの回答")
    command.add_argument("question", nargs="?", help="answer のときの質問文")
    command.add_argument("--strategy", default="prototype", help="、".join(strategies()))
    command.add_argument("--set", dest="changes", action="append", default=[], metavar="key=value", help="前提を変える（例: annual_benefit=1200万）")
    command.add_argument("--title", default="", help="件名")
    command.add_argument("--drafter", default="", help="起案者")
    command.add_argument("--department", default="", help="部署")
    command.add_argument("--format", choices=tuple(ANSWER_KINDS), default="word", help="answer のときの形式")
    command.add_argument("--pdf", action="store_true", help="PDFにする（LibreOfficeが必要）")
    command.add_argument("--out", help="保存先のファイルかフォルダ（既定は今のフォルダ）")


def run_export(options: argparse.Namespace, ask) -> int:
    """Write the document and print its path. `ask`: question → Answer, called only for `answer`. Exit code as in `ask`, 2 for bad input."""
    try:
        if options.document == ANSWER:
            if not options.question:
                return complain(say("no_question"), USAGE)
            answer = ask(options.question)
            if answer.outcome != ANSWERED:
                return complain(say("refused_answer"), NOTHING)
            content, name = export_answer(answer, options.format, pdf=options.pdf)
        else:
            changes, problems = read_changes(options.strategy, options.changes)
            if problems:
                raise BadInput(problems)
            settings = resolve(options.strategy, changes)
            content, name = export_plan(settings, options.document, options.title, options.drafter, options.department, options.pdf)
    except BadInput as error:
        return complain("\n".join(explain_problem(problem) for problem in error.problems), USAGE)
    except ExportError as error:
        return complain(error.message_ja, BROKEN)
    return save(content, name, options.out)


def save(content: bytes, name: str, out: str | None) -> int:
    path = Path(out) if out else Path(name)
    path = path / name if path.is_dir() else path
    try:
        path.write_bytes(content)
    except OSError as error:
        return complain(say("not_saved", path=path, reason=error.strerror or error), USAGE)
    print(say("saved", path=path))
    return OK


def complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
