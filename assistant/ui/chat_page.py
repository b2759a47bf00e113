"""The consultation page's parts and events: header, transcript, documents, question box."""

import gradio as gr

from assistant.ui import layout
from assistant.ui.chat import Chat
from assistant.ui.conversation import SHOWN_TURNS, Conversation, show
from assistant.ui.documents import ACCEPTED
from assistant.ui.pages import acted
from assistant.ui.roles import browser_id
from assistant.ui.talk_list import TalkList
from assistant.ui.wording import word

CONCURRENT_QUESTIONS = 8


def chat_page(chat: Chat) -> None:
    """Build header and page inside the Blocks that are open."""
    writer = chat.assistant.writer
    conversation = gr.State(None)  # a Conversation from the first question on: a function as default would be a public endpoint
    header = html(layout.header(writer.settings if writer else None), "header", layout.attach_header(), TalkList(chat.talks).calls())

    def document_act(raw: dict, request: gr.Request) -> dict:
        return acted("chat", chat.documents.act, raw, request)

    with gr.Column(elem_id="page-chat"):
        past = html("", "past", layout.attach("ask"), template=layout.turns(SHOWN_TURNS - 1))
        current = html(chat.start, "current", layout.attach("ask"), template=layout.turns(1))
        with gr.Column(elem_id="composer"):
            notice = html(layout.notice(""), "notice", None)
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

    def attach(state: Conversation | None, event: gr.EventData, request: gr.Request):
        return chat.attach(tuple(map(str, event.documents)), state, browser_id(request))

    def stopped(state: Conversation | None, event: gr.EventData):
        return chat.stop(event.question, state)

    def restored(event: gr.EventData, request: gr.Request):
        return chat.restore(str(event.talk), browser_id(request))

    def renew():
        return show(Conversation(), chat.start, box="", past="")

    outputs = [conversation, past, current, box, notice, attached]
    quiet = {"outputs": outputs, "show_progress": "hidden", "api_visibility": "private"}
    # "multiple": after a stop, Gradio would hold the event for still running. The script lets one question through at a time.
    limited = quiet | {"concurrency_limit": CONCURRENT_QUESTIONS, "concurrency_id": "questions", "trigger_mode": "multiple"}
    asking = [box.submit(from_box, [box, conversation], **limited)]
    asking += [part.ask(from_button, [conversation], **limited) for part in (past, current, attached)]
    adding.attach(attach, [conversation], **quiet)
    header.stop(stopped, [conversation], cancels=asking, **quiet)
    header.restore(restored, None, **quiet)
    header.renew(renew, None, cancels=asking, **quiet)


def html(value: str, name: str, script: str | None, calls: list | None = None, template: str = "${value}") -> gr.HTML:
    """A part of the page, styled by our own sheet only. With a `template` that does not hold the value, the script shows it."""
    return gr.HTML(value, html_template=template, elem_id=name, apply_default_css=False, js_on_load=script, server_functions=calls)
