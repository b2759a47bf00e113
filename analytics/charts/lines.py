"""Lines over the years with bands and 参考値, and lines from before to after."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from analytics.charts import style
from analytics.charts.common import colour, frame, height_of, value_axis, value_text
from analytics.charts.spec import Chart, Series

PROVISIONAL_LABEL = "参考値"
NAME_WIDTH = 10.0  # ems
YEAR_ROOM = 0.36  # inches a year's label needs
BIENNIAL = 2
DOTTED = (0, (2, 2))


def line_panel(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    labels = [end_label(chart, one) for one in chart.series]
    right = 0.25 + max(style.text_width(line) for label in labels for line in label) * style.SMALL_SIZE / 72
    axes = frame(canvas, bottom, top, left=0.7, right=right, under=0.42)
    value_axis(axes, chart)
    shade_provisional(axes, chart)
    for number, one in enumerate(chart.series):
        draw_line(axes, chart, number, one)
    axes.set_xlim(-0.4, len(chart.x) - 0.6)
    step = math.ceil(len(chart.x) * YEAR_ROOM / (style.WIDTH * axes.get_position().width))
    places = [place for place in range(len(chart.x)) if (len(chart.x) - 1 - place) % step == 0]
    axes.set_xticks(places, [chart.x[place].removesuffix("年") for place in places], size=style.SMALL_SIZE)
    name_lines(canvas, axes, chart, labels)


def draw_line(axes: Axes, chart: Chart, number: int, one: Series) -> None:
    """Line with markers and band. Missing years leave a gap, except that biennial values stay joined by a thin line."""
    shade, marker = colour(chart, number), style.MARKERS[number % len(style.MARKERS)]
    points = [(place, value) for place, value in enumerate(one.values) if value is not None]
    late = set(chart.provisional)
    for part, style_of_part, width in pieces(points, late, style.DASHES[number % len(style.DASHES)]):
        axes.plot(*zip(*part, strict=True), color=shade, linewidth=width, linestyle=style_of_part, solid_capstyle="round")
    for provisional in (False, True):
        chosen = [point for point in points if (point[0] in late) == provisional]
        if chosen:
            face = "white" if provisional else shade
            axes.plot(*zip(*chosen, strict=True), marker, color=shade, markersize=5.5, markerfacecolor=face, markeredgewidth=1.4)
    for run in runs(one.intervals):
        places, _, low, high = zip(*run, strict=True)
        axes.fill_between(places, low, high, color=shade, alpha=0.18, linewidth=0)


def pieces(points: list[tuple[int, float]], late: set[int], dash) -> list[tuple[list[tuple[int, float]], object, float]]:
    """(points, line style, width) of each stretch drawn alike: thin over a missing year, dotted into provisional years."""
    found: list[tuple[list[tuple[int, float]], object, float]] = []
    for left, right in zip(points, points[1:], strict=False):
        gap = right[0] - left[0]
        if gap > BIENNIAL:
            continue
        look = (DOTTED if gap > 1 or right[0] in late else dash, 1.0 if gap > 1 else 2.2)
        if found and found[-1][0][-1] == left and found[-1][1:] == look:
            found[-1][0].append(right)
        else:
            found.append(([left, right], *look))
    return found


def runs(rows: list[tuple[int, float, float, float]]) -> list[list[tuple[int, float, float, float]]]:
    """Parts without a gap: a band must not claim to know the years between."""
    found: list[list[tuple[int, float, float, float]]] = []
    for row in rows:
        if found and row[0] - found[-1][-1][0] <= BIENNIAL:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def shade_provisional(axes: Axes, chart: Chart) -> None:
    """Hatching and a label over the years of 参考値."""
    if not chart.provisional:
        return
    first, last = min(chart.provisional), max(chart.provisional)
    axes.axvspan(first - 0.5, last + 0.5, facecolor="none", edgecolor=style.HATCH, hatch="////", linewidth=0, zorder=0)
    axes.text(
        last + 0.45, 0.985, PROVISIONAL_LABEL, transform=axes.get_xaxis_transform(), ha="right", va="top",
        size=style.SMALL_SIZE, color=style.QUIET, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )  # fmt: skip


def settled(chart: Chart, one: Series) -> int:
    """Place of the last value that is not provisional, or of the last value."""
    places = [place for place, value in enumerate(one.values) if value is not None]
    return next((place for place in reversed(places) if place not in chart.provisional), places[-1])


def end_label(chart: Chart, one: Series) -> list[str]:
    """Lines beside a line's end: the last value that is not provisional with its year, under the name if there are several."""
    last = settled(chart, one)
    name = style.wrap(one.name, NAME_WIDTH) if len(chart.series) > 1 else []
    return [*name, f"{value_text(one.values[last], chart.unit)}（{chart.x[last]}）"]


