"""`python -m assistant user …` and `audit verify`. The password comes from a prompt or from standard input."""

import argparse
import getpass
import sys
from datetime import UTC, datetime
from pathlib import Path

from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.person import delete_person, export_person, person
from assistant.access.roles import ROLES, VIEWER
from assistant.access.tokens import Tokens
from assistant.access.users import Users
from assistant.history import default_home
from assistant.store import StoreUnavailable, audit, database
from index.documents.errors import DocumentError
from prompts import render

OK, BROKEN, USAGE = 0, 1, 2


def add_user(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True)
    of_one = {
        "add": "利用者を加える（パスワードは画面で聞くか、標準入力から1行で読む）", "remove": "利用者を消す", "role": "役割を変える（次の操作から効く）",
        "outside": "パスワードではなく、中継か会社のアカウント（OIDC）で入る人にする。いなければ加える",
        "delete": "利用者を、その人の相談・シナリオ・お気に入り・資料とともに消す", "export": "1人分の記録をファイルに書き出す",
        "token": "その人のプログラム（API・MCP）のためのトークンを作る。表示は1回だけ", "tokens": "トークンの一覧",
    }  # fmt: skip
    parsers = {}
    for name, text in of_one.items():
        parsers[name] = actions.add_parser(name, help=text)
        parsers[name].add_argument("name", metavar="NAME")
    for name in ("add", "outside"):
        parsers[name].add_argument("--role", choices=ROLES, default=VIEWER, help="加えるときの役割。viewer 聞く・読む（既定）、editor 資料とシナリオも加える、admin 管理もする")
    parsers["role"].add_argument("role", choices=ROLES)
    parsers["export"].add_argument("file", type=Path, metavar="FILE")
    actions.add_parser("revoke", help="トークンを使えなくする").add_argument("token", metavar="ID")
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
        for line in done(options, Users(default_home())):
            print(line)
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


def done(options: argparse.Namespace, users: Users) -> list[str]:
    """Do it; the lines to print. Raises AccessError, StoreUnavailable, DocumentError, FileExistsError."""
    action, tokens = options.action, Tokens(users.database)
    if action == "list":
        return [f"{user.name}\t{user.role}\t{day(user.added)}" for user in users.list()]
    if action == "revoke":
        tokens.end(options.token)
        return [render("access", "token_ended", id=options.token)]
    name = options.name
    if action == "add":
        user = users.add(name, asked_password(name), options.role)
        return [render("access", "added", name=user.name, role=render("access", f"role_{user.role}"))]
    if action == "outside":
        user = users.open_outside(name, options.role)
        return [render("access", "opened_outside", name=user.name, role=render("access", f"role_{user.role}"))]
    if action == "role":
        user = users.set_role(name, options.role)
        return [render("access", "role_changed", name=user.name, role=render("access", f"role_{user.role}"))]
    if action == "token":
        token_id, token = tokens.make(person(users, name).id)
        return [render("access", "token_made", id=token_id), token]
    if action == "tokens":
        return [f"{one.id}\t{day(one.made)}" for one in tokens.list(person(users, name).id)]
    if action == "export":
        return [render("access", "exported", name=name, file=options.file, count=export_person(users, name, options.file))]
    if action == "remove":
        users.remove(name)
        return [render("access", "removed", name=name)]
    delete_person(users, name)
    return [render("access", "deleted", name=name)]


def day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"


def asked_password(name: str) -> str:
    """Asked twice on a terminal; one line of standard input otherwise. Raises AccessError when the two differ."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(render("access", "ask_password", name=name))
    if first != getpass.getpass(render("access", "ask_again")):
        raise AccessError("passwords_differ", name)
    return first
