"""Reading settings, and saying which one is wrong."""

from assistant.errors import InputError
from prompts import render


def listed(text: str) -> list[str]:
    """The parts between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def wrong(name: str, text: str | None, reason: str, **values: object) -> InputError:
    """`text` is None where the value is a secret or missing."""
    shown = {} if text is None else {"text": text}
    return InputError(render("access", reason, name=name, **shown, **values), f"{name}: {text!r}")
