"""The weights of assistant/understand/limiting.py, learned from the question files; and how often they are right on a file not learned from."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from analytics import Divide
from assistant.evaluation.questions import Expected, read_questions
from assistant.models import ANSWERED, NOT_IN_DATA
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.limited import LIKELY
from assistant.understand.limiting import FILE, chance
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import read
from assistant.understand.understanding import Understanding
from bench.table import show

ASKED = Path("tests/assistant/asked_questions.yaml")  # short questions, and what each is understood as
LEAST = 2  # questions that a feature must stand in
STRENGTH = 0.1  # of the size of the weights against the fit
FIRST_BIAS = -4.0  # few words limit


@dataclass(frozen=True)
class Bag:
    """A labelled question: the features of each of its words that nothing explained, and whether it is to be refused."""

    file: str
    words: tuple[tuple[str, ...], ...]
    refused: bool


@dataclass(frozen=True)
class Weights:
    names: dict[str, int]
    values: np.ndarray
    bias: float

    def score(self, bag: Bag) -> float:
        """Probability of the word that limits the most."""
        return max((chance(self.bias + sum(self.values[self.names[name]] for name in word if name in self.names)) for word in bag.words), default=0.0)


def learn(files: list[Path]) -> None:
    """Write the weights."""
    bags = gathered(files)
    weights = fitted(bags)
    kept = np.flatnonzero(np.abs(weights.values) >= 0.01)
    names = np.array(list(weights.names))[kept]
    np.savez_compressed(FILE, names=names, weights=weights.values[kept].astype(np.float16), bias=np.float32(weights.bias))
    print(f"{FILE.name}: {len(bags)} questions, {len(names)} features, {FILE.stat().st_size / 2**20:.1f} MB")


def check(files: list[Path]) -> None:
    """Of each file, by weights learned from all others: how many of its unanswerable questions are refused for a word, and how many others."""
    bags, rows = gathered(files), []
    for file in sorted({bag.file for bag in bags}):
        weights = fitted([bag for bag in bags if bag.file != file])
        share = [np.mean([weights.score(bag) >= LIKELY for bag in bags if bag.file == file and bag.refused == refused] or [np.nan]) for refused in (True, False)]
        rows.append([file, *(f"{value:.3f}" for value in share)])
    show(["学ばなかったファイル", "断るべきうち断る", "答えるべきうち断る"], rows)


def gathered(files: list[Path]) -> list[Bag]:
    """The labelled questions that are to be answered with figures or refused for what they ask."""
    rules = Understanding(Divide.open())
    expected = [(question, file.stem) for file in files for question in read_questions(file)]
    expected += [(Expected(text, outcome=NOT_IN_DATA if shape.startswith("refused") else ANSWERED, intent=shape.split()[0]), ASKED.stem) for text, shape in yaml.safe_load(ASKED.read_text(encoding="utf-8"))]
    return [bag for question, name in expected if (bag := taken(question, name, rules)) is not None]


def taken(expected: Expected, file: str, understanding: Understanding) -> Bag | None:
    refused = expected.outcome == NOT_IN_DATA
    if not refused and not (expected.slices or expected.intent in DATA_INTENTS):
        return None
    text = read(understanding.bare(read(read(expected.text).folded)))
    if refused and (understanding.second.beyond(text) or read_period(text.folded).shift):
        return None  # refused for its year or its conference, not for a word: 「翌年は?」
    words = understanding.limited.words(text, bool(expected.history))
    return Bag(file, tuple(word.features for word in words), refused) if words else None


def fitted(bags: list[Bag]) -> Weights:
    """Multiple-instance logistic regression with a noisy-or over the words of a question."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    held = Counter(name for bag in bags for name in {name for word in bag.words for name in word})
    names = {name: at for at, name in enumerate(sorted(name for name, count in held.items() if count >= LEAST))}
    rows = [[names[name] for name in word if name in names] for bag in bags for word in bag.words]
    starts = np.cumsum([0, *(len(bag.words) for bag in bags)])
    matrix = csr_matrix((np.ones(sum(map(len, rows))), np.concatenate([np.array(row, dtype=np.int64) for row in rows]), np.cumsum([0, *map(len, rows)])), shape=(len(rows), len(names)))
    refused = np.array([bag.refused for bag in bags])
    of_bag = np.repeat(np.arange(len(bags)), [len(bag.words) for bag in bags])

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ values[:-1] + values[-1]
        none = np.minimum(np.add.reduceat(-np.logaddexp(0, scores), starts[:-1]), -1e-9)  # log of the chance that no word limits
        fit = -np.where(refused, np.log(-np.expm1(none)), none).sum()
        pull = np.where(refused, -np.exp(none) / -np.expm1(none), 1.0)[of_bag] / (1 + np.exp(-scores))
        slope = np.append(matrix.T @ pull + 2 * STRENGTH * values[:-1], pull.sum())
        return fit + STRENGTH * float(values[:-1] @ values[:-1]), slope

    found = minimize(loss, np.append(np.zeros(len(names)), FIRST_BIAS), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return Weights(names, found[:-1], float(found[-1]))
