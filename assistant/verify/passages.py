"""A sentence that rests on passages: near to what they say, with the same groups, directions, ranks, negations and numbers."""

import re
from dataclasses import dataclass
from functools import lru_cache

import prompts
from assistant.models import Item
from assistant.understand.text.matcher import read
from assistant.verify.mentions import Mentions
from assistant.verify.support import numerals_of, same_number

CONTENT = re.compile(r"[一-龯々]+|[ァ-ヴー]+|[A-Za-z][A-Za-z0-9\-]*|[0-9.,]+")
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")
WINDOW = 3
ENOUGH, NEAR = 0.6, 0.85
NEGATION = re.compile(r"ませ[んぬ]|(?<![少])な(?:い|かった|く(?:て|な)|ければ)|(?<=[かがさざただなばまらわあ])ず(?=[、。にっ]|$)|不可能|未満")
POLITE = re.compile(r"(?:でございます|となっております|となっています|であります|である|だ)(?=。|$)")
KINDS = ("up", "down", "highest", "lowest", "all", "some")
OPPOSITES = {"高": "低", "低": "高", "多": "少", "少": "多", "増": "減", "減": "増", "上": "下", "下": "上", "大": "小", "小": "大", "前": "後", "後": "前", "内": "外", "外": "内", "強": "弱", "弱": "強", "長": "短", "短": "長"}


@dataclass(frozen=True)
class Token:
    """Something that may not be exchanged: (kind, key) at a position."""

    position: int
    kind: str
    key: str


@lru_cache(maxsize=1)
def stems() -> dict[str, re.Pattern]:
    """Claim stems by kind."""
    return {kind: re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True))) for kind, words in prompts.lexicon("claims").items()}


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """The text with every numeral written one way."""
    folded = read(text).folded
    for numeral in reversed(numerals_of(folded)):
        folded = f"{folded[: numeral.start]}{numeral.value:g}{numeral.unit or ''}{folded[numeral.end :]}"
    return re.sub(r"\s", "", folded)


@lru_cache(maxsize=8192)
def bigrams(text: str) -> frozenset[str]:
    """Character pairs inside runs of kanji, katakana, letters and digits; a lone kanji counts as itself."""
    found = set()
    for run in CONTENT.findall(read(text).lowered):
        found |= {run[at : at + 2] for at in range(max(1, len(run) - 1))}
    return frozenset(found)


@lru_cache(maxsize=1024)
def windows(text: str) -> tuple[str, ...]:
    """Stretches of one to three neighbouring sentences."""
    parts = [part.strip() for part in SENTENCE.findall(text) if part.strip()]
    return tuple("".join(parts[at : at + size]) for size in range(1, WINDOW + 1) for at in range(len(parts) - size + 1))


def plain_form(text: str) -> str:
    """A sentence with its numbers and its politeness written one way."""
    return POLITE.sub("です", canonical(text)).strip().rstrip("。")


class Passages:
    """Compares sentences with the passages they cite."""

    def __init__(self, mentions: Mentions):
        self.mentions = mentions

    @lru_cache(maxsize=4096)
    def tokens(self, text: str) -> tuple[Token, ...]:
        """Groups, countries, conferences, directions and ranks of a text in order."""
        searched = read(text)
        hits = [*self.mentions.groups.find(searched), *self.mentions.countries.find(searched), *self.mentions.places.find(searched)]
        found = [Token(hit.start, hit.kind, hit.key) for hit in hits]
        for kind in KINDS:
            found += [Token(match.start(), "claim", kind) for match in stems()[kind].finditer(searched.lowered)]
        return tuple(sorted(set(found), key=lambda token: token.position))

    def problem(self, text: str, items: tuple[Item, ...]) -> tuple[str, str] | None:
        """(words, reason) of what the cited passages do not carry; None when the sentence may stand."""
        words = bigrams(canonical(text))
        if not words:
            return None
        best, coverage = self.nearest(words, items)
        if coverage < ENOUGH:
            return text.strip()[:40], "the cited passage does not say this"
        titles = " ".join(item.citation.title for item in items)  # a sentence may open with the name of the paper
        for numeral in numerals_of(read(text).folded):
            if not any(same_number(numeral, other) or numeral.unit == other.unit and numeral.allows(other.value) for other in numerals_of(read(f"{best} {titles}").folded)):
                return numeral.text, "not held by the cited evidence"
        claim, source = [(t.kind, t.key) for t in self.tokens(text)], [(t.kind, t.key) for t in self.tokens(best)]
        named = {(token.kind, token.key) for token in self.tokens(titles)}
        lead = text.partition("：")[0] if "：" in text[:40] else ""
        claim = claim[len([token for token in self.tokens(lead) if (token.kind, token.key) in named]) :]
        missing = next((token for token in claim if claim.count(token) > source.count(token)), None)
        if missing is not None:
            return missing[1], "group, place or direction is not in the cited passage"
        if coverage >= NEAR and not subsequence(claim, source):
            return text.strip()[:40], "groups or directions stand in another order than in the cited passage"
        if coverage >= NEAR and (turned := self.turned(words, bigrams(canonical(best)))):
            return turned, "the opposite of what the cited passage says"
        negated, held = len(NEGATION.findall(text)), len(NEGATION.findall(best))
        if negated > held or coverage >= NEAR and negated != held:
            return text.strip()[:40], "negation differs from the cited passage"
        return None

    @staticmethod
    def turned(words: frozenset[str], source: frozenset[str]) -> str | None:
        """A pair of characters that the source has with the opposite character (下位 where it says 上位)."""
        for pair in sorted(words - source):
            for at, char in enumerate(pair):
                if char in OPPOSITES and pair[:at] + OPPOSITES[char] + pair[at + 1 :] in source:
                    return pair
        return None

    def nearest(self, words: frozenset[str], items: tuple[Item, ...]) -> tuple[str, float]:
        """The smallest stretch of the passages (their titles joined to it) that covers most of the words, and the share it covers."""
        best, top = "", 0.0
        for item in items:
            title = bigrams(f"{item.citation.title} {item.citation.locator}")
            for window in windows(item.text):
                share = len(words & (bigrams(canonical(window)) | title)) / len(words)
                if share > top + 0.02:
                    best, top = window, share
        return best, top


def subsequence(short: list, long: list) -> bool:
    """Whether the elements of `short` stand in `long` in the same order."""
    rest = iter(long)
    return all(any(token == other for other in rest) for token in short)
