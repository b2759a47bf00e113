"""A manager's way through the chat: question, streamed answer, evidence, chart, follow-up."""

import pytest
from driving import BOX, DONE, ask, finished, typed

from analytics import Divide

TREND = "AI会議で企業が関わる論文の割合の推移を見たい"


@pytest.fixture(scope="module")
def divide():
    return Divide.open()


def test_an_answer_states_the_exact_figure(page, divide):
    turn = ask(page, TREND)
    share = divide.share(divide.measure("firm_share", area="ai"), (2021,))
    assert share.display in turn.locator(".answer").first.inner_text()
    assert typed(page) == ""
    badge = turn.locator(".badge.verified")
    assert badge.inner_text().strip() == "数値検証済み" and not turn.locator(".verdict table").is_visible()
    badge.click()
    rows = turn.locator(".verdict tbody tr").all_inner_texts()
    assert any(share.display in row and share.label_ja in row for row in rows)


def test_a_citation_opens_the_figure_card_and_escape_closes_it(page, divide):
    turn = ask(page, "2021年のAI会議の企業参加率は?")
    share = divide.share(divide.measure("firm_share", area="ai"), (2021,))
    assert turn.locator(".cards .card").count() > 0 and not turn.locator(".cards .card").first.is_visible()
    mark = turn.locator(".answer .cite").first
    mark.click()
    panel = page.locator("#evidence")
    assert panel.is_visible()
    text = panel.inner_text()
    assert panel.locator(".value").inner_text() == share.display
    for part in (share.definition_ja, f"{share.n:,}", share.method_ja, share.source.citation, *share.caveats_ja):
        assert part in text
    page.wait_for_selector("#evidence .more-evidence .canvas.drawn .main-svg")
    panel.locator(".permalink").click()
    page.wait_for_function("document.querySelector('#evidence .permalink').textContent.includes('コピーしました')")
    address = page.evaluate("navigator.clipboard.readText()")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.className") == "cite"
    page.goto(address)
    assert page.locator("#page-figures .entry strong").first.inner_text() == share.display


def test_a_paper_citation_shows_its_passage_and_a_link_that_nobody_opens(page):
    turn = ask(page, "計算資源の格差について、最初の論文の結論を一言で")
    turn.locator(".answer .cite").first.click()
    panel = page.locator("#evidence")
    quote = panel.locator("blockquote mark").inner_text()
    panel.locator(".around mark").wait_for()
    assert len(quote) > 10 and panel.locator(".around mark").inner_text() == quote and panel.locator(".around p").count() > 1
    link = panel.locator(".origin a")
    assert link.get_attribute("href").startswith("https://")
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_a_trend_is_drawn_with_japanese_labels_from_zero(page):
    turn = ask(page, TREND)
    turn.locator(".chart .canvas").scroll_into_view_if_needed()
    page.wait_for_selector(".canvas.drawn .main-svg .xtick")
    canvas = turn.locator(".canvas")
    assert "AI会議" in " ".join(canvas.locator(".legendtext").all_text_contents())
    assert canvas.locator(".xtick text").first.text_content() == "2007"
    assert canvas.locator(".ytick text").first.text_content() == "0%"
    assert canvas.locator(".lines path.js-line").count() >= 1
    assert turn.locator(".chart figcaption").bounding_box()["height"] > 0
    turn.locator(".chart summary").click()
    assert turn.locator(".chart tbody tr").count() == 15


def test_a_comparison_is_drawn_as_bars_with_their_values(page):
    turn = ask(page, "2021年に企業参加率が高い会議を5つ教えて")
    turn.locator(".chart .canvas").scroll_into_view_if_needed()
    page.wait_for_selector(".canvas.drawn .bars .point")
    assert turn.locator(".canvas .bars .point").count() == 5
    assert all(text.endswith("%") for text in turn.locator(".canvas .bartext").all_text_contents())


def test_a_follow_up_inherits_and_says_how_it_was_read(page):
    ask(page, "2019年のAI会議の企業参加率は?")
    turn = ask(page, "ICMLでは?")
    assert "ICML" in turn.locator(".resolved").inner_text()
    assert "2019" in turn.locator(".resolved").inner_text()
    assert "2019年のAI会議の企業参加率は?" in page.locator("#past .question").inner_text()
    page.locator("#past .answer .cite").first.click()
    assert page.locator("#evidence").is_visible()


