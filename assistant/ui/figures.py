"""The page 数字の早見: search over all figures, and a builder with chart, table, comparison and downloads."""

from html import escape
from urllib.parse import urlencode

from analytics import Divide, Figure
from analytics.divide.metrics import METRICS
from analytics.divide.store import MAIN_LAST
from analytics.figure import POINTS, display_value
from assistant.ui.charts import chart_html
from assistant.ui.evidence import figure_rows
from assistant.ui.figure_builder import (
    Choice,
    View,
    build,
    default_split,
    metric_label,
    place_groups,
    split_options,
    variants,
)  # fmt: skip
from assistant.ui.figure_search import FigureFinder
from assistant.ui.forms import field, link, page_head, select, table, text_input
from assistant.ui.pages import Page, Parameters
from assistant.ui.wording import words_of

say = words_of("figures")
NAME = "figures"
FILES = {"csv": "figures.csv", "excel": "figures.xlsx"}
PICTURES = ("png", "svg")


class FiguresPage:
    """Renders the page from its parameters; reads only."""

    def __init__(self, divide: Divide):
        self.divide, self.finder = divide, FigureFinder(divide)

    def page(self) -> Page:
        return Page(NAME, self.whole, self.part)

    def whole(self, parameters: Parameters) -> str:
        choice = Choice.read(parameters)
        query = parameters.get("q", "")
        search = field(say("search_label"), text_input("q", query, say("search_placeholder"), "search"), say("search_hint"))
        return (
            page_head(say("title"), say("lead"))
            + f'<form class="live search" role="search" data-part="found"><h3>{escape(say("search_title"))}</h3>{search}</form>'
            f'<div class="part found" data-name="found">{self.found(query)}</div>'
            f'<form class="live builder" data-part="view"><h3>{escape(say("builder_title"))}</h3>'
            f'<div class="fields">{self.fields(choice)}</div></form>'
            f'<div class="part view" data-name="view">{view_html(build(self.divide, choice))}</div>'
        )

    def part(self, parameters: Parameters) -> str:
        """The list of found figures or the built view, as `part` says."""
        if parameters.get("part") == "found":
            return self.found(parameters.get("q", ""))
        return view_html(build(self.divide, Choice.read(parameters)))

    def fields(self, choice: Choice) -> str:
        """The builder's fields; those about groups only where the metric has groups."""
        metric = METRICS.get(choice.metric)
        splits = split_options(self.divide, metric) if metric else []
        years = [(str(year), f"{year}年") for year in self.divide.counts.years]
        places, base = place_groups(self.divide), Choice()
        shown = [
            field(
                say("metric"),
                select(
                    "metric", [(name, metric_label(one)) for name, one in METRICS.items()], choice.metric, base.metric, again=True
                ),
            ),
            field(say("place"), select("place", [], choice.place, base.place, places)),
            field(say("place2"), select("place2", [("-", say("no_second"))], choice.place2, base.place2, places)),
        ]
        if splits:
            shown += [
                field(say("split"), select("split", splits, choice.split or default_split(self.divide, metric))),
                field(say("split2"), select("split2", [("", say("same")), *splits], choice.split2)),
            ]
        shown += [
            field(say("first"), select("first", years, choice.first, base.first)),
            field(say("last"), select("last", years, choice.last, base.last)),
            field(say("variant"), select("variant", [("", say("variant_base")), *variants()], choice.variant), wide=True),
        ]
        return "".join(shown)

    def found(self, query: str) -> str:
        """Cards that open in place; one that is named by its id is open."""
        if not query.strip():
            return ""
        named = self.finder.by_id(query.strip())
        if named:
            return card(named, True)
        found = self.finder.find(query)
        if not found.figures:
            return f'<p class="empty" role="status">{escape(say("found_none", query=query))}</p>'
        shown, total = len(found.figures), f"{found.total:,}"
        count = say("found_all", total=total) if shown == found.total else say("found_count", shown=shown, total=total)
        return f'<p class="count" role="status">{escape(count)}</p>' + "".join(card(figure, False) for figure in found.figures)


