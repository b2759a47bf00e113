"""Plain text, Markdown and tables of separated values."""

import csv
import io
import re

from index.documents.charsets import decode
from index.documents.errors import DocumentRefused
from index.documents.models import HEADING, TEXT, WHOLE, Block, Extracted, Page
from index.documents.readers.tables import table_blocks
from index.documents.sentences import paragraphs

PAGE_BREAK = "\f"
MARK_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
TABLE_LINE = re.compile(r"^\s*\|.*\|\s*$")
TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
INLINE = ((re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"), (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"), (re.compile(r"(\*\*|__|`)(.+?)\1"), r"\2"))
csv.field_size_limit(1 << 20)


def read_bytes(path):
    """The whole file."""
    with open(path, "rb") as file:
        return file.read()


def read_txt(path, limits):
    """Text file; form feeds divide pages. Raises DocumentRefused: charset, no_text, too_many_pages."""
    texts = decode(read_bytes(path)).split(PAGE_BREAK)
    if len(texts) > limits.pages:
        raise DocumentRefused("too_many_pages", f"{len(texts)} pages", pages=f"{len(texts):,}", limit=f"{limits.pages:,}")
    blocks = [Block(HEADING if heading else TEXT, text, number, int(heading))
              for number, page in enumerate(texts, 1) for heading, text in paragraphs(page.split("\n"))]  # fmt: skip
    return Extracted("", tuple(Page(n, label(n, len(texts)), text.strip("\n")) for n, text in enumerate(texts, 1)), tuple(blocks))


def label(number, count):
    """Where in a text: its page when it has several, else only that it is the text."""
    return f"{number}ページ" if count > 1 else WHOLE


def read_md(path, limits):
    """Markdown: headings, paragraphs, list lines, tables; front matter and code fences are kept as text."""
    text = decode(read_bytes(path))
    blocks, lines, table, tables = [], [], [], 0

    def flush():
        """Ends the paragraph or table being read."""
        nonlocal tables
        blocks.extend(Block(TEXT, plain, 1) for _, plain in paragraphs(lines, wide=0) if plain)
        if table:
            tables += 1
            blocks.extend(table_blocks([cells for line in table if (cells := split_cells(line)) is not None], 1, tables))
        lines.clear()
        table.clear()

    for line in text.split("\n"):
        heading, in_table = MARK_HEADING.match(line), TABLE_LINE.match(line)
        if heading or bool(in_table) != bool(table):
            flush()
        if heading:
            blocks.append(Block(HEADING, without_marks(heading[2]), 1, len(heading[1])))
        elif in_table:
            table.append(line)
        else:
            lines.append(without_marks(line))
    flush()
    title = next((block.text for block in blocks if block.kind == HEADING and block.level == 1), "")
    return Extracted(title, (Page(1, WHOLE, text.strip("\n")),), tuple(blocks))


def split_cells(line):
    """Cells of a table line, None for the rule below the head."""
    return None if TABLE_RULE.match(line) else [without_marks(cell.strip()) for cell in line.strip().strip("|").split("|")]


def without_marks(text):
    """Text of a Markdown line without its emphasis and link marks."""
    for pattern, kept in INLINE:
        text = pattern.sub(kept, text)
    return re.sub(r"^\s*>\s?", "", text)


def read_csv(path, limits):
    """Separated values (comma, tab or semicolon): rows with the names of their columns."""
    text = decode(read_bytes(path))
    head = text[:4096]
    first = next((line for line in head.split("\n") if line.strip()), "")
    separator = max(",\t;", key=first.count)
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=separator)]
    except csv.Error as error:
        raise DocumentRefused("broken", f"csv: {error}") from error
    blocks = table_blocks(rows, 1, 1)
    return Extracted("", (Page(1, "表", text.strip("\n")),), tuple(blocks))


