"""`Index`: one ranked list of passages from vectors and words."""

import threading
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from index.build import build_index, nothing
from index.chroma import nearest, open_collection, server_url
from index.chunks import KINDS, Chunk
from index.corpus import load_corpus
from index.documents import Documents
from index.embedding import provider_from_settings, query_text
from index.errors import IndexBroken, IndexMismatch, IndexMissing, QueryError
from index.expansion import own_names
from index.figures import figures
from index.fusion import WAYS, Signals, first_by, scored, share_of_best
from index.joined import joined
from index.lexical import LexicalIndex, bigrams
from index.parents import Parents
from index.rerank import POOL as RERANKED
from index.rerank import reranker_from_settings
from index.store import current_folder, default_home, described, parent_of, read_chunks, read_manifest, sources_fingerprint

POOL = 100  # passages the vector index proposes
LEAST = 1e-4  # dense part of the weakest of them: above 0, so that it differs from one outside
WAIT_FOR_WRITER = 600  # seconds for another process that is building the same index
KEPT_SEARCHES = 16  # answers of the vector index: one question is searched for in several ways, some of them alike
KEPT_PAIRS = 512  # passages whose character pairs are kept
PER_PARENT = 3  # passages of one paper, glossary entry or metric in a result
ALIKE = 0.85  # share of character pairs from which two passages of one parent say the same
FILTERS = ("source_id", "year", "theme", "stance")
FIGURE = "figure"
TEXT_KINDS = frozenset(KINDS) - {FIGURE}
DOCUMENT = "document"  # passages of a user's own documents: private, found only where their owner is named
SEARCHED = (*KINDS, DOCUMENT)


@dataclass(frozen=True)
class Passage(Chunk):
    """A chunk as found. score: fused, higher is better, comparable within one search only. parts: normalised dense, words, bigrams. rank from 1.

    nearest: cosine of the passage nearest to the query in this search, whichever it is (comparable between searches); None without vectors.
    similarity: this passage's own cosine; None when it is not among the nearest.
    """

    score: float = 0.0
    parts: MappingProxyType = field(default_factory=lambda: MappingProxyType({}))
    rank: int = 0
    nearest: float | None = None
    similarity: float | None = None


@dataclass(frozen=True)
class Parent:
    """What a passage is part of: a paper (text: its 要点 and first section), a term or a figure."""

    id: str
    title: str
    text: str
    url: str


