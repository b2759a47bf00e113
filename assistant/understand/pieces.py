"""Which pieces of a message are questions of their own, and which only lead up to the next one."""

from assistant.models import Question
from assistant.understand import parts
from assistant.understand.intent import DATA_INTENTS


def led_up(asked: list[Question], pieces: list[str]) -> bool:
    """Whether the first of two pieces only leads up to the second: both about the same figures, and it measures nothing in no year."""
    if len(asked) != 2 or not all(question.intent in DATA_INTENTS and question.family is None for question in asked):
        return False
    lead, rest = asked
    same = set(lead.subjects) <= set(rest.subjects) and (not rest.places or set(lead.places) <= set(rest.places))
    return same and rest.blocker is None and lead.blocker != "unknown_name" and bool(rest.years) and not lead.years and not parts.VALUE.search(pieces[0])


def complete(question: Question, piece: str) -> bool:
    """Whether a piece of a message is a question of its own: about figures with a metric or place named, or asking why."""
    if question.blocker is not None or question.family is not None:
        return question.family is not None and not question.inherited
    if question.intent == "why":
        return bool(question.subjects)
    named = bool(question.subjects) and "subjects" not in question.inherited and not any("指標の指定" in line for line in question.readings)
    placed = bool(question.places) and "places" not in question.inherited and len(piece) >= 4
    return question.intent in DATA_INTENTS and (named or placed)


def filled_in(asked: list[Question]) -> bool:
    """Whether the second of two pieces only says where and when the first is meant: 「…率は倍率で言うとどうなりますか。AI学会、2013年に対する2021年です」."""
    if len(asked) != 2 or not all(question.intent in DATA_INTENTS and question.blocker is None and question.family is None for question in asked):
        return False
    lead, rest = asked
    return "subjects" in rest.inherited and bool(rest.years) and not lead.years and not lead.places
