"""What leaves the machine: said before first use, and written down for every call."""

import json
import logging
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import prompts
from assistant.llm.masking import NAMES
from assistant.llm.settings import Settings

FILE = "llm.jsonl"
log = logging.getLogger("rashinban.llm")


def announced(settings: Settings) -> list[str]:
    """Sentences for the screen before the first question goes out: where to, what, what never, what is hidden."""
    say = lambda name, **values: prompts.render("llm", name, **values)  # noqa: E731
    lines = [say("outgoing_head", model=settings.model, host=settings.host), *([say("outgoing_local")] if settings.local else [])]
    lines += [say("outgoing_question"), say("outgoing_evidence"), *([say("outgoing_tools")] if settings.tools else []), say("outgoing_never")]
    kinds = "・".join(NAMES[kind] for kind in NAMES if kind in settings.mask)
    return [*lines, say("outgoing_mask", kinds=kinds) if kinds else say("outgoing_no_mask")]


@dataclass(frozen=True)
class Call:
    """One answer asked of a model. Texts themselves are not kept, only their size and which evidence went out."""

    model: str
    host: str
    evidence: tuple[str, ...]
    characters: int
    masked: int
    attempts: int
    input_tokens: int
    output_tokens: int
    estimated: bool
    cost: float | None
    seconds: float
    outcome: str


class Ledger:
    """Appends calls to <home>/llm.jsonl and to the log; a folder that cannot be written to costs the line, not the answer."""

    def __init__(self, home: Path):
        self.file, self.lock = home / FILE, threading.Lock()

    def note(self, call: Call) -> None:
        record = {"at": time.strftime("%Y-%m-%dT%H:%M:%S%z"), **asdict(call)}
        log.info("%s", json.dumps(record, ensure_ascii=False))
        try:
            with self.lock:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                with self.file.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        except OSError as error:
            log.warning("call not written to %s: %s", self.file, error)
