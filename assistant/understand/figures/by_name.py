"""Words that point at things of the talk, put as their names: 「その会議の10年前は」「上位3社の推移」 after a ranking, 「2社の差は広がってる?」 of two told one
after the other, 「メタも加えて順位をつけて」 of those told and one more, 「米国を抜いたのはいつ?」 of the one told."""

import re
from dataclasses import dataclass
from typing import Protocol

import prompts
from analytics.divide.metrics import FIELD_LABELS
from assistant.models import Place, Question, Subject
from assistant.understand.cues.differences import APART, GAP_MOVED
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.stated import asserted
from assistant.understand.figures.ranks_asked import place_asked
from assistant.understand.figures.slots import OPPOSITES
from assistant.understand.names.labels import Labels
from assistant.understand.names.periods import BREAK
from assistant.understand.text.matcher import Hit, Text, read
from index.number_words import read_number

OPENER = r"^(?:(?:じゃあ?|では|で|それで|それなら|なら|ちなみに|ほな|あと|次に?|逆に|ところで|さらに)[、,]?\s*)*"
COUNT = r"(?P<count>[2-5]|[二三四五]|ふた|両)"
KINDS = {
    "venues": r"会議|学会|カンファレンス", "fields": r"分野|領域", "countries": r"国", "firms": r"会社|企業|社", "universities": r"大学|校", "institutions": r"機関|組織|ところ",
}  # fmt: skip
OF_KIND = {"venues": ("venues",), "fields": ("fields",), "countries": ("countries",), "firms": ("firms", "institutions"), "universities": ("universities", "institutions"), "institutions": ("firms", "universities", "institutions")}
NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items())
AFTER = r"(?=の(?!中|うち|なか|方|ほう|他|ほか)|は(?!どこ|何(?![%割本件パポ])|なに|どれ)|で(?!す)|だと|って|と(?!い)|が|に|も|、)"
# 「その会議の」「1位の国は」「首位の会社が」
FIRST = "首位|トップ|最上位|筆頭|一番上|いちばん上"
ONE = re.compile(rf"{OPENER}(?:その|この|同じ|(?=第?[\d一二三四五](?:位|番目)|{FIRST}))(?:第?(?P<place>\d|[一二三四五])(?:位|番目)の|(?:{FIRST})の)?(?:{NOUN})(?:(?:だけ|のみ)(?=[、はのを]))?{AFTER}")
# 「2番目はどこ?そこは何本くらい?」「首位はどこで、何本出しとる」: who it is stands in the answer.
WHO = re.compile(
    rf"{OPENER}(?:第?(?P<place>\d|[一二三四五])(?:位|番目|番手|番)|{FIRST})(?:の?(?:企業|会社|大学|国|機関|会議|学会|分野|ところ))?(?:は|って)、?(?:どこ|誰|だれ|何)(?:[^。、??何]{{0,6}}[。、??\s]+(?:で、?)?(?:そこ|それ|その(?:会社|企業|大学|国|機関|会議|学会|分野))(?=は|って|が|の|を)|(?P<same>で、?(?=何[%割本件パ]|いつ)))"
)
# 「今の会社、2010年だと?」「さっき出た国は」
JUST = re.compile(rf"{OPENER}(?:今|いま|たった今|今しがた|さっき|先ほど|先程|直前|最後)(?:の|に?(?:言っ|出|挙げ|聞い|見|教えてもらっ|出てき)た)(?:{NOUN}){AFTER}")
# 「へえ、伸びてますね」 after a move agrees with what was told.
AGREED = re.compile(r"^(?:へえ|ほう|ほほう|なるほど|やっぱり|やはり|ふーん|おお|お|確かに|たしかに|結構|けっこう|だいぶ|かなり|ずいぶん|着実に|順調に|そんなに|[ーっ、!!。\s])*(?:増え|伸び|上が[っり]|下が[っり]|減[っり]|高ま[っり]|落ち|低く?なっ|高くなっ|増加し|減少し)(?:て(?:い)?(?:ます|る|た|ました|るん(?:です|だ))|ました|た|たん(?:です|だ))(?:のです)?(?:ね|な|よね|なあ|ねえ)[。!!]*$")
# 「その差は?」「1位と2位の差は?」
GAP = re.compile(rf"{OPENER}(?:その|この|上位の|(?:1位|首位|トップ|一位)と(?:は)?(?:2位|二位|次点|2番手)(?:と)?の?)?(?:差|開き)(?:は|って|を)?(?:どれ(?:くらい|ぐらい|だけ)|どの(?:くらい|ぐらい)|何ポイント|いくつ)?(?:ある|あります|です|開いて(?:いる|る))*(?:か|の)*(?=[。??]*$)")
# 「上位3社の推移」「トップ2か国を比べて」
FIRST_FEW = re.compile(rf"{OPENER}(?:(?:その|この)?(?:上位|トップ|top\s?)){COUNT}(?:社|校|[かカヶ]国|つ|者|会議|学会|分野|機関|国)(?=の(?:推移|変化|伸び|差|開き|動き|論文数の推移)|を(?:比|くら|並べ)|で(?:比|くら|並べ)|は(?:伸び|増え|減っ|どう(?:変|動|推移)))", re.IGNORECASE)
RISEN_BEFORE = re.compile(rf"{OPENER}(?:でも、?)?(?P<pointed>(?:それ|その年|その)(?:より)?(?:も)?(?:以前|前)から(?:も)?)、?[^。、]{{0,16}}?(?:増え|伸び|上が|高ま|進[んみ]|減っ|下が)")
THAT_YEAR = re.compile(rf"{OPENER}(?:その|この|同じ|ピークの|最高の|最低の|逆転した|超えた)(?:(?:年|時点|ころ|頃|時|とき)(?=の(?!うち|中)|は|に|で(?!す)|だと|、)|(?:時点|ころ|頃|とき|時(?!代|間|期|系))(?=[一-龥ァ-ヴA-Za-z]))")
SHORT_FIELDS = {name.lower(): key for key, names in prompts.lexicon("places")["side_by_side"].items() if key in FIELD_LABELS for name in names}
SHORT_FIELD = re.compile(rf"{OPENER}(?P<field>{'|'.join(map(re.escape, sorted(SHORT_FIELDS, key=len, reverse=True)))})(?:系|関係|関連)?(?=は(?:どう|[??。]*$)|だと|では|なら|と(?:は)?(?:比べ|くらべ|比較)|より|の(?:ほう|方)|も(?:[??。]*$|同))")
# 「業界全体の平均と比べて高いですか」「平均より上?」
AVERAGE = re.compile(rf"{OPENER}(?:(?:業界|全体|世の中|世間|ai(?:の)?会議|AI(?:の)?会議|会議|学会|ほか|他|よそ|全(?:会議|学会))(?:全体|一般)?の?)*平均(?:値)?(?:より(?:も)?|(?:と|に)(?:は)?(?:比べ|くらべ|比較し)(?:て|ると|れば|たら)(?:も)?|を)、?")
REST = re.compile(rf"{OPENER}(?:それ|これ|そこ|その)(?:以外|のほか|の他)(?:の(?:大学|企業|会社|所|ところ|もの|論文))?(?:と(?:の(?:共著|もの|やつ|論文))?)?(?=は|だと|では|なら|の割合|の率)")
# 「2社の差は」「両国を比べると」「3校の推移」
SOME = re.compile(rf"{OPENER}(?:その|この|これら|それら)?(?:の)?{COUNT}(?:社|校|[かカヶ]?国|会議|学会|分野|大学|機関|つの(?:会社|企業|大学|国|会議|学会|分野)|つ|者)(?=の(?!うち|中|なか|どちら)|を|で(?!す)|は|とも|合わせ|合計|、)")
# 「メタも加えて」「ECCVも入れて比べて」「そこにインドを足すと」
MORE = re.compile(r"(?:も|を)、?(?:一緒に|いっしょに|そこに|これに|それに)?(?:加え|足し|入れ|含め|追加し|混ぜ|まぜ|並べ)(?:て(?:ください|みて|くれ)?|た(?:ら|場合)?|ると|れば)?[、,]?")
THERE = r"(?:(?:そこ|それ|これ|ここ|その中|この中)に(?:は)?[、,]?)?"
TOGETHER = re.compile(r"[^。表]*(?:順位|順番|順に|比べ|くらべ|比較|グラフ|推移|並べ|ランク|どう|差|一番|いちばん|最も)[^表]*$")
BETWEEN = re.compile(r"(?:と|や|、|・|,|&|\s|および|及び)*")
WHICH = re.compile(r"どちら|どっち")
PASSED = re.compile(r"(?:を|に|から)、?[^。、]{0,6}?(?:抜(?:い|か|く|け)|追い抜|追い越|上回っ|逆転|追いつ|超え[たて])")
BARE_PASSED = re.compile(rf"{OPENER}(?:もう|まだ|いつ|既に|すでに|とっくに|結局)*(?:抜(?:い|か|け)|追い抜|追い越|上回っ|逆転)[^。、]{{0,14}}[??。]*$")
TOLD = ("level", "count", "trend", "change", "ratio", "before_after", "peak", "trough", "position", "overtake", "onset")
BEST = Subject("tier_share", tier="1-50")
COUNTRIES = ("country_share", "japan_share")
MOVES = ("change", "before_after", "ratio")
MOST, LONGEST = 4, 40  # things set together; characters


