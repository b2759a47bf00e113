"""Chat answers as files, the command line, and what the chat offers."""

import io
from functools import lru_cache

import docx
import openpyxl
import pytest
from office_text import charts, slide_texts, word_text

from assistant.__main__ import main
from assistant.export import ExportError, export_answer, pdf
from assistant.export.answers import blocks
from assistant.models import Answer, Citation

QUESTIONS = ("AI会議の企業参加率の推移は?", "2021年に企業参加率が高い会議を5つ教えて", "投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか", "3つの戦略でどれが得?")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    from assistant import Assistant

    return lru_cache(Assistant.open(tmp_path_factory.mktemp("home")).ask)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_whole_in_every_format(ask, question):
    """Every line and table cell of the answer is read back, and so are its sources."""
    answer = ask(question)
    wanted = [line.lstrip("・") for block in blocks(answer.answer) for line in block.lines]
    cells = [cell for block in blocks(answer.answer) for table in block.tables for row in table for cell in row]
    word, slides = word_text(export_answer(answer, "word")[0]), "\n".join(slide_texts(export_answer(answer, "powerpoint")[0]))
    book = openpyxl.load_workbook(io.BytesIO(export_answer(answer, "excel")[0]))
    sheets = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None}
    for text in (*wanted, *cells):
        assert text in word and text in slides
        assert any(text in value for value in sheets), text
    tables = [table for block in blocks(answer.answer) for table in block.tables]
    assert len(docx.Document(io.BytesIO(export_answer(answer, "word")[0])).tables) == len(tables) == answer.answer.count("\n|---")
    assert all(citation.title in "".join(sheets) for citation in answer.citations)


def test_the_chart_is_native_and_unrounded(ask):
    answer = ask(QUESTIONS[0])
    (_, series), *_ = charts(export_answer(answer, "powerpoint")[0])
    assert series == {one["name"]: one["values"] for one in answer.chart["series"]}
    book = openpyxl.load_workbook(io.BytesIO(export_answer(answer, "excel")[0]))
    assert len(book["グラフ"]._charts) == 1
    assert [row[1].value for row in book["グラフ"].iter_rows(min_row=2)] == pytest.approx(answer.chart["series"][0]["values"], rel=1e-14)
    assert [row[1].value for row in book["数字"].iter_rows(min_row=2)] == pytest.approx([figure.value for figure in answer.figures], rel=1e-14)


def test_missing_values_stay_missing():
    chart = {"kind": "line", "title": "t", "unit": "%", "x": ["2020年", "2021年"], "series": [{"name": "a", "values": [None, 1.5], "ids": []}], "source": "", "note": "注"}
    answer = Answer("q", "q", "trend", "answered", "**結論**\nあ。", chart=chart)
    assert charts(export_answer(answer, "powerpoint")[0])[0][1] == {"a": [None, 1.5]}
    book = openpyxl.load_workbook(io.BytesIO(export_answer(answer, "excel")[0]))
    assert book["グラフ"]["B2"].value is None and book["グラフ"]["B3"].value == 1.5
    assert "注" in word_text(export_answer(answer, "word")[0])


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-2+3", "@x", "＝1"])
def test_what_a_question_or_a_citation_could_run_is_neutralised(text):
    citation = Citation(1, "document", "d", text, text, text, text)
    answer = Answer(text, text, "paper", "answered", f"**結論**\n{text}【1】。", citations=(citation,))
    book = openpyxl.load_workbook(io.BytesIO(export_answer(answer, "excel")[0]))
    values = [(cell.data_type, cell.value) for sheet in book for row in sheet for cell in row if isinstance(cell.value, str)]
    assert values and all(kind == "s" and not value.startswith(("=", "+", "-", "@", "＝")) for kind, value in values)


def test_an_empty_or_plain_answer_is_written_too():
    for text in ("", "はい。", "**結論**"):
        answer = Answer("q", "q", "help", "answered", text)
        assert docx.Document(io.BytesIO(export_answer(answer, "word")[0])).paragraphs[0].text == "q"
        assert export_answer(answer, "powerpoint")[0] and export_answer(answer, "excel")[0]
    with pytest.raises(ValueError, match="unknown document"):
        export_answer(answer, "fax")


