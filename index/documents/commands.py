"""Commands of `python -m index` for the users' own documents: add, list, remove, digest."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from index.documents.documents import LOCAL, Documents
from index.documents.errors import DocumentMissing, DocumentRefused
from index.documents.names import KINDS

OUTCOMES = {"added": "追加しました", "updated": "更新しました（前の内容は消えました）", "unchanged": "同じ内容で追加済みです", "duplicate": "同じ内容の資料が別の名前であります"}
LANGUAGES = {"ja": "日本語", "en": "英語", "other": "その他の言語"}


def add_commands(commands):
    """Adds the subcommands to the parser of `python -m index`."""
    adding = commands.add_parser("add", help="自分の資料を追加する")
    adding.add_argument("paths", nargs="+", metavar="PATH", help="ファイル、またはフォルダー（中の読める形式をすべて）")
    adding.set_defaults(run=add)
    listing = commands.add_parser("list", help="追加した資料の一覧")
    listing.set_defaults(run=show_list)
    removing = commands.add_parser("remove", help="資料を消す")
    removing.add_argument("documents", nargs="+", metavar="ID", help="資料のIDか名前")
    removing.set_defaults(run=remove)
    digesting = commands.add_parser("digest", help="資料の自動抽出を見る")
    digesting.add_argument("document", metavar="ID", help="資料のIDか名前")
    digesting.set_defaults(run=digest)
    for command in (adding, listing, removing, digesting):
        command.add_argument("--owner", default=LOCAL, help="持ち主（既定: %(default)s）")
        command.add_argument("--json", action="store_true")


def files_of(paths):
    """Files of the given paths; a folder stands for the readable files in it, sorted."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower().lstrip(".") in KINDS and not p.name.startswith((".", "~$")))
        else:
            yield path


def described(record):
    """One line about a document."""
    return f"{record.id}  {record.name}  {record.pages:,}ページ・{record.characters:,}字・{LANGUAGES[record.language]}・{record.added_at[:10]}"


def progress(done, total):
    """One updating line on standard error."""
    print(f"\r  ベクトル {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def add(arguments):
    """`add`: every file by itself; one that is refused does not stop the others. Exit code 1 when any was refused."""
    documents, rows, refused = Documents.open(), [], False
    for path in files_of(arguments.paths):
        try:
            record = documents.add(path, owner=arguments.owner, progress=progress)
            rows.append(asdict(record))
            line = f"{record.name}: {OUTCOMES[record.outcome]}"
        except DocumentRefused as error:
            refused = True
            rows.append({"path": str(path), "reason": error.reason, "message": error.japanese})
            line = f"{path.name}: {error.japanese}"
        if not arguments.json:
            print(line)
    if arguments.json:
        print(json.dumps({"documents": rows}, ensure_ascii=False))
    return 1 if refused else 0


def show_list(arguments):
    """`list`."""
    records = Documents.open().list(arguments.owner)
    if arguments.json:
        print(json.dumps({"documents": [asdict(record) for record in records]}, ensure_ascii=False))
    else:
        print("\n".join(map(described, records)) or "資料はまだありません。`python -m index add ファイル` で追加できます。")
    return 0


def found(documents, given, owner):
    """The document of an id or name. Raises DocumentMissing."""
    for record in documents.list(owner):
        if given in (record.id, record.name):
            return record
    raise DocumentMissing("missing", f"no document {given!r}")


def remove(arguments):
    """`remove`: nothing is removed unless all are found."""
    documents = Documents.open()
    records = [found(documents, given, arguments.owner) for given in arguments.documents]
    for record in records:
        documents.remove(record.id, arguments.owner)
        if not arguments.json:
            print(f"{record.name}: 消しました")
    if arguments.json:
        print(json.dumps({"removed": [record.id for record in records]}, ensure_ascii=False))
    return 0


def digest(arguments):
    """`digest`."""
    documents = Documents.open()
    made = documents.digest(found(documents, arguments.document, arguments.owner).id, arguments.owner)
    if arguments.json:
        print(json.dumps(asdict(made), ensure_ascii=False))
        return 0
    print(f"{made.title}（{made.label}）")
    for section in made.sections:
        print(f"\n■ {section.heading}")
        print("\n".join(f"- {s.text}（{s.locator}）" for s in section.sentences) or "（当てはまる文が見つかりません）")
    return 0
