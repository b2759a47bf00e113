"""Turns a question into a sourced, verified Japanese answer."""

from assistant.assistant import Assistant
from assistant.errors import InputError
from assistant.models import Answer

__all__ = ["Answer", "Assistant", "InputError"]
