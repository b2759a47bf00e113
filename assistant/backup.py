"""`python -m assistant backup FILE` and `restore FILE`: conversations, opinions, users and own documents in one zip.

A zip holds manifest.json (format, and name → sha256 of every file) and the files by their paths under the home folder. The index is
left out: it is rebuilt from the corpus. Databases are copied with SQLite's online backup, so the app may run during a backup.
The tables of a PostgreSQL server (`DATABASE_URL`) are in the same zip as the SQLite file that they would be without the server, so one
backup goes from either to either. Documents on a Chroma server (`CHROMA_URL`) are not in it, which is said.
"""

import argparse
import contextlib
import hashlib
import itertools
import json
import os
import re
import secrets
import shutil
import sqlite3
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from assistant.doctor import databases, sound
from assistant.history import default_home
from assistant.store import Database, StoreUnavailable, audit, database, transfer
from assistant.store.database import FILE
from index.chroma import server_url
from prompts import render

FORMAT, PRODUCT, MANIFEST = 1, "rashinban", "manifest.json"
OK, BROKEN, USAGE = 0, 1, 2
# The only names that a backup may hold: nothing else is ever written by a restore, least of all outside the home folder.
NAME = re.compile(r"(?:documents/)?[a-z]+\.sqlite3|documents/(?:[a-z]+/)?[0-9A-Za-z][0-9A-Za-z_-]*\.[a-z]{1,5}")
# What zipfile is known to raise for damaged files, as byte by byte tests show.
BAD_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, KeyError, ValueError, TypeError, struct.error)
SIDES = ("-wal", "-shm")
LARGEST = 64 * 2**20  # bytes of a manifest
say = partial(render, "backup")


class BackupError(Exception):
    """A backup or restore was refused; `reason` is the key of its Japanese sentence. What was there before is unchanged."""

    def __init__(self, reason: str, **values: object):
        super().__init__(f"{reason}: {values}")
        self.message_ja = say(reason, **values)


def add_backup(commands) -> None:
    for name, text in (("backup", "相談・資料・利用者を1つのファイルに保存する"), ("restore", "保存したファイルから戻す")):
        command = commands.add_parser(name, help=text)
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument("--force", action="store_true", help="今あるものを置き換える")


def run_backup(options: argparse.Namespace) -> int:
    """Exit code: 0 done, 1 refused."""
    home = default_home()
    try:
        if options.command == "backup":
            print(say("saved", file=options.file, count=backup(home, options.file, options.force)))
        else:
            count, place = restore(home, options.file, options.force), database(home)
            print(say("restored_server", place=place.place, folder=home, count=count) if place.on_server else say("restored", folder=home, count=count))
    except (BackupError, StoreUnavailable) as error:
        print(error.message_ja, file=sys.stderr)
        return BROKEN
    if url := server_url():
        print(say(f"documents_{options.command}", url=url))
    return OK


def kept_files(home: Path) -> Iterator[Path]:
    """Everything of a home that cannot be built again: databases, and the originals of documents."""
    yield from databases(home)
    for path in sorted((home / "documents").rglob("*")):
        if path.is_file() and ".sqlite3" not in path.name and NAME.fullmatch(path.relative_to(home).as_posix()) and not path.name.startswith("incoming-"):
            yield path


def backup(home: Path, file: Path, force: bool = False) -> int:
    """Write `file`, whole or not at all; how many files it holds. Raises BackupError, and StoreUnavailable for a server."""
    if file.exists() and not force:
        raise BackupError("file_exists", file=file)
    store = database(home)
    return write_backup(home, file, partial(transfer.save_server, store) if store.on_server else None)


def write_backup(home: Path, file: Path, save_server: Callable[[Path], bool] | None) -> int:
    """`save_server` puts a server's tables as FILE into a folder, and says whether there were any; without it FILE is the one of the home."""
    try:
        with documents_still(home), tempfile.TemporaryDirectory(dir=file.absolute().parent, prefix=".backup-") as name:
            folder = Path(name)
            saved = [(FILE, folder / FILE)] if save_server and save_server(folder) else []
            paths = [path for path in kept_files(home) if not (save_server and path == home / FILE)]
            if not paths and not saved:
                raise BackupError("nothing", folder=home)
            count = write_zip(itertools.chain(saved, still_copies(home, paths, folder / "copy")), folder / "made.zip")
            os.chmod(folder / "made.zip", 0o600)
            os.replace(folder / "made.zip", file)
    except OSError as error:
        raise BackupError("unwritable", folder=file.absolute().parent, reason=error.strerror or error) from error
    return count


