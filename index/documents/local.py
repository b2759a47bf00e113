"""The shelf of this machine: documents in one SQLite file (see storage), each put and dropped in one transaction."""

import os
from contextlib import contextmanager
from pathlib import Path

from index.documents.files import kept_path
from index.documents.models import DocumentRecord, Page, Piece
from index.documents.names import same_name
from index.documents.storage import Storage, change_count, touch
from index.documents.vectors import LocalVectors, drop_unused, store_vectors, text_hash

COLUMNS = "id, name, owner, kind, title, pages, characters, chunks, language, sha256, added_at"
PASSAGES = """
SELECT d.id, d.name, d.title, p.position, p.page, p.locator, p.heading, p.text, p.embedded, p.words
FROM passages p JOIN documents d ON d.id = p.document WHERE d.owner = ? ORDER BY d.number, p.position
"""


class LocalShelf:
    """Keeps documents in a folder. Safe for threads and for several processes at once."""

    def __init__(self, folder):
        """Nothing is created before the first write."""
        self.files, self.storage = Path(folder) / "files", Storage(folder)

    def put(self, record, pages, pieces, texts, words, model, vectors, path):
        """Puts a document and its file in the place of the ones of its id. texts: embedded ones of the pieces; words: theirs; vectors: {text hash: (d,)}."""
        try:
            self.store(record, pages, pieces, texts, words, model, vectors, path)
        finally:
            self.drop_files(record.id)

    def store(self, record, pages, pieces, texts, words, model, vectors, path):
        """One transaction; the file is in place before it ends, so that what is listed can always be shown."""
        with self.storage.writing() as connection:
            os.replace(path, kept_path(self.files, record))
            connection.execute("DELETE FROM documents WHERE id = ?", (record.id,))
            values = (record.id, record.name, record.owner, record.kind, record.title, record.pages, record.characters, record.chunks, record.language,
                      record.sha256, record.added_at)  # fmt: skip
            connection.execute(f"INSERT INTO documents ({COLUMNS}, name_key) VALUES ({','.join('?' * 12)})", (*values, same_name(record.name)))
            connection.executemany("INSERT INTO pages VALUES (?, ?, ?, ?)", [(record.id, page.number, page.label, page.text) for page in pages])
            connection.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(record.id, n, piece.page, piece.label, piece.heading, piece.text, text, found, text_hash(text))
                 for n, (piece, text, found) in enumerate(zip(pieces, texts, words, strict=True), 1)],
            )  # fmt: skip
            store_vectors(connection, model, vectors)
            drop_unused(connection)
            touch(connection, record.owner)

    def drop(self, record):
        """Removes a document, its passages, vectors and file."""
        with self.storage.writing() as connection:
            connection.execute("DELETE FROM documents WHERE id = ? AND owner = ?", (record.id, record.owner))
            drop_unused(connection)
            touch(connection, record.owner)
        self.drop_files(record.id)

    def drop_files(self, id):
        """Removes the files of a document that are not the one listed. Inside a transaction: no other process is just putting one there."""
        with self.storage.writing() as connection:
            row = connection.execute(f"SELECT {COLUMNS} FROM documents WHERE id = ?", (id,)).fetchone()
            listed = kept_path(self.files, DocumentRecord(*row)) if row else None
            for path in self.files.glob(f"{id}-*"):
                if path != listed:
                    path.unlink(missing_ok=True)

    @contextmanager
    def rows(self, query, values):
        """Rows of a query, none where nothing was ever stored."""
        if not self.storage.exists():
            yield []
            return
        with self.storage.reading() as connection:
            yield connection.execute(query, values).fetchall()

    def list(self, owner):
        """DocumentRecords of the owner in the order of their adding."""
        with self.rows(f"SELECT {COLUMNS} FROM documents WHERE owner = ? ORDER BY number", (owner,)) as rows:
            return [DocumentRecord(*row) for row in rows]

    def get(self, id, owner):
        """DocumentRecord, None where the owner has no such document."""
        with self.rows(f"SELECT {COLUMNS} FROM documents WHERE id = ? AND owner = ?", (id, owner)) as rows:
            return DocumentRecord(*rows[0]) if rows else None

    def pages(self, record):
        """Pages (number, label, text) in order."""
        with self.rows("SELECT number, label, text FROM pages WHERE document = ? ORDER BY number", (record.id,)) as rows:
            return [Page(*row) for row in rows]

    def pieces(self, record):
        """The passages a document was cut into, in order."""
        with self.rows("SELECT page, locator, heading, text FROM passages WHERE document = ? ORDER BY position", (record.id,)) as rows:
            return [Piece(*row) for row in rows]

    def state(self, owner):
        """What changes with every change of the owner's documents; None when there are none."""
        with self.rows("SELECT 1 FROM documents WHERE owner = ? LIMIT 1", (owner,)) as rows:
            if not rows:
                return None
        with self.storage.reading() as connection:
            return change_count(connection, owner)

    def passages(self, owner):
        """(state, rows) of the same moment: a mapping with the columns of PASSAGES for each of the owner's passages."""
        with self.storage.reading() as connection:
            connection.execute("BEGIN")
            return change_count(connection, owner), connection.execute(PASSAGES, (owner,)).fetchall()

    def vectors(self, owner, document):
        """Where vectors of the document's texts are kept."""
        return LocalVectors(self.storage)
