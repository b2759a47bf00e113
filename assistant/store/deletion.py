"""Deletion that deletes: rows with all that belongs to them, and their bytes in the file. The audit keeps hashes, never texts."""

import hashlib
import os
import time

from sqlalchemy import Connection, delete, func, select

from assistant.errors import InputError
from assistant.store import audit
from assistant.store.clock import DAY
from assistant.store.database import Database
from assistant.store.tables import audit as entries
from assistant.store.tables import contexts, favourites, identities, insert, scenarios, talks, users
from prompts import render

RETENTION = "RASHINBAN_RETENTION_DAYS"


def retention_days() -> int | None:
    """How long conversations are kept after their last turn; None for ever. Raises InputError for what is no number of days."""
    text = os.environ.get(RETENTION, "")
    if text and not (text.isascii() and text.isdecimal() and 0 < int(text) <= 36_500):
        raise InputError(render("store", "bad_retention", text=text), f"{RETENTION}={text!r}")
    return int(text) if text else None


def forget(database: Database, days: int, now: float | None = None) -> int:
    """Delete the conversations whose last turn is more than `days` ago; how many. Raises StoreUnavailable."""
    end = (time.time() if now is None else now) - days * DAY
    with database.write() as connection:
        gone = delete_talks(connection, talks.c.changed < end)
        heads = [audit.append(connection, "retention", "talk_deleted", talk) for talk in gone]
    finish(database, heads)
    return len(gone)


def last_written(database: Database) -> float | None:
    """When the latest turn or entry of the audit was written, None in an empty database. Raises StoreUnavailable."""
    with database.read() as connection:
        times = [connection.execute(select(func.max(column))).scalar() for column in (entries.c.at, talks.c.changed)]
    return max((one for one in times if one is not None), default=None)


def delete_owner(database: Database, owner: str) -> int:
    """Delete a user with conversations, scenarios, favourites and logins; how many conversations. Raises StoreUnavailable."""
    with database.write() as connection:
        gone = delete_talks(connection, talks.c.owner == owner)
        for table in (scenarios, favourites):
            connection.execute(delete(table).where(table.c.owner == owner))
        for key in connection.execute(select(users.c.key).where(users.c.id == owner)).scalars():
            keep_out(connection, owner, key)
        connection.execute(delete(users).where(users.c.id == owner))
        head = audit.append(connection, "command", "user_deleted", owner)
    finish(database, [head])
    return len(gone)


def keep_out(connection: Connection, owner: str, key: str) -> None:
    """Remember, as a hash, that the user of this name was removed: whoever vouches for that name later brings nobody in."""
    connection.execute(insert(connection, identities).values(digest=gone_mark(key), user_id=owner).on_conflict_do_nothing())


def gone_mark(key: str) -> str:
    return hashlib.sha256(f"name\n{key}".encode()).hexdigest()


def delete_talks(connection: Connection, which) -> list[str]:
    """Ids of the conversations deleted, with turns, opinions, answer records and what a follow-up would have needed."""
    gone = list(connection.execute(select(talks.c.id).where(which)).scalars())
    connection.execute(delete(contexts).where(contexts.c.session.in_(select(talks.c.id).where(which))))
    connection.execute(delete(talks).where(which))
    return gone


def finish(database: Database, heads: list[audit.Head]) -> None:
    """Keep the head of the audit, and let SQLite give the space back; PostgreSQL's own vacuum does so by itself."""
    if heads:
        audit.anchor(database.home, heads[-1])
        run(database, "VACUUM")
        clear_log(database)


def clear_log(database: Database) -> None:
    """SQLite's write-ahead log still holds what was deleted from the tables: empty it."""
    run(database, "PRAGMA wal_checkpoint(TRUNCATE)")


def run(database: Database, statement: str) -> None:
    """A statement of SQLite that stands outside any transaction."""
    if not database.on_server:
        with database.told(), database.open().connect() as connection:
            connection.connection.driver_connection.execute(statement)
