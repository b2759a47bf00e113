"""Conversations as a browser's owner sees them: kept on this machine, listed, searched, renamed, deleted, exported.

`TalkStore` is all that the screens need, so that another database can take this one's place.
"""

import sqlite3
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

FILE = "talks.sqlite3"
TITLE_CHARACTERS = 60
TABLES = """
CREATE TABLE IF NOT EXISTS talks (id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, changed REAL NOT NULL);
CREATE INDEX IF NOT EXISTS talks_of_owner ON talks (owner, changed);
CREATE TABLE IF NOT EXISTS turns (
  id TEXT PRIMARY KEY, talk TEXT NOT NULL REFERENCES talks(id) ON DELETE CASCADE, place INTEGER NOT NULL, question TEXT NOT NULL,
  answer TEXT NOT NULL, html TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS turns_of_talk ON turns (talk, place);
CREATE TABLE IF NOT EXISTS opinions (turn TEXT PRIMARY KEY REFERENCES turns(id) ON DELETE CASCADE, liked INTEGER NOT NULL, reason TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS attached (talk TEXT NOT NULL REFERENCES talks(id) ON DELETE CASCADE, place INTEGER NOT NULL, document TEXT NOT NULL);
"""


@dataclass(frozen=True)
class Turn:
    """A question with its answer as text and as shown."""

    id: str
    question: str
    answer: str
    html: str


@dataclass(frozen=True)
class Talk:
    """A conversation in the list; `changed` is seconds since 1970."""

    id: str
    title: str
    changed: float


class TalksUnavailable(Exception):
    """The conversations cannot be read or written (folder not writable, file damaged)."""


class TalkStore(Protocol):
    """Every call names the owner; what belongs to another owner does not exist."""

    def add(self, owner: str, talk: str, turn: Turn) -> None: ...
    def replace(self, owner: str, turn: Turn) -> None: ...
    def turns(self, owner: str, talk: str) -> tuple[Turn, ...]: ...
    def attach(self, owner: str, talk: str, documents: tuple[str, ...]) -> None: ...
    def attached(self, owner: str, talk: str) -> tuple[str, ...]: ...
    def list(self, owner: str, words: str = "") -> tuple[Talk, ...]: ...
    def rename(self, owner: str, talk: str, title: str) -> None: ...
    def delete(self, owner: str, talk: str) -> None: ...
    def judge(self, owner: str, turn: str, liked: bool, reason: str) -> None: ...


def new_id() -> str:
    return uuid.uuid4().hex


class Talks:
    """`TalkStore` in SQLite under `home`. One connection, guarded by a lock; the file is made when first needed."""

    def __init__(self, home: Path, clock: Callable[[], float] = time.time):
        self.home, self.clock = Path(home), clock
        self.lock = threading.Lock()
        self.connection: sqlite3.Connection | None = None

    def open(self) -> sqlite3.Connection:
        if self.connection is None:
            self.home.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.home / FILE, check_same_thread=False, timeout=10)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA foreign_keys=ON")
            connection.executescript(TABLES)
            self.connection = connection
        return self.connection

    def use(self, work: Callable):
        """Run `work` in a transaction. Raises TalksUnavailable."""
        try:
            with self.lock, self.open() as connection:
                return work(connection)
        except (OSError, sqlite3.Error) as error:
            raise TalksUnavailable(f"{self.home / FILE}: {error}; set RASHINBAN_HOME to a writable folder") from error

    def add(self, owner: str, talk: str, turn: Turn) -> None:
        """Append a turn; the first one names the conversation."""

        def work(connection):
            connection.execute(
                "INSERT INTO talks VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET changed = excluded.changed WHERE owner = excluded.owner",
                (talk, owner, turn.question[:TITLE_CHARACTERS], self.clock()),
            )
            connection.execute(
                "INSERT INTO turns SELECT ?, id, (SELECT COUNT(*) FROM turns WHERE talk = talks.id), ?, ?, ? FROM talks WHERE id = ? AND owner = ?",
                (turn.id, turn.question, turn.answer, turn.html, talk, owner),
            )

        self.use(work)

    def replace(self, owner: str, turn: Turn) -> None:
        """Another answer in the place of the one of that turn."""
        query = "UPDATE turns SET answer = ?, html = ? WHERE id = ? AND talk IN (SELECT id FROM talks WHERE owner = ?)"
        self.use(lambda connection: connection.execute(query, (turn.answer, turn.html, turn.id, owner)))

    def turns(self, owner: str, talk: str) -> tuple[Turn, ...]:
        """All turns of a conversation in order; () when the owner has no such conversation."""
        query = (
            "SELECT turns.id, question, answer, html FROM turns JOIN talks ON talks.id = turns.talk"
            " WHERE talks.id = ? AND owner = ? ORDER BY place"
        )
        return tuple(Turn(*row) for row in self.use(lambda connection: connection.execute(query, (talk, owner)).fetchall()))

    def attach(self, owner: str, talk: str, documents: tuple[str, ...]) -> None:
        """Keep which documents (ids) are in a conversation; nothing for a conversation that is not the owner's or not kept yet."""

        def work(connection):
            if connection.execute("SELECT 1 FROM talks WHERE id = ? AND owner = ?", (talk, owner)).fetchone():
                connection.execute("DELETE FROM attached WHERE talk = ?", (talk,))
                connection.executemany("INSERT INTO attached VALUES (?, ?, ?)", [(talk, place, document) for place, document in enumerate(documents)])

        self.use(work)

    def attached(self, owner: str, talk: str) -> tuple[str, ...]:
        """Ids of the documents in a conversation of the owner."""
        query = "SELECT document FROM attached JOIN talks ON talks.id = attached.talk WHERE talks.id = ? AND owner = ? ORDER BY place"
        return tuple(row[0] for row in self.use(lambda connection: connection.execute(query, (talk, owner)).fetchall()))

    def list(self, owner: str, words: str = "") -> tuple[Talk, ...]:
        """The owner's conversations, the latest first; with words, those whose title, questions or answers hold every word."""
        query, values = "SELECT id, title, changed FROM talks WHERE owner = ?", [owner]
        for word in words.split():
            query += (
                " AND (instr(lower(title), lower(?)) OR EXISTS (SELECT 1 FROM turns WHERE talk = talks.id"
                " AND (instr(lower(question), lower(?)) OR instr(lower(answer), lower(?)))))"
            )
            values += [word] * 3
        rows = self.use(lambda connection: connection.execute(query + " ORDER BY changed DESC, id", values).fetchall())
        return tuple(Talk(*row) for row in rows)

    def rename(self, owner: str, talk: str, title: str) -> None:
        self.use(
            lambda connection: connection.execute(
                "UPDATE talks SET title = ? WHERE id = ? AND owner = ?", (title[:TITLE_CHARACTERS], talk, owner)
            )
        )

    def delete(self, owner: str, talk: str) -> None:
        self.use(lambda connection: connection.execute("DELETE FROM talks WHERE id = ? AND owner = ?", (talk, owner)))

    def judge(self, owner: str, turn: str, liked: bool, reason: str) -> None:
        """Keep what the reader thinks of an answer; a later opinion replaces an earlier one."""
        query = (
            "INSERT INTO opinions SELECT turns.id, ?, ? FROM turns JOIN talks ON talks.id = turns.talk WHERE turns.id = ? AND owner = ?"
            " ON CONFLICT(turn) DO UPDATE SET liked = excluded.liked, reason = excluded.reason"
        )
        self.use(lambda connection: connection.execute(query, (int(liked), reason, turn, owner)))
