"""What works say of growing data, models and compute (see `assistant.understand.works.more_data`). `words` is the WordsEvidence that asks."""

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found
from assistant.models import Question
from assistant.understand.works.more_data import DATA

# Places of summaries: that it holds for language models, on what it rests, what other fields showed, and what it costs.
HOLDS = "kaplan-2020-scaling-laws#point-1"
OF_DATA = ("hoffmann-2022-chinchilla#claim-12", "hoffmann-2022-chinchilla#claim-3", "thompson-2020-computational-limits#point-2")
OF_COMPUTE = ("thompson-2020-computational-limits#point-2", "hoffmann-2022-chinchilla#claim-3", "kaplan-2020-scaling-laws#claim-11")
USEFUL = "kaplan-2020-scaling-laws#claim-9"


def scaling(words, question: Question, box: Collector) -> Found:
    """That it holds for language models (role `holds`), with what limits it (role `limits`) and that a smaller error is no use in business (role `useful`)."""
    kind = question.inherited[2]
    for role, places in (("holds", (HOLDS,)), ("limits", OF_DATA if kind == DATA else OF_COMPUTE), ("useful", (USEFUL,))):
        for place in places:
            words.library.cite(box, words.library.index.lookup(place), role)
    return Found(box.evidence(), f"scaling_{kind}")
