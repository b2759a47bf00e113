"""What kind of question it is, which metric and statistic it asks for, as a linear model learned from labelled questions sees it.

The lexicon's rules read what they know exactly; this reads the rest of a question too (how it is put, words nobody listed) and says how sure
it is. The weights stand in learned.npz; `python -m bench learn` makes them from the question files of tests/questions.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.understand.traits import Traits, grams

FILE = Path(__file__).with_name("learned.npz")
HEADS = ("route", "metric", "statistic")
DATA, NOT_HELD = "data", "none"
CERTAIN = 0.95  # probability of asking for a held figure against which few words weigh
FOUND_WEIGHT, MEANING_WEIGHT = 0.4, 3.0  # against n-grams of length 1 in all


@dataclass(frozen=True)
class Opinion:
    """`route`: data, none (not held) or the intent of a question that asks for no figure; `metric` and `statistic` as in Subject and Question, where
    `fractional` is a statistic too. Each with its probability (0..1); `data` is that of asking for a figure that we hold."""

    route: str
    route_sure: float
    metric: str
    metric_sure: float
    statistic: str
    statistic_sure: float
    data: float
    held: float


class Features:
    """Traits and the vector of a text → one row: n-grams (tf·idf, length 1), lexicon entries, and the meaning."""

    def __init__(self, vocabulary: Iterable[str], weights: np.ndarray, entries: Iterable[str], mean: np.ndarray):
        """weights: idf of every n-gram of `vocabulary`. mean: what the vectors of all questions share."""
        self.columns, self.weights = {gram: at for at, gram in enumerate(vocabulary)}, weights
        self.entries = {name: at for at, name in enumerate(entries)}
        self.mean = mean

    def row(self, traits: Traits, vector: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(columns, values) of the row that are not 0."""
        counts = Counter(gram for gram in grams(traits.masked) if gram in self.columns)
        at = np.array([self.columns[gram] for gram in counts], dtype=np.int64)
        values = (1 + np.log(np.array(list(counts.values()), dtype=float))) * self.weights[at]
        length = np.linalg.norm(values) or 1.0
        entries = [len(self.columns) + self.entries[name] for name in traits.found if name in self.entries]
        start = len(self.columns) + len(self.entries)
        columns = np.concatenate([at, np.array(entries, dtype=np.int64), np.arange(start, start + len(self.mean))])
        return columns, np.concatenate([values / length, np.full(len(entries), FOUND_WEIGHT), MEANING_WEIGHT * (vector - self.mean)])


class Opinions:
    """The learned weights, read at first need. Safe to share between threads."""

    def __init__(self, encode: Callable[[str], np.ndarray], file: Path = FILE):
        self.encode, self.file = encode, file
        self.lock, self.features, self.heads = threading.Lock(), None, {}

    def warm(self) -> None:
        with self.lock:
            if self.features is None:
                with np.load(self.file, allow_pickle=False) as kept:
                    self.heads = {head: (kept[f"{head}_names"].tolist(), kept[f"{head}_weights"].astype(np.float32), kept[f"{head}_bias"]) for head in HEADS}
                    self.features = Features(kept["vocabulary"].tolist(), kept["idf"].astype(float), kept["entries"].tolist(), kept["mean"].astype(float))

    def glance(self, traits: Traits) -> tuple[str, float]:
        """The metric by the words alone, as if the text meant what questions mean on average, and its probability: without the cost of an embedding."""
        self.warm()
        columns, values = self.features.row(traits, self.features.mean)
        names, weights, bias = self.heads["metric"]
        chances = chances_of(weights[:, columns] @ values + bias)
        return names[int(chances.argmax())], float(chances.max())

    def of(self, traits: Traits, text: str) -> Opinion:
        """The opinion on a question; `text` as it was typed, for its meaning."""
        self.warm()
        columns, values = self.features.row(traits, self.encode(text))
        chances = {head: chances_of(weights[:, columns] @ values + bias) for head, (_, weights, bias) in self.heads.items()}
        best = {head: (self.heads[head][0][int(found.argmax())], float(found.max())) for head, found in chances.items()}
        routes = dict(zip(self.heads["route"][0], map(float, chances["route"]), strict=True))
        return Opinion(*best["route"], *best["metric"], *best["statistic"], data=routes[DATA], held=1 - routes[NOT_HELD])


def chances_of(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max())
    return raised / raised.sum()
