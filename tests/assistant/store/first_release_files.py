"""A home folder as the first release left it, written with the first release's own SQL."""

import sqlite3
from pathlib import Path

FILES = {
    "history.sqlite3": "CREATE TABLE turns (session TEXT PRIMARY KEY, question TEXT NOT NULL, data TEXT);",
    "talks.sqlite3": """
CREATE TABLE talks (id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, changed REAL NOT NULL);
CREATE INDEX talks_of_owner ON talks (owner, changed);
CREATE TABLE turns (
  id TEXT PRIMARY KEY, talk TEXT NOT NULL REFERENCES talks(id) ON DELETE CASCADE, place INTEGER NOT NULL, question TEXT NOT NULL,
  answer TEXT NOT NULL, html TEXT NOT NULL);
CREATE INDEX turns_of_talk ON turns (talk, place);
CREATE TABLE opinions (turn TEXT PRIMARY KEY REFERENCES turns(id) ON DELETE CASCADE, liked INTEGER NOT NULL, reason TEXT NOT NULL);""",
    "users.sqlite3": "CREATE TABLE users (id TEXT PRIMARY KEY, key TEXT UNIQUE NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, added REAL NOT NULL);",
    "scenarios.sqlite3": """CREATE TABLE scenarios (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, UNIQUE (owner, name));""",
}


def write(home: Path, rows: dict[str, dict[str, list[tuple]]]) -> None:
    """`rows`: file → table → rows in the order of the columns."""
    for name, script in FILES.items():
        with sqlite3.connect(home / name) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(script)
            for table, values in rows[name].items():
                connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(values[0]))})", values)
        connection.close()
