"""Which chart shows a figure. A chart's id is permanent and shared by the figures that it shows."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import cached_property, partial

from analytics.charts.contents import before_after_chart, line_chart, robustness_chart
from analytics.charts.families import Families
from analytics.charts.spec import Chart
from analytics.divide.catalogue import search_figures
from analytics.divide.measures import Divide
from analytics.divide.metrics import METRICS
from analytics.divide.periods import AFTER, BEFORE, parse_years, period_key
from analytics.errors import UnknownName
from analytics.figure import Figure

SUFFIXES = ("_change", "_did", "_gap", "_count")
# The same papers under two names: one chart tells both.
SAME = {("country_share", "Japan"): "japan_share"}


class ChartBook:
    """The charts of every figure that `figures --search` finds: the catalogue and all that was computed at build time."""

    def __init__(self, divide: Divide):
        self.divide = divide

    @cached_property
    def figures(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in search_figures(self.divide, "")}

    @cached_property
    def plans(self) -> tuple[dict[str, str], dict[str, Callable[[], Chart]]]:
        """Figure id → chart id, and chart id → what makes the chart."""
        references, makers = {}, {}
        families = Families(self.figures.values())
        for figure in self.figures.values():
            name, maker = self.plan(figure, families)
            references[figure.id] = name
            makers.setdefault(name, maker)
        return references, makers

    def reference(self, figure_id: str) -> str:
        """The id of the figure's chart. Raises UnknownName."""
        if figure_id not in self.plans[0]:
            raise UnknownName("figure", figure_id, nearest(figure_id, tuple(self.plans[0])))
        return self.plans[0][figure_id]

    def chart(self, name: str) -> Chart:
        """The chart with this id, or of the figure with this id. Raises UnknownName, NotInData."""
        references, makers = self.plans
        key = references.get(name, name)
        if key not in makers:
            raise UnknownName("chart", name, nearest(name, (*makers, *references)))
        return makers[key]()

    def figure(self, figure_id: str) -> Figure:
        """Raises UnknownName."""
        if figure_id not in self.figures:
            raise UnknownName("figure", figure_id, nearest(figure_id, tuple(self.figures)))
        return self.figures[figure_id]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.plans[1])

    def plan(self, figure: Figure, families: "Families") -> tuple[str, Callable[[], Chart]]:
        if "check" in figure.slice:
            return f"bar.robustness.{figure.parts['headline']}", partial(robustness_chart, self.divide, figure.parts["headline"])
        base = next((figure.metric.removesuffix(end) for end in SUFFIXES if figure.metric.endswith(end)), figure.metric)
        if base in METRICS:
            return self.plan_measure(figure, base)
        return families.plan(figure)

    def plan_measure(self, figure: Figure, base: str) -> tuple[str, Callable[[], Chart]]:
        """A line over the years for a single year, before and after for anything that compares or pools periods."""
        kept = ("area", "venue", "field", "tier", "country", "institution", "group", "variant")
        given = {name: figure.slice[name] for name in kept if name in figure.slice}
        if (base, given.get("country")) in SAME:
            base = SAME[base, given.pop("country")]
        measure = self.divide.measure(base, **given)
        tail = [measure.part.key, *([measure.variant] if measure.variant else [])]
        # The id holds the periods as asked for; the slice only those years that had data.
        periods = figure.id.partition(f".{measure.part.key}.")[2].split(".")[0]
        if periods.isdigit():
            return ".".join(["line", measure.name, *tail]), partial(line_chart, self.divide, [measure])
        pair = tuple(parse_years(period.replace("+", ",")) for period in periods.split("_"))
        pair = pair if len(pair) > 1 else (BEFORE, AFTER)
        name = ".".join(["before_after", measure.name, tail[0], "_".join(map(period_key, pair)), *tail[1:]])
        return name, partial(before_after_chart, self.divide, measure, pair)


def nearest(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The ids most like a name: hundreds of ids would help nobody."""
    return tuple(get_close_matches(name, known, n=8))
