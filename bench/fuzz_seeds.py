"""Good files of every kind, with all that their readers look at: fuzzing changes them."""

import io
from datetime import date
from functools import cache

from bench.pdf import pdf_of

LINES = ["来期の計画を書きます。", "GPUは12台、費用は3億円、2019年から増えました。"]
HTML = f"""<html><head><title>題</title></head><body><nav>戻る</nav><h1>{LINES[0]}</h1><p style="display: none">隠す</p><p>{LINES[1]}<br>続き<!-- 注 --></p>
<table><caption>表1</caption><tr><th>品目</th><th>数</th></tr><tr><td>GPU<table><tr><td>内側</td></tr></table></td><td>12</td></tr><tr></tr></table><ul><li>一つ</ul></body></html>"""
MARKDOWN = f"# 題\n\n## 1. 計画\n\n- {LINES[1]}\n> **引用**の[文](https://x)\n\n| 品目 | 数 |\n|---|---|\n| GPU | 12 | 余り |\n\n```\n{LINES[0]}\n```\n"
TABLE = f"品目,数,備考\n{LINES[0]},12,\"改行\nあり\"\nGPU,3,,余り\n"


@cache
def seed_of(kind: str) -> bytes:
    """A good file of a kind."""
    made = {
        "docx": word_file, "xlsx": workbook, "pptx": slides, "html": HTML.encode, "csv": TABLE.encode, "md": MARKDOWN.encode,
        "pdf": lambda: pdf_of([["社外秘 2021年度", f"{number}. 計画", *LINES, f"- {number} -"] for number in range(1, 6)]),
        "txt": lambda: f"1. 計画\n{LINES[0]}\n\f2. 費用\n{LINES[1]}\n・一つ\n".encode(),
    }  # fmt: skip
    return made[kind]()


def saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def word_file() -> bytes:
    """Headings by style and by outline level, a list, a page break, a table."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = Document()
    made.core_properties.title = "題"
    made.add_heading(LINES[0], 1)
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    made.add_paragraph("費用")._p.get_or_add_pPr().append(level)
    made.add_paragraph(LINES[1], style="List Bullet")
    made.add_page_break()
    table = made.add_table(rows=2, cols=2)
    for at, text in enumerate(("品目", "数", "GPU", "12")):
        table.cell(at // 2, at % 2).text = text
    return saved(made)


def workbook() -> bytes:
    """Two sheets: amounts, percentages, dates and truths in their formats."""
    from openpyxl import Workbook

    made = Workbook()
    made.properties.title = "題"
    sheet = made.active
    for row in (["品目", "費用", "割合", "日", "済"], ["GPU", 1234567.5, 0.362, date(2021, 4, 1), True], [LINES[0], 3, 1, date(2022, 4, 1), False]):
        sheet.append(row)
    for row in ("2", "3"):
        sheet[f"B{row}"].number_format, sheet[f"C{row}"].number_format = "#,##0.0;[Red]-#,##0.0", "0.0%"
    made.create_sheet("二").append(["注", LINES[1]])
    return saved(made)


def slides() -> bytes:
    """A title, a text, a table, a group and notes."""
    from pptx import Presentation
    from pptx.util import Cm

    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = LINES[0]
    slide.shapes.add_textbox(Cm(1), Cm(5), Cm(9), Cm(2)).text_frame.text = LINES[1]
    table = slide.shapes.add_table(2, 2, Cm(1), Cm(8), Cm(9), Cm(3)).table
    for at, text in enumerate(("品目", "数", "GPU", "12")):
        table.cell(at // 2, at % 2).text = text
    slide.shapes.add_group_shape().shapes.add_textbox(Cm(1), Cm(12), Cm(9), Cm(2)).text_frame.text = "群れの中"
    slide.notes_slide.notes_text_frame.text = "話すこと"
    return saved(made)
