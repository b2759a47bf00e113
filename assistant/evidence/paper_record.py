"""What the record of a work holds: how often it is cited, where its authors belong, what they wrote later. `words` is the WordsEvidence that asks."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.evidence.work_facts import record
from assistant.models import Question
from assistant.understand.names.author_names import authors_of
from assistant.understand.works.paper_record import BELONGS, CITED, RECORD, SEQUEL

# Sentences of a summary that tell of it, and the questions of a summary whose answers may.
TOLD = {CITED: re.compile(r"にも?引用され(?:ました|ています)"), BELONGS: re.compile(r"(?:大学|研究所|研究機関|大学院|スクール|ラボ|社員|MIT|OpenAI|Google|財団|省|機構|政府)[^。]*(?:研究者|教授|チーム|人)(?:です|と報じ|でもある|で、)")}
ON_AUTHORS = re.compile(r"誰|だれ|著者|書いた|どんな人|どこの")
MOST_LATER = 2


def recorded(words, question: Question, box: Collector) -> Found | None:
    """Found of mode `record`: under `told` the passage that tells, under `record` who wrote a work and when; its reading says what is not held. None for any other question."""
    if RECORD not in question.inherited:
        return None
    kind, library = question.inherited[-1], words.library
    library.index
    later = later_works(library, question.paper) if kind == SEQUEL else []
    place = None if kind == SEQUEL else telling(library.papers[question.paper], TOLD[kind])
    if place is not None:
        library.cite(box, library.index.lookup(f"{question.paper}#{place}"), "told")
    for work in later or ([question.paper] if place is None else []):
        record(library, work, box)
    outcome = "later" if later else "told" if place is not None else "none"
    return Found(box.evidence(), "record", paper=question.paper, readings=(prompts.render("answers/words", f"record_{kind}_{outcome}"),))


def telling(entry, words: re.Pattern) -> str | None:
    """Where a summary answers it, among its questions on the authors."""
    return next((f"qa-{each.number}" for each in entry.questions if ON_AUTHORS.search(each.question) and words.search(each.answer)), None)


def later_works(library, paper: str) -> list[str]:
    """Works of the same authors written later, the nearest in time first."""
    entry = library.papers[paper]
    own = set(authors_of(entry))
    later = [other for other in library.papers.values() if other.id != paper and other.year > entry.year and own & set(authors_of(other))]
    return [other.id for other in sorted(later, key=lambda other: (other.year, other.id))[:MOST_LATER]]
