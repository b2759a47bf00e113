"""The part of a chart inside its frame, by kind of chart."""

from matplotlib.figure import Figure as Canvas

from analytics.charts import bars, lines, style
from analytics.charts.common import clipped, uses_log
from analytics.charts.spec import Chart

LINE_HEIGHT, ROW_HEIGHT, ROWS_MARGIN, AXIS = 3.6, 0.34, 0.55, 0.27  # inches

PANELS = {"line": lines.line_panel, "before_after": lines.slope_panel, "bar": bars.rows_panel, "ranking": bars.rows_panel}


def height(chart: Chart) -> float:
    """Inches that the panel needs."""
    if chart.kind in ("line", "before_after"):
        return LINE_HEIGHT
    rows = [max(len(style.wrap(label, bars.MAX_LABEL)), len(chart.series)) for label in chart.x]
    return ROWS_MARGIN + (AXIS if uses_log(chart) else 0) + ROW_HEIGHT * sum(rows)


def draw(canvas: Canvas, chart: Chart, bottom: float, top: float) -> None:
    """Draw into the canvas between these heights (0..1)."""
    PANELS[chart.kind](canvas, chart, bottom, top)


def unit_line(chart: Chart) -> str:
    parts = [f"単位: {chart.unit}"] if chart.unit else []
    upright = chart.kind in ("line", "before_after")
    if uses_log(chart):
        parts.append(f"{'縦軸' if upright else '横軸'}は対数目盛（1目盛ごとに一定の倍率）")
    if any(one.intervals for one in chart.series):
        parts.append("帯は95%区間" if chart.kind == "line" else "ひげは95%区間" + ("（矢印は図の外まで続く）" if clipped(chart) else ""))
    return "　".join(parts)
