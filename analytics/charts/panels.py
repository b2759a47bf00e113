"""The part of a chart inside its frame: lines with bands, bars, before and after, ranking."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analytics.charts import style
from analytics.charts.spec import Chart, Series
from analytics.figure import POINTS, display_value

LINE_HEIGHT, SLOPE_HEIGHT, ROW_HEIGHT, ROWS_MARGIN = 3.6, 3.6, 0.34, 0.55  # inches
LOG_RANGE = 200  # from this ratio of largest to smallest on, a linear axis hides the small values
PROVISIONAL_LABEL = "参考値"
MAX_LABEL, NAME_WIDTH = 19.0, 10.0  # full-width characters
YEAR_ROOM = 0.36  # inches a year's label needs
BIENNIAL = 2
LARGE = ((1e12, "兆"), (1e8, "億"), (1e4, "万"))


def height(chart: Chart) -> float:
    """Inches that the panel needs."""
    if chart.kind in ("line", "before_after"):
        return LINE_HEIGHT if chart.kind == "line" else SLOPE_HEIGHT
    rows = sum(len(style.wrap(label, MAX_LABEL)) for label in chart.x) if len(chart.series) == 1 else len(chart.x) * len(chart.series)
    return ROWS_MARGIN + ROW_HEIGHT * max(rows, len(chart.x))


def draw(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    """Draw into the canvas between these heights (0..1)."""
    {"line": line_panel, "before_after": slope_panel, "bar": rows_panel, "ranking": rows_panel}[chart.kind](canvas, chart, bottom, top)


def unit_line(chart: Chart) -> str:
    parts = [f"単位: {chart.unit}"] if chart.unit else []
    if chart.kind in ("line", "before_after") and uses_log(chart):
        parts.append("縦軸は対数目盛（1目盛ごとに一定の倍率）")
    if any(one.intervals for one in chart.series):
        parts.append("帯は95%区間" if chart.kind == "line" else "ひげは95%区間")
    return "　".join(parts)


def numbers(chart: Chart) -> list[float]:
    return [value for one in chart.series for part in (one.values, one.low, one.high) for value in part if value is not None]


def uses_log(chart: Chart) -> bool:
    """Values of very different size, all above 0. Shares and points keep a linear axis that holds 0."""
    values = numbers(chart)
    return chart.unit not in ("%", POINTS) and min(values) > 0 and max(values) / min(values) > LOG_RANGE


def span(chart: Chart, room: float = 0.08) -> tuple[float, float]:
    """Ends of a linear value axis: always with 0, because a cut axis exaggerates; a share does not go past 100."""
    values = numbers(chart)
    low, high = min(0.0, *values), max(0.0, *values)
    margin = (high - low or 1.0) * room
    high = high + margin if high > 0 else 0.0
    if chart.unit == "%" and max(values) <= 100:
        high = min(high, 100.0)
    return (low - margin if low < 0 else 0.0), high


def tick_text(value: float, unit: str) -> str:
    """A short number for an axis: 1.2億, 0.5, 300."""
    for size, name in LARGE:
        if abs(value) >= size and unit != "FLOP":
            return f"{value / size:g}{name}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:g}"


def value_text(value: float, unit: str) -> str:
    """The number at a point or bar, as the figures show it."""
    if unit == "FLOP":
        exponent = math.floor(math.log10(value))
        return rf"${value / 10**exponent:.1f}\times 10^{{{exponent}}}$"
    return display_value(value, unit, signed=unit == POINTS)


def colour(chart: Chart, number: int) -> str:
    coloured = [place for place, one in enumerate(chart.series) if not one.muted]
    return style.MUTED if chart.series[number].muted else style.PALETTE[coloured.index(number) % len(style.PALETTE)]


def value_axis(axes: Axes, chart: Chart) -> None:
    """The vertical axis of values."""
    if uses_log(chart):
        axes.set_yscale("log")
    else:
        axes.set_ylim(*span(chart))
        axes.yaxis.set_major_locator(MaxNLocator(6))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: tick_text(value, chart.unit)))
    axes.grid(axis="y", color=style.GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    if min(numbers(chart)) < 0:
        axes.axhline(0, color=style.QUIET, linewidth=1)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)


def frame(canvas: Canvas, bottom: float, top: float, left: float, right: float, under: float) -> Axes:
    """Axes with margins in inches on the left, right and below."""
    width, size = canvas.get_size_inches()
    under = under / size
    return canvas.add_axes((left / width, bottom + under, 1 - (left + right) / width, top - bottom - under - 0.12 / size))


# -- lines --------------------------------------------------------------------------------------------------------------


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
    joined = [(left, right) for left, right in zip(points, points[1:], strict=False) if right[0] - left[0] <= BIENNIAL]
    for left, right in joined:
        gap, provisional = right[0] - left[0] > 1, right[0] in late
        axes.plot(
            *zip(left, right, strict=True), color=shade, linewidth=1.0 if gap else 2.2, solid_capstyle="round",
            linestyle=(0, (2, 2)) if provisional or gap else style.DASHES[number % len(style.DASHES)],
        )  # fmt: skip
    for provisional in (False, True):
        chosen = [point for point in points if (point[0] in late) == provisional]
        if chosen:
            face = "white" if provisional else shade
            axes.plot(*zip(*chosen, strict=True), marker, color=shade, markersize=5.5, markerfacecolor=face, markeredgewidth=1.4)
    band = one.intervals
    if band:
        places, _, low, high = zip(*band, strict=True)
        axes.fill_between(places, low, high, color=shade, alpha=0.18, linewidth=0)


def shade_provisional(axes: Axes, chart: Chart) -> None:
    """Hatching and a label over the years of 参考値."""
    if not chart.provisional:
        return
    first, last = min(chart.provisional), max(chart.provisional)
    axes.axvspan(first - 0.5, last + 0.5, facecolor="none", edgecolor=style.HATCH, hatch="////", linewidth=0, zorder=0)
    axes.text(
        (first + last) / 2, 0.985, PROVISIONAL_LABEL, transform=axes.get_xaxis_transform(), ha="center", va="top",
        size=style.SMALL_SIZE, color=style.QUIET, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )  # fmt: skip


def end_label(chart: Chart, one: Series) -> list[str]:
    """Lines beside a line's end: name, and the last value that is not provisional with its year."""
    places = [place for place, value in enumerate(one.values) if value is not None]
    last = next((place for place in reversed(places) if place not in chart.provisional), places[-1])
    return [*style.wrap(one.name, NAME_WIDTH), f"{value_text(one.values[last], chart.unit)}（{chart.x[last]}）"]


