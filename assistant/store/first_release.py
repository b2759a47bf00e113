"""The files of the first release (history, talks, users, scenarios): their rows are taken over, then the files are removed.

They are not kept: a conversation that is deleted later must be gone.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table

from assistant.store import tables
from assistant.store.errors import StoreUnavailable

# file → its tables, each with the new table and the columns, which kept their names
FILES: dict[str, tuple[tuple[str, Table, str], ...]] = {
    "history.sqlite3": (("turns", tables.contexts, "session question data"),),
    "talks.sqlite3": (
        ("talks", tables.talks, "id owner title changed"),
        ("turns", tables.turns, "id talk place question answer html"),
        ("opinions", tables.opinions, "turn liked reason"),
        ("attached", tables.attached, "talk place document"),
    ),
    "users.sqlite3": (("users", tables.users, "id key name hash added"),),
    "scenarios.sqlite3": (("scenarios", tables.scenarios, "id owner name query"),),
}
SIDES = ("", "-wal", "-shm", "-journal")


def present(home: Path) -> list[Path]:
    return [home / name for name in FILES if (home / name).exists()]


def take_over(connection: Connection, home: Path) -> list[Path]:
    """Copy the rows of every old file; the files whose rows are copied. Raises StoreUnavailable for one that is damaged or in use."""
    taken = present(home)
    for path in taken:
        try:
            with closing(sqlite3.connect(path, timeout=1)) as old:
                old.execute("PRAGMA journal_mode=DELETE")  # fails while the old release has the file open
                if old.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                    raise sqlite3.DatabaseError("quick_check found damage")
                copy_rows(old, connection, path.name)
        except sqlite3.Error as error:
            reason = "old_running" if "locked" in str(error) else "old_damaged"
            raise StoreUnavailable(reason, f"{path}: {error}", place=path) from error
    return taken


def copy_rows(old: sqlite3.Connection, connection: Connection, name: str) -> None:
    there = {row[0] for row in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, new, columns in FILES[name]:
        if table not in there:  # an older state of the file, from before that table
            continue
        extra = {"role": "admin"} if new is tables.users else {}  # the first release knew no roles: everybody could do everything
        rows = [dict(zip(columns.split(), row, strict=True)) | extra for row in old.execute(f"SELECT {', '.join(columns.split())} FROM {table} ORDER BY rowid")]
        for row in rows:
            if new is tables.opinions:
                row["liked"] = bool(row["liked"])
        if rows:
            connection.execute(tables.insert(connection, new).on_conflict_do_nothing(), rows)


def remove(path: Path) -> None:
    for side in SIDES:
        path.with_name(path.name + side).unlink(missing_ok=True)