class Reader(Protocol):
    """What finds names, knows how things are called, and reads a message."""

    labels: Labels

    def explained(self, text: Text) -> list[Hit]: ...

    def measured(self, text: Text) -> list[Hit]: ...

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...


@dataclass(frozen=True)
class Found:
    """Names that stand for [start, end) of a message, how they are written there, and whether that is said to the asker."""

    start: int
    end: int
    names: list[str]
    written: str
    said: bool = True


def by_name(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The question with names in the place of what points; None for a message that points at nothing of the talk."""
    if previous is not None and data is not None and (rise := before_the_break(text, previous, data)) is not None:
        return reader.understood(read(rise), data.with_(statistic="level", intent="figure", years=(), span=False, spans=()), data)
    if previous is not None and data is not None and previous.intent in DATA_INTENTS and data.statistic in MOVES and data.years and AGREED.match(text.folded):
        return data.with_(text=text.folded, topic=text.folded, resolved=reader.labels.describe(data), inherited=("all",), asserted=asserted(text.lowered), claims=(), readings=())
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or data.family or len(text.folded) > LONGEST:
        return None
    found = next((found for find in (of_ranking, just_told, of_year, of_field, beside_average, the_rest, some, one_more, passed) if (found := find(reader, text, data)) is not None), None)
    if found is None:
        return None
    going_on, pointed = onwards(data), text.folded[found.start : found.end] if found.said else ""
    question = reader.understood(read(f"{text.folded[: found.start]}{found.written}{text.folded[found.end :]}"), going_on, going_on)
    if question.intent in DATA_INTENTS and question.blocker is None and not (question.places or question.ranked or question.family or question.parts) and data.places:
        question = question.with_(places=data.places, inherited=(*question.inherited, "places"))  # 「両国の2013年は?」 stays at the conference
        question = question.with_(resolved=reader.labels.describe(question))
    told = (prompts.render("notes", "by_name", written=pointed, names="・".join(found.names)),) if pointed else ()
    return question.with_(readings=(*told, *question.readings))


def before_the_break(text: Text, previous: Question, data: Question) -> str | None:
    """「それ以前から増えていたのでは?」 where the years before and after 2012 were spoken of: the text with that year."""
    match = RISEN_BEFORE.match(text.folded)
    spoken_of = str(BREAK) in previous.text or data.statistic in ("before_after", "did") or data.years[:1] == (BREAK,)
    return f"{BREAK}年より前から{text.folded[match.end('pointed') :]}" if match and spoken_of else None


def onwards(data: Question) -> Question:
    """The last figures without what held for the things told alone: their order, the year of a crossing or of a peak."""
    if data.statistic in ("overtake", "peak", "trough", "onset", "position"):
        return data.with_(statistic="level", intent="figure", ranked=None, claims=(), asserted=None)
    if data.statistic in ("rank", "movers"):
        of_groups = tuple(subject for subject in data.subjects if not subject.names()) if data.ranked in ("venues", "fields", None) else ()
        moved = data.statistic == "movers"
        return data.with_(statistic="level", intent="figure", ranked=None, count=None, ascending=False, claims=(), asserted=None, subjects=of_groups, years=() if moved else data.years, span=data.span and not moved)
    return data


def called(reader: Reader, thing: Subject | Place) -> str | None:
    """The name that a message would give it; None for a group of papers without one."""
    if isinstance(thing, Place):
        return reader.labels.place(thing) if thing.kind != "area" else None
    if thing.metric in COUNTRIES:
        return reader.labels.subject(thing).removesuffix("の機関の参加率")
    return reader.labels.subject(thing).removesuffix("の論文の割合") if thing.metric == "institution_share" else None


def of_ranking(reader: Reader, text: Text, data: Question) -> Found | None:
    """One of the things that a ranking put in order, or the first few of them."""
    if data.statistic not in ("rank", "movers") or data.ranked == "named":
        return None
    order: tuple = data.order or data.recent_places
    if match := FIRST_FEW.match(text.folded):
        names = [called(reader, thing) for thing in order[: number(match["count"])]]
        start = match.start("count") - len(re.search(r"(?:その|この)?(?:上位|トップ|top\s?)$", text.folded[: match.start("count")], re.IGNORECASE).group())
        return Found(start, match.end(), names, "と".join(names)) if len(names) > 1 and all(names) else None
    if match := GAP.match(text.folded):
        names = [called(reader, thing) for thing in order[:2]]
        start = re.match(OPENER, text.folded).end()
        return Found(start, match.end(), names, f"{names[0]}と{names[1]}の差は") if len(names) == 2 and all(names) and data.statistic == "rank" else None
    if who := WHO.match(text.folded):
        place = number(who["place"]) if who["place"] else 1
        name = called(reader, order[place - 1]) if len(order) >= place else None
        return Found(re.match(OPENER, text.folded).end(), who.end(), [name], f"{name}は" if who["same"] else name) if name else None
    match = ONE.match(text.folded)
    kind = next((kind for kind in KINDS if match[kind]), None) if match else None
    if kind is None or (data.ranked or "venues") not in OF_KIND[kind]:
        return None
    place = number(match["place"]) if match["place"] else place_told(data)
    name = called(reader, order[place - 1]) if len(order) >= place else None
    start = re.match(OPENER, text.folded).end()
    return Found(start, match.end(), [name], name) if name else None


def place_told(data: Question) -> int:
    """Which of a ranking was told first: 2 after 「2番目は?」, else the first one."""
    return place_asked(data.text) or 1


def just_told(reader: Reader, text: Text, data: Question) -> Found | None:
    """The one thing of the kind named that was told last: 「今の会社、2010年だと?」."""
    match = JUST.match(text.folded)
    kind = next((kind for kind in KINDS if match[kind]), None) if match else None
    if kind is None or data.statistic not in TOLD:
        return None
    things = [thing for thing in (*data.subjects, *data.places) if kind_of(thing) in OF_KIND[kind]]
    name = called(reader, things[0]) if len(things) == 1 else None
    return Found(re.match(OPENER, text.folded).end(), match.end(), [name], name) if name else None


def kind_of(thing: Subject | Place) -> str:
    """The kind of what is told: one of KINDS, or empty."""
    if isinstance(thing, Place):
        return {"venue": "venues", "field": "fields"}.get(thing.kind, "")
    return "countries" if thing.metric in COUNTRIES else "institutions" if thing.metric == "institution_share" else ""


def of_year(reader: Reader, text: Text, data: Question) -> Found | None:
    """「その年のICCVは」 after the year of a peak or a crossing."""
    match = THAT_YEAR.match(text.folded)
    if match is None or data.year_found is None:
        return None
    return Found(re.match(OPENER, text.folded).end(), match.end(), [f"{data.year_found}年"], f"{data.year_found}年")


def of_field(reader: Reader, text: Text, data: Question) -> Found | None:
    """「画像だと?」 after a conference or a field: a short name that alone is an everyday word."""
    match = SHORT_FIELD.match(text.lowered)
    if match is None or data.ranked != "fields" and not any(place.kind in ("venue", "field") for place in data.places):
        return None
    name = reader.labels.place(Place("field", SHORT_FIELDS[match["field"]])).removesuffix("の会議")
    return Found(match.start("field"), match.end(), [name], name, said=False)


def beside_average(reader: Reader, text: Text, data: Question) -> Found | None:
    """「全体の平均と比べて高い?」 of the one conference or field told last."""
    match = AVERAGE.match(text.folded)
    named = [name for place in data.places if (name := called(reader, place))]
    if match is None or data.statistic not in ("level", "count") or len(named) != 1 or len(data.places) != 1:
        return None
    return Found(re.match(OPENER, text.folded).end(), match.end(), named, f"{named[0]}は平均と比べて", said=False)


def the_rest(reader: Reader, text: Text, data: Question) -> Found | None:
    """「それ以外の大学とは?」: what a group told last leaves out."""
    match = REST.match(text.folded)
    last = data.subjects[0] if match and len(data.subjects) == 1 else None
    if last is None or data.statistic not in TOLD or last.metric not in OPPOSITES and last != BEST:
        return None
    name = reader.labels.subject(Subject("non_elite_share") if last == BEST else Subject(OPPOSITES[last.metric]))
    return Found(re.match(OPENER, text.folded).end(), match.end(), [name], name)


def some(reader: Reader, text: Text, data: Question) -> Found | None:
    """The things told lately, where a number of them is said that the last answer alone does not have."""
    match = SOME.match(text.folded)
    if match is None or data.statistic not in TOLD or WHICH.search(text.folded) or APART.search(text.folded) and not GAP_MOVED.search(text.folded):
        return None  # how far two are apart in one year, and which of them has more, is read by rules of its own
    count = number(match["count"])
    if len(data.subjects) == count or len(data.places) == count:
        return None
    names = [name for name in (called(reader, thing) for thing in lately(data, count)) if name]
    start = re.match(OPENER, text.folded).end()
    return Found(start, match.end(), names, "と".join(names)) if len(names) == count else None


def one_more(reader: Reader, text: Text, data: Question) -> Found | None:
    """Names that are added to those told lately: all of them together."""
    match = MORE.search(text.folded)
    if match is None or data.statistic not in TOLD or not TOGETHER.match(text.folded, match.end()):
        return None  # 「ACLも足して」 joins the one told last, 「足して表に」 makes a table
    start = re.match(OPENER + THERE, text.folded).end()
    hits = [hit for hit in reader.explained(text) if hit.kind in ("venue", "field", "country", "institution") and start <= hit.start and hit.end <= match.start()]
    if not hits or BETWEEN.sub("", blank(text.folded, hits)[start : match.start()]):
        return None
    told = lately(data, MOST - len(hits), like=hits[0].kind)
    names = [name for name in (called(reader, thing) for thing in told) if name]
    if len(names) < 2:  # one and another are set side by side by other rules
        return None
    added = [text.folded[hit.start : hit.end] for hit in hits]
    everything, rest = list(dict.fromkeys((*names, *added))), text.folded[match.end() :]
    joint = "" if re.match(r"[のをでは]", rest) else "を" if re.match(r"比|くら|並", rest) else "で"
    return Found(start, match.end(), everything, "と".join(everything) + joint)


def passed(reader: Reader, text: Text, data: Question) -> Found | None:
    """「米国を抜いたのはいつ」: who passed it is the one told last; 「もう抜いた?」: of the two told last."""
    if data.statistic not in TOLD:
        return None
    start = re.match(OPENER, text.folded).end()
    if BARE_PASSED.match(text.folded):
        names = [name for name in (called(reader, thing) for thing in lately(data, 2)) if name]
        return Found(start, start, names, f"{names[0]}は{names[1]}を") if len(names) == 2 and len(data.subjects) * max(1, len(data.places)) < 2 and data.statistic != "overtake" else None
    hits = [hit for hit in reader.explained(text) if hit.kind in ("venue", "field", "country", "institution")]
    if len(hits) != 1 or not PASSED.match(text.folded[hits[0].end :]) or reader.measured(text):
        return None
    things = [thing for thing in lately(data, 2, like=hits[0].kind) if called(reader, thing)]
    own = things[-1:] if len(data.subjects) * max(1, len(data.places)) == 1 else []
    names = [called(reader, thing) for thing in own]
    if not names or read(names[0]).folded in text.folded or not isinstance(own[0], Place) and hits[0].kind == "country" and (own[0].country or "Japan") == hits[0].key:
        return None
    return Found(start, start, names, f"{names[0]}が")


def lately(data: Question, most: int, like: str | None = None) -> tuple[Subject | Place, ...]:
    """What the last answer told, with what the answers before it told in the same way: institutions, countries, or conferences. Newest last."""
    named = tuple(subject for subject in data.subjects if subject.metric in (*COUNTRIES, "institution_share"))
    if like in ("venue", "field") or like is None and not named:
        kinds = {place.kind for place in data.places} - {"area"}
        if not kinds or like is not None and like not in kinds:
            return ()
        swapped = "subjects" in data.inherited and len(data.places) == 1
        told = tuple(place for place in data.recent_places if place.kind in kinds) if swapped else data.places
        return told[-most:]
    metrics = COUNTRIES if (like or "") == "country" or like is None and named and named[-1].metric in COUNTRIES else ("institution_share",)
    told = tuple(subject for subject in data.subjects if subject.metric in metrics)
    if len(told) == 1 and ("places" in data.inherited or not data.places):
        told = tuple(subject for subject in data.recent_subjects if subject.metric in metrics)
    return told[-most:]


def number(word: str) -> int:
    return 2 if word in ("両", "ふた") else int(read_number(word).value)


def blank(text: str, hits: list[Hit]) -> str:
    """The text with what was found written as commas."""
    for hit in hits:
        text = text[: hit.start] + "、" * (hit.end - hit.start) + text[hit.end :]
    return text
