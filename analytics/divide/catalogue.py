"""The figures worth knowing by name: every metric in both areas, the firm share of every AI venue and field, the largest
institutions, and the headline figures computed in other ways."""

from collections.abc import Iterator
from dataclasses import dataclass

from analytics.divide.computed import computed
from analytics.divide.measures import Divide, Measure
from analytics.divide.metrics import FIELD_LABELS, METRICS
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.sources import TIERS
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import NotInData
from analytics.figure import Figure
from analytics.text.figures import text_figures

CARD_COUNTRIES = ("United States", "China", "Japan")
CARD_GROUPS = ("firm", "big_tech", "university", "tier_1-50", "non_elite", "japan")
CARD_INSTITUTIONS = 10
MAIN = tuple(range(MAIN_FIRST, MAIN_LAST + 1))
VENUE_METRICS = ("firm_share", "firm_only_share", "big_tech_share", "japan_share")


@dataclass(frozen=True)
class FigureCard:
    """What retrieval reads of a figure: words only, no values, so that a new data version re-embeds nothing."""

    id: str
    label_ja: str
    text: str


def catalogue(divide: Divide) -> list[Figure]:
    """All figures of the catalogue, in a fixed order, each id once. Data without the whole main window hold fewer."""
    figures = [figure for measure in catalogue_measures(divide) for figure in measure_figures(divide, measure)]
    if set(MAIN) <= set(divide.counts.years):
        figures += institution_figures(divide)
        figures += [figure for figure in divide.robustness() if figure.slice["check"] != "base"]
        figures += computed(divide.counts).cards
    return figures + text_figures(divide.counts)


def catalogue_measures(divide: Divide) -> Iterator[Measure]:
    for area in ("ai", "non_ai"):
        for name, metric in METRICS.items():
            if metric.parameter == "tier":
                yield from (divide.measure(name, area=area, tier=tier) for tier in TIERS)
            elif metric.parameter == "country":
                yield from (divide.measure(name, area=area, country=country) for country in CARD_COUNTRIES)
            elif metric.option == "group":
                groups = (None, *(group for group in CARD_GROUPS if group != metric.default))
                yield from (divide.measure(name, area=area, group=group) for group in groups)
            elif metric.parameter is None:
                yield divide.measure(name, area=area)
    for field in FIELD_LABELS:
        yield divide.measure("firm_share", field=field)
    for venue in divide.counts.venues:
        if venue.is_ai:
            yield from (divide.measure(name, venue=venue.key) for name in VENUE_METRICS)


def measure_figures(divide: Divide, measure: Measure) -> Iterator[Figure]:
    """First and last year, change between them, both periods; the DiD where the AI area is compared."""
    years = [year for year in divide.available(measure) if MAIN_FIRST <= year <= MAIN_LAST]
    if not years:
        return
    if measure.part.kind == "venue":
        yield divide.share(measure, (years[-1],))
        return
    try:
        yield divide.share(measure, (years[0],))
        yield divide.share(measure, (years[-1],))
        yield divide.change(measure, (years[0],), (years[-1],))
        yield divide.share(measure, BEFORE)
        yield divide.share(measure, AFTER)
    except NotInData:
        return
    if measure.part.to_dict() == {"area": "ai"}:
        yield divide.did(measure)


def institution_figures(divide: Divide) -> Iterator[Figure]:
    """Share, number of papers and change of the firms and the Japanese institutions with most AI papers."""
    firms = divide.rank_institutions(MAIN, sector="firm", top=CARD_INSTITUTIONS)
    japanese = divide.rank_institutions(MAIN, country="Japan", top=CARD_INSTITUTIONS)
    for key in dict.fromkeys(figure.slice["institution"] for figure in firms + japanese):
        measure = divide.measure("institution_share", institution=key)
        yield divide.share(measure, (MAIN_LAST,))
        yield divide.count(measure, (MAIN_LAST,))
        yield divide.before_after(measure)


def figure_cards(divide: Divide | None = None) -> list[FigureCard]:
    """Cards for retrieval: label and definition."""
    return [
        FigureCard(figure.id, figure.label_ja, f"{figure.label_ja}。{figure.definition_ja}。")
        for figure in catalogue(divide or Divide.open())
    ]


def search_figures(divide: Divide, words: str) -> list[Figure]:
    """Figures whose id, label or definition holds every word (split at white space), case ignored.

    Beside the catalogue: every variant, year and venue of the causal estimates, and every year of the AI models.
    """
    wanted = words.lower().split()
    figures = catalogue(divide)
    if set(MAIN) <= set(divide.counts.years):
        listed = {figure.id for figure in figures}
        figures += [figure for figure in computed(divide.counts).figures if figure.id not in listed]
    return [
        figure
        for figure in figures
        if all(word in f"{figure.id} {figure.label_ja} {figure.definition_ja}".lower() for word in wanted)
    ]
