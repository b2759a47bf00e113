"""More than was told: 「3位は?」 after two firms set side by side, 「中国の会社は?」 after firms by name, both told by the ranking of all, and 「分野だと?」 after
a ranking of conferences."""

import re

import prompts
from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

SECTORS = {"firm": "firms", "university": "universities"}
COUNTRIES = ("country_share", "japan_share")
OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|あと|一方)[、,]?\s*)*"
KIND = re.compile(r"(?:の|系)?(?P<kind>企業|会社|大学(?!院)|勢)(?:は|だと|では|なら|って|も)(?:、?どう|、?どこ)?[ぁ-ん]{0,6}[。??!]*$")
KINDS = {"企業": "firms", "会社": "firms", "大学": "universities"}
PARTS = re.compile(rf"{OPENER}(?:(?P<fields>分野|領域)|(?P<venues>会議|学会))(?:別|ごと)?(?:だと|では|で(?:見ると|は)?|は|なら)、?(?:どう|どこ)?[ぁ-ん]{{0,6}}[。??!]*$")
SHOWN = 5  # rows of a ranking


def kind_of(reader: Reader, data: Question) -> str | None:
    """What the things told are of: firms, universities, institutions, countries, venues or fields; None for groups and a mix."""
    if len(data.places) > 1:
        kinds = {place.kind for place in data.places}
        return {"venue": "venues", "field": "fields"}.get(kinds.pop()) if len(kinds) == 1 else None
    if data.subjects and all(subject.metric in COUNTRIES for subject in data.subjects):
        return "countries"
    if not data.subjects or any(subject.institution is None for subject in data.subjects):
        return None
    sectors = {reader.labels.divide.counts.directory.profile(subject.institution).sector for subject in data.subjects}
    return SECTORS.get(sectors.pop(), "institutions") if len(sectors) == 1 else "institutions"


def whole_ranking(reader: Reader, data: Question, place: int) -> Question | None:
    """The ranking of all of their kind where the place asked for lies beyond the things that were told; None where it does not."""
    if place <= len(data.subjects) * max(1, len(data.places)):
        return None
    kind = kind_of(reader, data)
    if kind is None:
        return None
    parts = kind in ("venues", "fields")
    return data.with_(
        intent="rank", statistic="rank", ranked=kind, subjects=data.subjects[:1] if parts else (), places=() if parts else data.places, years=() if data.span else data.years[-1:], span=False, spans=(), ascending=False, count=max(place, SHOWN),
        readings=(prompts.render("notes", "whole_ranking"),),
    )  # fmt: skip


def of_that_country(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「中国の会社は?」 after firms or universities by name: the first ones of that country; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or data.statistic in ("rank", "movers") or not any(subject.institution for subject in data.subjects):
        return None
    hits = reader.countries.find(text)
    if len(hits) != 1 or hits[0].start != re.match(OPENER, text.folded).end() or (match := KIND.match(text.folded, hits[0].end)) is None:
        return None
    kind = KINDS.get(match["kind"]) or kind_of(reader, data)
    if kind not in SECTORS.values():
        return None
    done = data.with_(
        text=text.folded, intent="rank", statistic="rank", ranked=kind, subjects=(Subject("country_share", country=hits[0].key),), years=() if data.span else data.years[-1:], span=False, spans=(), ascending=False, count=None, readings=(),
        claims=(), asserted=None, style="normal", cue=None, inherited=("places", "years"),
    )  # fmt: skip
    return reader.finished(done, text, data)


def by_parts(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """「分野だと?」 after a ranking of conferences, 「会議だと?」 after one of fields: the same share by those; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or data.parts or data.statistic != "rank" or data.ranked not in (None, "venues", "fields") or (match := PARTS.match(text.folded)) is None:
        return None
    kind = "fields" if match["fields"] else "venues"
    if kind == (data.ranked or "venues"):
        return None
    return reader.finished(data.with_(text=text.folded, ranked=kind, places=(), count=None, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("all",)), text, data)
