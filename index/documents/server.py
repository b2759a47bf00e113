"""The shelf on a Chroma server: several app processes, on one machine or many, share the users' documents.

One collection holds texts (`documents`), and one for each embedding model the vectors of these texts. A server has no transactions, so
the rows of an addition carry a version of their own and stay unseen until the document's record, one row, names that version: that
one write makes an addition whole. A reader counts the rows of the version it was told and looks again when a writer has just replaced
them. What a killed process left behind is unseen, is told by its `adding` row, and goes with a later addition; its vectors are found again by
their text, so adding again resumes. The owner stands in every row and in every question to the server.
"""

import hashlib
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from index.chroma import server_client
from index.documents.errors import DocumentsUnavailable
from index.documents.files import kept_path
from index.documents.models import DocumentRecord, Page, Piece
from index.documents.vectors import text_hash
from index.errors import ServerUnavailable

TEXTS, VECTORS = "documents", "document-vectors-"
RECORD, PAGE, PASSAGE, ADDING = "record", "page", "passage", "adding"
EMBEDDING = "embedding"  # stands for the version while an addition has only vectors
BATCH = 500  # rows a request
PART = 50_000  # characters of a page in one row: a text without pages is one page of up to millions
LARGEST = 2_000_000  # characters a request; a server takes 40 MB
FIELDS = ("name", "owner", "kind", "title", "pages", "characters", "chunks", "language", "sha256", "added_at")
ABANDONED = 3_600  # seconds without a sign of life after which an addition counts as killed
HNSW = {"space": "cosine", "ef_construction": 16, "max_neighbors": 8}  # an owner's vectors are read as a whole and compared exactly: the graph is not used
TRIES, PAUSE = 5, 0.2  # looks at a document that is being replaced, and seconds between them


def read_again(read):
    """What `read()` returns. A server that is just writing the first rows of a collection may fail to read it: then once more, a little later."""
    from chromadb.errors import InternalError

    for _ in range(TRIES - 1):
        try:
            return read()
        except InternalError:
            time.sleep(PAUSE)
    return read()


