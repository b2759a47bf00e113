"""A language model as writer: configured by environment variables, checked like every other writer, never needed.

What a screen needs, with `assistant.writer` (None where no model is configured):
- `assistant.writer.notice(owner)`: sentences on what leaves the machine, to show before the first question; empty when there is
  nothing to tell. `assistant.writer.agree(owner)` once they were shown and accepted; `with without_model():` around a question of
  someone who has not.
- `answer_events(lambda: assistant.ask(text, session, owner))`: the answer as it is written, checked sentences only; see `Event`.
- `assistant.reworded(answer, variation)`: another wording of an answer (variation 1, 2, …), also within `answer_events`.

Importing this package is cheap; LangChain loads at `Assistant.warm` or the first question that goes to a model.
"""

from assistant.llm.settings import Settings
from assistant.llm.stream import Event, answer_events, streaming, without_model
from assistant.llm.writer import ModelWriter

__all__ = ["Event", "ModelWriter", "Settings", "answer_events", "streaming", "without_model"]
