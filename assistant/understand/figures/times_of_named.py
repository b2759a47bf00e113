"""How many times the last thing told is of one that a follow-up names: 「東京大学と比べると何倍ですか」, 「米国の何倍?」 after China,
「ロボティクスの何倍?」 after another field."""

import re
from typing import Protocol

import prompts
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text, read

BY_COUNT = r"(?:(?:論文(?:の|の?数|の?件数|の?本数)?|件数|本数|数)(?:で|を|の)?)"
ASKED = re.compile(
    rf"^(?:(?:じゃあ?|では|で|それで|ちなみに|それは|これは)[、,]?\s*)*(?P<name>[^、。??]{{1,24}}?)(?:(?:と|に)(?:は)?、?{BY_COUNT}?(?:比べ|くらべ|比較し|対し|並べ)(?:て|ると|たら|れば|ますと)?(?:みて|みると)?(?:は|、)*|の(?={BY_COUNT}?(?:の)?何(?:倍|分の))){BY_COUNT}?(?:は|、|の)*"
    r"(?:何分の(?:一|1|いくつ)|何倍)(?!(?:くらい|ぐらい|ほど)?(?:に|へ)(?:な|増|伸))(?:くらい|ぐらい|ほど)?[ぁ-ん]{0,8}[。??]*$"
)
# 「日本はその何分の一?」 after a ranking: of the first one.
OF_THE_FIRST = re.compile(r"^(?:(?:じゃあ?|では|で|それで)[、,]?\s*)*(?P<name>[^、。??は]{1,16})は、?(?:その|それの|(?:1|一)位の|首位の|トップの)(?:国|会社|企業|大学|ところ)?(?:の)?(?:何分の(?:一|1|いくつ)|何倍)(?:くらい|ぐらい|ほど)?(?:です(?:か)?|なの|になる(?:の)?)?[。??]*$")
# 「ICMLはその何倍?」 after another conference.
OF_IT = re.compile(r"^(?:(?:じゃあ?|では|で|それで|ほな|なら)[、,]?\s*)*(?P<name>[^、。??は]{1,20})は、?(?:その|それの|これの|今の|いまの|さっきの|上の)(?:数字|値|割合|率|会社|企業|国|大学|会議|分野)?(?:の)?(?:何分の(?:一|1|いくつ)|何倍)(?:くらい|ぐらい|ほど)?(?:です(?:か)?|なの|や|だ|に(?:なる|なります|当たる|当たります)(?:の|か)?)?[ぁ-ん]{0,3}[。??]*$")
COUNTED = re.compile(r"件数|本数|論文数|何件|何本")
PLACE_TAIL = re.compile(r"(?:系)?の?(?:会議|学会|分野|領域)*(?:の(?:値|数字|割合|率))?")
NAMES = ("institution_share", "country_share", "japan_share")


class Reader(Protocol):
    countries: object
    institutions: object
    labels: object
    places: object

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...


def times_of_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The two in one year, for the multiple; None for any other message."""
    if (of_first := times_of_the_first(reader, text, data)) is not None:
        return of_first
    match = OF_IT.match(text.folded) or ASKED.match(text.folded)
    if match is None or previous is None or data is None or data.parts or previous.intent not in DATA_INTENTS or data.blocker is not None:
        return None
    if len(data.subjects) != 1 or data.statistic in ("rank", "movers", "computed"):
        return None
    named = read(match["name"])
    if (of_place := times_of_place(reader, named, text, data)) is not None:
        return of_place
    if data.subjects[0].metric not in NAMES:
        return times_of_group(reader, named, text, data)
    hits = [hit for hit in (*reader.institutions.find(named), *reader.countries.find(named)) if hit.end == len(named.folded)]
    if len(hits) != 1:
        return None
    full = read(f"{plain_label(reader, data.subjects[0])}は{match['name']}の何倍ですか")
    before = data.with_(subjects=(), statistic="level", intent="figure", years=data.years[-1:] if not data.span else (), span=False, spans=(), cue=None)
    question = reader.understood(full, None, None).with_(places=before.places, years=before.years)
    told = (prompts.render("notes", "count_times"),) if COUNTED.search(text.folded) else ()
    return question.with_(text=full.folded, readings=(*told, *question.readings), inherited=("places", "years"))


def times_of_the_first(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """One that is named and the first of the ranking just told, for the multiple."""
    match = OF_THE_FIRST.match(text.folded)
    if match is None or data is None or data.statistic != "rank" or not data.order or data.blocker is not None or data.order[0].metric not in NAMES:
        return None
    full = read(f"{match['name']}は{plain_label(reader, data.order[0])}の何倍ですか")
    question = reader.understood(full, None, None)
    if data.order[0] not in question.subjects or len(question.subjects) != 2:
        return None
    return question.with_(text=full.folded, places=data.places, years=data.years[-1:], inherited=("places", "years"))


def plain_label(reader: Reader, subject: Subject) -> str:
    """A country or institution as it is called."""
    return re.sub(r"\([^()]*\)|（[^（）]*）", "", reader.labels.name(subject))


def times_of_group(reader: Reader, named: Text, text: Text, data: Question) -> Question | None:
    """「51〜100位の大学の何倍?」 after another group of papers: the two groups in one year."""
    alone = reader.read_alone(read(f"{named.folded}は"))
    if len(alone.subjects) != 1 or alone.subjects == data.subjects or alone.subjects[0].metric in NAMES or alone.places or alone.years or alone.blocker is not None or data.statistic != "level":
        return None
    done = data.with_(
        text=text.folded, intent="compare", subjects=(*data.subjects, *alone.subjects), years=data.years[-1:] if not data.span else (), span=False, spans=(), readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",),
    )  # fmt: skip
    return reader.finished(done, text, data)


def times_of_place(reader: Reader, named: Text, text: Text, data: Question) -> Question | None:
    """「ロボティクスの何倍ですか」 after the share in another field: the two places in one year."""
    hits = [hit for hit in reader.places.find(named) if hit.start == 0 and (hit.end == len(named.folded) or PLACE_TAIL.fullmatch(named.folded, hit.end))]
    told = data.places or (Place("area", "ai"),)
    if len(hits) != 1 or len(told) != 1 or data.statistic != "level" or (other := Place(hits[0].kind, hits[0].key)) == told[0]:
        return None
    done = data.with_(
        text=text.folded, intent="compare", places=(*told, other), years=data.years[-1:] if not data.span else (), span=False, spans=(), readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",),
    )  # fmt: skip
    return reader.finished(done, text, data)
