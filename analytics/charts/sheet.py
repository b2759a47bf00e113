"""Contact sheets: every chart of the catalogue small, many on a page, for looking at them all."""

import io
from collections.abc import Sequence
from pathlib import Path

from analytics.charts.choose import ChartBook
from analytics.charts.draw import render

COLUMNS, ROWS, CELL, GAP = 5, 5, (480, 400), 6
SHEET_DPI = 60


def write_sheets(book: ChartBook, folder: str | Path, names: Sequence[str]) -> list[Path]:
    """Pages sheet-01.png … of the charts called `names`, in that order. Raises UnknownName, NotInData."""
    from PIL import Image

    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    pages = []
    size = COLUMNS * ROWS
    for start in range(0, len(names), size):
        shown = names[start : start + size]
        rows = -(-len(shown) // COLUMNS)
        page = Image.new("RGB", (COLUMNS * (CELL[0] + GAP), rows * (CELL[1] + GAP)), "#D0D4D9")
        for number, name in enumerate(shown):
            chart = Image.open(io.BytesIO(render(book.chart(name), "png", SHEET_DPI))).convert("RGB")
            chart.thumbnail(CELL)
            page.paste(chart, (number % COLUMNS * (CELL[0] + GAP), number // COLUMNS * (CELL[1] + GAP)))
        pages.append(folder / f"sheet-{start // size + 1:02d}.png")
        page.save(pages[-1])
    return pages
