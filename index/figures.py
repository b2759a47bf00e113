"""Figure cards: what the project can compute, found by words. They are so alike (one metric in many places and years) that vectors only blur them,
and so many that they would crowd every other list: so they have an index of their own, made at first use and never written."""

from functools import lru_cache

import numpy as np

from index.chunks import Chunk
from index.fusion import Signals, first_by, lexical
from index.lexical import LexicalIndex


def figure_chunks():
    """All figure cards of `analytics` as chunks; source_id is the metric. Words only, no values."""
    from analytics.divide.catalogue import figure_cards

    return tuple(Chunk(f"figure#{card.id}", "figure", card.label_ja, card.text, card.text, card.id.split(".")[0], "図表の数値", "") for card in figure_cards())


class Figures:
    """The cards and their words."""

    def __init__(self, chunks):
        """chunks: see figure_chunks."""
        self.chunks = chunks
        self.lexical = LexicalIndex.build([c.text for c in chunks])
        self.order = np.argsort(np.argsort([c.id for c in chunks]))

    def search(self, query, k, sources=None):
        """Question → [(chunk, score in 0..1, {"words", "bigrams"})], best first; nothing for a question that shares no word. sources: metrics, None for all."""
        found = {name: values.astype(float) for name, values in self.lexical.scores(query).items()}
        if sources is not None:
            allowed = np.array([c.source_id in sources for c in self.chunks])
            found = {name: np.where(allowed, values, 0.0) for name, values in found.items()}
        signals = Signals(np.full(len(self.chunks), np.nan), **found)
        scores = lexical(signals)
        order = first_by(scores, (signals.words > 0) & (scores > 0), self.order, k)[:k]
        return [(self.chunks[i], float(scores[i]), {name: float(values[i] / max(values.max(), 1e-9)) for name, values in found.items()}) for i in order]


@lru_cache(maxsize=1)
def figures():
    """The cards of this version of the data, made once a process (a second or two)."""
    return Figures(figure_chunks())
