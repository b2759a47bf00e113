"""Which conferences, countries, firms, universities or years are above or below a level: 「8割超えの会議はある?」「10%未満の国は」「3割を切った年は」."""

import re
from dataclasses import dataclass
from typing import Protocol

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.stated import asked_limit
from assistant.understand.cues.wanted import blanked
from assistant.understand.cues.who_ranked import NAMED
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number

NUMBER = r"(?P<number>\d{1,3}(?:\.\d+)?|[一二三四五六七八九])\s*(?P<unit>割|%|パーセント)"
HALF = r"(?P<half>半分|半数|過半数?)"
OVER = r"(?:を|も|は|に|が)?(?:大きく|少し|はるかに)?(?:超(?!伝導|電導|音波|解像)(?:え|す|過|の|$|[ぁ-ん]?(?=会議|学会|国|企業|会社|大学|年))?|越え|上回|突破|オーバー)(?:る|た|て(?:い)?る|て(?:い)?た|て|ている|ていた|す|した|している|っている|ってる|った)?"
LEAST = r"(?:を|に|も|は)?(?:以上|届(?:く|い(?:た|て(?:い)?る))|達(?:する|し(?:た|て(?:い)?る))|乗(?:る|っ(?:た|て(?:い)?る)|せ(?:た|て(?:い)?る))|占め(?:る|た|て(?:い)?る)|ある(?=会議|学会|国|企業|会社|大学|年)|いる(?=会議|学会))"
BELOW = r"(?:を|も|に|は)?(?:未満|下回(?:る|っ(?:た|て(?:い)?る))|切(?:る|っ(?:た|て(?:い)?る))|割(?:る|っ(?:た|て(?:い)?る)|り込(?:む|ん(?:だ|で(?:い)?る)))|割れ(?:の|した|てる)?|満たない|届かない|達しない|いかない|も(?:いない|ない))"
MOST = r"以下"
LIMIT = re.compile(rf"(?:{NUMBER}|{HALF})(?:(?P<band>台)(?:に乗(?:っ(?:た|て(?:い)?る)|る))?|(?P<nearly>弱)|(?P<bit>強)|(?P<below>{BELOW})|(?P<most>{MOST})|(?P<over>{OVER})|(?P<least>{LEAST})|(?P<bare>(?=の(?:会議|学会|国|企業|会社|大学|機関|年))))")
KINDS = {
    "venues": r"(?:国際)?(?:会議|学会|カンファレンス|カンファ)", "countries": r"国(?!際|立|内|産|家)(?:・地域|や地域)?", "firms": r"(?:日本|米国|中国|大手|テック|民間)?(?:企業|会社|メーカー)", "universities": r"(?:日本の?|米国の?|中国の?)?大学(?!院)",
    "institutions": r"(?:研究)?(?:機関|組織)", "fields": r"(?:研究)?(?:分野|領域)", "years": r"年(?!代)|時期|のはいつ",
}  # fmt: skip
COUNTERS = {"venues": "会議", "fields": "分野", "firms": "社", "universities": "校", "institutions": "機関", "countries": "か国"}
COUNTED = {"firms": r"何社", "universities": r"何校", "countries": r"何[かカヶ]国", "venues": r"(?:会議|学会)は?(?:何|いくつ)", "institutions": r"何機関"}
JOINED = r"(?:の|な|に(?:なる|なった|なっている)|だ(?:った)?|である|です|を(?:占める|持つ|出す|もつ)|ほどの|くらいの|ぐらいの|という|とか|も|、)*"
ENDS = r"(?=は|って|が|も|を|で|の(?:数|一覧|リスト|名前)|ある|なんて|とか|、|[??。]|$|だけ|、|いくつ)"
# Words around it that ask and name nothing.
IDLE = re.compile(r"(?:じゃあ?|では|で、|それなら|なら|ちなみに|結局)|のは|もの|ところ|とこ|どこ|どれ|どの|何社|何校|何[かカヶ]国|何機関|いくつ|いつ|何年|あります|ありました|ある|あった|いますか?|いる|いた|存在|本当に|実際|ほんと|一覧|リスト|教えて|ください|挙げて|出して|見せて|は|って|が|も|を|で|の|か|ね|よ|です|でしょう|なの|ん|、|。|[??]|\s|まで|だけ|だと|なら|にする|下げる|上げる|と|そこ|その|中|うち")
EXISTING = re.compile(r"ありま(?:す|した)|ある(?:の|ん|か|[??。]|$|かな|でしょう)|あった(?:の|か|[??]|$)|存在する|なんて")
LONGEST = 60  # characters


@dataclass(frozen=True)
class Limit:
    """Shares from `low` to `high` per cent; `way` is how it was asked (over, below, least, most, band), `number` the number as written."""

    low: float
    high: float
    way: str
    number: str
    about: str = ""

    def holds(self, value: float) -> bool:
        if self.way == "over":
            return value > self.low
        return self.low <= value < self.high or self.way == "most" and value == self.high


class Reader(Protocol):
    """What reads a text by itself, and the parts that it reads with."""

    going_on: object

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def limit_of(text: str) -> Limit | None:
    """The level that a text asks about, or None."""
    match = LIMIT.search(text)
    if match is None or match["bare"] is not None and match["half"] is None:
        return None
    if match["half"]:
        value, width, number = 50.0, 0.0, match["half"]
        if number.startswith("過半") and not (match["below"] or match["most"]):
            return Limit(value, 101.0, "over", number)
    else:
        value = read_number(match["number"]).value
        tenths = match["unit"] == "割"
        value, width, number = (10 * value if tenths else value), (10.0 if tenths or value % 10 == 0 else 1.0), f"{match['number']}{match['unit']}"
    if match["band"]:
        return Limit(value, value + width, "band", number)
    if match["nearly"] or match["bit"]:
        low, high = (value - width / 2, value) if match["nearly"] else (value, value + width / 2)
        return Limit(low, high, "band", number, match["nearly"] or match["bit"])
    if match["below"] or match["most"]:
        return Limit(-1.0, value, "most" if match["most"] else "below", number)
    return Limit(value, 101.0, "over" if match["over"] else "least", number)


