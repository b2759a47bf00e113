"""`python -m assistant backup FILE` and `restore FILE`: conversations, opinions, users and own documents in one zip.

A zip holds manifest.json (format, and name → sha256 of every file) and the files by their paths under the home folder. The index is
left out: it is rebuilt from the corpus. Databases are copied with SQLite's online backup, so the app may run during a backup.
"""

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import sqlite3
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from assistant.doctor import databases, sound
from assistant.history import default_home
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
        if os.environ.get("DATABASE_URL"):
            raise BackupError("on_server")
        if options.command == "backup":
            print(say("saved", file=options.file, count=backup(home, options.file, options.force)))
        else:
            print(say("restored", folder=home, count=restore(home, options.file, options.force)))
    except BackupError as error:
        print(error.message_ja, file=sys.stderr)
        return BROKEN
    return OK


def kept_files(home: Path) -> Iterator[Path]:
    """Everything of a home that cannot be built again: databases, and the originals of documents."""
    yield from databases(home)
    for path in sorted((home / "documents").rglob("*")):
        if path.is_file() and ".sqlite3" not in path.name and NAME.fullmatch(path.relative_to(home).as_posix()) and not path.name.startswith("incoming-"):
            yield path


def backup(home: Path, file: Path, force: bool = False) -> int:
    """Write `file`, whole or not at all; how many files it holds. Raises BackupError."""
    if file.exists() and not force:
        raise BackupError("file_exists", file=file)
    try:
        with documents_still(home), tempfile.TemporaryDirectory(dir=file.absolute().parent, prefix=".backup-") as folder:
            paths = list(kept_files(home))
            if not paths:
                raise BackupError("nothing", folder=home)
            made = Path(folder) / "made.zip"
            write_zip(home, paths, made, Path(folder) / "copy")
            os.chmod(made, 0o600)
            os.replace(made, file)
    except OSError as error:
        raise BackupError("unwritable", folder=file.absolute().parent, reason=error.strerror or error) from error
    return len(paths)


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


def write_zip(home: Path, paths: list[Path], made: Path, copy: Path) -> None:
    hashes = {}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            name, source = path.relative_to(home).as_posix(), path
            if path.suffix == ".sqlite3":
                copy_database(path, copy, name)
                source = copy
            archive.write(source, name)
            hashes[name] = digest(archive, name)
        archive.writestr(MANIFEST, json.dumps({"product": PRODUCT, "format": FORMAT, "files": hashes}, indent=1, sort_keys=True))


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

    With `force`, what was there is moved into a folder before-restore-…, never deleted. Raises BackupError.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as folder:
            names = unpack(file, Path(folder))
            present = list(kept_files(home))
            if present and not force:
                raise BackupError("would_overwrite", folder=home)
            if any(in_use(path) for path in present if path.suffix == ".sqlite3"):
                raise BackupError("running", folder=home)
            set_aside(home, present)
            for name in names:
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(Path(folder) / name, home / name)
    except OSError as error:
        raise BackupError("unwritable", folder=home, reason=error.strerror or error) from error
    return len(names)


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


def set_aside(home: Path, paths: list[Path]) -> None:
    """Move the present files, with their logs, into a new folder of the home."""
    if not paths:
        return
    aside = Path(tempfile.mkdtemp(prefix=f"before-restore-{time.strftime('%Y%m%d-%H%M%S')}-", dir=home))
    for path in paths:
        for each in (path, *(path.with_name(path.name + side) for side in SIDES)):
            if each.exists():
                target = aside / each.relative_to(home)
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(each, target)
