"""What a conversation leaves: list, owners, opinions, ways on, files, own documents."""

import io
import re

import pytest
from app_process import running_app
from docx import Document
from driving import ask, finished, go

from analytics import Divide

QUESTION, FOLLOW_UP = "2019年のAI会議の企業参加率は?", "ICMLでは?"


@pytest.fixture
def page(open_page):
    """A browser of its own, as these tests look at what it keeps."""
    return open_page()


def test_a_conversation_is_listed_renamed_restored_saved_and_deleted(page):
    ask(page, QUESTION)
    ask(page, FOLLOW_UP)
    page.reload()
    finished(page, FOLLOW_UP)  # a reload shows the same conversation
    assert page.locator("#past .turn").count() == 1
    page.click(".tool.renew")
    page.wait_for_selector("#current .welcome")
    page.click(".tool.talks")
    talk = page.locator("#talks .talk").first
    talk.wait_for()
    assert QUESTION in talk.inner_text()
    talk.get_by_text("名前", exact=True).click()
    talk.locator("form input").fill("取締役会の準備")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('#talks .open-talk').textContent.startsWith('取締役会の準備')")
    page.fill("#talks [type=search]", "どこにもない言葉")
    page.wait_for_selector("#talks .list [role=status]")
    assert page.locator("#talks .talk").count() == 0
    page.fill("#talks [type=search]", "icml")
    page.wait_for_selector("#talks .talk")
    with page.expect_download() as waiting:
        page.locator("#talks .talk").get_by_text("保存", exact=True).click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "取締役会の準備.md" and f"# {QUESTION}" in text and f"# {FOLLOW_UP}" in text
    page.locator("#talks .open-talk").first.click()
    finished(page, FOLLOW_UP)
    turn = ask(page, "2020年では?")  # the assistant still knows what was asked
    assert "ICML" in turn.locator(".resolved").inner_text()
    page.click(".tool.talks")
    remove = page.locator("#talks .talk").get_by_text("削除", exact=True)
    remove.click()
    page.locator("#talks .talk").get_by_text("本当に削除").click()
    page.wait_for_function("document.querySelectorAll('#talks .talk').length === 0")


def test_conversations_are_there_after_a_restart(chromium, tmp_path):
    """Two processes, one after the other, on one folder; the browser keeps its cookie."""
    context = chromium.new_context(locale="ja-JP")
    page = context.new_page()
    with running_app(tmp_path) as address:
        page.goto(address)
        page.wait_for_selector("#current .welcome .ask")
        ask(page, QUESTION)
        page.close()  # an open page keeps the app from ending at once
    page = context.new_page()
    with running_app(tmp_path) as address:
        page.goto(address)
        page.wait_for_selector("#current .welcome .ask")
        page.click(".tool.talks")
        page.locator("#talks .open-talk", has_text=QUESTION).click()
        finished(page, QUESTION)
        assert "ICML" in ask(page, FOLLOW_UP).locator(".resolved").inner_text()
        context.close()


def test_two_browsers_never_see_each_others_conversation(open_page):
    first, second = open_page(), open_page()
    turn = ask(first, QUESTION)
    talk = turn.get_attribute("data-talk")
    second.evaluate("talk => sessionStorage.setItem('rashinban-talk', talk)", talk)  # even with the other's id
    second.reload()
    second.wait_for_selector("#current .welcome")
    second.click(".tool.talks")
    second.wait_for_selector("#talks .list [role=status]")
    assert second.locator("#talks .talk").count() == 0
    saved = turn.locator(".saving a").first.get_attribute("href")
    assert second.request.get(f"{second.url}{saved}").status == 404
    assert first.request.get(f"{first.url}{saved}").status == 200


def test_chips_go_on_and_opinions_are_taken(page):
    turn = ask(page, QUESTION)
    assert turn.locator(".chip").all_inner_texts() == ["もっと短く", "詳しく", "グラフで", "会議フレーズ", "英語で", "稟議書へ"]
    turn.locator("[data-judge=no]").click()
    turn.locator(".reasons button", has_text="分かりにくい").click()
    page.wait_for_function("document.querySelector('#current .said').textContent.includes('記録しました')")
    assert turn.locator("[data-judge=no]").get_attribute("aria-pressed") == "true"
    first = answer_of(turn)
    shorter = press(page, "もっと短く", "もっと短く")
    assert len(shorter) < len(first) and "33.5%" in shorter
    assert len(press(page, "詳しく", "もっと詳しく")) > len(shorter)
    assert "「" in press(page, "会議フレーズ", "会議で言えるように")
    english = press(page, "英語で", "英語で")
    assert "33.5%" in english and not re.search("[ぁ-ん]", english)
    page.click(".tool.renew")
    page.wait_for_selector("#current .welcome")
    ask(page, QUESTION)
    page.locator("#current .chip", has_text="グラフで").click()
    finished(page, "グラフで見せて").locator(".chart").wait_for()
    page.locator("#current .chip", has_text="稟議書へ").click()
    page.wait_for_selector("#page-roi .plans a")


def press(page, chip, question):
    """The text of the answer to a chip, of which it is the question."""
    page.locator("#current .chip", has_text=chip).click()
    return answer_of(finished(page, question))


def answer_of(turn) -> str:
    return turn.locator(".answer").first.inner_text()


def test_an_answer_and_a_plan_are_saved_as_documents(page):
    turn = ask(page, QUESTION)
    divide = Divide.open()
    value = divide.share(divide.measure("firm_share", area="ai"), (2019,)).display
    turn.locator(".saving summary").click()
    with page.expect_download() as waiting:
        turn.locator(".saving a", has_text="Word").click()
    assert value in text_of(waiting.value.path().read_bytes())
    go(page, "roi")
    page.fill("#page-roi [name=annual_benefit]", "2000万円")
    page.wait_for_function("document.querySelector('#page-roi .plans a').href.includes('annual_benefit')")
    with page.expect_download() as waiting:
        page.locator("#page-roi .plans a", has_text="稟議書").click()
    assert waiting.value.suggested_filename.endswith(".docx") and "2,000万円" in text_of(waiting.value.path().read_bytes())


def text_of(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_japanese_named_document_is_added_quoted_and_removed(page, open_page, pdf):
    go(page, "papers")
    page.locator("#page-papers input.add").set_input_files(
        files=[{"name": "中期計画（社外秘）.pdf", "mimeType": "application/pdf", "buffer": pdf}]
    )
    page.wait_for_function(
        "document.querySelector('#page-papers .documents output')?.textContent.includes('追加しました')", timeout=60_000
    )
    page.locator("#page-papers .owned", has_text="中期計画（社外秘）.pdf").wait_for()
    other = open_page()
    go(other, "papers")
    assert "まだ資料はありません" in other.locator("#page-papers .owned").inner_text()
    page.locator("#page-papers .owned a").click()
    page.wait_for_selector("#page-papers article.paper section")
    assert "自動抽出" in page.locator("#page-papers .page-head").inner_text()
    page.go_back()
    page.locator("#page-papers .owned .act button").click()
    page.wait_for_function("document.querySelector('#page-papers .owned')?.textContent.includes('まだ資料はありません')")


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(page):
    go(page, "papers")
    page.locator("#page-papers input.add").set_input_files(
        files=[{"name": "壊れた.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 broken"}]
    )
    page.wait_for_function(
        "document.querySelector('#page-papers .documents output')?.textContent.includes('追加できません')", timeout=60_000
    )
    assert "壊れた.pdf" in page.locator("#page-papers .documents output").inner_text()
