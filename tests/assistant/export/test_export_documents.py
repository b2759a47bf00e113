"""Word and PowerPoint documents: the figures are the engine's, every section is there, pages hold what is on them."""

import io
import re
import shutil
import zipfile

import docx
import pytest
from office_text import charts, ink_at_edges, pdf_fonts, pdf_pages, slide_texts, word_text

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text
from analytics.roi.figures import break_even_text
from assistant.export import PLAN_KINDS, export_plan

STRATEGIES = ("prototype", "cloud", "joint", "prototype_joint", "blank", "buy_gpu")
OWN = {"initial_investment": "500万", "annual_benefit": "300万"}
SECTIONS = ("件名", "目的", "現状と課題", "内容", "効果", "費用", "代替案の比較", "リスクと対策", "撤退条件", "日程", "前提一覧", "決裁欄")


@pytest.fixture(scope="module")
def plan():
    kept = {}

    def evaluated(strategy):
        if strategy not in kept:
            kept[strategy] = evaluate(resolve(strategy, OWN if strategy == "blank" else None), 10_000)
        return kept[strategy]

    return evaluated


def main_numbers(evaluation):
    drawn = evaluation.monte_carlo
    amounts = [evaluation.results.ev_gates, drawn.p10, drawn.p50, drawn.p90, evaluation.results.npv]
    level = evaluation.break_even_of("annual_benefit")
    return [yen_text(abs(amount)) for amount in amounts] + ([yen_text(level)] if level is not None else [])


@pytest.mark.parametrize("kind", ["ringi", "brief", "onepager", "deck"])
def test_the_break_even_of_buying_a_machine_is_hours_of_use(plan, kind):
    evaluation = plan("buy_gpu")
    content, name = export_plan(evaluation, kind)
    text = word_text(content) if name.endswith(".docx") else "\n".join(slide_texts(content))
    assert f"損益分岐は{break_even_text(evaluation)}で" in text and "年間利用時間" in break_even_text(evaluation)


def test_the_labels_of_the_boxes_to_stamp_stay_with_the_boxes(plan):
    labels = docx.Document(io.BytesIO(export_plan(plan("joint"), "ringi")[0])).tables[-1].rows[0].cells
    assert [cell.paragraphs[0].paragraph_format.keep_with_next for cell in labels] == [True] * 4


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_approval_form_has_every_section_and_the_engines_figures(plan, strategy):
    evaluation = plan(strategy)
    content, name = export_plan(evaluation, "ringi", drafter="山田", department="生産技術部")
    text = word_text(content)
    headings = [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs if paragraph.style.name == "Heading 2"]
    assert headings == list(SECTIONS[1:]) and "件名" in text
    assert all(number in text for number in main_numbers(evaluation))
    assert "生産技術部　山田" in text and "出典：" in text and name.endswith(".docx")
    assert all(f"{status}" in text for status in {entry.status for entry in evaluation.settings.assumptions.values()} & {"仮置き"})


def test_costs_effects_and_alternatives_are_tables(plan):
    """Low, base and high of the costs; three alternatives beside this plan, evaluated on the same terms."""
    document = docx.Document(io.BytesIO(export_plan(plan("joint"), "ringi")[0]))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    costs = next(table for table in tables if table[0][:2] == ["項目", "低"])
    assert ["本番化費用", "1,000万円", "3,000万円", "8,000万円"] in costs
    others = next(table for table in tables if table[0][0] == "案")
    assert [row[0] for row in others[1:]] == ["本案：共同研究", "何もしない", "小規模プロトタイプ", "共有クラウド"]
    cloud = evaluate(resolve("cloud"), 10_000)
    assert others[4][1:3] == [yen_text(cloud.results.ev_gates), yen_text(cloud.monte_carlo.p50)]
    effects = next(table for table in tables if table[0][0] == "区分")
    swing = next(swing for swing in plan("joint").tornado if swing.assumption.key == "annual_benefit")
    assert effects[2][1:] == [yen_text(swing.at_low), yen_text(plan("joint").results.ev_gates), yen_text(swing.at_high)]


def test_common_terms_reach_the_alternatives():
    document = docx.Document(io.BytesIO(export_plan(resolve("joint", {"discount_rate": 3, "operation_years": 8}), "ringi")[0]))
    row = next(row for table in document.tables for row in table.rows if row.cells[0].text == "共有クラウド")
    assert row.cells[1].text == yen_text(evaluate(resolve("cloud", {"discount_rate": 3, "operation_years": 8})).results.ev_gates)


