"""A page of a PDF as a picture, the quoted sentences marked on it."""

import io
import re
import threading
import unicodedata
from pathlib import Path

PIXELS = 1100  # width of the picture
WIDEST = 4.0  # pixels a point at most: a tiny page stays small
MARK = (255, 214, 64, 110)
SENTENCE = re.compile(r"(?<=[。．！？])")
Box = tuple[float, float, float, float]
ONE_AT_A_TIME = threading.Lock()  # PDFium takes one thread


class NoSuchPage(Exception):
    """The file has no page of that number, or cannot be drawn."""


def page_png(path: Path, number: int, quote: str = "") -> bytes:
    """PNG of page `number` from 1. Raises NoSuchPage."""
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            with pypdfium2.PdfDocument(path) as document:
                if not 1 <= number <= len(document):
                    raise NoSuchPage(f"{path.name} has {len(document)} pages, not {number}")
                page = document[number - 1]
                scale, height = min(PIXELS / page.get_width(), WIDEST), page.get_height()
                image = page.render(scale=scale).to_pil().convert("RGBA")
                boxes = [(left * scale, (height - top) * scale, right * scale, (height - bottom) * scale) for left, bottom, right, top in boxes_of(page, quote)]
        except pypdfium2.PdfiumError as error:
            raise NoSuchPage(f"{path.name}, page {number}: {error}") from error
    return drawn(image, boxes)


def boxes_of(page, quote: str) -> list[Box]:
    """(left, bottom, right, top) in points of the lines that hold the quote's sentences; [] where the page's text does not."""
    from pypdfium2 import raw

    text = page.get_textpage()
    try:
        letters = [(at, char) for at in range(text.count_chars()) for char in signs(chr(raw.FPDFText_GetUnicode(text, at)))]
        written, found = "".join(char for _, char in letters), []
        for sentence in SENTENCE.split(quote):
            wanted = "".join(signs(sentence))
            start = written.find(wanted) if wanted else -1
            if start >= 0:
                first, last = letters[start][0], letters[start + len(wanted) - 1][0]
                found += [text.get_rect(number) for number in range(text.count_rects(first, last - first + 1))]
        return found
    finally:
        text.close()


def signs(text: str) -> str:
    """Letters and digits alone, as NFKC: spaces, line breaks and look-alike signs differ between a page and a quote."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def drawn(image, boxes: list[Box]) -> bytes:
    """PNG of an RGBA image with the boxes (pixels) marked as with a highlighter."""
    from PIL import Image, ImageDraw

    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    for box in boxes:
        ImageDraw.Draw(layer).rectangle(box, fill=MARK)
    stream = io.BytesIO()
    Image.alpha_composite(image, layer).convert("RGB").save(stream, "PNG", compress_level=4)
    return stream.getvalue()