def test_suggestions_and_examples_are_buttons_that_ask(page):
    example = page.locator(".welcome .ask").first
    text = example.inner_text()
    example.click()
    turn = finished(page, text)
    suggestion = turn.locator(".questions.next .ask").first
    following = suggestion.inner_text()
    suggestion.click()
    finished(page, following)
    assert page.locator("#past .turn").count() == 1


def test_enter_during_ime_composition_does_not_send(page):
    page.click(BOX)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "きぎょう", "selectionStart": 4, "selectionEnd": 4})
    for code in (229, 13):
        for kind in ("rawKeyDown", "keyUp"):
            session.send("Input.dispatchKeyEvent", {"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": code})
    session.send("Input.insertText", {"text": "企業参加率は?"})
    assert typed(page) == "企業参加率は?"  # nothing was sent: the box would be empty, and the Japanese that was composed a turn
    page.keyboard.press("Enter")
    finished(page, "企業参加率は?")
    assert page.locator(".turn").count() == 1


def test_shift_enter_makes_a_line_and_does_not_send(page):
    page.click(BOX)
    page.keyboard.insert_text("一行目")
    page.keyboard.press("Shift+Enter")
    page.keyboard.insert_text("二行目")
    assert typed(page) == "一行目\n二行目"
    page.keyboard.press("Enter")
    page.wait_for_selector("#current .turn .tools, #notice p")
    assert page.locator(".turn").count() <= 1 and "一行目\n二行目" in page.locator("#current").inner_text()


@pytest.mark.parametrize("text", ["　 ", "あ" * 10_000, "?"], ids=["blank", "ten thousand", "mark"])
def test_text_that_is_no_question_stays_in_the_box_with_a_gentle_sentence(page, text):
    page.click(BOX)
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")
    page.wait_for_selector("#notice p")
    assert typed(page) == text
    assert len(page.locator("#notice p").inner_text()) > 8
    assert page.locator("#current .welcome").is_visible()
    page.fill(BOX, "2021年の企業参加率は?")
    page.keyboard.press("Enter")
    finished(page, "2021年の企業参加率は?")
    assert page.locator("#notice p").count() == 0


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror='window.struck=1'><script>window.struck=1</script> 企業参加率",
        "企業参加率 ${window.struck=1} {{value}} ![図](http://192.0.2.1/x.png) [押す](javascript:window.struck=1)",
        "2021年の企業参加率は😀? **太字** `x` 【1】",
    ],
    ids=["html", "templates", "emoji"],
)
def test_a_question_is_shown_as_it_was_typed_and_runs_nothing(page, text):
    turn = ask(page, text)
    assert turn.locator(".question").inner_text().removeprefix("ご質問").strip() == text
    assert page.evaluate("window.struck") is None
    assert turn.locator("img, script, iframe").count() == 0


def test_what_the_data_do_not_hold_is_refused_with_a_sign(page):
    turn = ask(page, "2035年の企業参加率は?")
    assert turn.locator(".badge.absent").is_visible()
    assert turn.locator(".chart").count() == 0


def test_copy_takes_question_and_answer_without_markup(page):
    turn = ask(page, "2021年の企業参加率は?")
    turn.locator(".copy").click()
    page.wait_for_function("document.querySelector('.copy').textContent === 'コピーしました'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("2021年の企業参加率は?\n\n結論")
    assert "**" not in copied and "【1】" in copied


def test_a_new_consultation_forgets(page):
    ask(page, "2019年のICMLの企業参加率は?")
    page.click(".renew")
    page.wait_for_selector("#current .welcome")
    assert page.locator(".turn").count() == 0
    turn = ask(page, "2020年では?")
    assert "ICML" not in turn.inner_text()


def test_two_tabs_never_mix(open_page):
    first, second = open_page(), open_page()
    ask(first, "2019年のICMLの企業参加率は?")
    turn = ask(second, "2020年では?")
    assert "ICML" not in turn.inner_text()
    followed = ask(first, "2020年では?")
    assert "ICML" in followed.locator(".resolved").inner_text()
    assert second.locator(DONE).count() == 1 and second.locator("#past .turn").count() == 0
