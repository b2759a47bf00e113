"""「訓練コストは現在いくら」: what is asked for as it stands now of AI models is told for the newest year that their table holds, not for the last of the papers."""

from assistant.models import Question
from assistant.understand.names.periods import LATEST, read_period

MODELS = "epoch"


def newest_of_models(question: Question, text: str) -> Question:
    """The question without the year of the papers that a word for now was read as; any other question as it is."""
    if question.family != MODELS or question.span or not LATEST.search(text):
        return question
    read = read_period(text)
    if read.reading is None or read.years != question.years:  # a year of its own is told too: 「2020年と最新」
        return question
    return question.with_(years=(), readings=tuple(line for line in question.readings if line != read.reading))


def asked_as_now(question: Question) -> bool:
    """Whether the newest value of AI models is asked for as that of now, so that its year is to be told for what it is."""
    return question.family == MODELS and not question.years and LATEST.search(question.text) is not None
