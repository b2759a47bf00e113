"""`python -m assistant doctor`: what this installation needs, looked at one by one; nothing is changed and nothing is sent."""

import argparse
import difflib
import errno
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from analytics import AnalyticsError, Divide, provenance
from analytics.messages import explain
from assistant.access.entry import Entry
from assistant.access.errors import AccessError
from assistant.access.rates import Rates
from assistant.access.users import Users
from assistant.errors import InputError
from assistant.export.pdf import office
from assistant.history import default_home
from assistant.llm import Settings
from assistant.operations.logs import LogSettings
from assistant.operations.metrics import reading_token
from assistant.store import StoreUnavailable, database
from assistant.store.deletion import retention_days
from assistant.store.tables import REVISION
from assistant.store.upgrade import revision
from index.chroma import server_client, server_url
from index.errors import IndexMismatch, IndexMissing, RetrievalError
from index.messages import japanese
from prompts import render

OK, NOTE, BROKEN = "ok", "note", "broken"
LEAST_PYTHON = (3, 11)
LITTLE, TOO_LITTLE = 1000, 100  # megabytes free: the index takes about 30, a backup as much as what it holds
REPOSITORY = Path(__file__).resolve().parent.parent
REQUIREMENTS = REPOSITORY / "requirements.txt"
OURS = re.compile(r"\b(?:RASHINBAN|LLM)_[A-Z_]+\b")
SQLITE = b"SQLite format 3\0"
say = partial(render, "doctor")


@dataclass(frozen=True)
class Check:
    """`state` is ok, note or broken; `text` says what was found and what to do."""

    name: str
    state: str
    text: str


def run_doctor(options: argparse.Namespace) -> int:
    """Exit code: 0 usable, 1 something is broken."""
    checks = examine(default_home())
    if options.json:
        print(json.dumps([asdict(check) for check in checks], ensure_ascii=False))
    else:
        for check in checks:
            print(say("line", state=say(check.state), name=say(f"name_{check.name}"), text=check.text))
    return int(any(check.state == BROKEN for check in checks))


def examine(home: Path) -> list[Check]:
    checks: dict[str, Callable[[], tuple[str, str]]] = {
        "python": python, "libraries": libraries, "figures": figures, "index": text_index, "home": partial(home_folder, home),
        "files": partial(files, home), "database": partial(server, home), "sharing": sharing,
        "embedding": embedding, "users": partial(users, home), "settings": settings, "port": port, "fonts": fonts, "office": libreoffice, "model": language_model,
    }  # fmt: skip
    return [Check(name, *check()) for name, check in checks.items()]


def python(found: tuple[int, ...] = sys.version_info[:3]) -> tuple[str, str]:
    shown = ".".join(map(str, found))
    if found[:2] < LEAST_PYTHON:
        return BROKEN, say("python_old", version=shown, least=".".join(map(str, LEAST_PYTHON)))
    return OK, say("python_found", version=shown)


def libraries(requirements: Path = REQUIREMENTS) -> tuple[str, str]:
    try:
        pins = dict(re.findall(r"^([A-Za-z0-9_.-]+)==(\S+)", requirements.read_text(encoding="utf-8"), re.MULTILINE))
    except OSError:
        return NOTE, say("libraries_unlisted", path=requirements)
    missing, other = [], []
    for name, wanted in pins.items():
        try:
            if version(name).partition("+")[0] != wanted:
                other.append(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return BROKEN, say("libraries_missing", names="、".join(missing))
    return (NOTE, say("libraries_other", names="、".join(other))) if other else (OK, say("libraries_found", count=len(pins)))


def figures() -> tuple[str, str]:
    """Every file of the counts and of the derived results is compared with its recorded hash."""
    try:
        counts = Divide.open().counts
        provenance.read_derived(counts.folder, provenance.read_manifest(counts.folder))
        return OK, say("figures_found", hash=counts.source.file_hash[:12])
    except AnalyticsError as error:
        return BROKEN, explain(error)


def text_index() -> tuple[str, str]:
    from index.search import Index

    try:
        kept = Index.open().manifest
    except (IndexMissing, IndexMismatch) as error:
        return NOTE, say("index_later", reason=japanese(error))
    except RetrievalError as error:
        return BROKEN, japanese(error)
    return OK, say("index_found", model=kept.model, count=f"{kept.count:,}")


def home_folder(home: Path) -> tuple[str, str]:
    """A file is written and removed again, in the nearest folder that exists: permissions alone do not tell of a read-only disk."""
    place = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=place) as trial:
            trial.write(b"x" * 4096)
            trial.flush()
        free = shutil.disk_usage(place).free // 10**6
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return BROKEN, say("home_full", folder=home, free=0)
        return BROKEN, say("home_closed", folder=home, reason=error.strerror or error)
    if free < LITTLE:
        return (BROKEN if free < TOO_LITTLE else NOTE), say("home_full", folder=home, free=free)
    return OK, say("home_found", folder=home, free=f"{free:,}")