class Index:
    """An opened index. Everything heavy (Chroma, BM25, embedding model, corpus) is loaded at first use; safe for threads."""

    def __init__(self, folder, manifest, provider, reranker=None, expand=None, documents=None, pool=POOL):
        """folder: a built folder; manifest: its Manifest; reranker: see index.rerank; expand: question → more words to look for; documents: the users'
        own. None for none. pool: see POOL. Use `open`."""
        self.folder, self.manifest, self.provider, self.reranker, self.expand = folder, manifest, provider, reranker, expand
        self.documents, self.pool = documents, pool
        self.chunks = read_chunks(folder, manifest)
        self.positions = {c.id: i for i, c in enumerate(self.chunks)}
        self.id_order = np.argsort(np.argsort([c.id for c in self.chunks]))  # equal scores are listed by id
        self.parents = [parent_of(c) for c in self.chunks]
        self.lock = threading.RLock()
        self.parts = {}
        self.near = lru_cache(maxsize=KEPT_SEARCHES)(self.vectors_near)

    @classmethod
    def open(cls, path=None, provider=None):
        """Opens the index in folder `path` (default: see store.default_home), and the users' documents beside it. Raises IndexMissing, IndexMismatch (model, corpus, format, server), IndexBroken."""
        provider = provider or provider_from_settings()
        home = Path(path or default_home())
        folder = current_folder(home)
        manifest = read_manifest(folder)
        if manifest.model != provider.name:
            raise IndexMismatch(f"the index was built with model {manifest.model!r}, not {provider.name!r}; run `python -m index build`, or set the model back")
        if manifest.sources != sources_fingerprint():
            raise IndexMismatch("the corpus or the figures have changed since the index was built; run `python -m index build`")
        if manifest.place != server_url():
            raise IndexMismatch(f"the vectors are kept at {manifest.place or folder}, not at {server_url() or folder}; run `python -m index build`")
        return cls(folder, manifest, provider, reranker_from_settings(), lambda query: own_names().words(query), Documents.open(home.parent, provider))

    @classmethod
    def open_or_build(cls, path=None, provider=None, progress=nothing):
        """Opens the index, building it first where it is missing or out of date; a broken one is not replaced without being asked."""
        provider = provider or provider_from_settings()
        try:
            return cls.open(path, provider)
        except (IndexMissing, IndexMismatch):
            build_index(path, provider, progress=progress, wait=WAIT_FOR_WRITER)
            return cls.open(path, provider)

    def part(self, name, load):
        """A lazily loaded part, loaded once."""
        with self.lock:
            if name not in self.parts:
                self.parts[name] = load()
            return self.parts[name]

    @property
    def collection(self):
        """The Chroma collection."""
        kept = self.manifest
        return self.part("collection", lambda: open_collection(self.folder / "chroma", kept.place, kept.collection, described(kept), kept.count))

    @property
    def lexical(self):
        """The two BM25 fields."""
        return self.part("lexical", lambda: LexicalIndex.load(self.folder, len(self.chunks)))

    @property
    def sources(self):
        """Vectors and words of whole sources, None when each has one passage."""
        return self.part("parents", lambda: Parents.load(self.folder, self.parents))

    @property
    def corpus(self):
        """The corpus the index was built from."""
        return self.part("corpus", load_corpus)

    def warm(self):
        """Loads all that a search needs."""
        self.search("計算資源", k=1)

    def search(self, query, k=8, kinds=None, filters=None, per_parent=PER_PARENT, way="fused", owner=None):
        """Question → up to k passages, best first; the same question always gives the same list.

        kinds: some of SEARCHED, None for all but figure cards. filters: {source_id | year | theme | stance: value or list of values}.
        per_parent: most passages of one parent, None for no limit (a single source_id filter lifts it). way: see index.fusion; users' documents
        are always fused. owner: whose documents are searched too; without one there are none, and to ask for them is an error.
        Raises QueryError, IndexBroken, DocumentsUnavailable.
        """
        query = query_text(query)
        kinds, filters = checked(k, kinds, filters, way, owner)
        found = self.search_texts(query, k, kinds & TEXT_KINDS, filters, per_parent, way)
        without_year = set(filters) <= {"source_id"}  # cards and documents have no year, theme or stance of their own
        if DOCUMENT in kinds and without_year:
            found = joined(query, found, self.search_documents(query, k, filters, owner), self.manifest.spread, k)
        if FIGURE in kinds and without_year:
            found = sorted(found + self.search_figures(query, k, filters), key=lambda p: -p.score)[:k]
        return [replace(p, rank=rank) for rank, p in enumerate(found, 1)]

    def search_texts(self, query, k, kinds, filters, per_parent, way):
        """The passages of a search that come from texts."""
        allowed = self.allowed(kinds, filters)
        if not allowed.any():
            return []
        vector = None if way == "bm25" else self.provider.encode_query(query)
        more = self.expand(query) if self.expand else ()
        found = {} if vector is None else self.near(query, min(max(self.pool, 4 * k), int(allowed.sum())), frozenset(kinds), tuple(sorted(filters.items())))
        signals = self.signals(query, more, found, allowed)
        sources = self.sources if way == "fused" else None
        whole = sources.signals(query, vector, allowed, more) if sources else None
        scores, candidates = scored(way, signals, self.manifest.spread, whole, sources.source_of if sources else None)
        count = max(self.pool, 4 * k)
        order = first_by(scores, candidates & allowed, self.id_order, count)
        if self.reranker and way == "fused":
            order, scores = self.reranked(query, order[:max(RERANKED, 3 * k)], scores)
        limit = None if len(filters.get("source_id", ())) == 1 else per_parent
        chosen = self.spread(order, k, limit)
        if len(chosen) < k and len(order) < candidates.sum():  # too many of one parent among the first
            chosen = self.spread(first_by(scores, candidates & allowed, self.id_order, len(scores)), k, limit)
        return [self.passage(i, scores, signals) for i in chosen]

    def search_figures(self, query, k, filters):
        """The figure cards of a search."""
        found = figures().search(query, k, filters.get("source_id"))
        return [as_passage(chunk, score, {"dense": 0.0, **parts}) for chunk, score, parts in found]

    def search_documents(self, query, k, filters, owner):
        """The owner's own documents of a search."""
        found = self.documents.search(query, owner, k, filters.get("source_id")) if self.documents else []
        nearest = max((p.similarity for p in found), default=None)
        return [Passage(p.id, DOCUMENT, p.title, p.text, p.text, p.document_id, p.locator, "", score=p.score, nearest=nearest, similarity=p.similarity) for p in found]

    def reranked(self, query, order, scores):
        """The first passages in the order of the reranker → (order, scores with its values for these)."""
        judged = self.reranker.scores(query, [self.chunks[i].text for i in order])
        scores = scores.copy()
        scores[order] = judged
        return order[np.lexsort((self.id_order[order], -np.round(judged, 6)))], scores

    @property
    def columns(self):
        """{filter or "kind": its value of every chunk (n,)}."""
        return self.part("columns", lambda: {key: np.array([getattr(c, key) for c in self.chunks], dtype=object) for key in (*FILTERS, "kind")})

    def allowed(self, kinds, filters):
        """Which chunks pass kinds and filters: (n,) bool."""
        wanted = filters if kinds == TEXT_KINDS else {**filters, "kind": kinds}
        passed = np.ones(len(self.chunks), dtype=bool)
        for key, values in wanted.items():
            passed &= np.logical_or.reduce([self.columns[key] == value for value in values] or [np.zeros(len(self.chunks), dtype=bool)])
        return passed

    def vectors_near(self, query, count, kinds, filters):
        """The `count` passages of these kinds and filters whose vectors are nearest → {id: cosine}, not to be changed."""
        return nearest(self.collection, self.provider.encode_query(query), count, chroma_filter(kinds, dict(filters)))

    def signals(self, query, more, found, allowed):
        """What vectors ({id: cosine} of the nearest; none when not asked) and words say of the allowed chunks: Signals over all chunks."""
        cosines = np.full(len(self.chunks), np.nan)
        for key, value in found.items():
            if key not in self.positions:
                raise IndexBroken(f"the vector index holds {key!r}, which the passages do not; run `python -m index build --force`")
            cosines[self.positions[key]] = value
        return Signals(cosines, **{name: np.where(allowed, values, 0.0) for name, values in self.lexical.scores(query, more).items()})

    def spread(self, order, k, per_parent):
        """First k of `order` with at most `per_parent` of each parent (None: no limit) and none that repeats another of its parent."""
        chosen, used = [], {}
        for i in order:
            before = used.setdefault(self.parents[i], [])
            if (per_parent is None or len(before) < per_parent) and not any(alike(self.chunks[i].display, self.chunks[j].display) for j in before):
                before.append(i)
                chosen.append(i)
            if len(chosen) == k:
                break
        return chosen

    def passage(self, i, scores, signals):
        """Chunk number i as Passage."""
        parts = {"dense": near_share(signals.cosines, i), "words": share_of_best(signals.words)[i], "bigrams": share_of_best(signals.bigrams)[i]}
        nearest = None if np.isnan(signals.cosines).all() else round(float(np.nanmax(signals.cosines)), 4)
        similarity = None if np.isnan(signals.cosines[i]) else round(float(signals.cosines[i]), 6)
        return replace(as_passage(self.chunks[i], scores[i], parts), nearest=nearest, similarity=similarity)

    def lookup(self, chunk_id):
        """Chunk by id. Raises KeyError naming it."""
        return self.chunks[self.positions[chunk_id]]

    def papers(self):
        """All PaperSummary, by id."""
        return self.corpus.papers

    def glossary(self):
        """All GlossaryTerm, in file order."""
        return self.corpus.glossary

    def parent(self, passage):
        """What a passage is part of, for context around it."""
        for paper in self.papers():
            if paper.id == passage.source_id:
                text = "\n".join((*(p.text for p in paper.points), paper.sections[0].text))
                return Parent(paper.id, f"{paper.short_ja}『{paper.title_ja}』", text, paper.source_url)
        return Parent(passage.source_id, passage.title, passage.display, passage.url)


