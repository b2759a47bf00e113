"""In chromium: first paint; for a question clicked, first text and whole answer, also below an earlier answer with its chart; for a choice of figures, its chart; for a search word, its hits."""

import shutil

from bench import app
from bench.table import show

# Times run from the click or the key in the page's own event to the change of its document.
ASK = """async (selector) => {
  const button = document.querySelector(selector), marks = {}, before = document.querySelector('#current .turn');
  const pressed = performance.now();
  const done = new Promise((resolve) => new MutationObserver((_, watch) => {
    const turn = document.querySelector('#current .turn'), note = (name) => { marks[name] ??= performance.now() - pressed; };
    if (!turn || turn === before) return;
    note('question');
    if (turn.querySelector('.answer')?.innerText) note('text');
    if (turn.getAttribute('aria-busy') === 'false') { note('whole'); watch.disconnect(); resolve(); }
  }).observe(document.querySelector('#current'), {subtree: true, childList: true, attributes: true}));
  button.click();
  await done;
  return marks;
}"""
CHOOSE = """async (value) => {
  const field = document.querySelector('#page-figures [name=place]'), old = document.querySelector('#page-figures .canvas'), pressed = performance.now();
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await new Promise((resolve) => { const look = () => {
    const canvas = document.querySelector('#page-figures .canvas');
    if (canvas !== old && canvas.classList.contains('drawn')) resolve(); else requestAnimationFrame(look); }; look(); });
  return performance.now() - pressed;
}"""
SEARCH = """async (words) => {
  const field = document.querySelector('#page-figures [name=q]'), found = document.querySelector('#page-figures .part.found'), pressed = performance.now();
  const done = new Promise((resolve) => new MutationObserver((_, watch) => { watch.disconnect(); resolve(); }).observe(found, {childList: true}));
  field.value = words;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  await done;
  return performance.now() - pressed;
}"""
PLACES, WORDS = ("venue:icml", "field:nlp", "area:all", "venue:kdd", "area:ai"), ("産学共著", "企業参加率 CVPR", "集中度", "日本", "大手テック 2021")
TREND = "AI会議の企業参加率の推移は?"
NAMES = {
    "paint": "最初の描画（1500まで）", "question": "例を押す→質問の表示", "text": "例を押す→回答の最初の文字（150まで）", "whole": "例を押す→回答の全文",
    "next_question": "図のある回答の次の質問→質問の表示", "next_text": "図のある回答の次の質問→最初の文字（150まで）", "next_whole": "図のある回答の次の質問→全文",
    "chart": "条件を選ぶ→グラフ（300まで）", "search": "文字を入れる→候補（100まで、打鍵の待ち30を含む）",
}  # fmt: skip


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
    print(f"ページを開く{runs}回、各2問と図1つ、条件{len(PLACES)}通り、検索{len(WORDS)}語（ミリ秒）")
    show(["", "最小", "中央", "最大"], [numbers(name, [one for result in results for one in result[key]]) for key, name in NAMES.items()])


def once(browser, url: str) -> dict[str, list[float]]:
    """A fresh page, one question, then choices and searches on the page of figures. The first choice loads what the others use: it is not counted."""
    page = browser.new_page(viewport={"width": 1280, "height": 1800}, locale="ja-JP")
    page.goto(url)
    page.wait_for_selector("#current .welcome .ask")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    page.wait_for_timeout(1500)
    marks = page.evaluate(ASK, "#current .welcome .ask")
    page.fill("#question textarea", TREND)
    page.keyboard.press("Enter")
    page.wait_for_selector("#current .canvas.drawn")
    page.wait_for_timeout(1000)
    following = page.evaluate(ASK, "#current .questions.next .ask")
    page.goto(f"{url}/?screen=figures")
    page.wait_for_selector("#page-figures .canvas.drawn")
    page.wait_for_timeout(500)
    charts = [page.evaluate(CHOOSE, place) for place in PLACES]
    page.evaluate(SEARCH, "企業")
    found = [page.evaluate(SEARCH, words) for words in WORDS]
    page.close()
    return {"paint": [paint], **{name: [value] for name, value in marks.items()}, **{f"next_{name}": [value] for name, value in following.items()}, "chart": charts[1:], "search": found}


def numbers(name: str, values: list[float]) -> list[str]:
    return [name, *(f"{one:.0f}" for one in (min(values), sorted(values)[len(values) // 2], max(values)))]
