"""The numbers of a built view as files that a spreadsheet program opens: CSV and Excel, with definition and source."""

import csv
import io
from urllib.parse import quote

from analytics import Figure
from assistant.ui.figure_builder import View
from assistant.ui.wording import words_of

say = words_of("figures")
COLUMNS = (
    "label", "year", "value", "unit", "display", "n", "definition", "method", "caveats", "source", "licence", "id",
)  # fmt: skip
CSV_TYPE, EXCEL_TYPE = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {"label": 34, "year": 10, "value": 14, "unit": 8, "display": 12, "n": 12}
ABOUT_WIDTHS = (14, 90)


def record(figure: Figure) -> list:
    """One row; the value unrounded."""
    source = figure.source
    return [
        figure.label_ja, figure.period, figure.value, figure.unit, figure.display, figure.n, figure.definition_ja, figure.method_ja,
        "／".join(figure.caveats_ja), source.citation, source.licence, figure.id,
    ]  # fmt: skip


def csv_bytes(view: View) -> bytes:
    """With the byte-order mark, as spreadsheet programs need it to read Japanese."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([say(f"column_{name}") for name in COLUMNS])
    writer.writerows(record(figure) for figure in view.figures)
    return text.getvalue().encode("utf-8-sig")


def excel_bytes(view: View) -> bytes:
    """A sheet of values as numbers, and a sheet of definitions and sources."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book, numbers = Workbook(), len(WIDTHS)
    values = book.active
    values.title = say("sheet_values")
    values.append([say(f"column_{name}") for name in COLUMNS[:numbers]])
    for figure in view.figures:
        values.append(record(figure)[:numbers])
    for cell, width in zip(values[1], WIDTHS.values(), strict=True):
        cell.font = Font(bold=True)
        values.column_dimensions[cell.column_letter].width = width
    values.freeze_panes = "A2"
    about = book.create_sheet(say("sheet_about"))
    for row in view.rows:
        for name, content in zip(COLUMNS, record(row[-1]), strict=True):
            if name in ("label", "definition", "method", "caveats", "source", "licence"):
                about.append([say(f"column_{name}"), content])
                about.cell(about.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("AB", ABOUT_WIDTHS, strict=True):
        about.column_dimensions[letter].width = width
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def attachment(name: str) -> str:
    """Content-Disposition with a Japanese file name."""
    return f"attachment; filename*=UTF-8''{quote(name)}"
