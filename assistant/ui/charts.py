"""Answer.chart → a Plotly figure as plain data, and the same numbers as a table.

Neutral colours (text, grid) are set by the page's script from the style sheet, so that a chart follows the dark mode. Series
differ in colour, line style and marker, so that no reader depends on colour alone.
"""

import json
import re
from collections.abc import Iterable
from html import escape

from analytics.figure import display_value
from assistant.ui.wording import word

# Okabe & Ito's order, tuned so that each colour has a contrast of at least 3:1 on the light and on the dark page.
PALETTE = ("#0072B2", "#D55E00", "#008A64", "#B5638F", "#A97B00", "#767B83")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star")
YEAR = re.compile(r"(?:19|20)\d\d")
MAX_TICKS = 8
LINE_HEIGHT, LEGEND_HEIGHT, BAR_HEIGHT, BAR_MARGIN = 320, 28, 44, 70
LONG_LABEL = 6
LABEL_ROOM = 70  # pixels right of a lying bar for its value
PROVISIONAL_FILL = "rgba(128,128,128,0.16)"
BAND_ALPHA = "26"


def chart_html(chart: dict, with_table: bool = True) -> str:
    """The chart of an answer, with its numbers as a table unless the page has one."""
    notes = [word("chart_source", source=chart["source"])] if chart.get("source") else []
    notes += [chart["note"]] if chart.get("note") else []
    return figure_html(chart["title"], chart["unit"], plotly_figure(chart), notes, table_html(chart) if with_table else "")


def figure_html(title: str, unit: str, figure: dict, notes: Iterable[str], table: str) -> str:
    """Figure element: title, canvas, notes, table. The canvas keeps its height free, so that nothing jumps."""
    spec, label = escape(json.dumps(figure, ensure_ascii=False)), escape(word("chart_label", title=title))
    numbers = f'<details data-keep="{escape(title)}"><summary>{escape(word("chart_table"))}</summary>{table}</details>' if table else ""
    return (
        f'<figure class="chart"><figcaption>{escape(title)}<small>{escape(word("chart_axis_unit", unit=unit))}</small></figcaption>'
        f'<div class="canvas" role="img" aria-label="{label}" style="height:{figure["layout"]["height"]}px" data-figure="{spec}"></div>'
        + "".join(f'<p class="note">{escape(note)}</p>' for note in notes)
        + f"{numbers}</figure>"
    )


def plotly_figure(chart: dict) -> dict:
    """Plotly's {"data", "layout"}. Raises ValueError for a kind other than line and bar or series of another length than x."""
    kind, labels, series = chart["kind"], [str(label) for label in chart["x"]], chart["series"]
    for one in series:
        if len(one["values"]) != len(labels):
            raise ValueError(f"series {one['name']!r} has {len(one['values'])} values for {len(labels)} labels")
    if kind == "line":
        return line_figure(chart, labels, series)
    if kind == "bar":
        return bar_figure(chart["unit"], labels, series)
    raise ValueError(f"chart kind {kind!r}: known are line and bar")


def line_figure(chart: dict, labels: list[str], series: list[dict]) -> dict:
    """Lines with markers; provisional years shaded and drawn with hollow markers."""
    unit, start = chart["unit"], provisional_start(labels, chart.get("note") or "")
    data = [trace for at, one in enumerate(series) for trace in (*band(one, labels, at), line(one, labels, at, unit, start))]
    height = LINE_HEIGHT + LEGEND_HEIGHT * (len(series) > 1)
    layout = base_layout(unit, len(series)) | {"hovermode": "x unified", "height": height}
    shown = ticks(labels)
    layout["xaxis"] |= {"tickmode": "array", "tickvals": shown, "ticktext": [short(label) for label in shown]}
    if start is not None:
        layout |= provisional_marks(start, len(labels))
    return {"data": data, "layout": layout}


def line(one: dict, labels: list[str], at: int, unit: str, start: int | None) -> dict:
    """One series; missing years leave a gap."""
    symbol = SYMBOLS[at % len(SYMBOLS)]
    symbols = [f"{symbol}-open" if start is not None and place >= start else symbol for place in range(len(labels))]
    return {
        "type": "scatter", "mode": "lines+markers", "name": escape(one["name"]), "x": labels, "y": one["values"],
        "connectgaps": False,
        "line": {"color": colour(at), "width": 2.5, "dash": DASHES[at % len(DASHES)]},
        "marker": {"color": colour(at), "size": 8, "symbol": symbols},
        "text": [number_text(number, unit) for number in one["values"]], "hovertemplate": "%{text}",
    }  # fmt: skip


def band(one: dict, labels: list[str], at: int) -> list[dict]:
    """The shaded interval around a line, when the series has one."""
    if not one.get("low") or not one.get("high"):
        return []
    common = {
        "type": "scatter", "mode": "lines", "x": labels, "line": {"width": 0}, "showlegend": False, "hoverinfo": "skip",
        "name": escape(word("chart_interval", series=one["name"])),
    }  # fmt: skip
    return [common | {"y": one["low"]}, common | {"y": one["high"], "fill": "tonexty", "fillcolor": colour(at) + BAND_ALPHA}]


