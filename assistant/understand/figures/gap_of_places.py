"""How far two places of a ranking are apart: 「企業の1位と2位の差は?」 asked cold, 「上位2社の差」, and 「1位との差は?」 of the one told last."""

import re

import prompts
from analytics import NotInData
from analytics.divide.metrics import FIELD_LABELS
from analytics.divide.store import MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.first_named import KINDS, SECTORS
from assistant.understand.figures.ranks_asked import place_asked
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text
from index.number_words import read_number

AI = Place("area", "ai")
COUNTED = {"firms": r"\d社", "universities": r"\d校", "countries": r"\d[かカヶ]国", "institutions": r"\d機関"}
PARTS = re.compile(r"(?P<fields>分野|領域)|会議(?!の論文)|学会|参加率|共著率|単独率")
NAMED = ("institution_share", "country_share", "japan_share")
NUMBERED = r"(?:第)?(?:\d{1,2}|[一二三四五六七八九十])(?:位|番目|番手|番)"
THING = r"(?:の?(?:企業|会社|大学|国|機関|ところ|とこ|やつ|の))?"
WORD = rf"(?:{NUMBERED}|首位|トップ|筆頭|最上位|(?:一番|いちばん|最も)(?:論文が?)?(?:多い|上)?|次点|その次|2番手){THING}"
APART = r"(?:差|開き|ひらき|隔たり|距離|(?:どれ|どの)(?:くらい|ぐらい|だけ|ほど)(?:の差|違|離れ|開い))"
BETWEEN = r"(?:って|は|の|、|では|で|間(?:の|で)?|どうし(?:の)?|同士(?:の)?|論文(?:数|の割合)?の)*"
PAIR = re.compile(rf"(?P<first>{WORD})(?:と|から|、|・|vs)(?P<second>{WORD})(?:と|との)?{BETWEEN}{APART}")
FEW = re.compile(rf"(?:上位|トップ)(?:の)?(?:2|二)(?:社|校|[かカヶ]国|つ|者|機関){BETWEEN}{APART}")
OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと)[、,]?\s*)*"
ONE = re.compile(rf"{OPENER}(?P<first>{WORD})(?:と|とは|との|から)(?:の|は)?{BETWEEN}{APART}")
MOVED = re.compile(r"推移|広が|縮ま|縮ん|変わ|変化|増え|減っ|昔|\d年前|何倍")
JAPANESE = re.compile(r"日本(?:企業|の|国内|勢)|国内")
DEEP, LONGEST = 60, 44  # places of a ranking that are looked at; characters


