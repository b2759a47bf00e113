"""「アジアで日本は何番目?」: the place of a country among those of a part of the world that are held, set in order one by one."""


import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS, position_asked
from assistant.understand.cues.regions import region_of
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

STANDS = "stands:"  # begins the `option` of a ranking that is asked for the place of one of its rows
LONGEST = 40  # characters


def region_place(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The ranking of the region's countries, asked for one of them; None for any other message. The country may be the one told last."""
    if len(text.folded) > LONGEST or not position_asked(text.lowered) or (region := region_of(text)) is None:
        return None
    name, countries, end = region
    named = {hit.key for hit in reader.countries.find(text)}
    told = data if previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.parts else None
    if not named and told is not None and len(told.subjects) == 1 and told.subjects[0].metric in ("country_share", "japan_share"):
        named = {told.subjects[0].country or "Japan"}
    if len(named) != 1 or not named <= set(countries):
        return None
    alone = reader.read_alone(text)
    places, years = alone.places or (told.places if told is not None else ()), alone.years or (told.years[-1:] if told is not None and not told.span else ())
    done = Question(
        text=text.folded, intent="rank", statistic="rank", ranked="named", resolved=text.folded, topic=text.folded, subjects=tuple(Subject("country_share", country=country) for country in countries), places=places, years=years,
        option=f"{STANDS}{named.pop()}", readings=(prompts.render("notes", "region_apart", name=text.folded[end - len(name) : end]),), inherited=("places", "years") if told is not None else (),
    )  # fmt: skip
    return reader.finished(done, text, data)