def kind_asked(text: str) -> tuple[str, tuple[int, int]] | None:
    """(what is asked to be named, the span of its words with the level), or None."""
    for match in LIMIT.finditer(text):
        for kind, word in KINDS.items():
            if head := re.compile(rf"{JOINED}(?:{word}){ENDS}").match(text, match.end()):
                return kind, (match.start(), head.end())
            if which := re.compile(rf"(?:の|もの|とこ(?:ろ)?)(?:は|って)、?(?:どの|どこの|何という|なんて)?(?:{word})").match(text, match.end()):
                return kind, (match.start(), which.end())
            before = re.compile(rf"(?:どの|どこの)(?:{word})(?:が|で|は|なら)|(?:{word})(?:の(?:中|うち))?(?:で(?:は)?|、)(?=[^、。]{{0,12}}$)")
            named = re.compile(r"(?:の|もの|とこ(?:ろ)?)?(?:は|って|が)?、?(?:どこ|どれ|いくつ|ある|あり|何[社校かカ])")
            if kind != "years" and (which := before.search(text[: match.start()])) and (which.group().startswith("ど") or named.match(text, match.end())):
                return kind, (which.start(), match.end())
        for kind, words in COUNTED.items():
            if counted := re.search(words, text):
                return kind, (min(match.start(), counted.start()), max(match.end(), counted.end()))
    return None


def limited(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking, or the course over the years, in which the level is looked for; None for any other message."""
    limit = limit_of(text.folded)
    if limit is None or len(text.folded) > LONGEST:
        return None
    asked = kind_asked(text.folded)
    going_on = previous is not None and data is not None and previous.intent in DATA_INTENTS and not data.parts
    if asked is None:
        match = LIMIT.search(text.folded)
        if going_on and data.statistic == "rank" and data.ranked != "named" and not IDLE.sub("", blanked(text.folded, [match.span()])):
            return reader.finished(put(data, limit, data.ranked or "venues").with_(text=text.folded, inherited=("all",)), text, data)
        return None
    kind, span = asked
    rest = blanked(text.folded, [span])
    alone = reader.read_alone(read(rest)) if IDLE.sub("", rest) else None
    if alone is not None and (alone.blocker not in (None, "unknown_metric", "unknown_name", "outside") or alone.family or reader.going_on.unread_nouns(read(rest))):
        return None
    base = alone or Question(text=text.folded, intent="rank", resolved=text.folded)
    base = base.with_(text=text.folded, resolved=text.folded, topic=text.folded, blocker=None, blocker_details={}, unread=())
    if going_on and not base.places:
        base = base.with_(places=tuple(place for place in data.places if place.kind == "area" or kind == "years"))
    subjects = base.subjects or (data.subjects if going_on and kind in ("venues", "fields", "years") and len(data.subjects) == 1 else ())
    if kind == "years":
        return by_year(reader, base.with_(subjects=subjects, inherited=() if base.subjects or not subjects else ("subjects", "places")), limit, text)
    if kind in NAMED:
        other = [subject for subject in base.subjects if not (subject.country or subject.metric.startswith("japan") or subject.metric in ("big_tech_share", "tier_share"))]
        if other and kind == "countries":
            return None
        subjects = tuple(subject for subject in base.subjects if subject not in other)
    elif len(subjects) > 1:
        return None
    elif not subjects:
        base = base.with_(readings=(*base.readings, prompts.render("notes", "default_subject")))
        subjects = (Subject("firm_share"),)
    return reader.finished(put(base.with_(subjects=subjects), limit, kind), text, None)


def put(question: Question, limit: Limit, kind: str) -> Question:
    """The question as a ranking of a kind that holds to the level."""
    told = (prompts.render("notes", "nearly", written=f"{limit.number}{limit.about}", low=f"{limit.low:g}", high=f"{limit.high:g}"),) if limit.about else ()
    ascending = limit.way in ("below", "most") and kind in ("venues", "fields")
    return question.with_(intent="rank", statistic="rank", ranked=kind, claims=(limit.number,), ascending=ascending, count=None, cue=None, asserted=None, style="normal", readings=(*question.readings, *told))


def by_year(reader: Reader, question: Question, limit: Limit, text: Text) -> Question | None:
    """The year in which the one thing that is measured passed the level."""
    if len(question.subjects) > 1 or len(question.places) > 1 or limit.about or question.years and not question.span:
        return None
    subjects, readings = question.subjects, question.readings
    if not subjects:
        subjects, readings = (Subject("firm_share"),), (*readings, prompts.render("notes", "default_subject"))
    done = question.with_(intent="trend", statistic="threshold", subjects=subjects, readings=readings, claims=(limit.number,), ranked=None, years=question.years if question.span else (), span=question.span, cue=None)
    return reader.finished(done, text, None)


def level_asked(question: Question) -> Limit | None:
    """The level that the rows of a ranking hold to: as it was asked, or for a follow-up that changes its number, as before with that number."""
    if not question.claims:
        return None
    found = limit_of(question.text)
    if found is not None and (found.number in question.claims or found.way == "over" and found.number.startswith("過半")):
        return found
    value = asked_limit(question)
    if value is None:
        return None
    return Limit(-1.0, value, "below", question.claims[0]) if question.ascending else Limit(value, 101.0, "over", question.claims[0])
