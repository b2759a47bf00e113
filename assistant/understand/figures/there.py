"""「そこは日本の企業も出してる?」 after a ranking of conferences or fields: of the first one."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.by_name import onwards, place_told
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで)[、,]?\s*)*"
THERE = re.compile(rf"{OPENER}(?P<there>そこ|その会議|その学会|その分野)(?:に|で|では|には|だと|は|って|も|の)+、?(?=.{{3,}})")
OURS = re.compile(r"うち|当社|自社|弊社|べき|行[くけっ]|参加(?:し|す)|いつ|どこで開|費用")
LONGEST = 40  # characters


def there(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with that name; None for any other message."""
    match = THERE.match(text.folded)
    if match is None or previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or len(text.folded) > LONGEST or OURS.search(text.folded):
        return None
    if data.statistic != "rank" or data.ranked not in ("venues", "fields", None) or not data.recent_places or data.recent_places[0].kind == "area":
        return None
    at = place_told(data) - 1
    name = reader.labels.place(data.recent_places[at if at < len(data.recent_places) else 0])
    going_on = onwards(data)
    question = reader.understood(read(f"{name}で{text.folded[match.end() :]}"), going_on, going_on)
    if question.intent not in DATA_INTENTS:
        return None
    note = prompts.render("notes", "by_name", written=match["there"], names=name)
    return question.with_(readings=(note, *question.readings))
