"""Lexical search: BM25 over SudachiPy words and, as a second field, over character bigrams. White space would make a Japanese sentence one token."""

import logging
import math
import re
import threading
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from index.errors import IndexBroken
from index.normalize import normalize

SPLIT_MODE = "B"  # middle units; A, B and C differ by less than the noise of the tuning sets (docs/retrieval.md)
DROPPED = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白"})
# 「どの」「何」「する」「ある」 say nothing of what is looked for. Left out of questions only: a passage keeps its length and its phrases.
ASKING = frozenset({"連体詞", "接続詞", "代名詞", "感動詞"})
ASKING_KINDS = frozenset({"非自立可能", "助動詞語幹"})
# Chosen on the tuning sets of docs/retrieval.md: a word that a passage repeats goes on counting longer (k1 2.0) than a pair of characters.
BM25 = MappingProxyType({"words": {"k1": 2.0, "b": 0.6}, "bigrams": {"k1": 1.2, "b": 0.4}})
FIELDS = tuple(BM25)
KEPT_QUERIES = 4  # one question is searched for in several ways; two arrays over all documents each
MORE = 0.5  # weight of a word that the question does not hold itself
WORD_CHARACTERS = re.compile(r"[0-9a-zぁ-んァ-ヴー一-龯々〇]+")
SUDACHI_CHARACTERS = 10_000  # SudachiPy refuses more than 49,149 bytes
SUDACHI_LOCK = threading.Lock()


@lru_cache(maxsize=1)
def bm25s():
    """The BM25 library. Importing it sets its logger to DEBUG, which then shows wherever this process has a log: only its warnings are kept."""
    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    return bm25s


@lru_cache(maxsize=1)
def dictionary():
    """SudachiPy's dictionary (0.2 s, 80 MB), one for all tokenizers."""
    from sudachipy import Dictionary

    return Dictionary(dict="core")


@lru_cache(maxsize=3)
def tokenizer(mode):
    """SudachiPy tokenizer of split mode A, B or C; only for the thread that holds SUDACHI_LOCK: it raises where two use it at once."""
    from sudachipy import SplitMode

    return dictionary().tokenizer(mode=getattr(SplitMode, mode))


def morphemes(text, mode=SPLIT_MODE):
    """Text → (part of speech, finer part of speech, normalised form) of each content word; particles, auxiliaries and signs dropped."""
    found, text = [], normalize(text)
    with SUDACHI_LOCK:
        for start in range(0, len(text), SUDACHI_CHARACTERS):
            for morpheme in tokenizer(mode).tokenize(text[start:start + SUDACHI_CHARACTERS]):
                part = morpheme.part_of_speech()
                if part[0] not in DROPPED:
                    found.append((part[0], part[1], morpheme.normalized_form().lower()))
    return found


def words(text, mode=SPLIT_MODE):
    """Text → normalised content words."""
    return [form for _, _, form in morphemes(text, mode)]


def question_words(text):
    """Question → the words to look for; all its content words when nothing else is left."""
    found = morphemes(text)
    return [form for part, kind, form in found if part not in ASKING and kind not in ASKING_KINDS] or [form for _, _, form in found]


def bigrams(text):
    """Text → character bigrams within runs of letters, digits and kanji; a run of one character stands for itself."""
    return [run[i:i + 2] for run in WORD_CHARACTERS.findall(normalize(text)) for i in range(max(1, len(run) - 1))]


TOKENIZERS = MappingProxyType({"words": words, "bigrams": bigrams})
QUESTION_TOKENIZERS = MappingProxyType({"words": question_words, "bigrams": bigrams})


class LexicalIndex:
    """Both BM25 fields over the same documents; scores are arrays in document order."""

    def __init__(self, fields, size):
        """fields: {name: BM25}; size: number of documents. Use `build` or `load`."""
        self.fields, self.size = fields, size
        self.kept = lru_cache(maxsize=KEPT_QUERIES)(self.scored)

    @classmethod
    def build(cls, texts):
        """Texts → index. Deterministic."""
        return cls.of({name: [tokenize(text) for text in texts] for name, tokenize in TOKENIZERS.items()})

    @classmethod
    def of(cls, tokens):
        """{"words", "bigrams": the token lists of the same texts} → index."""
        fields = {}
        for name, lists in tokens.items():
            fields[name] = bm25s().BM25(method="lucene", **BM25[name])
            fields[name].index(lists, show_progress=False)
        return cls(fields, len(tokens["words"]))

    @classmethod
    def load(cls, folder, size):
        """Folder written by `save` → index of `size` documents. Raises IndexBroken."""
        try:
            fields = {name: bm25s().BM25.load(str(Path(folder) / name), show_progress=False) for name in FIELDS}
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

    def scores(self, query, more=()):
        """Question, and words that say the same otherwise → {"words": (size,), "bigrams": (size,)}, shares of the highest BM25 that the question allows, 0 where nothing matches.

        The arrays are read-only; those of the latest questions are kept.
        """
        return self.kept(query, tuple(more))

    def scored(self, query, more):
        """What `scores` gives, computed."""
        tokens = {name: tokenize(query) for name, tokenize in QUESTION_TOKENIZERS.items()}
        found = {name: self.field_scores(name, listed) for name, listed in tokens.items()}
        if more:
            found["words"] = found["words"] + MORE * self.field_scores("words", more)
        shares = {name: values / self.highest(name, tokens[name]) for name, values in found.items()}
        for values in shares.values():
            values.setflags(write=False)
        return MappingProxyType(shares)

    def highest(self, name, tokens):
        """What no BM25 of these tokens can exceed: the sum of their rarities (idf); one that no document holds counts as the rarest. 1 for no tokens."""
        field = self.fields[name]
        starts = field.scores["indptr"]
        known = [field.vocab_dict.get(token) for token in tokens]
        held = [0 if i is None else int(starts[i + 1] - starts[i]) for i in known]
        return sum(math.log(1 + (self.size - n + 0.5) / (n + 0.5)) for n in held) or 1.0

    def field_scores(self, name, tokens):
        """Tokens → BM25 of one field (size,); unknown tokens count nothing."""
        known = [t for t in tokens if t in self.fields[name].vocab_dict]
        return self.fields[name].get_scores(known) if known else np.zeros(self.size, dtype=np.float32)
