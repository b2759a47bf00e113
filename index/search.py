"""`Index`: one ranked list of passages from vectors and words."""

import threading
from dataclasses import dataclass, field, fields
from types import MappingProxyType

import numpy as np

from index.build import build_index, nothing
from index.chunks import KINDS, Chunk
from index.corpus import load_corpus
from index.embedding import provider_from_settings, query_text
from index.errors import IndexBroken, IndexMismatch, IndexMissing, QueryError
from index.lexical import LexicalIndex
from index.store import current_folder, default_home, open_collection, query_collection, read_chunks, read_manifest, sources_fingerprint

POOL = 100  # passages the vector index proposes
# Convex sum of scores normalised per query; measured against reciprocal rank fusion on tests/index/questions.yaml.
WEIGHTS = MappingProxyType({"dense": 0.6, "words": 0.2, "bigrams": 0.2})
LEAST = 1e-4  # dense score of the weakest of the pool: above 0, so that it stays a candidate
WAIT_FOR_WRITER = 600  # seconds for another process that is building the same index
PER_PARENT = 3  # passages of one paper, glossary entry or metric in a result
FILTERS = ("source_id", "year", "theme", "stance")


@dataclass(frozen=True)
class Passage(Chunk):
    """A chunk as found. score: fused, higher is better, comparable within one search only. parts: normalised dense, words, bigrams. rank from 1."""

    score: float = 0.0
    parts: MappingProxyType = field(default_factory=lambda: MappingProxyType({}))
    rank: int = 0


@dataclass(frozen=True)
class Parent:
    """What a passage is part of: a paper (text: its 要点 and first section), a term or a figure."""

    id: str
    title: str
    text: str
    url: str