@pytest.mark.parametrize("strategy", ("prototype", "joint", "prototype_joint", "blank"))
def test_the_pack_has_five_messages_with_their_source(plan, strategy):
    evaluation = plan(strategy)
    content, _ = export_plan(evaluation, "deck")
    slides = slide_texts(content)
    assert len(slides) == 5 and all("出典：" in slide for slide in slides)
    titles = [slide.split("\n")[0] for slide in slides]
    assert all(title.endswith(("ます", "です", "ません")) for title in titles), "each title is a message"
    assert yen_text(abs(evaluation.results.ev_gates)) in titles[0]
    assert all(number in "\n".join(slides) for number in main_numbers(evaluation))


def test_slides_carry_native_charts_with_the_engines_numbers(plan):
    evaluation = plan("joint")
    found = charts(export_plan(evaluation, "deck")[0])
    assert [number for number, _ in found] == [2, 3, 4]
    assert found[0][1]["成功した場合"] == pytest.approx([row.cumulative / 1e4 for row in evaluation.cash_flows])
    assert found[0][1]["P50"] == pytest.approx([band.p50 / 1e4 for band in evaluation.monte_carlo.cumulative])
    assert found[1][1]["高いとき"] == pytest.approx([swing.at_high / 1e4 for swing in evaluation.tornado[:6]])
    assert found[2][1]["P90"][0] == pytest.approx(evaluation.monte_carlo.p90 / 1e4)
    assert len(charts(export_plan(evaluation, "onepager")[0])) == 1


def test_the_briefing_carries_a_native_chart(plan):
    archive = zipfile.ZipFile(io.BytesIO(export_plan(plan("joint"), "brief")[0]))
    xml = archive.read("word/charts/chart1.xml").decode()
    values = [float(value) for value in re.findall(r"<c:v>(-?[\d.]+)</c:v>", xml)]
    assert all(any(abs(value - row.cumulative / 1e4) < 1e-6 for value in values) for row in plan("joint").cash_flows)
    assert "externalData" not in xml and "chart1.xml" in archive.read("word/_rels/document.xml.rels").decode()


@pytest.mark.parametrize("kind", ("ringi", "brief"))
def test_japanese_fonts_are_named(plan, kind):
    archive = zipfile.ZipFile(io.BytesIO(export_plan(plan("cloud"), kind)[0]))
    body = archive.read("word/document.xml").decode()
    runs = re.findall(r"<w:r>.*?</w:r>", body, re.S)
    assert all('w:eastAsia="游ゴシック"' in run for run in runs if "<w:t" in run)


@pytest.mark.parametrize("kind", sorted(PLAN_KINDS))
def test_the_same_plan_gives_the_same_bytes(plan, kind):
    assert export_plan(plan("cloud"), kind) == export_plan(plan("cloud"), kind)


def test_text_of_the_user_cannot_break_a_document(plan):
    title = "件名\x00<w:t>&\ud800" + "長" * 200
    for kind in PLAN_KINDS:
        content, name = export_plan(plan("prototype"), kind, title=title, drafter="=1+1\x07", department="a" * 300)
        assert content[:2] == b"PK" and not re.search(r'[\\/:*?"<>|]', name)


def test_an_unknown_document_is_refused(plan):
    with pytest.raises(ValueError, match="unknown document"):
        export_plan(plan("prototype"), "poster")


# -- rendered by LibreOffice ----------------------------------------------------------------------------------------------

LIMITS = {"ringi": 3, "brief": 1, "onepager": 1, "deck": 5}


@pytest.fixture(scope="module")
def rendered(convert, plan):
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed: apt-get install poppler-utils")
    files = {}
    for strategy in ("prototype", "joint", "prototype_joint", "blank"):
        for kind in LIMITS:
            content, name = export_plan(plan(strategy), kind)
            files[f"{strategy}-{kind}.{name.rpartition('.')[2]}"] = content
    return convert(files, "pdf")


@pytest.mark.parametrize("kind", LIMITS)
@pytest.mark.parametrize("strategy", ("prototype", "joint", "prototype_joint", "blank"))
def test_pages_hold_what_is_on_them(rendered, plan, tmp_path, strategy, kind):
    path = rendered[f"{strategy}-{kind}"]
    pages = pdf_pages(path)
    assert 1 <= len(pages) <= LIMITS[kind]
    # The renderer sets a space between kanji and digits, and breaks lines where it likes.
    shown = re.sub(r"\s", "", "".join(pages))
    assert all(number in shown for number in main_numbers(plan(strategy))[:4])
    assert all("出典" in page for page in pages)
    assert "CJK" in pdf_fonts(path) and "\ufffd" not in shown and "□" not in shown
    assert ink_at_edges(path, tmp_path) == 0
