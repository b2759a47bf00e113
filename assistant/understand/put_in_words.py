"""A turn that the rules complete to a figure, though all of it sounds like a question that words answer: 「GPUが買えない大学はどう工夫している?」 after figures."""

import re
from typing import Protocol

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.opinion import CERTAIN, Opinion
from assistant.understand.second import LIKELY, TOLD_BY_WORDS, SecondReading
from assistant.understand.text.matcher import Text

FIGURE, DOUBTFUL = 0.05, 0.2  # probability of asking for a held figure: below it words may answer; below the second where the opinion is certain of it
OWN_WORDS = 2  # words that the lexicon does not know
SHORT = 10  # characters: what is shorter leans on the turn before by its form
PLAIN = frozenset({"level", "trend", "change", "ratio", "count", "paper_count", "rank"})
ORDER = re.compile(r"位(?!置)|順|一番|いちばん|最も|もっとも|トップ|ランキング|番付|多[いくか]|少な[いくか]|高[いくか]|低[いくか]|強[いくか]|弱[いくか]|上[かの]|下[かの]|\d|rank|top|most|least|which", re.IGNORECASE)
LIVELY = TOLD_BY_WORDS - {"smalltalk", "help"}


class Reader(Protocol):
    """What the opinion is asked from."""

    encode: object
    second: SecondReading

    def usual(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...


def put_in_words(reader: Reader, question: Question, text: Text, previous: Question | None) -> Question:
    """The question as one for papers, terms or advice where the opinion is sure that it asks for no figure; else as it was."""
    if previous is None or reader.encode is None or question.intent not in DATA_INTENTS or question.blocker is not None or question.statistic not in PLAIN:
        return question
    if question.statistic == "rank" and ORDER.search(text.lowered) or question.family is not None or len(text.folded) < SHORT or question.inherited == ("all",) or question.parts:
        return question
    leans = [reader.second.opinion(text, previous)]
    if len(question.unread) >= OWN_WORDS:  # so many words of its own make it a question that could open a talk
        leans.append(reader.second.opinion(text, None))
    route = next((opinion.route for opinion in leans if in_words(opinion)), None)
    if route is None:
        return question
    cold = reader.usual(text, None, None)
    if cold.intent not in DATA_INTENTS and cold.blocker is None:
        return cold
    return Question(text=text.folded, intent=route, resolved=text.folded, topic=text.folded, style=question.style)


def in_words(opinion: Opinion) -> bool:
    """Whether an opinion is sure that papers, terms or advice are asked for and no figure."""
    sure = opinion.data < FIGURE and opinion.route_sure >= LIKELY or opinion.data < DOUBTFUL and opinion.route_sure >= CERTAIN
    return sure and opinion.route in LIVELY
