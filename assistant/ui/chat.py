"""What the consultation page does: each step passes text to the assistant and its answer to the page."""

import logging
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.access.rates import QUESTIONS, Rates
from assistant.errors import InputError
from assistant.llm import ModelWriter, answer_events, without_model
from assistant.models import Answer
from assistant.operations.answers import note_answer
from assistant.operations.logs import quoted, withheld
from assistant.record import record_of
from assistant.ui import layout
from assistant.ui.conversation import SHOWN_TURNS, Conversation, last_turn, opened, step
from assistant.ui.documents import OwnDocuments
from assistant.ui.markup import plain_text
from assistant.ui.talks import TalkStore, TalksUnavailable, Turn, new_id
from assistant.ui.turns import consent_turn, finished_turn, partial_turn, question_heading, welcome
from assistant.ui.wording import word

KEPT_ANSWERS = 500
NOBODY = "nobody"  # the owner of no document: for a caller without a browser id
log = logging.getLogger("rashinban.ui")


class Answering(Protocol):
    """What the page needs of the assistant."""

    writer: ModelWriter | None

    def ask(self, text: str, session: str | None = None, owner: str = "local", document: str | None = None) -> Answer:
        """Answer in the conversation `session`, also from the owner's documents. Raises InputError for text that is no question."""

    def reworded(self, answer: Answer, variation: int) -> Answer:
        """Another wording of an answer by the language model."""

    def examples(self) -> tuple[str, ...]:
        """Questions to start with."""


@dataclass
class Kept:
    """A late answer in memory: for files made of it, and for another wording."""

    owner: str
    answer: Answer
    variation: int = 0


