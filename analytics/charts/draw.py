"""Chart → image. No window, no global figure: matplotlib's Agg and SVG back ends only."""

import io
import threading
from pathlib import Path

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas

from analytics.charts import panels, style
from analytics.charts.spec import Chart
from analytics.errors import BadInput

FORMATS = ("png", "svg")
# rc settings are global to the process: one chart at a time.
DRAWING = threading.Lock()
LINE = 1.45  # line height in font sizes
MARGIN, SOURCE_LABEL = 0.18, "出典: "
HANGING = 1.5  # full-width characters kept free for closing marks, which may not begin a line


def render(chart: Chart, form: str = "png", dpi: int = style.DPI) -> bytes:
    """The image file's bytes; the same chart gives the same bytes. Raises ValueError for a format other than png and svg."""
    if form not in FORMATS:
        raise BadInput(f"chart format {form!r}; known: {', '.join(FORMATS)}", "chart_format")
    with DRAWING, matplotlib.rc_context(style.settings()):
        canvas = compose(chart)
        buffer = io.BytesIO()
        quiet = {"Software": None} if form == "png" else {"Date": None, "Creator": None}
        packing = {"pil_kwargs": {"compress_level": 3}} if form == "png" else {}
        canvas.savefig(buffer, format=form, dpi=dpi, metadata=quiet, facecolor="white", **packing)
    return buffer.getvalue()


def save(chart: Chart, path: str | Path) -> Path:
    """Write the chart; the file's ending says the format (.png, .svg)."""
    path = Path(path)
    image = render(chart, path.suffix.lower().removeprefix("."))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(image)
    return path


def compose(chart: Chart) -> Canvas:
    """Title and unit on top, the panel, then notes and the source line inside the image."""
    body = panels.height(chart)
    title = style.wrap(chart.title, (style.WIDTH - 2 * MARGIN) * 72 / style.TITLE_SIZE - HANGING)
    small = (style.WIDTH - 2 * MARGIN) * 72 / style.SMALL_SIZE - HANGING
    foot = [line for note in chart.notes for line in style.wrap(f"※ {note}", small)]
    foot += style.wrap(f"{SOURCE_LABEL}{chart.source}", small) if chart.source else []
    head = (len(title) * style.TITLE_SIZE + style.TEXT_SIZE) * LINE / 72 + MARGIN
    below = len(foot) * style.SMALL_SIZE * LINE / 72 + MARGIN
    size = head + body + below
    canvas = Canvas(figsize=(style.WIDTH, size))
    FigureCanvasAgg(canvas)
    top = size - MARGIN
    for line in title:
        canvas.text(MARGIN / style.WIDTH, top / size, line, size=style.TITLE_SIZE, va="top")
        top -= style.TITLE_SIZE * LINE / 72
    canvas.text(MARGIN / style.WIDTH, top / size, panels.unit_line(chart), size=style.TEXT_SIZE, va="top", color=style.QUIET)
    for number, line in enumerate(reversed(foot)):
        height = (MARGIN / 2 + number * style.SMALL_SIZE * LINE / 72) / size
        canvas.text(MARGIN / style.WIDTH, height, line, size=style.SMALL_SIZE, va="bottom", color=style.QUIET)
    panels.draw(canvas, chart, bottom=below / size, top=(below + body) / size)
    return canvas
