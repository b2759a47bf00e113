"""In which conferences or fields one has more than another one, or stands so high: 「中国が米国を抜いた会議はあるか」「日本が5位以内の学会は」. The order in all
conferences together is no answer to that."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.wanted import blanked
from assistant.understand.figures.ranks_asked import FURTHEST
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Hit, Text, read
from index.number_words import read_number

WIDEST_FIRST, CLOSEST = "widest", "closest"
AHEAD, LEADS = "ahead:", "leads"  # the `option` of such a ranking: LEADS, a place (3) or the last place that counts (-3)
NAMED = ("country_share", "japan_share", "institution_share")
PASSED = r"抜(?:い|か|く|け|き)|追い抜|追い越|越し|逆転|ひっくり返"
ABOVE = r"上回|勝(?:っ|つ|り)|超え|越え|リード|凌|しのぐ|しのい"
UNDER = r"下回|負け|劣|及ばな|及ばん|届かな|後れ|遅れ|抜か(?:れ|さ)|追い越され|追い抜かれ|逆転され"
MORE, LESS = r"多[いくか]|高[いくか]|上(?!回|位|が|げ|海)|強[いくか]", r"少な[いくか]|低[いくか]|下(?!回|が|げ)|弱[いくか]"
UNDER_WORD, PASSED_WORD = re.compile(UNDER), re.compile(PASSED)
THAN = re.compile(rf"より(?:も)?[^。??]{{0,24}}?(?:(?P<more>{MORE})|(?P<less>{LESS}))")
WAY = re.compile(rf"(?:{UNDER})|(?:{PASSED}|{ABOVE})")
KIND = r"(?P<venue>会議|学会|カンファレンス|カンファ)|(?P<field>分野|領域)"
# The conferences are what is asked for, and no place where something holds: 「AI会議で中国が米国を抜いたのはいつ」.
ASKED = re.compile(
    rf"(?:[いるたうきけて]|位|首位|トップ|以内|上|の)(?:{KIND})(?:って|は|が|も|を|と|なんて|とか|で)*、?(?:どこ|どれ|何|なに|いくつ|どの|ある|あり|あっ|存在|ない|なん|教|挙|見せ|知り|出し|並べ|リスト|一覧|[??。]|$)|"
    rf"(?:どの|どこの|何という|いくつの|どんな)(?:(?P<venue_>会議|学会|カンファレンス|カンファ)|(?P<field_>分野|領域))(?:で|なら|だと|において)"
)
PLACE = re.compile(r"(?P<number>\d{1,2}|[一二三四五六七八九十])(?:位|番)(?P<within>以内|以上|まで|圏内)?|(?:上位|ベスト|トップ)の?(?P<best>\d{1,2})(?!\d)|(?P<top>首位|トップ(?!カンファ|会議|学会)|一番手|筆頭)")
NEGATED = re.compile(r"(?:ない|なかった|ません|ず(?:に)?|ぬ)(?:い)?$|てな$")
YEAR_ONLY = re.compile(r"^(?:じゃあ?|では|で|それで|ちなみに|ほな|なら)?、?(?P<year>(?:19|20)\d\d)年?(?:度)?(?:では|だと|は|の場合は?|なら|で見ると|も)?、?(?:どう)?[ぁ-ん]{0,6}[。??]*$")
WHEN = re.compile(r"いつ|何年|推移|どれくらい増|どれだけ増")
WIDEST = re.compile(r"(?:差|開き|ギャップ|違い)(?:が|の)?、?(?:一番|いちばん|最も|もっとも)?、?(?:(?P<wide>大き|開い|広|ある|激し)|(?P<close>小さ|縮ま|狭|近|少な))")
SUPERLATIVE = re.compile(r"一番|いちばん|最も|もっとも|最大|最小|どの|どこ")
LONGEST = 60  # characters


def places_ahead(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking of the conferences (or fields) by how far the one leads, or by where it stands; None for any other message."""
    if len(text.folded) > LONGEST or WHEN.search(text.folded):
        return None
    if (gap := widest(reader, text, previous, data)) is not None:
        return gap
    if (again := other_year(reader, text, previous, data)) is not None:
        return again
    asked = ASKED.search(text.folded)
    if asked is None:
        return None
    kind = "fields" if asked["field"] or asked["field_"] else "venues"
    rest = read(blanked(text.folded, [asked.span()]))
    things = named(reader, rest)
    told = data if previous is not None and data is not None and previous.intent in DATA_INTENTS and not data.parts else None
    way, place = WAY.search(text.folded) or THAN.search(text.folded), PLACE.search(text.folded)
    if NEGATED.search(text.folded[: asked.start() + 1]):
        return lacking(text, things[0]) if things and (way or place) else None
    if way is not None and not place:
        things = things or (list(told.subjects) if told is not None else [])
        one = told.subjects[0] if told is not None and len(told.subjects) == 1 and told.subjects[0].metric in NAMED else None
        if len(things) == 1 and one is not None and one != things[0]:  # 「韓国に抜かれた会議は?」 after Japan
            things = [one, things[0]]
        return beaten(reader, text, rest, things, kind, told)
    if place is not None and way is None and len(things) == 1 and things[0].metric in NAMED:
        return standing(reader, text, rest, things[0], kind, place, told)
    return None


