"""Any chat answer → Word, PowerPoint or Excel: the question, the answer, its chart and its sources."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import prompts
from assistant.export.archive import settled
from assistant.export.pdf import to_pdf
from assistant.export.text import cell_text, clean, file_name, one_line
from assistant.export.text import say as common
from assistant.models import Answer

KINDS = {"word": "docx", "powerpoint": "pptx", "excel": "xlsx"}
HEADING = re.compile(r"^\*\*([^*]{1,40})\*\*(?:[\u3000 ]+(.*))?(?:【\d+】)*$")
BULLET = re.compile(r"^(?:[-*]|\d+\.)\s+")
RULE = re.compile(r"^\|[\s:|-]+\|$")
LINES_ON_A_SLIDE, LINE_LENGTH = 11, 52


@dataclass
class Block:
    """One section of an answer: heading, lines (bullets keep 「・」), and tables (first row the head)."""

    heading: str
    lines: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)


def export_answer(answer: Answer, kind: str, pdf: bool = False) -> tuple[bytes, str]:
    """(content, file name). `kind`: word, powerpoint or excel. Raises ValueError for another kind, ExportError (pdf) without LibreOffice."""
    if kind not in KINDS:
        raise ValueError(f"unknown document {kind!r}; known: {', '.join(KINDS)}")
    makers = {"word": word, "powerpoint": powerpoint, "excel": excel}
    content, extension = makers[kind](answer), KINDS[kind]
    name = one_line(answer.question, 24)
    if pdf:
        return to_pdf(content, extension), file_name(common("answer"), name, extension="pdf")
    return content, file_name(common("answer"), name, extension=extension)


def blocks(text: str) -> list[Block]:
    """The answer's Markdown as sections."""
    found = [Block("")]
    for line in text.split("\n"):
        stripped = line.strip()
        if match := HEADING.match(stripped):
            found.append(Block(match[1], [plain(match[2])] if match[2] else []))
        elif stripped.startswith("|"):
            add_row(found[-1], stripped)
        elif stripped:
            mark = "・" if BULLET.match(stripped) else ""
            found[-1].lines.append(mark + plain(BULLET.sub("", stripped)))
    return [block for block in found if block.lines or block.tables]


def add_row(block: Block, line: str) -> None:
    """A row joins the table above it; a rule only separates the head."""
    if RULE.match(line):
        return
    cells = [plain(cell) for cell in line.strip("|").split("|")]
    if block.tables and len(block.tables[-1][0]) == len(cells):
        block.tables[-1].append(cells)
    else:
        block.tables.append([cells])


def plain(text: str) -> str:
    """Without emphasis and signs of headings."""
    return clean(re.sub(r"\*\*(.+?)\*\*", r"\1", re.sub(r"^#+\s*", "", text)))


def sources_heading() -> str:
    return prompts.render("answers/layout", "sources").strip("*")


def source_text(answer: Answer) -> str:
    """The footer: where the figures come from, else the titles cited."""
    titles = [figure.source.citation for figure in answer.figures] or [citation.title for citation in answer.citations]
    return common("source_line", source=one_line("、".join(dict.fromkeys(titles)) or common("product"), 100))


def chart_of(answer: Answer) -> tuple[str, Sequence[str], dict[str, list], str, str] | None:
    """(kind, labels, series, title with unit, number format) of the answer's chart; a scale of its own for each kind of unit."""
    chart = answer.chart
    if not chart or not chart["series"]:
        return None
    values = [value for one in chart["series"] for value in one["values"] if value is not None]
    if not values:
        return None
    kind = "line" if chart["kind"] == "line" else "bar"
    number_format = "0.0" if any(not float(value).is_integer() for value in values) else "#,##0"
    return kind, chart["x"], {one["name"]: one["values"] for one in chart["series"]}, f"{chart['title']}（{chart['unit']}）", number_format


def word(answer: Answer) -> bytes:
    from assistant.export.word import Paper

    paper = Paper(one_line(answer.question), source_text(answer), size=10.5)
    paper.title(one_line(answer.question, 80), size=14)
    for block in blocks(answer.answer):
        if block.heading == sources_heading():
            add_chart(paper, answer)
        if block.heading:
            paper.heading(block.heading)
        for line in block.lines:
            paper.bullets([line[1:]]) if line.startswith("・") else paper.paragraph(line)
        for table in block.tables:
            paper.table(table[1:], [max(len(row[column]) for row in table) + 2 for column in range(len(table[0]))], table[0], numbers=True)
    if not any(block.heading == sources_heading() for block in blocks(answer.answer)):
        add_chart(paper, answer)
    return paper.content()


def add_chart(paper, answer: Answer) -> None:
    if drawn := chart_of(answer):
        kind, labels, series, title, number_format = drawn
        paper.chart(kind, labels, series, title, height=75, number_format=number_format)
        if answer.chart.get("note"):
            paper.paragraph(answer.chart["note"], size=8.5)


