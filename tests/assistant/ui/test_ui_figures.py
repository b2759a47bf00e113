"""The page 数字の早見: what it shows equals what analytics returns."""

import csv
import io
import json
import re
import time
from html import unescape

import pytest
from openpyxl import load_workbook

from analytics import Divide
from assistant.ui.downloads import csv_bytes, excel_bytes
from assistant.ui.figure_builder import Choice, build
from assistant.ui.figures import FiguresPage, view_html
from assistant.ui.pages import LONGEST_VALUE, cleaned

CPU_SECONDS = 0.1


@pytest.fixture(scope="module")
def divide():
    return Divide.open()


@pytest.fixture(scope="module")
def page(divide):
    return FiguresPage(divide)


def test_a_first_visit_compares_both_areas_over_the_main_years(divide):
    view = build(divide, Choice())
    wanted = [divide.series(divide.measure("firm_share", area=area), range(2007, 2022))[0] for area in ("ai", "non_ai")]
    assert [list(row) for row in view.rows] == wanted
    assert view.changes[0] == divide.change(divide.measure("firm_share", area="ai"), (2007,), (2021,))
    html = view_html(view)
    for figure in (wanted[0][-1], wanted[1][-1], view.changes[0]):
        assert figure.display in html
    assert wanted[0][-1].definition_ja in html and wanted[0][-1].source.citation in html


def test_two_tiers_are_compared_in_one_place(divide):
    view = build(divide, Choice(metric="tier_share", split="1-50", split2="301-500", place2="", place="venue:cvpr"))
    assert [row[-1].slice["tier"] for row in view.rows] == ["1-50", "301-500"]
    assert {row[-1].slice["venue"] for row in view.rows} == {"cvpr"}
    drawn = json.loads(unescape(re.search(r'data-figure="([^"]*)"', view_html(view))[1]))
    assert drawn["data"][1]["y"] == [figure.value for figure in view.rows[1]]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": "2021", "last": "2007"}, "はじめの年が終わりの年より後"),
        ({"first": "abc"}, "から選んでください"),
        ({"metric": "salary"}, "「salary」という指標はありません"),
        ({"place": "venue:zzz", "place2": ""}, "「zzz」という会議はありません"),
        ({"place": "x", "place2": ""}, "「x」という範囲はありません"),
        ({"metric": "citation_share", "variant": "fractional"}, "数え方を「基準」に戻す"),
        ({"place": "venue:nips", "place2": "", "first": "2020", "last": "2021"}, "NeurIPS"),
    ],
)
def test_what_cannot_be_shown_is_said(divide, changes, sentence):
    view = build(divide, Choice(**changes))
    assert view.rows == () and view.chart is None
    assert any(sentence in line for line in view.problems), view.problems
    assert 'role="alert"' in view_html(view)


def test_a_missing_year_is_a_gap_and_is_told(divide):
    view = build(divide, Choice(place="venue:iccv", place2=""))
    assert None in view.chart["series"][0]["values"]
    assert "ICCV" in view.problems[0]
    assert "データなし" in view_html(view)


def test_the_share_link_restores_every_setting():
    choice = Choice("tier_share", "field:vision", "2010", "2019", "51-100", "fractional", "", "500+")
    assert Choice.read(choice.parameters()) == choice
    assert Choice.read(Choice().parameters()) == Choice() and Choice().parameters() == {}


def test_search_finds_every_word_in_any_width_and_puts_the_area_first(page):
    found = page.finder.find("企業参加率　ＣＶＰＲ")
    assert found.figures[0].id == "firm_share.venue-cvpr.2021"
    assert all("CVPR" in figure.label_ja for figure in found.figures)
    assert page.finder.find("企業参加率").figures[0].id == "firm_share.ai.2021"


def test_search_understands_a_phrase_without_spaces(page):
    assert page.finder.find("AI会議の企業参加率2021").figures[0].id == "firm_share.ai.2021"
    assert page.finder.find("ぬるぽ").total == 0
    assert "ぬるぽ" in page.found("ぬるぽ") and 'role="status"' in page.found("ぬるぽ")


def test_a_figures_own_link_opens_its_card(page):
    html = page.found("firm_share.ai.2021")
    assert html.startswith('<details class="entry" open>') and html.count("<details") == 1


def test_the_groups_of_a_metric_can_be_chosen_and_others_have_none(page):
    assert 'name="split"' in page.whole({"metric": "country_share"})
    assert 'name="split"' not in page.whole({"metric": "firm_share"})


def test_answers_come_within_a_tenth_of_a_second(page):
    """Processor time, as the clock on the wall counts what other programs do."""
    page.found("温める")
    for parameters in (
        {"q": "企業 参加", "part": "found"},
        {"part": "view"},
        {"part": "view", "metric": "hhi"},
        {"part": "view", "metric": "institution_share"},
    ):
        page.part(parameters)
        begun = time.process_time()
        page.part(parameters)
        assert time.process_time() - begun < CPU_SECONDS, parameters


def test_what_is_typed_is_shown_as_text(page):
    html = page.whole({"q": "<script>alert(1)</script>", "metric": "<b>", "place": '"><b>'})
    assert "<script" not in html and "<b>" not in html


def test_csv_and_excel_hold_the_unrounded_values(divide):
    view = build(divide, Choice())
    records = list(csv.DictReader(io.StringIO(csv_bytes(view).decode("utf-8-sig"))))
    assert [float(record["値"]) for record in records] == [figure.value for figure in view.figures]
    assert records[0]["出典"] == view.figures[0].source.citation
    book = load_workbook(io.BytesIO(excel_bytes(view)))
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in rows] == pytest.approx(
        [figure.value for figure in view.figures], rel=1e-14
    )  # Excel keeps 15 to 16 digits
    assert [row[5] for row in rows] == [figure.n for figure in view.figures]
    about = {cell for row in book.worksheets[1].iter_rows(values_only=True) for cell in row}
    assert view.figures[0].definition_ja in about and view.figures[0].source.citation in about


def test_parameters_from_outside_are_short_texts():
    assert cleaned(["no", "mapping"]) == {}
    assert cleaned({"a": 1, "b": None, "c": "", "d": "x" * 9_999}) == {"d": "x" * LONGEST_VALUE}
    assert len(cleaned({str(number): "x" for number in range(9_999)})) < 200
