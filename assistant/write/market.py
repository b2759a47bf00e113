"""Answers from the held facts: what a thing costs or who may use it, each value with its date and its source."""

from functools import partial

import prompts
from assistant.evidence.market import Gathered, Told
from assistant.models import Question
from assistant.write.layout import Page, mark
from assistant.write.words import with_mark

say = partial(prompts.render, "answers/market")
MOST = 4


def market_page(question: Question, found: Gathered) -> Page:
    """The page for a question whose `market` is set."""
    aspect = question.market[0]
    heads = telling(aspect, found)
    lead = say(aspect.partition("_")[0]) if aspect not in ("price", "joint", "named") else ""
    page = Page(conclusion=[lead + "".join(quoted(row) for row in heads)])
    page.body = [block(name, rows, heads) for name, rows in found.told.items()]
    page.implication = say(f"implication_{aspect.partition('_')[0]}")
    page.notes = notes(found)
    return page


def telling(aspect: str, found: Gathered) -> list[Told]:
    """The facts that the conclusion states: the first one of every thing, or those that were asked for by name."""
    if aspect in ("access", "public", "public_price", "public_subsidy"):
        return []
    groups = list(found.told.values())
    return [rows[0] for rows in groups][:MOST] if aspect in ("price", "named") else groups[0][: MOST if aspect == "joint" else 1]


def quoted(row: Told) -> str:
    return with_mark(row.sentence, mark(row.number))


def block(name: str, rows: list[Told], heads: list[Told]) -> str:
    """The rows of one thing; of those that the conclusion states, only their terms."""
    heading = [f"**{say(name)}**"] if name == "hourly" else []
    lines = [f"- {with_mark(row.terms, mark(row.number))}" if row in heads else line(row) for row in rows if row.terms or row not in heads]
    return "\n".join([*heading, *lines])


def line(row: Told) -> str:
    """「- ABCI 3.0 rt_HG（H200×1）標準利用は660円/GPU時間です（2026年度、二次資料）【1】。3pt/時。」"""
    return f"- {quoted(row)}{row.terms}"


def nearest(found: Gathered) -> list[str]:
    """What a refusal offers instead: the first facts."""
    groups = list(found.told.values())
    return [line(row) for rows in groups for row in rows[: 1 if len(groups) > 1 else MOST]][:MOST]


def notes(found: Gathered) -> list[str]:
    second = any(row.second_hand for rows in found.told.values() for row in rows)
    return [say("may_change"), *([say("second_hand_means")] if second else [])]
