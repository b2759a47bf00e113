"""`python -m assistant user add|remove|delete|export|list` and `audit verify`. The password comes from a prompt or from standard input."""

import argparse
import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path

from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.person import delete_person, export_person
from assistant.access.users import Users
from assistant.history import default_home
from assistant.store import StoreUnavailable, audit, database
from index.documents.errors import DocumentError
from prompts import render

OK, BROKEN, USAGE = 0, 1, 2


def add_user(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True)
    for name, text in (("add", "利用者を加える（パスワードは画面で聞くか、標準入力から1行で読む）"), ("remove", "利用者を消す")):
        actions.add_parser(name, help=text).add_argument("name", metavar="NAME")
    delete = actions.add_parser("delete", help="利用者を、その人の相談・シナリオ・資料とともに消す")
    delete.add_argument("name", metavar="NAME")
    export = actions.add_parser("export", help="1人分の記録をファイルに書き出す")
    export.add_argument("name", metavar="NAME")
    export.add_argument("file", type=Path, metavar="FILE")
    actions.add_parser("list", help="利用者の一覧")


def add_audit(command: argparse.ArgumentParser) -> None:
    command.add_subparsers(dest="action", required=True).add_parser("verify", help="監査の記録が書き換えられていないかを確かめる")


def run_audit() -> int:
    """Exit code: 0 the chain is whole, 1 it is not, or cannot be read."""
    try:
        found = audit.verify(database(default_home()))
    except StoreUnavailable as error:
        print(error.message_ja, file=sys.stderr)
        return BROKEN
    if found.broken is None:
        print(render("store", "audit_whole", count=found.count, hash=found.hash))
        return OK
    print(render("store", f"audit_{found.why}", number=found.broken), file=sys.stderr)
    return BROKEN


def run_user(options: argparse.Namespace) -> int:
    """Exit code: 0 done, 1 the file of users cannot be used, 2 bad name or password."""
    try:
        users = Users(default_home())
        if options.action == "add":
            print(render("access", "added", name=users.add(options.name, asked_password(options.name)).name))
        elif options.action == "remove":
            users.remove(options.name)
            print(render("access", "removed", name=options.name))
        elif options.action == "delete":
            delete_person(users, options.name)
            print(render("access", "deleted", name=options.name))
        elif options.action == "export":
            count = export_person(users, options.name, options.file)
            print(render("access", "exported", name=options.name, file=options.file, count=count))
        else:
            for user in users.list():
                print(f"{user.name}\t{datetime.fromtimestamp(user.added, UTC):%Y-%m-%d}")
    except FileExistsError:
        print(render("access", "export_exists", file=options.file), file=sys.stderr)
        return USAGE
    except (StoreUnavailable, DocumentError) as error:
        print(error.message_ja if isinstance(error, StoreUnavailable) else error.japanese, file=sys.stderr)
        return BROKEN
    except AccessError as error:
        print(error.message_ja, file=sys.stderr)
        return BROKEN if isinstance(error, UsersUnavailable) else USAGE
    return OK


def asked_password(name: str) -> str:
    """Asked twice on a terminal; one line of standard input otherwise. Raises AccessError when the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(render("access", "ask_password", name=name))
    if first != getpass.getpass(render("access", "ask_again")):
        raise AccessError("passwords_differ", name)
    return first
