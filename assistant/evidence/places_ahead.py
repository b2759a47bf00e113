"""The conferences (or fields) in which one has more papers than another one, or stands so high. Those with too few papers for a rank are left out."""

import re
from dataclasses import replace

import prompts
from analytics import Figure, NotInData
from assistant.evidence.collector import Collector
from assistant.models import Place, Question, Subject
from assistant.understand.figures.limits import COUNTERS
from assistant.understand.figures.places_ahead import AHEAD, CLOSEST, LEADS, WIDEST_FIRST

AI = Place("area", "ai")
MOST, SHOWN = 15, 5  # rows that are shown: of those that hold, of those in the order of their gap


def ahead(data, question: Question, box: Collector, rows_of) -> tuple[None, tuple[str, ...]]:
    """Roles main (the one asked for) and behind (the other one), one of each for every place; a single pair, the nearest one, where the one leads nowhere
    (`within` of the first one's parts is 0 then). rows_of: the values of a subject in every conference or field. Raises NotInData."""
    place = next((each for each in question.places if each.kind != "venue"), AI)
    years = data.asked_years(question, [data.measure(Subject("firm_share"), place)])
    whole = rows_of(question.subjects[0], place, years)
    found = led(question, place, years, rows_of, whole) if len(question.subjects) == 2 else placed(data, question.subjects[0], years, question.option.removeprefix(AHEAD), whole)
    within = sum(1 for *_, holds in found if holds)
    by_gap = question.option in (f"{AHEAD}{WIDEST_FIRST}", f"{AHEAD}{CLOSEST}")
    shown = found[:SHOWN] if by_gap else [each for each in found if each[2]][:MOST] or found[:1]
    if not shown:
        raise NotInData("empty", part=data.divide.counts.slice(**{place.kind: place.name}).label_ja, years=years)
    counter = COUNTERS[question.ranked]
    names, asked = {"count": f"{within}{counter}", "total": f"{len(whole)}{counter}"}, question.option.removeprefix(AHEAD)
    told = prompts.render("notes", "places_ahead", **names) if len(question.subjects) == 2 else prompts.render("notes", f"places_placed{'_at' if asked.isdigit() else ''}", **names, rank=asked.lstrip("-"))
    for number, (first, second, _) in enumerate(shown):
        if number == 0:
            first = replace(first, caveats_ja=(told, *first.caveats_ja), parts={**first.parts, "within": within, "total": len(whole)})
        box.figure(first, "main")
        if second is not None:
            box.figure(second, "behind")
    return None, () if question.years else (prompts.render("notes", "latest_year", year=years[0]),)


def led(question: Question, place: Place, years: tuple[int, ...], rows_of, whole: list[Figure]) -> list[tuple[Figure, Figure, bool]]:
    """(the one, the other, whether the one has more), the widest lead first."""
    others = {figure.slice.get("venue", figure.slice.get("field")): figure for figure in rows_of(question.subjects[1], place, years)}
    pairs = [(figure, others[figure.slice.get("venue", figure.slice.get("field"))]) for figure in whole]
    if question.option == f"{AHEAD}{LEADS}":
        pairs.sort(key=lambda pair: (pair[1].value - pair[0].value, pair[0].id))
    else:
        sign = 1 if question.option == f"{AHEAD}{CLOSEST}" else -1
        pairs.sort(key=lambda pair: (sign * abs(pair[1].value - pair[0].value), pair[0].id))
    return [(first, second, first.value > second.value) for first, second in pairs]


def placed(data, subject: Subject, years: tuple[int, ...], asked: str, whole: list[Figure]) -> list[tuple[Figure, None, bool]]:
    """(the one with its place among all told in its parts, None, whether that is the place asked for), the best place first."""
    last, best = int(re.sub(r"\D", "", asked)), not asked.isdigit()
    found = []
    for figure in whole:
        place = rank_held(data, subject, years, figure)
        if place is not None:
            told = prompts.render("notes", "ranked_here", rank=place)
            found.append((replace(figure, caveats_ja=(told, *figure.caveats_ja), parts={**figure.parts, "place": place}), None, place <= last if best else place == last))
    return sorted(found, key=lambda each: (each[0].parts["place"], -each[0].value, each[0].id))


def rank_held(data, subject: Subject, years: tuple[int, ...], figure: Figure) -> int | None:
    """The place of a country, or of an institution among those of its kind, in one conference or field; None where it has no paper there."""
    where = {kind: figure.slice[kind] for kind in ("venue", "field") if kind in figure.slice}
    name = subject.institution or subject.country or "Japan"
    try:
        if subject.institution is None:
            rows = data.divide.rank_countries(years, top=None, **where)
        else:
            rows = data.divide.rank_institutions(years, top=None, sector=data.divide.counts.directory.profile(name).sector, **where)
    except NotInData:
        return None
    values = [row.value for row in rows]
    return next((values.index(row.value) + 1 for row in rows if name in (row.slice.get("country"), row.slice.get("institution"))), None)