def provisional_marks(start: int, count: int) -> dict:
    """Shading and label over the places from `start` to the end."""
    shade = {
        "type": "rect", "xref": "x", "yref": "paper", "x0": start - 0.5, "x1": count - 0.5, "y0": 0, "y1": 1,
        "layer": "below", "fillcolor": PROVISIONAL_FILL, "line": {"width": 0},
    }  # fmt: skip
    label = {
        "xref": "x", "yref": "paper", "x": (start + count - 1) / 2, "y": 1, "yanchor": "bottom", "showarrow": False,
        "text": word("chart_provisional"),
    }  # fmt: skip
    return {"shapes": [shade], "annotations": [label]}


def provisional_start(labels: list[str], note: str) -> int | None:
    """Place of the first label that the note calls 参考値: from the earliest year of that sentence. None when it calls none so."""
    for sentence in re.split(r"[。\n]", note):
        years = [int(year) for year in YEAR.findall(sentence)]
        if word("chart_provisional") in sentence and years:
            return next((at for at, label in enumerate(labels) if (year_of(label) or 0) >= min(years)), None)
    return None


def bar_figure(unit: str, labels: list[str], series: list[dict]) -> dict:
    """Bars from zero with their values written on; lying bars when the labels are long, as on a phone they would overlap."""
    lying = len(labels) > MAX_TICKS or max((len(label) for label in labels), default=0) > LONG_LABEL
    layout = base_layout(unit, len(series)) | {"bargap": 0.35, "height": LINE_HEIGHT}
    if lying:
        layout["height"] = BAR_MARGIN + BAR_HEIGHT * len(labels) * (1 + len(series)) // 2
        values, categories = layout["yaxis"], layout["xaxis"]
        layout["xaxis"] = values | {"showticklabels": False, "showgrid": False}
        layout["yaxis"] = categories | {"autorange": "reversed"}
        layout["margin"] |= {"r": LABEL_ROOM}
    return {"data": [bar(one, labels, at, unit, lying) for at, one in enumerate(series)], "layout": layout}


def bar(one: dict, labels: list[str], at: int, unit: str, lying: bool) -> dict:
    category, value = ("y", "x") if lying else ("x", "y")
    trace = {
        "type": "bar", "name": escape(one["name"]), "orientation": "h" if lying else "v",
        category: [escape(label) for label in labels], value: one["values"], "marker": {"color": colour(at)},
        "text": [number_text(number, unit) for number in one["values"]], "textposition": "outside", "cliponaxis": False,
        "hovertemplate": f"%{{{category}}}：%{{text}}<extra></extra>",
    }  # fmt: skip
    return trace | ({f"error_{value}": error_bars(one)} if one.get("low") and one.get("high") else {})


def error_bars(one: dict) -> dict:
    """Plotly's distances from the value; a missing end draws nothing."""
    rows = list(zip(one["values"], one["low"], one["high"], strict=True))
    return {
        "type": "data", "symmetric": False, "thickness": 1.2,
        "array": [None if None in row else row[2] - row[0] for row in rows],
        "arrayminus": [None if None in row else row[0] - row[1] for row in rows],
    }  # fmt: skip


def base_layout(unit: str, series: int) -> dict:
    """What both kinds share. The value axis always holds zero: a cut axis exaggerates."""
    axis = {"fixedrange": True, "automargin": True}
    suffix = unit if unit in ("%", "倍") else ""
    return {
        "xaxis": axis | {"type": "category", "showgrid": False},
        "yaxis": axis | {"rangemode": "tozero", "zeroline": True, "ticksuffix": suffix, "nticks": 6},
        "margin": {"l": 8, "r": 16, "t": 28, "b": 8},
        "showlegend": series > 1,
        "legend": {"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"},
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "dragmode": False,
    }  # fmt: skip


def year_of(label: str) -> int | None:
    match = YEAR.match(label)
    return int(match[0]) if match else None


def ticks(labels: list[str]) -> list[str]:
    """At most MAX_TICKS labels, evenly spaced from the first, so that a phone shows them without turning."""
    return labels[:: max(1, -(-len(labels) // MAX_TICKS))]


def short(label: str) -> str:
    """「2012年」 as 2012 on the axis, so that more years fit."""
    return escape(label.removesuffix("年") if year_of(label) is not None else label)


def colour(at: int) -> str:
    return PALETTE[at % len(PALETTE)]


def number_text(number: float | None, unit: str) -> str:
    """A value as written on a bar and in the table."""
    return word("chart_missing") if number is None else display_value(number, unit)


def table_html(chart: dict) -> str:
    """The chart's numbers, one row a label."""
    heads = "".join(f'<th scope="col">{escape(one["name"])}</th>' for one in chart["series"])
    rows = "".join(
        f'<tr><th scope="row">{escape(str(label))}</th>'
        + "".join(f"<td>{escape(number_text(one['values'][at], chart['unit']))}</td>" for one in chart["series"])
        + "</tr>"
        for at, label in enumerate(chart["x"])
    )
    corner = escape(word("chart_category"))
    return f'<table><thead><tr><th scope="col">{corner}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>'
