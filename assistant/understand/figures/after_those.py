"""Who comes after those that are named: 「米中以外で最も多い国は?」, 「米国と中国に次ぐ3番目は」, 「グーグルの次に多い会社は」; told by the place in the ranking."""

import re

import prompts
from analytics import NotInData
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.gap_of_places import in_order
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read
from index.number_words import read_number

KIND = r"(?:国|企業|会社|メーカー|大学|機関|組織|ところ|とこ|やつ|の)"
MOST = r"(?:一番|いちばん|最も|もっとも|最多|最大|トップ|首位|筆頭|1位|一位|多い|大きい|高い|強い)"
EXCEPT = re.compile(rf"(?:の(?:国|会社|企業|大学))?(?:以外|を(?:除[いくけ]|抜[いくき]|別に|外[しす])|抜き|はさておき|は別(?:として|にして))[^。??]{{0,32}}?{MOST}[^。??]{{0,14}}?(?:どこ|どの|どちら|誰|何|は(?=[??。]|$)|{KIND}(?:は|を)|教え)")
NEXT = re.compile(rf"^(?:さん)?(?:に次(?:ぐ|いで|いだ)|に続(?:く|いて|いた)|の(?:すぐ)?次(?:点|位)?(?:に|の|で|は|が)?)、?(?:論文(?:数|の割合)?(?:が|の)?)?(?:{MOST}|来る|くる|並ぶ|出し(?:て(?:い)?る|た))?(?:の)?(?:第?(?P<place>\d{{1,2}}|[一二三四五六七八九十])(?:番目|番手|位))?の?{KIND}?(?:は|って|が|を|に)?、?[^。??]{{0,10}}?(?:どこ|どの|どちら|誰|何|教え|[??。]|$)")
OTHERWISE = re.compile(r"共著|引用|増え|増や|伸び|推移|合計|合わせ|差|参加率が(?:高|低)|(?:会議|学会|分野)(?:は(?:どこ|どれ)|を教)|の次の(?!国(?!会|王|防|政)|会社|企業|大学|機関|順位)[一-龥ァ-ヴー]")
ANY_KIND = re.compile(r"機関|組織|研究所|ところ|とこ")
SECTORS = {"firm": "firms", "university": "universities"}
LONGEST = 80  # characters
AI = Place("area", "ai")


def after_those(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The place of who comes next; None for any other message, and where nobody does."""
    if len(text.folded) > LONGEST or OTHERWISE.search(text.folded):
        return None
    hits = reader.countries.find(text) or reader.institutions.find(text)
    if not hits:
        return without_kind(reader, text, previous, data)
    behind = text.folded[hits[-1].end :]
    match = EXCEPT.match(behind) or NEXT.match(behind)
    if match is None:
        return None
    left_out = tuple(dict.fromkeys(Subject("country_share", country=hit.key) if hit.kind == "country" else Subject("institution_share", institution=hit.key) for hit in hits))
    told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.parts else None
    alone = reader.read_alone(read(f"{text.folded[: hits[0].start]} {behind}"))
    places = tuple(each for each in alone.places if each.kind != "venue" or not told)[:1] or (told.places[:1] if told is not None else ())
    years = alone.years[-1:] or (told.years[-1:] if told is not None and not told.span else ())
    found = first_after(reader, left_out, places[:1] or (AI,), years, match)
    if found is None:
        return None
    note = prompts.render("notes", "except_those" if match.re is EXCEPT else "after_those", names="・".join(reader.labels.name(subject) for subject in left_out), name=reader.labels.name(found))
    done = Question(
        text=f"{reader.labels.name(found)}は何位", intent="rank", statistic="position", resolved=text.folded, topic=text.folded, subjects=(found,), places=places, years=years, readings=(note, *alone.readings), inherited=("places", "years") if told is not None else (),
    )  # fmt: skip
    return reader.finished(done, text, told)


def without_kind(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「企業以外で一番多い機関は?」: the first of all institutions that is no firm, or no university, by its place among its own kind."""
    group = next((hit for hit in reader.groups.find(text) if hit.key in SECTORS and EXCEPT.match(text.folded, hit.end) and ANY_KIND.search(text.folded, hit.end)), None)
    if group is None:
        return None
    alone = reader.read_alone(read(f"{text.folded[: group.start]} {text.folded[group.end :]}"))
    places = alone.places[:1] or (data.places[:1] if previous is not None and data is not None and not data.parts else ())
    profile = reader.labels.divide.counts.directory.profile
    try:
        order = in_order(reader, "institutions", "", places or (AI,), alone.years[-1:])
    except NotInData:
        return None
    found = next((subject for subject in order if profile(subject.institution).sector != group.key), None)
    if found is None:
        return None
    note = prompts.render("notes", "except_those", names=group.text, name=reader.labels.name(found))
    done = Question(text=f"{reader.labels.name(found)}は何位", intent="rank", statistic="position", resolved=text.folded, topic=text.folded, subjects=(found,), places=places, years=alone.years[-1:], readings=(note,))
    return reader.finished(done, text, None)


def first_after(reader: Reader, left_out: tuple[Subject, ...], places: tuple[Place, ...], years: tuple[int, ...], match: re.Match) -> Subject | None:
    """The first of the ranking without those, or the one on the place that is named, where they stand before it."""
    kind = "countries"
    if left_out[0].institution is not None:
        kind = SECTORS.get(reader.labels.divide.counts.directory.profile(left_out[0].institution).sector, "institutions")
    try:
        order = in_order(reader, kind, "", places, years)
    except NotInData:
        return None
    if match.re is EXCEPT:
        return next((subject for subject in order if subject not in left_out), None)
    place = int(read_number(match["place"]).value) if match["place"] else max((order.index(subject) + 2 for subject in left_out if subject in order), default=0)
    return order[place - 1] if 0 < place <= len(order) and order[place - 1] not in left_out else None