@contextlib.contextmanager
def documents_still(home: Path) -> Iterator[None]:
    """Nobody adds or removes a document meanwhile, so that the table and the original files belong together; reading goes on."""
    path = home / "documents" / "documents.sqlite3"
    if not path.exists():
        yield
        return
    try:
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        raise BackupError("damaged_source", name=path.relative_to(home)) from error
    with contextlib.closing(connection):
        yield


def still_copies(home: Path, paths: list[Path], copy: Path) -> Iterator[tuple[str, Path]]:
    """(name in the backup, file to read) one by one; `copy` is used again for every database."""
    for path in paths:
        name = path.relative_to(home).as_posix()
        if path.suffix == ".sqlite3":
            copy_database(path, copy, name)
        yield name, copy if path.suffix == ".sqlite3" else path


def write_zip(files: Iterable[tuple[str, Path]], made: Path) -> int:
    hashes = {}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, source in files:
            archive.write(source, name)
            hashes[name] = digest(archive, name)
        archive.writestr(MANIFEST, json.dumps({"product": PRODUCT, "format": FORMAT, "files": hashes}, indent=1, sort_keys=True))
    return len(hashes)


def copy_database(path: Path, copy: Path, name: str) -> None:
    """A consistent copy of a database that may be in use. Raises BackupError for a damaged one: a backup of it would be a trap."""
    copy.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=10)) as source, contextlib.closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise BackupError("damaged_source", name=name) from error
    if not sound(copy):
        raise BackupError("damaged_source", name=name)


