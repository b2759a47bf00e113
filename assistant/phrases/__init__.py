"""Sentences to say aloud in a meeting: situation × stance × audience × politeness × length, each carrying a figure."""

from assistant.phrases.answer import answer_phrases
from assistant.phrases.compose import fixed_sentences
from assistant.phrases.request import Request, choices, read_request
from assistant.phrases.sayings import sayings
from assistant.phrases.told import ON_TOLD, answer_told

__all__ = ["ON_TOLD", "Request", "answer_phrases", "answer_told", "choices", "fixed_sentences", "read_request", "sayings"]
