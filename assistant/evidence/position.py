"""Where one named institution, country or conference stands: its rank, of how many, and its neighbours."""

from dataclasses import replace

import numpy as np

import prompts
from analytics import Divide, Figure, NotInData
from analytics.divide import rankings
from assistant.evidence.collector import Collector
from assistant.models import Place, Subject

NEIGHBOURS = 1


def place_names(divide: Divide, box: Collector, subject: Subject, place: Place, years: tuple[int, ...], sector: str | None, country: str | None) -> None:
    """Roles main, neighbours (and whole: the rank among all institutions) of an institution or a country. Raises NotInData."""
    where = {place.kind: place.name}
    if subject.metric in ("country_share", "japan_share"):
        name = subject.country or "Japan"
        candidates = rankings.country_candidates(divide, **where)
        number = divide.counts.countries.names.index(name)
        kind = "countries"
    else:
        candidates = rankings.institution_candidates(divide, sector=sector, country=country, **where)
        number = list(divide.counts.institutions.names).index(subject.institution)
        kind = {"firm": "firms", "university": "universities"}.get(sector, "institutions")
    add_rows(divide, box, candidates, number, years, kind)


def standing(divide: Divide, figure: Figure, place: Place, years: tuple[int, ...], kind: str, sector: str | None) -> Figure:
    """An institution's figure with its rank among all of its sector, those of other countries too."""
    order, counted, _ = in_order(divide, rankings.institution_candidates(divide, sector=sector, **{place.kind: place.name}), years)
    number = list(divide.counts.institutions.names).index(figure.slice["institution"])
    return ranked(with_rank(figure, counted[order].tolist(), counted[number]), kind)


def in_order(divide: Divide, candidates, years: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray, float]:
    """(candidates with papers from the largest, papers of every candidate, papers of known affiliation)."""
    counted, known = rankings.totals(divide, candidates, years, "n")
    counted = np.where(candidates.chosen, counted, 0.0)
    return rankings.largest_first(counted), counted, known


def with_rank(figure: Figure, values: list[float], value: float) -> Figure:
    return replace(figure, parts={**figure.parts, "rank": values.index(value) + 1, "of": len(values)})


def add_rows(divide: Divide, box: Collector, candidates, number: int, years: tuple[int, ...], kind: str) -> None:
    order, counted, known = in_order(divide, candidates, years)
    if counted[number] <= 0:
        raise NotInData("empty", part=rankings.named(divide, candidates, number).part.label_ja, years=years)
    values = counted[order].tolist()
    at = order.tolist().index(number)
    for position in range(max(0, at - NEIGHBOURS), min(len(order), at + NEIGHBOURS + 1)):
        measure = rankings.named(divide, candidates, order[position])
        figure = divide.share_figure(measure, years, values[position], known)
        box.figure(ranked(with_rank(figure, values, values[position]), kind), "main" if position == at else "neighbours")


def place_among(divide: Divide, box: Collector, rows: list[Figure], place: Place, years: tuple[int, ...]) -> None:
    """The same for a conference among those of its area, or for a field among the fields; `rows`: all of them, highest first. Raises NotInData when
    it has too few papers for a rank."""
    at = next((number for number, figure in enumerate(rows) if figure.slice[place.kind] == place.name), None)
    if at is None:
        raise NotInData("empty", part=divide.counts.slice(**{place.kind: place.name}).label_ja, years=years)
    values = [figure.value for figure in rows]
    for position in range(max(0, at - NEIGHBOURS), min(len(rows), at + NEIGHBOURS + 1)):
        figure = rows[position] if place.kind == "venue" else with_rank(rows[position], values, rows[position].value)
        box.figure(ranked(figure, f"{place.kind}s"), "main" if position == at else "neighbours")


def ranked(figure: Figure, kind: str) -> Figure:
    """The figure with its rank told among its caveats, so that the card and the check know it."""
    told = prompts.render("notes", f"ranked_{kind}", rank=figure.parts["rank"], of=f"{figure.parts['of']:,}")
    return replace(figure, caveats_ja=(told, *figure.caveats_ja))
