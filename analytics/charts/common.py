"""What all panels share: axes, their scale, number texts and colours."""

import math
from statistics import median

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.ticker import FuncFormatter, MaxNLocator

from analytics.charts import style
from analytics.charts.spec import Chart
from analytics.figure import POINTS, display_value

LOG_RANGE = 200  # from this ratio of largest to smallest on, a linear axis hides the small values
MOST_REACH, MOST_WIDTHS = 2.5, 3.0  # an axis of rows is as long as the larger of these times the values' spread and the median interval
FULL_SHARE = 102.0  # room for the marker of a value of 100
LARGE = ((1e12, "兆"), (1e8, "億"), (1e4, "万"))


def numbers(chart: Chart) -> list[float]:
    return [value for one in chart.series for part in (one.values, one.low, one.high) for value in part if value is not None]


def uses_log(chart: Chart) -> bool:
    """Values of very different size, all above 0. Shares and points keep a linear axis that holds 0."""
    values = numbers(chart)
    return chart.unit not in ("%", POINTS) and min(values) > 0 and max(values) / min(values) > LOG_RANGE


def span(chart: Chart, room: float = 0.08) -> tuple[float, float]:
    """Ends of a linear value axis: always with 0, because a cut axis exaggerates; a share ends just above 100."""
    values = numbers(chart)
    low, high = min(0.0, *values), max(0.0, *values)
    margin = (high - low or 1.0) * room
    high = high + margin if high > 0 else 0.0
    if chart.unit == "%" and max(values) <= 100:
        high = min(high, FULL_SHARE)
    return (low - margin if low < 0 else 0.0), high


def reach_of(chart: Chart) -> tuple[float, float]:
    """Ends of a linear axis of rows: always with 0. Intervals much wider than the values and than the other intervals are
    cut, so that the values of all rows can still be compared."""
    values = [value for one in chart.series for value in one.values if value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    widths = [end - start for one in chart.series for _, _, start, end in one.intervals]
    most = max(MOST_REACH * ((high - low) or 1.0), MOST_WIDTHS * median(widths) if widths else 0.0)
    every = numbers(chart)
    return max(min(0.0, *every), high - most), min(max(0.0, *every), low + most)


def clipped(chart: Chart) -> bool:
    """Some interval of a chart of rows goes beyond its axis."""
    if chart.kind not in ("bar", "ranking") or uses_log(chart):
        return False
    low, high = reach_of(chart)
    return any(start < low or end > high for one in chart.series for _, _, start, end in one.intervals)


def log_span(chart: Chart) -> tuple[float, float]:
    """Ends of a logarithmic axis, with a little room."""
    values = numbers(chart)
    room = (max(values) / min(values)) ** 0.03
    return min(values) / room, max(values) * room


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
        axes.minorticks_off()
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
    axes.tick_params(axis="x", pad=6)


def frame(canvas: Canvas, bottom: float, top: float, left: float, right: float, under: float) -> Axes:
    """Axes with margins in inches on the left, right and below."""
    width, size = canvas.get_size_inches()
    under = under / size
    return canvas.add_axes((left / width, bottom + under, 1 - (left + right) / width, top - bottom - under - 0.12 / size))


def height_of(axes: Axes, value: float) -> float:
    """Where a value lies in the axes, 0 at the bottom and 1 at the top."""
    return float(axes.transAxes.inverted().transform(axes.transData.transform((0, value)))[1])