def card(figure: Figure, opened: bool) -> str:
    """Value and label; opened, everything about the figure."""
    question = say("ask_question", label=figure.label_ja)
    return (
        f'<details class="entry"{" open" if opened else ""}><summary><strong>{escape(figure.display)}</strong>'
        f'<span>{escape(figure.label_ja)}</span></summary><div class="card">{figure_rows(figure)}<p class="tools">'
        f'<button type="button" class="tool ask" data-question="{escape(question)}">{escape(say("ask"))}</button>'
        f"{link(NAME, say('card_link'), 'tool inside', q=figure.id)}</p></div></details>"
    )


def view_html(view: View) -> str:
    """Numbers first, then chart, meaning and source, table, downloads."""
    problems = "".join(f'<p class="problem" role="alert">{escape(line)}</p>' for line in view.problems)
    if not view.rows:
        return problems
    heads = "".join(headline(row, change) for row, change in zip(view.rows, view.changes, strict=True))
    return (
        f'<div class="headlines">{heads}</div>{problems}<div class="beside"><div>{chart_html(view.chart, with_table=False)}'
        f"{downloads(view.choice)}{values_table(view)}</div>{about(view.rows[0][-1])}</div>"
    )


def headline(row: tuple[Figure, ...], change: Figure | None) -> str:
    """The last value of a series inside the main years, with the change over the years shown."""
    last = next((figure for figure in reversed(row) if figure.slice["years"][0] <= MAIN_LAST), row[-1])
    moved = f'<p class="moved">{escape(change_text(row, change))}</p>' if change else ""
    return (
        f'<section class="headline"><h4>{escape(series_label(last))}</h4><p class="value">{escape(last.display)}</p>'
        f'<p class="when">{escape(say("latest", period=last.period))}</p>{moved}</section>'
    )


def series_label(figure: Figure) -> str:
    """「企業参加率（AI会議）」 from 「企業参加率（AI会議・2021年）」."""
    return figure.label_ja.replace(f"・{figure.period}", "")


def change_text(row: tuple[Figure, ...], change: Figure) -> str:
    interval = ""
    if change.low is not None and change.high is not None:
        low, high = (display_value(end, change.unit, signed=change.unit == POINTS) for end in (change.low, change.high))
        interval = say("interval", low=low, high=high)
    return say("change", first=row[0].period, last=row[-1].period, value=change.display, interval=interval)


def about(figure: Figure) -> str:
    return f'<details class="about card" open><summary>{escape(say("about"))}</summary>{figure_rows(figure, without_value=True)}</details>'


def values_table(view: View) -> str:
    """One row a year: value and number of papers of each series."""
    heads = [say("table_year")]
    for row in view.rows:
        heads += [series_label(row[-1]), say("table_n")]
    by_year = [{figure.period: figure for figure in row} for row in view.rows]
    rows = []
    for label in view.chart["x"]:
        cells = [label]
        for figures in by_year:
            figure = figures.get(label)
            cells += [figure.display, say("table_n_value", n=f"{figure.n:,}")] if figure else [say("none"), ""]
        rows.append(cells)
    return f'<details class="numbers fold" data-keep="years" open><summary>{escape(say("table_caption"))}</summary>{table(heads, rows)}</details>'


def downloads(choice: Choice) -> str:
    """Files with the shown numbers, pictures of the chart, and the link that shows the same again."""
    query = urlencode(choice.parameters())
    files = "".join(
        f'<a class="tool" download href="page/{file}?{escape(query)}">{escape(say(kind))}</a>' for kind, file in FILES.items()
    )
    pictures = "".join(
        f'<button type="button" class="tool picture" data-format="{kind}">{escape(say(kind))}</button>' for kind in PICTURES
    )
    share = f'<button type="button" class="tool share">{escape(say("share"))}</button>'
    return f'<div class="tools saves" role="group" aria-label="{escape(say("download"))}">{files}{pictures}{share}</div>'
