"""The real app in a process of its own, and chromium. Every page records requests to other hosts and script errors: a test fails on any."""

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from driving import DESKTOP

REPOSITORY = Path(__file__).resolve().parents[2]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
START_SECONDS = 180
WAIT_MILLISECONDS = 20_000


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Address of the running app. Its conversations go to a temporary folder; the index is the repository's own."""
    home = tmp_path_factory.mktemp("home")
    built = REPOSITORY / ".rashinban" / "index"
    if built.is_dir():
        (home / "index").symlink_to(built)
    log = home / "log.txt"
    environment = os.environ | {"RASHINBAN_HOME": str(home), "RASHINBAN_MCP": "1", "LLM_MODEL": ""}
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen([sys.executable, "app.py", "--port", "0"], cwd=REPOSITORY, env=environment, stderr=output)
    try:
        yield wait_for_address(process, log)
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for_address(process, log) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"the app did not start: {log.read_text(encoding='utf-8')}")


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


@dataclass
class Watch:
    """What must stay empty."""

    elsewhere: list = field(default_factory=list)
    errors: list = field(default_factory=list)


@pytest.fixture
def open_page(chromium, address):
    """open_page(**context options) → a page of the app, ready for a question."""
    contexts, watch = [], Watch()

    def opened(viewport=DESKTOP, **options):
        context = chromium.new_context(viewport=viewport, locale="ja-JP", permissions=["clipboard-read", "clipboard-write"], **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MILLISECONDS)
        page.on("request", lambda request: watch_request(request.url, address, watch))
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        page.on("console", lambda message: watch.errors.append(message.text) if message.type == "error" else None)
        page.goto(address)
        page.wait_for_selector("#question textarea")
        page.wait_for_selector("#current .welcome .ask")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watch.elsewhere == []
    assert watch.errors == []


def watch_request(url, address, watch):
    if not url.startswith((address, "data:", "blob:")):
        watch.elsewhere.append(url)


@pytest.fixture
def page(open_page):
    return open_page()
