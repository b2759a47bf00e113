"""The documented word lists, and which titles hold one of their terms."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml

from analytics.errors import SourceError

LEXICON = Path(__file__).with_name("lexicon.yaml")
NO_WORD = re.compile(r"[\W_]+")
TERM_KEYS = {"term", "why", "unless_next", "evidence"}


@dataclass(frozen=True)
class Term:
    """Words counted together; `unless_next` holds the following words with which they mean something else."""

    words: str
    why: str
    unless_next: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """A named list of terms."""

    name: str
    label_ja: str
    terms: tuple[Term, ...]


def load_lexicons(path: Path = LEXICON) -> dict[str, Lexicon]:
    """Name → lexicon. Raises SourceError for an unknown key, a repeated term, a term without its reason or not normalised."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: read_lexicon(name, record, path.name) for name, record in content["lexicons"].items()}


@lru_cache(maxsize=1)
def shipped_lexicons() -> dict[str, Lexicon]:
    return load_lexicons()


def read_lexicon(name: str, record: dict, file: str) -> Lexicon:
    terms = []
    for entry in record["terms"]:
        foreign = set(entry) - TERM_KEYS
        if foreign or not entry.get("term") or not entry.get("why"):
            raise SourceError(f"{file}: {name}: {entry} needs term and why, and knows only {sorted(TERM_KEYS)}")
        for words in (entry["term"], *entry.get("unless_next", ())):
            if words.rstrip("*") != normalise(words):
                raise SourceError(f"{file}: {name}: {words!r} can never match: write it as titles are normalised")
        terms.append(Term(entry["term"], entry["why"], tuple(entry.get("unless_next", ()))))
    known = [term.words for term in terms]
    repeated = {words for words in known if known.count(words) > 1}
    both = set(known) & {entry["term"] for entry in record.get("left_out", ())}
    if repeated or both:
        raise SourceError(f"{file}: {name}: {sorted(repeated | both)} are listed twice")
    return Lexicon(name, record["label_ja"], tuple(terms))


def normalise(title: str) -> str:
    """NFKC, lower case, everything but letters and digits one space: `Pre-Training GPUs!` → `pre training gpus`."""
    composed = title if title.isascii() else unicodedata.normalize("NFKC", title)
    return NO_WORD.sub(" ", composed.lower()).strip()


def compile_lexicon(lexicon: Lexicon) -> re.Pattern:
    """One expression for normalised titles. Words are separated by single spaces, so that a boundary is a space or an end."""
    return re.compile(rf"(?<!\S)(?:{'|'.join(expression(term) for term in lexicon.terms)})")


def expression(term: Term) -> str:
    unless = f"(?! (?:{'|'.join(map(with_ending, term.unless_next))}))" if term.unless_next else ""
    return with_ending(term.words) + unless


def with_ending(words: str) -> str:
    """`gpu` → gpu or gpus; `pre train*` → any ending of the last word; then the word must be over."""
    if words.endswith("*"):
        return re.escape(words[:-1]) + r"\S*"
    return re.escape(words) + r"s?(?!\S)"


def holds_term(titles: Sequence[str], lexicon: Lexicon) -> np.ndarray:
    """Bool per normalised title: holds at least one term."""
    found = compile_lexicon(lexicon).search
    return np.fromiter((found(title) is not None for title in titles), dtype=bool, count=len(titles))
