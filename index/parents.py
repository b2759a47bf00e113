"""Sources as a whole (a paper, a long document): their mean vectors and all their words, so that a passage is judged by its source too."""

from pathlib import Path

import numpy as np

from index.errors import IndexBroken
from index.fusion import Signals
from index.lexical import LexicalIndex

FOLDER, VECTORS = "sources", "vectors.npy"


def numbered(parents):
    """Parent ids of the passages → (distinct ids in order of appearance, number of each passage's parent (n,))."""
    numbers = {}
    return numbers, np.array([numbers.setdefault(parent, len(numbers)) for parent in parents], dtype=np.int32)


def write_parents(folder, parents, texts, vectors):
    """Parents, texts and unit vectors of the passages → <folder>/sources; nothing when every source has one passage (it would say the same twice)."""
    numbers, source_of = numbered(parents)
    if len(numbers) == len(parents):
        return
    place = Path(folder) / FOLDER
    place.mkdir()
    means = np.zeros((len(numbers), vectors.shape[1]), dtype=np.float32)
    np.add.at(means, source_of, vectors)
    np.save(place / VECTORS, means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9))
    joined = [[] for _ in numbers]
    for number, text in zip(source_of, texts):
        joined[number].append(text)
    LexicalIndex.build(["\n".join(part) for part in joined]).save(place)


class Parents:
    """Vectors and words of the sources of one index."""

    def __init__(self, vectors, lexical, source_of):
        """vectors: float32 (sources, d) of unit length; lexical: their LexicalIndex; source_of: (passages,). Use `load`."""
        self.vectors, self.lexical, self.source_of = vectors, lexical, source_of

    @classmethod
    def load(cls, folder, parents):
        """<folder>/sources → Parents; None when every source has one passage. Raises IndexBroken."""
        numbers, source_of = numbered(parents)
        if len(numbers) == len(parents):
            return None
        place = Path(folder) / FOLDER
        try:
            vectors = np.load(place / VECTORS, allow_pickle=False)
        except (OSError, ValueError, EOFError) as error:
            raise IndexBroken(f"{place} cannot be read ({error}); run `python -m index build --force`") from error
        if len(vectors) != len(numbers):
            raise IndexBroken(f"{place} holds {len(vectors)} sources instead of {len(numbers)}; run `python -m index build --force`")
        return cls(vectors, LexicalIndex.load(place, len(numbers)), source_of)

    def signals(self, query, vector, allowed, more=()):
        """Question, its vector, which passages may be found (n,) and more words → Signals of the sources; those without an allowed passage are not compared with."""
        open_ones = np.zeros(len(self.vectors), dtype=bool)
        open_ones[self.source_of[allowed]] = True
        scores = {name: np.where(open_ones, values, 0.0) for name, values in self.lexical.scores(query, more).items()}
        return Signals(np.where(open_ones, self.vectors @ vector, np.nan), **scores)
