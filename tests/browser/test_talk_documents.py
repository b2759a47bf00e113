"""Documents put into a conversation: taken in, asked about, cited to the page, kept with it, and only its owner's."""

import pytest
from driving import ask, finished, go

NAME = "中期計画（社外秘）第3版.pdf"
PLAN = {"name": NAME, "mimeType": "application/pdf"}


@pytest.fixture
def page(open_page):
    """A browser of its own, as these tests look at what it keeps."""
    return open_page()


@pytest.fixture
def put_in(pdf):
    def put(page, *more):
        page.locator("#adding input").set_input_files(files=[PLAN | {"buffer": pdf}, *more])
        page.locator("#attached li", has_text=NAME).wait_for(timeout=60_000)

    return put


def test_a_document_is_put_in_asked_about_and_cited_to_the_page(page, open_page, put_in):
    put_in(page)
    turn = ask(page, "この資料では費用の上限はいくらですか")
    assert "2,000万円" in turn.locator(".answer").first.inner_text()
    assert f"社内資料『{NAME}』（1ページ）" in turn.locator(".answer").last.inner_text()
    turn.locator(".answer .cite").first.click()
    picture = page.locator("#evidence .page-picture img")
    picture.wait_for()
    page.wait_for_function("document.querySelector('#evidence .page-picture img').naturalWidth > 800")
    assert "2,000万円" in page.locator("#evidence blockquote mark").inner_text()
    assert "1ページ" in page.locator("#evidence figcaption").inner_text()
    address = f"{page.url}{picture.get_attribute('src')}"
    assert page.request.get(address).status == 200
    page.keyboard.press("Escape")
    page.reload()
    finished(page, "この資料では費用の上限はいくらですか")
    page.locator("#attached li", has_text=NAME).wait_for()  # it belongs to the conversation
    page.click("#attached .ask")
    finished(page, "この資料の要点は?")
    page.click("#attached .detach")
    page.locator("#attached li").wait_for(state="detached")
    page.click(".tool.renew")
    page.wait_for_selector("#current .welcome")
    other = open_page()
    assert other.request.get(address).status == 404
    assert "2,000万円" not in ask(other, "この資料では費用の上限はいくらですか").inner_text()
    go(page, "papers")
    page.locator("#page-papers .owned .act button").click()
    page.wait_for_function("document.querySelector('#page-papers .owned')?.textContent.includes('まだ資料はありません')")


def test_what_cannot_be_taken_in_says_why_beside_what_can(page, put_in):
    put_in(page, {"name": "壊れた.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 broken"})
    page.locator("#told .problem", has_text="「壊れた.pdf」を追加できません").wait_for(timeout=60_000)
    assert page.locator("#attached li").count() == 1
    page.evaluate(
        """() => { const files = new DataTransfer(), input = document.querySelector('#adding input');
        const file = new File(['x'], '大きい.txt'); Object.defineProperty(file, 'size', {value: 51 * 2 ** 20}); files.items.add(file);
        Object.defineProperty(input, 'files', {value: [file], configurable: true}); input.dispatchEvent(new Event('change')); }"""
    )
    page.locator("#told .problem", has_text="大きい.txt：50MBを超える").wait_for()
    ask(page, "2019年の企業参加率は?")
    assert page.locator("#told .problem").count() == 0  # told once
