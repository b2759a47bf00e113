"""Named things held against each other: 「3分野で一番高いのは?」 of those told one after the other, and 「スイスと日本、何倍違う?」 asked cold."""

import re

from assistant.models import Place, Question, Subject
from assistant.understand.cues.differences import times_apart
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.by_name import lately
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text
from index.number_words import read_number

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|結局)[、,]?\s*)*"
UNIT = r"(?P<unit>分野|領域|会議|学会|社|校|[かカヶ]国|国|大学|つ|者)"
MOST = re.compile(rf"{OPENER}(?:(?:その|この|今の)(?:の)?)?(?P<count>[2-5二三四五])(?:つの)?{UNIT}(?:の(?:中|うち))?(?:で(?:は)?|だと|なら|の中)、?(?:一番|いちばん|最も|もっとも)?(?:(?P<low>低い|少ない|弱い|下)|高い|多い|強い|上|トップ|首位)(?:の|ところ|とこ|やつ)?(?:は|って|が)?、?(?:どこ|どれ|誰|何)?[ぁ-ん]{{0,6}}[。??!]*$")
KINDS = {"分野": "field", "領域": "field", "会議": "venue", "学会": "venue", "社": "institution", "校": "institution", "大学": "institution"}
TIMES = re.compile(r"何倍(?:(?:くらい|ぐらい|ほど)?(?:の差|違|離れ|開|高|多|[??。]|$)|(?:です|なの|や|だ))")
OTHERWISE = re.compile(r"推移|から|なっ|増え|伸び|成長|年(?:で|間)|それぞれ|費用|計算量|参加率|共著")
LONGEST = 40  # characters


def of_those(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking of those told, or the multiple of the two named; None for any other message."""
    if len(text.folded) > LONGEST:
        return None
    return most_of_told(reader, text, previous, data) or times_cold(reader, text, data)


def most_of_told(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Those told lately in their order, where there are as many of them as are spoken of."""
    match = MOST.match(text.folded)
    if match is None or previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or data.statistic in ("rank", "movers", "computed"):
        return None
    count = int(read_number(match["count"]).value)
    unit = "country" if match["unit"].endswith("国") else KINDS.get(match["unit"])
    things = lately(data, count, like=unit)
    if len(things) != count or len(data.subjects) == count or len(data.places) == count:
        return None
    several = {"places": things} if isinstance(things[0], Place) else {"subjects": things}
    years = data.years[-1:] if data.statistic == "level" and not data.span else ()
    done = data.with_(
        text=text.folded, intent="rank", statistic="rank", ranked="named", years=years, span=False, spans=(), ascending=match["low"] is not None, count=None, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",), **several,
    )  # fmt: skip
    return reader.finished(done, text, data)


def times_cold(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """Two countries or two institutions in one year."""
    if not TIMES.search(text.folded) or not times_apart(text.folded.replace("と", "、")) or OTHERWISE.search(text.folded):
        return None
    hits = reader.explained(text)
    countries, institutions = (tuple(dict.fromkeys(hit.key for hit in hits if hit.kind == kind)) for kind in ("country", "institution"))
    if (len(countries), len(institutions)) not in ((2, 0), (0, 2)) or any(hit.kind in ("group", "metric") for hit in hits):
        return None
    alone = reader.read_alone(text)
    if len(alone.years) > 1 or len(alone.places) > 1 or alone.family is not None:
        return None
    subjects = tuple(Subject("country_share", country=key) for key in countries) or tuple(Subject("institution_share", institution=key) for key in institutions)
    done = Question(text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=subjects, places=alone.places, years=alone.years)
    return reader.finished(done, text, data)
