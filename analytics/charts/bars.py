"""Lying bars with their values and intervals: comparisons and rankings. Values of very different size are points instead."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.ticker import NullLocator

from analytics.charts import style
from analytics.charts.common import clipped, colour, frame, log_span, numbers, reach_of, uses_log, value_text
from analytics.charts.spec import Chart, Series

MAX_LABEL = 19.0  # ems
LOG_TICKS = 6


def rows_panel(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    """A row a label, the first on top: bars from 0, or points on a logarithmic axis, with their values and intervals."""
    labels = ["\n".join(style.wrap(label, MAX_LABEL)) for label in chart.x]
    longest = max(style.text_width(line) for label in labels for line in label.split("\n"))
    log = uses_log(chart)
    left = 0.35 + longest * style.SMALL_SIZE * 1.1 / 72
    axes = frame(canvas, bottom, top, left=left, right=0.3, under=0.32 if log else 0.05)
    width = style.WIDTH * axes.get_position().width
    room = max(style.text_width(value_text(value, chart.unit)) for value in numbers(chart)) * style.SMALL_SIZE / 72 + 0.1
    limits = log_axis(axes, chart, width, room) if log else linear_axis(axes, chart, width, room)
    count, thick = len(chart.series), 0.74 / len(chart.series)
    for number, one in enumerate(chart.series):
        places = [row + (number - (count - 1) / 2) * thick for row in range(len(chart.x))]
        shade = colour(chart, number)
        if log:
            draw_points(axes, one, places, shade)
        else:
            draw_bars(axes, chart, one, places, thick, shade)
        draw_whiskers(axes, one, places, limits, log)
        write_values(axes, chart, one, places, limits)
    axes.set_ylim(len(chart.x) - 0.4, -0.6)
    axes.set_yticks(range(len(chart.x)), labels, size=style.SMALL_SIZE, color=style.INK)
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)
    if count > 1:
        handles = [axes.patches[number * len(chart.x)] for number in range(count)] if not log else None
        place = {"loc": "lower right", "frameon": False, "fontsize": style.SMALL_SIZE}
        axes.legend(handles, [one.name for one in chart.series], **place) if handles else axes.legend(**place)


def linear_axis(axes: Axes, chart: Chart, width: float, room: float) -> tuple[float, float]:
    """An axis that holds 0, with room for the values; returns its ends without that room."""
    low, high = reach_of(chart)
    scale = (high - low or 1.0) / (width - (2 if low < 0 else 1) * room)
    axes.set_xlim(low - (room * scale if low < 0 else 0), high + room * scale)
    axes.set_xticks([])
    axes.axvline(0, color=style.QUIET, linewidth=1)
    return low, high


def log_axis(axes: Axes, chart: Chart, width: float, room: float) -> tuple[float, float]:
    low, high = log_span(chart)
    axes.set_xscale("log")
    axes.set_xlim(low, high * (high / low) ** (room / (width - room)))
    first, last = math.ceil(math.log10(low)), math.floor(math.log10(high))
    step = max(1, math.ceil((last - first + 1) / LOG_TICKS))
    axes.set_xticks([10.0**power for power in range(first, last + 1, step)])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.tick_params(axis="x", labelsize=style.SMALL_SIZE)
    axes.grid(axis="x", color=style.GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    return low, high


def draw_bars(axes: Axes, chart: Chart, one: Series, places: list[float], thick: float, shade: str) -> None:
    there = [row for row, value in enumerate(one.values) if value is not None]
    bars = axes.barh([places[row] for row in there], [one.values[row] for row in there], height=thick * 0.9, color=shade)
    for row, bar in zip(there, bars, strict=True):
        if chart.highlight not in (None, row):
            bar.set_alpha(0.45)
        if row in chart.provisional:
            bar.set(hatch="////", edgecolor="white", linewidth=0)


def draw_points(axes: Axes, one: Series, places: list[float], shade: str) -> None:
    there = [row for row, value in enumerate(one.values) if value is not None]
    values = [one.values[row] for row in there]
    axes.plot(values, [places[row] for row in there], "o", color=shade, markersize=7, zorder=3, label=one.name)


def draw_whiskers(axes: Axes, one: Series, places: list[float], limits: tuple[float, float], log: bool) -> None:
    """Intervals; an end beyond the axis becomes an arrow."""
    for row, _, low, high in one.intervals:
        left, right = max(low, limits[0]), min(high, limits[1])
        axes.hlines(places[row], left, right, color=style.INK, linewidth=1.1, zorder=2 if log else 4)
        for end, shown, mark in ((low, left, "<"), (high, right, ">")):
            if end != shown:
                axes.plot([shown], [places[row]], mark, color=style.INK, markersize=5, clip_on=False, zorder=4)


def write_values(axes: Axes, chart: Chart, one: Series, places: list[float], limits: tuple[float, float]) -> None:
    """The number at the outer end of the interval or bar."""
    intervals = {row: (low, high) for row, _, low, high in one.intervals}
    text = {"va": "center", "size": style.SMALL_SIZE}
    for row, value in enumerate(one.values):
        if value is None:
            axes.text(limits[0] if uses_log(chart) else 0, places[row], " －", color=style.QUIET, **text)
            continue
        low, high = intervals.get(row, (value, value))
        right = value >= 0
        end = min(max(value, high), limits[1]) if right else max(min(value, low), limits[0])
        away = (6 if clipped(chart) or uses_log(chart) else 4) * (1 if right else -1)
        axes.annotate(
            value_text(value, chart.unit), (end, places[row]), (away, 0), textcoords="offset points", ha="left" if right else "right", **text
        )
