"""What an evidence card holds and fetches: the figure's series, the passage in its text, the page of a PDF, and for whom."""

import io
import re
from dataclasses import replace
from html import unescape

import numpy as np
import pytest
from PIL import Image
from ui_samples import FIGURE, PASSAGE, cited

from analytics import Divide
from assistant.models import Citation
from assistant.ui.documents import OwnDocuments
from assistant.ui.evidence import card_html
from assistant.ui.figure_builder import Choice, build, choice_of
from assistant.ui.jobs import Jobs
from assistant.ui.page_picture import NoSuchPage, page_png
from assistant.ui.papers import PapersPage
from assistant.ui.surroundings import Surroundings, marked
from bench.pdf import pdf_of
from index.documents import Documents

OWNER = "browser-1"
TEXT = "当社は2027年までに外観検査へAIを導入します。費用の上限は年2,000万円です。人員は6名です。"


@pytest.fixture(scope="module")
def divide():
    return Divide.open()


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """Two pages; the second holds two sentences."""
    path = tmp_path_factory.mktemp("pdf") / "計画.pdf"
    path.write_bytes(pdf_of([["一枚目には何もありません。"], ["人員は6名です。", "費用の上限は年2,000万円です。"]]))
    return path


def test_a_figure_knows_the_choice_that_shows_its_series(divide):
    figure = divide.share(divide.measure("tier_share", venue="cvpr", tier="301-500"), (2021,))
    choice = choice_of(figure)
    assert (choice.metric, choice.place, choice.split) == ("tier_share", "venue:cvpr", "301-500")
    (row,) = build(divide, choice).rows
    assert [one.value for one in row if one.period == figure.period] == [figure.value]
    assert choice_of(replace(figure, metric="epoch_cost")) is None and choice_of(replace(figure, slice=figure.slice | {"check": "x"})) is None


def test_a_fractional_figure_keeps_its_way_of_counting(divide):
    figure = divide.share(divide.measure("firm_share", area="ai", variant="fractional"), (2021,))
    (row,) = build(divide, choice_of(figure)).rows
    assert row[-1].value == figure.value


def test_a_figure_s_card_fetches_its_series_and_has_an_address_of_its_own(divide):
    html = card_html(cited(FIGURE, 1), FIGURE)
    fetched = unescape(re.search(r'data-more="page/evidence/chart\?([^"]*)"', html)[1])
    assert Choice.read(dict(pair.split("=") for pair in fetched.split("&"))) == choice_of(FIGURE)
    assert 'href="?screen=figures&amp;q=firm_share.ai.2021"' in html and 'data-link="?screen=figures&amp;q=firm_share.ai.2021"' in html
    chart = Surroundings(divide, PapersPage(), None).chart(choice_of(FIGURE).parameters(), "")
    assert "企業参加率の推移" in chart and "data-figure" in chart


def test_a_passage_is_marked_in_the_part_of_the_summary_it_stands_in(divide):
    surroundings = Surroundings(divide, PapersPage(), None)
    paper = surroundings.papers.corpus.papers[0]
    claim = paper.claims[2]
    html = surroundings.passage({"id": f"{paper.id}#claim-{claim.number}", "quote": claim.text}, "")
    assert f"<mark>{claim.text}</mark>" in html and html.count("<p>") == len(paper.claims) and html.count("<mark>") == 1
    term = surroundings.papers.corpus.glossary[0]
    assert f"<mark>{term.definition}</mark>" in surroundings.passage({"id": f"glossary#{term.id}", "quote": term.definition}, "")
    assert surroundings.passage({"id": "nothing#claim-1", "quote": "x"}, "") == ""


@pytest.mark.parametrize(
    ("text", "quote", "wanted"),
    [("前。費用は\n2,000万円です。", "費用は2,000万円です。", "前。<mark>費用は\n2,000万円です。</mark>"), ("a*b*c", "a＊b＊c", "<mark>a*b*c</mark>"), ("<b>あ", "い", "&lt;b&gt;あ")],
)
def test_the_quote_is_found_whatever_its_spaces_and_signs(text, quote, wanted):
    assert marked(text, quote) == wanted


def test_the_page_is_drawn_with_the_quoted_sentence_marked(pdf, tmp_path):
    plain, lined = (np.asarray(Image.open(io.BytesIO(page_png(pdf, 2, quote))).convert("RGB")).astype(int) for quote in ("", "費用の上限は年２，０００万円です。"))
    rows = np.flatnonzero((plain[:, :, 2] - lined[:, :, 2] > 40).any(axis=1))
    scale = lined.shape[1] / 595  # pixels a point: the second line stands 60 + 18 points from the top
    assert plain.shape == lined.shape and len(rows) and (78 - 12) * scale < rows.min() and rows.max() < (78 + 5) * scale
    with pytest.raises(NoSuchPage):
        page_png(pdf, 3)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(NoSuchPage):
        page_png(tmp_path / "broken.pdf", 1)


def test_a_document_is_shown_to_its_owner_only(divide, tmp_path):
    documents = Documents.open(tmp_path)
    record = documents.add(TEXT.encode(), "計画.txt", owner=OWNER)
    surroundings = Surroundings(divide, PapersPage(), OwnDocuments(lambda: documents, lambda: "", Jobs()))
    asked = {"id": f"{record.id}#1", "quote": "費用の上限は年2,000万円です。"}
    assert "<mark>費用の上限は年2,000万円です。</mark>人員は6名です。" in surroundings.document(asked, OWNER)
    assert "2,000万円" not in surroundings.document(asked, "browser-2") and surroundings.document(asked, "") == ""


def test_only_a_pdf_s_page_is_fetched_as_a_picture():
    card = lambda name, locator: card_html(Citation(1, "document", "doc-a#1", f"社内資料『{name}』", locator, "", "文です。"), None)  # noqa: E731
    assert "page=3" in card("計画.PDF", "3ページ") and "page=" not in card("計画.docx", "3ページ") and "page=" not in card("計画.pdf", "本文")
    assert 'href="?screen=papers&amp;paper=paper-1"' in card_html(PASSAGE, None)
