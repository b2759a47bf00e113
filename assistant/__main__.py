"""Command line: `python -m assistant ask "質問"`. JSON goes to standard output and nothing else does; logs to standard error."""

import argparse
import json
import sys
import uuid
from dataclasses import replace

from analytics import AnalyticsError
from analytics.messages import explain
from assistant.access.command import add_audit, add_user, run_audit, run_user
from assistant.assistant import Assistant
from assistant.backup import add_backup, run_backup
from assistant.doctor import run_doctor
from assistant.errors import InputError
from assistant.evaluation.command import add_eval, run_eval
from assistant.export.command import add_export, run_export
from assistant.models import ERROR, NOT_IN_DATA
from assistant.operations.answers import note_answer
from assistant.operations.logs import LogSettings, configure
from assistant.record import versions

OK, BROKEN, USAGE, NOTHING = 0, 1, 2, 3


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m assistant", description="AI研究の数字と論文について、出典つきで答えます")
    top.add_argument("--verbose", action="store_true", help="経過を標準エラーに出す")
    commands = top.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help="質問に答える")
    ask.add_argument("question")
    ask.add_argument("--json", action="store_true")
    ask.add_argument("--session", help="会話の番号（続けて聞くとき同じものを渡す）")
    phrases = commands.add_parser("phrases", help="会議で使える言い方")
    phrases.add_argument("scene")
    phrases.add_argument("--json", action="store_true")
    add_eval(commands.add_parser("eval", help="質問のファイルで回答を評価する"))
    add_export(commands.add_parser("export", help="計算書・稟議書・説明資料・回答をファイルにする"))
    add_user(commands.add_parser("user", help="ほかの機械からも使うときの利用者を加える・見る・消す"))
    add_audit(commands.add_parser("audit", help="監査の記録を確かめる"))
    add_backup(commands)
    doctor = commands.add_parser("doctor", help="動かすのに要るものを調べ、直し方を言う")
    doctor.add_argument("--json", action="store_true")
    return top


def tell_what_leaves(assistant: Assistant, owner: str = "local") -> None:
    """Once for each model and host: what goes to the language model, on standard error."""
    if assistant.writer is not None and (lines := assistant.writer.notice(owner)):
        print(*lines, sep="\n", file=sys.stderr)
        assistant.writer.agree(owner)


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 0 answered, 3 not in our data, 1 broken, 2 usage."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # a Windows console or a redirect may not be
    options = parser().parse_args(arguments)
    try:
        logs = LogSettings.from_environment()
        configure(replace(logs, level="info") if options.verbose else logs)
        if options.command == "eval":
            return run_eval(options)
        if options.command == "doctor":
            return run_doctor(options)
        if options.command in ("backup", "restore"):
            return run_backup(options)
        if options.command == "audit":
            return run_audit()
        if options.command == "user":
            return run_user(options)
        if options.command == "export":
            return run_export(options, lambda question: Assistant.open().ask(question))
        assistant = Assistant.open()
        tell_what_leaves(assistant)
        if options.command == "phrases":
            answer = assistant.phrases(options.scene)
        else:
            answer = assistant.ask(options.question, session=options.session)
        settings = assistant.writer.settings if assistant.writer else None
        note_answer(uuid.uuid4().hex, answer, "local", versions(assistant.divide, settings), "command")
    except InputError as error:
        print(error.message_ja, file=sys.stderr)
        return USAGE
    except AnalyticsError as error:
        print(explain(error), file=sys.stderr)
        return BROKEN
    if options.json:
        json.dump(answer.to_dict(), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        print(answer.answer, file=sys.stderr if answer.outcome == ERROR else sys.stdout)
    return {ERROR: BROKEN, NOT_IN_DATA: NOTHING}.get(answer.outcome, OK)


if __name__ == "__main__":
    sys.exit(main())
