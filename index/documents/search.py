"""Search in the passages of one owner: exact cosine and BM25, joined by index.fusion, as in index.search.

A library of documents is small beside the corpus's possible size (a hundred long reports are some 20,000 passages; comparing a
question with all of them takes 3 ms), and its owner's rows only are in memory: nothing of another owner can be found or filtered wrongly.
"""

from dataclasses import dataclass

import numpy as np

from index.documents.models import WHOLE, DocumentPassage
from index.documents.vectors import text_hash, vectors_of
from index.embedding import query_text
from index.fusion import Signals, first_by, scored, spread_of
from index.lexical import LexicalIndex, bigrams, words
from index.normalize import normalize
from index.vectors import unit_rows

PER_DOCUMENT = 4  # passages of one document in a result


def embedded_text(title, heading, text):
    """What is embedded and searched of a passage: it must name what it is about."""
    return f"{title} {heading}\n{text}" if heading and heading != title else f"{title}\n{text}"


def joined_words(text):
    """Words of a passage as stored."""
    return "\n".join(words(text))


def located(label, heading):
    """Where a passage stands: its page, slide or sheet, in a text without pages its heading."""
    return f"見出し「{heading.rpartition('＞')[2].strip()}」" if label == WHOLE and heading else label


@dataclass(frozen=True)
class Searched:
    """Vectors (n, d) of unit length and words of some texts: all passages, or all documents as a whole."""

    vectors: np.ndarray
    lexical: LexicalIndex

    def signals(self, query, vector, allowed):
        """What they say of a question; what is not allowed (n,) counts as not found."""
        found = {name: np.where(allowed, values, 0.0) for name, values in self.lexical.scores(query).items()}
        return Signals(np.where(allowed, self.vectors @ vector, np.nan), **found)


class OwnersPassages:
    """Everything of one owner in memory. state: that of the shelf it was read from."""

    def __init__(self, rows, passages, documents, numbers, state, provider):
        """rows: as the shelf gives them; passages: their Searched; documents: that of the documents they belong to; numbers: each row's document (n,). Use `load`."""
        self.rows, self.passages, self.documents, self.numbers, self.state, self.provider = rows, passages, documents, numbers, state, provider
        self.spread_of_cosines = spread_of(passages.vectors) if rows else 0.0

    @classmethod
    def load(cls, shelf, provider, owner):
        """Reads the owner's passages; those without a vector of this model (another one was set when they were added) are embedded now."""
        state, rows = shelf.passages(owner)
        if not rows:
            return cls([], None, None, None, state, provider)
        texts = {}
        for row in rows:
            texts.setdefault(row["id"], []).append(row["embedded"])
        found = [vectors_of(shelf.vectors(owner, id), provider, of_document, lambda done, total: None) for id, of_document in texts.items()]
        found = {key: vector for vectors in found for key, vector in vectors.items()}
        vectors = unit_rows([found[text_hash(row["embedded"])] for row in rows])
        tokens = {"words": [row["words"].split("\n") for row in rows], "bigrams": [bigrams(row["embedded"]) for row in rows]}
        ids = {}
        numbers = np.array([ids.setdefault(row["id"], len(ids)) for row in rows])
        sums = np.zeros((len(ids), vectors.shape[1]), dtype=np.float32)
        np.add.at(sums, numbers, vectors)
        whole = {name: [[token for row in np.flatnonzero(numbers == n) for token in lists[row]] for n in range(len(ids))] for name, lists in tokens.items()}
        return cls(rows, Searched(vectors, LexicalIndex.of(tokens)), Searched(unit_rows(sums), LexicalIndex.of(whole)), numbers, state, provider)

    def search(self, query, k, document=None):
        """See Documents.search."""
        query = query_text(query)
        wanted = None if document is None else {document} if isinstance(document, str) else set(document)
        allowed = np.array([wanted is None or row["id"] in wanted for row in self.rows])
        if k < 1 or not allowed.any():
            return []
        vector = np.asarray(self.provider.encode_query(query), dtype=np.float32)
        passages = self.passages.signals(query, vector, allowed)
        open_ones = np.isin(np.arange(len(self.documents.vectors)), self.numbers[allowed])
        several = open_ones.sum() > 1  # one document as a whole says nothing of which passage is best
        sources = self.documents.signals(query, vector, open_ones) if several else None
        scores, candidates = scored("fused", passages, self.spread_of_cosines, sources, self.numbers if several else None)
        order = first_by(scores, candidates & allowed, np.arange(len(self.rows)), len(self.rows))
        chosen = self.spread(order, k, None if wanted and len(wanted) == 1 else PER_DOCUMENT)
        return [self.passage(i, scores[i], passages.cosines[i], rank) for rank, i in enumerate(chosen, 1)]

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
