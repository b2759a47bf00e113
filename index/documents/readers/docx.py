"""Word: paragraphs, headings and tables in the order of the text. Macros, comments and deleted text are left out."""

import re

from index.documents.errors import DocumentRefused
from index.documents.models import HEADING, TEXT, WHOLE, Block, Extracted, Page
from index.documents.readers.tables import table_blocks
from index.documents.sentences import is_heading_line

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEFT_OUT = frozenset(f"{WORD}{name}" for name in ("moveFrom", "rt", "pPr", "rPr", "txbxContent"))  # rt: readings above kanji
STYLE_LEVEL = re.compile(r"^(?:heading|見出し)\s*([1-9])", re.IGNORECASE)


def read_docx(path, limits):
    """Raises DocumentRefused: broken, too_much_text. Pages are counted by the breaks that Word stored; text without them is one page."""
    from docx import Document

    document = Document(path)
    body = document.element.find(f"{WORD}body")
    if body is None:
        raise DocumentRefused("broken", "a document without a body")
    reader = Reader(document, limits)
    for element in body.iterchildren():
        reader.read(element)
    pages = tuple(Page(number, f"{number}ページ" if reader.page > 1 else WHOLE, "\n".join(reader.texts.get(number, []))) for number in range(1, reader.page + 1))
    title = (document.core_properties.title or "").strip() or reader.title
    return Extracted(title, pages, tuple(reader.blocks))


class Reader:
    """Collects blocks while walking the body. `page` moves on at every stored page break."""

    def __init__(self, document, limits):
        self.document, self.limits = document, limits
        self.blocks, self.texts, self.page, self.tables, self.characters, self.title = [], {}, 1, 0, 0, ""

    def read(self, element):
        """A paragraph, a table, or a container of them (content control)."""
        if element.tag == f"{WORD}p":
            self.paragraph(element)
        elif element.tag == f"{WORD}tbl":
            self.table(element)
        elif element.tag == f"{WORD}sdt":
            for child in element.iterchildren(f"{WORD}sdtContent"):
                for inner in child.iterchildren():
                    self.read(inner)

    def paragraph(self, element):
        """One paragraph, its page breaks, and the text boxes anchored in it."""
        before, text, breaks = text_and_breaks(element)
        self.page += before
        level = self.level(element, text)
        if text:
            self.add(Block(HEADING if level else TEXT, text, self.page, level or 0))
            if level == 1:
                self.title = self.title or text
        self.page += breaks
        if self.page > self.limits.pages:
            raise DocumentRefused("too_many_pages", f"{self.page} page breaks", pages=f"{self.page:,}", limit=f"{self.limits.pages:,}")
        for box in element.iter(f"{WORD}txbxContent"):
            if not any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()):  # the same box is stored twice
                for inner in box.iterchildren(f"{WORD}p"):
                    self.paragraph(inner)

    def table(self, element):
        """A table as rows."""
        self.tables += 1
        rows = []
        for row in element.iterchildren(f"{WORD}tr"):
            rows.append([" ".join(text_and_breaks(p)[1] for p in cell.iter(f"{WORD}p")) for cell in row.iterchildren(f"{WORD}tc")])
        for block in table_blocks(rows, self.page, self.tables):
            self.add(block)

    def add(self, block):
        """Keeps a block, counting characters."""
        self.characters += len(block.text)
        if self.characters > self.limits.characters:
            raise DocumentRefused("too_much_text", f"more than {self.limits.characters} characters", limit=f"{self.limits.characters:,}")
        self.blocks.append(block)
        self.texts.setdefault(block.page, []).append(block.text)

    def level(self, element, text):
        """Level of a heading by its style or outline level, else by its numbering; None for ordinary text."""
        properties = element.find(f"{WORD}pPr")
        style_id = properties.find(f"{WORD}pStyle") if properties is not None else None
        if style_id is not None:
            name = self.style_names().get(style_id.get(f"{WORD}val"), "")
            if name.lower() in ("title", "表題"):
                return 1
            if match := STYLE_LEVEL.match(name):
                return int(match[1])
        outline = properties.find(f"{WORD}outlineLvl") if properties is not None else None
        if outline is not None and outline.get(f"{WORD}val", "9").isdigit() and int(outline.get(f"{WORD}val")) < 9:
            return int(outline.get(f"{WORD}val")) + 1
        return 2 if is_heading_line(text) else None

    def style_names(self):
        """{style id: name}, read once."""
        if not hasattr(self, "styles"):
            self.styles = {style.style_id: style.name or "" for style in self.document.styles}
        return self.styles


def text_and_breaks(paragraph):
    """(page breaks before the first character, text, page breaks after it) of a paragraph, inserted text included, deleted text not."""
    parts, before, after = [], 0, 0
    stack = list(reversed(list(paragraph)))
    while stack:
        element = stack.pop()
        if element.tag in LEFT_OUT:
            continue
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name == "t":
            parts.append(element.text or "")
        elif name in ("tab", "cr") or name == "br" and element.get(f"{WORD}type") != "page":
            parts.append(" ")
        elif name in ("br", "lastRenderedPageBreak"):
            if any(part.strip() for part in parts):
                after += 1
            else:
                before += 1
        elif name == "noBreakHyphen":
            parts.append("-")
        else:
            stack.extend(reversed(list(element)))
    return before, re.sub(r"\s+", " ", "".join(parts)).strip(), after
