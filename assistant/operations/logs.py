"""The log: one line an event on standard error, for people or as JSON. Questions stay out unless RASHINBAN_LOG_QUESTIONS=1."""

import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

from assistant.errors import InputError
from assistant.operations.metrics import LOGGED_ERRORS
from prompts import render

FORMATS, LEVELS = ("text", "json"), ("debug", "info", "warning", "error")
FORMAT_VARIABLE, LEVEL_VARIABLE, QUESTIONS_VARIABLE = "RASHINBAN_LOG_FORMAT", "RASHINBAN_LOG_LEVEL", "RASHINBAN_LOG_QUESTIONS"
OURS = "rashinban"
SHOWN = 200  # characters of a question, where questions are logged


@dataclass(frozen=True)
class LogSettings:
    """`format` is text or json. The level is for our own events; of other libraries only warnings are shown."""

    format: str = "text"
    level: str = "warning"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "LogSettings":
        """JSON shows every answer, text only what is wrong, unless a level is set. Raises InputError for any other word."""
        form = environment.get(FORMAT_VARIABLE) or "text"
        level = environment.get(LEVEL_VARIABLE) or ("info" if form == "json" else "warning")
        for name, value, known in ((FORMAT_VARIABLE, form, FORMATS), (LEVEL_VARIABLE, level, LEVELS)):
            if value not in known:
                raise InputError(render("operations", "bad_choice", name=name, text=value, known="・".join(known)), f"{name} is {value!r}")
        if environment.get(QUESTIONS_VARIABLE, "") not in ("", "0", "1"):
            text = environment[QUESTIONS_VARIABLE]
            raise InputError(render("operations", "bad_choice", name=QUESTIONS_VARIABLE, text=text, known="0・1"), f"{QUESTIONS_VARIABLE} is {text!r}")
        return cls(form, level)


def without(record: logging.LogRecord, line: str) -> str:
    """The line without the texts that the record withholds: an exception may quote what it was asked."""
    for text in getattr(record, "withheld", ()):
        for form in (text, repr(text)[1:-1]):
            line = line.replace(form, f"<{len(text)} characters>")
    return line


class TextLines(logging.Formatter):
    """For people."""

    def format(self, record: logging.LogRecord) -> str:
        return without(record, super().format(record))


class JsonLines(JsonFormatter):
    """One JSON object a line: at, level, logger, message, the fields of the event, and the exception where there is one."""

    def __init__(self):
        super().__init__(
            "%(levelname)s %(name)s %(message)s", rename_fields={"levelname": "level", "name": "logger"}, timestamp="at",
            reserved_attrs=[*RESERVED_ATTRS, "withheld"], json_ensure_ascii=False,
        )  # fmt: skip

    def add_fields(self, log_data: dict, record: logging.LogRecord, message_dict: dict) -> None:
        super().add_fields(log_data, record, message_dict)
        log_data |= {name: without(record, log_data[name]) for name in ("message", "exc_info") if name in log_data}


class Counting(logging.Handler):
    """Counts what is logged as an error, by our logger."""

    def emit(self, record: logging.LogRecord) -> None:
        LOGGED_ERRORS.labels(record.name if record.name.partition(".")[0] == OURS else "other").inc()


def configure(settings: LogSettings, stream: TextIO | None = None) -> None:
    """Set up logging of this process anew."""
    writer = logging.StreamHandler(stream or sys.stderr)
    writer.setFormatter(JsonLines() if settings.format == "json" else TextLines("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[writer, Counting(logging.ERROR)], force=True)
    logging.getLogger(OURS).setLevel(settings.level.upper())
    logging.captureWarnings(settings.format == "json")


def announce(sentence: str) -> None:
    """A sentence for whoever started the app: plain on standard error, or as a line of the JSON log, so that all of that can be read by a program."""
    if any(isinstance(handler.formatter, JsonLines) for handler in logging.getLogger().handlers):
        logging.getLogger(f"{OURS}.start").info("%s", sentence)
    else:
        print(sentence, file=sys.stderr, flush=True)


def questions_logged() -> bool:
    return os.environ.get(QUESTIONS_VARIABLE) == "1"


def quoted(text: str) -> str:
    """How a log line names a text of a user: itself where that is allowed, else only its length."""
    return repr(text[:SHOWN]) if questions_logged() else f"<{len(text)} characters>"


def withheld(*texts: str) -> dict[str, tuple[str, ...]]:
    """`extra` of a log call whose exception may quote these texts."""
    return {"withheld": () if questions_logged() else tuple(text for text in texts if text)}
