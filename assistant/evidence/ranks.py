"""Rankings, who moved most, and where one named thing stands. `data` is the DataEvidence that asks."""

import re
from collections.abc import Callable
from dataclasses import replace

import prompts
from analytics import Figure, NotInData
from analytics.divide.measures import Measure
from analytics.divide.metrics import FIELD_LABELS
from analytics.divide.periods import AFTER, BEFORE
from assistant.charts import bar_chart
from assistant.evidence.collector import Collector
from assistant.evidence.in_ranking import members
from assistant.evidence.places_ahead import ahead
from assistant.evidence.position import place_among, place_names, standing
from assistant.models import Place, Question, Subject
from assistant.understand.figures.in_ranking import IN_RANKING
from assistant.understand.figures.limits import COUNTERS, Limit, level_asked
from assistant.understand.figures.moved_among import TOLD_BEFORE
from assistant.understand.figures.places_ahead import AHEAD
from assistant.understand.figures.places_listed import places_asked
from assistant.understand.figures.region_place import STANDS

AI = Place("area", "ai")
DEFAULT_RANKED = 5
MAX_OVER_LIMIT, ALL_RANKED = 15, 10_000
RANKED_SECTORS = {"firms": "firm", "universities": "university", "institutions": None}
FALLING = re.compile(r"減っ|減少|減ら|下がっ|下げ|低下|落ち|落と|後退")
AMONG_ALL = re.compile(r"機関(?:全体|の中)|全体(?:で|の)|世界")
PAPERS_ASKED = re.compile(r"論文の?(?:数|本数|件数|総数)|本数|件数|何本")
MOST_COUNTED = 10  # rows whose papers are told
AMONG_JAPAN = re.compile(r"日本(?:企業|の|国内)|国内")


def rank(data, question: Question, box: Collector) -> tuple[dict | None, tuple[str, ...]]:
    """(chart, readings) of a ranking; its rows have the role main, the whole area contrast."""
    if question.ranked == "named":
        return rank_named(data, question, box)
    if (question.option or "").startswith(AHEAD):
        return ahead(data, question, box, lambda subject, place, years: every_place(data, question.ranked, subject, place, years))
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    place = next((place for place in question.places if place.kind != "venue" or question.ranked not in ("venues", "fields")), AI)
    whole = data.measure(subject, place) if subject.institution is None else data.measure(Subject("firm_share"), place)
    years = data.asked_years(question, [whole])
    readings = () if question.years else (prompts.render("notes", "latest_year", year=years[0]),)
    data.divide.share(whole, years)
    rows = rows_of(data, question, subject, place, years)
    add_rows(question, rows, box)
    add_papers(data, question, rows, place, years, box)
    if question.ranked == "fields":
        readings = (*readings, *fields_lacking(data, subject, years))
    if question.ranked in ("venues", "fields", None):
        data.optional(box, "contrast", data.divide.share, whole, years)
    return bar_chart(question, data.figures(box, "main")), readings


def rank_named(data, question: Question, box: Collector) -> tuple[dict | None, tuple[str, ...]]:
    """(chart, readings) of the things named, in order of their values; those without a figure in these years are told. Raises NotInData for none."""
    measures = data.measures(question)
    if not question.years and not set.intersection(*(set(data.main_years(measure)) for measure in measures)):  # ICCV and ECCV: each in its own last year
        rows = in_their_order(question, [data.divide.share(measure, (data.latest_common([measure]),)) for measure in measures])
        add_rows(question, rows, box)
        return bar_chart(question, rows), (prompts.render("notes", "own_years"),)
    years = question.years if len(question.years) == 1 else data.asked_years(question, measures)
    measures, told = data.having(measures, years, pooled=question.span)  # ICCV meets every other year
    readings = () if question.years else (prompts.render("notes", "latest_year", year=years[0]),)
    rows = in_their_order(question, [data.divide.share(measure, years) for measure in measures])
    add_rows(question, rows, box)
    if len(question.places) < 2:
        add_papers(data, question, rows, question.places[0] if question.places else AI, years, box)
    return bar_chart(question, rows), (*readings, *told)


