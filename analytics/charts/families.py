"""Figures computed at build time → charts: a line where there are years, otherwise bars of what is alike."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from analytics.charts.contents import common_words, provisional_notes, series_of, shared_unit, year_series
from analytics.charts.estimates import estimate_chart, estimate_key
from analytics.charts.spec import Chart
from analytics.divide.periods import period_key
from analytics.figure import Figure
from analytics.text.figures import TERM_METRIC

MAX_ROWS = 20
WHOLE, BASE = "全体", "基準"
ENOUGH_YEARS = 3
TERM_NOTE = "値は、題名に現れるオッズが相手の何倍か。順位は差の確かさ（zスコア）の順で、倍率の順ではありません"


class Families:
    """Groups figures without a measure of their own: a line where there are years, otherwise bars of what is alike."""

    def __init__(self, figures: Iterable[Figure]):
        self.yearly: dict[str, list[Figure]] = {}
        self.alike: dict[str, list[Figure]] = {}
        self.periods: dict[str, list[Figure]] = {}
        self.estimates: dict[str, list[Figure]] = {}
        for figure in figures:
            if len(figure.slice["years"]) == 1:
                self.yearly.setdefault(line_key(figure), []).append(figure)
            key = estimate_key(figure)
            if key:
                self.estimates.setdefault(key, []).append(figure)
                continue
            self.alike.setdefault(bar_key(figure), []).append(figure)
            self.periods.setdefault(spans_key(figure), []).append(figure)

    def plan(self, figure: Figure) -> tuple[str, Callable[[], Chart]]:
        key = estimate_key(figure)
        if key:
            return f"bar.{key}", partial(estimate_chart, f"bar.{key}", key, self.estimates[key])
        key = line_key(figure)
        if len(figure.slice["years"]) == 1 and len(self.yearly[key]) >= ENOUGH_YEARS:
            return f"line.{key}", partial(family_line, f"line.{key}", self.yearly[key])
        key = bar_key(figure)
        members = self.alike[key]
        others = self.periods[spans_key(figure)]
        if len(members) == 1 and len(others) <= MAX_ROWS:  # nothing else of the same period: compare the periods
            key, members = spans_key(figure), others
        if len(members) > MAX_ROWS:  # a page of the family: the one that holds the figure
            page = members.index(figure) // MAX_ROWS
            key, members = f"{key}.{page + 1}", members[page * MAX_ROWS : (page + 1) * MAX_ROWS]
        kind = "ranking" if figure.metric == TERM_METRIC else "bar"
        return f"{kind}.{key}", partial(family_bars, f"{kind}.{key}", kind, members)


def words_of(figure: Figure, left_out: tuple[str, ...]) -> list[str]:
    return [str(value).replace(" ", "_") for name, value in figure.slice.items() if name not in left_out]


def line_key(figure: Figure) -> str:
    return ".".join([figure.metric, *words_of(figure, ("years",))])


def group_key(figure: Figure) -> str:
    """Figures that may share a chart of bars: terms, topics, venues, sectors or variants, but not venues with areas."""
    left_out = ("years", "term", "topic", "venue", "variant", "sector", "hardware", "area", "headline")
    return ".".join([figure.metric, *words_of(figure, left_out), *(["venues"] if "venue" in figure.slice else [])])


def spans_key(figure: Figure) -> str:
    """Figures of one kind of period (single years, or longer ones) that may share a chart."""
    return f"{group_key(figure)}.{'years' if len(figure.slice['years']) == 1 else 'periods'}"


def bar_key(figure: Figure) -> str:
    """Figures of one period that may share a chart."""
    return f"{group_key(figure)}.{period_key(figure.slice['years'])}"


def family_line(name: str, figures: Sequence[Figure]) -> Chart:
    figures = sorted(figures, key=lambda figure: figure.slice["years"][0])
    years = [figure.slice["years"][0] for figure in figures]
    axis = tuple(range(years[0], years[-1] + 1))
    late = {year for year, figure in zip(years, figures, strict=True) if provisional_notes([figure])}
    title = common_title(figures)
    return Chart(
        name, "line", f"{title}の推移", shared_unit(figures), tuple(f"{year}年" for year in axis),
        (year_series(title, figures, axis),), figures[0].source.citation,
        (figures[0].definition_ja, *provisional_notes(figures)), tuple(number for number, year in enumerate(axis) if year in late),
    )  # fmt: skip


def family_bars(name: str, kind: str, figures: Sequence[Figure]) -> Chart:
    title = common_title(figures)
    if "topic" in figures[0].slice:
        figures = sorted(figures, key=lambda figure: (-figure.value, figure.id))
    labels = tuple(own_label(figure, figures) for figure in figures)
    if kind == "ranking":
        labels = tuple(f"{figure.parts['rank']}位　{figure.slice['term']}" for figure in figures)
    notes = (figures[0].definition_ja,) if len(figures) == 1 else (TERM_NOTE,) if kind == "ranking" else ()
    return Chart(
        name, kind, title, shared_unit(figures), labels, (series_of(title, figures),), figures[0].source.citation,
        (*notes, *provisional_notes(figures)),
    )  # fmt: skip


def common_title(figures: Sequence[Figure]) -> str:
    """What the labels share, without the single word in 「」 and without years that differ."""
    parts = [split_label(figure) for figure in figures]
    heads = list(dict.fromkeys(head for head, _ in parts))
    shared = [word for word in parts[0][1] if all(word in inside for _, inside in parts)]
    title = heads[0] if len(heads) == 1 else common_words(heads)
    return f"{title}（{'・'.join(shared)}）" if shared else title


def split_label(figure: Figure) -> tuple[str, list[str]]:
    """「A（b・c）」 → A and [b, c]."""
    if not figure.label_ja.endswith("）"):
        return figure.label_ja, []
    head, _, inside = figure.label_ja.removesuffix("）").rpartition("（")
    return head, inside.split("・")


def own_label(figure: Figure, figures: Sequence[Figure]) -> str:
    """What tells a bar apart within its chart."""
    if "topic" in figure.slice:
        return "・".join(figure.parts["terms"][:3])
    head, inside = split_label(figure)
    others = [split_label(other) for other in figures]
    differing = [word for word in inside if not all(word in words for _, words in others)]
    own_head = [head] if len({other for other, _ in others}) > 1 else []
    if len(figures) > 1 and not own_head and not differing:
        return WHOLE if any("sector" in other.slice or "hardware" in other.slice for other in figures) else BASE
    return "・".join([*own_head, *differing]) or head
