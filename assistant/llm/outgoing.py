"""What leaves the machine: said before first use, and written down for every call."""

import hashlib
import json
import logging
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import prompts
from assistant.llm.masking import NAMES
from assistant.llm.settings import Settings
from assistant.operations.metrics import MODEL_CALLS, MODEL_SECONDS, MODEL_TOKENS

FILE, CONSENTS = "llm.jsonl", "llm_consents.jsonl"
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
    """One answer asked of a model. Texts themselves are not kept, only their size and which evidence went out.

    `first_seconds`: until the first piece of text; `problems`: why an attempt was not accepted, one a failed attempt.
    """

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
    first_seconds: float | None = None
    problems: tuple[str, ...] = ()


def note_call(call: Call) -> None:
    """For log and counters: without what the model wrote, which an outcome and problems may quote."""
    outcome = call.outcome.partition(":")[0]
    MODEL_CALLS.labels(outcome).inc()
    MODEL_TOKENS.labels("input").inc(call.input_tokens)
    MODEL_TOKENS.labels("output").inc(call.output_tokens)
    MODEL_SECONDS.observe(call.seconds)
    names = ("model", "host", "characters", "masked", "attempts", "input_tokens", "output_tokens", "estimated", "cost", "seconds", "first_seconds")
    log.info("model call: %s in %.1f s", outcome, call.seconds, extra={"outcome": outcome, **{name: getattr(call, name) for name in names}})


class Ledger:
    """Appends calls to <home>/llm.jsonl; a folder that cannot be written to costs the line, not the answer."""

    def __init__(self, home: Path):
        self.file, self.lock = home / FILE, threading.Lock()

    def note(self, call: Call) -> None:
        record = {"at": time.strftime("%Y-%m-%dT%H:%M:%S%z"), **asdict(call)}
        note_call(call)
        try:
            with self.lock:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                with self.file.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        except OSError as error:
            log.warning("call not written to %s: %s", self.file, error)


class Consents:
    """Who has seen what leaves the machine, in <home>/llm_consents.jsonl. Another model, host or mask is told anew."""

    def __init__(self, home: Path):
        self.file, self.lock = home / CONSENTS, threading.Lock()
        self.given: set[tuple[str, str]] | None = None

    def read(self) -> set[tuple[str, str]]:
        if self.given is None:
            try:
                records = [json.loads(line) for line in self.file.read_text(encoding="utf-8").splitlines()]
                self.given = {(record["owner"], record["told"]) for record in records}
            except FileNotFoundError:
                self.given = set()
            except (OSError, ValueError, KeyError, TypeError) as error:  # unreadable: everybody is told once more
                log.warning("consents not read from %s: %s", self.file, error)
                self.given = set()
        return self.given

    def has(self, owner: str, settings: Settings) -> bool:
        with self.lock:
            return (owner, told(settings)) in self.read()

    def give(self, owner: str, settings: Settings) -> None:
        """Remember it; where it cannot be written, until the program ends."""
        with self.lock:
            if (owner, told(settings)) in self.read():
                return
            self.given.add((owner, told(settings)))
            record = {"at": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "owner": owner, "told": told(settings), "model": settings.model, "host": settings.host}
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                with self.file.open("a", encoding="utf-8") as stream:
                    stream.write(json.dumps(record, ensure_ascii=False) + "\n")
            except OSError as error:
                log.warning("consent not written to %s: %s", self.file, error)


def told(settings: Settings) -> str:
    """The announced sentences as a short fingerprint."""
    return hashlib.sha256("\n".join(announced(settings)).encode()).hexdigest()[:16]
