"""Documents on disk: one SQLite file, written in single transactions, and the original files beside it.

A document, its pages, passages and vectors appear and go in one transaction, so a process that is killed at any moment leaves what
was there before; several processes may read and write. Vectors have a table of their own, by model and wording, filled batch by
batch: adding a file again after a crash embeds only what was missing. What is removed is overwritten, not only unlinked.
"""

import sqlite3
from contextlib import contextmanager
from pathlib import Path

from index.documents.errors import DocumentsUnavailable

FORMAT = 1
WAIT = 30  # seconds for another process that is writing
SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL, pages INTEGER NOT NULL, characters INTEGER NOT NULL, chunks INTEGER NOT NULL, language TEXT NOT NULL, sha256 TEXT NOT NULL,
    added_at TEXT NOT NULL, UNIQUE (owner, name_key));
CREATE TABLE IF NOT EXISTS pages (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, number INTEGER NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (document, number));
CREATE TABLE IF NOT EXISTS passages (
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, position INTEGER NOT NULL, page INTEGER NOT NULL, locator TEXT NOT NULL,
    heading TEXT NOT NULL, text TEXT NOT NULL, embedded TEXT NOT NULL, words TEXT NOT NULL, text_hash BLOB NOT NULL, PRIMARY KEY (document, position));
CREATE INDEX IF NOT EXISTS passages_hash ON passages (text_hash);
CREATE TABLE IF NOT EXISTS vectors (text_hash BLOB NOT NULL, model TEXT NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (text_hash, model)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changes (owner TEXT PRIMARY KEY, count INTEGER NOT NULL);
"""


class Storage:
    """The SQLite file of a folder. Connections are short: any thread and any process may use it."""

    def __init__(self, folder):
        """Nothing is created before the first write."""
        self.folder = Path(folder)
        self.path = self.folder / "documents.sqlite3"

    def exists(self):
        """Whether anything was ever stored: a process may have been killed between creating the file and its tables."""
        if not self.path.is_file():
            return False
        with self.reading() as connection:
            return connection.execute("PRAGMA user_version").fetchone()[0] > 0

    @contextmanager
    def reading(self):
        """A connection to read with. Raises DocumentsUnavailable."""
        with self.translated():
            connection = sqlite3.connect(self.path, timeout=WAIT)
            try:
                connection.row_factory = sqlite3.Row
                self.check_format(connection)
                yield connection
            finally:
                connection.close()

    @contextmanager
    def writing(self):
        """A connection inside one transaction: all of it is kept at the end, or nothing. Raises DocumentsUnavailable."""
        with self.translated():
            self.folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            try:
                connection.row_factory = sqlite3.Row
                self.check_format(connection)
                connection.execute("PRAGMA foreign_keys = ON")
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute("BEGIN IMMEDIATE")
                self.prepare(connection)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            finally:
                connection.close()

    @staticmethod
    def prepare(connection):
        """Creates the tables of a new file."""
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in SCHEMA.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {FORMAT}")

    def check_format(self, connection):
        """Refuses a file of a later version."""
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > FORMAT:
            raise DocumentsUnavailable("newer", f"{self.path} has format {version}, this version reads {FORMAT}")

    @contextmanager
    def translated(self):
        """SQLite's and the system's errors as errors of this package."""
        try:
            yield
        except sqlite3.OperationalError as error:
            busy = "locked" in str(error) or "busy" in str(error)
            raise DocumentsUnavailable("busy" if busy else "folder", f"{self.path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise DocumentsUnavailable("damaged", f"{self.path}: {error}", path=self.path) from error
        except OSError as error:
            raise DocumentsUnavailable("folder", f"{self.folder}: {error}") from error


def touch(connection, owner):
    """Counts a change of an owner's documents, so that other processes see that their copy is old."""
    connection.execute("INSERT INTO changes VALUES (?, 1) ON CONFLICT (owner) DO UPDATE SET count = count + 1", (owner,))


def change_count(connection, owner):
    """How often an owner's documents have changed."""
    row = connection.execute("SELECT count FROM changes WHERE owner = ?", (owner,)).fetchone()
    return row[0] if row else 0
