"""The app (see app_process) and chromium. Every page records requests to other hosts and script errors: a test fails on any."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from app_process import running_app
from driving import DESKTOP

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
WAIT_MILLISECONDS = 60_000  # a waiting test costs nothing where the machine is quick
LEAVING = "AbortError: signal is aborted without reason"  # Gradio's client ends its own stream when a page is left


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Address of the running app, with MCP. Its conversations go to a temporary folder; the index is the repository's own."""
    with running_app(tmp_path_factory.mktemp("home"), RASHINBAN_MCP="1") as running:
        yield running


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests; skips where there is none."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium fonts-noto-cjk)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pdf(chromium):
    """A short Japanese document as a PDF."""
    page = chromium.new_page()
    page.set_content(
        "<h1>中期計画</h1><p>当社は2027年までに外観検査へAIを導入します。計算資源は共有クラウドを借ります。</p>"
        "<h1>課題</h1><p>社内の人材が足りないため、大学との共同研究を検討します。費用の上限は年2,000万円です。</p>"
    )
    content = page.pdf()
    page.close()
    return content


@dataclass
class Watch:
    """What must stay empty."""

    elsewhere: list = field(default_factory=list)
    errors: list = field(default_factory=list)


def context_of(chromium, viewport=DESKTOP, **options):
    return chromium.new_context(viewport=viewport, locale="ja-JP", permissions=["clipboard-read", "clipboard-write"], **options)


@pytest.fixture
def watched(address):
    """watched(context) → its new tab with the app, ready for a question; the test fails on other hosts and script errors."""
    watch = Watch()

    def opened(context):
        page = context.new_page()
        page.set_default_timeout(WAIT_MILLISECONDS)
        page.on("request", lambda request: watch_request(request.url, address, watch))
        page.on("pageerror", lambda error: None if str(error).startswith(LEAVING) else watch.errors.append(str(error)))
        page.on("console", lambda message: watch.errors.append(message.text) if message.type == "error" else None)
        page.goto(address)
        page.wait_for_selector("#question textarea")
        page.wait_for_selector("#current .welcome .ask")
        return page

    yield opened
    assert watch.elsewhere == []
    assert watch.errors == []


@pytest.fixture
def open_page(chromium, watched):
    """open_page(**context options) → a page in a browser of its own: another owner, nothing kept, nothing cached."""
    contexts = []

    def opened(viewport=DESKTOP, **options):
        contexts.append(context_of(chromium, viewport, **options))
        return watched(contexts[-1])

    yield opened
    for context in contexts:
        context.close()


def watch_request(url, address, watch):
    if not url.startswith((address, "data:", "blob:")):
        watch.elsewhere.append(url)


@pytest.fixture(scope="session")
def shared_context(chromium):
    """A browser for all tests that do not look at what it keeps: it has the app's files in its cache."""
    context = context_of(chromium)
    yield context
    context.close()


@pytest.fixture
def page(shared_context, watched):
    """A new tab, with a conversation of its own."""
    page = watched(shared_context)
    yield page
    page.close()
