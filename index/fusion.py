"""Joins vectors and words into one score. Numbers only: no text, no files.

A passage's score is   GAIN · (cosine − best cosine) / spread  +  trust · ((1 − BIGRAMS) · words / best  +  BIGRAMS · bigrams / best),
and the passage of a longer source gains PARENT times the same score of the source as a whole (mean vector, all its text). The distance to the best
cosine is measured in `spread`, the usual difference between cosines of this model and corpus: so a question that the vectors
answer clearly is decided by them, and one whose cosines lie close together by the words. `trust` is 1 when the best source (passage, where each
is its own source) holds much of what the question asks for (ENOUGH of the highest BM25 it allows) and falls to 0 with it: a question in quite other words is
left to the vectors.
Chosen on docs/retrieval.md's tuning sets against reciprocal ranks, min-max, z-scores and plain shares of the highest BM25.
"""

from dataclasses import dataclass

import numpy as np

GAIN = 0.6
BIGRAMS = 0.4
ENOUGH = 0.25
PARENT = 0.5
WAYS = ("fused", "dense", "bm25")
LEAST_SPREAD = 0.005  # vectors that hardly differ must not decide everything
SPREAD_SAMPLE = 400


@dataclass(frozen=True)
class Signals:
    """What one question found among passages or sources, each (n,): cosines (nan: not among the nearest), words and bigrams (share of the highest BM25, 0: no match)."""

    cosines: np.ndarray
    words: np.ndarray
    bigrams: np.ndarray

    @property
    def candidates(self):
        """(n,) bool: found by anything."""
        return ~np.isnan(self.cosines) | (self.words > 0) | (self.bigrams > 0)


def share_of_best(values):
    """Scores from 0 → shares of the best one, all 0 when nothing matches."""
    best = values.max(initial=0.0)
    return values / best if best > 0 else values


def below_best(cosines):
    """Cosines → distance to the best, ≤ 0; those not among the nearest count as the last of these. All 0 without any."""
    near = cosines[~np.isnan(cosines)]
    if not len(near):
        return np.zeros(len(cosines))
    return np.where(np.isnan(cosines), near.min(), cosines) - near.max()


def lexical(signals):
    """Words and bigrams as one score in 0..1."""
    return (1 - BIGRAMS) * share_of_best(signals.words) + BIGRAMS * share_of_best(signals.bigrams)


def trust(signals):
    """Weight of the words, 0..1, by the share of the question that the best passage or source holds."""
    held = (1 - BIGRAMS) * signals.words.max(initial=0.0) + BIGRAMS * signals.bigrams.max(initial=0.0)
    return min(1.0, float(held) / ENOUGH)


def level(signals, spread, weight):
    """Score of each passage (or source) with so much weight of the words, and that of one which nothing speaks for."""
    distance = GAIN / max(spread, LEAST_SPREAD) * below_best(signals.cosines)
    return distance + weight * lexical(signals), float(distance.min(initial=0.0))


def fuse(passages, spread, sources=None, source_of=None):
    """Signals of the passages, and of their sources with the number of each passage's source → (n,) in 0..1, 1 for one that is the best in everything."""
    weight = high = trust(passages if sources is None else sources)
    total, low = level(passages, spread, weight)
    if sources is not None:
        whole, least = level(sources, spread, weight)
        total, low, high = total + PARENT * whole[source_of], low + PARENT * least, high + PARENT * weight
    return np.clip((total - low) / max(high - low, 1e-9), 0.0, 1.0)


def scored(way, passages, spread, sources=None, source_of=None):
    """(scores (n,), candidates (n,) bool) of a way: `fused`, or `dense` or `bm25` alone for comparison."""
    if way == "dense":
        near = ~np.isnan(passages.cosines)
        distance = below_best(passages.cosines)
        return 1 - distance / min(distance.min(), -1e-9), near
    if way == "bm25":
        values = lexical(passages)
        return values, values > 0
    return fuse(passages, spread, sources, source_of), passages.candidates


def spread_of(vectors):
    """Unit vectors (n, d) → standard deviation of the cosines between some of them; LEAST_SPREAD for fewer than three."""
    if len(vectors) < 3:
        return LEAST_SPREAD
    some = vectors[np.unique(np.linspace(0, len(vectors) - 1, SPREAD_SAMPLE).astype(int))]
    cosines = (some @ some.T)[np.triu_indices(len(some), 1)]
    return max(float(cosines.std()), LEAST_SPREAD)


def first_by(scores, candidates, tie_order, count):
    """Positions of candidates, best first (equal ones by tie_order), at least the first `count` of them and maybe more."""
    rounded = np.where(candidates, np.round(scores, 6), -np.inf)
    found = np.flatnonzero(candidates)
    if len(found) > count:
        bar = np.partition(rounded, -count)[-count]
        found = np.flatnonzero(rounded >= bar)
    return found[np.lexsort((tie_order[found], -rounded[found]))]
