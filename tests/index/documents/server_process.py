"""Run by test_document_server: an app process that adds or finds on a Chroma server, and may kill itself at a named moment."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from adding_process import dies_at
from small_corpus import CHUNKS, FakeEmbedder

import index.build
import index.documents.documents as documents
import index.documents.server as server

MOMENTS = {
    "before anything is kept": lambda: dies_at(documents, "read_file", 1, False),
    "while vectors are kept": lambda: dies_at(server.ServerVectors, "keep", 1, False),
    "before its texts": lambda: dies_at(server, "text_rows", 1, True),
    "between two batches of texts": lambda: (setattr(server, "BATCH", 40), dies_at(server, "place", 60, False)),
    "before it is seen": lambda: dies_at(server, "record_row", 1, False),
    "after it is seen": lambda: dies_at(server.ServerShelf, "tidy", 1, True),
    "while the old version goes": lambda: dies_at(server.ServerShelf, "delete", 1, False),
}


def add(home, path, name, owner, moment=""):
    if moment in MOMENTS:
        MOMENTS[moment]()
    library = documents.Documents.open(home, FakeEmbedder())
    print("ready", flush=True)
    print(library.add(path, name, owner=owner).outcome)


def find(home, query, owner):
    """As the app does: one index over the corpus and the owner's documents."""
    from index.search import Index

    index.build.all_chunks = lambda extra=(): CHUNKS
    index.build.SHIPPED = "/nonexistent"
    found = Index.open_or_build(Path(home) / "index", FakeEmbedder()).search(query, owner=owner)
    print(json.dumps([[p.kind, p.title, p.locator, p.display] for p in found]))


if __name__ == "__main__":
    {"add": add, "find": find}[sys.argv[1]](*sys.argv[2:])
