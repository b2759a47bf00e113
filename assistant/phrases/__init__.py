"""Sentences to say aloud in a meeting: situation × stance × audience × politeness × length, each carrying a figure."""

from assistant.phrases.answer import answer_phrases
from assistant.phrases.compose import fixed_sentences
from assistant.phrases.drafts import answer_draft
from assistant.phrases.request import Request, choices, read_request
from assistant.phrases.sayings import sayings

__all__ = ["Request", "answer_draft", "answer_phrases", "choices", "fixed_sentences", "read_request", "sayings"]
