"""「グーグルが首位になったのはいつ?」 「日本の順位が一番高かったのは何年?」: the year of a place in the ranking, told as the place in that year."""

import re

import prompts
from analytics import NotInData
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from assistant.models import Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.figures.gap_of_places import in_order
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

FIRST = re.compile(r"(?:首位|1位|一位|トップ|一番|先頭|世界一)(?:に|へ)(?:な(?:っ|り)|立っ|躍り出|浮上|上り詰め|上がっ|就い|おどり出)[^。]{0,10}(?:いつ|何年|どの年|時期)|(?:いつ|何年)(?:に|から)?、?(?:首位|1位|一位|トップ|世界一)(?:に|へ)?(?:な(?:っ|り)|立っ|浮上)")
BEST = re.compile(r"(?:順位|ランク)(?:が|は|の)?、?(?:一番|いちばん|最も|もっとも)(?:高|上|良|よ)[^。]{0,10}(?:いつ|何年|年)|(?:いつ|何年)[^。、]{0,4}(?:一番|いちばん|最も|もっとも)(?:順位|ランク)(?:が|は)?(?:高|上|良|よ)|最高順位|(?:何年|いつ)[^。、]{0,6}順位(?:が|は)(?:一番|いちばん|最も)(?:高|上)")
WHOLE = Place("area", "ai")
LONGEST = 40  # characters


def first_place(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """The place in the year that is found; None for any other message."""
    first, best = FIRST.search(text.folded), BEST.search(text.folded)
    if not (first or best) or len(text.folded) > LONGEST:
        return None
    alone = reader.read_alone(text)
    named = [Subject("institution_share", institution=hit.key) for hit in reader.institutions.find(text)] or [Subject("country_share", country=hit.key) for hit in reader.countries.find(text)]
    told = data if not named and previous is not None and previous.intent in DATA_INTENTS and data is not None and not data.parts else None
    named = named or [subject for subject in (told.subjects if told is not None else ()) if subject.metric in ("institution_share", "country_share", "japan_share")]
    if len(set(named)) != 1:
        return None
    subject = named[0] if named[0].institution else Subject("country_share", country=named[0].country or "Japan")
    places = alone.places[:1] or (told.places[:1] if told is not None else ())
    ranks = by_year(reader, subject, places[0] if places else WHOLE)
    if not ranks:
        return None
    year, note = since_first(ranks) if first else (min(ranks, key=lambda each: (ranks[each], -each)), "best_place")
    done = Question(
        text=f"{year}年は何位", intent="rank", statistic="position", resolved=text.folded, topic=text.folded, subjects=(subject,), places=places, years=(year,), readings=(prompts.render("notes", note),), inherited=("subjects",) if told else (),
    )  # fmt: skip
    return reader.finished(done, text, data)


def by_year(reader: Reader, subject: Subject, place: Place) -> dict[int, int]:
    """Year → place among all of the same kind; years in which it has no paper are left out."""
    kind = "countries"
    if subject.institution is not None:
        sector = reader.labels.divide.counts.directory.profile(subject.institution).sector
        kind = {"firm": "firms", "university": "universities"}.get(sector, "institutions")
    ranks = {}
    for year in range(MAIN_FIRST, MAIN_LAST + 1):
        try:
            order = in_order(reader, kind, "", (place,), (year,), deep=None)
        except NotInData:
            continue
        if subject in order:
            ranks[year] = order.index(subject) + 1
    return ranks


def since_first(ranks: dict[int, int]) -> tuple[int, str]:
    """(the year since which it has been first, or of its first time there, and the note that tells it); its best year where it never was."""
    first = [year for year, rank in ranks.items() if rank == 1]
    if not first:
        return min(ranks, key=lambda each: (ranks[each], -each)), "never_first"
    held = [year for year in first if all(rank == 1 for later, rank in ranks.items() if later >= year)]
    return (held[0], "first_since") if held else (first[0], "first_once")
