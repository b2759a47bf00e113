"""How well the check of answers tells true from false: altered answers caught, true paraphrases accused, by kind."""

import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace

from assistant import Assistant
from assistant.models import Evidence, Question
from bench.mutations import FURTHER, MARK
from bench.paraphrases import BUILT, TEXTUAL
from bench.table import show
from bench.verifier_questions import combined

SEED = 20120930


@dataclass(frozen=True)
class Known:
    """A true answer: what was asked, what it says, what it cites."""

    question: Question
    text: str
    cited: Evidence


class Recording:
    """Stands in for the verifier of an open assistant and keeps what it is given."""

    def __init__(self, verifier):
        self.verifier, self.seen = verifier, None

    def check(self, text, evidence, question, **options):
        self.seen = Known(question, text, evidence)
        return self.verifier.check(text, evidence, question, **options)


@dataclass
class Tally:
    """Tried and wrongly judged by kind, with a few of the wrong ones to read."""

    tried: Counter = field(default_factory=Counter)
    wrong: Counter = field(default_factory=Counter)
    examples: list = field(default_factory=list)

    def add(self, kind: str, wrong: bool, example: tuple) -> None:
        self.tried[kind] += 1
        if wrong:
            self.wrong[kind] += 1
            self.examples.append((kind, *example))

    @property
    def rate(self) -> float:
        return sum(self.wrong.values()) / max(1, sum(self.tried.values()))


def answers(assistant: Assistant, questions: list[str]) -> list[Known]:
    """True answers that cite evidence, each different."""
    recording, found = Recording(assistant.verifier), {}
    assistant.verifier = recording
    try:
        for question in questions:
            recording.seen = None
            answer = assistant.ask(question)
            if answer.outcome == "answered" and recording.seen is not None and recording.seen.cited.items:
                found.setdefault(recording.seen.text, recording.seen)
    finally:
        assistant.verifier = recording.verifier
    return list(found.values())


def same_papers(known: Known, changed: str) -> bool:
    """Whether a changed mark points at a figure of the same papers and definition: no lie."""
    before, after = ([int(number) for number in MARK.findall(whole)] for whole in (known.text, changed))
    if len(before) != len(after):
        return False
    pair = next((pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]), ())
    figures = [known.cited.item(number).figure for number in pair]
    return bool(pair) and None not in figures and len({(figure.n, figure.definition_ja) for figure in figures}) == 1


def difference(text: str, changed: str) -> str:
    old = text.split("\n")
    return next((line for line in changed.split("\n") if line not in old), changed)


def mutate(assistant: Assistant, known: list[Known], draw: random.Random, each: int, free: bool) -> Tally:
    """Every kind of lie `each` times in every answer."""
    tally = Tally()
    for one in known:
        for name, kind in FURTHER.items():
            for _ in range(each):
                changed = kind(one.text, draw)
                if changed is None or sorted(changed.split("\n")) == sorted(one.text.split("\n")) or name == "mark" and same_papers(one, changed):
                    continue
                passed = assistant.verifier.check(changed, one.cited, one.question, free=free).ok
                tally.add(name, passed, (one.question.text, difference(one.text, changed)))
    return tally


def paraphrases(known: list[Known], draw: random.Random, each: int) -> list[tuple[str, Known]]:
    """(kind, the answer said otherwise)."""
    found = []
    for one in known:
        said = {one.text}
        for name, change in (*TEXTUAL.items(), *BUILT.items()):
            for _ in range(each):
                changed = change(one.text, draw) if name in TEXTUAL else change(one.text, draw, one.cited)
                if changed is not None and changed not in said:
                    said.add(changed)
                    found.append((name, replace(one, text=changed)))
    return found


def accuse(assistant: Assistant, said: list[tuple[str, Known]]) -> Tally:
    """True paraphrases that the check refuses."""
    tally = Tally()
    for name, one in said:
        verdict = assistant.verifier.check(one.text, one.cited, one.question, free=True)
        tally.add(name, not verdict.ok, (one.question.text, verdict.unsupported[:1]))
    return tally


def measure(assistant: Assistant, questions: list[str], each: int) -> dict[str, Tally]:
    """All four tables. `lies of paraphrases`: a lie told in free words, not only in ours."""
    draw, known = random.Random(SEED), answers(assistant, questions)
    # A rewording is judged where the original passes as prose: an original that does not is counted once, as itself.
    sound = [one for one in known if assistant.verifier.check(one.text, one.cited, one.question, free=True).ok]
    said = paraphrases(sound, draw, each)
    exact = [one for name, one in said if name not in ("rounded",)]
    return {
        "true answers": accuse(assistant, [("original", one) for one in known]),
        "lies, judged as ours": mutate(assistant, known, draw, each, free=False),
        "lies, judged as prose": mutate(assistant, sound, draw, each, free=True),
        "lies in paraphrases": mutate(assistant, draw.sample(exact, min(len(exact), len(known))), draw, each, free=True),
        "true paraphrases": accuse(assistant, said),
    }


def run(each: int, show_wrong: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        assistant = Assistant.open(home)
        questions = combined(assistant, SEED, 4 * each)
        for name, tally in measure(assistant, questions, each).items():
            rows = [[kind, str(tally.tried[kind]), str(tally.wrong[kind]), f"{tally.wrong[kind] / tally.tried[kind]:.4f}"] for kind in tally.tried]
            print(f"\n{name}（質問{len(questions)}件から）")
            show(["種類", "件数", "判定の誤り", "割合"], [*rows, ["計", str(sum(tally.tried.values())), str(sum(tally.wrong.values())), f"{tally.rate:.4f}"]])
            for example in tally.examples[:show_wrong]:
                print("   ", *example, sep=" | ")


