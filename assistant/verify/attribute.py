"""Gives a sentence that its writer left without a citation the evidence that bears it out, where there is such evidence."""

from itertools import combinations

from assistant.models import Evidence, Question
from assistant.verify.check import Verifier
from assistant.verify.segments import MARKS, sentences, split

MOST = 10


def attributed(text: str, verifier: Verifier, evidence: Evidence, question: Question) -> str:
    """The text with marks added to sentences that have none on their line and that one or two pieces of evidence support."""
    lines = []
    for line in text.split("\n"):
        if MARKS.search(line) or not line.strip():
            lines.append(line)
            continue
        lines.append("".join(marked(part, verifier, evidence, question) for part in split(line)))
    return "\n".join(lines)


def marked(part: str, verifier: Verifier, evidence: Evidence, question: Question) -> str:
    parts = sentences(part, {})
    if len(parts) != 1:
        return part
    items = {item.n: item for item in evidence.items[:MOST]}
    for size in (1, 2):
        for numbers in combinations(items, size):
            held, problems = verifier.prose.check(parts[0], numbers, evidence, items, question)
            if held and not problems:
                marks = "".join(f"【{number}】" for number in numbers)
                body = part.rstrip()
                return f"{body[:-1]}{marks}。" if body.endswith("。") else body + marks
    return part