class ServerShelf:
    """Keeps documents on a server; original files stay in a folder of the machine that took them in. Safe for threads and processes."""

    def __init__(self, folder, url):
        """Nothing is asked of the server before it is needed."""
        self.files, self.url, self.held = Path(folder) / "files", url, {}

    # -- talking to the server ----------------------------------------------------------------------------------------------

    @contextmanager
    def told(self):
        """Errors of the server as DocumentsUnavailable; the next call then connects anew, so that a server that comes back is found."""
        import httpx
        from chromadb.errors import ChromaError

        try:
            yield
        except (ServerUnavailable, ChromaError, httpx.HTTPError, ConnectionError, ValueError) as error:
            self.held = {}
            raise DocumentsUnavailable("server", f"{self.url}: {type(error).__name__}: {error}") from error

    def collection(self, name):
        """A collection of the server, made at its first use. Call inside `told`."""
        held = self.held
        if name not in held:
            client = held.get("") or server_client(self.url)
            held[""] = client
            held[name] = client.get_or_create_collection(name, embedding_function=None, configuration={"hnsw": HNSW}, metadata={"format": 1})
        return held[name]

    def rows(self, include=("metadatas", "documents"), **where):
        """[(metadata, text)] of the rows with these values."""
        with self.told():
            found = read_again(lambda: self.collection(TEXTS).get(where=every(where), include=list(include)))
        return list(zip(found["metadatas"], found["documents"] or [""] * len(found["ids"]), strict=True))

    def upsert(self, rows):
        """Writes [(id, metadata, text)]. A place in space is asked of each row: one that is spread out, as nothing is ever sought by it."""
        for batch in batches(rows):
            places = [place(id) for id, _, _ in batch]
            with self.told():
                ids, metadatas, texts = map(list, zip(*batch))
                self.collection(TEXTS).upsert(ids=ids, metadatas=metadatas, documents=texts, embeddings=places)

    def delete(self, name, **where):
        """Removes the rows of a collection with these values."""
        with self.told():
            self.collection(name).delete(where=every(where))

    # -- adding and removing ------------------------------------------------------------------------------------------------

    def put(self, record, pages, pieces, texts, words, model, vectors, path):
        """Puts a document in the place of the one of its id; see LocalShelf.put."""
        self.sweep()
        version = f"{record.sha256[:16]}-{uuid.uuid4().hex[:12]}"
        self.alive(record.owner, record.id, version)
        self.upsert(text_rows(record, version, pages, pieces, texts, words))
        self.vectors(record.owner, record.id).complete(model, vectors)
        written = self.rows(include=["metadatas"], document=record.id, version=version)
        if len(written) != 1 + len(page_parts(pages)) + len(pieces):  # taken for a killed one by another process
            raise DocumentsUnavailable("busy", f"{len(written)} rows of {record.id} {version} are left")
        path.replace(kept_path(self.files, record))
        self.upsert([record_row(record, version)])
        with self.told():  # before looking what is left: of two additions that end at once, the one that looks last sees that the other has ended
            self.collection(TEXTS).delete(ids=[f"{ADDING}:{record.id}:{version}"])
        self.tidy(record.id, record.owner)

    def alive(self, owner, document, version=EMBEDDING):
        """A sign that an addition goes on."""
        told = {"row": ADDING, "document": document, "owner": owner, "version": version, "at": int(time.time())}
        self.upsert([(f"{ADDING}:{document}:{version}", told, "-")])

    def tidy(self, id, owner):
        """Removes of a document what no record names: earlier versions, killed additions, vectors and files of texts that are gone."""
        files = list(self.files.glob(f"{id}-*"))  # listed first: what another addition puts there meanwhile is not looked at
        rows = [metadata for metadata, _ in self.rows(include=["metadatas"], document=id, owner=owner)]
        version = next((row["version"] for row in rows if row["row"] == RECORD), "")
        going = {row["version"] for row in rows if row["row"] == ADDING and row["at"] > time.time() - ABANDONED}
        for other in {row["version"] for row in rows} - going - {version}:
            self.delete(TEXTS, document=id, owner=owner, version=other)
        if version:
            with self.told():
                self.collection(TEXTS).delete(ids=[f"{ADDING}:{id}:{done}" for done in (version, EMBEDDING)])
        kept = {row["hash"] for row in rows if row["row"] == PASSAGE and row["version"] in {version, *going}}
        for name in self.vector_collections():
            with self.told():
                unused = [key for key in self.collection(name).get(where={"document": id}, include=[])["ids"] if key.rpartition(":")[2] not in kept]
                for start in range(0, len(unused), BATCH):
                    self.collection(name).delete(ids=unused[start:start + BATCH])
        for path in files:
            if not path.name.startswith(tuple(f"{id}-{used.partition('-')[0]}." for used in (version, *going) if used)):
                path.unlink(missing_ok=True)

    def sweep(self):
        """Removes what killed additions of any document left behind."""
        left = {(row["document"], row["owner"]) for row, _ in self.rows(include=["metadatas"], row=ADDING) if row["at"] <= time.time() - ABANDONED}
        for document, owner in left:
            self.tidy(document, owner)

    def drop(self, record):
        """Removes a document, its passages, vectors and file; the record first, so that nothing half removed is shown."""
        with self.told():
            self.collection(TEXTS).delete(ids=[f"{RECORD}:{record.id}"])
        self.tidy(record.id, record.owner)

    def vector_collections(self):
        """Names of the collections of vectors, of any model."""
        with self.told():
            self.collection(TEXTS)
            return sorted(one.name for one in self.held[""].list_collections() if one.name.startswith(VECTORS))

    # -- showing ------------------------------------------------------------------------------------------------------------

    def records(self, owner):
        """[(DocumentRecord, version)] of the owner in the order of their adding."""
        found = sorted((metadata for metadata, _ in self.rows(include=["metadatas"], row=RECORD, owner=owner)), key=lambda m: (m["at"], m["document"]))
        return [(DocumentRecord(m["document"], *(m[field] for field in FIELDS)), m["version"]) for m in found]

    def list(self, owner):
        """DocumentRecords of the owner in the order of their adding."""
        return [record for record, _ in self.records(owner)]

    def get(self, id, owner):
        """DocumentRecord, None where the owner has no such document."""
        return next((record for record in self.list(owner) if record.id == id), None)

    def pages(self, record):
        """Pages (number, label, text) in order."""
        parts = sorted(self.of(record, PAGE), key=lambda row: (row[0]["number"], row[0]["part"]))
        whole = {}
        for metadata, text in parts:
            whole.setdefault((metadata["number"], metadata["label"]), []).append(text)
        return [Page(number, label, "".join(texts)) for (number, label), texts in whole.items()]

    def pieces(self, record):
        """The passages a document was cut into, in order."""
        return [Piece(m["page"], m["locator"], m["heading"], text) for m, text in sorted(self.of(record, PASSAGE), key=lambda row: row[0]["position"])]

    def of(self, record, row):
        """Rows of one kind of a document as it is listed now."""
        version = next((version for listed, version in self.records(record.owner) if listed.id == record.id), "")
        return self.rows(row=row, document=record.id, owner=record.owner, version=version)

    def state(self, owner):
        """What changes with every change of the owner's documents; None when there are none."""
        return tuple(version for _, version in self.records(owner)) or None

    def passages(self, owner):
        """(state, rows) of the same moment; see LocalShelf.passages. Raises DocumentsUnavailable for a document that lacks some."""
        for attempt in range(TRIES):
            time.sleep(PAUSE if attempt else 0)
            listed = self.records(owner)
            found = {version: [] for _, version in listed}
            for metadata, text in self.rows(row=PASSAGE, owner=owner) if listed else ():
                found.get(metadata["version"], []).append((metadata, text))
            broken = next((record for record, version in listed if len(found[version]) != record.chunks), None)
            if broken is None:
                rows = [passage_of(record, *row) for record, version in listed for row in sorted(found[version], key=lambda row: row[0]["position"])]
                return tuple(version for _, version in listed), rows
        raise DocumentsUnavailable("incomplete", f"{broken.id} has not its {broken.chunks} passages", name=broken.name)

    def vectors(self, owner, document):
        """Where vectors of the document's texts are kept."""
        return ServerVectors(self, owner, document)


