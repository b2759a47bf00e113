"""Each kind of file is read with its headings, tables, pages and exact values."""

import datetime

import pytest
from document_files import part_of, pdf_of, saved, with_part, written
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from index.documents.errors import DocumentRefused
from index.documents.limits import Limits
from index.documents.worker import read

BODY = "当社の売上高は12億円で、前の期に比べて8.2%増えました。営業利益率は5.1%"


@pytest.fixture
def reading(tmp_path):
    """(kind, bytes) → {"title", "pages", "pieces"}."""
    return lambda kind, data: read(kind, str(written(tmp_path, f"file.{kind}", data)), Limits())


def texts(result):
    return [piece["text"] for piece in result["pieces"]]


def test_pdf_rejoins_lines_and_keeps_pages(reading):
    result = reading("pdf", pdf_of([["第1章 概要", BODY, "でした。次の文です。"], ["二枚目の文章です。"]]))
    assert [(p["page"], p["label"], p["heading"], p["text"]) for p in result["pieces"]] == [
        (1, "1ページ", "第1章 概要", BODY + "でした。次の文です。"), (2, "2ページ", "第1章 概要", "二枚目の文章です。"),
    ]  # fmt: skip
    assert [page["label"] for page in result["pages"]] == ["1ページ", "2ページ"]


def test_a_sentence_that_runs_on_to_the_next_page_stays_whole(reading):
    result = reading("pdf", pdf_of([["はじめの文です。", BODY], ["でした。二枚目です。"]]))
    assert (1, "はじめの文です。" + BODY + "でした。二枚目です。") in [(p["page"], p["text"]) for p in result["pieces"]]


def test_running_heads_and_page_numbers_are_no_text(reading):
    pages = [["株式会社サンプル　中期計画", f"{n}番目の頁の文章です。{BODY}でした。", f"- {n} -"] for n in range(1, 7)]
    found = "".join(texts(reading("pdf", pdf_of(pages))))
    assert "中期計画" not in found and "- 3 -" not in found and all(f"{n}番目の頁の文章です。" in found for n in range(1, 7))


def test_a_sentence_that_every_page_repeats_is_text(reading):
    assert "すべての頁にある文です。" in "".join(texts(reading("pdf", pdf_of([["すべての頁にある文です。", f"- {n} -"] for n in range(6)]))))


def test_a_scan_is_refused_with_the_reason(reading):
    with pytest.raises(DocumentRefused) as caught:
        reading("pdf", pdf_of([["3"], ["4"]]))
    assert caught.value.reason == "scanned" and "OCR" in caught.value.japanese


def test_word(reading):
    document = Document()
    document.core_properties.title = "中期計画"
    document.add_heading("市場", 1)
    document.add_heading("国内", 2)
    document.add_paragraph("国内の売上は増えました。").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("二頁目です。")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("項目", "2024年度", "売上高", "12億円"), strict=True):
        cell.text = text
    result = reading("docx", saved(document))
    assert result["title"] == "中期計画"
    assert [(p["page"], p["heading"], p["text"]) for p in result["pieces"]] == [
        (1, "市場 ＞ 国内", "国内の売上は増えました。"), (2, "市場 ＞ 国内", "二頁目です。"), (2, "市場 ＞ 国内", "項目: 売上高、2024年度: 12億円"),
    ]  # fmt: skip


def test_word_keeps_inserted_and_drops_deleted_text_and_readings(reading):
    document = Document()
    paragraph = document.add_paragraph("売上は")
    for xml in ('<w:ins {0} w:id="1" w:author="a"><w:r><w:t>増えました。</w:t></w:r></w:ins>',
                '<w:moveFrom {0} w:id="3" w:author="a"><w:r><w:t>移す前の文です。</w:t></w:r></w:moveFrom>',
                '<w:del {0} w:id="2" w:author="a"><w:r><w:delText>減りました。</w:delText></w:r></w:del>',
                '<w:r {0}><w:ruby><w:rubyPr/><w:rt><w:r><w:t>がいきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>概況</w:t></w:r></w:rubyBase></w:ruby></w:r>'):  # fmt: skip
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    assert texts(reading("docx", saved(document))) == ["売上は増えました。概況"]


def test_word_ignores_macros(reading):
    data = saved_with_text("マクロのある文書です。")
    assert texts(reading("docx", with_part(data, "word/vbaProject.bin", b"\xd0\xcf\x11\xe0macro"))) == ["マクロのある文書です。"]


def saved_with_text(text):
    document = Document()
    document.add_paragraph(text)
    return saved(document)


