"""Slides: a one-pager and a pack of five, each with a message as its title, a native chart or table, and its source."""

import io
import math
from collections.abc import Sequence

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from analytics.roi.amounts import plain_number
from assistant.export.archive import settled
from assistant.export.charts import TYPES, chart_data, style_space
from assistant.export.content import Content, gain, say
from assistant.export.text import FONT_JA, FONT_LATIN, clean
from assistant.export.text import say as common

WIDTH, HEIGHT, EDGE = 13.333, 7.5, 0.5
INK, GREY = RGBColor(0x1F, 0x3A, 0x5F), RGBColor(0x55, 0x55, 0x55)
TITLE_ONLY = 5


class Deck:
    """A 16:9 presentation being made; places and sizes in inches."""

    def __init__(self, title: str):
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
        self.deck.core_properties.title = clean(title)
        for master in self.deck.slide_masters:
            theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
            theme._blob = theme.blob.replace(b'<a:ea typeface=""/>', f'<a:ea typeface="{FONT_JA}"/>'.encode())

    def slide(self, title: str, source: str):
        """A slide with its message and its source."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[TITLE_ONLY])
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (Inches(part) for part in (EDGE, 0.3, WIDTH - 2 * EDGE, 0.9))
        shape.text_frame.word_wrap = True
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        self.write(shape.text_frame.paragraphs[0], title, 24, bold=True, colour=INK)
        self.text(slide, [source], (EDGE, HEIGHT - 0.45, WIDTH - 2 * EDGE, 0.35), 9, colour=GREY)
        return slide

    def write(self, paragraph, text: str, size: float, bold: bool = False, colour: RGBColor | None = None) -> None:
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = clean(text)
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT_LATIN
        if colour is not None:
            run.font.color.rgb = colour
        properties = run._r.get_or_add_rPr()
        east = properties.makeelement(qn("a:ea"), {"typeface": FONT_JA})
        properties.find(qn("a:latin")).addnext(east)

    def text(self, slide, lines: Sequence[str], box: tuple[float, float, float, float], size: float, colour: RGBColor | None = None, bullet: bool = False, bold: bool = False) -> None:
        frame = slide.shapes.add_textbox(*(Inches(part) for part in box)).text_frame
        frame.word_wrap = True
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(5 if bullet else 0)
            self.write(paragraph, f"・{line}" if bullet else line, size, bold, colour)

    def chart(self, slide, kind: str, labels, series, title: str, box: tuple[float, float, float, float], number_format: str = "#,##0") -> None:
        frame = slide.shapes.add_chart(TYPES[kind], *(Inches(part) for part in box), chart_data(labels, series, number_format))
        style_space(frame.chart._chartSpace, kind, len(series), title, number_format)
        frame.chart.font.size = Pt(11)

    def table(self, slide, rows: Sequence[Sequence[str]], head: Sequence[str], widths: Sequence[float], box: tuple[float, float, float], size: float = 11, numbers: bool = False) -> None:
        """`box`: left, top, width; rows grow with their text."""
        left, top, width = box
        frame = slide.shapes.add_table(len(rows) + 1, len(head), Inches(left), Inches(top), Inches(width), Inches(0.3 * (len(rows) + 1)))
        table = frame.table
        for column, share in enumerate(widths):
            table.columns[column].width = Inches(width * share / sum(widths))
        for place, line in enumerate([head, *rows]):
            table.rows[place].height = Inches(row_height(line, [width * share / sum(widths) for share in widths], size))
            for column, text in enumerate(line):
                cell = table.cell(place, column)
                cell.margin_top = cell.margin_bottom = Inches(0.03)
                cell.margin_left = cell.margin_right = Inches(0.07)
                cell.fill.solid()
                cell.fill.fore_color.rgb = RGBColor(0xE8, 0xEE, 0xF4) if place == 0 else RGBColor(0xFF, 0xFF, 0xFF)
                self.write(cell.text_frame.paragraphs[0], text, size, bold=place == 0, colour=INK if place == 0 else RGBColor(0x22, 0x22, 0x22))
                if numbers and column and place:
                    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT

    def content(self) -> bytes:
        stream = io.BytesIO()
        self.deck.save(stream)
        return settled(stream.getvalue())


def row_height(line: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Inches that the longest cell needs: full-width characters are as wide as the font is high, others about half."""
    lines = 1
    for text, width in zip(line, widths, strict=True):
        wide = sum(1.0 if ord(char) > 0x2000 else 0.6 for char in text) * size / 72
        lines = max(lines, math.ceil(wide / (width - 0.2)))
    return lines * size * 1.3 / 72 + 0.1


