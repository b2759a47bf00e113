"""Run by test_document_kill: adds one file and kills itself at a named moment, as a crash would."""

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from small_corpus import FakeEmbedder

import index.documents.documents as documents
import index.documents.files as files
import index.documents.local as local
import index.documents.vectors as vectors


def dies_at(module, name, call, before):
    """Replaces a function by one that kills the process at its `call`-th call, before or after doing its work."""
    original, calls = getattr(module, name), []

    def dying(*arguments, **options):
        calls.append(name)
        if len(calls) == call and before:
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*arguments, **options)
        if len(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(module, name, dying)


MOMENTS = {
    "taking the file in": lambda: dies_at(files, "copy", 1, False),
    "reading the file": lambda: dies_at(documents, "read_file", 1, True),
    "before the first vectors are kept": lambda: dies_at(vectors, "store_vectors", 1, True),
    "while vectors are kept": lambda: dies_at(vectors, "store_vectors", 2, False),
    "between vectors and document": lambda: dies_at(local, "kept_path", 1, False),
    "inside the last transaction": lambda: dies_at(local, "store_vectors", 1, False),
    "before its end": lambda: dies_at(local, "touch", 1, False),
    "after its end": lambda: dies_at(local.LocalShelf, "drop_files", 1, True),
}

if __name__ == "__main__":
    home, path, name, moment = sys.argv[1:]
    if moment in MOMENTS:
        MOMENTS[moment]()
    library = documents.Documents.open(home, FakeEmbedder())
    print("ready", flush=True)
    library.add(path, name)
    print("done", flush=True)
