"""「京都の方も」 right after a university: the university that is called by the city or region."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|あと|次は?)[、,]?\s*)*"
CITY = re.compile(rf"{OPENER}(?P<city>[一-龥]{{2,4}}?)(?P<rest>(?:の(?:方|ほう))?(?:は|も|だと|では|なら|って|やと|を)(?:[^。、]{{0,12}})[。??!]*)$")


def city_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with the name in full; None for any other message, and where no university is called so."""
    match = CITY.match(text.folded)
    if match is None or previous is None or data is None or previous.intent not in DATA_INTENTS or not data.subjects or data.subjects[-1].institution is None:
        return None
    if reader.labels.divide.counts.directory.profile(data.subjects[-1].institution).sector != "university" or reader.explained(read(match["city"])):
        return None
    full = f"{match['city']}大学"
    hits = reader.institutions.find(read(full))
    if len(hits) != 1 or (hits[0].start, hits[0].end) != (0, len(full)):
        return None
    return reader.understood(read(f"{full}{match['rest']}"), previous, data)
