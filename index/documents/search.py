"""Search in the passages of one owner: exact cosine and BM25 over words and character bigrams, as in index.search.

A library of documents is small beside the corpus's possible size (a hundred long reports are some 20,000 passages; comparing a
question with all of them takes 3 ms), and its owner's rows only are in memory: nothing of another owner can be found or filtered wrongly.
"""

from types import MappingProxyType

import numpy as np

from index.documents.models import WHOLE, DocumentPassage
from index.documents.storage import change_count
from index.documents.vectors import text_hash, vectors_of
from index.embedding import query_text
from index.lexical import bigrams, words
from index.normalize import normalize
from index.vectors import unit_rows

WEIGHTS = MappingProxyType({"dense": 0.6, "words": 0.2, "bigrams": 0.2})
POOL = 100  # passages whose cosine counts
PER_DOCUMENT = 4  # passages of one document in a result
QUERY = """
SELECT d.id, d.name, d.title, p.position, p.page, p.locator, p.heading, p.text, p.embedded, p.words
FROM passages p JOIN documents d ON d.id = p.document WHERE d.owner = ? ORDER BY d.number, p.position
"""


def embedded_text(title, heading, text):
    """What is embedded and searched of a passage: it must name what it is about."""
    return f"{title} {heading}\n{text}" if heading and heading != title else f"{title}\n{text}"


def joined_words(text):
    """Words of a passage as stored."""
    return "\n".join(words(text))


def located(label, heading):
    """Where a passage stands: its page, slide or sheet, in a text without pages its heading."""
    return f"見出し「{heading.rpartition('＞')[2].strip()}」" if label == WHOLE and heading else label


class OwnersPassages:
    """Everything of one owner in memory. changes: state of the file it was read from."""

    def __init__(self, rows, matrix, fields, changes, provider):
        """rows: as QUERY gives them; matrix: float32 (n, d) of unit length; fields: {name: BM25}. Use `load`."""
        self.rows, self.matrix, self.fields, self.changes, self.provider = rows, matrix, fields, changes, provider

    @classmethod
    def load(cls, storage, provider, owner):
        """Reads the owner's passages; those without a vector of this model (another one was set when they were added) are embedded now."""
        with storage.reading() as connection:
            connection.execute("BEGIN")  # rows and count of the same moment
            changes = change_count(connection, owner)
            rows = connection.execute(QUERY, (owner,)).fetchall()
        if not rows:
            return cls([], None, {}, changes, provider)
        found = vectors_of(storage, provider, [row["embedded"] for row in rows], lambda done, total: None)
        matrix = unit_rows([found[text_hash(row["embedded"])] for row in rows])
        return cls(rows, matrix, lexical_fields(rows), changes, provider)

    def search(self, query, k, document=None):
        """See Documents.search."""
        query = query_text(query)
        allowed = np.array([document is None or row["id"] == document for row in self.rows])
        if k < 1 or not allowed.any():
            return []
        cosines = self.matrix @ np.asarray(self.provider.encode_query(query), dtype=np.float32)
        scores = {"dense": pooled(np.where(allowed, cosines, -np.inf))}
        for name, tokens in (("words", words(query)), ("bigrams", bigrams(query))):
            field = self.fields[name]
            known = [token for token in tokens if token in field.vocab_dict]
            values = np.where(allowed, field.get_scores(known), 0.0) if known else np.zeros(len(self.rows))
            scores[name] = values / values.max() if values.max() > 0 else values
        total = sum(WEIGHTS[name] * values for name, values in scores.items())
        order = [i for i in np.lexsort((np.arange(len(self.rows)), -np.round(total, 6))) if allowed[i] and total[i] > 0]
        chosen = self.spread(order, k, None if document else PER_DOCUMENT)
        return [self.passage(i, total[i], cosines[i], rank) for rank, i in enumerate(chosen, 1)]

    def spread(self, order, k, limit):
        """First k with at most `limit` of one document, and none that says the same as one before (two versions of a file)."""
        chosen, used, seen = [], {}, set()
        for i in order:
            row = self.rows[i]
            said = normalize(row["text"])
            if said in seen or limit is not None and used.get(row["id"], 0) >= limit:
                continue
            seen.add(said)
            used[row["id"]] = used.get(row["id"], 0) + 1
            chosen.append(i)
            if len(chosen) == k:
                break
        return chosen

    def passage(self, i, score, cosine, rank):
        """Row number i as found."""
        row = self.rows[i]
        return DocumentPassage(
            f"{row['id']}#{row['position']}", row["id"], row["name"], row["title"], row["page"], located(row["locator"], row["heading"]), row["heading"], row["text"],
            round(float(score), 6), round(float(cosine), 6), rank,
        )  # fmt: skip


def lexical_fields(rows):
    """BM25 over the stored words and over the bigrams."""
    import bm25s

    fields = {}
    for name, tokens in (("words", [row["words"].split("\n") for row in rows]), ("bigrams", [bigrams(row["embedded"]) for row in rows])):
        fields[name] = bm25s.BM25(method="lucene")
        fields[name].index(tokens, show_progress=False)
    return fields


def pooled(cosines):
    """Cosines → 0..1 within the nearest POOL, 0 outside it."""
    finite = np.isfinite(cosines)
    nearest = np.argsort(-cosines, kind="stable")[:min(POOL, int(finite.sum()))]
    values, low, high = np.zeros(len(cosines)), cosines[nearest[-1]], cosines[nearest[0]]
    values[nearest] = np.maximum(1e-4, (cosines[nearest] - low) / (high - low)) if high > low else 1.0
    return values
