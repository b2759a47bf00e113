"""Asks the labelled questions of document_questions.yaml: what share is answered from the documents, and rightly.

`PYTHONPATH=.:tests/assistant python -m document_quality [choosing | held]` prints the figures, and the questions that went wrong.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from index.normalize import normalize

FILE = Path(__file__).with_name("document_questions.yaml")
OWNER = "専務"


@dataclass(frozen=True)
class Case:
    """A question, the document it is about and the words that the right answer quotes (None: no document tells)."""

    question: str
    document: str
    words: str | None


def documents(part):
    """(name, text) of the documents that the part is asked on: all of them for `held`."""
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [(entry["name"], entry["text"]) for entry in entries if part == "held" or "part" not in entry]


def cases(part):
    """part: choosing or held."""
    found = []
    for entry in yaml.safe_load(FILE.read_text(encoding="utf-8")):
        if entry.get("part", "choosing") == part:
            found += [Case(question, entry["name"], words) for question, words in entry["told"]]
            found += [Case(question, entry["name"], None) for question in entry["untold"]]
    return found


def outcome(answer, case):
    """right, wrong (from a document, but not what it tells), silent (from no document)."""
    quotes = [citation.quote for citation in answer.citations if citation.kind == "document"]
    if not quotes:
        return "silent"
    return "right" if case.words is not None and any(normalize(case.words) in normalize(quote) for quote in quotes[:1]) else "wrong"


def measured(ask, part):
    """ask(question) → Answer. Returns (precision, recall, [(case, outcome, answer)])."""
    rows = [(case, outcome(answer, case), answer) for case in cases(part) for answer in [ask(case.question)]]
    right = sum(found == "right" for _, found, _ in rows)
    answered = sum(found != "silent" for _, found, _ in rows)
    return right / max(answered, 1), right / sum(case.words is not None for case, _, _ in rows), rows


def main(part="choosing"):
    import tempfile

    from assistant import Assistant
    from index.documents import Documents

    assistant = Assistant.open()
    with tempfile.TemporaryDirectory() as home:
        assistant.documents.opened = Documents.open(home, assistant.library.index.provider)
        for name, text in documents(part):
            assistant.documents.library.add(text.encode(), name, owner=OWNER)
        precision, recall, rows = measured(lambda question: assistant.ask(question, owner=OWNER), part)
    for case, found, answer in rows:
        if found == "wrong" or found == "silent" and case.words is not None:
            print(found, case.document[:14], case.question, "→", case.words, "|", [c.quote[:90] for c in answer.citations[:1]], answer.outcome)
    told = sum(case.words is not None for case, _, _ in rows)
    print(f"{part}: {len(rows)} questions, {told} told; precision {precision:.3f}, recall {recall:.3f}, wrong {sum(f == 'wrong' for _, f, _ in rows)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
