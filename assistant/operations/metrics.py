"""Counters of this process for Prometheus. Labels are words of the code, never text of a user."""

import os
from collections.abc import Callable, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, Summary, generate_latest

from assistant.errors import InputError
from prompts import render

TOKEN_VARIABLE, LEAST_TOKEN = "RASHINBAN_METRICS_TOKEN", 16
REGISTRY = CollectorRegistry()
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40)

ANSWERS = Counter("rashinban_answers", "Answers given", ("intent", "outcome", "mode"), registry=REGISTRY)
LATENCY = Histogram("rashinban_answer_seconds", "From question to whole answer", ("mode",), buckets=SECONDS, registry=REGISTRY)
STAGES = Summary("rashinban_stage_seconds", "Time of one step of an answer", ("stage",), registry=REGISTRY)
LOGGED_ERRORS = Counter("rashinban_errors", "Errors that were logged", ("logger",), registry=REGISTRY)
PAGES = Gauge("rashinban_open_pages", "Browser tabs that are connected", registry=REGISTRY)
WAITING = Gauge("rashinban_waiting_questions", "Events waiting in the queue", registry=REGISTRY)
READY = Gauge("rashinban_ready", "1 when the last look found everything ready", registry=REGISTRY)
MODEL_CALLS = Counter("rashinban_model_calls", "Answers asked of a language model", ("outcome",), registry=REGISTRY)
MODEL_TOKENS = Counter("rashinban_model_tokens", "Tokens of the language model", ("direction",), registry=REGISTRY)
MODEL_SECONDS = Summary("rashinban_model_seconds", "Time of a language model for one answer", registry=REGISTRY)
VERSIONS = Info("rashinban", "Data and settings of this process", registry=REGISTRY)
ProcessCollector(registry=REGISTRY)


def reading_token(environment: Mapping[str, str] = os.environ) -> str:
    """What another machine shows to read the metrics; "" where none may. Raises InputError for one that is too short to be safe."""
    token = environment.get(TOKEN_VARIABLE, "")
    if token and len(token) < LEAST_TOKEN:
        raise InputError(render("operations", "short_token", name=TOKEN_VARIABLE, least=LEAST_TOKEN), f"{TOKEN_VARIABLE} has {len(token)} characters")
    return token


def watch_queue(waiting: Callable[[], int]) -> None:
    """`waiting`: how many events wait now, asked whenever the metrics are."""
    WAITING.set_function(waiting)


def exposition() -> bytes:
    """All of it in Prometheus' text format."""
    return generate_latest(REGISTRY)
