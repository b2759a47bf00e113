"""Script in names (users, conversations, scenarios, documents) never runs in the browser; what questions hold, test_script_in_text tries."""

from app_process import running_app
from argon2 import PasswordHasher
from driving import go

from assistant.access.users import MOST_NAME, Users
from assistant.store.tables import scenarios, talks, users
from assistant.ui.scenarios import MOST, NAME_CHARACTERS
from assistant.ui.talks import TITLE_CHARACTERS
from bench.hostile_texts import PAYLOADS, SCRIPT
from index.documents import Documents

SECRET = "銀河鉄道の夜に乗る人たち"
DOCUMENTS = [payload for payload in PAYLOADS if "/" not in payload][:3]
SHORT = f"<img src=x onerror={SCRIPT}>"


def prepared(home):
    """A home whose names are all script, written in one go; number of users, of scenarios."""
    known = Users(home, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    admin = known.add("admin", SECRET, "admin").id
    names = [payload for payload in PAYLOADS if len(payload) <= MOST_NAME]
    plans = list(dict.fromkeys(payload[:NAME_CHARACTERS] for payload in PAYLOADS))[:MOST]
    with known.database.write() as connection:
        connection.execute(users.insert(), [{"id": f"user-{at}", "key": f"k{at}", "name": name, "hash": "", "role": "viewer", "added": at} for at, name in enumerate(names)])
        connection.execute(talks.insert(), [{"id": f"talk-{at}", "owner": admin, "title": payload[:TITLE_CHARACTERS], "changed": 1e9 + at} for at, payload in enumerate(PAYLOADS)])
        connection.execute(scenarios.insert(), [{"id": f"plan-{at}", "owner": admin, "name": plan, "query": "strategy=cloud"} for at, plan in enumerate(plans)])
    documents = Documents.open(home)
    for at, payload in enumerate(DOCUMENTS):
        documents.add(f"資料{at}：計算資源を共有します。".encode(), name=f"{payload}.txt", owner=admin)
    known.database.close()
    return len(names) + 1, len(plans)


def test_no_script_in_a_name_runs(chromium, tmp_path):
    people, plans = prepared(tmp_path)
    elsewhere = []
    with running_app(tmp_path) as address:
        page = chromium.new_context(locale="ja-JP").new_page()
        page.on("request", lambda request: elsewhere.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None)
        page.goto(address)
        page.fill("[name=username]", "admin")
        page.fill("[name=password]", SECRET)
        page.click("button")
        page.wait_for_selector("#current .welcome .ask")
        page.click(".tool.talks")
        page.locator("#talks .talk").nth(len(PAYLOADS) - 1).wait_for()
        assert {PAYLOADS[0][:TITLE_CHARACTERS], PAYLOADS[20][:TITLE_CHARACTERS]} <= set(page.locator("#talks .talk").evaluate_all("all => all.map(one => one.dataset.title)"))
        page.locator("#talks .talk").first.get_by_text("名前", exact=True).click()  # the form shows the title once more
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.reload()
        page.wait_for_selector("#question textarea")
        for name in ("roi", "papers", "data"):
            go(page, name)
        assert page.locator("#page-papers .owned li").count() == len(DOCUMENTS)
        assert SHORT in page.locator("#page-data").inner_text()
        assert SHORT in page.locator("#page-roi").inner_html().replace("&lt;", "<").replace("&gt;", ">") and plans > 30
        page.locator("#page-data form.act button", has_text="利用者").first.click()
        page.locator("#page-data #admin table tr").nth(people - 1).wait_for()
        page.locator("#page-data #admin form.act button", has_text="監査").first.click()
        page.locator("#page-data #admin output", has_text="書き換えられていません").wait_for()
        assert page.evaluate("window.__tripped") is None and elsewhere == []
        live = page.locator("#talks script, #page-roi img[onerror], #page-data img[onerror], #page-papers img[onerror], #page-data iframe, [onload], [onerror]")
        assert live.count() == 0


def test_the_corpus_itself_is_alive(chromium):
    """The tripwire trips where a page does not escape: else the test above could not fail."""
    page = chromium.new_page()
    page.set_content(SHORT)
    page.wait_for_function("window.__tripped === 1")
    page.close()
