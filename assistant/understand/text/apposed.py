"""A word that says what somebody is to the asker, before the name or the trade itself: 「競合の三菱ケミカル」「同業の電機メーカー」 name whom they mean."""

import re
from typing import Protocol

from assistant.understand.text.matcher import Text, read

RELATION = re.compile(
    r"(?:(?:うち|当社|弊社|自社|わが社|我が社)(?:の|と)?)?(?:競合|ライバル|同業|競争相手|取引先|提携先|得意先|仕入れ?先|ベンダー|お?客先)(?:他社|企業|会社|各社|メーカー|大手|先)?"
    r"(?:の|である|でもある|に(?:当|あ)たる|、)(?:たとえば|例えば)?"
)
NAME = re.compile(r"[一-龥々ァ-ヴーA-Za-z0-9&・]{2,}")


class Reader(Protocol):
    institutions: object
    blockers: object


def without_relation(reader: Reader, text: Text) -> Text:
    """The text without such a word, where the name of an institution, another proper name or a trade follows it; else the text."""
    match = RELATION.search(text.folded)
    if match is None:
        return text
    rest = read(text.folded[match.end() :])
    run = NAME.match(rest.folded)
    if run is None:
        return text
    named = any(hit.start == 0 for hit in reader.institutions.find(rest)) or bool(reader.blockers.proper_nouns.among([run.group().lower()], rest.lowered))
    trade = reader.blockers.scope.firm_kind(read(run.group()))
    return read(text.folded[: match.start()] + rest.folded) if named or trade and run.group().startswith(trade) else text