def databases(home: Path) -> Iterator[Path]:
    yield from sorted(path for folder in (home, home / "documents") for path in folder.glob("*.sqlite3"))


def sound(path: Path) -> bool:
    """Whether SQLite finds no damage in a file, opened to be read only."""
    try:
        with path.open("rb") as file:
            if file.read(len(SQLITE)) not in (b"", SQLITE):  # SQLite takes a file of a few bytes for an empty database
                return False
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)) as connection:
            return connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except (OSError, sqlite3.Error):
        return False


def files(home: Path) -> tuple[str, str]:
    found = list(databases(home))
    damaged = [str(path.relative_to(home)) for path in found if not sound(path)]
    return (BROKEN, say("files_damaged", names="、".join(damaged))) if damaged else (OK, say("files_found", count=len(found)))


def server(home: Path) -> tuple[str, str]:
    """Whether the server of `DATABASE_URL` answers; its tables are left as they are."""
    try:
        kept = database(home)
        if not kept.on_server:
            return OK, say("database_file", path=kept.path)
        with kept.told():
            engine = kept.server_engine()
            try:
                with engine.connect() as connection:
                    found = revision(connection)
            finally:
                engine.dispose()
    except StoreUnavailable as error:
        return BROKEN, error.message_ja
    return OK, say("database_found", place=kept.place) if found == REVISION else say("database_later", place=kept.place)


def sharing() -> tuple[str, str]:
    """Whether the Chroma server answers where one is set, and whether what several machines need to share is all on servers."""
    url = server_url()
    if url:
        try:
            server_client(url).close()
        except RetrievalError as error:
            return BROKEN, japanese(error)
    if bool(url) != bool(os.environ.get("DATABASE_URL")):
        return NOTE, say("sharing_half", missing="DATABASE_URL" if url else "CHROMA_URL")
    return OK, say("sharing_server", url=url) if url else say("sharing_none")


def embedding() -> tuple[str, str]:
    """The embedding model is loaded and reads one word."""
    from index.embedding import provider_from_settings

    provider = provider_from_settings()
    try:
        return OK, say("embedding_found", model=provider.model_name, dimension=len(provider.encode_query("確認")))
    except RetrievalError as error:
        return BROKEN, japanese(error)


def settings(environment: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """Values that the app would refuse, and names that no file of the program reads."""
    try:
        LogSettings.from_environment(environment)
        reading_token(environment)
        Entry.from_environment(environment)
        Rates.from_environment(True, environment)
        retention_days()
    except InputError as error:
        return BROKEN, error.message_ja
    known = settings_read()
    unknown = sorted(name for name in environment if OURS.fullmatch(name) and name not in known)
    if unknown:
        near = difflib.get_close_matches(unknown[0], known, 1)
        return NOTE, say("settings_near", name=unknown[0], near=near[0]) if near else say("settings_unknown", names="、".join(unknown))
    return OK, say("settings_found", names="、".join(sorted(name for name in environment if name in known)) or say("settings_none"))


def settings_read() -> set[str]:
    """Names of settings that stand in the program's own files."""
    files = [*(path for part in ("analytics", "assistant", "index") for path in (REPOSITORY / part).rglob("*.py")), *REPOSITORY.glob("*.sh")]
    return {name for path in files for name in OURS.findall(path.read_text(encoding="utf-8"))}


def users(home: Path) -> tuple[str, str]:
    try:
        count = len(Users(home).list())
    except AccessError as error:
        return BROKEN, error.message_ja
    return OK, say("users_found", count=count) if count else say("users_none")


def port() -> tuple[str, str]:
    text = os.environ.get("RASHINBAN_PORT") or "7860"
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        return BROKEN, say("port_bad", text=text)
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", int(text)))
        except OSError:
            return NOTE, say("port_taken", port=text)
    return OK, say("port_free", port=text)


def fonts() -> tuple[str, str]:
    program = shutil.which("fc-list")
    if program is None:
        return NOTE, say("fonts_unknown")
    listed = subprocess.run([program, ":lang=ja", "family"], check=False, capture_output=True, text=True, timeout=30).stdout.strip()
    return (OK, say("fonts_found")) if listed else (NOTE, say("fonts_none"))


def libreoffice() -> tuple[str, str]:
    program = office()
    return (OK, say("office_found", path=program)) if program else (NOTE, say("office_none"))


def language_model() -> tuple[str, str]:
    try:
        settings = Settings.from_environment()
    except InputError as error:
        return BROKEN, error.message_ja
    if settings is None:
        return OK, say("model_none")
    return OK, say("model_local", model=settings.model) if settings.local else say("model_remote", model=settings.model, host=settings.host)
