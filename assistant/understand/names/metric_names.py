"""Names of metrics, and the spellings in which a phrase of the lexicon may come."""

import re

import prompts
from analytics.divide.metrics import METRICS
from assistant.models import Subject
from assistant.understand.names.labels import Labels
from assistant.understand.text.matcher import Phrases, Text

NEAR_LENGTH = 5
KANJI = re.compile(r"[一-龥]+")


def kana_forms(phrase: str) -> tuple[str, ...]:
    """A phrase written in hiragana is also found in katakana (キギョウ), one with 一番 also with its other spellings."""
    if "一番" in phrase:
        return tuple(phrase.replace("一番", word) for word in ("一番", "いちばん", "最も", "もっとも"))
    if "会議" in phrase and not phrase.isascii() and len(phrase) <= 8:
        return tuple(phrase.replace("会議", word) for word in ("会議", "学会", "カンファレンス", "カンファ"))
    if len(phrase) >= 3 and re.fullmatch(r"[ぁ-んー]+", phrase):
        return phrase, "".join(chr(ord(char) + 96) if "ぁ" <= char <= "ん" else char for char in phrase)
    return (phrase,)


class MetricNames:
    """Metrics called by their own name (企業単独率): they win over a reading of the words inside."""

    def __init__(self, labels: Labels):
        plain = [Subject(metric.name) for metric in METRICS.values() if metric.parameter is None]
        self.subjects = {labels.subject(subject): subject for subject in plain}
        self.subjects |= {name: subject for subject in plain for name in (subject.metric, subject.metric.replace("_", "-")) if "_" in name or "-" in name}  # as exports and papers call them
        self.subjects |= {name: Subject(metric) for metric, names in prompts.lexicon("metrics").items() for name in names}
        self.phrases = Phrases(("metric", label, label) for label in self.subjects)

    def near(self, text: Text) -> tuple[Subject, int, int, str] | None:
        """A metric written with one wrong character before its last (産学強著率): (metric, start, end, its name); None for anything else."""
        for label, subject in self.subjects.items():
            if len(label) < NEAR_LENGTH or not KANJI.fullmatch(label):
                continue
            for start in range(len(text.lowered) - len(label) + 1):
                window = text.lowered[start : start + len(label)]
                if window[-1] == label[-1] and sum(map(str.__ne__, label, window)) == 1 and KANJI.fullmatch(text.lowered, start, start + len(label)):
                    return subject, start, start + len(label), label
        return None

    def find(self, text: Text) -> list[Subject]:
        return [self.subjects[hit.key] for hit in self.phrases.find(text)]
