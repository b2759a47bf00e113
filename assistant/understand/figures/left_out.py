"""What is taken away from a whole: 「それ以外の企業は?」 after big tech, 「そこがいなかったら?」 after a first one. Papers are not counted without the papers of one or of a
group; the whole is no answer to that."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|逆に)[、,]?\s*)*"
OTHERS = re.compile(rf"{OPENER}(?:それ|これ|そこ|その|大手)(?:ら)?(?:以外|を除[いく]|のほか|の他)(?:た)?の?(?:企業|会社|中小企業|ところ)(?:は|だと|では|の割合|って|の方|なら)[^。]{{0,10}}[。??]*$")
WITHOUT = re.compile(
    rf"{OPENER}(?P<who>そこ|それ|その(?:会社|企業|国|大学|機関)|彼ら|[^、。??]{{2,14}}?)(?:(?:が|は)(?:もし)?、?(?:いな(?:かった|けれ|い)|なかった|存在しな|抜けた)(?:と)?(?:ら|ば|場合)|を(?:除[いくけ]|抜い(?=て(?:見|み|計算|数え|集計|考え))|外[しす]|引[いく]|差し引)(?:て|いた|た|くと|すと|けば|いたら|いて)?)[^。]{{0,16}}[。??]*$"
)
NAMED = ("institution_share", "country_share", "japan_share")
LONGEST = 34  # characters


def left_out(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question, blocked, near the share of the whole; None for any other message."""
    if len(text.folded) > LONGEST or previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or previous.blocker is not None:
        return None
    big = data.subjects == (Subject("big_tech_share"),)
    if big and data.statistic not in ("rank", "movers") and OTHERS.match(text.folded):
        return blocked(reader, text, data, Subject("big_tech_share"), reader.labels.subject(Subject("big_tech_share")).removesuffix("の参加率"))
    match = WITHOUT.match(text.folded)
    if match is None:
        return None
    who = named(reader, match["who"], text, data)
    return None if who is None else blocked(reader, text, data, who, reader.labels.name(who))


def named(reader: Reader, who: str, text: Text, data: Question) -> Subject | None:
    """The institution or country that is to be left out: by its name, or the one told last."""
    institutions = [hit.key for hit in reader.institutions.find(text)]
    countries = [hit.key for hit in reader.countries.find(text)]
    if len(institutions) + len(countries) == 1:
        return Subject("institution_share", institution=institutions[0]) if institutions else Subject("country_share", country=countries[0])
    if not re.fullmatch(r"そこ|それ|その.{1,2}|彼ら", who):
        return None
    if data.statistic == "rank" and data.order:
        return data.order[0]
    return data.subjects[0] if len(data.subjects) == 1 and data.subjects[0].metric in NAMED else None


def blocked(reader: Reader, text: Text, data: Question, subject: Subject, name: str) -> Question:
    done = data.with_(
        text=text.folded, topic=text.folded, resolved=text.folded, intent="figure", statistic="level", subjects=(subject,), ranked=None, years=() if data.span else data.years[-1:], span=False, spans=(), count=None, readings=(), claims=(),
        asserted=None, style="normal", cue=None, option=None, blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "left_out", name=name)}, inherited=("places", "years"),
    )  # fmt: skip
    return reader.finished(done, text, data)