# -- command line -------------------------------------------------------------------------------------------------------


def test_the_command_writes_a_plan(tmp_path, capsys):
    assert main(["export", "excel", "--strategy", "joint", "--set", "annual_benefit=６，０００万", "--set", "discount_rate=5%", "--out", str(tmp_path)]) == 0
    path = tmp_path / "共同研究_計算書.xlsx"
    assert str(path) in capsys.readouterr().out
    rows = {row[9].value: row[1].value for row in openpyxl.load_workbook(path)["前提"].iter_rows(min_row=4)}
    assert (rows["annual_benefit"], rows["discount_rate"]) == (60_000_000, 0.05)


def test_the_command_writes_an_answer(tmp_path):
    path = tmp_path / "a.docx"
    assert main(["export", "answer", QUESTIONS[2], "--out", str(path)]) == 0
    assert "損益分岐は年間効果" in word_text(path.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["excel", "--strategy", "gamble"], 2, "「gamble」という戦略はありません"),
        (["excel", "--set", "labour=abc", "--set", "safety"], 2, "項目=値"),
        (["excel", "--set", "labour=abc"], 2, "数字として読めません"),
        (["excel", "--strategy", "blank"], 2, "初期投資（initial_investment）が入力されていません"),
        (["answer"], 2, "質問文が必要"),
        (["answer", "明日の天気は?"], 3, "文書は作りませんでした"),
    ],
)
def test_what_the_command_cannot_do_is_said(arguments, code, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["export", *arguments]) == code
    captured = capsys.readouterr()
    assert words in captured.err and not captured.out and not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_said(capsys, tmp_path):
    assert main(["export", "excel", "--out", str(tmp_path / "missing" / "a.xlsx")]) == 2
    assert "保存できません" in capsys.readouterr().err


def test_pdf_without_libreoffice_is_said(monkeypatch, capsys):
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    with pytest.raises(ExportError):
        pdf.to_pdf(b"", "docx")
    assert main(["export", "brief", "--pdf"]) == 1
    assert "LibreOffice" in capsys.readouterr().err


def test_pdf_through_libreoffice(convert, tmp_path):
    assert main(["export", "brief", "--pdf", "--out", str(tmp_path / "b.pdf")]) == 0
    assert (tmp_path / "b.pdf").read_bytes()[:5] == b"%PDF-"


# -- in the chat --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "document", "strategy"),
    [
        ("共同研究案の稟議書のひな形をください", "ringi", "joint"), ("共有クラウドの説明資料をパワポで", "deck", "cloud"), ("プロトタイプの計算書をエクセルで", "excel", "prototype"),
        ("稟議書のテンプレートはありますか", "ringi", "prototype"), ("共同研究の一枚ものの資料を作って", "onepager", "joint"),
    ],
)  # fmt: skip
def test_a_document_is_offered(ask, question, document, strategy):
    answer = ask(question)
    assert (answer.intent, answer.outcome, answer.verdict.ok) == ("document", "answered", True)
    assert (answer.actions[0]["kind"], answer.actions[0]["document"], answer.actions[0]["strategy"]) == ("export", document, strategy)
    assert "python -m" not in answer.answer and "--set" not in answer.answer  # the command is told in the documentation
    assert answer.to_dict()["actions"] == list(answer.actions) and "損益分岐" in answer.answer


def test_other_documents_are_refused(ask):
    assert ask("議事録を作って").outcome == "not_in_data"


def test_the_document_offered_is_of_the_plan_that_was_asked_about(tmp_path):
    from assistant import Assistant

    assistant = Assistant.open(tmp_path / "home")
    assistant.ask("初期投資500万、年間効果300万、5年、8%でNPVは?", session="document")
    answer = assistant.ask("これを稟議書にして", session="document")
    offered = answer.actions[0]
    settings = [part for key, value in offered["changes"].items() for part in ("--set", f"{key}={('no', 'yes')[value] if isinstance(value, bool) else value}")]
    assert main(["export", offered["document"], "--strategy", offered["strategy"], *settings, "--out", str(tmp_path / "r.docx")]) == 0
    assert "698万円のプラス" in word_text((tmp_path / "r.docx").read_bytes())
