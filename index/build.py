"""Builds the index: corpus → chunks → vectors (known ones are reused) → a new folder, swapped in at the end."""

import hashlib

from index.chroma import server_url
from index.chunks import chunks_hash, corpus_chunks
from index.corpus import load_corpus
from index.embedding import provider_from_settings
from index.errors import IndexBroken, IndexMismatch, IndexMissing
from index.store import (
    FORMAT,
    Manifest,
    current_folder,
    default_home,
    read_manifest,
    sources_fingerprint,
    write_index,
    write_lock,
)
from index.vectors import SHIPPED, embed_missing, read_vectors, write_vectors


def nothing(done, total):
    """A progress receiver that shows nothing."""


def all_chunks(extra=()):
    """Everything that is searched by default: the corpus and `extra` chunks. Figure cards have an index of their own (index.figures). Raises CorpusError."""
    return (*corpus_chunks(load_corpus()), *extra)


def build_index(home=None, provider=None, extra=(), force=False, progress=nothing, wait=0):
    """Builds and swaps in an index; does nothing when the present one has the same content and model, unless `force`.

    progress(done, total): passages embedded. wait: seconds to wait for another builder. Returns the Manifest. Raises IndexLocked, FolderNotWritable, CorpusError, EmbeddingUnavailable, ServerUnavailable.
    """
    home, provider = home or default_home(), provider or provider_from_settings()
    with write_lock(home, wait):
        sources, chunks = sources_fingerprint(), all_chunks(extra)
        content = chunks_hash(chunks)
        present = present_manifest(home)
        place = server_url()
        if not force and present is not None and (present.content, present.model, present.sources, present.place) == (content, provider.name, sources, place):
            return present
        vectors = embed_missing(provider, [c.text for c in chunks], known_vectors(home), progress)
        manifest = Manifest(FORMAT, provider.name, provider.dimension, sources, content, len(chunks), collection_name(content, provider.name), place)
        write_index(home, chunks, vectors, manifest)
        return manifest


def collection_name(content, model):
    """Name of the Chroma collection: other passages or another model make another collection, also on a server that several processes share."""
    return f"passages-{hashlib.sha256(f'{content} {model}'.encode()).hexdigest()[:16]}"


def present_manifest(home):
    """Manifest of the index in use, None when there is none that this version reads."""
    try:
        return read_manifest(current_folder(home))
    except (IndexMissing, IndexMismatch, IndexBroken):
        return None


def known_vectors(home):
    """Vectors that need no embedding: the shipped ones and those of the index in use (a damaged file there only costs time)."""
    known = read_vectors(SHIPPED)
    try:
        known.update(read_vectors(current_folder(home) / "vectors.npz"))
    except (IndexMissing, IndexBroken):
        pass
    return known


def refresh_shipped(provider=None, path=SHIPPED, progress=nothing):
    """Brings the shipped vectors up to date: new passages embedded, stale ones dropped. Returns (kept, embedded, dropped)."""
    provider = provider or provider_from_settings()
    known = read_vectors(path)
    fresh = embed_missing(provider, [c.text for c in all_chunks()], known, progress)
    kept = len(known.keys() & fresh.keys())
    if fresh.keys() != known.keys():
        write_vectors(path, fresh)
    return kept, len(fresh) - kept, len(known) - kept
