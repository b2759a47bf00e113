"""「国をスイスに替えて、年も2017年で」: one thing of the last figure in the place of another, and what else changes; written as the short follow-up."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|今度は|次は|なら|あと)[、,]?\s*)*"
KIND = r"(?:国|会議|学会|分野|企業|会社|大学|機関|対象|場所|集計先|グループ)"
INSTEAD = re.compile(rf"{OPENER}(?:(?:{KIND}|(?P<old>[^、。を]{{1,14}}))(?:だけ)?を、?)?(?P<new>[^、。をに]{{1,16}})に(?:替え|変え|換え|代え|かえ|差し替え|切り替え|置き換え)(?:て|ると|たら)(?:ください|みて|もらえますか|くれ)?[、,]?(?P<rest>[^。]*)[。??]*$")
ALSO = re.compile(rf"(?:年|年度|{KIND})(?:も|は)、?(?=[^。、]{{1,14}}(?:で|に))")
LONGEST = 40  # characters


def replaced(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question; None for any other message, and where what comes in is nothing that is measured."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or len(text.folded) > LONGEST or (match := INSTEAD.match(text.folded)) is None:
        return None
    new = read(match["new"])
    hits = [*reader.places.find(new), *reader.countries.find(new), *reader.institutions.find(new), *reader.groups.find(new)]
    if len(hits) != 1 or (hits[0].start, hits[0].end) != (0, len(new.folded)):
        return None
    rest = ALSO.sub("", match["rest"])
    question = reader.understood(read(f"{match['new']}で{rest}" if rest else f"{match['new']}は?"), data, data)
    return question.with_(text=text.folded) if question.intent in DATA_INTENTS else None
