"""Script in what a reader types never runs in the browser, nor does it fetch anything (the fixture watches for requests)."""

from driving import BOX, DONE

from bench.hostile_texts import PAYLOADS

AT_ONCE = 20  # as many fit into a question


def test_no_script_in_a_question_runs(page):
    for start in range(0, len(PAYLOADS), AT_ONCE):
        page.click(BOX)
        page.keyboard.insert_text(f"{start}番から。2021年のAI会議の企業参加率は? {' '.join(PAYLOADS[start : start + AT_ONCE])}")
        page.keyboard.press("Enter")
        turn = page.locator(DONE).filter(has_text=f"{start}番から")
        turn.wait_for(timeout=60_000)
        assert PAYLOADS[start].split()[0] in turn.locator(".question").inner_text()  # shown as typed
    assert page.locator(".turn").count() == -(-len(PAYLOADS) // AT_ONCE)
    assert page.evaluate("window.__tripped") is None
    assert page.locator(".turn script, .turn iframe, .turn [onerror], .turn [onload]").count() == 0
