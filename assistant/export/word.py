"""Building blocks of Word documents: A4 page with a footer, headings, tables, and native charts."""

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from assistant.export.archive import settled
from assistant.export.charts import chart_xml
from assistant.export.text import FONT_JA, FONT_LATIN, clean

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
INK, SHADE = RGBColor(0x1F, 0x3A, 0x5F), "E8EEF4"
INLINE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="chart{id}" descr="{text}"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="{rel}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)  # fmt: skip


class Paper:
    """An A4 document being written. `size`: points of the body text."""

    def __init__(self, title: str, footer: str, size: float = 9.5, margin: float = 18):
        self.document, self.size, self.charts = Document(), size, 0
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(margin)
        section.top_margin = section.bottom_margin = Mm(15)
        section.footer_distance = Mm(8)
        style = self.document.styles["Normal"]
        style.font.size = Pt(size)
        named(style.element.get_or_add_rPr())
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.line_spacing = 1.05
        self.document.core_properties.title = clean(title)
        self.width = Mm(210 - 2 * margin)
        self.write(section.footer.paragraphs[0], footer, size=7.5, colour=RGBColor(0x55, 0x55, 0x55))

    def write(self, paragraph, text: str, size: float | None = None, bold: bool = False, colour: RGBColor | None = None):
        run = paragraph.add_run(clean(text))
        run.font.size, run.bold = Pt(size or self.size), bold
        if colour is not None:
            run.font.color.rgb = colour
        named(run._element.get_or_add_rPr())
        return paragraph

    def title(self, text: str, size: float = 16) -> None:
        paragraph = self.write(self.document.add_paragraph(style="Title"), text, size, bold=True, colour=INK)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(4)
        borders = paragraph._p.get_or_add_pPr().find(qn("w:pBdr"))
        if borders is not None:
            paragraph._p.pPr.remove(borders)

    def heading(self, text: str) -> None:
        paragraph = self.write(self.document.add_paragraph(style="Heading 2"), text, self.size + 1.5, bold=True, colour=INK)
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(5), Pt(1)
        paragraph.paragraph_format.keep_with_next = True

    def paragraph(self, text: str, bold: bool = False, size: float | None = None) -> None:
        self.write(self.document.add_paragraph(), text, size, bold)

    def bullets(self, lines: Iterable[str]) -> None:
        for line in lines:
            paragraph = self.write(self.document.add_paragraph(), f"・{clean(line)}")
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Pt(self.size), Pt(-self.size)
            paragraph.paragraph_format.space_after = Pt(0)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], head: Sequence[str] = (), numbers: bool = False, size: float | None = None) -> None:
        """`widths` are shares of the page; with `numbers` every column but the first is set right."""
        lines = [*([head] if head else []), *rows]
        table = self.document.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        for column, share in enumerate(widths):
            table.columns[column].width = int(self.width * share / sum(widths))
        for place, line in enumerate(lines):
            row = table.add_row()
            unbroken(row, head=bool(head) and place == 0)
            for column, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
                cell.width = int(self.width * widths[column] / sum(widths))
                paragraph = self.write(cell.paragraphs[0], text, size or self.size - 1, bold=bool(head) and place == 0)
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
                if numbers and column and (not head or place):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if (head and place == 0) or (not head and column == 0):
                    shade(cell)
        self.gap()

    def boxes(self, labels: Sequence[str], height: float = 16) -> None:
        """Empty boxes to stamp, under their labels."""
        table = self.document.add_table(rows=2, cols=len(labels), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.RIGHT, False
        for column in table.columns:
            column.width = Mm(25)
        for cell, label in zip(table.rows[0].cells, labels, strict=True):
            paragraph = self.write(cell.paragraphs[0], label, self.size - 1)
            paragraph.alignment, paragraph.paragraph_format.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True  # labels and boxes on one page
            cell.width = Mm(25)
            shade(cell)
        table.rows[1].height = Mm(height)
        for row in table.rows:
            unbroken(row, head=False)
            for cell in row.cells:
                cell.width = Mm(25)

    def gap(self) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(4)

    def chart(self, kind: str, labels: Sequence[str], series: dict[str, Sequence[float | None]], title: str, height: float = 60, number_format: str = "#,##0") -> None:
        """A native, editable chart over the width of the page; `height` in millimetres."""
        self.charts += 1
        package = self.document.part.package
        part = Part(PackURI(f"/word/charts/chart{self.charts}.xml"), CHART_TYPE, chart_xml(kind, labels, series, title, number_format), package)
        relation = self.document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        xml = INLINE.format(width=int(self.width), height=int(Mm(height)), id=self.charts, rel=relation, text=clean(title).replace("&", "").replace("<", "").replace('"', ""))
        self.document.add_paragraph().add_run()._r.append(parse_xml(xml))

    def content(self) -> bytes:
        stream = io.BytesIO()
        self.document.save(stream)
        return settled(stream.getvalue())


def named(properties) -> None:
    """Name the Japanese font, so that no program falls back to one without the characters."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in [name for name in fonts.attrib if "Theme" in name]:
        del fonts.attrib[name]
    for name, font in (("ascii", FONT_LATIN), ("hAnsi", FONT_LATIN), ("eastAsia", FONT_JA), ("cs", FONT_LATIN)):
        fonts.set(qn(f"w:{name}"), font)


def shade(cell) -> None:
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        fill.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(fill)


def unbroken(row, head: bool) -> None:
    """A row stays on one page; a head is repeated on the next."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
