"""The corpus's passages and those of the asker's own documents as one list.

Each list is fused within its own search, so their scores cannot be compared. Both are therefore scored anew as one small collection, by the same
fusion; each list keeps its own order, and the new scores decide which of the two goes on.
"""

from dataclasses import replace

import numpy as np

from index.fusion import Signals, fuse
from index.lexical import LexicalIndex


def joined(query, ours, theirs, spread, k):
    """Two lists of Passage, best first → the first k of both, each scored by the best of what follows it in its list. spread: see index.fusion."""
    if not ours or not theirs:
        return (ours or theirs)[:k]
    pool = [*ours, *theirs]
    cosines = np.array([np.nan if p.similarity is None else p.similarity for p in pool])
    scores = fuse(Signals(cosines, **LexicalIndex.build([f"{p.title} {p.text}" for p in pool]).scores(query)), spread)
    scores = np.concatenate([np.maximum.accumulate(part[::-1])[::-1] for part in (scores[:len(ours)], scores[len(ours):])])
    order = np.lexsort((np.arange(len(pool)), -np.round(scores, 6)))[:k]
    return [replace(pool[i], score=round(float(scores[i]), 6)) for i in order]
