"""The vectors in Chroma: in a folder of this machine, or on a Chroma server when CHROMA_URL is set. Texts are not kept there."""

import os
from urllib.parse import urlsplit

import numpy as np

from index.errors import IndexBroken, IndexMismatch, ServerUnavailable

URL_VARIABLE = "CHROMA_URL"
BATCH = 1000
# Wide search lists: at some thousand passages the result is as good as exact and costs under 2 ms.
HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
REBUILD = "run `python -m index build --force`"


def server_url():
    """Address of the Chroma server in the settings, "" when vectors are kept in the index folder."""
    return (os.environ.get(URL_VARIABLE) or "").rstrip("/")


def folder_client(folder):
    """Persistent Chroma client of a folder; every client of a path needs the same settings."""
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))


def server_client(url):
    """Client of a Chroma server at http(s)://host[:port]. Raises ServerUnavailable."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ServerUnavailable(f"{URL_VARIABLE} is {url!r}; it must look like http://127.0.0.1:8000")
    import chromadb
    from chromadb.config import Settings

    secure = parts.scheme == "https"
    try:
        port = parts.port or (443 if secure else 8000)
        return chromadb.HttpClient(host=parts.hostname, port=port, ssl=secure, settings=Settings(anonymized_telemetry=False))
    except Exception as error:  # httpx, ValueError and Chroma's own types, by what is wrong with the server
        raise ServerUnavailable(f"no Chroma server answers at {url} ({error}); start it, or mend {URL_VARIABLE}") from error


def client_of(folder, url):
    """Client of the server at `url`, or of the folder when that is ""."""
    return server_client(url) if url else folder_client(folder)


def write_collection(folder, url, name, described, ids, vectors, metadatas):
    """Writes one collection. On a server another process may write the same one at the same time: same name, same rows, so both end with a whole one.

    Raises ServerUnavailable when the server stops answering.
    """
    client = client_of(folder, url)
    try:
        collection = client.get_or_create_collection(name, embedding_function=None, configuration={"hnsw": HNSW}, metadata=described)
        if collection.count() > len(ids):  # rows that are not ours
            client.delete_collection(name)
            collection = client.create_collection(name, embedding_function=None, configuration={"hnsw": HNSW}, metadata=described)
        if collection.count() == len(ids):
            return
        for start in range(0, len(ids), BATCH):
            end = start + BATCH
            collection.upsert(ids=ids[start:end], embeddings=vectors[start:end], metadatas=metadatas[start:end])
    except Exception as error:
        if url:
            raise ServerUnavailable(f"the Chroma server at {url} did not take the passages ({error})") from error
        raise
    finally:
        client.close()


def delete_collection(url, name):
    """Removes a collection from the server; one that is gone already is no error. Raises ServerUnavailable."""
    from chromadb.errors import NotFoundError

    client = server_client(url)
    try:
        client.delete_collection(name)
    except (NotFoundError, ValueError):
        pass
    finally:
        client.close()


def open_collection(folder, url, name, described, count):
    """The collection of an index. Raises IndexBroken when it is damaged, IndexMismatch when it is another index's, ServerUnavailable."""
    place = url or folder
    if not url and not (folder / "chroma.sqlite3").is_file():
        raise IndexBroken(f"{folder} is gone; {REBUILD}")
    client = server_client(url) if url else None
    try:
        collection = (client or folder_client(folder)).get_collection(name, embedding_function=None)
        found, held = collection.metadata or {}, collection.count()
    except Exception as error:  # Chroma's Rust core raises many unrelated types for a damaged file
        raise IndexBroken(f"{place} cannot be read ({error}); {REBUILD}") from error
    if any(found.get(key) != described[key] for key in ("model", "content")):
        raise IndexMismatch(f"{place} belongs to another index; run `python -m index build`")
    if held != count:
        raise IndexBroken(f"{place} holds {held} passages instead of {count}; {REBUILD}")
    return collection


def nearest(collection, vector, count, where):
    """Nearest passages → {id: cosine}. where: Chroma filter or None. Raises IndexBroken."""
    try:
        found = collection.query(query_embeddings=np.asarray(vector, dtype=np.float32)[None, :], n_results=count, where=where, include=["distances"])
    except Exception as error:  # see open_collection
        raise IndexBroken(f"the vector index cannot be searched ({error}); {REBUILD}") from error
    return {i: 1.0 - d for i, d in zip(found["ids"][0], found["distances"][0])}
