"""PDF by PDFium: text of every page; running heads, page numbers and broken lines taken care of."""

import re
from collections import Counter

from index.documents.errors import DocumentRefused
from index.documents.models import HEADING, TEXT, Block, Extracted, Page
from index.documents.sentences import ends_sentence, is_heading_line, joined, paragraphs, typical_width

PAGE_NUMBER = re.compile(r"^[-–—\s]*(?:p(?:age)?\.?\s*)?[0-9０-９]{1,4}(?:\s*(?:/|of|／)\s*[0-9０-９]{1,4})?\s*(?:ページ|頁)?[-–—\s]*$", re.IGNORECASE)
EDGE = 2  # lines at the head and foot of a page where running heads stand
RUNNING_SHARE, RUNNING_PAGES = 0.6, 4
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
LEAST_CHARACTERS = 20  # fewer on all pages together: a scan with a stamp or page number
UNMAPPED_SHARE = 0.3


def read_pdf(path, limits):
    """Raises DocumentRefused: encrypted, broken, too_many_pages, scanned, unmapped, too_much_text."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == PASSWORD_ERROR or "password" in str(error).lower()
        raise DocumentRefused("encrypted" if locked else "broken", f"PDFium: {error}") from error
    with document:
        count = len(document)
        if count > limits.pages:
            raise DocumentRefused("too_many_pages", f"{count} pages", pages=f"{count:,}", limit=f"{limits.pages:,}")
        if count == 0:
            raise DocumentRefused("broken", "a PDF without pages")
        title = (document.get_metadata_value("Title") or "").strip()
        texts, total = [], 0
        for number in range(count):
            texts.append(page_text(document, number))
            total += len(texts[-1])
            if total > limits.characters:
                raise DocumentRefused("too_much_text", f"more than {limits.characters} characters", limit=f"{limits.characters:,}")
    refuse_unreadable(texts)
    pages = tuple(Page(number, f"{number}ページ", text) for number, text in enumerate(texts, 1))
    return Extracted(title, pages, page_blocks(texts))


def page_text(document, number):
    """Text of page `number` from 0, lines apart. Raises DocumentRefused("broken") for a page that PDFium cannot load."""
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
        text = text_page.get_text_range() if text_page.count_chars() > 0 else ""
        text_page.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise DocumentRefused("broken", f"page {number + 1}: {error}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "-").replace("\x02", "-").strip("\n")


def refuse_unreadable(texts):
    """A scan has no text; a font without a table of characters gives signs that mean nothing."""
    letters = [char for text in texts for char in text if not char.isspace()]
    if len(letters) < LEAST_CHARACTERS:
        raise DocumentRefused("scanned", f"{len(letters)} characters on {len(texts)} pages")
    odd = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or ord(char) < 32 for char in letters)
    if odd > UNMAPPED_SHARE * len(letters):
        raise DocumentRefused("unmapped", f"{odd} of {len(letters)} characters have no meaning")


def page_blocks(texts):
    """Paragraphs and headings of all pages; a sentence that runs on to the next page stays whole, on the page where it begins."""
    lines = without_running([text.split("\n") for text in texts])
    wide = typical_width([line.strip() for page in lines for line in page if line.strip()])
    blocks = []
    for number, page in enumerate(lines, 1):
        for position, (heading, text) in enumerate(paragraphs(page, wide)):
            last = blocks[-1] if blocks else None
            if position == 0 and not heading and last is not None and last.kind == TEXT and last.page == number - 1 and runs_on(last.text, text, wide):
                blocks[-1] = Block(TEXT, joined(last.text, text), last.page)
            else:
                blocks.append(Block(HEADING if heading else TEXT, text, number, 1 if heading else 0))
    return tuple(blocks)


def runs_on(text, following, wide):
    """Whether a page's last paragraph goes on with the next page's first one."""
    from index.documents.sentences import LIST_START, width

    return not ends_sentence(text) and width(text) >= 0.5 * wide and not LIST_START.match(following) and not is_heading_line(following)


def without_running(pages):
    """Lines of the pages without page numbers and without lines that stand at the edge of most pages (their digits may change)."""
    edges = Counter(shape for page in pages for shape in {shape_of(line) for line in edge_lines(page)})
    running = {shape for shape, count in edges.items() if shape and len(pages) >= RUNNING_PAGES and count >= RUNNING_SHARE * len(pages)}
    kept = []
    for page in pages:
        filled = [i for i, line in enumerate(page) if line.strip()]
        edge = {*filled[:EDGE], *filled[-EDGE:]}
        outermost = {*filled[:1], *filled[-1:]}
        kept.append([line for i, line in enumerate(page)
                     if not (i in edge and shape_of(line) in running) and not (i in outermost and PAGE_NUMBER.match(line.strip()))])
    return kept


def edge_lines(page):
    """First and last lines of a page."""
    filled = [line for line in page if line.strip()]
    return filled[:EDGE] + filled[-EDGE:]


def shape_of(line):
    """A line with its digits made alike, but for numbered headings; a line that ends a sentence has no shape (None): it is no running head."""
    line = line.strip()
    if line.endswith(("。", "．")):
        return None
    return line if is_heading_line(line) else re.sub(r"[0-9０-９]+", "0", line)