def test_powerpoint(reading):
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "業績の概要"
    slide.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1)).text_frame.text = "売上は12億円です。"
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    for at, text in enumerate(("項目", "金額", "利益", "6,000万円")):
        table.cell(at // 2, at % 2).text = text
    slide.notes_slide.notes_text_frame.text = "口頭で補足します。"
    group = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_group_shape()
    group.shapes.add_textbox(0, 0, 100, 100).text_frame.text = "まとまりの中の文です。"
    result = reading("pptx", saved(deck))
    assert [(p["label"], p["heading"], p["text"]) for p in result["pieces"]] == [
        ("スライド1", "業績の概要", "売上は12億円です。"), ("スライド1", "業績の概要", "項目: 利益、金額: 6,000万円"), ("スライド1", "業績の概要", "口頭で補足します。"),
        ("スライド2", "業績の概要", "まとまりの中の文です。"),
    ]  # fmt: skip
    assert result["title"] == "業績の概要" and len(result["pages"]) == 2


def test_excel_shows_values_as_their_cells_do(reading):
    book = Workbook()
    sheet = book.active
    sheet.title = "業績"
    sheet.append(["項目", "金額", "比率", "日付", "係数"])
    sheet.append(["売上高", 1234567, 0.0823, datetime.date(2024, 3, 31), 0.1 + 0.2])
    for column, form in (("B", "#,##0"), ("C", "0.0%")):
        sheet[f"{column}2"].number_format = form
    book.create_sheet("空")
    result = reading("xlsx", saved(book))
    assert texts(result) == ["項目: 売上高、金額: 1,234,567、比率: 8.2%、日付: 2024年3月31日、係数: 0.3"]
    assert [(p["label"], p["heading"]) for p in result["pieces"]] == [("シート「業績」", "業績")]
    assert [page["label"] for page in result["pages"]] == ["シート「業績」", "シート「空」"]


def test_excel_without_results_of_its_formulas_is_refused(reading):
    book = Workbook()
    book.active["A1"] = "=1+1"
    with pytest.raises(DocumentRefused) as caught:
        reading("xlsx", saved(book))
    assert caught.value.reason == "uncalculated"


def test_excel_that_claims_a_million_rows_is_read_by_what_it_holds(reading):
    book = Workbook()
    book.active.append(["品目", "数量"])
    book.active.append(["部品", 3])
    data = saved(book)
    sheet = part_of(data, "xl/worksheets/sheet1.xml").replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert texts(reading("xlsx", with_part(data, "xl/worksheets/sheet1.xml", sheet))) == ["品目: 部品、数量: 3"]


def test_markdown(reading):
    result = reading("md", "# 計画\n\n概要の**太い**文です。\n続きの[文](http://a)です。\n\n## 数字\n\n| 項目 | 値 |\n|---|---:|\n| 売上 | 12億円 |\n\n- 一つ目\n- 二つ目\n")
    assert result["title"] == "計画"
    assert [(p["heading"], p["text"]) for p in result["pieces"]] == [
        ("計画", "概要の太い文です。続きの文です。"), ("計画 ＞ 数字", "項目: 売上、値: 12億円"), ("計画 ＞ 数字", "- 一つ目\n- 二つ目"),
    ]  # fmt: skip


@pytest.mark.parametrize("charset", ["utf-8", "cp932", "euc_jp", "utf-16"])
def test_html_in_any_character_set(reading, charset):
    page = (
        f"<html><head><meta charset={charset}><title>概要</title><script>var 秘密;</script></head><body><nav>案内</nav><h1>業績</h1><p>売上は<b>12</b>億円です。<br>次の行です。"
        "<p style='display: none'>隠した文です。</p><table><tr><th>項目</th><th>値</th></tr><tr><td>利益</td><td>1億円</td></tr></table>末尾です。</body></html>"
    )
    result = reading("html", page.encode(charset))
    assert result["title"] == "概要"
    assert [p["text"] for p in result["pieces"]] == ["売上は12億円です。次の行です。", "項目: 利益、値: 1億円", "末尾です。"]


def test_html_may_nest_deep_but_is_never_read_in_part(reading):
    assert texts(reading("html", "<div>" * 1500 + "底の文です。")) == ["底の文です。"]
    with pytest.raises(DocumentRefused) as caught:
        reading("html", "<p>はじめの文です。</p>" + "<div>" * 5000 + "底の文です。")
    assert caught.value.reason == "broken"


def test_csv_rows_in_cp932(reading):
    assert texts(reading("csv", "品目,数量\r\n\"部品,A\",3\r\n".encode("cp932"))) == ["品目: 部品,A、数量: 3"]
    assert texts(reading("csv", "品目\t数量\n部品\t3\n".encode("utf-16"))) == ["品目: 部品、数量: 3"]


def test_a_text_file_with_form_feeds_has_pages(reading):
    assert [(p["label"], p["text"]) for p in reading("txt", "一頁目です。\f二頁目です。")["pieces"]] == [("1ページ", "一頁目です。"), ("2ページ", "二頁目です。")]


def test_nothing_but_blanks_is_refused(reading):
    for kind, data in (("txt", " \n\n　"), ("md", "---\n"), ("docx", saved(Document())), ("html", "<p></p>")):
        with pytest.raises(DocumentRefused) as caught:
            reading(kind, data)
        assert caught.value.reason == "no_text", kind


