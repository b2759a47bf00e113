"""Vectors of passages in the documents' file: known ones are reused, missing ones embedded and kept piece by piece."""

import hashlib

import numpy as np

from index.pace import EMBEDDING, pieces


def text_hash(text):
    """sha256 of what is embedded, 32 bytes."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


def store_vectors(connection, model, vectors):
    """Keeps vectors that are not there yet."""
    rows = [(key, model, np.asarray(vector, dtype=np.float16).tobytes()) for key, vector in vectors.items()]
    connection.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)", rows)


class LocalVectors:
    """Vectors kept in the documents' file, shared by all documents that hold the same text."""

    def __init__(self, storage):
        """storage: the Storage of the file."""
        self.storage = storage

    def known(self, model, hashes):
        """{text hash: float16 (d,)} of those that are kept for the model."""
        if not self.storage.exists():
            return {}
        found = {}
        with self.storage.reading() as connection:
            for start in range(0, len(hashes), 500):
                part = hashes[start:start + 500]
                marks = ",".join("?" * len(part))
                for row in connection.execute(f"SELECT text_hash, vector FROM vectors WHERE model = ? AND text_hash IN ({marks})", (model, *part)):
                    found[row[0]] = np.frombuffer(row[1], dtype=np.float16)
        return found

    def keep(self, model, vectors):
        """Keeps {text hash: float16 (d,)}."""
        with self.storage.writing() as connection:
            store_vectors(connection, model, vectors)


def vectors_of(kept, provider, texts, progress):
    """Texts → {text hash: float16 (d,)}; progress(done, total) counts texts that have their vector. kept: LocalVectors or server.ServerVectors."""
    wanted = {text_hash(text): text for text in texts}
    found = kept.known(provider.name, list(wanted))
    missing = [key for key in wanted if key not in found]
    progress(len(found), len(wanted))
    for piece in pieces(missing):
        with EMBEDDING.turn():
            vectors = np.asarray(provider.encode_documents([wanted[key] for key in piece]))
        fresh = dict(zip(piece, vectors.astype(np.float16), strict=True))
        kept.keep(provider.name, fresh)
        found |= fresh
        progress(len(found), len(wanted))
    return found


def drop_unused(connection):
    """Removes vectors of passages that are gone."""
    connection.execute("DELETE FROM vectors WHERE text_hash NOT IN (SELECT text_hash FROM passages)")
