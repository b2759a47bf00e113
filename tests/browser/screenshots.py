"""Takes the pictures of docs/images from the running app: python -m tests.browser.screenshots. Not part of a test run."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from bench import app

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
TREND, FOLLOW_UP, PAPER = "AI会議で企業が関わる論文の割合の推移を見たい", "ICMLではどうですか?", "計算資源の格差に反対の立場の研究もありますか"
SIZES = {"desktop": {"width": 1360, "height": 1000}, "phone": {"width": 390, "height": 844}}


def ask(page, text: str) -> None:
    page.fill("#question textarea", text)
    page.press("#question textarea", "Enter")
    page.locator("#current .turn[aria-busy=false]").filter(has=page.locator(".question", has_text=text)).wait_for(timeout=60_000)
    page.wait_for_timeout(900)


def picture(page, name: str) -> None:
    """Saved with 256 colours, which is enough for text and a third of the size."""
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    image.save(IMAGES / f"{name}.png", optimize=True)
    print(IMAGES / f"{name}.png")


def show_chart(page) -> None:
    page.locator("#current .chart").evaluate("chart => window.scrollBy(0, chart.getBoundingClientRect().top - 24)")
    page.wait_for_selector("#current .canvas.drawn")
    page.wait_for_timeout(500)


def tour(browser, url: str, size: str, scheme: str) -> None:
    """Start, answer with evidence, chart, follow-up, paper; in one size and colour scheme."""
    suffix = size if scheme == "light" else f"{size}-{scheme}"
    phone = size == "phone"
    context = browser.new_context(
        viewport=SIZES[size], color_scheme=scheme, locale="ja-JP", is_mobile=phone, has_touch=phone, device_scale_factor=2 if phone else 1
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("#current .welcome .ask")
    page.wait_for_timeout(500)
    picture(page, f"start-{suffix}")
    ask(page, TREND)
    if phone:
        picture(page, f"chat-{suffix}")
    page.locator("#current .answer .cite").nth(1).click()
    page.wait_for_timeout(400)
    picture(page, f"evidence-{suffix}" if phone else f"chat-{suffix}")
    page.keyboard.press("Escape")
    show_chart(page)
    picture(page, f"chart-{suffix}")
    ask(page, FOLLOW_UP)
    picture(page, f"follow-up-{suffix}")
    ask(page, PAPER)
    picture(page, f"paper-{suffix}")
    context.close()


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with app.running() as (_, url, _begun), sync_playwright() as playwright:
        app.wait_for_search(url)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for size in SIZES:
            for scheme in ("light", "dark"):
                tour(browser, url, size, scheme)
        browser.close()


if __name__ == "__main__":
    main()
