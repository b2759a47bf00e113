"""Which pieces of a message are questions of their own, and which only lead up to the next one, name what it is about, or set it beside another."""

import re

from assistant.models import Place, Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text import parts
from assistant.understand.text.matcher import Text

# 「信州大学なんだが。」 behind a question names whom it is about.
NAMING = re.compile(r"^[^、。??]{2,24}?(?:のこと)?(?:なん|な)?(?:だ|です|や|じゃ)(?:が|けど|けども|けれども?)(?:ね|な)?[。]?$|^[^、。??]{2,20}の(?:話|こと|件)(?:です|だ|なんだ)?[。]?$")
# 「画像のほうが多いんちゃうの?」 sets what it names beside what was just asked.
MORE_THAN = re.compile(r"(?:の?(?:会議|学会|分野|系))?の?(?:ほう|方)が、?[^。、]{0,6}?(?:多|高|少な|低|上|強|大き|進んで)")
AI = Place("area", "ai")
LONGEST = 40  # characters


def as_one(asked: list[Question], pieces: list[str], text: str) -> Question | None:
    """The one question that two pieces come to; None where they are two."""
    if led_up(asked, pieces):
        return asked[1].with_(text=text, places=asked[1].places or asked[0].places, inherited=())
    if len(asked) != 2 or not all(question.intent in DATA_INTENTS and question.blocker is None and question.family is None for question in asked):
        return None
    lead, rest = asked
    if NAMING.match(pieces[1]) and (rest.subjects[:1] and rest.subjects[0].institution or rest.places and "places" not in rest.inherited):
        return rest.with_(text=text, inherited=())
    wider = len(rest.subjects) > 1 and set(lead.subjects) < set(rest.subjects) and (lead.statistic, lead.places, lead.years) == (rest.statistic, rest.places, rest.years)
    return rest.with_(text=text, inherited=()) if wider else None


def more_than(alone: Question, data: Question | None, text: str, ends: set[int]) -> Question | None:
    """The last thing measured and the one that a text supposes to have more, in one year; None for any other text. ends: where places named in it end."""
    supposing = MORE_THAN.search(text)
    if data is None or supposing is None or supposing.start() not in ends or len(text) > LONGEST or data.statistic not in ("level", "trend", "rank") or len(data.subjects) != 1 or data.parts:
        return None
    told = data.places or (AI,)
    if len(told) != 1 or len(alone.places) != 1 or alone.places[0] in told or alone.subjects not in ((), data.subjects) or alone.years or alone.blocker not in (None, "unknown_metric", "outside"):
        return None
    return data.with_(text=text, intent="compare", statistic="level", ranked=None, places=(*told, *alone.places), years=() if data.span else data.years[-1:], span=False, claims=(), asserted=None, readings=(), cue=None, inherited=("all",))


def supposed(reader, text: Text, data: Question | None) -> Question | None:
    """「画像のほうが多いんじゃない?」 after a share in another field; None for any other message. reader: what reads a text by itself."""
    if data is None or not MORE_THAN.search(text.folded):
        return None
    done = more_than(reader.read_alone(text), data, text.folded, {hit.end for hit in reader.places.find(text)})
    return None if done is None else reader.finished(done, text, data)


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
    if question.statistic == "rank" and question.intent == "rank" and question.ranked is not None:
        return True
    named = bool(question.subjects) and "subjects" not in question.inherited and not any("指標の指定" in line for line in question.readings)
    placed = bool(question.places) and "places" not in question.inherited and len(piece) >= 4
    return question.intent in DATA_INTENTS and (named or placed)


def filled_in(asked: list[Question]) -> bool:
    """Whether the second of two pieces only says where and when the first is meant: 「…率は倍率で言うとどうなりますか。AI学会、2013年に対する2021年です」."""
    if len(asked) != 2 or not all(question.intent in DATA_INTENTS and question.blocker is None and question.family is None for question in asked):
        return False
    lead, rest = asked
    return "subjects" in rest.inherited and bool(rest.years) and not lead.years and not lead.places
