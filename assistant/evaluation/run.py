"""Ask every question of a file, each in a conversation of its own, and judge the answers."""

import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.evaluation.judge import ANSWERED_WRONGLY, REFUSED_RIGHTLY, REFUSED_WRONGLY, RIGHT, WRONG, Judgement, judge
from assistant.evaluation.questions import Expected
from assistant.models import NOT_IN_DATA, Answer

ALL, FOLLOW_UPS, UNANSWERABLE, ANY_INTENT = "すべて", "続けての質問", "答えられない質問", "指定なし"


@dataclass(frozen=True)
class Result:
    """One question with its answer and judgement; `answer` is None where the text could not be taken as a question.
    `cpu_ms` is processor time of the last question alone."""

    expected: Expected
    answer: Answer | None
    judgement: Judgement
    cpu_ms: float

    @property
    def groups(self) -> tuple[str, ...]:
        """The rows of the table that count this question."""
        if self.expected.outcome == NOT_IN_DATA:
            intent = UNANSWERABLE
        else:
            intent = self.expected.intent or ANY_INTENT
        return (intent, *((FOLLOW_UPS,) if self.expected.history else ()), ALL)


@dataclass(frozen=True)
class Row:
    """Counts of one group; times in milliseconds of processor time. `exact` and `expecting` count questions that expect figures."""

    name: str
    questions: int
    right: int
    wrong: int
    refused: int
    refused_wrongly: int
    not_refused: int
    exact: int
    expecting: int
    p50_ms: float
    slowest_ms: float


def run(assistant: Assistant, questions: Sequence[Expected], progress: Callable[[int, int], None] | None = None) -> list[Result]:
    """Judge every question, each in a conversation of its own. Open the assistant on a home that may be written to."""
    results = []
    for number, expected in enumerate(questions, 1):
        results.append(ask(assistant, expected))
        if progress:
            progress(number, len(questions))
    return results


def ask(assistant: Assistant, expected: Expected) -> Result:
    session = f"eval-{uuid.uuid4().hex}" if expected.history else None
    try:
        for text in expected.history:
            assistant.ask(text, session=session)
        start = time.process_time()
        answer = assistant.ask(expected.text, session=session)
        spent = 1000 * (time.process_time() - start)
    except InputError as error:
        return Result(expected, None, Judgement(WRONG, (f"not taken as a question: {error}",), False if expected.slices else None), 0.0)
    return Result(expected, answer, judge(expected, answer, assistant.divide), spent)


def table(results: Sequence[Result]) -> list[Row]:
    """One row a group, in a fixed order with all questions last."""
    names = sorted({name for result in results for name in result.groups} - {ALL, FOLLOW_UPS, UNANSWERABLE})
    last = [name for name in (FOLLOW_UPS, UNANSWERABLE, ALL) if any(name in result.groups for result in results)]
    return [row(name, [result for result in results if name in result.groups]) for name in (*names, *last)]


def row(name: str, results: Sequence[Result]) -> Row:
    counted = [result.judgement.result for result in results]
    exact = [result.judgement.exact for result in results if result.judgement.exact is not None]
    times = [result.cpu_ms for result in results]
    return Row(
        name, len(results), counted.count(RIGHT), counted.count(WRONG), counted.count(REFUSED_RIGHTLY), counted.count(REFUSED_WRONGLY),
        counted.count(ANSWERED_WRONGLY), sum(exact), len(exact), median(times), max(times),
    )  # fmt: skip


def refusals(results: Sequence[Result]) -> tuple[float, float]:
    """Precision and recall of refusing: of the refused, how many should be; of those that should be, how many were."""
    counted = [result.judgement.result for result in results]
    right, wrong, missed = counted.count(REFUSED_RIGHTLY), counted.count(REFUSED_WRONGLY), counted.count(ANSWERED_WRONGLY)
    return right / max(right + wrong, 1), right / max(right + missed, 1)