def name_lines(canvas: Canvas, axes: Axes, chart: Chart, labels: list[list[str]]) -> None:
    """The labels right of the lines, at the height of their value, moved apart where they would overlap."""
    ends = []
    for number, (one, text) in enumerate(zip(chart.series, labels, strict=True)):
        ends.append([height_of(axes, one.values[settled(chart, one)]), number, text])
    panel = axes.get_position().height * canvas.get_size_inches()[1] * 72
    heights = {number: (len(text) + 0.4) * style.SMALL_SIZE * 1.3 / panel for _, number, text in ends}
    for at, number, text in spread(ends, heights):
        axes.text(
            1.015, at, "\n".join(text), transform=axes.transAxes, va="center", size=style.SMALL_SIZE, linespacing=1.2,
            color=style.QUIET if chart.series[number].muted else colour(chart, number),
        )  # fmt: skip


def spread(ends: list[list], heights: dict[int, float]) -> list[list]:
    """Move labels (at, number, text) apart: from below upwards, then back down below the top."""
    ends = sorted(ends, key=lambda end: (end[0], end[1]))
    for lower, upper in zip(ends, ends[1:], strict=False):
        upper[0] = max(upper[0], lower[0] + (heights[lower[1]] + heights[upper[1]]) / 2)
    limit = 1.06
    for end in reversed(ends):
        end[0] = min(end[0], limit - heights[end[1]] / 2)
        limit = end[0] - heights[end[1]] / 2
    return ends


def slope_panel(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    """One line a series from the first to the last place, values at both ends."""
    axes = frame(canvas, bottom, top, left=1.6, right=3.1, under=0.42)
    value_axis(axes, chart)
    axes.set_yticks([])
    axes.grid(visible=False)
    last = len(chart.x) - 1
    ends: dict[int, list[list]] = {0: [], last: []}
    for number, one in enumerate(chart.series):
        shade = colour(chart, number)
        axes.plot(
            range(len(chart.x)), one.values, color=shade, marker=style.MARKERS[number % len(style.MARKERS)], markersize=8,
            linewidth=2.4, linestyle=style.DASHES[number % len(style.DASHES)], clip_on=False,
        )  # fmt: skip
        for place, value, low, high in one.intervals:
            axes.plot([place, place], [low, high], color=shade, linewidth=1.4, alpha=0.8, clip_on=False)
        for place, found in ends.items():
            text = value_text(one.values[place], chart.unit)
            found.append([height_of(axes, one.values[place]), number, style.wrap(f"{text}　{one.name}", 15.0) if place else [text]])
    panel = axes.get_position().height * canvas.get_size_inches()[1] * 72
    for place, found in ends.items():
        for at, number, text in spread(found, {number: len(text) * style.TEXT_SIZE * 1.3 / panel for _, number, text in found}):
            axes.text(
                1.06 if place else -0.06, at, "\n".join(text), transform=axes.transAxes, va="center",
                ha="left" if place else "right", size=style.TEXT_SIZE, color=style.QUIET if chart.series[number].muted else colour(chart, number),
            )  # fmt: skip
    axes.set_xlim(-0.02 * last, 1.02 * last)
    axes.set_xticks(range(len(chart.x)), chart.x, size=style.TEXT_SIZE)
