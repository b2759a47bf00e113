"""Who stands above one that is named: 「日本より上の国は?」「IBMより上は何社? 2019年」「その上には何校いる?」; the rows of the ranking before it."""

import re

import prompts
from analytics import NotInData
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.gap_of_places import called, with_values
from assistant.understand.figures.rows_wanted import MOST
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

THAN = r"より(?:も)?、?(?:上位|上(?!が|げ|昇|回)|前)"
MORE = r"より(?:も)?、?(?:論文(?:の割合|の数|数)?(?:が|の))?(?:多い|多く出(?:し|て)[ぁ-ん]{0,4}|高い)"
KIND = r"(?:企業|会社|大学(?!院)|国(?!際|内)|機関|組織|ところ|とこ)"
COUNTED = r"(?:何(?:社|校|[かカヶヵ]国|機関|つ)|いくつ|幾つ)"
# A kind or a number of them says that they are wanted: 「日本より多い会議は」 is read elsewhere.
ABOVE = re.compile(rf"(?:{THAN}|{MORE})(?:に|の|で|は|には|にいる|にある|にくる|に来る|、)*(?:(?:論文(?:数)?(?:が|の)?(?:多い)?)?{KIND}|{COUNTED}|(?:は|に(?:は|いるの))?(?:どこ|誰))")
OTHERWISE = re.compile(r"会議|学会|分野|いつ|何年(?!間)|年より|抜い|抜か|差|倍|何%|ポイント|割合は|率|なぜ|理由|推移|世界大学|QS|qs|売上|人口|gdp", re.IGNORECASE)
SECTORS = {"firm": "firms", "university": "universities"}
LONGEST = 40  # characters


def above_named(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking down to the place before the one named; its place alone where nobody, or more than can be listed, stand above it. None for any other message."""
    match = ABOVE.search(text.folded) if len(text.folded) <= LONGEST else None
    if match is None or OTHERWISE.search(text.folded.replace("AI会議", "")):
        return None
    subject = before(reader, text, match.start())
    if subject is None:
        return None
    alone = reader.read_alone(text)
    told = data if previous is not None and data is not None and previous.intent in DATA_INTENTS and data.statistic in ("rank", "position") and not data.parts else None
    places = alone.places or (told.places if told is not None else ())
    years = alone.years[-1:] or (told.years[-1:] if told is not None else ())
    kind = "countries" if subject.country else sector(reader, subject)
    try:
        order = with_values(reader, kind, "", places or (Place("area", "ai"),), years)
    except NotInData:
        return None
    own = dict(order).get(subject)
    ahead = sum(value > own for _, value in order) if own is not None else 0  # those level with it are not above it
    done = Question(text=text.folded, intent="rank", resolved=text.folded, topic=text.folded, places=places, years=years, inherited=("places", "years") if told is not None else ())
    if not 0 < ahead <= MOST:
        return reader.finished(done.with_(statistic="position", subjects=(subject,)), text, data)
    note = prompts.render("notes", "above_it", name=called(reader, subject))
    return reader.finished(done.with_(statistic="rank", ranked=kind, count=ahead, readings=(note,)), text, data)


def before(reader: Reader, text: Text, end: int) -> Subject | None:
    """The one institution or country that stands right before 「より」; None where none or several are named."""
    institutions, countries = ([hit for hit in finder.find(text)] for finder in (reader.institutions, reader.countries))
    if len(institutions) == 1 and institutions[0].end == end and not countries:
        return Subject("institution_share", institution=institutions[0].key)
    if len(countries) == 1 and countries[0].end == end and not institutions:
        return Subject("country_share", country=countries[0].key)
    return None


def sector(reader: Reader, subject: Subject) -> str:
    return SECTORS.get(reader.labels.divide.counts.directory.profile(subject.institution).sector, "institutions")
