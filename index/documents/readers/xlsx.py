"""Excel: every sheet as rows that carry the names of their columns; values as stored, shown the way their cells show them."""

import re
from datetime import date, datetime, time, timedelta

from index.documents.errors import DocumentRefused
from index.documents.models import HEADING, Block, Extracted, Page
from index.documents.readers.tables import table_blocks

LONGEST_ROW = 500  # cells read of a row
ROWS = 2**20  # Excel holds no more: a row that says it stands further down would be reached through millions of empty ones


def read_xlsx(path, limits):
    """Raises DocumentRefused: too_many_pages, too_much_text, uncalculated, no_text."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets]
        if len(sheets) > limits.pages:
            raise DocumentRefused("too_many_pages", f"{len(sheets)} sheets", pages=f"{len(sheets):,}", limit=f"{limits.pages:,}")
        title = (book.properties.title or "").strip()
        blocks, pages, left = [], [], limits.characters
        for number, sheet in enumerate(sheets, 1):
            rows = sheet_rows(sheet, left, limits)
            left -= sum(len(cell) for row in rows for cell in row)
            found = table_blocks(rows, number, number)
            blocks += [Block(HEADING, sheet.title, number, 1), *found] if found else []
            pages.append(Page(number, f"シート「{sheet.title}」", "\n".join("\t".join(row) for row in rows)))
    finally:
        book.close()
    if not blocks:
        raise DocumentRefused("uncalculated" if holds_formulas(path) else "no_text", "no cell holds a value")
    return Extracted(title, tuple(pages), tuple(blocks))


def sheet_rows(sheet, left, limits):
    """Rows with at least one value, as text. left: characters still allowed."""
    rows, characters = [], 0
    for row in stored_rows(sheet):
        cells = [shown(cell.value, cell.number_format) if cell.value is not None else "" for cell in row]
        if not any(cells):
            continue
        while cells and not cells[-1]:
            cells.pop()
        characters += sum(map(len, cells))
        if characters > left:
            raise DocumentRefused("too_much_text", f"more than {limits.characters} characters", limit=f"{limits.characters:,}")
        rows.append(cells)
    return rows


def stored_rows(sheet, values_only=False):
    """The sheet's rows without the empty ones that openpyxl puts where some are missing, the same object each time."""
    sheet.reset_dimensions()  # what a file states of its size may be wrong by millions of rows
    before = None
    for row in sheet.iter_rows(max_row=ROWS, max_col=LONGEST_ROW, values_only=values_only):
        if row is not before:
            yield row
        before = row


def shown(value, number_format):
    """A stored value as its cell shows it: percent, thousands and dates; other numbers in full."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        clock = "" if value.time() == time(0) else f" {value:%H:%M}"
        return f"{value.year}年{value.month}月{value.day}日{clock}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, (time, timedelta)):
        return str(value)
    if isinstance(value, (int, float)):
        return shown_number(value, number_format or "General")
    return " ".join(str(value).split())


def shown_number(value, number_format):
    """A number with the percent sign, separators and decimals of its format; without a format as many digits as it has."""
    form = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format.split(";")[0])
    decimals = len(match[1]) if (match := re.search(r"\.([0#?]+)", form)) else 0
    if "%" in form:
        return f"{100 * value:.{decimals}f}%"
    if form in ("General", "@", "") or "E" in form:
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    scaled = re.search(r"[0#](,+)(?:\.|$|[^0-9#,.])", form)  # 「#,##0,」 shows thousands: the stored value is given in full instead
    separator = "," if "," in form else ""
    if scaled or not re.search(r"[0#]", form):
        return f"{value:,.15g}"
    return f"{value:{separator}.{decimals}f}"


def holds_formulas(path):
    """Whether any cell holds a formula (whose result the file does not store)."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        return any(isinstance(cell, str) and cell.startswith("=") for sheet in book.worksheets for row in stored_rows(sheet, values_only=True) for cell in row)
    finally:
        book.close()
