"""The built index on disk: where it lives, how it is written and swapped, how it is opened.

<home>/current          name of the folder in use (replaced in one step, so a crash at any moment leaves the old index readable)
<home>/built-*/         manifest.json, chunks.jsonl, vectors.npz, words/ and bigrams/ (BM25), sources/ (see index.parents), chroma/ (or on a server)
<home>/build.lock       held while writing: two writers on one Chroma path corrupt it silently; readers need no lock
"""

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from index.chroma import delete_collection, server_url, write_collection
from index.chunks import Chunk
from index.corpus import CORPUS_FOLDER, paper_files
from index.errors import FolderNotWritable, IndexBroken, IndexLocked, IndexMismatch, IndexMissing
from index.fusion import spread_of
from index.lexical import LexicalIndex
from index.parents import write_parents
from index.vectors import content_hash, unit_rows, write_vectors

FORMAT = 2
HOME_VARIABLE = "RASHINBAN_HOME"
REPOSITORY = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Manifest:
    """What an index was built from.

    sources: fingerprint of the files behind it; content: hash of its chunks; collection: name in Chroma; place: address of the Chroma
    server, "" for the index folder; spread: usual difference between cosines (see index.fusion), 0 before it is written.
    """

    format: int
    model: str
    dimension: int
    sources: str
    content: str
    count: int
    collection: str
    place: str = ""
    spread: float = 0.0


def default_home():
    """RASHINBAN_HOME/index, or .rashinban/index in the repository."""
    base = os.environ.get(HOME_VARIABLE)
    return (Path(base) if base else REPOSITORY / ".rashinban") / "index"


def sources_fingerprint():
    """sha256 over the corpus files and the manifest of the figures: an index built from other files is out of date."""
    digest = hashlib.sha256()
    for path in [*paper_files(CORPUS_FOLDER), CORPUS_FOLDER / "glossary.yaml"]:
        if path.exists():
            digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def write_lock(home, wait=0):
    """Lock for the one writer of `home`, as a context manager; waits up to `wait` seconds for another one. Raises IndexLocked, FolderNotWritable."""
    from filelock import FileLock, Timeout

    try:
        Path(home).mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(Path(home) / "build.lock"), timeout=wait)
        lock.acquire()
    except Timeout as error:
        raise IndexLocked(f"another process is building the index in {home}; wait until it is done") from error
    except OSError as error:
        raise FolderNotWritable(f"{home} cannot be written ({error.strerror}); set {HOME_VARIABLE} to a writable folder") from error
    return lock


def current_folder(home):
    """Folder of the index in use. Raises IndexMissing."""
    try:
        name = (Path(home) / "current").read_text(encoding="utf-8").strip()
    except OSError as error:
        raise IndexMissing(f"no index in {home}; run `python -m index build`") from error
    folder = Path(home) / name
    if not name.startswith("built-") or "/" in name or not folder.is_dir():
        raise IndexBroken(f"{home}/current points to {name!r}, which is not there; run `python -m index build --force`")
    return folder


def read_manifest(folder):
    """Manifest of a built folder. Raises IndexBroken, or IndexMismatch for another format."""
    try:
        values = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if values["format"] != FORMAT:
            raise IndexMismatch(f"index format {values['format']}, this version reads {FORMAT}; run `python -m index build`")
        return Manifest(**values)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexBroken(f"{folder}/manifest.json cannot be read ({error}); run `python -m index build --force`") from error


