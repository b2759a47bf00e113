"""Follow-ups to figures whose words say what they change: read without what fills no slot, and completed slot by slot."""

import re
from typing import Protocol

import prompts
from assistant.models import Question, Subject
from assistant.understand import slots
from assistant.understand.blockers import Blockers
from assistant.understand.institutions import InstitutionNames
from assistant.understand.intent import DATA_INTENTS
from assistant.understand.leftover import Tails, leftover_runs
from assistant.understand.matcher import Hit, Text, read
from assistant.understand.periods import read_period
from assistant.understand.restated import restated
from assistant.understand.stated import FRACTIONAL, variant
from assistant.understand.subjects import read_bands


class Reader(Protocol):
    """What reads a text by itself, and the finders it reads with."""

    blockers: Blockers
    tails: Tails
    institutions: InstitutionNames

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...

    def measures(self, text: Text) -> bool: ...

    def explained(self, text: Text) -> list[Hit]: ...


class GoingOn:
    """Reads follow-ups to figures with the finders of a reader. Holds only word lists."""

    def __init__(self, reader: Reader):
        self.reader = reader
        words = prompts.lexicon("followup")
        self.idle = frozenset(map(str, words["idle"]))
        self.occasions = re.compile("|".join(map(re.escape, sorted(words["occasions"], key=lambda word: (-len(word), word)))))

    def question(self, text: Text, previous: Question | None, data: Question | None, sure: bool = False) -> Question | None:
        """The completed question; None where the text is no such follow-up, and with `sure` where its words do not say so themselves."""
        if previous is None or data is None or data.parts or data.statistic == "computed":
            return None
        if not (previous.intent in DATA_INTENTS or previous.intent in ("why", "explain", "paper") and previous.subjects):
            return None
        told = restated(text.folded, self.names_figure)
        asked, bare = slots.read_slots(told.rest, data)
        if sure and not (told.replaces or asked.sure) or len(told.rest) > slots.LONGEST:
            return None
        rest = read(self.occasions.sub(" ", bare))
        unread, unheld = self.unread_nouns(rest), self.reader.blockers.unheld(rest, self.reader.explained(rest))
        if told.replaces and unheld is None:  # 「対象を…に替えて」: what is put in the place of the last thing has no figures
            unheld = next((("unknown_name", name) for name in self.reader.blockers.proper_nouns.among(unread, rest.lowered) if re.search(re.escape(name) + "[^、。のは]{0,6}だと", rest.lowered)), None)
        if unheld is None and (unread and not told.replaces or self.reader.blockers.proper_nouns.among(unread, rest.lowered)):
            return None
        alone = self.reader.read_alone(rest, data.years[-1] if data.years else None)
        if unheld is not None:  # 「学生の数に直すと?」 asks for a figure we do not hold; any other such message is judged as a whole
            refused = told.replaces and alone.blocker is None and alone.intent in (*DATA_INTENTS, "paper", "explain")
            return alone.with_(text=text.folded, resolved=text.folded, intent="figure", blocker=unheld[0], blocker_details={"word" if unheld[0] == "calendar" else "name": unheld[1]}) if refused else None
        if not alone.subjects and (named := self.reader.institutions.find(rest)):  # a firm named after figures is one whose papers are counted
            alone = alone.with_(subjects=tuple(dict.fromkeys(Subject("institution_share", institution=hit.key) for hit in named)))
        done = slots.completed(alone, told.rest, asked, told.leans, previous, data)
        if done is None:
            return None
        return self.reader.finished(done.with_(text=text.folded, topic=done.topic if done.intent == "why" else text.folded), rest, data)

    def names_figure(self, words: str) -> bool:
        """Whether words name something of the figures, or ask for another kind of them."""
        text = read(words)
        return slots.names_slot(words) or variant(text) is not None or self.reader.measures(text) or any(hit.kind == "country" for hit in self.reader.explained(text))

    def unread_nouns(self, text: Text) -> list[str]:
        """Nouns that nothing explains and that are no words of asking."""
        hits = self.reader.explained(text)
        spans = [*read_period(text.folded).marks, *read_bands(text.lowered)[1], *(match.span() for match in FRACTIONAL.finditer(text.lowered)), *self.reader.tails.spans(text.lowered, hits)]
        runs = leftover_runs(text.lowered, hits, spans)
        return [run for run in self.reader.blockers.nouns.among(runs, text.lowered) if run not in self.reader.blockers.idle and run not in self.idle]
