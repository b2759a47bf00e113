"""The consultation page's parts and events: header, transcript, documents, question box."""

from collections.abc import Iterator
from typing import TypeVar

import gradio as gr

from assistant.ui import layout
from assistant.ui.chat import Chat
from assistant.ui.conversation import SHOWN_TURNS, Conversation, opened
from assistant.ui.documents import ACCEPTED
from assistant.ui.pages import acted
from assistant.ui.roles import browser_id
from assistant.ui.slots import Slots
from assistant.ui.talk_list import TalkList
from assistant.ui.wording import word

CONCURRENT_QUESTIONS = 8
T = TypeVar("T")


def chat_page(chat: Chat, slots: Slots) -> None:
    """Build header and page inside the Blocks that are open; without a language model its answers are written in `slots`."""
    writer = chat.assistant.writer
    conversation = gr.State(None)  # a Conversation from the first question on: a function as default would be a public endpoint
    header = html(layout.header(writer.settings if writer else None), "header", layout.attach_header(), TalkList(chat.talks).calls())

    def document_act(raw: dict, request: gr.Request) -> dict:
        return acted("chat", chat.documents.act, raw, request)

    with gr.Column(elem_id="page-chat"):
        past = html("", "past", layout.attach("ask"), template=layout.turns(SHOWN_TURNS - 1))
        current = html(chat.start, "current", layout.attach("ask"), template=layout.turns(1))
        with gr.Column(elem_id="composer"):
            notice = html(layout.notice(""), "notice", layout.attach_notice())
            attached = html(layout.attached(()), "attached", layout.attach("ask"))
            html(layout.told(), "told", None)
            with gr.Row(elem_id="entry"):
                adding = html(layout.attach_button(ACCEPTED), "adding", layout.attach_documents(), [document_act])
                box = gr.Textbox(
                    label=word("question_label"), show_label=False, placeholder=word("question_placeholder"), lines=1, max_lines=6,
                    submit_btn=True, autofocus=True, elem_id="question", container=False,
                )  # fmt: skip

    def from_box(text: str, state: Conversation | None, request: gr.Request):
        yield from chat.converse(text, state, browser_id(request))

    def from_button(state: Conversation | None, event: gr.EventData, request: gr.Request):
        if getattr(event, "reword", None):
            yield from chat.reword(str(event.reword), state, browser_id(request))
        else:
            yield from chat.converse(str(event.question), state, browser_id(request), str(getattr(event, "consent", "")))

    async def from_box_at_once(text: str, state: Conversation | None, request: gr.Request):
        return await slots.run(lambda: last(from_box(text, state, request)), lambda: chat.busy(text, state))

    async def from_button_at_once(state: Conversation | None, event: gr.EventData, request: gr.Request):
        return await slots.run(lambda: last(from_button(state, event, request)), lambda: chat.busy(str(event.question), state))

    def attach(state: Conversation | None, event: gr.EventData, request: gr.Request):
        return chat.attach(tuple(map(str, event.documents)), state, browser_id(request))

    def stopped(state: Conversation | None, event: gr.EventData):
        return chat.stop(event.question, state)

    def restored(event: gr.EventData, request: gr.Request):
        return chat.restore(str(event.talk), browser_id(request))

    def renew():
        return opened(Conversation(), chat.start)

    quiet = {"show_progress": "hidden", "api_visibility": "private"}
    step = quiet | {"outputs": [conversation, current, notice]}
    # "multiple": after a stop, Gradio would hold the event for still running. The script lets one question through at a time.
    asking = step | {"trigger_mode": "multiple"}
    if writer is None:  # the answer is there at once: Gradio's queue, made for streams, would take longer than the answer
        asking |= {"queue": False}
        by_box, by_button = from_box_at_once, from_button_at_once
    else:
        asking |= {"concurrency_limit": CONCURRENT_QUESTIONS, "concurrency_id": "questions"}
        by_box, by_button = from_box, from_button
    events = [box.submit(by_box, [box, conversation], js=layout.asked(), **asking)]
    events += [part.ask(by_button, [conversation], **asking) for part in (past, current, attached)]
    for event in events:
        event.failure(None, None, None, js=layout.not_answered())
    cancels = {} if writer is None else {"cancels": events}
    adding.attach(attach, [conversation], outputs=[conversation, notice, attached], **quiet)
    header.stop(stopped, [conversation], **step, **cancels)
    header.restore(restored, None, outputs=[conversation, past, current, notice, attached], **quiet)
    header.renew(renew, None, outputs=[conversation, past, current, notice, attached], **quiet, **cancels)


def last(steps: Iterator[T]) -> T:
    *_, end = steps
    return end


def html(value: str, name: str, script: str | None, calls: list | None = None, template: str = "${value}") -> gr.HTML:
    """A part of the page, styled by our own sheet only. With a `template` that does not hold the value, the script shows it."""
    return gr.HTML(value, html_template=template, elem_id=name, apply_default_css=False, js_on_load=script, server_functions=calls)
