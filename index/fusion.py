"""Joins vectors and words into one score. Numbers only: no text, no files.

A passage's score is   GAIN · (cosine − best cosine) / spread  +  (1 − BIGRAMS) · words / best  +  BIGRAMS · bigrams / best,
and the passage of a longer source gains PARENT times the same score of the source as a whole (mean vector, all its text). The distance to the best
cosine is measured in `spread`, the usual difference between cosines of this model and corpus: so a question that the vectors
answer clearly is decided by them, and one whose cosines lie close together by the words. Chosen on docs/retrieval.md's tuning sets against
reciprocal ranks, min-max, z-scores and shares of the theoretical best of each question. GAIN is the least with which no tuning set falls
below the better of vectors and words; from 0.6 to 1.0 their mean MRR@10 stays within 0.003.
"""

from dataclasses import dataclass

import numpy as np

GAIN = 0.8
BIGRAMS = 0.4
PARENT = 0.5
WAYS = ("fused", "dense", "bm25")
LEAST_SPREAD = 0.005  # vectors that hardly differ must not decide everything
SPREAD_SAMPLE = 400


@dataclass(frozen=True)
class Signals:
    """What one question found among passages or sources, each (n,): cosines (nan: not among the nearest), words and bigrams (BM25, 0: no match)."""

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


def level(signals, spread):
    """Score of each passage (or source), 1 for one that is the best in everything, and the score of one that nothing speaks for."""
    distance = GAIN / max(spread, LEAST_SPREAD) * below_best(signals.cosines)
    return distance + lexical(signals), float(distance.min(initial=0.0))


def fuse(passages, spread, sources=None, source_of=None):
    """Signals of the passages, and of their sources with the number of each passage's source → (n,) in 0..1, 1 for one that is the best in everything."""
    total, low = level(passages, spread)
    high = 1.0
    if sources is not None:
        whole, least = level(sources, spread)
        total, low, high = total + PARENT * whole[source_of], low + PARENT * least, high + PARENT
    return np.clip((total - low) / (high - low), 0.0, 1.0)


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
