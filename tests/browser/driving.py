"""Verbs of the browser tests."""

DESKTOP, PHONE = {"width": 1360, "height": 900}, {"width": 390, "height": 844}
BOX = "#question textarea"
DONE = "#current .turn[aria-busy=false]"


def ask(page, text):
    """Type a question, press Enter, wait for the finished answer. Returns its locator."""
    page.click(BOX)
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")
    return finished(page, text)


def finished(page, text):
    """Locator of the finished turn whose question is `text`."""
    turn = page.locator(DONE).filter(has=page.locator(".question", has_text=text))
    turn.wait_for(timeout=60_000)
    return turn


def typed(page) -> str:
    return page.input_value(BOX)


def overflow(page) -> int:
    """Pixels by which the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def go(page, name):
    """Open a page by its link and wait until it is there."""
    page.click(f"nav.pages a[data-page={name}]")
    page.wait_for_selector(f"#page-{name} .page-head h2")


def open_address(open_page, address, selector):
    """A new browser that goes to an address, when `selector` is there."""
    page = open_page()
    page.goto(address)
    page.wait_for_selector(selector)
    return page