def as_passage(chunk, score, parts):
    """Chunk, its score and {"dense", "words", "bigrams"} → Passage without a rank."""
    values = {f.name: getattr(chunk, f.name) for f in fields(Chunk)}
    return Passage(**values, score=round(float(score), 6), parts=MappingProxyType({name: round(float(value), 6) for name, value in parts.items()}))


def near_share(cosines, i):
    """Place of passage i between the last (LEAST) and the best (1) of the nearest; 0 outside them."""
    if np.isnan(cosines[i]):
        return 0.0
    low, high = np.nanmin(cosines), np.nanmax(cosines)
    return max(LEAST, (cosines[i] - low) / (high - low)) if high > low else 1.0


def alike(text, other):
    """Whether two texts say the same in nearly the same words: they share most of their character pairs."""
    left, right = pairs(text), pairs(other)
    return len(left & right) >= ALIKE * len(left | right)


@lru_cache(maxsize=KEPT_PAIRS)
def pairs(text):
    """The different character pairs of a passage."""
    return frozenset(bigrams(text))


def checked(k, kinds, filters, way, owner=None):
    """Arguments of a search → (set of kinds, {filter: tuple of values}). Raises QueryError for unknown ones, and for documents without their owner."""
    if k < 1:
        raise QueryError(f"k is {k}; ask for one passage at least")
    if DOCUMENT in (kinds or ()) and owner is None:
        raise QueryError("users' documents are private; name their owner")
    unknown = sorted(set(kinds or ()) - set(SEARCHED)) + sorted(set(filters or ()) - set(FILTERS)) + sorted({way} - set(WAYS))
    if unknown:
        raise QueryError(f"unknown kind, filter or way: {', '.join(unknown)}; kinds are {', '.join(SEARCHED)}; filters are {', '.join(FILTERS)}")
    many = {key: tuple(v) if isinstance(v, (list, tuple, set, frozenset)) else (v,) for key, v in (filters or {}).items()}
    return frozenset(kinds or (TEXT_KINDS if owner is None else TEXT_KINDS | {DOCUMENT})), many


def chroma_filter(kinds, filters):
    """Chroma `where` for kinds and filters, None when everything is allowed."""
    clauses = [{key: {"$in": list(values)}} for key, values in filters.items()]
    if kinds != TEXT_KINDS:
        clauses.append({"kind": {"$in": sorted(kinds)}})
    return {"$and": clauses} if len(clauses) > 1 else clauses[0] if clauses else None
