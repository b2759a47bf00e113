"""Several places of a ranking at once: 「2番目と3番目は?」 「企業の2位から4位を教えて」."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.first_named import KINDS
from assistant.understand.figures.ranks_asked import FURTHEST, place_asked
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十])"
COUNTER = r"(?:位|番目|番手|着)"
ONE = rf"(?:第|上から)?{NUMBER}{COUNTER}"
LIST = re.compile(rf"{ONE}(?:(?:と|や|、|・|および|,)\s?{ONE})+(?:まで)?")
RANGE = re.compile(rf"(?P<from>{NUMBER}){COUNTER}?(?:から|〜|~|-|–|ー)(?P<to>{NUMBER}){COUNTER}(?:まで)?")
KIND = r"(?:の(?:企業|会社|大学|国|機関|会議|学会|分野|ところ))?"
TAIL = rf"{KIND}(?:の(?:名前|割合|値))?(?:は|って|を|も|だと|が|で|、)*(?:それぞれ)?(?:どこ|誰|だれ|何|どの(?:企業|会社|大学|国|会議|学会))?(?:教えて|知りたい|見せて|出して|挙げて)?[ぁ-ん]{{0,8}}[。??!]*$"
# How far apart they are, or which of them, is another question; bands of QS ranks are no places.
OTHERWISE = re.compile(r"差|開き|違い|比べ|くらべ|どちら|どっち|合計|合わせ|QS|qs|帯|推移")
PAPERS = re.compile(r"の?(?:論文|発表)(?:の?(?:数|割合|本数))?(?:の|で|は|、)*$")
SHOWN, LONGEST = 5, 44  # rows of a ranking; characters


def places_asked(text: str) -> tuple[int, ...]:
    """The places in an order that are asked for: (2, 3) for 「2番目と3番目は」, (2,) for 「2位はどこ」, () where none is."""
    if (several := several_places(text)) is not None:
        return several[0]
    one = place_asked(text)
    return () if one is None else (one,)


def several_places(text: str) -> tuple[tuple[int, ...], re.Match] | None:
    """(the places, where they stand) where a text asks for more than one."""
    if OTHERWISE.search(text):
        return None
    for match in (RANGE.search(text), LIST.search(text)):
        if match is None or not re.match(TAIL, text[match.end() :]):
            continue
        if match.re is RANGE:
            first, last = (int(read_number(match[name]).value) for name in ("from", "to"))
            places = tuple(range(first, last + 1))
        else:
            places = tuple(int(read_number(each).value) for each in re.findall(NUMBER, match.group()))
        if 1 < len(places) <= FURTHEST and max(places) <= FURTHEST and min(places) > 0:
            return tuple(sorted(set(places))), match
    return None


def places_listed(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking, with these places to be told first; None for any other message."""
    found = several_places(text.folded) if len(text.folded) <= LONGEST else None
    if found is None:
        return None
    places, match = found
    if any(re.search(words, text.folded) for words in KINDS.values()) or re.search(r"会議|学会|分野", text.folded):
        before = text.folded[: match.start()]
        for lead in (before, f"{PAPERS.sub('', before)}の"):  # 「大学の論文数、」 asks for those of universities
            asked = reader.understood(read(f"{lead}上位{max(places)}位を教えて"), previous, data)
            if asked.statistic == "rank":
                return asked.with_(text=text.folded, resolved=text.folded)
        return None
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.statistic != "rank" or data.parts:
        return None
    done = data.with_(text=text.folded, count=max(*places, data.count or SHOWN), readings=(), claims=(), asserted=None, style="normal", cue=None, focus=None, inherited=("all",))
    return reader.finished(done, text, data)
