"""HTML pages: headings, paragraphs, lists and tables. Scripts, styles and hidden parts are left out; nothing is loaded from elsewhere."""

import re

from index.documents.charsets import decode, html_label
from index.documents.errors import DocumentRefused
from index.documents.models import HEADING, TEXT, WHOLE, Block, Extracted, Page
from index.documents.readers.tables import table_blocks
from index.documents.readers.text import read_bytes

LEFT_OUT = frozenset({"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "nav", "rt", "rp", "select", "button"})
PARAGRAPHS = frozenset({
    "p", "div", "li", "dt", "dd", "section", "article", "main", "header", "footer", "aside", "blockquote", "pre", "figure", "figcaption", "ul", "ol", "dl",
    "body", "html", "form", "fieldset", "address", "hr", "br", "table", "h1", "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(path, limits):
    """Raises DocumentRefused: charset, broken (nested some thousand deep). Text without any element is taken as it is."""
    from lxml import html

    data = read_bytes(path)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data, html_label(data)))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    root = html.document_fromstring(text.replace("\0", "") or "<p></p>", parser=parser, ensure_head_body=True)
    if fatal := [entry.message for entry in parser.error_log if entry.level_name == "FATAL"]:  # the rest of the page would be missing
        raise DocumentRefused("broken", f"libxml2: {fatal[0]}")
    blocks = walk(root)
    title = " ".join((root.findtext(".//title") or "").split()) or next((block.text for block in blocks if block.kind == HEADING), "")
    return Extracted(title, (Page(1, WHOLE, "\n".join(block.text for block in blocks)),), tuple(blocks))


def walk(root):
    """Blocks in the order of the page, without recursion: a page may nest as deep as it likes."""
    blocks, line, tables, heading = [], [], 0, 0

    def flush():
        """Ends the paragraph being read."""
        if text := " ".join("".join(line).split()):
            blocks.append(Block(HEADING if heading else TEXT, text, 1, heading))
        line.clear()

    stack = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        name = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            if name in PARAGRAPHS:
                flush()
                heading = 0 if name in HEADINGS else heading
            line.append(element.tail or "")
            continue
        if name in PARAGRAPHS:
            flush()
            heading = HEADINGS.get(name, heading)
        if name in LEFT_OUT or not name or is_hidden(element):
            line.append(element.tail or "")
        elif name == "table":
            tables += 1
            blocks += table_of(element, tables)
            line.append(element.tail or "")
        else:
            line.append(element.text or "")
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
    flush()
    return blocks


def is_hidden(element):
    """Whether the page itself hides the element."""
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower()


def table_of(element, number):
    """A table as rows; the texts of tables inside it stand in their cell."""
    rows = []
    for row in element.iter("tr"):
        if next(row.iterancestors("table"), None) is element:
            rows.append([" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th")])
    caption = element.find("caption")
    lead = [Block(TEXT, " ".join(caption.text_content().split()), 1)] if caption is not None and caption.text_content().strip() else []
    return lead + table_blocks(rows, 1, number)
