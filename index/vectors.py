"""Vectors of passages by content hash, so that nothing is embedded twice: shipped with the corpus, and kept with every built index."""

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np

from index.corpus import CORPUS_FOLDER
from index.errors import IndexBroken
from index.pace import EMBEDDING, pieces

SHIPPED = CORPUS_FOLDER / "vectors.npz"


def content_hash(model_name, text):
    """sha256 of model name and text, 32 bytes: another model or another wording is another vector."""
    return hashlib.sha256(f"{model_name}\0{text}".encode("utf-8", "replace")).digest()


def read_vectors(path):
    """File → {hash: float16 (d,)}; {} when there is no file. Raises IndexBroken when it cannot be read."""
    if not Path(path).exists():
        return {}
    try:
        with np.load(path, allow_pickle=False) as data:
            hashes, vectors = data["hashes"], data["vectors"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise IndexBroken(f"{path} cannot be read ({error}); delete it and run `python -m index build --vectors`") from error
    return {bytes(h): v for h, v in zip(hashes, vectors)}


def write_vectors(path, vectors):
    """{hash: float16 (d,)} → file, sorted by hash: the same vectors give the same bytes."""
    keys = sorted(vectors)
    buffer = io.BytesIO()
    np.savez(buffer, hashes=np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(len(keys), 32), vectors=np.array([vectors[k] for k in keys], dtype=np.float16))
    Path(path).write_bytes(buffer.getvalue())


def embed_missing(provider, texts, known, progress):
    """Texts → {hash: float16 (d,)} for exactly these texts: known ones are taken over, the others embedded. progress(done, total) counts embedded ones."""
    hashes = {content_hash(provider.name, text): text for text in texts}
    found = {h: known[h] for h in hashes if h in known}
    missing, done = [h for h in hashes if h not in found], 0
    for piece in pieces(missing):
        with EMBEDDING.turn():
            vectors = provider.encode_documents([hashes[h] for h in piece])
        found.update(zip(piece, vectors.astype(np.float16)))
        done += len(piece)
        progress(done, len(missing))
    return found


def unit_rows(vectors):
    """float16 rows → float32 rows of unit length (half precision leaves them off by up to 0.05 %)."""
    rows = np.asarray(vectors, dtype=np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
