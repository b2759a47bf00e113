"""Normalised titles → counts of words and word pairs, for the comparisons that learn their words from the titles."""

import re
from collections.abc import Sequence

import numpy as np
from scipy import sparse

# Words of grammar and of announcing a paper: they would lead every list without saying what a paper is about.
STOP_WORDS = frozenset(
    "a about across after all an and any are as at be been before between beyond both by can do does for from has have how if in "
    "into is it its more most new no non not novel of on one or our out over s some such t than that the their them then there "
    "these this those through to toward towards two under up upon use used using via vs was we what when where which while who "
    "why with within without you your approach approaches method methods study based improved improving improve efficient "
    "effective fast better simple paper case re multi extended abstract student".split()
)
PLURAL = re.compile(r"(?<=..[^suiy])s$")
KEEP_PLURAL = frozenset({"news", "analysis", "series", "bayes", "always", "lens", "does", "texas"})


def words_of(title: str) -> list[str]:
    """Words of a normalised title in order; stop words, numbers and single letters become "", which no pair reaches across."""
    return ["" if word in STOP_WORDS or word.isdigit() or len(word) == 1 else word for word in title.split()]


def singular_forms(words: set[str]) -> dict[str, str]:
    """Plural → singular for the words that occur in both forms (`networks`, `network`), so that each counts once."""
    found = {}
    for word in sorted(words - KEEP_PLURAL):
        single = PLURAL.sub("", word)
        if single != word and single in words and not word.endswith("ics"):
            found[word] = single
    return found


def count_terms(titles: Sequence[str], min_titles: int) -> tuple[list[str], sparse.csr_matrix]:
    """Words and pairs of neighbouring words that at least `min_titles` titles hold, in alphabetical order, and the matrix
    (titles, terms) of 0 and 1: a term counts once a title."""
    split = [words_of(title) for title in titles]
    singles = singular_forms({word for words in split for word in words if word})
    split = [[singles.get(word, word) for word in words] for words in split]
    numbers: dict[str, int] = {}
    rows, columns = [], []
    for row, words in enumerate(split):
        pairs = [f"{left} {right}" for left, right in zip(words, words[1:], strict=False) if left and right]
        for term in dict.fromkeys([word for word in words if word] + pairs):
            rows.append(row)
            columns.append(numbers.setdefault(term, len(numbers)))
    table = sparse.csr_matrix((np.ones(len(rows), dtype=np.int32), (rows, columns)), shape=(len(titles), len(numbers)))
    often = np.flatnonzero(np.asarray(table.sum(axis=0)).ravel() >= min_titles)
    names = np.array(list(numbers), dtype=object)[often] if len(often) else np.array([], dtype=object)
    order = np.argsort(names, kind="stable")
    return names[order].tolist(), table[:, often[order]].tocsr()
