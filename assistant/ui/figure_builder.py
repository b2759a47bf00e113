"""Metric × place × years × group → one or two series of figures, with their chart and table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from analytics import Divide, Figure, NotInData
from analytics.divide.country_names import COUNTRY_LABELS
from analytics.divide.measure import Measure
from analytics.divide.metrics import AREA_LABELS, FIELD_LABELS, GROUP_PAPERS, METRICS, TIER_LABELS, VARIANT_LABELS, Metric
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.errors import UnknownName
from analytics.messages import explain
from assistant.charts import line_chart
from assistant.ui.wording import words_of

say = words_of("figures")
COUNTRIES = 30
INSTITUTIONS = 40
FIRST_SPLIT = {"tier": "1-50", "country": "Japan"}


@dataclass(frozen=True)
class Choice:
    """What the builder shows, as its share link holds it; the defaults are what a first visit shows.

    `place` is area:ai, field:vision or venue:cvpr; `split` the tier, country, institution or group of the metric; `place2` and
    `split2` the second slice ("" for none: the first slice alone).
    """

    metric: str = "firm_share"
    place: str = "area:ai"
    first: str = str(MAIN_FIRST)
    last: str = str(MAIN_LAST)
    split: str = ""
    variant: str = ""
    place2: str = "area:non_ai"
    split2: str = ""

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> "Choice":
        """From a page's parameters; "-" says that a field with a default is empty on purpose."""
        given = {one.name: parameters[one.name] for one in fields(cls) if one.name in parameters}
        return cls(**{name: "" if value == "-" else value for name, value in given.items()})

    def parameters(self) -> dict[str, str]:
        """Only what differs from a first visit, so that a link stays short."""
        return {one.name: getattr(self, one.name) or "-" for one in fields(self) if getattr(self, one.name) != one.default}


def choice_of(figure: Figure) -> Choice | None:
    """The choice that shows the series of a figure over the main years; None for a figure that the builder does not make."""
    kinds, metric = [kind for kind in ("area", "field", "venue") if kind in figure.slice], METRICS.get(figure.metric)
    allowed = {"years", "variant", *kinds, *([metric.parameter or metric.option] if metric else [])}
    if metric is None or len(kinds) != 1 or not set(figure.slice) <= allowed:
        return None
    split = str(figure.slice.get(metric.parameter or metric.option or "", ""))
    place = f"{kinds[0]}:{figure.slice[kinds[0]]}"
    return Choice(figure.metric, place, split=split, variant=figure.slice.get("variant") or "", place2="", split2="")


@dataclass(frozen=True)
class View:
    """One or two series. `problems` say why a series or a year is missing; `missing` counts the years without a value."""

    choice: Choice
    rows: tuple[tuple[Figure, ...], ...]
    changes: tuple[Figure | None, ...]
    chart: dict | None
    problems: tuple[str, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for row in self.rows for figure in row)


def build(divide: Divide, choice: Choice) -> View:
    """Everything the page shows for a choice; a choice that the data cannot answer becomes sentences under `problems`."""
    rows, changes, problems = [], [], []
    try:
        years = range(*year_span(divide, choice))
    except ValueError as error:
        return View(choice, (), (), None, (str(error),))
    for place, split in slices(choice):
        try:
            measure = measured(divide, choice, place, split)
            found, missing = divide.series(measure, years)
        except (NotInData, UnknownName) as error:
            problems.append(explain(error))
            continue
        except ValueError:
            problems.append(say("no_fit"))
            continue
        rows.append(tuple(found))
        changes.append(change_of(divide, measure, found))
        problems += [explain(reason) for reason in missing][:1] if len(found) < len(years) else []
    chart = line_chart([list(row) for row in rows], years[0], years[-1]) if rows else None
    return View(choice, tuple(rows), tuple(changes), chart, tuple(dict.fromkeys(problems)))


def year_span(divide: Divide, choice: Choice) -> tuple[int, int]:
    """(first, last + 1). Raises ValueError with a sentence."""
    first, last = (int(text) if text.isdecimal() and text.isascii() else 0 for text in (choice.first, choice.last))
    known = divide.counts.years
    if first not in known or last not in known:
        raise ValueError(say("bad_year", first=known[0], last=known[-1]))
    if first > last:
        raise ValueError(say("years_reversed"))
    return first, last + 1