class Index:
    """An opened index. Everything heavy (Chroma, BM25, embedding model, corpus) is loaded at first use; safe for threads."""

    def __init__(self, folder, manifest, provider):
        """folder: a built folder; manifest: its Manifest. Use `open`."""
        self.folder, self.manifest, self.provider = folder, manifest, provider
        self.chunks = read_chunks(folder, manifest)
        self.positions = {c.id: i for i, c in enumerate(self.chunks)}
        self.id_order = np.argsort(np.argsort([c.id for c in self.chunks]))  # equal scores are listed by id
        self.parents = [c.source_id if c.kind != "glossary" else c.id for c in self.chunks]
        self.lock = threading.RLock()
        self.parts = {}

    @classmethod
    def open(cls, path=None, provider=None):
        """Opens the index in folder `path` (default: see store.default_home). Raises IndexMissing, IndexMismatch (model, corpus, format), IndexBroken."""
        provider = provider or provider_from_settings()
        folder = current_folder(path or default_home())
        manifest = read_manifest(folder)
        if manifest.model != provider.name:
            raise IndexMismatch(f"the index was built with model {manifest.model!r}, not {provider.name!r}; run `python -m index build`, or set the model back")
        if manifest.sources != sources_fingerprint():
            raise IndexMismatch("the corpus or the figures have changed since the index was built; run `python -m index build`")
        return cls(folder, manifest, provider)

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
        return self.part("collection", lambda: open_collection(self.folder, self.manifest))

    @property
    def lexical(self):
        """The two BM25 fields."""
        return self.part("lexical", lambda: LexicalIndex.load(self.folder, len(self.chunks)))

    @property
    def corpus(self):
        """The corpus the index was built from."""
        return self.part("corpus", load_corpus)

    def warm(self):
        """Loads all that a search needs."""
        self.search("計算資源", k=1)

    def search(self, query, k=8, kinds=None, filters=None, per_parent=PER_PARENT):
        """Question → up to k passages, best first; the same question always gives the same list.

        kinds: some of chunks.KINDS, None for all. filters: {source_id | year | theme | stance: value or list of values}.
        per_parent: most passages of one parent, None for no limit (a single source_id filter lifts it). Raises QueryError, IndexBroken.
        """
        query = query_text(query)
        kinds, filters = checked(k, kinds, filters)
        allowed = self.allowed(kinds, filters)
        if not allowed.any():
            return []
        scores = self.normalised_scores(query, allowed, chroma_filter(kinds, filters))
        total = sum(WEIGHTS[name] * values for name, values in scores.items())
        ranked = np.lexsort((self.id_order, -np.round(total, 6)))
        order = ranked[(allowed & (total > 0))[ranked]]
        limit = None if len(filters.get("source_id", ())) == 1 else per_parent
        chosen = spread(order, self.parents, k, limit)
        return [self.passage(i, total, scores, rank) for rank, i in enumerate(chosen, 1)]

    def allowed(self, kinds, filters):
        """Which chunks pass kinds and filters: (n,) bool."""
        wanted = filters if kinds == frozenset(KINDS) else {**filters, "kind": kinds}
        passed = np.ones(len(self.chunks), dtype=bool)
        for key, values in wanted.items():
            passed &= np.fromiter((getattr(c, key) in values for c in self.chunks), dtype=bool, count=len(self.chunks))
        return passed

    def normalised_scores(self, query, allowed, where):
        """{"dense", "words", "bigrams"} → (n,) in 0..1 per query; dense 0 is outside the pool, words 0 is no match."""
        vector = self.provider.encode_query(query)
        found = query_collection(self.collection, vector, min(POOL, int(allowed.sum())), where)
        dense = np.zeros(len(self.chunks))
        low, high = min(found.values()), max(found.values())
        for key, value in found.items():
            if key not in self.positions:
                raise IndexBroken(f"the vector index holds {key!r}, which the passages do not; run `python -m index build --force`")
            dense[self.positions[key]] = max(LEAST, (value - low) / (high - low)) if high > low else 1.0
        scores = {"dense": dense}
        for name, values in self.lexical.scores(query).items():
            values = np.where(allowed, values, 0.0)
            scores[name] = values / values.max() if values.max() > 0 else values
        return scores

    def passage(self, i, total, scores, rank):
        """Chunk number i as Passage."""
        chunk = self.chunks[i]
        parts = MappingProxyType({name: round(float(values[i]), 6) for name, values in scores.items()})
        return Passage(**{f.name: getattr(chunk, f.name) for f in fields(Chunk)}, score=round(float(total[i]), 6), parts=parts, rank=rank)

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


def checked(k, kinds, filters):
    """Arguments of a search → (set of kinds, {filter: tuple of values}). Raises QueryError for unknown ones."""
    if k < 1:
        raise QueryError(f"k is {k}; ask for one passage at least")
    unknown = sorted(set(kinds or ()) - set(KINDS)) + sorted(set(filters or ()) - set(FILTERS))
    if unknown:
        raise QueryError(f"unknown kind or filter: {', '.join(unknown)}; kinds are {', '.join(KINDS)}; filters are {', '.join(FILTERS)}")
    many = {key: tuple(v) if isinstance(v, (list, tuple, set, frozenset)) else (v,) for key, v in (filters or {}).items()}
    return frozenset(kinds or KINDS), many


def chroma_filter(kinds, filters):
    """Chroma `where` for kinds and filters, None when everything is allowed."""
    clauses = [{key: {"$in": list(values)}} for key, values in filters.items()]
    if kinds != frozenset(KINDS):
        clauses.append({"kind": {"$in": sorted(kinds)}})
    return {"$and": clauses} if len(clauses) > 1 else clauses[0] if clauses else None


def spread(order, parents, k, per_parent):
    """First k of `order` with at most `per_parent` of each parent (None: no limit)."""
    chosen, used = [], {}
    for i in order:
        used[parents[i]] = used.get(parents[i], 0) + 1
        if per_parent is None or used[parents[i]] <= per_parent:
            chosen.append(i)
        if len(chosen) == k:
            break
    return chosen
