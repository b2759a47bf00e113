"""The shipped vectors of assistant/understand/meaning.py, made anew by the default model."""

import numpy as np

from assistant.understand.meaning import SHIPPED, descriptions
from index.embedding import SentenceTransformerProvider


def run() -> None:
    """Write the file; texts in the order of the lexicon."""
    texts, encode = descriptions(), SentenceTransformerProvider().encode_query
    np.savez(SHIPPED, texts=np.array(texts), vectors=np.stack([encode(text) for text in texts]))
    print(f"{SHIPPED}: {len(texts)}")
