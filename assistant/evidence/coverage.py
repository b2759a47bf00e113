"""How much of what a question asks about a text holds: the same measure for the user's documents and for our corpus.

Fused scores are relative to one search and cosines lie close together, so neither can compare two libraries. Shared words can: a
noun that our corpus rarely or never uses weighs most, one that it uses everywhere (企業, 研究) little.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import prompts
from index.lexical import SPLIT_MODE, SUDACHI_CHARACTERS, SUDACHI_LOCK, bigrams, tokenizer
from index.normalize import normalize

GENERIC = 0.2  # weight of a noun that says how something is asked (課題, 結果)
NEAR = 0.5  # credit for a text that holds half of a word's character pairs or more (売上高 / 売上)
NUMBERED = re.compile(
    r"[0-9]{4}年[0-9]{1,2}月期|第?[0-9]+(?:年度?|期|月|章|条|回|号|四半期|事業部|工場|ライン|課|部(?!門|品|分|数)|支部|営業所)|"
    r"(?<![0-9a-z])[a-z]{1,8}-?[0-9][0-9a-z]*(?:-[0-9a-z]+)*|"  # a model or a document: HB-200, TR-2025-014
    r"[0-9][0-9,.]*(?:°c|度|v|w|hz|kg|g|mm|cm|km|m|ドル|ユーロ)(?![0-9a-z])"  # a condition: 220℃, 1ドル
)
NOUNS = ("普通名詞", "固有名詞")
MEASURE = re.compile("(?:人|件|台|本|個|枚|日|回|社|年|時間|店|冊)数|金額|残高")  # say what is counted in, not of what
ENDINGS = frozenset("高額金費料率量数値者員性的化")
COUNTER, PROPER = "助数詞可能", "固有名詞"


@dataclass(frozen=True)
class Asked:
    """A noun of a question in the search form, and its weight.

    must: a year, term, model or other numbered thing, which no other may stand for. topical: it says what is asked about; generic nouns and
    counters are not. name: a proper noun. groups: its synonyms in SudachiDict.
    """

    text: str
    weight: float
    must: bool = False
    topical: bool = False
    name: bool = False
    groups: frozenset[int] = frozenset()


def asked(question: str, count: Callable[[str], int]) -> tuple[Asked, ...]:
    """Nouns and numbered things of a question. count: how many passages of our corpus hold a word."""
    text, found = normalize(question), {}
    numbered = [(match.start(), match.end()) for match in NUMBERED.finditer(text)]
    idle = generic()
    with SUDACHI_LOCK:
        read = [(m.begin(), m.end(), m.surface(), m.normalized_form().lower(), m.part_of_speech(), frozenset(m.synonym_group_ids()))
                for m in tokenizer(SPLIT_MODE).tokenize(text)]  # fmt: skip
    before = (0, 0, "")
    for start, end, surface, form, part, groups in read:
        if before[1] == start and before[2]:  # 再委託 is another thing than 委託
            start, surface, groups = before[0], before[2] + surface, frozenset()
        before = (start, end, surface if part[0] == "接頭辞" and surface not in "おご御" else "")
        asking = surface.startswith("何")  # 何円, 何日: what is wanted, see kind_asked
        if part[0] == "名詞" and part[1] in NOUNS and not asking and not any(low <= start and end <= high for low, high in numbered):
            plain = bool({surface, form} & idle) or bool(MEASURE.fullmatch(surface))
            topical = not plain and part[2] != COUNTER and any(char.isalnum() for char in surface)
            found[surface] = Asked(surface, GENERIC if plain else 1 / (1 + math.log1p(count(form))), topical=topical, name=part[1] == PROPER, groups=groups)
    return tuple(found.values()) + tuple(Asked(word, 1.0, must=True) for word in dict.fromkeys(text[start:end] for start, end in numbered))


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
    return all(re.search(rf"(?<![0-9a-z.,]){core}(?!(?<=[0-9a-z])[0-9a-z])", plain) for core in cores)


def rivalled(words: tuple[Asked, ...], text: str) -> bool:
    """Whether a text names another of a numbered thing that is asked about, and not that one (HB-200 for HB-150, 2023年度 for 2024年度)."""
    plain = normalize(text)
    for word in words:
        if word.must:
            core = word.text.removeprefix("第").removesuffix("度")
            named = re.findall(r"(?<![0-9a-z.,])" + re.sub(r"[0-9]+", "[0-9]+", re.escape(core)), plain)
            if named and core not in named:
                return True
    return False


def lacking(words: tuple[Asked, ...], text: str, names_only: bool = False) -> tuple[str, ...]:
    """The nouns that say what is asked about (of them proper nouns only) and that a text holds neither by themselves nor by a synonym."""
    plain = normalize(text)
    wanted = [word for word in words if word.topical and (word.name or not names_only) and not begun(word.text, plain)]
    return tuple(word.text for word in wanted if not word.groups & synonyms(plain)) if wanted else ()


def begun(word: str, text: str) -> bool:
    """Whether a text holds a word, or of a longer one all but its last character (売上高 / 売上, 受注額 / 受注)."""
    return word in text or len(word) >= 3 and word[:-1] in text and word[-1] in ENDINGS


@lru_cache(maxsize=512)
def synonyms(text: str) -> frozenset[int]:
    """Synonym groups of all words of a normalised text."""
    with SUDACHI_LOCK:
        return frozenset(group for m in tokenizer(SPLIT_MODE).tokenize(text[:SUDACHI_CHARACTERS]) for group in m.synonym_group_ids())


def held(word: str, text: str, pairs: set[str]) -> float:
    """1 when the text holds the word, NEAR when it holds half of its character pairs, else 0."""
    if word in text:
        return 1.0
    own = bigrams(word)
    return NEAR if len(word) >= 3 and sum(pair in pairs for pair in own) >= 0.5 * len(own) else 0.0
