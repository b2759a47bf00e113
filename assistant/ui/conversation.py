"""The state of one browser tab, and one step of its page: what is shown in the transcript, the box, the notice and the list of documents."""

from dataclasses import dataclass, field, replace

import gradio as gr

from assistant.ui import layout
from assistant.ui.documents import Attached
from assistant.ui.talks import new_id

KEEP = gr.skip()


@dataclass(frozen=True)
class Conversation:
    """`id` is what the assistant remembers it under, `turns` the finished ones as HTML, `documents` those that were put into it.

    `silent`: its owner wants no language model here.
    """

    id: str = field(default_factory=new_id)
    turns: tuple[str, ...] = ()
    documents: tuple[Attached, ...] = ()
    silent: bool = False

    def with_turn(self, html: str) -> "Conversation":
        return replace(self, turns=(*self.turns, html))

    @property
    def document(self) -> str | None:
        """Id of the one that 「この資料」 means: the last one put in."""
        return self.documents[-1].id if self.documents else None


def updates(conversation=KEEP, past=KEEP, current=KEEP, box=KEEP, notice="", attached=KEEP) -> tuple:
    """One step of the page, in the order of the outputs; what is not given stays as it is."""
    return conversation, past, current, box, layout.notice(notice), attached


def show(conversation: Conversation, start: str, box=KEEP, notice: str = "") -> tuple:
    """The page with all turns of a conversation, or the start when there is none."""
    current = conversation.turns[-1] if conversation.turns else start
    return updates(conversation, "".join(conversation.turns[:-1]), current, box, notice, layout.attached(conversation.documents))
