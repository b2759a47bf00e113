"""A language model as writer: configured by environment variables, checked like every other writer, never needed.

Importing this package is cheap; LangChain loads at the first question that goes to a model.
"""

from assistant.llm.settings import Settings
from assistant.llm.stream import Event, answer_events, streaming
from assistant.llm.writer import ModelWriter

__all__ = ["Event", "ModelWriter", "Settings", "answer_events", "streaming"]
