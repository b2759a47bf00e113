"""「企業と大学、それぞれの1位を比べて」「日本と米国、それぞれの首位の大学は?」: the first one of each kind or country, set side by side by name."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.first_named import at_place
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

FIRSTS = re.compile(r"(?:それぞれ|各々|おのおの|両方|双方|お互い)(?:の|で|における)?、?(?:(?:企業|会社|大学)の)?(?:1位|一位|首位|トップ|一番(?:上|多いところ|手)?|筆頭)(?!\d|[^。、]{0,4}(?:年|10|50))")
KIND = re.compile(r"(?P<firms>企業|会社)|(?P<universities>大学(?!院))|(?P<countries>(?<![一-龥])国(?!際|内|立|別))")
GROUPS = {"firm_share": "firms", "university_share": "universities"}
OTHERWISE = re.compile(r"推移|年(?:ごと|別)|引用|共著|会議|学会|分野")
LONGEST = 40  # characters


def firsts_of_each(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The first ones by name; None for any other message."""
    if not FIRSTS.search(text.folded) or len(text.folded) > LONGEST or OTHERWISE.search(text.folded):
        return None
    told = data if previous is not None and previous.intent in DATA_INTENTS else None
    alone = reader.read_alone(text)
    where = (told or alone).with_(places=alone.places or (told.places[:1] if told else ()), years=alone.years[-1:] or (told.years[-1:] if told and not told.span else ()))
    firsts = [at_place(reader, kind, country, 1, where) for kind, country in kinds_named(reader, text, told)]
    if len(firsts) < 2 or None in firsts or len(set(firsts)) != len(firsts):
        return None
    names = "・".join(reader.labels.name(first) for first in firsts)
    done = Question(
        text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=tuple(firsts), places=where.places, years=where.years, readings=(prompts.render("notes", "by_rank", name=names),),
        inherited=("places", "years") if told else (),
    )  # fmt: skip
    return reader.finished(done, text, data)


def kinds_named(reader: Reader, text: Text, told: Question | None) -> list[tuple[str, str]]:
    """(kind, country) of each ranking whose first one is meant: kinds the message names, one kind of two countries, or what the talk told last."""
    kinds = list(dict.fromkeys(match.lastgroup for match in KIND.finditer(text.folded)))
    countries = list(dict.fromkeys(hit.key for hit in reader.countries.find(text)))
    if not kinds and not countries and told is not None:
        kinds = list(dict.fromkeys(GROUPS[subject.metric] for subject in (*told.recent_subjects, *told.subjects) if subject.metric in GROUPS))
        countries = list(dict.fromkeys(country(subject) for subject in told.subjects if subject.metric in ("country_share", "japan_share"))) if not kinds else []
    if len(countries) > 1:
        kind = kinds[0] if kinds and kinds[0] != "countries" else "institutions"
        return [(kind, each) for each in countries]
    return [(kind, countries[0] if countries else "") for kind in kinds]


def country(subject: Subject) -> str:
    return subject.country or "Japan"
