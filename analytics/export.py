"""The figures catalogue as files: catalogue.json and catalogue.csv, one record a figure with the id of its chart."""

import csv
import json
from pathlib import Path

from analytics.charts.choose import ChartBook
from analytics.figure import Figure

JSON_FILE, CSV_FILE = "catalogue.json", "catalogue.csv"
# Columns of the table, in order: what a reader compares first, then where it comes from.
COLUMNS = (
    "id", "label_ja", "display", "value", "unit", "low", "high", "n", "period", "metric", "definition_ja", "method_ja", "caveats_ja",
    "chart", "slice", "citation", "licence", "snapshot", "url", "file_hash",
)  # fmt: skip


def export_catalogue(book: ChartBook, folder: str | Path) -> dict[str, int]:
    """Write both files into `folder` (made when absent); returns file name → number of figures."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    figures = list(book.figures.values())
    records = [figure.to_dict() | {"chart": book.reference(figure.id)} for figure in figures]
    text = "[\n" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n]\n"
    (folder / JSON_FILE).write_text(text, encoding="utf-8")
    # With the byte-order mark, spreadsheet programs read Japanese rightly.
    with (folder / CSV_FILE).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(row(figure, book.reference(figure.id)) for figure in figures)
    return {JSON_FILE: len(figures), CSV_FILE: len(figures)}


def row(figure: Figure, chart: str) -> dict:
    """A flat record; numbers unrounded, lists joined, the slice as JSON, a missing interval empty."""
    source = {name: getattr(figure.source, name) for name in ("citation", "licence", "snapshot", "url", "file_hash")}
    simple = {name: getattr(figure, name) for name in COLUMNS if name not in (*source, "caveats_ja", "chart", "slice")}
    return {
        **simple,
        **source,
        "caveats_ja": "／".join(figure.caveats_ja),
        "chart": chart,
        "slice": json.dumps(figure.slice, ensure_ascii=False),
    }
