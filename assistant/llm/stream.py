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
    """`kind`: text (a piece of the unchecked draft), restart (forget the draft: it is written anew), done (with the checked answer)."""

    kind: str
    text: str = ""
    answer: Answer | None = None


listener: contextvars.ContextVar[Callable[[Event], None] | None] = contextvars.ContextVar("listener", default=None)


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
    """Run `ask` in a thread and yield its events; the last is `done` with the answer. Raises what `ask` raises."""
    events: queue.Queue = queue.Queue()

    def work() -> None:
        try:
            with streaming(events.put):
                events.put(Event("done", answer=ask()))
        except Exception as error:  # handed to the reader of the events below
            events.put(error)

    threading.Thread(target=work, daemon=True).start()
    while True:
        event = events.get()
        if isinstance(event, Exception):
            raise event
        yield event
        if event.kind == "done":
            return
