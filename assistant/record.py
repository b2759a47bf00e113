"""How an answer came about: what is stored under its id, so that it can be explained and made again later."""

import hashlib
import json
from dataclasses import asdict

from analytics import Divide
from assistant.llm import Settings
from assistant.models import Answer


def versions(divide: Divide, settings: Settings | None) -> dict[str, str]:
    """Of the data, the language model and all its settings but the key; the same for every answer of a running app."""
    told = {name: sorted(value) if isinstance(value, frozenset) else value for name, value in asdict(settings).items() if name != "api_key"} if settings else {}
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    return {"data": divide.counts.source.file_hash, "model": settings.model if settings else "", "settings": digest}


def record_of(answer: Answer, versions: dict[str, str]) -> dict:
    """`model` is empty for an answer that no model wrote; `evidence` holds the ids of figures and passages."""
    return {
        "question": answer.question, "resolved_question": answer.resolved_question, "intent": answer.intent, "outcome": answer.outcome, "mode": answer.mode,
        "evidence": list(dict.fromkeys([*(figure.id for figure in answer.figures), *(citation.id for citation in answer.citations)])),
        "verdict": answer.verdict.to_dict(), "error_id": answer.error_id,
        **versions, "model": versions.get("model", "") if answer.mode == "llm" else "",
    }  # fmt: skip
