"""`python -m assistant user add NAME`, `user list`, `user remove NAME`. The password comes from a prompt or from standard input."""

import argparse
import getpass
import sys
from datetime import UTC, datetime

from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.users import Users
from assistant.history import default_home
from prompts import render

OK, BROKEN, USAGE = 0, 1, 2


def add_user(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True)
    for name, text in (("add", "利用者を加える（パスワードは画面で聞くか、標準入力から1行で読む）"), ("remove", "利用者を消す")):
        actions.add_parser(name, help=text).add_argument("name", metavar="NAME")
    actions.add_parser("list", help="利用者の一覧")


def run_user(options: argparse.Namespace) -> int:
    """Exit code: 0 done, 1 the file of users cannot be used, 2 bad name or password."""
    users = Users(default_home())
    try:
        if options.action == "add":
            print(render("access", "added", name=users.add(options.name, asked_password(options.name)).name))
        elif options.action == "remove":
            users.remove(options.name)
            print(render("access", "removed", name=options.name))
        else:
            for user in users.list():
                print(f"{user.name}\t{datetime.fromtimestamp(user.added, UTC):%Y-%m-%d}")
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
