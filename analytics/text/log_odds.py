"""Which words separate the titles of two groups: log-odds with an informative Dirichlet prior.

Monroe, Colaresi, Quinn (2008), "Fightin' Words", Political Analysis 16(4), equations 16, 22 and 23. With y counts of word w
in the two corpora, n their sums, α the prior counts (shaped as the background corpus, summing to α0):
δ = log((y1 + α) / (n1 + α0 − y1 − α)) − log((y2 + α) / (n2 + α0 − y2 − α)), σ² ≈ 1/(y1 + α) + 1/(y2 + α), z = δ / σ.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analytics.divide.periods import period_key
from analytics.text.titles import SIDES, TitleData
from analytics.text.vocabulary import count_terms

# Prior counts as many as this share of both corpora together: enough to keep rare words from the top (see `agreement`).
PRIOR_SHARE = 0.1
PRIOR_SHARES_TRIED = (0.01, 1.0)
TOP = 20
MIN_PAPERS = 200
MIN_TITLES = 20
PERIODS = (tuple(range(2007, 2012)), tuple(range(2012, 2017)), tuple(range(2017, 2022)), tuple(range(2007, 2022)))


@dataclass(frozen=True)
class LogOdds:
    """Per word, shape (words,): δ in log units (positive: first corpus), its standard deviation, and z."""

    delta: np.ndarray
    error: np.ndarray

    @property
    def z(self) -> np.ndarray:
        return self.delta / self.error


def log_odds(first: np.ndarray, second: np.ndarray, background: np.ndarray, prior: float) -> LogOdds:
    """Compare word counts of two corpora under a prior of `prior` words shaped as `background`; all of shape (words,).

    Raises ValueError when a word is absent from the background: its prior would be zero.
    """
    if (background <= 0).any():
        raise ValueError("every word must occur in the background corpus")
    alpha = prior * background / background.sum()
    logits = []
    for counts in (first, second):
        inside = counts + alpha
        logits.append(np.log(inside) - np.log(counts.sum() + prior - inside))
    return LogOdds(logits[0] - logits[1], np.sqrt(1 / (first + alpha) + 1 / (second + alpha)))


def build_words(data: TitleData, is_ai: np.ndarray) -> dict:
    """Words that separate large firms from universities outside QS 1–50, in titles of AI papers: a plain-JSON record.

    Papers of both sides belong to neither. `is_ai` is a bool per paper. A period with fewer than 200 papers on a side is
    left out.
    """
    periods = []
    for years in PERIODS:
        chosen = data.known & data.counts & is_ai & np.isin(data.year, years)
        first, second = (chosen & data.members[side][0] for side in SIDES)
        only = first & ~second, second & ~first
        if min(part.sum() for part in only) < MIN_PAPERS:
            continue
        periods.append(compare_period(data, years, chosen, only) | {"papers_of_both": int((first & second).sum())})
    return {"area": "ai", "sides": list(SIDES), "min_titles": MIN_TITLES, "prior_share": PRIOR_SHARE, "periods": periods}


def compare_period(data: TitleData, years: tuple[int, ...], chosen: np.ndarray, only: tuple[np.ndarray, np.ndarray]) -> dict:
    """One period: papers of each side, its top words with z, and how far the list depends on the weight of the prior."""
    rows = np.flatnonzero(chosen)
    terms, table = count_terms([data.titles[row] for row in rows], MIN_TITLES)
    first, second = (np.asarray(table[part[rows]].sum(axis=0)).ravel().astype(float) for part in only)
    background = np.asarray(table.sum(axis=0)).ravel().astype(float)
    total = float(first.sum() + second.sum())
    found = log_odds(first, second, background, PRIOR_SHARE * total)
    tops = [distinct(terms, sign * found.z, TOP) for sign in (1, -1)]
    agreement = []
    for share in PRIOR_SHARES_TRIED:
        other = log_odds(first, second, background, share * total).z
        same = [len(set(top) & set(distinct(terms, sign * other, TOP))) for top, sign in zip(tops, (1, -1), strict=True)]
        agreement.append({"prior_share": share, "same": same})
    return {
        "years": period_key(years),
        "papers": [int(part.sum()) for part in only],
        "words": [int(first.sum()), int(second.sum())],
        "prior": round(PRIOR_SHARE * total, 3),
        "agreement": agreement,
        "terms": {
            side: [record(terms, first, second, found, sign, number) for number in top]
            for side, top, sign in zip(SIDES, tops, (1, -1), strict=True)
        },
    }


def record(terms: Sequence[str], first: np.ndarray, second: np.ndarray, found: LogOdds, sign: int, number: int) -> dict:
    """One word; δ and z are positive for the side that uses it more. Rounded so that a rebuild gives the same bytes."""
    return {
        "term": terms[number],
        "titles": [int(first[number]), int(second[number])],
        "delta": round(float(sign * found.delta[number]), 6),
        "error": round(float(found.error[number]), 6),
        "z": round(float(sign * found.z[number]), 4),
    }


def distinct(terms: Sequence[str], scores: np.ndarray, top: int) -> list[int]:
    """Positions of the highest positive scores; a term whose words are part of a chosen one (or hold one) says nothing new."""
    chosen: list[int] = []
    for number in np.lexsort((np.asarray(terms), -scores)):
        if len(chosen) == top or scores[number] <= 0:
            break
        words = set(terms[number].split())
        if not any(words <= set(terms[other].split()) or words >= set(terms[other].split()) for other in chosen):
            chosen.append(int(number))
    return chosen


