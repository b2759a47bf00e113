"""Which of two named institutions, countries or conferences has more, and how many times one of the two last told is of the other."""

import re
from typing import Protocol

from assistant.models import Question, Subject
from assistant.understand.cues.differences import times_apart
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.wanted import IS_SHARE
from assistant.understand.text.matcher import Hit, Text
from assistant.understand.text.spans import without

# 「AとBではどちらが多い?」「AとB、どっちの論文が多いの?」
WHICH = re.compile(r"(?:どちら|どっち)(?:の(?:ほう|方|論文|研究|国|会社|企業|大学|機関))*(?:が|の|は|も)?[^。、]{0,12}?(?:多|少な|上|高|低|勝|発表|出し|書い|リード)|which (?:one |of them |country |company )?(?:has|publish|is higher|is more)", re.IGNORECASE)
MOVED = re.compile(r"伸び|増え|増や|成長|上が|下が|減っ|変化|逆転|追い|20\d\d年?(?:から|〜|~|-)|推移")
# Words beside the two names that ask for papers and for nothing else.
PAPERED = re.compile(r"[1一]社|論文(?:数|の数|の本数|本数)?|研究(?:論文|発表)?|発表(?:数|件数|本数)?|本数|シェア|割合|存在感|AI(?:研究|論文|会議|の)?|ai(?:研究|論文|会議|の)?|件数|数|会議|学会|業績|多|少|上|高|低|勝|出し|出て|書い|リード|方|年|今|現在|最新|最近|今は|いま|会社|企業|大学|国|校|社|機関|世界|世の中|実際|結局|教|分野|では|ベース|トータル|全体")
NUMBERS = re.compile(r"論文の?(?:数|本数|件数|総数)|本数|件数|何本")
OTHER = re.compile(r"[一-龥ァ-ヴー]{1,}|[A-Za-z]{2,}")
AGO = re.compile(r"\d+年前(?!と|に?比べ|から|より)")
TIMES_ONLY = re.compile(r"^(?:じゃあ?|では|で|それで)?[、,]?(?:その|この|両者の?|二つの?|2つの?|両国の?|両社の?)*(?:差|開き|違い)?(?:は|って|だと|を|で|にすると|で言うと|でいうと)?[、,]?何倍(?:の差|の開き|違[うい]|離れて(?:いる|る)|くらい|ぐらい|ほど|なの|です|でしょう|か|ある|あります|に当た(?:る|ります)|多い|の|ん)*[。??]*$")
LONGEST = 48  # characters


class Reader(Protocol):
    """What reads a text by itself, and the finders it reads with."""

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def explained(self, text: Text) -> list[Hit]: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def which_more(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The two named, compared in one year; None for any other message."""
    if not WHICH.search(text.folded) or MOVED.search(text.folded) or len(text.folded) > LONGEST:
        return None
    hits = reader.explained(text)
    countries = tuple(dict.fromkeys(hit.key for hit in hits if hit.kind == "country"))
    institutions = tuple(dict.fromkeys(hit.key for hit in hits if hit.kind == "institution"))
    if any(hit.kind in ("group", "metric") for hit in hits) or (len(countries), len(institutions)) not in ((2, 0), (0, 2)):
        return None
    named = [(hit.start, hit.end) for hit in hits if hit.kind in ("country", "institution", "venue", "field", "area")]
    named += [match.span() for match in AGO.finditer(text.folded)]
    if OTHER.search(PAPERED.sub(" ", without(text.folded, tuple(named)))):  # 「どっちが人口が多い?」
        return None
    alone = reader.read_alone(text)
    if len(alone.years) > 1 and AGO.search(text.folded):  # 「10年前はどっちが上だった?」 asks of that year alone
        alone = alone.with_(years=alone.years[:1], span=False)
    if alone.blocker not in (None, "unknown_metric", "outside") or alone.variant or len(alone.years) > 1 or len(alone.places) > 1 or alone.family is not None:
        return None
    subjects = tuple(Subject("country_share", country=key) for key in countries) or tuple(Subject("institution_share", institution=key) for key in institutions)
    counted = NUMBERS.search(text.folded) is not None and not IS_SHARE.search(text.folded)
    done = alone.with_(intent="compare", statistic="count" if counted else "level", ranked=None, subjects=subjects, blocker=None, blocker_details={}, unread=(), cue=None)
    return reader.finished(done, text, data)


def times_of_two(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「差は何倍?」 after two values of one year: the same two, for the multiple; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or not times_apart(text.folded) or not TIMES_ONLY.match(text.folded):
        return None
    if data.statistic not in ("level", "count") or len(data.subjects) * max(1, len(data.places)) != 2 or len(data.years) > 1 and not data.span:
        return None
    return reader.finished(data.with_(text=text.folded, intent="compare", statistic="level", readings=(), claims=(), asserted=None, style="normal", inherited=("all",)), text, data)
