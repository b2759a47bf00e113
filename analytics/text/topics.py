"""What AI papers are about: topics learned from the titles, and their shares in each group's papers.

Non-negative matrix factorisation (Lee & Seung 1999; scikit-learn) of the TF-IDF weights of title words and word pairs. A paper
belongs to the topic with the largest weight; titles without any word of the vocabulary belong to none and stay in the
denominator. Topics are named by their three heaviest words.
"""

import numpy as np
from scipy import sparse

from analytics.divide.periods import AFTER, BEFORE, period_key
from analytics.divide.uncertainty import percentile_interval, share_draws, venue_weights
from analytics.text.log_odds import distinct
from analytics.text.titles import KNOWN, TitleData
from analytics.text.vocabulary import count_terms

TOPICS = 20
SEED = 2012
MIN_PAPERS = 2000
MIN_TITLES = 100
MAX_ITERATIONS = 200
NAME_WORDS, SHOWN_WORDS = 3, 10
GROUPS = (KNOWN, "firm", "big_tech", "university", "tier_1-50", "non_elite", "government", "japan")
PERIODS = (BEFORE, tuple(range(2012, 2017)), tuple(range(2017, 2022)))


def build_topics(data: TitleData, is_ai: np.ndarray) -> dict:
    """Topics of the AI papers of the main window and each group's shares by period: a plain-JSON record.

    `is_ai` is a bool per paper. Fewer than 2,000 papers give no topics: the record then says so by an empty list.
    """
    chosen = data.known & data.counts & is_ai & np.isin(data.year, BEFORE + AFTER)
    rows = np.flatnonzero(chosen)
    record = {"area": "ai", "seed": SEED, "min_titles": MIN_TITLES, "papers": len(rows), "topics": [], "shares": []}
    if len(rows) < MIN_PAPERS:
        return record
    terms, table = count_terms([data.titles[row] for row in rows], MIN_TITLES)
    weights, loadings = factorise(tf_idf(table), TOPICS)
    topic = np.where(weights.max(axis=1) > 0, weights.argmax(axis=1), -1)
    names = [[terms[number] for number in distinct(terms, row, SHOWN_WORDS)] for row in loadings]
    shares = [
        share
        for years in PERIODS
        for group in GROUPS
        for share in group_shares(data, rows[np.isin(data.year[rows], years)], topic[np.isin(data.year[rows], years)], years, group)
    ]
    ids = ["_".join(words[:NAME_WORDS]).replace(" ", "-") for words in names]
    order = np.argsort(-np.bincount(topic[topic >= 0], minlength=TOPICS), kind="stable")
    described = [{"id": ids[number], "terms": names[number], "papers": int((topic == number).sum())} for number in order]
    without = int((topic < 0).sum())
    return record | {
        "papers_without_topic": without,
        "topics": described,
        "shares": [share | {"topic": ids[share["topic"]]} for share in shares],
    }


def tf_idf(table: sparse.csr_matrix) -> sparse.csr_matrix:
    """(titles, terms) of 0 and 1 → smoothed idf weights (as scikit-learn's TfidfTransformer), each title of length 1."""
    titles = table.shape[0]
    weighted = (table @ sparse.diags(np.log((1 + titles) / (1 + np.asarray(table.sum(axis=0)).ravel())) + 1)).tocsr()
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.where(length > 0, length, 1)) @ weighted).tocsr()


def factorise(table: sparse.csr_matrix, topics: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights (titles, topics) and loadings (topics, terms), both ≥ 0. Seeded; one thread, so that sums keep their order."""
    from sklearn.decomposition import NMF  # takes a second to import, and only the build needs it
    from threadpoolctl import threadpool_limits

    model = NMF(topics, init="nndsvd", tol=1e-3, max_iter=MAX_ITERATIONS, random_state=SEED)
    with threadpool_limits(limits=1):
        weights = model.fit_transform(table)
    # A topic's scale is arbitrary between the two factors: compare titles by how much of the title each topic explains.
    scale = np.linalg.norm(model.components_, axis=1)
    return weights * scale, model.components_ / np.where(scale > 0, scale, 1)[:, None]


def group_shares(data: TitleData, rows: np.ndarray, topic: np.ndarray, years: tuple[int, ...], group: str) -> list[dict]:
    """Papers of each topic among the group's (`rows` of one period), and the share's venue-clustered bootstrap interval in %.

    A group without papers in the period has no shares.
    """
    member = np.ones(len(rows), dtype=bool) if group == KNOWN else data.members[group][0][rows]
    if not member.any():
        return []
    venue, keys = np.unique(data.venue[rows].astype(str), return_inverse=True)
    papers = np.bincount(keys[member], minlength=len(venue)).astype(float)
    draws = venue_weights(len(venue))
    found = []
    for number in range(TOPICS):
        inside = np.bincount(keys[member & (topic == number)], minlength=len(venue)).astype(float)
        low, high = percentile_interval(share_draws(inside, papers, draws))
        found.append(
            {
                "topic": number, "group": group, "years": period_key(years), "papers": int(inside.sum()), "of": int(papers.sum()),
                "low": round(low, 6), "high": round(high, 6),
            }
        )  # fmt: skip
    return found