class Chat:
    """The steps of the page for one assistant, one store of conversations and the documents of their owners."""

    def __init__(self, assistant: Answering, talks: TalkStore, documents: OwnDocuments, versions: dict[str, str] | None = None, rates: Rates | None = None):
        """`versions`: of data and settings, kept with every answer. `rates`: how often an owner may ask, None for no limit."""
        self.rates = rates or Rates()
        self.assistant, self.talks, self.documents, self.versions = assistant, talks, documents, versions or {}
        self.answers: OrderedDict[str, Kept] = OrderedDict()
        self.start = welcome(tuple(assistant.examples()))

    # -- a question ---------------------------------------------------------------------------------------------------

    def converse(self, text: str, conversation: Conversation | None, owner: str, consent: str = "") -> Iterator[tuple]:
        """Question → steps of the page: the answer as it is written, at the end chart and evidence. The script shows the question meanwhile.

        Text that is no question changes nothing: it comes back into the box with a sentence above it. So it does when this page fails.
        `consent` (yes, no) is what the reader said to the notice that comes before the first question to a language model.
        """
        conversation, turn = self.consented(conversation or Conversation(), owner, consent), new_id()
        if lines := self.notice(conversation, owner):
            yield step(conversation, consent_turn(text, lines, conversation.id, turn))
            return

        def ask() -> Answer:
            return self.assistant.ask(text, session=conversation.id, owner=owner or NOBODY, document=conversation.document)

        yield from self.guarded(conversation, text, text, self.answered(ask, text, conversation, owner, turn))

    def guarded(self, conversation: Conversation, text: str, back: str, steps: Iterator[tuple]) -> Iterator[tuple]:
        """The steps; where they fail, the page as before with a sentence, and `back` in the box."""
        try:
            yield from steps
        except InputError as error:
            yield step(conversation, last_turn(conversation, self.start), error.message_ja, back)
        except Exception:
            error_id = uuid.uuid4().hex[:8]
            log.exception("the page failed (%s) for %s", error_id, quoted(text), extra=withheld(text))
            yield step(conversation, last_turn(conversation, self.start), word("unexpected", error_id=error_id), back)

    def answered(self, ask: Callable[[], Answer], text: str, conversation: Conversation, owner: str, turn: str) -> Iterator[tuple]:
        self.counted(owner)
        answer = yield from self.written(ask, text, conversation, turn)
        finished = finished_turn(answer, conversation.id, turn, self.rewordable(answer, conversation), text)
        self.remember(turn, Kept(owner, answer))
        note_answer(turn, answer, owner, self.versions, "page")
        notice = self.keep(owner, conversation, Turn(turn, answer.question, plain_text(answer.answer), finished, record_of(answer, self.versions)))
        yield step(conversation.with_turn(finished), finished, notice)

    def counted(self, owner: str) -> None:
        """Raises InputError for who asks too often."""
        if seconds := self.rates.wait(QUESTIONS, owner or NOBODY):
            raise InputError(word("too_often", seconds=seconds), "too many questions")

    def written(self, ask: Callable[[], Answer], text: str, conversation: Conversation, turn: str) -> Iterator[tuple]:
        """Steps while a model writes; returns the answer. Without a model there is nothing before the answer itself."""
        if self.assistant.writer is None:
            return ask()

        def quietly() -> Answer:
            with without_model():
                return ask()

        draft = status = ""
        for event in answer_events(quietly if conversation.silent else ask):
            if event.kind == "done":
                return event.answer
            draft = "" if event.kind == "restart" else draft + (event.text if event.kind == "text" else "")
            status = event.text if event.kind == "status" else status
            yield step(current=partial_turn(text, draft, status, conversation.id, turn))

    # -- the language model -------------------------------------------------------------------------------------------

    def consented(self, conversation: Conversation, owner: str, consent: str) -> Conversation:
        if consent == "yes" and self.assistant.writer is not None:
            self.assistant.writer.agree(owner or NOBODY)
        return replace(conversation, silent=True) if consent == "no" else conversation

    def notice(self, conversation: Conversation, owner: str) -> list[str]:
        """What must be told before the question goes out; [] when nothing."""
        writer = self.assistant.writer
        return [] if writer is None or conversation.silent else writer.notice(owner or NOBODY)

    def rewordable(self, answer: Answer, conversation: Conversation) -> bool:
        return self.assistant.writer is not None and not conversation.silent and answer.material is not None

    def reword(self, turn: str, conversation: Conversation | None, owner: str) -> Iterator[tuple]:
        """The last answer in other words of the model, in the place of the one shown."""
        kept = self.answers.get(turn)
        if conversation is None or not conversation.turns or f'data-turn="{turn}"' not in conversation.turns[-1] or kept is None or kept.owner != owner:
            yield step(current=last_turn(conversation or Conversation(), self.start), notice=word("answer_gone"))
            return
        yield from self.guarded(conversation, kept.answer.question, "", self.replaced(turn, kept, conversation, owner))

    def replaced(self, turn: str, kept: Kept, conversation: Conversation, owner: str) -> Iterator[tuple]:
        self.counted(owner)
        variation = kept.variation + 1
        answer = yield from self.written(lambda: self.assistant.reworded(kept.answer, variation), kept.answer.question, conversation, turn)
        finished = finished_turn(answer, conversation.id, turn, True)
        self.remember(turn, Kept(owner, replace(answer, material=kept.answer.material), variation))
        note_answer(turn, answer, owner, self.versions, "reworded")
        notice = self.kept(lambda: self.talks.replace(owner, Turn(turn, answer.question, plain_text(answer.answer), finished, record_of(answer, self.versions))), owner)
        yield step(replace(conversation, turns=(*conversation.turns[:-1], finished)), finished, notice)

    # -- what is kept -------------------------------------------------------------------------------------------------

    def remember(self, turn: str, kept: Kept) -> None:
        self.answers[turn] = kept
        while len(self.answers) > KEPT_ANSWERS:
            self.answers.popitem(last=False)

    def answer_of(self, turn: str, owner: str) -> Answer | None:
        """A late answer of the owner; None when it is another's or no longer in memory."""
        kept = self.answers.get(turn)
        return kept.answer if kept is not None and owner and kept.owner == owner else None

    def keep(self, owner: str, conversation: Conversation, turn: Turn) -> str:
        """Store a turn and the conversation's documents for their owner; a sentence when that fails."""

        def work() -> None:
            self.talks.add(owner, conversation.id, turn)
            self.talks.attach(owner, conversation.id, tuple(one.id for one in conversation.documents))

        return self.kept(work, owner)

    def kept(self, work: Callable[[], None], owner: str) -> str:
        """A sentence when the store fails, as the conversation then cannot be found again; nothing is stored without an owner."""
        if not owner:
            return ""
        try:
            work()
        except TalksUnavailable as error:
            log.warning("a conversation was not kept: %s", error)
            return word("talks_unavailable")
        return ""

    # -- other buttons ------------------------------------------------------------------------------------------------

    def attach(self, ids: tuple[str, ...], conversation: Conversation | None, owner: str) -> tuple:
        """The conversation with these documents of the owner, in place of those it had: state, notice, documents."""
        conversation = replace(conversation or Conversation(), documents=self.documents.named(owner, dict.fromkeys(ids)))
        notice = self.kept(lambda: self.talks.attach(owner, conversation.id, tuple(one.id for one in conversation.documents)), owner)
        return conversation, layout.notice(notice), layout.attached(conversation.documents)

    def busy(self, text: str, conversation: Conversation | None) -> tuple:
        """The page as before a question that nobody has time for."""
        conversation = conversation or Conversation()
        return step(conversation, last_turn(conversation, self.start), word("busy"), text)

    def stop(self, question: str, conversation: Conversation | None) -> tuple:
        """The page as before the question, which is back in the box; an answer that was finished meanwhile stays."""
        if conversation and conversation.turns and question_heading(question) in conversation.turns[-1]:
            return step(conversation, last_turn(conversation, self.start))
        conversation = conversation or Conversation()
        return step(conversation, last_turn(conversation, self.start), word("stopped_answer"), question)

    def restore(self, talk: str, owner: str) -> tuple:
        """A kept conversation of the owner, or the start when there is none (any more)."""
        try:
            (earlier, turns), documents = self.talks.latest(owner, talk, SHOWN_TURNS), self.talks.attached(owner, talk)
        except TalksUnavailable as error:
            log.warning("a conversation was not read: %s", error)
            return opened(Conversation(), self.start, word("talks_unavailable"))
        if not turns:
            return opened(Conversation(), self.start)
        found = Conversation(talk, tuple(turn.html for turn in turns), self.documents.named(owner, documents), earlier=earlier)
        return opened(found, self.start)
