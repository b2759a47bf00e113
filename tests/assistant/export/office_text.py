"""Reads documents back: text of Word and PowerPoint files, pages of a PDF, and what its pages show."""

import io
import subprocess

import docx
import pptx


def word_text(content):
    """Paragraphs and table cells in order of the body."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footers = [paragraph.text for section in document.sections for paragraph in section.footer.paragraphs]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *footers])


def slide_texts(content):
    """One text a slide: title, boxes, tables."""
    texts = []
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        parts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        parts += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
        texts.append("\n".join(parts))
    return texts


def charts(content):
    """Charts of a presentation: [(slide, {series: values})]."""
    found = []
    for number, slide in enumerate(pptx.Presentation(io.BytesIO(content)).slides, 1):
        found += [(number, {one.name: list(one.values) for one in shape.chart.plots[0].series}) for shape in slide.shapes if shape.has_chart]
    return found


def pdf_pages(path):
    """[text of each page]."""
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def pdf_fonts(path):
    return subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout


def ink_at_edges(path, folder, border=6):
    """Dark pixels within `border` pixels of the pages' edges at 50 dpi: text that runs out of its page ends there."""
    from PIL import Image

    subprocess.run(["pdftoppm", "-r", "50", "-gray", str(path), str(folder / "page")], check=True)
    dark = 0
    for page in sorted(folder.glob("page*")):
        picture = Image.open(page).convert("L")
        width, height = picture.size
        inner = picture.crop((border, border, width - border, height - border))
        dark += sum(picture.point(lambda value: value < 160 and 255).histogram()[255:]) - sum(inner.point(lambda value: value < 160 and 255).histogram()[255:])
    return dark
