"""A question about figures with a word that nothing explained and that limits what it asks for is refused by that word, with the nearest figure."""

import re
from collections.abc import Callable
from typing import Protocol

from assistant.models import Question
from assistant.understand.blockers import Blockers
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.leftover import Tails, glosses
from assistant.understand.cues.stated import FRACTIONAL, counted_tops
from assistant.understand.cues.who_ranked import who_spans
from assistant.understand.limiting import Limiting, Word, words_of
from assistant.understand.names.periods import read_period
from assistant.understand.names.places import Places
from assistant.understand.names.subjects import read_bands
from assistant.understand.second import SecondReading
from assistant.understand.text.matcher import Hit, Text, read

# Probability that a word limits the question, from which it is asked whether the whole of it sounds like one that is held: a question of its own, and
# one that leans on the talk, where many words only point and change. Below HELD that must lie, unless the word is CERTAIN.
LIKELY, LEANING, HELD = 0.6, 0.9, 0.9
CERTAIN, CERTAIN_LEANING = 0.9, 0.97
PLAIN = frozenset({"level", "trend", "change", "ratio", "count", "paper_count"})
UNLIKELY = 0.5  # chance of being held, below which a turn after figures is not told by papers either
UNCOUNTED = "数えていません"
TOGETHER = re.compile(r"[一-龥々ァ-ヴー]+|[A-Za-z][A-Za-z'-]*")


class Reader(Protocol):
    """The finders that tell which words are explained."""

    blockers: Blockers
    encode: Callable | None
    places: Places
    second: SecondReading
    tails: Tails

    def explained(self, text: Text) -> list[Hit]: ...


class Limited:
    """Looks for such words with the finders of a reader. Safe to share between threads."""

    def __init__(self, reader: Reader):
        self.reader = reader
        self.model = Limiting(reader.blockers.proper_nouns.tokens)

    def explained(self, text: Text) -> list[tuple[int, int, str]]:
        """Spans of all that the lexicon explains, with their kind."""
        hits = self.reader.explained(text)
        venues = [hit for hit in hits if hit.kind == "venue"]
        counted = [*read_bands(text.lowered)[1], *counted_tops(text.lowered), *(match.span() for match in FRACTIONAL.finditer(text.lowered))]
        told = [*who_spans(text.lowered), *glosses(text.lowered, venues), *self.reader.tails.spans(text.lowered, hits)]
        named = [(hit.start, hit.end, hit.kind) for hit in hits]
        return [*((*span, "year") for span in read_period(text.folded).marks), *((*span, "counted") for span in counted), *((*span, "told") for span in told), *named]

    def words(self, text: Text, follow_up: bool) -> list[Word]:
        """The words that nothing explained, as the model is taught by them."""
        return words_of(text.lowered, self.explained(text), list(self.model.tokens(text.lowered)), follow_up)

    def question(self, question: Question, text: Text, previous: Question | None) -> Question:
        """The question, refused where a word of its own limits what it asks for."""
        if question.parts and all(part.text != question.text for part in question.parts):  # several questions in one message, each with its own words
            return question.with_(parts=tuple(self.question(part, read(part.text), previous) for part in question.parts))
        if let_be(question, previous):
            return question
        chances = self.model.chances(text.lowered, self.explained(text), previous is not None)
        chances = [found for found in chances if not any(text.folded[found[0].start : found[0].end] in told for told in question.readings)]  # told aloud how it was read
        word, chance = max(chances, key=lambda found: found[1], default=(None, 0.0))
        if word is None or chance < (LIKELY if previous is None else LEANING) or not self.limits(question, text, previous, text.lowered[word.start : word.end], chance):
            return question
        refused = question.with_(blocker="unknown_metric", blocker_details={"name": compound(text.folded, word)}, parts=())
        return refused if question.intent in DATA_INTENTS else refused.with_(intent="figure", subjects=previous.subjects, places=previous.places, years=previous.years)

    def limits(self, question: Question, text: Text, previous: Question | None, word: str, chance: float) -> bool:
        """Whether so likely a word limits the question, by how the whole of it sounds."""
        if question.intent not in DATA_INTENTS:
            return self.held(text, previous) < UNLIKELY
        if question.statistic not in PLAIN or word.isascii():  # read by words of their own; and few English words are learned
            return chance >= CERTAIN and self.held(text, previous) < UNLIKELY
        return chance >= (CERTAIN if previous is None else CERTAIN_LEANING) or self.held(text, previous) < HELD

    def held(self, text: Text, previous: Question | None) -> float:
        """Probability that the question as a whole asks for what is held; 1 where there is no model for meanings."""
        return 1.0 if self.reader.encode is None else self.reader.second.opinion(text, previous).held


def let_be(question: Question, previous: Question | None) -> bool:
    """Whether a question is no matter of its words: it is refused, no figure of papers, the last one again, read by meaning, or all of its words are explained."""
    if question.blocker is not None or question.family is not None or question.inherited == ("all",) or question.confidence < 1 or previous is None and not question.unread:
        return True
    if any(UNCOUNTED in told for told in question.readings):  # what is not counted is said already
        return True
    if question.subjects and all(subject.metric.endswith("title_share") for subject in question.subjects):  # names words that stand in titles
        return True
    after_figures = previous is not None and previous.intent in DATA_INTENTS and previous.blocker is None
    return question.intent not in DATA_INTENTS and not (question.intent in ("paper", "explain") and after_figures and not question.inherited)


def compound(text: str, word: Word) -> str:
    """A word with the kanji, katakana or letters that it is written together with: 通信会社, not 通信."""
    return next((match.group() for match in TOGETHER.finditer(text) if match.start() <= word.start and word.end <= match.end()), text[word.start : word.end])