def lacking(text: Text, thing: Subject) -> Question:
    """Refused: the conferences in which it is not so are no list of ours."""
    return Question(
        text=text.folded, intent="figure", resolved=text.folded, topic=text.folded, subjects=(thing,), blocker="unknown_metric", blocker_details={"name": prompts.render("notes", "such_places")},
    )  # fmt: skip


def other_year(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「2015年では?」 after such a ranking: of that year."""
    match = YEAR_ONLY.match(text.folded)
    if match is None or previous is None or data is None or not (data.option or "").startswith(AHEAD) or previous.intent not in DATA_INTENTS:
        return None
    return reader.finished(data.with_(text=text.folded, resolved=text.folded, topic=text.folded, years=(int(match["year"]),), span=False, readings=(), inherited=("subjects", "places")), text, data)


def widest(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「どの分野で企業と大学の差が一番大きい?」: those places by how far the two are apart there."""
    match, kind = WIDEST.search(text.folded), re.search(KIND, text.folded)
    if match is None or kind is None or not SUPERLATIVE.search(text.folded) or len([hit for hit in reader.places.find(text) if hit.kind != "area"]) > 1:  # of those that are named
        return None
    told = data if previous is not None and data is not None and previous.intent in DATA_INTENTS and not data.parts else None
    rest = read(blanked(text.folded, [kind.span(), match.span()]))
    things = named(reader, rest)
    if not things and told is not None and len(told.subjects) == 2:
        things = list(told.subjects)
    elif told is not None and len(things) < 2 and len(told.subjects) != 2:
        return None
    if len(things) != 2:
        return None
    return built(reader, text, rest, tuple(things), "fields" if kind["field"] else "venues", told, CLOSEST if match["close"] else WIDEST_FIRST, ())


def named(reader: Reader, text: Text) -> list[Subject]:
    """What is held against each other, in the order of the words: countries, institutions, or firms and universities."""
    countries = [(hit, Subject("japan_share") if hit.key == "Japan" else Subject("country_share", country=hit.key)) for hit in reader.countries.find(text)]
    institutions = [(hit, Subject("institution_share", institution=hit.key)) for hit in reader.institutions.find(text)]
    groups = [(hit, Subject(f"{hit.key}_share")) for hit in reader.groups.find(text) if hit.key in ("firm", "university")]
    found: list[tuple[Hit, Subject]] = countries or institutions or groups
    return list(dict.fromkeys(subject for _, subject in sorted(found, key=lambda pair: pair[0].start)))


def beaten(reader: Reader, text: Text, rest: Text, things: list[Subject], kind: str, told: Question | None) -> Question | None:
    if len(things) != 2:
        return None
    than, first = THAN.search(text.folded), things[0]
    if than is not None:
        behind = subject_before(reader, text, than.start())
        first, second = (things[1], things[0]) if behind == things[0] else (things[0], things[1])
        under = than["less"] is not None
    else:
        second, under = things[1], UNDER_WORD.search(text.folded) is not None
    pair = (second, first) if under else (first, second)
    passed = PASSED_WORD.search(text.folded) is not None
    return built(reader, text, rest, pair, kind, told, LEADS, (prompts.render("notes", "passed_in"),) if passed else ())


def subject_before(reader: Reader, text: Text, end: int) -> Subject | None:
    """The last one that is named before 「より」."""
    found = named(reader, read(text.folded[:end]))
    return found[-1] if found else None


def standing(reader: Reader, text: Text, rest: Text, thing: Subject, kind: str, place: re.Match, told: Question | None) -> Question | None:
    number = place["number"] or place["best"]
    last = int(read_number(number).value) if number else 1
    if not 0 < last <= FURTHEST:
        return None
    exact = bool(place["number"]) and not place["within"] and last > 1
    return built(reader, text, rest, (thing,), kind, told, f"{last}" if exact else f"-{last}", ())


def built(reader: Reader, text: Text, rest: Text, subjects: tuple[Subject, ...], kind: str, told: Question | None, how: str, readings: tuple[str, ...]) -> Question | None:
    alone = reader.read_alone(read(PLACE.sub(" ", rest.folded)))
    if alone.years[1:] or any(each.kind == "venue" for each in alone.places):
        return None
    years = alone.years or (told.years[-1:] if told is not None and not told.span else ())
    places = tuple(each for each in (alone.places or (told.places if told is not None else ())) if each.kind != "venue" and (each.kind == "area" or kind == "venues"))[:1]
    done = Question(
        text=text.folded, intent="rank", statistic="rank", ranked=kind, option=f"{AHEAD}{how}", resolved=text.folded, topic=text.folded, subjects=subjects, places=places, years=years, readings=(*alone.readings, *readings),
        inherited=("places", "years") if told is not None and not alone.years and years else (),
    )  # fmt: skip
    return reader.finished(done, text, None)
