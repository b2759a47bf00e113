"""Events while a model writes, for a screen that shows the text as it grows."""

import contextvars
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.models import Answer


@dataclass(frozen=True)
class Event:
    """One step of an answer. Only text that has passed the check is ever in an event.

    `kind`:
    - status: `text` is a short Japanese sentence on what the model does now (writing, writing anew); it replaces the last one.
    - text: `text` is Markdown to append to the draft: whole sentences that passed the check, with marks numbered as in the final answer.
    - restart: forget the draft shown so far: it is written anew or gives way to the answer without a model.
    - done: `answer` is the final answer with its verdict; always the last event, and it replaces the draft.

    An answer that needs no model gives `done` alone. The draft is the beginning of `answer.answer` unless a restart came after it.
    """

    kind: str
    text: str = ""
    answer: Answer | None = None


listener: contextvars.ContextVar[Callable[[Event], None] | None] = contextvars.ContextVar("listener", default=None)

quiet: contextvars.ContextVar[bool] = contextvars.ContextVar("quiet", default=False)


@contextmanager
def without_model() -> Iterator[None]:
    """Questions asked inside this block go to no model: for someone who has not agreed to what leaves the machine."""
    token = quiet.set(True)
    try:
        yield
    finally:
        quiet.reset(token)


def silenced() -> bool:
    return quiet.get()


@contextmanager
def streaming(hear: Callable[[Event], None]) -> Iterator[None]:
    """Questions asked inside this block tell `hear` of every event, in the asking thread."""
    token = listener.set(hear)
    try:
        yield
    finally:
        listener.reset(token)


def tell(event: Event) -> None:
    hear = listener.get()
    if hear is not None:
        hear(event)


def answer_events(ask: Callable[[], Answer]) -> Iterator[Event]:
    """Run `ask` in a thread and yield its events as they come: see `Event` for the kinds.

    `ask` is any call that ends in an Answer: `lambda: assistant.ask(text, session, owner)`, `lambda: assistant.reworded(answer, 1)`.
    The last event is `done` with the answer. Raises what `ask` raises. A reader who stops early leaves the thread to end by
    itself within the model's time limit.
    """
    events: queue.Queue = queue.Queue()

    def work() -> None:
        try:
            with streaming(events.put):
                events.put(Event("done", answer=ask()))
        except Exception as error:  # handed to the reader of the events below
            events.put(error)

    threading.Thread(target=contextvars.copy_context().run, args=(work,), daemon=True).start()
    while True:
        event = events.get()
        if isinstance(event, Exception):
            raise event
        yield event
        if event.kind == "done":
            return
