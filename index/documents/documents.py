"""`Documents`: add, list, show and remove the documents of an owner. One owner never sees another's."""

import hashlib
import os
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.chroma import server_url
from index.documents.digest import make_digest
from index.documents.errors import DocumentMissing
from index.documents.files import kept_path, taken_in
from index.documents.language import language_of
from index.documents.limits import Limits
from index.documents.local import LocalShelf
from index.documents.models import DocumentRecord
from index.documents.names import checked_owner, kind_of, same_name, shown_name
from index.documents.reading import read_file
from index.documents.search import OwnersPassages, embedded_text, joined_words
from index.documents.vectors import vectors_of
from index.embedding import provider_from_settings
from index.store import default_home

LOCAL = "local"
KEPT_OWNERS = 8  # owners whose passages stay in memory


def nothing(done, total):
    """A progress receiver that shows nothing."""


def utc_now():
    """The clock at the edge; tests give their own."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Place:
    """Where the passages of one owner stand in memory. Who waits for them waits for nobody else's."""

    def __init__(self):
        self.lock, self.held = threading.Lock(), None


class Documents:
    """The documents of a home folder. Safe for threads and for several processes at once."""

    def __init__(self, folder, provider=None, limits=Limits(), clock=utc_now):
        """folder: see `open`. provider: embedding model or what gives it, the one of the settings when None (at first need)."""
        self.folder, self.limits, self.clock = Path(folder), limits, clock
        self.given_provider, self.shelf = provider, shelf_of(folder)
        self.lock, self.places = threading.Lock(), {}

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
            vectors = vectors_of(self.shelf.vectors(owner, record.id), self.provider, texts, progress or nothing)
            self.shelf.put(record, pages, pieces, texts, [joined_words(text) for text in texts], self.provider.name, vectors, path)
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

    def remove(self, id, owner=LOCAL):
        """Removes a document, its passages, vectors and file. Raises DocumentMissing, DocumentsUnavailable."""
        record = self.get(id, owner)
        self.shelf.drop(record)
        return record

    # -- showing ------------------------------------------------------------------------------------------------------------

    def list(self, owner=LOCAL):
        """DocumentRecords of the owner in the order of their adding."""
        return self.shelf.list(checked_owner(owner))

    def get(self, id, owner=LOCAL):
        """DocumentRecord. Raises DocumentMissing, also for a document of another owner."""
        record = self.shelf.get(str(id), checked_owner(owner))
        if record is None:
            raise DocumentMissing("missing", f"no document {id!r} of this owner")
        return record

    def pages(self, id, owner=LOCAL):
        """Pages (number, label, text) in order. Raises DocumentMissing."""
        return self.shelf.pages(self.get(id, owner))

    def pieces(self, id, owner=LOCAL):
        """The passages a document was cut into, in order. Raises DocumentMissing."""
        return self.shelf.pieces(self.get(id, owner))

    def original(self, id, owner=LOCAL):
        """Path of the original file, to show or to hand back. Raises DocumentMissing, also where another machine of the same server took it in."""
        path = kept_path(self.folder / "files", self.get(id, owner))
        if not path.is_file():
            raise DocumentMissing("elsewhere", f"{path} is not on this machine")
        return path

    def digest(self, id, owner=LOCAL):
        """Extractive Digest in six sections, labelled 自動抽出. Raises DocumentMissing."""
        return make_digest(self.get(id, owner), self.pieces(id, owner))

    # -- finding ------------------------------------------------------------------------------------------------------------

    def search(self, query, owner=LOCAL, k=8, document=None):
        """Question → up to k DocumentPassage of the owner, best first; `document`: id, or ids, of the only ones to search. Raises QueryError."""
        passages = self.passages(checked_owner(owner))
        return passages.search(query, k, document) if passages is not None else []

    def passages(self, owner):
        """The owner's passages ready to be searched, read again after any change; None when there are none."""
        state = self.shelf.state(owner)
        if state is None:
            return None
        place = self.place(owner)
        with place.lock:
            if place.held is None or place.held.state != state:
                place.held = OwnersPassages.load(self.shelf, self.provider, owner)
            return place.held if place.held.rows else None

    def place(self, owner):
        """The owner's Place; that of who came first makes room for a new one."""
        with self.lock:
            if owner not in self.places:
                while len(self.places) >= KEPT_OWNERS:
                    self.places.pop(next(iter(self.places)))
                self.places[owner] = Place()
            return self.places[owner]


def shelf_of(folder):
    """Where the documents of a folder are kept: on the Chroma server of the settings, or on this machine."""
    if not server_url():
        return LocalShelf(folder)
    from index.documents.server import ServerShelf

    return ServerShelf(folder, server_url())


def with_outcome(record, outcome):
    """The record with what was done."""
    return replace(record, outcome=outcome)
