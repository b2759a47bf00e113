"""Conversations: the understood questions of each session, in SQLite under the data folder.

Only what a follow-up needs is kept: the last Question of a session and its last one about figures.
"""

import json
import os
import re
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from assistant.models import Question

FILE = "history.sqlite3"
SESSION_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def default_home() -> Path:
    """Folder for what this installation writes: RASHINBAN_HOME, or .rashinban beside the packages."""
    return Path(os.environ.get("RASHINBAN_HOME") or Path(__file__).resolve().parent.parent / ".rashinban")


class HistoryUnavailable(Exception):
    """The conversation file cannot be read or written (folder not writable, file damaged)."""


class History:
    """Last question per session. One connection, guarded by a lock; the file is made when first needed."""

    def __init__(self, home: Path | None = None):
        self.home = home or default_home()
        self.lock = threading.Lock()
        self.connection: sqlite3.Connection | None = None

    def open(self) -> sqlite3.Connection:
        if self.connection is None:
            self.home.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(self.home / FILE, check_same_thread=False, timeout=10)
            self.connection.execute("PRAGMA journal_mode=WAL")
            self.connection.execute("PRAGMA synchronous=NORMAL")
            self.connection.execute("CREATE TABLE IF NOT EXISTS turns (session TEXT PRIMARY KEY, question TEXT NOT NULL, data TEXT)")
        return self.connection

    def last(self, session: str) -> tuple[Question | None, Question | None]:
        """The last question of a session and its last question about figures; None where there is none."""
        row = self.use(lambda connection: connection.execute("SELECT question, data FROM turns WHERE session = ?", (session,)).fetchone())
        return tuple(Question.from_dict(json.loads(text)) if text else None for text in row or (None, None))

    def remember(self, session: str, question: Question, data: Question | None) -> None:
        texts = [json.dumps(entry.to_dict(), ensure_ascii=False) if entry else None for entry in (question, data)]
        statement = "INSERT INTO turns VALUES (?, ?, ?) ON CONFLICT(session) DO UPDATE SET question = excluded.question, data = excluded.data"
        self.use(lambda connection: connection.execute(statement, (session, *texts)))

    def use(self, work: Callable):
        """Run `work` in a transaction. Raises HistoryUnavailable."""
        try:
            with self.lock, self.open() as connection:
                return work(connection)
        except (OSError, sqlite3.Error) as error:
            raise HistoryUnavailable(f"{self.home / FILE}: {error}; set RASHINBAN_HOME to a writable folder or delete the file") from error
