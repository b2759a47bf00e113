"""Lexical search: BM25 over SudachiPy words and, as a second field, over character bigrams. White space would make a Japanese sentence one token."""

import re
import threading
from functools import lru_cache
from pathlib import Path

import numpy as np

from index.errors import IndexBroken
from index.normalize import normalize

SPLIT_MODE = "B"  # middle units; with the weights of index.search the best of A, B, C on the tuning half of tests/index/questions.yaml
DROPPED = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白"})
FIELDS = ("words", "bigrams")
WORD_CHARACTERS = re.compile(r"[0-9a-zぁ-んァ-ヴー一-龯々〇]+")
SUDACHI_CHARACTERS = 10_000  # SudachiPy refuses more than 49,149 bytes
SUDACHI_LOCK = threading.Lock()


@lru_cache(maxsize=3)
def tokenizer(mode):
    """SudachiPy tokenizer of split mode A, B or C (0.2 s, 100 MB); not safe for threads at once."""
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="core").tokenizer(mode=getattr(SplitMode, mode))


def words(text, mode=SPLIT_MODE):
    """Text → normalised content words; particles, auxiliaries and signs dropped."""
    found, text = [], normalize(text)
    with SUDACHI_LOCK:
        for start in range(0, len(text), SUDACHI_CHARACTERS):
            for morpheme in tokenizer(mode).tokenize(text[start:start + SUDACHI_CHARACTERS]):
                if morpheme.part_of_speech()[0] not in DROPPED:
                    found.append(morpheme.normalized_form().lower())
    return found


def bigrams(text):
    """Text → character bigrams within runs of letters, digits and kanji; a run of one character stands for itself."""
    return [run[i:i + 2] for run in WORD_CHARACTERS.findall(normalize(text)) for i in range(max(1, len(run) - 1))]


TOKENIZERS = {"words": words, "bigrams": bigrams}


class LexicalIndex:
    """Both BM25 fields over the same documents; scores are arrays in document order."""

    def __init__(self, fields, size):
        """fields: {name: BM25}; size: number of documents. Use `build` or `load`."""
        self.fields, self.size = fields, size

    @classmethod
    def build(cls, texts):
        """Texts → index. Deterministic."""
        import bm25s

        fields = {}
        for name, tokenize in TOKENIZERS.items():
            fields[name] = bm25s.BM25(method="lucene")
            fields[name].index([tokenize(text) for text in texts], show_progress=False)
        return cls(fields, len(texts))

    @classmethod
    def load(cls, folder, size):
        """Folder written by `save` → index of `size` documents. Raises IndexBroken."""
        import bm25s

        try:
            fields = {name: bm25s.BM25.load(str(Path(folder) / name), show_progress=False) for name in FIELDS}
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise IndexBroken(f"{folder} cannot be read ({error}); run `python -m index build --force`") from error
        counts = {field.scores["num_docs"] for field in fields.values()}
        if counts != {size}:
            raise IndexBroken(f"{folder} holds {sorted(counts)} documents instead of {size}; run `python -m index build --force`")
        return cls(fields, size)

    def save(self, folder):
        """Writes both fields below `folder`."""
        for name, field in self.fields.items():
            field.save(str(Path(folder) / name), show_progress=False)

    def scores(self, query):
        """Question → {"words": (size,), "bigrams": (size,)}, float32, 0 where nothing matches."""
        found = {}
        for name, tokenize in TOKENIZERS.items():
            known = [t for t in tokenize(query) if t in self.fields[name].vocab_dict]
            found[name] = self.fields[name].get_scores(known) if known else np.zeros(self.size, dtype=np.float32)
        return found
