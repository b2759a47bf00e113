"""With a language model (a local server that speaks OpenAI's API): told before its first use, shown as it writes, stopped, worded anew."""

import sys
from pathlib import Path

import pytest
from accessible import violations
from app_process import running_app
from driving import BOX, finished, go, typed

sys.path.append(str(Path(__file__).parents[1] / "assistant" / "llm"))
from fake_openai import FakeOpenAI  # noqa: E402

QUESTION = "2021年のAI会議の企業参加率は?"
FIRST, SECOND = "2021年のAI会議の企業参加率は36.2%です【1】。", "2007年のAI会議の企業参加率は17.3%です【2】。"
DRAFT = f"{FIRST}\n- {SECOND}\n- {'2021年のAI以外の会議の企業参加率は18.7%です【4】。'}"
PAUSE = 0.3  # a busy machine shows a part of the draft too
OTHER = "AI会議の企業参加率は、2021年に36.2%です【1】。"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """(server, address of an app that uses it)."""
    server = FakeOpenAI([("slowly", DRAFT, PAUSE), ("say", OTHER)], host="127.0.0.2")
    settings = {"LLM_MODEL": "openai:fake", "LLM_BASE_URL": server.url, "LLM_API_KEY": "k", "LLM_TIMEOUT": "60", "LLM_TOOLS": "off"}
    with running_app(tmp_path_factory.mktemp("home"), **settings) as address:
        yield server, address
    server.stop()


@pytest.fixture
def page(chromium, model):
    context = chromium.new_context(locale="ja-JP")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(model[1])
    page.wait_for_selector("#current .welcome .ask")
    yield page
    context.close()


def send(page, text=QUESTION):
    page.fill(BOX, text)
    page.press(BOX, "Enter")


def test_the_reader_is_told_first_and_may_do_without(page, model):
    server, _ = model
    send(page)
    notice = page.locator("#current .consenting")
    notice.wait_for()
    assert "openai:fake" in notice.inner_text() and "127.0.0.2" in notice.inner_text() and "送らないもの" in notice.inner_text()
    assert violations(page, "#page-chat") == []
    page.click("[data-consent=no]")
    turn = finished(page, QUESTION)
    turn.locator(".tools .mode", has_text="オフラインで作成").wait_for()
    assert server.requests == [] and turn.locator(".reword").count() == 0
    send(page, "2019年では?")
    finished(page, "2019年では?")  # not asked again in this conversation
    assert server.requests == []


def test_text_comes_as_it_is_written_and_can_be_stopped_or_worded_anew(page, model):
    server, _ = model
    page.evaluate(
        """() => { window.drafts = new Set(); new MutationObserver(() => { const turn = document.querySelector('#current .turn[aria-busy=true] .answer');
        if (turn?.innerText) window.drafts.add(turn.innerText); }).observe(document.querySelector('#current'), {subtree: true, childList: true}); }"""
    )
    send(page)
    page.click("[data-consent=yes]")
    page.locator("#current .turn[aria-busy=true] .answer", has_text="36.2%").wait_for()
    assert "18.7%" not in page.locator("#current .turn[aria-busy=true] .answer").inner_text()  # the rest is still being written
    page.locator("#current .mode", has_text="言語モデルで作成").wait_for()
    assert len(page.evaluate("[...window.drafts]")) >= 2 and page.locator("#current .badge.verified").count() == 1
    page.click("#current .reword")
    page.locator("#current .turn[aria-busy=false] .answer", has_text="AI会議の企業参加率は、2021年に36.2%です").wait_for()
    assert page.locator("#past .turn").count() == 0 and len(server.requests) == 2
    page.reload()
    page.locator("#current .turn[aria-busy=false] .answer", has_text="AI会議の企業参加率は、2021年に36.2%です").wait_for()
    server.script[:] = [("slowly", DRAFT, PAUSE)]
    send(page, "2021年のAI会議の企業参加率を教えて")
    page.locator("#current .turn[aria-busy=true] .answer", has_text="36.2%").wait_for()  # agreed once, not asked again
    page.click("#stop")
    page.wait_for_selector("#notice p")
    assert typed(page) == "2021年のAI会議の企業参加率を教えて" and page.locator(".turn").count() == 1
    go(page, "data")
    assert "127.0.0.2" in page.locator("#page-data #outside").inner_text()
