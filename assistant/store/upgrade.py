"""Bring a database to the newest revision, once, whoever starts at the same time; take over the files of the first release."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, Engine, inspect, text

from assistant.store import first_release
from assistant.store.errors import StoreUnavailable
from assistant.store.tables import REVISION

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
LOCK_FILE, LOCK_NUMBER = "upgrade.lock", 7_201_944


def upgrade(engine: Engine, home: Path, place: str) -> None:
    """All or nothing: tables and taken over rows are committed together. Raises StoreUnavailable."""
    with alone(engine, home):
        with engine.execution_options(writing=True).begin() as connection:
            if revision(connection) != REVISION:
                migrate(connection, place)
            taken = first_release.take_over(connection, home)
        for path in taken:
            first_release.remove(path)


def migrate(connection: Connection, place: str, to: str = "head") -> None:
    """Run the migrations that are missing up to a revision, on this connection and in its transaction. Raises StoreUnavailable for one it does not know."""
    from alembic import command  # Alembic takes a fifth of a second to load, and most starts need no migration
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, to)
    except CommandError as error:
        raise StoreUnavailable("newer", f"{place}: {error}", place=place) from error


def revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


@contextlib.contextmanager
def alone(engine: Engine, home: Path) -> Iterator[None]:
    """Nobody else upgrades meanwhile: a lock of the server, or a file beside the database."""
    if engine.dialect.name == "sqlite":
        with FileLock(home / LOCK_FILE, timeout=60):
            yield
        return
    with engine.connect() as holder:
        holder.execute(text("SELECT pg_advisory_lock(:number)"), {"number": LOCK_NUMBER})
        try:
            yield
        finally:
            holder.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": LOCK_NUMBER})
