"""A second look at the best passages by a cross-encoder, when RASHINBAN_RERANKER names one. Without the setting nothing is loaded or reordered."""

import os
import threading
from typing import Protocol

import numpy as np

from index.embedding import quieten
from index.errors import RerankerUnavailable

RERANKER_VARIABLE = "RASHINBAN_RERANKER"
POOL = 30  # passages looked at again: a cross-encoder reads each of them together with the question


class Reranker(Protocol):
    """What a search asks of a reranking model."""

    def scores(self, query: str, texts: list[str]) -> np.ndarray:
        """Question and passages → (len(texts),), 0..1, higher answers better."""


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder by name or folder, loaded at first use from this machine only. Safe for threads."""

    def __init__(self, name):
        """name: as in RASHINBAN_RERANKER."""
        self.name, self.loaded, self.lock = name, None, threading.Lock()

    def model(self):
        """The model. Raises RerankerUnavailable."""
        with self.lock:
            if self.loaded is None:
                self.loaded = load_cross_encoder(self.name)
        return self.loaded

    def scores(self, query, texts):
        """See Reranker."""
        from torch.nn import Sigmoid

        found = self.model().predict([(query, text) for text in texts], activation_fn=Sigmoid(), show_progress_bar=False)
        return np.asarray(found, dtype=np.float64).reshape(len(texts))


def load_cross_encoder(name):
    """CrossEncoder with one output. Raises RerankerUnavailable."""
    quieten()
    try:
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(name, device="cpu", local_files_only=True)
    except (ImportError, OSError, ValueError) as error:
        raise RerankerUnavailable(f"reranker {name!r} cannot be loaded: {error}; mend {RERANKER_VARIABLE} or leave it out") from error
    if model.num_labels != 1:
        raise RerankerUnavailable(f"reranker {name!r} gives {model.num_labels} values for a passage instead of one; choose a model for ranking")
    return model


def reranker_from_settings():
    """The reranker that the environment asks for, None without the setting."""
    name = os.environ.get(RERANKER_VARIABLE)
    return CrossEncoderReranker(name) if name else None