def name_lines(canvas: Canvas, axes: Axes, chart: Chart, labels: list[list[str]]) -> None:
    """The labels at the lines' ends, moved apart where they would overlap."""
    ends = []
    for number, (one, text) in enumerate(zip(chart.series, labels, strict=True)):
        drawn = next(value for value in reversed(one.values) if value is not None)
        ends.append([axes.transAxes.inverted().transform(axes.transData.transform((0, drawn)))[1], number, text])
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


# -- before and after ----------------------------------------------------------------------------------------------------


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
            at = axes.transAxes.inverted().transform(axes.transData.transform((0, one.values[place])))[1]
            text = value_text(one.values[place], chart.unit)
            found.append([at, number, style.wrap(f"{text}　{one.name}", 15.0) if place else [text]])
    panel = axes.get_position().height * canvas.get_size_inches()[1] * 72
    for place, found in ends.items():
        for at, number, text in spread(found, {number: len(text) * style.TEXT_SIZE * 1.3 / panel for _, number, text in found}):
            axes.text(
                1.06 if place else -0.06, at, "\n".join(text), transform=axes.transAxes, va="center",
                ha="left" if place else "right", size=style.TEXT_SIZE, color=style.QUIET if chart.series[number].muted else colour(chart, number),
            )  # fmt: skip
    axes.set_xlim(-0.02 * last, 1.02 * last)
    axes.set_xticks(range(len(chart.x)), chart.x, size=style.TEXT_SIZE)


# -- bars and rankings ------------------------------------------------------------------------------------------------------


def rows_panel(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    """Lying bars from 0 with their values; the first label on top. A ranking numbers its labels."""
    labels = ["\n".join(style.wrap(label, MAX_LABEL)) for label in chart.x]
    longest = max(style.text_width(line) for label in labels for line in label.split("\n"))
    axes = frame(canvas, bottom, top, left=0.35 + longest * style.SMALL_SIZE * 1.1 / 72, right=0.3, under=0.05)
    count, thick = len(chart.series), 0.74 / len(chart.series)
    low, high = span(chart, room=0.0)
    reach = high - low or 1.0
    negative = low < 0
    axes.set_xlim(low - (0.2 * reach if negative else 0), high + 0.24 * reach)
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
    for row, (place, value) in enumerate(zip(places, one.values, strict=True)):
        if value is None:
            axes.text(0, place, " －", va="center", size=style.SMALL_SIZE, color=style.QUIET)
            continue
        quiet = chart.highlight is not None and row != chart.highlight
        axes.barh(
            place, value, height=thick * 0.9, color=shade, alpha=0.45 if quiet else 1.0,
            **({"hatch": "////", "edgecolor": "white", "linewidth": 0} if row in chart.provisional else {}),
        )  # fmt: skip
        edge = value
        if row in intervals:
            low, high = intervals[row]
            axes.plot([low, high], [place, place], color=style.INK, linewidth=1.1)
            edge = high if value >= 0 else low
        text = value_text(value, chart.unit)
        shift = 0.012 * reach if value >= 0 else -0.012 * reach
        axes.text(edge + shift, place, text, va="center", ha="left" if value >= 0 else "right", size=style.SMALL_SIZE)