def slices(choice: Choice) -> list[tuple[str, str]]:
    """(place, split) of each series: the second one takes from the first what it leaves out."""
    chosen = [(choice.place, choice.split)]
    if choice.place2 or choice.split2:
        second = (choice.place2 or choice.place, choice.split2 or choice.split)
        chosen += [second] if second != chosen[0] else []
    return chosen


def measured(divide: Divide, choice: Choice, place: str, split: str) -> Measure:
    """Raises UnknownName, ValueError for names that do not fit together."""
    kind, _, name = place.partition(":")
    if kind not in ("area", "field", "venue"):
        raise UnknownName("area", place, tuple(AREA_LABELS))
    metric = METRICS.get(choice.metric)
    if metric is None:
        raise UnknownName("metric", choice.metric, tuple(METRICS))
    parameter = metric.parameter or metric.option
    value = split or default_split(divide, metric)
    names = {parameter: value} if parameter and value else {}
    return divide.measure(choice.metric, **{kind: name}, variant=choice.variant or None, **names)


def change_of(divide: Divide, measure: Measure, found: Sequence[Figure]) -> Figure | None:
    """Change from the first to the last year shown; None for a single year."""
    if len(found) < 2:
        return None
    return divide.change(measure, tuple(found[0].slice["years"]), tuple(found[-1].slice["years"]))


# -- what can be chosen -------------------------------------------------------------------------------------------


def metric_label(metric: Metric) -> str:
    """the label with its parameter named in general."""
    general = {name: say(f"general_{name}") for name in ("tier", "country", "institution", "group")}
    return metric.label_ja.format(**general)


def split_options(divide: Divide, metric: Metric) -> list[tuple[str, str]]:
    """(value, label) of the metric's tiers, countries, institutions or groups; [] when it has none."""
    kind = metric.parameter or metric.option
    if kind == "tier":
        return [(tier, f"QS{label}位".replace("なし位", "なし")) for tier, label in TIER_LABELS.items()]
    if kind == "country":
        return [(name, COUNTRY_LABELS.get(name, name)) for name in divide.counts.country_names[:COUNTRIES]]
    if kind == "institution":
        return [(figure.slice["institution"], figure.label_ja.partition("の論文")[0]) for figure in top_institutions(divide)]
    if kind == "group":
        return [(group, label) for group, (label, _) in GROUP_PAPERS.items() if group != "known" or metric.default == "known"]
    return []


def top_institutions(divide: Divide) -> list[Figure]:
    """The institutions with most AI papers, and the Japanese ones, each once."""
    years = tuple(range(MAIN_FIRST, MAIN_LAST + 1))
    found = divide.rank_institutions(years, top=INSTITUTIONS) + divide.rank_institutions(
        years, country="Japan", top=INSTITUTIONS // 2
    )
    return list({figure.slice["institution"]: figure for figure in found}.values())


def default_split(divide: Divide, metric: Metric) -> str:
    kind = metric.parameter or metric.option
    if kind == "group":
        return metric.default
    return FIRST_SPLIT.get(kind) or (split_options(divide, metric)[0][0] if kind else "")


def place_groups(divide: Divide) -> dict[str, list[tuple[str, str]]]:
    """Places by kind: areas, fields, AI conferences, other conferences."""
    venues = sorted(divide.counts.venues, key=lambda venue: venue.name.lower())
    return {
        say("places_area"): [(f"area:{name}", label) for name, label in AREA_LABELS.items()],
        say("places_field"): [(f"field:{name}", label) for name, label in FIELD_LABELS.items()],
        say("places_ai"): [(f"venue:{venue.key}", venue.name) for venue in venues if venue.is_ai],
        say("places_other"): [(f"venue:{venue.key}", venue.name) for venue in venues if not venue.is_ai],
    }


def variants() -> list[tuple[str, str]]:
    return list(VARIANT_LABELS.items())
