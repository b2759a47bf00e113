"""Conversations: the understood questions of each session, in SQLite under the data folder.

Only what a follow-up needs is kept: the last Question of a session.
"""

import json
import os
import re
import sqlite3
import threading
from pathlib import Path

from assistant.models import Question

SESSION_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def default_home() -> Path:
    """Folder for what this installation writes: RASHINBAN_HOME, or .rashinban beside the packages."""
    return Path(os.environ.get("RASHINBAN_HOME") or Path(__file__).resolve().parent.parent / ".rashinban")


class History:
    """Last question per session. One connection, guarded by a lock; the file is made when first needed."""

    def __init__(self, home: Path | None = None):
        self.home = home or default_home()
        self.lock = threading.Lock()
        self.connection: sqlite3.Connection | None = None

    def open(self) -> sqlite3.Connection:
        if self.connection is None:
            self.home.mkdir(parents=True, exist_ok=True)
            self.connection = sqlite3.connect(self.home / "history.sqlite3", check_same_thread=False, timeout=10)
            self.connection.execute("PRAGMA journal_mode=WAL")
            self.connection.execute("PRAGMA synchronous=NORMAL")
            self.connection.execute("CREATE TABLE IF NOT EXISTS turns (session TEXT PRIMARY KEY, question TEXT NOT NULL)")
        return self.connection

    def last(self, session: str) -> Question | None:
        """The last question of a session, None for a new one."""
        with self.lock:
            row = self.open().execute("SELECT question FROM turns WHERE session = ?", (session,)).fetchone()
        return Question.from_dict(json.loads(row[0])) if row else None

    def remember(self, session: str, question: Question) -> None:
        record = json.dumps(question.to_dict(), ensure_ascii=False)
        with self.lock, self.open() as connection:
            connection.execute("INSERT INTO turns VALUES (?, ?) ON CONFLICT(session) DO UPDATE SET question = excluded.question", (session, record))