def powerpoint(answer: Answer) -> bytes:
    """The conclusion as the first title with what follows from it, the chart and the tables on slides of their own, the sources last."""
    from assistant.export.slides import EDGE, WIDTH, Deck

    deck, source, found = Deck(one_line(answer.question)), source_text(answer), blocks(answer.answer)
    own = [block for block in found if block.heading != sources_heading()]
    lines = [line for block in own for line in ([f"【{block.heading}】"] if block.heading and block.lines else []) + block.lines]
    for place, page in enumerate(pages(lines)):
        slide = deck.slide(message(own) if place == 0 else one_line(answer.question, 46), source)
        deck.text(slide, page, (EDGE, 1.4, WIDTH - 2 * EDGE, 5.3), 16)
    add_chart_slide(deck, answer, source)
    for block in own:
        for table in block.tables:
            widths = [max(len(row[column]) for row in table) + 2 for column in range(len(table[0]))]
            for rows in sliced(table[1:], LINES_ON_A_SLIDE):
                slide = deck.slide(f"{block.heading or common('tables')}：{one_line(answer.question, 40)}", source)
                deck.table(slide, rows, table[0], widths, (EDGE, 1.4, WIDTH - 2 * EDGE), 11, numbers=True)
    for page in pages([line for block in found if block.heading == sources_heading() for line in block.lines]):
        deck.text(deck.slide(sources_heading(), source), page, (EDGE, 1.4, WIDTH - 2 * EDGE, 5.3), 12)
    return deck.content()


def message(found: list[Block]) -> str:
    """The first sentence of the answer without its marks."""
    first = next((line for block in found for line in block.lines), "")
    return one_line(re.sub(r"【\d+】", "", first).partition("。")[0], 60)


def add_chart_slide(deck, answer: Answer, source: str) -> None:
    from assistant.export.slides import EDGE, GREY, WIDTH

    if drawn := chart_of(answer):
        kind, labels, series, title, number_format = drawn
        slide = deck.slide(title, source)
        deck.chart(slide, kind, labels, series, "", (EDGE, 1.3, WIDTH - 2 * EDGE, 5.2), number_format)
        if answer.chart.get("note"):
            deck.text(slide, [answer.chart["note"]], (EDGE, 6.6, WIDTH - 2 * EDGE, 0.4), 10, colour=GREY)


def pages(lines: list[str]) -> list[list[str]]:
    """Lines cut into what a slide holds, longer lines counting for more."""
    found, room = [], 0
    for line in lines:
        need = -(-len(line) // LINE_LENGTH)
        if not found or room < need:
            found.append([])
            room = LINES_ON_A_SLIDE
        found[-1].append(line)
        room -= need
    return found


def sliced(rows: list, size: int) -> list[list]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def excel(answer: Answer) -> bytes:
    """Sheets: the answer as text, its figures unrounded, the chart with its data, the sources."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.formats[0].set_font_name("Yu Gothic")
    bold, wrap = (book.add_format({"font_name": "Yu Gothic", **style}) for style in ({"bold": True, "bg_color": "#E8EEF4"}, {"text_wrap": True, "valign": "top"}))
    sheet = book.add_worksheet(common("answer"))
    sheet.set_column(0, 0, 110)
    sheet.write_string(0, 0, cell_text(answer.question), bold)
    row = 2
    for block in blocks(answer.answer):
        sheet.write_string(row, 0, cell_text(block.heading), bold)
        for line in block.lines:
            row += 1
            sheet.write_string(row, 0, cell_text(line), wrap)
        row += 2
    tables = [table for block in blocks(answer.answer) for table in block.tables]
    if tables:
        write_rows(book.add_worksheet(common("tables")), [row for table in tables for row in (*table, [])], bold)
    if answer.figures:
        heads = [common(f"figure_{name}") for name in ("label", "value", "unit", "period", "low", "high", "n", "source")]
        rows = [[f.label_ja, f.value, f.unit, f.period, f.low, f.high, f.n, f.source.citation] for f in answer.figures]
        write_rows(book.add_worksheet(common("figures")), [heads, *rows], bold)
    if drawn := chart_of(answer):
        write_chart(book, drawn, bold)
    heads = [common(f"citation_{name}") for name in ("n", "title", "locator", "url", "quote")]
    write_rows(book.add_worksheet(common("sources")), [heads, *([c.n, c.title, c.locator, c.url, c.quote] for c in answer.citations)], bold)
    book.close()
    return settled(stream.getvalue())


def write_rows(sheet, rows: list[list], head) -> None:
    """Text as text, numbers as numbers, what is missing left empty."""
    sheet.set_column(0, 8, 22)
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                sheet.write_number(place, column, value)
            elif value is not None:
                sheet.write_string(place, column, cell_text(str(value)), *([head] if place == 0 else []))


def write_chart(book, drawn, bold) -> None:
    kind, labels, series, title, number_format = drawn
    sheet = book.add_worksheet(common("chart"))
    write_rows(sheet, [["", *series], *([label, *(values[place] for values in series.values())] for place, label in enumerate(labels))], bold)
    picture = book.add_chart({"type": "line" if kind == "line" else "bar"})
    for column, name in enumerate(series, 1):
        picture.add_series({"name": name, "categories": [sheet.name, 1, 0, len(labels), 0], "values": [sheet.name, 1, column, len(labels), column], "marker": {"type": "circle", "size": 4} if kind == "line" else {}})
    picture.set_title({"name": title, "name_font": {"size": 12}})
    picture.set_legend({"position": "bottom"} if len(series) > 1 else {"none": True})
    picture.set_y_axis({"num_format": number_format} if kind == "line" else {"reverse": True, "label_position": "low"})
    sheet.insert_chart(1, len(series) + 2, picture, {"x_scale": 1.5, "y_scale": 1.3})
