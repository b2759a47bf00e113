"""Who stands next to one that is named or was told: 「その上は?」 after a place, 「日本の大学で東大の次は?」 asked cold."""

import re

import prompts
from analytics import NotInData
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.cues.wanted import blanked
from assistant.understand.figures.gap_of_places import called, with_values
from assistant.understand.names.periods import read_period
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text, read

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで)[、,]?\s*)*"
STEP = r"(?:(?:すぐ|もう)?(?:1つ|一つ|ひとつ|1個)?(?:の)?(?P<up>上|前)|(?:すぐ|もう)?(?:1つ|一つ|ひとつ|1個)?(?:の)?(?P<down>下|次|後ろ|うしろ))"
ONE_STEP = re.compile(r"1つ|一つ|ひとつ|すぐ|国")
WHO = r"(?:に(?:多い|くる|来る|つける|いる|並ぶ|高い))?(?:の)?(?:の?(?:企業|会社|大学|国|機関|ところ|とこ))?(?:は|って|が|を|も)*(?:どこ|誰|だれ|何)?[ぁ-ん]{0,8}[。??!\s]*$"
TOLD = re.compile(rf"{OPENER}(?:その|それの|この|そこの|それより|その会社の|その大学の|その国の)?{STEP}{WHO}")
COLD = re.compile(rf"(?:の|より){STEP}{WHO}")
JAPANESE = re.compile(r"日本(?:企業|の|国内|勢)|国内")
LONGEST = 36  # characters


def next_to_it(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The place of the neighbour; None for any other message, and where nobody stands there."""
    if len(text.folded) > LONGEST:
        return None
    period, hits, named = read_period(text.folded), reader.institutions.find(text), reader.countries.find(text)
    undated = blanked(text.folded, period.marks).rstrip()
    countries = {hit.key for hit in named}
    listed = previous is not None and data is not None and data.statistic == "rank" and not data.parts
    kept = data if listed and data.ranked == ("firms" if hits else "countries") and not period.years else None  # 「日本の一つ上は?」 right after a ranking of countries
    places, years = (kept.places, kept.years[-1:]) if kept is not None else ((), period.years[-1:])
    if len(hits) == 1 and len(countries) < 2 and (match := COLD.match(undated, hits[0].end)):
        subject, among = Subject("institution_share", institution=hits[0].key), countries.pop() if countries else ""
    elif not hits and len(named) == 1 and (match := COLD.match(undated, named[0].end)) and (kept is not None or ONE_STEP.search(match.group())):
        subject, among = Subject("country_share", country=named[0].key), ""
    elif previous is not None and data is not None and previous.intent in DATA_INTENTS and data.statistic == "position" and not data.parts and (match := TOLD.match(text.folded)) and len(data.subjects) == 1:
        subject, places, years, among = data.subjects[0], data.places, data.years[-1:], "Japan" if JAPANESE.search(data.text) and data.subjects[0].institution else ""
    else:
        return None
    if subject.metric not in ("institution_share", "country_share", "japan_share"):
        return None
    neighbour = beside(reader, subject, -1 if match["up"] else 1, places, years, among)
    if neighbour is None:
        return None
    name = called(reader, neighbour)
    asked = f"{'日本の中で' if among == 'Japan' else ''}{re.sub(r'[(（][^()（）]*[)）]', '', name)}は何位"
    note = prompts.render("notes", "by_name", written=match.group().strip("??。のより"), names=name)
    done = Question(text=asked, intent="rank", statistic="position", resolved=asked, topic=asked, subjects=(neighbour,), places=places, years=years, readings=(note,), inherited=("places", "years") if places or years else ())
    return reader.finished(done, read(asked), data)


def beside(reader: Reader, subject: Subject, step: int, places: tuple[Place, ...], years: tuple[int, ...], among: str) -> Subject | None:
    """Who stands one place above or below among those of the same kind (and country)."""
    if subject.institution is None:
        kind, subject = "countries", Subject("country_share", country=subject.country or "Japan")
    else:
        sector = reader.labels.divide.counts.directory.profile(subject.institution).sector
        kind = {"firm": "firms", "university": "universities"}.get(sector, "institutions")
    try:
        order = with_values(reader, kind, among, places or (Place("area", "ai"),), years)
    except NotInData:
        return None
    own = dict(order).get(subject)
    if own is None:
        return None
    apart = [other for other, value in order if (value > own if step < 0 else value < own)]  # those level with it share its place
    return apart[-1 if step < 0 else 0] if apart else None