def digest(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def restore(home: Path, file: Path, force: bool = False) -> int:
    """Put a backup back; how many files. Everything is unpacked and checked beside the home before anything there is touched.

    With `force`, what was there is kept under a name before-restore-…, never only deleted: files in a folder, what a server held in a
    backup of its own. Raises BackupError, and StoreUnavailable for a server; then all is as it was.
    """
    store = database(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as folder:
            new = Path(folder) / "new"
            names = unpack(file, new)
            if store.on_server:
                restore_server(store, file, new, Path(folder) / "old", force)
            else:
                restore_files(home, new, force)
    except OSError as error:
        raise BackupError("unwritable", folder=home, reason=error.strerror or error) from error
    return len(names)


def restore_files(home: Path, new: Path, force: bool) -> None:
    present = list(kept_files(home))
    if present and not force:
        raise BackupError("would_overwrite", folder=home)
    refuse_used(home, present)
    keep_head(new)
    out = with_logs([*present, home / audit.ANCHOR])
    aside = Path(tempfile.mkdtemp(prefix=before_restore(), dir=home)) if out else home
    with replaced(home, {path: aside / path.relative_to(home) for path in out}, new):
        pass


def restore_server(store: Database, file: Path, new: Path, old: Path, force: bool) -> None:
    """The database of `new` goes to the server, the documents to the home; the transaction ends when both are in place."""
    home, present = store.home, [path for path in kept_files(store.home) if path != store.path]  # a SQLite file that the server has replaced is not touched
    kept = home / f"{before_restore()}{secrets.token_hex(4)}.zip"
    try:
        with contextlib.ExitStack() as moved, transfer.held(store, new) as connection:
            refuse_used(home, present)
            if present or transfer.holds_rows(connection):
                if not force:
                    raise BackupError("would_overwrite_server", place=store.place, folder=home)
                write_backup(home, kept, partial(transfer.save, connection, place=store.place))
            refill(connection, file, new)
            aside = {path: old / path.relative_to(home) for path in with_logs(present)} | {path: kept.with_suffix(".anchor") for path in with_logs([home / audit.ANCHOR])}
            moved.enter_context(replaced(home, aside, new))
    except BaseException:
        if all(path.exists() for path in present):
            kept.unlink(missing_ok=True)
        raise


def refill(connection, file: Path, new: Path) -> None:
    """The rows of the unpacked database, whatever release it is of. What is on the server already is no file of the home any more."""
    source = Database(new)
    try:
        transfer.refill(connection, source)
    except StoreUnavailable as error:
        if error.reason == "full":
            raise
        raise (BackupError("newer", file=file) if error.reason == "newer" else BackupError("damaged", file=file, name=FILE)) from error
    finally:
        source.close()
    keep_head(new)
    for path in list(new.iterdir()):
        if path.is_file() and path.name != audit.ANCHOR:
            path.unlink()


def before_restore() -> str:
    return f"before-restore-{time.strftime('%Y%m%d-%H%M%S')}-"


def refuse_used(home: Path, paths: list[Path]) -> None:
    if any(in_use(path) for path in paths if path.suffix == ".sqlite3"):
        raise BackupError("running", folder=home)


def keep_head(folder: Path) -> None:
    """The head of the restored audit takes the place of the one that the home knew, which is no part of the restored chain."""
    if not (folder / FILE).exists():
        return
    with contextlib.closing(sqlite3.connect(folder / FILE)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit'").fetchone():
            last = connection.execute("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1").fetchone()
            if last:
                audit.anchor(folder, audit.Head(*last))


def unpack(file: Path, folder: Path) -> list[str]:
    """The names of the files of a backup, unpacked under `folder` and equal to their recorded hashes. Raises BackupError."""
    if not file.is_file():
        raise BackupError("unreadable", file=file)
    try:
        with zipfile.ZipFile(file) as archive:
            hashes = read_manifest(archive, file)
            for name, expected in hashes.items():
                try:
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with archive.open(name) as stream, os.fdopen(os.open(target, os.O_CREAT | os.O_WRONLY, 0o600), "wb") as output:
                        shutil.copyfileobj(stream, output)
                except BAD_ZIP as error:
                    raise BackupError("damaged", file=file, name=name) from error
                with target.open("rb") as stream:
                    whole = hashlib.file_digest(stream, "sha256").hexdigest() == expected
                if not whole or (target.suffix == ".sqlite3" and not sound(target)):
                    raise BackupError("damaged", file=file, name=name)
    except BAD_ZIP as error:
        raise BackupError("foreign", file=file) from error
    return list(hashes)


def read_manifest(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    """name → sha256. Raises BackupError for what no backup of this product says."""
    try:
        if archive.getinfo(MANIFEST).file_size > LARGEST:
            raise ValueError("manifest too large")
        manifest = json.loads(archive.read(MANIFEST))
        product, form, hashes = manifest["product"], manifest["format"], dict(manifest["files"])
    except BAD_ZIP as error:
        raise BackupError("foreign", file=file) from error
    if product != PRODUCT or not hashes or set(hashes) != set(archive.namelist()) - {MANIFEST} or not all(map(NAME.fullmatch, hashes)):
        raise BackupError("foreign", file=file)
    if form != FORMAT:
        raise BackupError("newer", file=file)
    return hashes


def in_use(path: Path) -> bool:
    """Whether another process has a database open: a WAL file can leave that mode only when nobody else uses it. A damaged file is free."""
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=0.2)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.DatabaseError:
        return False
    return False


def with_logs(paths: list[Path]) -> list[Path]:
    """Databases with the logs that SQLite has beside them."""
    return [each for path in paths for each in (path, *(path.with_name(path.name + side) for side in SIDES)) if each.exists()]


@contextlib.contextmanager
def replaced(home: Path, aside: dict[Path, Path], new: Path) -> Iterator[None]:
    """Files are moved out of the way (from → to), and all files of `new` into the home; back again if that or the body fails."""
    moves = [*aside.items(), *((path, home / path.relative_to(new)) for path in sorted(new.rglob("*")) if path.is_file())]
    done = []
    try:
        for source, target in moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(source, target)
            done.append((source, target))
        yield
    except BaseException:
        for source, target in reversed(done):
            os.replace(target, source)
        raise
