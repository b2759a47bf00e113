"""How much of what a question asks about a text holds: the same measure for the user's documents and for our corpus.

Fused scores are relative to one search and cosines lie close together, so neither can compare two libraries. Shared words can: a
noun that our corpus rarely or never uses weighs most, one that it uses everywhere (企業, 研究) little.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import prompts
from index.lexical import SPLIT_MODE, SUDACHI_LOCK, bigrams, tokenizer
from index.normalize import normalize

GENERIC = 0.2  # weight of a noun that says how something is asked (課題, 結果)
NEAR = 0.5  # credit for a text that holds half of a word's character pairs or more (売上高 / 売上)
NUMBERED = re.compile(r"第?[0-9]+(?:年度?|期|月|章|条|回|号|四半期|事業部|工場)")
NOUNS = ("普通名詞", "固有名詞")


@dataclass(frozen=True)
class Asked:
    """A noun of a question in the search form, and its weight. must: a year, term or other numbered thing, which no other may stand for."""

    text: str
    weight: float
    must: bool = False


def asked(question: str, count: Callable[[str], int]) -> tuple[Asked, ...]:
    """Nouns and numbered things of a question. count: how many passages of our corpus hold a word."""
    text, found = normalize(question), {}
    numbered = [(match.start(), match.end()) for match in NUMBERED.finditer(text)]
    idle = generic()
    with SUDACHI_LOCK:
        read = [(m.begin(), m.end(), m.surface(), m.normalized_form().lower(), m.part_of_speech()) for m in tokenizer(SPLIT_MODE).tokenize(text)]
    for start, end, surface, form, part in read:
        if part[0] == "名詞" and part[1] in NOUNS and not any(low <= start and end <= high for low, high in numbered):
            plain = bool({surface, form} & idle)
            found[surface] = GENERIC if plain else 1 / (1 + math.log1p(count(form)))
    plain = tuple(Asked(word, weight) for word, weight in found.items())
    return plain + tuple(Asked(word, 1.0, must=True) for word in dict.fromkeys(text[start:end] for start, end in numbered))


def generic() -> frozenset[str]:
    """Nouns that carry no topic."""
    words = prompts.lexicon("answerable")
    return frozenset(words["generic"]) | frozenset(words["english"])


def covered(words: tuple[Asked, ...], text: str) -> float:
    """Share 0..1 of the weight of `words` that a text holds; 0 without words."""
    total = sum(word.weight for word in words)
    plain = normalize(text)
    pairs = set(bigrams(plain))
    return sum(word.weight * held(word.text, plain, pairs) for word in words) / total if total else 0.0


def meets(words: tuple[Asked, ...], text: str) -> bool:
    """Whether a text holds every year, term and other numbered thing that is asked about (2024年度 is 2024年 too, but never 2023年度)."""
    plain = normalize(text)
    cores = (re.escape(word.text.removeprefix("第").removesuffix("度")) for word in words if word.must)
    return all(re.search(rf"(?<![0-9.,]){core}", plain) for core in cores)


def held(word: str, text: str, pairs: set[str]) -> float:
    """1 when the text holds the word, NEAR when it holds half of its character pairs, else 0."""
    if word in text:
        return 1.0
    own = bigrams(word)
    return NEAR if len(word) >= 3 and sum(pair in pairs for pair in own) >= 0.5 * len(own) else 0.0
