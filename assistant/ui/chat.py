"""The consultation page: header, conversation, question box. Handlers pass text to the assistant and its answer to the page."""

import logging
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

import gradio as gr

from assistant.errors import InputError
from assistant.models import Answer
from assistant.ui import layout
from assistant.ui.markup import prefixes, split_sources
from assistant.ui.turns import finished_turn, partial_turn, waiting_turn, welcome
from assistant.ui.wording import word

KEEP = gr.skip()
CHUNK_SECONDS = 0.02
CONCURRENT_QUESTIONS = 8
log = logging.getLogger("rashinban.ui")


class Answering(Protocol):
    """What the page needs of the assistant."""

    def ask(self, text: str, session: str | None = None) -> Answer:
        """Answer in the conversation `session`. Raises InputError for text that is no question."""

    def examples(self) -> tuple[str, ...]:
        """Questions to start with."""


@dataclass(frozen=True)
class Conversation:
    """One browser tab: the id under which the assistant remembers, and the finished turns as HTML."""

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
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


def converse(assistant: Answering, text: str, conversation: Conversation | None, start: str) -> Iterator[tuple]:
    """Question → steps of the page: the question at once, the answer piece by piece, then chart and evidence.

    Text that is no question changes nothing: it stays in the box with a sentence above it. So it does when this page fails.
    """
    conversation = conversation or Conversation()
    yield updates(conversation, "".join(conversation.turns), waiting_turn(text), box="")
    try:
        answer = assistant.ask(text, session=conversation.id)
        finished = finished_turn(answer)
    except InputError as error:
        yield show(conversation, start, box=text, notice=error.message_ja)
        return
    except Exception:
        error_id = uuid.uuid4().hex[:8]
        log.exception("the page failed (%s) for %r", error_id, text[:200])
        yield show(conversation, start, box=text, notice=word("unexpected", error_id=error_id))
        return
    for part in prefixes(split_sources(answer.answer)[0]):
        yield updates(current=partial_turn(answer, part))
        time.sleep(CHUNK_SECONDS)
    yield updates(conversation.with_turn(finished), current=finished)


def chat_page(assistant: Answering) -> None:
    """Build header and page inside the Blocks that are open."""
    start = welcome(tuple(assistant.examples()))
    conversation = gr.State(None)  # a Conversation from the first question on: a function as default would be a public endpoint
    header = gr.HTML(layout.header(), elem_id="header", apply_default_css=False, js_on_load=layout.attach("renew"))
    with gr.Column(elem_id="page-chat"):
        past = gr.HTML("", elem_id="past", apply_default_css=False, js_on_load=layout.attach("ask"))
        current = gr.HTML(start, elem_id="current", apply_default_css=False, js_on_load=layout.attach("ask"))
        with gr.Column(elem_id="composer"):
            notice = gr.HTML(layout.notice(""), elem_id="notice", apply_default_css=False, js_on_load=None)
            box = gr.Textbox(
                label=word("question_label"), show_label=False, placeholder=word("question_placeholder"), lines=1, max_lines=6,
                submit_btn=True, autofocus=True, elem_id="question", container=False,
            )  # fmt: skip

    def from_box(text: str, state: Conversation | None):
        yield from converse(assistant, text, state, start)

    def from_button(state: Conversation | None, event: gr.EventData):
        yield from converse(assistant, event.question, state, start)

    def renew():
        return show(Conversation(), start, box="")

    outputs = [conversation, past, current, box, notice]
    quiet = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    limited = quiet | {"concurrency_limit": CONCURRENT_QUESTIONS, "concurrency_id": "questions"}
    box.submit(from_box, [box, conversation], **limited)
    for transcript in (past, current):
        transcript.ask(from_button, [conversation], **limited)
    header.renew(renew, None, **quiet)
