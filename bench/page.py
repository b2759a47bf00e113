"""In chromium: first paint, first text of the answer after Enter, the whole answer, the chart."""

import shutil

from bench import app
from bench.table import show

QUESTION = "AI会議の企業参加率の推移は?"
OBSERVE = """() => {
  window.marks = {};
  const note = (name) => { window.marks[name] ??= performance.now() - window.pressed; };
  document.querySelector('#question textarea').addEventListener('keydown', () => { window.pressed = performance.now(); window.marks = {}; }, true);
  new MutationObserver(() => {
    const turn = document.querySelector('#current .turn');
    if (!turn) return;
    note('question');
    if (turn.querySelector('.answer')?.innerText) note('text');
    if (turn.getAttribute('aria-busy') === 'false') note('whole');
    if (turn.querySelector('.canvas.drawn')) note('chart');
  }).observe(document.querySelector('#current'), {subtree: true, childList: true, attributes: true});
}"""
NAMES = {"question": "質問の表示 ms", "text": "回答の最初の文字 ms", "whole": "回答の全文 ms", "chart": "グラフ ms"}


def run(runs: int) -> None:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("chromium is not installed")
    with app.running() as (_, url, _begun), sync_playwright() as playwright:
        app.wait_for_search(url)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        results = [once(browser, url) for _ in range(runs)]
        browser.close()
    print(f"ページを開く{runs}回、各1問")
    show(["", "最小", "中央", "最大"], [numbers(name, [result[key] for result in results]) for key, name in {"paint": "最初の描画 ms", **NAMES}.items()])


def once(browser, url: str) -> dict[str, float]:
    """A fresh page, one question. The chart is scrolled into view, as it is drawn when seen."""
    page = browser.new_page(viewport={"width": 1360, "height": 1800}, locale="ja-JP")
    page.goto(url)
    page.wait_for_selector("#current .welcome .ask")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.wait_for_timeout(1500)
    page.evaluate(OBSERVE)
    page.fill("#question textarea", QUESTION)
    page.press("#question textarea", "Enter")
    page.wait_for_function("window.marks.chart !== undefined")
    marks = page.evaluate("window.marks")
    page.close()
    return {"paint": paint, **marks}


def numbers(name: str, values: list[float]) -> list[str]:
    return [name, *(f"{one:.0f}" for one in (min(values), sorted(values)[len(values) // 2], max(values)))]
