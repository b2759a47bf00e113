"""「さっきの画像の方、最新は?」: a conference or field of the talk, pointed back at by a short name, over what came between."""

import re

from assistant.models import Place, Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.by_name import SHORT_FIELDS, onwards
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|やっぱり|やはり)[、,]?\s*)*"
POINTED = re.compile(rf"{OPENER}(?:さっき|先ほど|先程|さきほど|前|最初|はじめ|初め)(?:に(?:聞い|言っ|出)た|の)、?(?P<name>[^、。??はがを]{{1,14}}?)(?:系|分野|会議|の会議)?の?(?:方|ほう|話|やつ|数字)(?:、|だと|では|は|って|の|で|に戻って|に戻ると)+")
LONGEST = 36  # characters


def said_before(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with the name in full; None for any other message, and for what the talk did not measure."""
    if previous is None or data is None or data.parts or len(text.folded) > LONGEST or (match := POINTED.match(text.folded)) is None:
        return None
    place = named(reader, match["name"])
    if place is None or place not in data.recent_places:
        return None
    rest = text.folded[match.end() :]
    label, going_on = reader.labels.place(place), onwards(data).with_(places=(place,))
    asked = read(f"{label}の{rest}" if rest and not re.fullmatch(r"[??。]*", rest) else f"{label}は?")
    question = reader.understood(asked, going_on, going_on)
    return question.with_(text=text.folded, places=question.places or (place,)) if question.intent in DATA_INTENTS else None


def named(reader: Reader, name: str) -> Place | None:
    """The one conference or field of that name, or of that short name."""
    if key := SHORT_FIELDS.get(name.lower()):
        return Place("field", key)
    found = {(hit.kind, hit.key) for hit in reader.places.find(read(name)) if hit.kind in ("venue", "field")}
    return Place(*found.pop()) if len(found) == 1 else None