def write_index(home, chunks, vectors, manifest):
    """Writes a new built folder and makes it current. vectors: {hash: float16} in `manifest.model`; rows: see `rows`. Call under write_lock."""
    folder = None
    try:
        folder = Path(tempfile.mkdtemp(prefix="built-", dir=home))
        with open(folder / "chunks.jsonl", "w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(c), ensure_ascii=False, sort_keys=True) + "\n" for c in chunks)
        write_vectors(folder / "vectors.npz", vectors)
        texts, matrix = [lexical_text(c) for c in chunks], rows(chunks, vectors, manifest.model)
        LexicalIndex.build(texts).save(folder)
        write_parents(folder, [parent_of(c) for c in chunks], texts, matrix)
        manifest = replace(manifest, spread=spread_of(matrix))
        write_chroma(folder, chunks, matrix, manifest)
        (folder / "manifest.json").write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8")
        switch(home, folder)
    except BaseException as error:
        if folder is not None and not in_use(home, folder):  # on a full disk the half of an index takes the room that the rest needs
            shutil.rmtree(folder, ignore_errors=True)
        if not isinstance(error, OSError):
            raise
        raise FolderNotWritable(f"{home} cannot be written ({error.strerror}); free some space or set {HOME_VARIABLE} to a writable folder") from error
    return folder


def in_use(home, folder):
    """Whether a built folder is the current one."""
    try:
        return current_folder(home) == folder
    except (IndexMissing, IndexBroken):
        return False


def rows(chunks, vectors, model):
    """Unit vectors of the chunks in order, float32 (n, d)."""
    return unit_rows([vectors[content_hash(model, c.text)] for c in chunks])


def lexical_text(chunk):
    """What the word fields hold of a chunk: its text and its search words."""
    return " ".join((chunk.text, *chunk.keywords))


def parent_of(chunk):
    """Id of what a chunk is part of: a glossary term stands for itself."""
    return chunk.id if chunk.kind == "glossary" else chunk.source_id


def switch(home, folder):
    """Makes `folder` the current one in one step and removes all but it and the one before (a reader may still hold that)."""
    pointer = Path(home) / "current"
    before = pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""
    draft = Path(home) / "current.new"
    with open(draft, "w", encoding="utf-8") as file:
        file.write(folder.name)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, pointer)
    kept = [f for f in (folder, Path(home) / before) if before or f is folder]
    used = {manifest.collection for manifest in map(manifest_or_none, kept) if manifest}
    for old in Path(home).glob("built-*"):
        if old.name not in (folder.name, before):
            remove_built(old, used)


def manifest_or_none(folder):
    """Manifest of a built folder, None for one that this version cannot read."""
    try:
        return read_manifest(folder)
    except (IndexBroken, IndexMismatch):
        return None


def remove_built(folder, used):
    """Deletes a built folder, and its collection where that is on the server in use and not one of `used`."""
    manifest = manifest_or_none(folder)
    if manifest and manifest.place and manifest.place == server_url() and manifest.collection not in used:
        delete_collection(manifest.place, manifest.collection)
    shutil.rmtree(folder, ignore_errors=True)


def described(manifest):
    """What a collection says of itself."""
    return {"model": manifest.model, "dimension": manifest.dimension, "content": manifest.content, "format": manifest.format}


def write_chroma(folder, chunks, vectors, manifest):
    """One collection with the vectors and what can be filtered by; texts stay in chunks.jsonl."""
    ids, metadatas = [c.id for c in chunks], [filterable(c) for c in chunks]
    write_collection(folder / "chroma", manifest.place, manifest.collection, described(manifest), ids, vectors, metadatas)


def filterable(chunk):
    """Metadata of a chunk for Chroma; missing values are left out."""
    values = {"kind": chunk.kind, "source_id": chunk.source_id, "year": chunk.year, "theme": chunk.theme, "stance": chunk.stance}
    return {key: value for key, value in values.items() if value is not None}


def read_chunks(folder, manifest):
    """All chunks of a built folder, in the order of the BM25 documents. Raises IndexBroken."""
    try:
        with open(folder / "chunks.jsonl", encoding="utf-8") as file:
            values = [json.loads(line) for line in file]
        chunks = tuple(Chunk(**{**v, "keywords": tuple(v["keywords"])}) for v in values)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexBroken(f"{folder}/chunks.jsonl cannot be read ({error}); run `python -m index build --force`") from error
    if len(chunks) != manifest.count:
        raise IndexBroken(f"{folder}/chunks.jsonl holds {len(chunks)} passages instead of {manifest.count}; run `python -m index build --force`")
    return chunks
