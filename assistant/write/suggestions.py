"""Next questions that the data can answer, fitted to what was just asked."""

from functools import partial

import prompts
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question
from assistant.understand.names.labels import Labels

say = partial(prompts.render, "suggestions")
DATA = ("figure", "trend", "compare", "rank")
COUNT = 3


def examples() -> tuple[str, ...]:
    """Questions to start with."""
    return tuple(say(name) for name in ("start_share", "big_tech", "did_break", "japan", "first_step", "compute"))


def suggest(question: Question, labels: Labels) -> tuple[str, ...]:
    """Three next questions, never the one just asked."""
    pool = data_pool(question, labels) if question.intent in DATA and question.subjects else word_pool(question)
    asked = {bare(question.text), bare(question.resolved)}
    return tuple(text for text in dict.fromkeys(pool) if bare(text) not in asked)[:COUNT]


def bare(text: str) -> str:
    """Without punctuation and spaces."""
    return "".join(char for char in text if char.isalnum())


def data_pool(question: Question, labels: Labels) -> list[str]:
    subject = question.subjects[0]
    place = question.places[0] if question.places else Place("area", "ai")
    label, where = labels.subject(subject), labels.place(place)
    year = next((year for year in reversed(question.years) if MAIN_FIRST <= year <= MAIN_LAST), MAIN_LAST)
    pool = []
    if question.statistic != "trend":
        pool.append(say("trend", place=where, label=label))
    if place == Place("area", "ai"):
        pool.append(say("ranking", label=label, year=year) if question.statistic != "rank" else say("other_area", label=label, year=year))
        pool.append(say("did", label=label) if question.statistic != "did" else say("limits"))
    else:
        pool.append(say("area", label=label, year=year))
    if subject.metric == "firm_share":
        pool.append(say("alone"))
    return [*pool, say("why_moved", place=where, label=label), say("partners"), say("limits")]


def word_pool(question: Question) -> list[str]:
    order = {
        "explain": ("start_share", "small", "first_step"),
        "paper": ("counter", "start_share", "first_step"),
        "why": ("counter", "limits", "first_step"),
        "limits": ("start_share", "counter", "alone"),
        "strategy": ("small", "partners", "phrase"),
        "phrases": ("start_share", "big_tech", "limits"),
        "help": ("start_share", "big_tech", "first_step"),
        "smalltalk": ("start_share", "big_tech", "first_step"),
    }  # fmt: skip
    names = (*order.get(question.intent, ("start_share", "big_tech", "first_step")), "costs", "elite", "did_break")
    return [say(name) for name in names]