def heads(*names: str) -> tuple[str, ...]:
    return tuple(say(f"head_{name}") for name in names)


def onepager(content: Content) -> bytes:
    """One slide: message, three sentences, the comparison and the cumulative chart."""
    deck = Deck(content.subject)
    slide = deck.slide(value_title(content), content.source)
    deck.text(slide, [content.request], (EDGE, 1.25, WIDTH - 2 * EDGE, 0.6), 13, bold=True)
    deck.text(slide, content.conclusions[:3], (EDGE, 1.9, 6.2, 2.1), 13, bullet=True)
    deck.table(slide, content.alternatives(), heads("plan", "value", "median", "level", "first"), (34, 17, 17, 17, 17), (EDGE, 4.1, 6.2), 10, numbers=True)
    labels, series = content.cumulative()
    deck.chart(slide, "line", labels, series, say("chart_cumulative"), (6.9, 1.9, 5.95, 4.4))
    deck.text(slide, [common("status_note")], (EDGE, 6.6, WIDTH - 2 * EDGE, 0.4), 10, colour=GREY)
    return deck.content()


def pack(content: Content) -> bytes:
    """Five slides: decision, cash, what moves it, alternatives, gates."""
    deck = Deck(content.subject)
    first = deck.slide(value_title(content), content.source)
    deck.text(first, [content.request], (EDGE, 1.4, WIDTH - 2 * EDGE, 0.7), 16, bold=True)
    deck.text(first, [content.words["purpose"], *content.conclusions], (EDGE, 2.3, WIDTH - 2 * EDGE, 3.6), 16, bullet=True)
    deck.text(first, [common("status_note")], (EDGE, 6.5, WIDTH - 2 * EDGE, 0.4), 11, colour=GREY)
    second = deck.slide(flow_title(content), content.source)
    labels, series = content.cumulative()
    deck.chart(second, "line", labels, series, say("chart_cumulative"), (EDGE, 1.4, 7.6, 5.3))
    deck.table(second, content.main_costs(), heads("item", "low", "base", "high"), (42, 19, 19, 19), (8.3, 1.5, 4.55), 9.5, numbers=True)
    third = deck.slide(swing_title(content), content.source)
    if content.swings():
        labels, series = content.tornado()
        deck.chart(third, "bar", labels, series, say("chart_tornado"), (EDGE, 1.4, 8.1, 5.3))
    deck.text(third, [*content.conclusions[1:3], content.aid_free, common("status_note")], (8.8, 1.6, 4.05, 4.8), 13, bullet=True)
    fourth = deck.slide(say("slide_compare", name=content.best), content.source)
    labels, series = content.compared()
    deck.chart(fourth, "column", labels, series, say("chart_compare"), (EDGE, 1.3, WIDTH - 2 * EDGE, 3.1))
    deck.table(fourth, content.alternatives(), heads("plan", "value", "median", "level", "first"), (34, 17, 17, 17, 17), (EDGE, 4.6, WIDTH - 2 * EDGE), 12, numbers=True)
    fifth = deck.slide(say("slide_gates"), content.source)
    rows = content.gates() or [(say("exits"), line) for line in content.exits()]
    deck.table(fifth, rows, heads("gate", "criterion"), (22, 78), (EDGE, 1.35, WIDTH - 2 * EDGE), 13 if len(rows) <= 5 else 9.5)
    top = 4.9 if len(rows) <= 5 else 5.9
    deck.text(fifth, [*content.exits(), *(f"{risk}：{measure}" for risk, measure in content.risks()[: 2 if len(rows) <= 5 else 0])], (EDGE, top, WIDTH - 2 * EDGE, 1.8), 12, bullet=True)
    return deck.content()


def value_title(content: Content) -> str:
    return say("slide_value", name=content.name, value=gain(content.results.ev_gates))


def flow_title(content: Content) -> str:
    payback = content.results.payback.value
    return say("slide_flow_never") if payback is None else say("slide_flow", payback=f"{plain_number(payback, 1)}年")


def swing_title(content: Content) -> str:
    swings = content.swings()
    return say("slide_swings", name=swings[0].assumption.label_ja) if swings else say("slide_swings_none")
