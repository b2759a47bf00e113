"""「さっきの国の方、韓国も足して」: the countries, institutions, conferences or fields that the talk measured before others came between."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|やっぱり)[、,]?\s*)*"
POINTED = re.compile(rf"{OPENER}(?:さっき|先ほど|先程|さきほど|前|最初|はじめ)の(?:(?P<country>国(?:別)?)|(?P<institution>会社|企業|大学|機関)|(?P<venue>会議|学会)|(?P<field>分野))(?:の(?:方|ほう|話|比較|やつ|数字)|(?:の)?比較)(?:、|に|で|は|も|だと|では)+(?P<rest>.+)$")
METRICS = {"country": ("country_share", "japan_share"), "institution": ("institution_share",)}
MOST, LONGEST = 4, 40  # things set side by side; characters


def kind_pointed(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question on those things; None for any other message, and where the talk measured fewer than two of that kind."""
    if previous is None or data is None or data.parts or len(text.folded) > LONGEST or (match := POINTED.match(text.folded)) is None:
        return None
    kind = next(kind for kind in ("country", "institution", "venue", "field") if match[kind])
    if kind in METRICS:
        things = [subject for subject in data.recent_subjects if subject.metric in METRICS[kind]][-MOST:]
        changed = {"subjects": tuple(things), "places": ()}
    else:
        things = [place for place in data.recent_places if place.kind == kind][-MOST:]
        changed = {"places": tuple(things), "subjects": data.subjects[:1]}
    if len(things) < 2:
        return None
    before = data.with_(intent="compare", statistic="level", ranked=None, count=None, claims=(), asserted=None, readings=(), spans=(), span=False, years=() if data.span else data.years[-1:], **changed)
    question = reader.understood(read(match["rest"]), before, before)
    return question.with_(text=text.folded) if question.intent in DATA_INTENTS else None
