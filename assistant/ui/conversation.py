"""The state of one browser tab, and what a step of its page changes: transcript, notice, list of documents."""

from dataclasses import dataclass, field, replace
from html import escape

import gradio as gr

from assistant.ui import layout
from assistant.ui.documents import Attached
from assistant.ui.talks import new_id
from assistant.ui.wording import word

KEEP = gr.skip()
SHOWN_TURNS = 30


@dataclass(frozen=True)
class Conversation:
    """`id` is what the assistant remembers it under, `turns` the last finished ones as HTML, `documents` those that were put into it.

    `silent`: its owner wants no language model here. `earlier`: how many turns came before `turns`; they are kept, but no longer on the page,
    so that a conversation of any length costs the same.
    """

    id: str = field(default_factory=new_id)
    turns: tuple[str, ...] = ()
    documents: tuple[Attached, ...] = ()
    silent: bool = False
    earlier: int = 0

    def with_turn(self, html: str) -> "Conversation":
        turns = (*self.turns, html)
        return replace(self, turns=turns[-SHOWN_TURNS:], earlier=self.earlier + len(turns[:-SHOWN_TURNS]))

    def html(self, count: int | None = None) -> str:
        """The first `count` of the turns (None: all), below what is said of those that are no longer shown."""
        told = f'<p class="earlier" role="note" data-count="{self.earlier}">{escape(word("earlier_turns", count=f"{self.earlier:,}"))}</p>' if self.earlier else ""
        return told + "".join(self.turns[:count])

    @property
    def document(self) -> str | None:
        """Id of the one that 「この資料」 means: the last one put in."""
        return self.documents[-1].id if self.documents else None


def step(conversation=KEEP, current=KEEP, notice: str = "", back: str = "") -> tuple:
    """State, the turn being answered and the notice, whose text that was not answered goes `back` into the box.

    Only these three change with a question, and where they can they carry a value: Gradio builds anew what it is told to keep.
    """
    return conversation, current, layout.notice(notice, back)


def last_turn(conversation: Conversation, start: str) -> str:
    return conversation.turns[-1] if conversation.turns else start


def opened(conversation: Conversation, start: str, notice: str = "") -> tuple:
    """The page with another conversation than it shows: state, past, current turn, notice, documents."""
    return conversation, conversation.html(-1), last_turn(conversation, start), layout.notice(notice), layout.attached(conversation.documents)
