"""docs/tour.md as a new user goes it: from a clean start to an approval document, every step a click or an entry."""

import io
import time
from pathlib import Path

import docx
from driving import finished

from analytics.roi import evaluate, resolve
from analytics.roi.amounts import yen_text

TOUR = Path(__file__).resolve().parents[2] / "docs" / "tour.md"
MINUTES, SECONDS_A_CLICK = 3, 8  # a new user reads before each click
QUESTION = "うちのような中堅メーカーは何から始めるべき?"
PARTS = ("目的", "現状と課題", "内容", "効果", "費用", "代替案の比較", "リスクと対策", "撤退条件", "日程", "前提一覧", "決裁欄")


class Visitor:
    """Clicks as told, counting."""

    def __init__(self, page):
        self.page, self.steps, self.begun = page, 0, time.monotonic()

    def click(self, place, text=None):
        self.steps += 1
        self.page.locator(place, has_text=text).first.click()

    def enter(self, place, value):
        self.steps += 1
        self.page.fill(place, value)

    def seconds(self) -> float:
        """Until now, with the time to read."""
        return time.monotonic() - self.begun + SECONDS_A_CLICK * self.steps


def test_a_new_user_has_an_approval_document_within_three_minutes(open_page):
    page = open_page()
    visitor = Visitor(page)
    visitor.click(".welcome .ask", QUESTION)
    turn = finished(page, QUESTION)
    visitor.click("#current .answer .cite")
    assert page.locator("#evidence .card h3").inner_text()
    visitor.click("#evidence .close")
    visitor.click("#current .badge.verified")
    assert turn.locator(".verdict tbody tr").count() > 0
    visitor.click("nav.pages a[data-page=figures]")
    page.wait_for_selector("#page-figures .headline")
    assert page.locator("#page-figures .headline h4").all_inner_texts() == ["企業参加率（AI会議）", "企業参加率（AI以外の会議）"]
    visitor.click("nav.pages a[data-page=chat]")
    visitor.click("#current .chip", "稟議書へ")
    page.wait_for_selector("#page-roi .verdict-line")
    changes = {"annual_benefit": "2,000万円", "production_cost": "1,200万円"}
    for name, value in changes.items():
        visitor.enter(f"#page-roi [name={name}]", value)
    worth = yen_text(evaluate(resolve("prototype", changes)).results.ev_gates)
    page.wait_for_function("value => document.querySelector('#page-roi .verdict-line')?.textContent.includes(value)", arg=worth)
    with page.expect_download() as waiting:
        visitor.click("#page-roi .plans a", "稟議書（Word）")
    document = docx.Document(io.BytesIO(waiting.value.path().read_bytes()))
    assert visitor.seconds() < MINUTES * 60
    assert document.paragraphs[0].text == "稟議書"
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 2"] == list(PARTS)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert worth in cells and {"件名", "決裁事項", "2,000万円", "1,200万円"} <= set(cells)
    visitor.click("nav.pages a[data-page=phrases]")
    page.wait_for_selector("#page-phrases .phrase-answer li")
    page.select_option("#page-phrases [name=situation]", label="予算要求")
    page.locator("#page-phrases .phrase-answer h3", has_text="予算要求").wait_for()
    visitor.click("#page-phrases .phrase-answer .copy")
    page.locator("#page-phrases .copy", has_text="コピーしました").wait_for()
    told = TOUR.read_text(encoding="utf-8")
    assert all(text in told for text in (QUESTION, "数値検証済み", "稟議書へ", "年間効果", "本番化費用", "稟議書（Word）", "予算要求"))
