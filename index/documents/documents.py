"""`Documents`: add, list, show and remove the documents of an owner. One owner never sees another's."""

import hashlib
import os
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.documents.digest import make_digest
from index.documents.errors import DocumentMissing
from index.documents.files import kept_path, taken_in
from index.documents.language import language_of
from index.documents.limits import Limits
from index.documents.models import DocumentRecord, Page, Piece
from index.documents.names import checked_owner, kind_of, same_name, shown_name
from index.documents.reading import read_file
from index.documents.search import OwnersPassages, embedded_text, joined_words
from index.documents.storage import Storage, change_count, touch
from index.documents.vectors import drop_unused, store_vectors, text_hash, vectors_of
from index.embedding import provider_from_settings
from index.store import default_home

LOCAL = "local"
KEPT_OWNERS = 8  # owners whose passages stay in memory
COLUMNS = "id, name, owner, kind, title, pages, characters, chunks, language, sha256, added_at"


def nothing(done, total):
    """A progress receiver that shows nothing."""


def utc_now():
    """The clock at the edge; tests give their own."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Documents:
    """The documents of a home folder. Safe for threads and for several processes at once."""

    def __init__(self, folder, provider=None, limits=Limits(), clock=utc_now):
        """folder: see `open`. provider: embedding model or what gives it, the one of the settings when None (at first need)."""
        self.folder, self.limits, self.clock = Path(folder), limits, clock
        self.given_provider, self.storage = provider, Storage(folder)
        self.lock, self.loaded = threading.RLock(), {}

    @classmethod
    def open(cls, home=None, provider=None, limits=Limits(), clock=utc_now):
        """home: RASHINBAN_HOME when None. Nothing is written or loaded before it is needed."""
        return cls((Path(home) if home else default_home().parent) / "documents", provider, limits, clock)

    @property
    def provider(self):
        """The embedding model."""
        with self.lock:
            if self.given_provider is None or callable(self.given_provider):
                self.given_provider = (self.given_provider or provider_from_settings)()
            return self.given_provider

    # -- adding and removing ----------------------------------------------------------------------------------------------

    def add(self, source, name=None, owner=LOCAL, progress=None):
        """Takes a file (path or bytes) in under `name` (default: the path's own) and returns its DocumentRecord; see there for `outcome`.

        The same name with other content replaces the document, its old passages gone; the same content under another name is not
        stored twice. progress(done, total): passages that have their vector. Raises DocumentRefused, DocumentsUnavailable,
        EmbeddingUnavailable; after any of them the library is as it was before.
        """
        owner = checked_owner(owner)
        shown = shown_name(name if name is not None else os.fspath(source))
        kind = kind_of(shown)
        with taken_in(source, self.folder / "files", self.limits) as (path, sha256):
            same, duplicate = self.present(owner, shown, sha256)
            if same is not None and same.sha256 == sha256:
                return with_outcome(same, "unchanged")
            if same is None and duplicate is not None:
                return with_outcome(duplicate, "duplicate")
            title, pages, pieces = read_file(path, kind, self.limits)
            record = self.described(owner, shown, kind, title, pages, pieces, sha256)
            texts = [embedded_text(record.title, piece.heading, piece.text) for piece in pieces]
            vectors = vectors_of(self.storage, self.provider, texts, progress or nothing)
            self.keep(record, pages, pieces, texts, vectors, path)
        return with_outcome(record, "updated" if same is not None else "added")

    def present(self, owner, name, sha256):
        """(document of that name, document of that content) of the owner, None where there is none."""
        records = self.list(owner)
        by_name = next((record for record in records if same_name(record.name) == same_name(name)), None)
        return by_name, next((record for record in records if record.sha256 == sha256), None)

    def described(self, owner, name, kind, title, pages, pieces, sha256):
        """The record of a file just read."""
        text = "\n".join(page.text for page in pages)
        key = hashlib.sha256(f"{owner}\0{same_name(name)}".encode()).hexdigest()[:16]
        title = " ".join(title.split())[:200] or name.rpartition(".")[0] or name
        characters = sum(not char.isspace() for char in text)
        return DocumentRecord(f"doc-{key}", name, owner, kind, title, len(pages), characters, len(pieces), language_of(text), sha256, self.clock())

    def keep(self, record, pages, pieces, texts, vectors, path):
        """Puts a document and its file in the place of the ones of its name."""
        words = [joined_words(text) for text in texts]
        try:
            self.store(record, pages, pieces, texts, words, vectors, path)
        finally:
            self.drop_files(record.id)

    def store(self, record, pages, pieces, texts, words, vectors, path):
        """One transaction; the file is in place before it ends, so that what is listed can always be shown."""
        with self.storage.writing() as connection:
            os.replace(path, kept_path(self.folder / "files", record))
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
            store_vectors(connection, self.provider.name, vectors)
            drop_unused(connection)
            touch(connection, record.owner)

    def remove(self, id, owner=LOCAL):
        """Removes a document, its passages, vectors and file. Raises DocumentMissing, DocumentsUnavailable."""
        record = self.get(id, owner)
        with self.storage.writing() as connection:
            connection.execute("DELETE FROM documents WHERE id = ? AND owner = ?", (record.id, record.owner))
            drop_unused(connection)
            touch(connection, record.owner)
        self.drop_files(record.id)
        return record

    def drop_files(self, id):
        """Removes the files of a document that are not the one listed. Inside a transaction: no other process is just putting one there."""
        with self.storage.writing() as connection:
            row = connection.execute(f"SELECT {COLUMNS} FROM documents WHERE id = ?", (id,)).fetchone()
            listed = kept_path(self.folder / "files", DocumentRecord(*row)) if row else None
            for path in (self.folder / "files").glob(f"{id}-*"):
                if path != listed:
                    path.unlink(missing_ok=True)

    # -- showing ------------------------------------------------------------------------------------------------------------

    @contextmanager
    def rows(self, query, values):
        """Rows of a query, none where nothing was ever stored."""
        if not self.storage.exists():
            yield []
            return
        with self.storage.reading() as connection:
            yield connection.execute(query, values).fetchall()

    def list(self, owner=LOCAL):
        """DocumentRecords of the owner in the order of their adding."""
        with self.rows(f"SELECT {COLUMNS} FROM documents WHERE owner = ? ORDER BY number", (checked_owner(owner),)) as rows:
            return [DocumentRecord(*row) for row in rows]

    def get(self, id, owner=LOCAL):
        """DocumentRecord. Raises DocumentMissing, also for a document of another owner."""
        with self.rows(f"SELECT {COLUMNS} FROM documents WHERE id = ? AND owner = ?", (str(id), checked_owner(owner))) as rows:
            if not rows:
                raise DocumentMissing("missing", f"no document {id!r} of this owner")
            return DocumentRecord(*rows[0])

    def pages(self, id, owner=LOCAL):
        """Pages (number, label, text) in order. Raises DocumentMissing."""
        record = self.get(id, owner)
        with self.rows("SELECT number, label, text FROM pages WHERE document = ? ORDER BY number", (record.id,)) as rows:
            return [Page(*row) for row in rows]

    def pieces(self, id, owner=LOCAL):
        """The passages a document was cut into, in order. Raises DocumentMissing."""
        record = self.get(id, owner)
        with self.rows("SELECT page, locator, heading, text FROM passages WHERE document = ? ORDER BY position", (record.id,)) as rows:
            return [Piece(*row) for row in rows]

    def original(self, id, owner=LOCAL):
        """Path of the original file, to show or to hand back. Raises DocumentMissing."""
        path = kept_path(self.folder / "files", self.get(id, owner))
        if not path.is_file():
            raise DocumentMissing("missing", f"{path} is gone")
        return path

    def digest(self, id, owner=LOCAL):
        """Extractive Digest in six sections, labelled 自動抽出. Raises DocumentMissing."""
        return make_digest(self.get(id, owner), self.pieces(id, owner))

    # -- finding ------------------------------------------------------------------------------------------------------------

    def search(self, query, owner=LOCAL, k=8, document=None):
        """Question → up to k DocumentPassage of the owner, best first; `document`: id of the only one to search. Raises QueryError."""
        passages = self.passages(checked_owner(owner))
        return passages.search(query, k, document) if passages is not None else []

    def passages(self, owner):
        """The owner's passages ready to be searched, read again after any change; None when there are none."""
        with self.rows("SELECT 1 FROM documents WHERE owner = ? LIMIT 1", (owner,)) as rows:
            if not rows:
                return None
        with self.lock:
            with self.storage.reading() as connection:
                count = change_count(connection, owner)
            held = self.loaded.get(owner)
            if held is None or held.changes != count:
                while len(self.loaded) >= KEPT_OWNERS:
                    self.loaded.pop(next(iter(self.loaded)))
                held = self.loaded[owner] = OwnersPassages.load(self.storage, self.provider, owner)
            return held if held.rows else None


def with_outcome(record, outcome):
    """The record with what was done."""
    from dataclasses import replace

    return replace(record, outcome=outcome)
