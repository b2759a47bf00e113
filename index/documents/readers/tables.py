"""Tables as sentences: every row carries the names of its columns, so that it can be found and cited alone."""

import re

from index.documents.models import ROW, TEXT, Block

NUMBER = re.compile(r"^[△▲+\-−(（]?[¥$€]?[\d,，.．]+\s?(?:%|％|円|千円|百万円|億円|万円|ドル|人|名|件|台|本|倍|ポイント|[a-zA-Z]{1,4})?[)）]?$")
SEPARATOR = "、"
HEAD_SEARCH = 5


def table_blocks(rows, page, table):
    """Rows of cells → blocks: lines before the head as text, each row after it as 「列名: 値、列名: 値」."""
    rows = [[clean_cell(cell) for cell in row] for row in rows]
    rows = [row for row in rows if any(row)]
    head = head_row(rows)
    if head is None:
        return [Block(TEXT if sum(map(bool, row)) == 1 else ROW, SEPARATOR.join(cell for cell in row if cell), page, table=table) for row in rows]
    blocks = [Block(TEXT, SEPARATOR.join(cell for cell in row if cell), page) for row in rows[:head]]
    names = rows[head]
    if head == len(rows) - 1:
        return [*blocks, Block(ROW, SEPARATOR.join(name for name in names if name), page, table=table)]
    return blocks + [Block(ROW, row_text(names, row), page, table=table) for row in rows[head + 1:]]


def clean_cell(cell):
    """A cell on one line."""
    return re.sub(r"\s+", " ", cell or "").strip()


def head_row(rows):
    """Number of the row that names the columns: the first with two cells or more and no number among them; None when there is none."""
    for number, row in enumerate(rows[:HEAD_SEARCH]):
        filled = [cell for cell in row if cell]
        if len(filled) >= 2:
            # the corner may be empty, and column names may be years (2021年) but not plain amounts
            return number if not any(NUMBER.match(cell) for cell in filled) or len(rows) > number + 1 and all(is_year(c) or not NUMBER.match(c) for c in filled) else None
    return None


def is_year(cell):
    """A column named by its year."""
    return bool(re.match(r"^(?:19|20)\d\d(?:年度?|/\d{1,2})?$|^FY", cell))


def row_text(names, row):
    """「売上高　2023年度: 12億円、2024年度: 14億円」: a first cell that names the row leads it, the others carry their column's name."""
    cells = [(names[i] if i < len(names) else "", cell) for i, cell in enumerate(row) if cell]
    if not cells:
        return ""
    first, others = cells[0], cells[1:]
    named = SEPARATOR.join(f"{name}: {cell}" if name else cell for name, cell in others)
    lead = f"{first[0]}: {first[1]}" if first[0] else first[1]
    if not named:
        return lead
    return f"{lead}{SEPARATOR}{named}"
