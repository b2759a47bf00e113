"""The consultation page: header, conversation, question box. Handlers pass text to the assistant and its answer to the page."""

import logging
import time
import uuid
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

import gradio as gr

from assistant.errors import InputError
from assistant.models import Answer
from assistant.ui import layout
from assistant.ui.markup import plain_text, prefixes, split_sources
from assistant.ui.pages import browser_id
from assistant.ui.talk_list import TalkList
from assistant.ui.talks import TalkStore, TalksUnavailable, Turn, new_id
from assistant.ui.turns import finished_turn, partial_turn, question_heading, waiting_turn, welcome
from assistant.ui.wording import word

KEEP = gr.skip()
CHUNK_SECONDS = 0.02
KEPT_ANSWERS = 500
NOBODY = "nobody"  # the owner of no document: for a caller without a browser id
CONCURRENT_QUESTIONS = 8
log = logging.getLogger("rashinban.ui")


class Answering(Protocol):
    """What the page needs of the assistant."""

    def ask(self, text: str, session: str | None = None, owner: str = "local") -> Answer:
        """Answer in the conversation `session`, also from the owner's documents. Raises InputError for text that is no question."""

    def examples(self) -> tuple[str, ...]:
        """Questions to start with."""


@dataclass(frozen=True)
class Conversation:
    """One browser tab: the id under which the assistant remembers, and the finished turns as HTML."""

    id: str = field(default_factory=new_id)
    turns: tuple[str, ...] = ()

    def with_turn(self, html: str) -> "Conversation":
        return replace(self, turns=(*self.turns, html))


def updates(conversation=KEEP, past=KEEP, current=KEEP, box=KEEP, notice="") -> tuple:
    """One step of the page, in the order of the outputs; what is not given stays as it is."""
    return conversation, past, current, box, layout.notice(notice)


def show(conversation: Conversation, start: str, box=KEEP, notice: str = "") -> tuple:
    """The page with all turns of a conversation, or the start when there is none."""
    current = conversation.turns[-1] if conversation.turns else start
    return updates(conversation, "".join(conversation.turns[:-1]), current, box, notice)


class Chat:
    """The steps of the page for one assistant and one store of conversations."""

    def __init__(self, assistant: Answering, talks: TalkStore):
        self.assistant, self.talks = assistant, talks
        self.answers: OrderedDict[str, tuple[str, Answer]] = OrderedDict()  # the latest answers by turn, for files made of them
        self.start = welcome(tuple(assistant.examples()))

    def converse(self, text: str, conversation: Conversation | None, owner: str) -> Iterator[tuple]:
        """Question → steps of the page: the question at once, the answer piece by piece, then chart and evidence.

        Text that is no question changes nothing: it stays in the box with a sentence above it. So it does when this page fails.
        """
        conversation, turn = conversation or Conversation(), new_id()
        yield updates(conversation, "".join(conversation.turns), waiting_turn(text), box="")
        try:
            answer = self.assistant.ask(text, session=conversation.id, owner=owner or NOBODY)
            finished = finished_turn(answer, conversation.id, turn)
        except InputError as error:
            yield show(conversation, self.start, box=text, notice=error.message_ja)
            return
        except Exception:
            error_id = uuid.uuid4().hex[:8]
            log.exception("the page failed (%s) for %r", error_id, text[:200])
            yield show(conversation, self.start, box=text, notice=word("unexpected", error_id=error_id))
            return
        for part in prefixes(split_sources(answer.answer)[0]):
            yield updates(current=partial_turn(answer, part))
            time.sleep(CHUNK_SECONDS)
        self.remember(turn, owner, answer)
        notice = self.keep(owner, conversation.id, Turn(turn, answer.question, plain_text(answer.answer), finished))
        yield updates(conversation.with_turn(finished), current=finished, notice=notice)

    def remember(self, turn: str, owner: str, answer: Answer) -> None:
        self.answers[turn] = (owner, answer)
        while len(self.answers) > KEPT_ANSWERS:
            self.answers.popitem(last=False)

    def answer_of(self, turn: str, owner: str) -> Answer | None:
        """A late answer of the owner; None when it is another's or no longer in memory."""
        whose, answer = self.answers.get(turn, ("", None))
        return answer if owner and whose == owner else None

    def keep(self, owner: str, talk: str, turn: Turn) -> str:
        """Store a turn for its owner; a sentence when that fails, as the conversation then cannot be found again."""
        if not owner:
            return ""
        try:
            self.talks.add(owner, talk, turn)
        except TalksUnavailable as error:
            log.warning("a turn was not kept: %s", error)
            return word("talks_unavailable")
        return ""

    def stop(self, question: str, conversation: Conversation | None) -> tuple:
        """The page as before the question, which is back in the box; an answer that was finished meanwhile stays."""
        if conversation and conversation.turns and question_heading(question) in conversation.turns[-1]:
            return show(conversation, self.start)
        return show(conversation or Conversation(), self.start, box=question, notice=word("stopped_answer"))

    def restore(self, talk: str, owner: str) -> tuple:
        """A kept conversation of the owner, or the start when there is none (any more)."""
        try:
            turns = self.talks.turns(owner, talk)
        except TalksUnavailable as error:
            log.warning("a conversation was not read: %s", error)
            return show(Conversation(), self.start, notice=word("talks_unavailable"))
        return show(Conversation(talk, tuple(turn.html for turn in turns)) if turns else Conversation(), self.start)


def chat_page(chat: Chat) -> None:
    """Build header and page inside the Blocks that are open."""
    conversation = gr.State(None)  # a Conversation from the first question on: a function as default would be a public endpoint
    header = gr.HTML(
        layout.header(),
        elem_id="header",
        apply_default_css=False,
        server_functions=TalkList(chat.talks).calls(),
        js_on_load=layout.attach_header(),
    )
    with gr.Column(elem_id="page-chat"):
        past = gr.HTML("", elem_id="past", apply_default_css=False, js_on_load=layout.attach("ask"))
        current = gr.HTML(chat.start, elem_id="current", apply_default_css=False, js_on_load=layout.attach("ask"))
        with gr.Column(elem_id="composer"):
            notice = gr.HTML(layout.notice(""), elem_id="notice", apply_default_css=False, js_on_load=None)
            box = gr.Textbox(
                label=word("question_label"), show_label=False, placeholder=word("question_placeholder"), lines=1, max_lines=6,
                submit_btn=True, autofocus=True, elem_id="question", container=False,
            )  # fmt: skip

    def from_box(text: str, state: Conversation | None, request: gr.Request):
        yield from chat.converse(text, state, browser_id(request))

    def from_button(state: Conversation | None, event: gr.EventData, request: gr.Request):
        yield from chat.converse(event.question, state, browser_id(request))

    def stopped(state: Conversation | None, event: gr.EventData):
        return chat.stop(event.question, state)

    def restored(event: gr.EventData, request: gr.Request):
        return chat.restore(str(event.talk), browser_id(request))

    def renew():
        return show(Conversation(), chat.start, box="")

    outputs = [conversation, past, current, box, notice]
    quiet = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    # "multiple": after a stop, Gradio would hold the event for still running. The script lets one question through at a time.
    limited = quiet | {"concurrency_limit": CONCURRENT_QUESTIONS, "concurrency_id": "questions", "trigger_mode": "multiple"}
    asking = [box.submit(from_box, [box, conversation], **limited)]
    asking += [transcript.ask(from_button, [conversation], **limited) for transcript in (past, current)]
    header.stop(stopped, [conversation], cancels=asking, **quiet)
    header.restore(restored, None, **quiet)
    header.renew(renew, None, cancels=asking, **quiet)
