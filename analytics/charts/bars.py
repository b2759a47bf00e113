"""Lying bars with their values and intervals: comparisons and rankings."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from analytics.charts import style
from analytics.charts.common import colour, frame, numbers, span, value_text
from analytics.charts.spec import Chart, Series

MAX_LABEL = 19.0  # ems


def rows_panel(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    """Lying bars from 0 with their values; the first label on top. A ranking numbers its labels."""
    labels = ["\n".join(style.wrap(label, MAX_LABEL)) for label in chart.x]
    longest = max(style.text_width(line) for label in labels for line in label.split("\n"))
    axes = frame(canvas, bottom, top, left=0.35 + longest * style.SMALL_SIZE * 1.1 / 72, right=0.3, under=0.05)
    count, thick = len(chart.series), 0.74 / len(chart.series)
    low, high = span(chart, room=0.0)
    reach = high - low or 1.0
    width = style.WIDTH * axes.get_position().width
    room = max(style.text_width(value_text(value, chart.unit)) for value in numbers(chart)) * style.SMALL_SIZE / 72 + 0.1
    scale = reach / (width - (2 if low < 0 else 1) * room)
    axes.set_xlim(low - (room * scale if low < 0 else 0), high + room * scale)
    for number, one in enumerate(chart.series):
        places = [row + (number - (count - 1) / 2) * thick for row in range(len(chart.x))]
        draw_bars(axes, chart, number, one, places, thick, reach)
    axes.set_ylim(len(chart.x) - 0.4, -0.6)
    axes.set_yticks(range(len(chart.x)), labels, size=style.SMALL_SIZE, color=style.INK)
    axes.set_xticks([])
    axes.axvline(0, color=style.QUIET, linewidth=1)
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)
    if count > 1:
        axes.legend([one.name for one in chart.series], loc="lower right", frameon=False, fontsize=style.SMALL_SIZE)


def draw_bars(axes: Axes, chart: Chart, number: int, one: Series, places: list[float], thick: float, reach: float) -> None:
    shade = colour(chart, number)
    intervals = {place: (low, high) for place, _, low, high in one.intervals}
    there = [row for row, value in enumerate(one.values) if value is not None]
    bars = axes.barh([places[row] for row in there], [one.values[row] for row in there], height=thick * 0.9, color=shade)
    for row, bar in zip(there, bars, strict=True):
        if chart.highlight not in (None, row):
            bar.set_alpha(0.45)
        if row in chart.provisional:
            bar.set(hatch="////", edgecolor="white", linewidth=0)
    at = sorted(intervals)
    if at:
        low, high = zip(*(intervals[row] for row in at), strict=True)
        axes.hlines([places[row] for row in at], low, high, color=style.INK, linewidth=1.1)
    for row, value in enumerate(one.values):
        if value is None:
            axes.text(0, places[row], " －", va="center", size=style.SMALL_SIZE, color=style.QUIET)
            continue
        low, high = intervals.get(row, (value, value))
        edge, side, shift = (high, "left", 0.012) if value >= 0 else (low, "right", -0.012)
        axes.text(edge + shift * reach, places[row], value_text(value, chart.unit), va="center", ha=side, size=style.SMALL_SIZE)
