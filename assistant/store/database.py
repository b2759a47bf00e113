"""One database for all stores: connections, transactions, and the upgrade when it is first used."""

import contextlib
import errno
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from assistant.store import first_release
from assistant.store.errors import StoreUnavailable
from assistant.store.upgrade import upgrade

FILE = "rashinban.sqlite3"
WAIT_SECONDS = 10  # for another writer, and for a server that does not take a connection
SERVER_FULL = "53100"  # PostgreSQL's code for a full disk
LEAST_FREE = 2**20  # bytes: with less than this, SQLite may fail to make the files beside a database
CONNECTIONS, MORE_CONNECTIONS = 5, 35  # in all one for each of Gradio's 40 threads


class Database:
    """SQLite under `home`, or the PostgreSQL server of `url`. Made and upgraded at the first use; usable from many threads."""

    def __init__(self, home: Path, url: str = ""):
        self.home, self.path = Path(home), Path(home) / FILE
        try:
            self.url = make_url(url or f"sqlite:///{self.path.absolute()}")
        except ArgumentError as error:
            raise StoreUnavailable("bad_url", "DATABASE_URL is no URL of a database") from error
        if self.url.drivername in ("postgres", "postgresql"):
            self.url = self.url.set(drivername="postgresql+psycopg")
        if url and self.url.drivername != "postgresql+psycopg":
            raise StoreUnavailable("bad_url", f"DATABASE_URL: {self.url.drivername} is not postgresql")
        self.on_server = bool(url)
        self.place = self.url.render_as_string(hide_password=True) if url else str(self.path)
        self.lock = threading.Lock()
        self.engine: Engine | None = None

    def exists(self) -> bool:
        """Whether anything was kept before: looking alone makes no file."""
        return self.on_server or self.path.exists() or bool(first_release.present(self.home))

    def open(self) -> Engine:
        """The engine of a database at the newest revision. Raises StoreUnavailable."""
        with self.told(), self.lock:
            if self.engine is None:
                engine = self.server_engine() if self.on_server else self.file_engine()
                try:
                    upgrade(engine, self.home, self.place)
                except BaseException:
                    engine.dispose()
                    raise
                self.engine = engine
            return self.engine

    def server_engine(self) -> Engine:
        """Connections are tried before use, so that a server that comes back is used again at once."""
        return create_engine(
            self.url, pool_pre_ping=True, pool_size=CONNECTIONS, max_overflow=MORE_CONNECTIONS, connect_args={"connect_timeout": WAIT_SECONDS}, hide_parameters=True,
        )  # fmt: skip

    def file_engine(self) -> Engine:
        self.home.mkdir(parents=True, exist_ok=True)
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        engine = create_engine(
            self.url, pool_size=CONNECTIONS, max_overflow=MORE_CONNECTIONS, connect_args={"timeout": WAIT_SECONDS}, hide_parameters=True,
        )  # fmt: skip
        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", begin)
        return engine

    @contextlib.contextmanager
    def used(self, unavailable: type[Exception], writing: bool = False) -> Iterator[Connection]:
        """A connection in a transaction; what the store cannot do is raised as `unavailable`."""
        try:
            with self.write() if writing else self.read() as connection:
                yield connection
        except StoreUnavailable as error:
            raise unavailable(str(error)) from error

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection in a transaction that only reads. Raises StoreUnavailable."""
        engine = self.open()
        with self.told(), engine.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def write(self, synced: bool = True) -> Iterator[Connection]:
        """A connection in a transaction that writes, committed at the end. Raises StoreUnavailable.

        `synced`: whether the commit waits for the disk. One of SQLite that does not is safe from the death of this process, and from a
        power cut once a later commit has waited.
        """
        engine = self.open()
        with self.told(), engine.execution_options(writing=True, synced=synced).begin() as connection:
            yield connection

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error, SQLAlchemyError) as error:
            reason = "full" if disk_full(error, self.home) else "gone" if self.on_server else "closed"
            raise StoreUnavailable(reason, f"{self.place}: {error}", place=self.place) from error

    def close(self) -> None:
        """Let go of every connection; the next use opens the database again."""
        with self.lock:
            if self.engine is not None:
                self.engine.dispose()
                self.engine = None


def disk_full(error: Exception, home: Path) -> bool:
    """Whether there is no room. Where SQLite lacks it for the files beside a database, it says only that the disk failed."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", 0)
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        return shutil.disk_usage(home).free < LEAST_FREE
    return code == sqlite3.SQLITE_FULL or getattr(cause, "errno", None) == errno.ENOSPC or getattr(cause, "sqlstate", None) == SERVER_FULL


def prepare(connection: sqlite3.Connection, record) -> None:
    connection.isolation_level = None  # transactions begin where `begin` says so, also before DDL
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that has read first could not become a writer while another writes."""
    options = connection.get_execution_options()
    if options.get("writing"):
        connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('synced', True) else 'NORMAL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing") else "BEGIN")


@lru_cache(maxsize=256)
def opened(home: Path, url: str) -> Database:
    return Database(home, url)


def database(home: str | Path) -> Database:
    """The database of a home folder; every store of this process shares its connections. Raises StoreUnavailable for a bad `DATABASE_URL`."""
    return opened(Path(home).absolute(), os.environ.get("DATABASE_URL", ""))
