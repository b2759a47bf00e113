"""What a browser's own audit would ask of every page: nothing jumps, a named document, all by keyboard."""

import pytest
from driving import DESKTOP, PHONE, ask, go

from bench.page import ASK

ADDRESSES = ("", "?screen=figures&q=企業参加率", "?screen=papers", "?screen=roi", "?screen=phrases", "?screen=data")
MOST_SHIFT = 0.05  # half of what Lighthouse calls good: a part that is put in late costs about so much
SHIFTS = """window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) window.shift += entry.value; }))
  .observe({type: 'layout-shift', buffered: true});"""
QUESTION = "AI会議の企業参加率の推移は?"
# What the Tab key should reach, and how what has the focus looks: a ring around it, in sight, nothing lying over it.
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((one) => one.tabIndex >= 0 && !one.disabled
  && one.checkVisibility({visibilityProperty: true}) && !one.closest('dialog:not([open])') && one.getBoundingClientRect().width > 0).map((one) => one.outerHTML.slice(0, 120))"""
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const ringed = (part) => { const style = getComputedStyle(part); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };
  const holder = one.closest('.upload'), field = one.closest('.input-container'), box = one.getBoundingClientRect();
  const within = (value, most) => Math.min(Math.max(value, 1), most - 1);
  const top = document.elementFromPoint(within(box.x + box.width / 2, innerWidth), within(box.y + Math.min(box.height / 2, 20), innerHeight));
  return {
    html: one.outerHTML.slice(0, 120), ring: ringed(one) || (holder && ringed(holder)) || (field && getComputedStyle(field).boxShadow !== 'none') || false,
    clear: box.bottom > 0 && box.top < innerHeight && !!top && (one.contains(top) || top.contains(one) || (holder && holder.contains(top)) || (one.labels && [...one.labels].some((label) => label.contains(top)))),
  };
}"""


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_jumps_and_every_page_is_there_at_once_with_its_name(open_page, address, viewport):
    page = open_page(viewport=viewport)
    page.add_init_script(SHIFTS)
    shifts = {}
    for place in ADDRESSES:
        page.goto(f"{address}/{place}")
        page.locator(".page:visible h2, #current:visible .welcome .ask").first.wait_for()
        assert page.evaluate("window.scrollY") == 0, place
        shifts[place] = page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shift))))")
        described = page.evaluate("[document.documentElement.lang, document.title, ...['description', 'viewport'].map((name) => document.querySelector(`meta[name=${name}]`)?.content)]")
        assert described[0] == "ja" and "羅針盤" in described[1] and "出典つき" in described[2] and "width=device-width" in described[3], place
    assert {place: shift for place, shift in shifts.items() if shift >= MOST_SHIFT} == {}
    page.goto(address)
    page.wait_for_selector("#current .welcome .ask")
    ask(page, QUESTION)
    assert page.evaluate("window.shift") < MOST_SHIFT


def test_the_next_question_is_shown_before_its_answer_and_the_earlier_chart_is_not_drawn_anew(page):
    ask(page, "AI会議の企業参加率の推移は?")
    page.wait_for_selector("#current .canvas.drawn")
    times = [page.evaluate(ASK, "#current .questions.next .ask") for _ in range(3)]
    assert all(each["question"] < each["text"] <= each["whole"] for each in times), times
    assert page.locator("#past .turn").count() == 3 and page.locator("#past .canvas.drawn").count() >= 1


def test_a_long_conversation_leaves_the_page_s_oldest_turn_and_says_so(page):
    ask(page, QUESTION)
    page.evaluate("document.querySelector('#past .turns').dataset.most = 1")
    for text in ("ICMLでは?", "CVPRでは?", "KDDでは?"):
        ask(page, text)
    assert page.locator("#past .turn .question").all_inner_texts()[0].endswith("CVPRでは?") and page.locator("#past .turn").count() == 1
    assert "これより前の2件" in page.locator("#past .earlier").inner_text()
    page.click(".tool.renew")
    page.wait_for_selector("#current .welcome")
    assert page.locator("#past").inner_text().strip() == ""


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(open_page, viewport):
    page = open_page(viewport=viewport)
    ask(page, QUESTION)
    walked = {"chat": walk(page)}
    for name in ("figures", "papers", "roi", "phrases", "data"):
        go(page, name)
        walked[name] = walk(page)
    assert walked == dict.fromkeys(walked, [])


def walk(page) -> list[str]:
    """Tab through the page from its name; what is left out, has no ring, or lies under something else."""
    page.evaluate("() => { const name = document.querySelector('#header .name'); name.tabIndex = -1; name.focus({preventScroll: true}); window.scrollTo(0, 0); }")
    wanted, seen = page.evaluate(REACHABLE), []
    while len(seen) <= len(wanted) + 20:
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            break
        seen.append(found)
    missed = [f"not reached: {one}" for one in set(wanted) - {one["html"] for one in seen}]
    return missed + [f"{'covered' if one['ring'] else 'no ring'}: {one['html']}" for one in seen if not (one["ring"] and one["clear"])]


def test_buttons_chips_and_dialogs_work_with_the_enter_key(page):
    turn = ask(page, QUESTION)
    turn.locator(".badge.verified").focus()
    page.keyboard.press("Enter")
    assert turn.locator(".verdict tbody tr").first.is_visible()
    turn.locator(".chip", has_text="もっと短く").focus()
    page.keyboard.press("Enter")
    page.locator("#current .turn[aria-busy=false] .question", has_text="もっと短く").wait_for()
    page.locator("#current [data-judge=yes]").focus()
    page.keyboard.press("Space")
    page.locator("#current .said", has_text="記録しました").wait_for()
    page.locator(".tool.talks").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#talks .talk")
    page.keyboard.press("Escape")
    assert not page.locator("#talks").is_visible() and page.evaluate("document.activeElement.matches('.tool.talks')")
