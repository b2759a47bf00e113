"""Questions about estimates and tables that analytics computes beside the shares of papers: causal estimates, AI models, words."""

from dataclasses import dataclass

import prompts
from assistant.understand.names.subjects import TITLE_COUNTED, Reading
from assistant.understand.text.matcher import Hit, Text

SECTORED = ("epoch_models", "epoch_compute_median", "epoch_doubling_time")
CAUSAL = "causal"


@dataclass(frozen=True)
class Computed:
    """What is asked for: `family` (epoch, causal, claims, robustness, terms, topics), metric, and a sector or maker of chips."""

    family: str
    metric: str
    option: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    family: str
    metric: str
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]

    def match(self, text: str) -> tuple[str, ...] | None:
        """The words found, one of each list; None when a list has none or an excluding word stands there."""
        found = []
        for words in self.all:
            if (word := next((word for word in words if word in text and held(word, text)), None)) is None:
                return None
            found.append(word)
        return None if any(word in text for word in self.none) else tuple(found)


def held(word: str, text: str) -> bool:
    """Whether the text holds the word; Latin words not inside longer ones (att in attention)."""
    start = text.find(word)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(word) : start + len(word) + 1]
        if not word.isascii() or not (before.isascii() and before.isalpha() or after.isascii() and after.isalpha()):
            return True
        start = text.find(word, start + 1)
    return False


class ComputedNames:
    """The rules of prompts/lexicon/computed.yaml."""

    def __init__(self):
        lexicon = prompts.lexicon("computed")
        self.lexicon = lexicon
        self.rules = [
            Rule(rule["family"], rule["metric"], tuple(self.spelled(words) for words in rule["all"]), tuple(rule.get("none", ())))
            for rule in lexicon["rules"]
        ]

    def spelled(self, words: list[str]) -> tuple[str, ...]:
        """Words with the sets they name written out, longest first."""
        spelled = [each for word in words for each in (self.lexicon["words"][word[1:]] if word.startswith("$") else [word])]
        return tuple(sorted(map(str, spelled), key=lambda word: (-len(word), word)))

    def find(self, text: Text) -> Computed | None:
        for rule in self.rules:
            if (words := rule.match(text.lowered)) is not None and not (rule.family == "terms" and TITLE_COUNTED.search(text.lowered)):
                return Computed(rule.family, rule.metric, self.option(rule.metric, text.lowered), words)
        return None

    def option(self, metric: str, text: str) -> str | None:
        """The sector of models or the maker of chips that a metric may be narrowed to."""
        table = self.lexicon["sectors"] if metric in SECTORED else self.lexicon["hardware"] if metric == "epoch_hardware_models" else {}
        return next((key for key, words in table.items() if any(held(word, text) for word in words)), None)


def found_option(found: Computed | None, groups: list[Hit], reading: Reading) -> str | None:
    """A sector or maker, or the group whose titles are asked about."""
    if found is None:
        return None
    if found.family == "terms":
        return "non_elite" if any(hit.key in ("non_elite", "university") for hit in groups) and not any(hit.key == "big_tech" for hit in groups) else "big_tech"
    if found.family == "topics":
        if any(subject.metric.startswith("japan") for subject in reading.subjects):
            return "japan"
        names = [hit.key for hit in groups if hit.key in ("firm", "big_tech", "university", "government", "non_elite")]
        return names[0] if names else "tier_1-50" if any(hit.key == "elite" for hit in groups) else None
    return found.option
