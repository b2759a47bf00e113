"""「海外だとどうでしょう。清華大学は?」: a vague turn to elsewhere, and then the one that is meant."""

import re
from typing import Protocol

from assistant.understand.text.matcher import Text, read

VAGUE = re.compile(r"^(?:(?:じゃあ?|では|で|それで|ちなみに)[、,]?\s*)*(?:海外|外国|国外|世界|他国|よその国|ほかの国|他の国|よそ|ほか|他|他社|他校|ほかの(?:会社|大学|企業))(?:の場合|の方|のほう)?(?:だと|では|なら|は|も|って|で見ると|に目を向けると)[、]?(?:どう|いかが|どんな)[^。??]{0,10}[。??]\s*(?:たとえば|例えば|具体的に(?:は)?)?、?")


class Reader(Protocol):
    institutions: object
    countries: object


def named_elsewhere(reader: Reader, text: Text) -> Text:
    """The text without the vague turn, where the rest begins with an institution or country; else the text."""
    match = VAGUE.match(text.folded)
    if match is None:
        return text
    rest = read(text.folded[match.end() :])
    return rest if any(hit.start == 0 for hit in (*reader.institutions.find(rest), *reader.countries.find(rest))) else text
