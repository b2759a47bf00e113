"""Saved ROI scenarios: a name and the plan's inputs, kept on this machine, each owner's own.

`ScenarioStore` is all that the screen needs, so that another database can take this one's place.
"""

import sqlite3
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

FILE = "scenarios.sqlite3"
NAME_CHARACTERS, MOST = 40, 50
TABLE = """
CREATE TABLE IF NOT EXISTS scenarios (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, owner TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, UNIQUE (owner, name));
"""


@dataclass(frozen=True)
class Scenario:
    """`query` is the urlencoded strategy and changes."""

    id: str
    name: str
    query: str


class ScenariosUnavailable(Exception):
    """The scenarios cannot be read or written (folder not writable, file damaged)."""


class TooManyScenarios(Exception):
    """The owner already keeps `MOST` scenarios under other names."""


class ScenarioStore(Protocol):
    """Every call names the owner; what belongs to another owner does not exist."""

    def save(self, owner: str, name: str, query: str) -> None: ...
    def list(self, owner: str) -> tuple[Scenario, ...]: ...
    def delete(self, owner: str, scenario: str) -> None: ...


class Scenarios:
    """`ScenarioStore` in SQLite under `home`. One connection, guarded by a lock; the file is made when first needed."""

    def __init__(self, home: Path):
        self.home = Path(home)
        self.lock = threading.Lock()
        self.connection: sqlite3.Connection | None = None

    def open(self) -> sqlite3.Connection:
        if self.connection is None:
            self.home.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.home / FILE, check_same_thread=False, timeout=10)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript(TABLE)
            self.connection = connection
        return self.connection

    def use(self, work: Callable):
        """Run `work` in a transaction. Raises ScenariosUnavailable."""
        try:
            with self.lock, self.open() as connection:
                return work(connection)
        except (OSError, sqlite3.Error) as error:
            raise ScenariosUnavailable(f"{self.home / FILE}: {error}; set RASHINBAN_HOME to a writable folder") from error

    def save(self, owner: str, name: str, query: str) -> None:
        """Keep a scenario; one of the same name is replaced. Raises TooManyScenarios."""
        kept = name[:NAME_CHARACTERS]

        def work(connection):
            others = connection.execute("SELECT COUNT(*) FROM scenarios WHERE owner = ? AND name != ?", (owner, kept)).fetchone()[0]
            if others >= MOST:
                raise TooManyScenarios(f"{others} scenarios")
            connection.execute(
                "INSERT INTO scenarios (id, owner, name, query) VALUES (?, ?, ?, ?)"
                " ON CONFLICT(owner, name) DO UPDATE SET query = excluded.query",
                (uuid.uuid4().hex, owner, kept, query),
            )

        self.use(work)

    def list(self, owner: str) -> tuple[Scenario, ...]:
        """The owner's scenarios, the newest name first."""
        query = "SELECT id, name, query FROM scenarios WHERE owner = ? ORDER BY place DESC"
        return tuple(Scenario(*row) for row in self.use(lambda connection: connection.execute(query, (owner,)).fetchall()))

    def delete(self, owner: str, scenario: str) -> None:
        self.use(lambda connection: connection.execute("DELETE FROM scenarios WHERE id = ? AND owner = ?", (scenario, owner)))
