"""Notes every answer once it is given: one line of the log, and the counters."""

import hashlib
import logging

from assistant.models import Answer
from assistant.operations.logs import questions_logged
from assistant.operations.metrics import ANSWERS, LATENCY, STAGES

log = logging.getLogger("rashinban.answers")


def note_answer(id: str, answer: Answer, owner: str, versions: dict[str, str], way: str) -> None:
    """`id`: under which the answer is kept; `versions`: see assistant.record; `way`: page, reworded, call or command."""
    seconds = answer.elapsed_ms / 1000
    ANSWERS.labels(answer.intent, answer.outcome, answer.mode).inc()
    LATENCY.labels(answer.mode).observe(seconds)
    for name, spent in answer.stages.items():
        STAGES.labels(name).observe(spent / 1000)
    fields = {
        "answer": id, "way": way, "intent": answer.intent, "outcome": answer.outcome, "mode": answer.mode, "elapsed_ms": round(answer.elapsed_ms, 1),
        "stages_ms": {name: round(spent, 1) for name, spent in answer.stages.items()}, "verified": answer.verdict.ok,
        "numbers": len(answer.verdict.numbers), "unsupported": len(answer.verdict.unsupported), "user": hashed(owner),
        "model": versions.get("model", "") if answer.mode == "llm" else "", "data": versions.get("data", "")[:12], "settings": versions.get("settings", "")[:12],
    }  # fmt: skip
    if answer.error_id:
        fields["error"] = answer.error_id
    if questions_logged():
        fields["question"] = answer.question
    log.info("answer %s: %s %s %s %.0f ms", id, answer.intent, answer.outcome, answer.mode, answer.elapsed_ms, extra=fields)


def hashed(owner: str) -> str:
    """The same user gets the same word; who it is cannot be read from it, as owners' ids are random."""
    return hashlib.sha256(owner.encode()).hexdigest()[:12] if owner else ""
