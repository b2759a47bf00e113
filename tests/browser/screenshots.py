"""Takes the pictures of docs/images from the running app: python -m tests.browser.screenshots. Not part of a test run."""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from bench import app
from bench.pdf import pdf_of

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
TREND, FOLLOW_UP, PAPER = "AI会議で企業が関わる論文の割合の推移を見たい", "ICMLではどうですか?", "計算資源の格差に反対の立場の研究もありますか"
SIZES = {"desktop": {"width": 1360, "height": 1000}, "phone": {"width": 390, "height": 844}}
PAGES = {
    "figures": "?screen=figures&q=企業参加率 CVPR", "papers": "?screen=papers",
    "summary": "?screen=papers&paper=besiroglu-2024-compute-divide-ml",
    "dialogue": "?screen=papers&paper=besiroglu-2024-compute-divide-ml&view=dialogue", "roi": "?screen=roi", "phrases": "?screen=phrases",
    "data": "?screen=data",
}  # fmt: skip
CHARTS = {"figures": "#page-figures .chart", "roi": "#page-roi .chart"}
COLOURS = 64
PLAN = [
    ["中期計画", "当社は2027年までに外観検査へAIを導入します。", "計算資源は共有クラウドを借ります。"],
    ["課題", "社内の人材が足りないため、大学との共同研究を検討します。", "費用の上限は年2,000万円です。"],
]


def ask(page, text: str) -> None:
    page.fill("#question textarea", text)
    page.press("#question textarea", "Enter")
    page.locator("#current .turn[aria-busy=false]").filter(has=page.locator(".question", has_text=text)).wait_for(timeout=60_000)
    page.wait_for_timeout(900)


def picture(page, name: str) -> None:
    """Saved with few colours, which is enough for text and a quarter of the size."""
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    image.save(IMAGES / f"{name}.png", optimize=True)
    print(IMAGES / f"{name}.png")


def show_chart(page, chart: str) -> None:
    page.locator(chart).first.evaluate("chart => window.scrollBy(0, chart.getBoundingClientRect().top - 24)")
    page.wait_for_selector(f"{chart} .canvas.drawn")
    page.wait_for_timeout(500)


def document(page, suffix: str) -> None:
    """A document put into the conversation, a question about it, the page it stands on."""
    page.click(".tool.renew")
    page.wait_for_selector("#current .welcome")
    page.locator("#adding input").set_input_files(files=[{"name": "中期計画（社外秘）.pdf", "mimeType": "application/pdf", "buffer": pdf_of(PLAN)}])
    page.wait_for_selector("#attached li", timeout=60_000)
    ask(page, "この資料では費用の上限はいくらですか")
    page.locator("#current .answer .cite").first.click()
    page.wait_for_function("document.querySelector('#evidence .page-picture img')?.naturalWidth > 0")
    page.wait_for_timeout(400)
    picture(page, f"document-{suffix}")
    page.keyboard.press("Escape")


def tour(browser, url: str, size: str, scheme: str) -> None:
    """The conversation in one size and colour scheme: start, answer with evidence, chart, follow-up, paper; then the other pages."""
    suffix = size if scheme == "light" else f"{size}-{scheme}"
    phone = size == "phone"
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, locale="ja-JP", is_mobile=phone, has_touch=phone)
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("#current .welcome .ask")
    page.wait_for_timeout(500)
    picture(page, f"start-{suffix}")
    ask(page, TREND)
    if phone:
        picture(page, f"chat-{suffix}")
    page.locator("#current .answer .cite").nth(1).click()
    page.wait_for_selector("#evidence .canvas.drawn")
    page.wait_for_timeout(600)
    picture(page, f"evidence-{suffix}" if phone else f"chat-{suffix}")
    page.keyboard.press("Escape")
    show_chart(page, "#current .chart")
    picture(page, f"chart-{suffix}")
    ask(page, FOLLOW_UP)
    picture(page, f"follow-up-{suffix}")
    ask(page, PAPER)
    picture(page, f"paper-{suffix}")
    page.click(".tool.talks")
    page.wait_for_selector("#talks .talk")
    picture(page, f"talks-{suffix}")
    page.keyboard.press("Escape")
    document(page, suffix)
    for name, address in PAGES.items():
        page.goto(f"{url}/{address}")
        page.wait_for_selector(".page:visible h2")
        page.wait_for_timeout(900)
        picture(page, f"{name}-{suffix}")
        if name in CHARTS:
            show_chart(page, CHARTS[name])
            picture(page, f"{name}-chart-{suffix}")
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
