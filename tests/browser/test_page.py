"""The page itself: sizes, colour schemes, contrast, keyboard, and no word to any other host."""

import json
import urllib.request

import pytest
from driving import DESKTOP, PHONE, ask, overflow

SMALLEST_TEXT = 16
SMALLEST_TARGET = 44
CONTRAST = 4.5
# Text elements with their size and their contrast to the background behind them (WCAG 2 relative luminance).
TEXTS = """() => {
  const channels = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility() || element.closest('.hidden, .sr-only, svg, script, style')) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2) continue;
    const style = getComputedStyle(element);
    const pair = [light(channels(style.color)), light(behind(element))].sort((a, b) => b - a);
    found.push({text: text.slice(0, 30), mark: element.matches('.cite, code'), size: parseFloat(style.fontSize), contrast: (pair[0] + 0.05) / (pair[1] + 0.05)});
  }
  return found;
}"""
QUESTION = "AI会議の企業参加率の推移は?"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_text_is_large_and_readable_in_every_size_and_scheme(open_page, viewport, scheme):
    page = open_page(viewport=viewport, color_scheme=scheme)
    assert overflow(page) == 0
    turn = ask(page, QUESTION)
    turn.locator("summary").first.click()
    assert overflow(page) == 0
    turn.locator(".answer .cite").first.click()
    assert overflow(page) == 0
    texts = page.evaluate(TEXTS)
    assert len(texts) > 30
    assert [text for text in texts if text["contrast"] < CONTRAST] == []
    assert [text for text in texts if not text["mark"] and text["size"] < SMALLEST_TEXT] == []


def test_a_phone_reads_it_with_a_thumb(open_page):
    page = open_page(viewport=PHONE, is_mobile=True, has_touch=True)
    turn = ask(page, QUESTION)
    buttons = page.locator(".tool:visible, .ask:visible, .submit-button").all()
    assert len(buttons) > 5
    assert [button.inner_text() for button in buttons if button.bounding_box()["height"] < SMALLEST_TARGET] == []
    box = page.locator("#question .input-container").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]
    turn.locator(".answer .cite").first.tap()
    panel = page.locator("#evidence").bounding_box()
    assert panel["width"] == PHONE["width"] and panel["y"] + panel["height"] == pytest.approx(PHONE["height"], abs=2)


def test_the_question_stays_at_the_top_when_its_answer_arrives(page):
    ask(page, "2019年の企業参加率は?")
    turn = ask(page, QUESTION)
    page.wait_for_function("turn => Math.abs(turn.getBoundingClientRect().top - 16) < 50", arg=turn.element_handle())


def test_everything_is_reached_by_keyboard(page):
    page.wait_for_function("document.activeElement.matches('#question textarea')")
    page.keyboard.insert_text(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector("#current .turn[aria-busy=false]")
    assert page.evaluate("document.querySelector('#announcement').textContent") == "回答を表示しました"
    page.locator("#current .answer .cite").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#evidence").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "閉じる"
    page.keyboard.press("Enter")
    assert not page.locator("#evidence").is_visible()


def test_the_scheme_follows_the_device_and_the_button(open_page):
    page = open_page(color_scheme="dark")
    assert page.evaluate("document.body.classList.contains('dark')")
    page.click(".tool.theme")
    assert not page.evaluate("document.body.classList.contains('dark')")
    page.reload()
    page.wait_for_selector("#current .welcome .ask")
    assert not page.evaluate("document.body.classList.contains('dark')")


def test_the_box_and_its_button_have_names(page):
    assert page.get_by_label("質問", exact=True).count() == 1
    assert page.get_by_role("button", name="送信").count() == 1
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert page.title() == "羅針盤 — AI計算資源格差アシスタント"


def test_health_and_headers(address):
    with urllib.request.urlopen(f"{address}/healthz", timeout=10) as response:
        assert json.load(response)["status"] == "ok"
    with urllib.request.urlopen(address, timeout=10) as response:
        assert "default-src 'self'" in response.headers["content-security-policy"]
        html = response.read().decode()
    assert "羅針盤" in html


def test_the_server_shows_neither_monitoring_nor_its_functions(address):
    for path in ("/monitoring", "/gradio_api/runs", "/docs"):
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{address}{path}", timeout=10)
    with urllib.request.urlopen(f"{address}/gradio_api/info", timeout=10) as response:
        assert set(json.load(response)["named_endpoints"]) == {"/ask", "/lookup_figure", "/search_papers", "/roi", "/phrases"}