def in_their_order(question: Question, figures: list[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda figure: (figure.value if question.ascending else -figure.value, figure.id))


def add_rows(question: Question, rows: list[Figure], box: Collector) -> None:
    """The rows of a ranking, role main; the ones on the place that is asked for carry it, role nth."""
    asked, values = places_asked(question.text), [figure.value for figure in rows]
    stands = (question.option or "").removeprefix(STANDS) if (question.option or "").startswith(STANDS) else None
    for figure in rows:
        rank = values.index(figure.value) + 1
        held = next((place for place in asked if place - rank in range(values.count(figure.value))), None)  # level ones share their places
        held = rank if stands is not None and name_of(figure) == stands else held
        if held is not None:
            figure = replace(figure, caveats_ja=(prompts.render("notes", "ranked_here", rank=held), *figure.caveats_ja))
            box.figure(figure, "nth")
        box.figure(figure, "main")


def add_papers(data, question: Question, rows: list[Figure], place: Place, years: tuple[int, ...], box: Collector) -> None:
    """How many papers each institution of a ranking has, where papers are asked about, role papers; the order is the same, since all are shares of the same papers."""
    if PAPERS_ASKED.search(question.text) and len(rows) <= MOST_COUNTED and all("institution" in figure.slice for figure in rows):
        for figure in rows:
            box.figure(data.divide.count(data.measure(Subject("institution_share", institution=figure.slice["institution"]), place), years), "papers")


def rows_of(data, question: Question, subject: Subject, place: Place, years: tuple[int, ...]) -> list[Figure]:
    """The rows of a ranking. Raises NotInData when there are none."""
    top, where = max(question.count or DEFAULT_RANKED, *places_asked(question.text), 0), {place.kind: place.name}
    limit = level_asked(question)
    shown, top = top, ALL_RANKED if limit is not None else top
    if question.ranked in RANKED_SECTORS:
        country = "Japan" if subject.metric.startswith("japan") else subject.country
        if question.option == IN_RANKING and country:
            return members(data.divide, place, years, question.ranked, RANKED_SECTORS[question.ranked], country, top)
        some = among(subject, question.ranked)
        upside_down = question.ascending and bool(some)  # the last of a group can be told, the last of all is many
        rows = data.divide.rank_institutions(years, top=ALL_RANKED if upside_down else top, sector=RANKED_SECTORS[question.ranked], country=country, **some, **where)
        rows = list(reversed(rows)) if upside_down else rows
        if country and rows and limit is None:
            rows[:1] = [standing(data.divide, rows[0], place, years, question.ranked, RANKED_SECTORS[question.ranked])]
    elif question.ranked == "countries":
        rows = data.divide.rank_countries(years, top=top, **where)
    else:
        rows = every_place(data, question.ranked, subject, place, years)
        if question.ranked == "fields" and limit is None:
            top = question.count or len(rows)
        rows = list(reversed(rows)) if question.ascending else rows
    if limit is not None:
        rows, top = held_to(rows, limit, question, shown)
    rows = rows[:top]
    if not rows:
        raise NotInData("empty", part=data.divide.counts.slice(**where).label_ja, years=years)
    return rows


def held_to(rows: list[Figure], limit: Limit, question: Question, top: int) -> tuple[list[Figure], int]:
    """(rows within the level, how many of them are shown): the first one tells how many there are. Where none is, the nearest ones show it."""
    within = [figure for figure in rows if limit.holds(figure.value)]
    if not within:
        return rows, top
    told = prompts.render("notes", "within_limit", count=f"{len(within)}{COUNTERS[question.ranked or 'venues']}")
    within[0] = replace(within[0], caveats_ja=(told, *within[0].caveats_ja), parts={**within[0].parts, "within": len(within)})
    return within, question.count or MAX_OVER_LIMIT


def among(subject: Subject, ranked: str) -> dict[str, object]:
    """What keeps a ranking to the firms or universities of a group: 「GAFAMの中で一番は」, 「エリート大学で論文が多いのは」."""
    if ranked == "universities" and subject.metric == "tier_share":
        return {"tier": subject.tier}
    return {"big_tech": True} if ranked == "firms" and subject.metric == "big_tech_share" else {}


def of_every_field(data, subject: Subject, figure_of: Callable[[Measure], Figure]) -> list[Figure]:
    """A figure of the metric in every field that has one."""
    rows = []
    for field in FIELD_LABELS:
        if field == "other":
            continue
        try:
            rows.append(figure_of(data.measure(subject, Place("field", field))))
        except NotInData:
            continue
    return rows


def every_place(data, ranked: str, subject: Subject, place: Place, years: tuple[int, ...]) -> list[Figure]:
    """The metric in every field, or in every conference of a place, highest first."""
    return rank_fields(data, subject, years) if ranked == "fields" else data.divide.rank_venues(subject.metric, years, **{place.kind: place.name}, **subject.names())


def rank_fields(data, subject: Subject, years: tuple[int, ...]) -> list[Figure]:
    """The metric in every field, highest first; fields without a figure in these years are left out."""
    rows = of_every_field(data, subject, lambda measure: data.divide.share(measure, years))
    return sorted(rows, key=lambda figure: (-figure.value, figure.id))


def venues_beside(data, subject: Subject, place: Place, years: tuple[int, ...]) -> list[Figure]:
    """The metric in every conference of the same area, highest first."""
    is_ai = next(each.is_ai for each in data.divide.counts.venues if each.key == place.name)
    return data.divide.rank_venues(subject.metric, years, "ai" if is_ai else "non_ai", **subject.names())


def fields_lacking(data, subject: Subject, years: tuple[int, ...]) -> tuple[str, ...]:
    """The note that names the fields without a figure in these years; none where every field has one."""
    held = {figure.slice["field"] for figure in rank_fields(data, subject, years)}
    names = [name for field, name in FIELD_LABELS.items() if field != "other" and field not in held]
    return (prompts.render("notes", "fields_lacking", fields="・".join(names)),) if names else ()


def moved_fields(data, subject: Subject, before: tuple[int, ...], after: tuple[int, ...], by: str) -> list[Figure]:
    """The change of the metric in every field that rose (or fell), the largest first; fields without a figure in both periods are left out."""
    rows = of_every_field(data, subject, lambda measure: data.divide.change(measure, before, after))
    sign = -1 if by == "rise" else 1
    return sorted((figure for figure in rows if sign * figure.value < 0), key=lambda figure: (sign * figure.value, figure.id))


def movers(data, question: Question, box: Collector) -> dict | None:
    """Who rose or fell most between two periods: 2007–2011 and 2012–2021 unless years were named. Returns the chart."""
    before, after = BEFORE, AFTER
    if len(question.years) >= 2:
        before, after = (min(question.years),), (max(question.years),)
    what = {"firms": "institutions", "universities": "institutions", None: "venues"}.get(question.ranked, question.ranked)
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    names = {"sector": RANKED_SECTORS[question.ranked]} if question.ranked in RANKED_SECTORS else {}
    if what == "venues":
        names = {"metric": subject.metric, **subject.names()}
    elif what == "institutions" and (subject.metric.startswith("japan") or subject.country):
        names["country"] = subject.country or "Japan"
    place = next((place for place in question.places if place.kind == "area"), AI)
    by, most = "fall" if FALLING.search(question.text) else "rise", question.count or DEFAULT_RANKED
    if what == "fields":
        rows = moved_fields(data, subject, before, after, by)[:most]
    else:
        rows = data.divide.movers(what, before, after, by=by, top=None if question.option == TOLD_BEFORE else most, **{place.kind: place.name}, **names)
    if question.option == TOLD_BEFORE:
        rows = [figure for figure in rows if name_of(figure) in told_before(data, question, place)][:most]
    if not rows:
        raise NotInData("empty", part=data.divide.counts.slice(**{place.kind: place.name}).label_ja, years=(*before, *after))
    for figure in rows:
        box.figure(figure, "main")
    return bar_chart(question, data.figures(box, "main"))


def name_of(figure: Figure) -> str | None:
    return figure.slice.get("institution", figure.slice.get("country"))


def told_before(data, question: Question, place: Place) -> set[str | None]:
    """The names that the last ranking put in order, of its year."""
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    years = (question.year_found,) if question.year_found else data.asked_years(question.with_(years=()), [data.measure(Subject("firm_share"), place)])
    return {name_of(figure) for figure in rows_of(data, question.with_(option=None), subject, place, years)}


def position(data, question: Question, box: Collector) -> tuple[str, ...]:
    """Readings; the named thing has the role main, its neighbours neighbours. Raises NotInData."""
    told: list[str] = []
    subject = next((subject for subject in question.subjects if subject.metric in ("institution_share", "country_share", "japan_share")), None)
    if subject is None:
        subject = question.subjects[0] if question.subjects else Subject("firm_share")
        place = next(place for place in question.places if place.kind in ("venue", "field"))
        years = data.asked_years(question, [data.measure(subject, place)])
        place_among(data.divide, box, rank_fields(data, subject, years) if place.kind == "field" else venues_beside(data, subject, place, years), place, years)
    else:
        place = question.places[0] if question.places else AI
        years = data.asked_years(question, [data.measure(Subject("firm_share"), place)])
        sector = country = None
        if subject.institution is not None:
            profile = data.divide.counts.directory.profile(subject.institution)
            sector = None if AMONG_ALL.search(question.text) and profile.sector != "university" else profile.sector
            country = profile.country if AMONG_JAPAN.search(question.text) and profile.country == "Japan" else None
            told = [prompts.render("notes", "among_japan")] if country else [prompts.render("notes", "among_all")] if sector is None else []
        place_names(data.divide, box, subject, place, years, sector, country)
    return (*told, *(() if question.years else (prompts.render("notes", "latest_year", year=years[0]),)))
