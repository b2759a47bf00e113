"""PowerPoint: title, texts, tables and speaker's notes of every slide."""

from index.documents.errors import DocumentRefused
from index.documents.models import HEADING, TEXT, Block, Extracted, Page
from index.documents.readers.tables import table_blocks


def read_pptx(path, limits):
    """Raises DocumentRefused: too_many_pages, too_much_text."""
    from pptx import Presentation

    presentation = Presentation(path)
    count = len(presentation.slides)
    if count > limits.pages:
        raise DocumentRefused("too_many_pages", f"{count} slides", pages=f"{count:,}", limit=f"{limits.pages:,}")
    blocks, pages, characters = [], [], 0
    for number, slide in enumerate(presentation.slides, 1):
        found = slide_blocks(slide, number)
        characters += sum(len(block.text) for block in found)
        if characters > limits.characters:
            raise DocumentRefused("too_much_text", f"more than {limits.characters} characters", limit=f"{limits.characters:,}")
        blocks += found
        pages.append(Page(number, f"スライド{number}", "\n".join(block.text for block in found)))
    title = (presentation.core_properties.title or "").strip()
    if title in ("", "PowerPoint Presentation", "PowerPoint プレゼンテーション"):
        title = next((block.text for block in blocks if block.kind == HEADING), "")
    return Extracted(title, tuple(pages), tuple(blocks))


def slide_blocks(slide, number):
    """Blocks of one slide: its title first, then the shapes from the top down, then the notes."""
    title = slide.shapes.title
    blocks = [Block(HEADING, " ".join(title.text_frame.text.split()), number, 1)] if title is not None and title.text_frame.text.strip() else []
    shapes = [shape for shape in flattened(slide.shapes) if title is None or shape.shape_id != title.shape_id]
    for table, shape in enumerate(sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)), 1):
        if getattr(shape, "has_table", False) and shape.has_table:
            rows = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
            blocks += table_blocks(rows, number, number * 1000 + table)
        elif shape.has_text_frame:
            blocks += [Block(TEXT, text, number) for paragraph in shape.text_frame.paragraphs if (text := " ".join(paragraph.text.split()))]
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        blocks += [Block(TEXT, " ".join(line.split()), number) for line in slide.notes_slide.notes_text_frame.text.split("\n") if line.strip()]
    return blocks


def flattened(shapes):
    """Shapes, those inside groups included, without recursion."""
    waiting, found = list(shapes), []
    while waiting:
        shape = waiting.pop(0)
        if hasattr(shape, "shapes"):
            waiting[:0] = list(shape.shapes)
        else:
            found.append(shape)
    return found
