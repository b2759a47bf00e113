"""The weights of assistant/understand/opinion.py and limiting.py, learned from the question files; with --check, how often they are right on a file not learned from."""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analytics import Divide
from assistant.assistant import open_index
from assistant.evaluation.questions import Expected, read_questions
from assistant.models import ANSWERED, NOT_IN_DATA
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.opinion import DATA, FILE, HEADS, NOT_HELD, Features
from assistant.understand.traits import Traits, grams
from assistant.understand.understanding import Understanding
from bench import limiting
from bench.table import show

QUESTIONS = Path("tests/questions")
NOT_LEARNED = {QUESTIONS / "talks", QUESTIONS / "untouched"}  # conversations, and what stays unseen to measure by
WORDS = QUESTIONS / "limiting"  # pairs that differ in one word: they teach words, no kinds of questions
LEAST = 3  # questions that an n-gram must stand in
STRENGTH = 10.0  # of the fit against the size of the weights (C of scikit-learn)
ALIKE = {"peak": "extreme", "trough": "extreme", "change": "level"}


@dataclass(frozen=True)
class Example:
    """A labelled question: its traits, its vector and what is right of each head (None where the file does not say)."""

    file: str
    traits: Traits
    vector: np.ndarray
    labels: dict[str, str | None]


def run(check: bool) -> int:
    """Write the weights; with `check` print a table instead."""
    files = sorted(path for path in QUESTIONS.rglob("*.yaml") if not NOT_LEARNED & set(path.parents))
    (limiting.check if check else limiting.learn)(files)
    examples = gathered([path for path in files if WORDS not in path.parents])
    if check:
        files = sorted({example.file for example in examples})
        show(["学ばなかったファイル", *HEADS], [[file, *(f"{score(examples, file, head):.3f}" for head in HEADS)] for file in files])
        return 0
    features = features_of(examples)
    arrays = {"vocabulary": np.array(list(features.columns)), "idf": features.weights.astype(np.float16), "entries": np.array(list(features.entries)), "mean": features.mean.astype(np.float16)}
    for head in HEADS:
        names, weights, bias = fitted(examples, features, head)
        arrays |= {f"{head}_names": np.array(names), f"{head}_weights": weights.astype(np.float16), f"{head}_bias": bias.astype(np.float32)}
    np.savez_compressed(FILE, **arrays)
    print(f"{FILE.name}: {len(examples)} questions, {len(features.columns)} n-grams, {FILE.stat().st_size / 2**20:.1f} MB")
    return 0


def gathered(files: list[Path]) -> list[Example]:
    """The labelled questions, what went before them read by the rules alone."""
    provider = open_index().provider
    rules = Understanding(Divide.open())
    return [example for file in files for expected in read_questions(file) if (example := learned_from(expected, file.stem, rules, provider.encode_query)) is not None]


def learned_from(expected: Expected, file: str, understanding: Understanding, encode: Callable[[str], np.ndarray]) -> Example | None:
    previous = data = None
    for said in expected.history:
        previous = understanding.understand(said, previous, data)
        data = previous if previous.intent in DATA_INTENTS else data
    traits, beyond = understanding.seen(expected.text, previous)
    if expected.outcome == NOT_IN_DATA and beyond:
        return None  # refused for its year or its conference, not for what it asks: that is looked up
    labels = {"route": route(expected), "metric": metric(expected), "statistic": statistic(expected)}
    if previous is not None:
        told = previous.subjects[0].metric if previous.subjects else None
        labels["metric"] = labels["metric"] if labels["metric"] != told else None
        labels["statistic"] = labels["statistic"] if labels["statistic"] != "level" else None
    return Example(file, traits, encode(expected.text), labels)


def route(expected: Expected) -> str | None:
    if expected.outcome == NOT_IN_DATA:
        return NOT_HELD
    if expected.slices or expected.intent in DATA_INTENTS:
        return DATA
    return expected.intent or ("paper" if expected.cites else None)


def metric(expected: Expected) -> str | None:
    names = {each["metric"] for each in expected.slices} if expected.outcome == ANSWERED else set()
    return names.pop() if len(names) == 1 else None


def statistic(expected: Expected) -> str | None:
    if not expected.slices or expected.outcome == NOT_IN_DATA:
        return None
    if any(each.get("variant") for each in expected.slices):
        return "fractional"
    return ALIKE.get(expected.statistic, expected.statistic)


def features_of(examples: list[Example]) -> Features:
    held = Counter(gram for example in examples for gram in set(grams(example.traits.masked)))
    vocabulary = sorted(gram for gram, count in held.items() if count >= LEAST)
    idf = np.array([math.log((1 + len(examples)) / (1 + held[gram])) + 1 for gram in vocabulary])
    entries = sorted({name for example in examples for name in example.traits.found})
    return Features(vocabulary, idf, entries, np.mean([example.vector for example in examples], axis=0).astype(np.float16).astype(float))


def matrix(examples: list[Example], features: Features):
    from scipy.sparse import csr_matrix

    rows = [features.row(example.traits, example.vector) for example in examples]
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    width = len(features.columns) + len(features.entries) + len(features.mean)
    return csr_matrix((np.concatenate([values for _, values in rows]), np.concatenate([columns for columns, _ in rows]), ends), shape=(len(rows), width))


def fitted(examples: list[Example], features: Features, head: str) -> tuple[list[str], np.ndarray, np.ndarray]:
    """(names, weights, bias) of a head, names in order of the rows."""
    from sklearn.linear_model import LogisticRegression

    told = [example for example in examples if example.labels[head]]
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(matrix(told, features), [example.labels[head] for example in told])
    return model.classes_.tolist(), model.coef_, model.intercept_


def score(examples: list[Example], file: str, head: str) -> float:
    """Share of right answers on the questions of a file by weights that were learned from all others."""
    others, asked = [e for e in examples if e.file != file], [e for e in examples if e.file == file and e.labels[head]]
    if not asked:
        return math.nan
    features = features_of(others)
    names, weights, bias = fitted(others, features, head)
    best = (matrix(asked, features) @ weights.T + bias).argmax(axis=1)
    return float(np.mean([names[at] == example.labels[head] for at, example in zip(best, asked, strict=True)]))