class ServerVectors:
    """Vectors of one document's texts on the server, by model."""

    def __init__(self, shelf, owner, document):
        """shelf: the ServerShelf."""
        self.shelf, self.owner, self.document = shelf, owner, document

    def known(self, model, hashes):
        """{text hash: float16 (d,)} of those that are kept for the model."""
        with self.shelf.told():
            wanted = every({"document": self.document, "owner": self.owner})
            found = read_again(lambda: self.shelf.collection(vectors_name(model)).get(where=wanted, include=["embeddings"]))
        wanted = {key.hex(): key for key in hashes}
        keys = [id.rpartition(":")[2] for id in found["ids"]]
        return {wanted[key]: np.asarray(vector, dtype=np.float16) for key, vector in zip(keys, found["embeddings"], strict=True) if key in wanted}

    def complete(self, model, vectors):
        """Keeps those of {text hash: float16 (d,)} that are not there: another addition of this document may have removed some as unused."""
        with self.shelf.told():
            ids = self.shelf.collection(vectors_name(model)).get(where={"document": self.document}, include=[])["ids"]
        there = {id.rpartition(":")[2] for id in ids}
        self.keep(model, {key: vector for key, vector in vectors.items() if key.hex() not in there})

    def keep(self, model, vectors):
        """Keeps {text hash: float16 (d,)}."""
        items = list(vectors.items())
        if items:
            self.shelf.alive(self.owner, self.document)
        for start in range(0, len(items), BATCH):
            part = items[start:start + BATCH]
            with self.shelf.told():
                self.shelf.collection(vectors_name(model)).upsert(
                    ids=[f"{self.document}:{key.hex()}" for key, _ in part], embeddings=[np.asarray(vector, dtype=np.float32) for _, vector in part],
                    metadatas=[{"document": self.document, "owner": self.owner}] * len(part),
                )  # fmt: skip


def vectors_name(model):
    """Collection of the vectors of a model."""
    return VECTORS + hashlib.sha256(model.encode()).hexdigest()[:16]


def every(where):
    """Chroma's filter for rows that have all these values."""
    clauses = [{key: value} for key, value in where.items()]
    return {"$and": clauses} if len(clauses) > 1 else clauses[0]


def place(id):
    """A point for a row that is never sought by its place."""
    digest = hashlib.sha256(id.encode()).digest()
    return [1.0 + digest[0], 1.0 + digest[1], 1.0 + digest[2]]


def page_parts(pages):
    """[(page, part number, text)]."""
    return [(page, n, page.text[start:start + PART]) for page in pages for n, start in enumerate(range(0, max(1, len(page.text)), PART))]


def text_rows(record, version, pages, pieces, texts, words):
    """Rows of a document's pages and passages. Chroma takes no empty text."""
    same = {"document": record.id, "owner": record.owner, "version": version}
    rows = [(f"{PAGE}:{version}:{page.number}:{part}", {**same, "row": PAGE, "number": page.number, "label": page.label, "part": part}, text)
            for page, part, text in page_parts(pages)]  # fmt: skip
    for n, (piece, text, found) in enumerate(zip(pieces, texts, words, strict=True), 1):
        told = {"position": n, "page": piece.page, "locator": piece.label, "heading": piece.heading, "words": found, "embedded": text, "hash": text_hash(text).hex()}
        rows.append((f"{PASSAGE}:{version}:{n}", {**same, "row": PASSAGE, **told}, piece.text))
    return rows


def record_row(record, version):
    """The row that makes a version of a document seen."""
    values = {field: getattr(record, field) for field in FIELDS}
    return f"{RECORD}:{record.id}", {"row": RECORD, "document": record.id, "version": version, "at": time.time_ns(), **values}, "-"


def passage_of(record, metadata, text):
    """A passage as the search reads it; see local.PASSAGES."""
    same = {key: metadata[key] for key in ("position", "page", "locator", "heading", "embedded", "words")}
    return {"id": record.id, "name": record.name, "title": record.title, "text": text, **same}


def batches(rows):
    """Rows in batches that a server takes."""
    held, size = [], 0
    for row in rows:
        length = len(row[2]) + sum(len(str(value)) for value in row[1].values())
        if held and (len(held) == BATCH or size + length > LARGEST):
            yield held
            held, size = [], 0
        held.append(row)
        size += length
    if held:
        yield held
