"""All rows from a server into a SQLite file and back: what a backup of a PostgreSQL database keeps, and how it is put in place.

Rows go in batches, parents first, by the columns alone, so ids, times and the chain of the audit stay what they were.
"""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, func, inspect, select, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from assistant.store.database import FILE, WAIT_SECONDS, Database, disk_full
from assistant.store.errors import StoreUnavailable
from assistant.store.tables import REVISION, metadata
from assistant.store.upgrade import LOCK_NUMBER, migrate, revision

BATCH = 200  # rows in memory at a time; an answer with its record takes some 100 kB
GRACE = 1.0  # seconds
LOCK_TIMEOUT = "55P03"  # PostgreSQL's code
AWAY = {"08", "57"}  # classes of codes: no connection, and a server that is stopping
OTHERS = """
SELECT DISTINCT usename::text FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend' ORDER BY 1
"""


def save_server(database: Database, folder: Path) -> bool:
    """See `save`: the rows of one moment, while others go on writing. Raises StoreUnavailable."""
    with connected(database, folder, isolation_level="REPEATABLE READ", postgresql_readonly=True) as connection:
        names = sorted({*metadata.tables, "alembic_version"} & set(inspect(connection).get_table_names()))
        connection.rollback()
        with connection.begin():
            patient(connection)
            if names:  # before the first look, which fixes the moment: whoever empties a table later waits, as emptying is seen at once
                connection.execute(text(f"LOCK TABLE {', '.join(names)} IN ACCESS SHARE MODE"))
            return save(connection, folder, database.place)


def save(connection: Connection, folder: Path, place: str) -> bool:
    """Copy every row into a new SQLite database of the same revision under `folder`; False for a server without tables."""
    found = revision(connection)
    if found is None:
        return False
    copy = Database(folder)
    engine = copy.file_engine()
    try:
        with engine.execution_options(writing=True).begin() as target:
            migrate(target, place, found)
            there = MetaData()
            there.reflect(target)
            for table in there.sorted_tables:
                if table.name != "alembic_version":
                    copy_rows(connection, target, table)
    finally:
        engine.dispose()
    with contextlib.closing(sqlite3.connect(copy.path)) as file:
        file.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    return True


@contextlib.contextmanager
def held(database: Database, folder: Path) -> Iterator[Connection]:
    """The server's tables at the newest revision, in one transaction that nobody else can look into: committed at the end, or all is as before.

    Raises StoreUnavailable, also when anybody else is connected to the database.
    """
    with connected(database, folder) as connection, connection.begin():
        patient(connection)
        others = connected_others(connection)
        alone = connection.execute(select(func.pg_try_advisory_xact_lock(LOCK_NUMBER))).scalar()  # an app that starts now waits for the end
        if others or not alone:
            raise in_use(database, "、".join(others))
        if revision(connection) != REVISION:
            migrate(connection, database.place)
        connection.execute(text(f"LOCK TABLE {', '.join(metadata.tables)} IN ACCESS EXCLUSIVE MODE"))
        yield connection


def connected_others(connection: Connection) -> list[str]:
    """Who else is connected to the database. The server needs a moment to notice that a program has ended."""
    end = time.monotonic() + GRACE
    while True:
        found = list(connection.execute(text(OTHERS)).scalars())
        if not found or time.monotonic() > end:
            return found
        time.sleep(0.05)
        connection.execute(select(func.pg_stat_clear_snapshot()))


def holds_rows(connection: Connection) -> bool:
    """Whether any table has a row."""
    return any(connection.execute(select(1).select_from(table).limit(1)).first() for table in metadata.sorted_tables)


def refill(connection: Connection, source: Database) -> None:
    """Put the rows of a SQLite database in the place of all that the tables hold; call inside `held`. Raises StoreUnavailable."""
    engine = source.open()
    # The guards of the audit are for those who use it, and stay in force for everybody else: this transaction holds the tables alone.
    connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
    connection.execute(text(f"TRUNCATE {', '.join(metadata.tables)}"))
    connection.execute(text("ALTER TABLE audit ENABLE TRIGGER USER"))
    with engine.begin() as rows:
        for table in metadata.sorted_tables:
            copy_rows(rows, connection, table)
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.identity is not None:  # not setval, which a rollback would not take back
                following = (connection.execute(select(func.max(column))).scalar() or 0) + 1
                connection.execute(text(f"ALTER TABLE {table.name} ALTER COLUMN {column.name} RESTART WITH {following}"))


def copy_rows(source: Connection, target: Connection, table: Table) -> None:
    rows = source.execute(select(table), execution_options={"yield_per": BATCH}).mappings()
    for part in rows.partitions():
        target.execute(table.insert(), [dict(row) for row in part])


def patient(connection: Connection) -> None:
    """Wait for locks as long as for a connection; and a server may not end a transaction during which a large file is written."""
    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'"))
    connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))


@contextlib.contextmanager
def connected(database: Database, folder: Path, **options) -> Iterator[Connection]:
    """One connection to the server, without the upgrade of `Database.open`. `folder`: where SQLite writes meanwhile."""
    engine = database.server_engine()
    try:
        with engine.connect() as connection:
            yield connection.execution_options(**options)
    except DBAPIError as error:
        raise explained(error, database, folder) from error
    finally:
        engine.dispose()


def explained(error: DBAPIError, database: Database, folder: Path) -> StoreUnavailable:
    """What happened, on the server or in the SQLite file under `folder`."""
    if isinstance(error.orig, sqlite3.Error):
        return StoreUnavailable("full" if disk_full(error, folder) else "closed", f"{folder / FILE}: {error}", place=folder)
    state = getattr(error.orig, "sqlstate", None)
    if state == LOCK_TIMEOUT:
        return in_use(database, "")
    told = (str(error.orig).splitlines() or [""])[0]
    if isinstance(error, (DataError, IntegrityError)):
        return StoreUnavailable("unfit", f"{database.place}: {error}", place=database.place, told=told)
    if disk_full(error, folder):
        return StoreUnavailable("full", f"{database.place}: {error}", place=database.place)
    if state is None or state[:2] in AWAY:
        return StoreUnavailable("gone", f"{database.place}: {error}", place=database.place)
    return StoreUnavailable("refused", f"{database.place}: {error}", place=database.place, told=told)


def in_use(database: Database, who: str) -> StoreUnavailable:
    return StoreUnavailable("in_use", f"{database.place}: others are connected: {who}", place=database.place, who=who or "?")