def gap_of_places(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The two side by side; None for any other message, and where nobody has such a place."""
    if len(text.folded) > LONGEST or MOVED.search(text.folded):
        return None
    pair, few = PAIR.search(text.folded), FEW.search(text.folded)
    told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.parts else None
    one = ONE.match(text.folded) if told is not None and not (pair or few) else None
    if not (pair or few or one):
        return None
    alone = reader.read_alone(text)
    kind, country = kind_named(text.folded), next((hit.key for hit in reader.countries.find(text)), "")
    if kind is None and told is not None:
        alone = alone.with_(subjects=alone.subjects or told.subjects[:1])  # the metric by which conferences were ranked
        kind, country = kind_told(reader, told, previous, country)
    else:
        told = told if one else None  # a kind of its own makes it a question of its own
    if kind is None:
        kind = "institutions"
    places = alone.places or (told.places if told else ())
    years = alone.years or (told.years[-1:] if told and not told.span else ())
    order = parts_in_order(reader, kind, alone, places, years) if kind in ("venues", "fields") else in_order(reader, kind, country if kind != "countries" else "", places or (AI,), years)
    two = [one_told(told, order), at(order, rank(one["first"]))] if one else [at(order, rank(pair["first"])), at(order, rank(pair["second"]))] if pair else order[:2]
    if one and two[0] == two[1]:
        two[1] = at(order, 2)
    if len(two) < 2 or None in two or two[0] == two[1]:
        return None
    if isinstance(two[0], Place):
        return of_places(reader, text, alone, two, years, told)
    two.sort(key=lambda thing: order.index(thing) if thing in order else len(order))
    note = prompts.render("notes", "by_rank", name="と".join(called(reader, thing) for thing in two))
    done = Question(text=text.folded, intent="compare", resolved=text.folded, topic=text.folded, subjects=tuple(two), places=places, years=years, readings=(note,), inherited=("places", "years") if told else ())
    return reader.finished(done, text, data)


def kind_named(text: str) -> str | None:
    """What is ranked, by its word or by how it is counted (上位2社); conferences where a share of papers is named that only they differ in."""
    if match := PARTS.search(text):
        return "fields" if match["fields"] else "venues"
    return next((kind for kind, words in KINDS.items() if re.search(f"{words}|{COUNTED[kind]}", text)), None)


def kind_told(reader: Reader, told: Question, previous: Question, country: str) -> tuple[str | None, str]:
    """(kind, country) of the ranking that the talk is about, or of the ranking that the one told last stands in."""
    if told.statistic == "rank" and told.ranked in (None, "venues", "fields"):
        return told.ranked or "venues", country
    if told.statistic in ("rank", "movers") and previous.listing:
        return previous.listing[0], previous.listing[1] or country
    named = next((subject for subject in told.subjects if subject.metric in NAMED), None)
    if named is None:
        return (previous.listing[0], previous.listing[1] or country) if previous.listing else (None, country)
    if named.institution is None:
        return "countries", ""
    profile = reader.labels.divide.counts.directory.profile(named.institution)
    if previous.listing and previous.listing[1] == profile.country:  # 「1位の会社の推移」 「2位との差は」 after those of one country
        return previous.listing
    return {"firm": "firms", "university": "universities"}.get(profile.sector, "institutions"), "Japan" if JAPANESE.search(told.text) and profile.country == "Japan" else country


def in_order(reader: Reader, kind: str, country: str, places: tuple[Place, ...], years: tuple[int, ...], deep: int | None = DEEP) -> list[Subject]:
    """Those with most papers there, the first one first, `deep` of them (None: all); the last year of all where none is named."""
    return [subject for subject, _ in with_values(reader, kind, country, places, years, deep)]


def with_values(reader: Reader, kind: str, country: str, places: tuple[Place, ...], years: tuple[int, ...], deep: int | None = None) -> list[tuple[Subject, float]]:
    """The same with their shares in %, by which those level with each other are known."""
    divide, where = reader.labels.divide, {places[-1].kind: places[-1].name}
    asked = years[-1:] or tuple(year for year in divide.available(divide.measure("firm_share", **where)) if year <= MAIN_LAST)[-1:]
    if kind == "countries":
        return [(Subject("country_share", country=row.slice["country"]), row.value) for row in divide.rank_countries(asked, top=deep, **where)]
    return [(Subject("institution_share", institution=row.slice["institution"]), row.value) for row in divide.rank_institutions(asked, top=deep, sector=SECTORS[kind], country=country or None, **where)]


def parts_in_order(reader: Reader, kind: str, alone: Question, places: tuple[Place, ...], years: tuple[int, ...]) -> list[Place]:
    """Conferences of an area or a field, or the fields, the one with most of the metric named first."""
    divide, subject = reader.labels.divide, (alone.subjects or (Subject("firm_share"),))[0]
    where = next(({place.kind: place.name} for place in places if place.kind != "venue" and (kind == "venues" or place.kind == "area")), {"area": "ai"})
    asked = years[-1:] or (MAIN_LAST,)
    if kind == "venues":
        return [Place("venue", row.slice["venue"]) for row in divide.rank_venues(subject.metric, asked, **where, **subject.names())]
    values = {}
    for field in FIELD_LABELS:
        try:
            values[Place("field", field)] = divide.share(divide.measure(subject.metric, field=field, **subject.names()), asked).value
        except NotInData:
            continue
    return sorted((place for place in values if place.name != "other"), key=lambda place: -values[place])


def of_places(reader: Reader, text: Text, alone: Question, two: list[Place], years: tuple[int, ...], told: Question | None) -> Question:
    """The metric named in two conferences or fields."""
    done = Question(
        text=text.folded, intent="compare", resolved=text.folded, topic=text.folded, subjects=alone.subjects[:1] or (Subject("firm_share"),), places=tuple(two), years=years or (MAIN_LAST,), inherited=("years",) if told else (),
    )  # fmt: skip
    return reader.finished(done, text, told)


def one_told(told: Question, order: list[Subject]) -> Subject | None:
    """Whom the last answer told of: the one named, the one on the place that was asked for, or the first where a whole ranking was told."""
    named = [Subject("country_share", country=subject.country or "Japan") if subject.metric != "institution_share" else subject for subject in told.subjects if subject.metric in NAMED]
    if told.statistic not in ("rank", "movers"):
        return named[-1] if named else None
    return at(order, place_asked(told.text) or 1)


def at(order: list[Subject], place: int) -> Subject | None:
    return order[place - 1] if 0 < place <= len(order) else None


def rank(word: str) -> int:
    """The place that a word names."""
    if match := re.search(r"\d{1,2}|[一二三四五六七八九十](?=位|番目|番手)", word):
        return int(read_number(match.group()).value)
    return 2 if re.match(r"次点|その次", word) else 1


def called(reader: Reader, thing: Subject) -> str:
    return reader.labels.name(thing)
