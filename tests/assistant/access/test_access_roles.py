"""What each role may do, asked of the whole app as a browser or a program asks it: the server decides, whatever a page shows."""

import ast
import json

import pytest

from assistant.access.roles import ADMIN, EDITOR, VIEWER, may
from assistant.access.tokens import Tokens
from assistant.ui.roles import ACTS, BROWSER_COOKIE, ROLE_COOKIE, refusal

REFUSED = "の役割が要ります"
QUESTION = "2021年のAI会議の企業参加率は?"
PAGES = {"chat": ("adding", "document_act")}


class Request:
    def __init__(self, **cookies):
        self.cookies = cookies


def test_the_roles_hold_each_other():
    assert [[may(role, needed) for needed in (VIEWER, EDITOR, ADMIN)] for role in (VIEWER, EDITOR, ADMIN, "", "root")] == [
        [True, False, False], [True, True, False], [True, True, True], [False] * 3, [False] * 3,
    ]  # fmt: skip


def test_a_role_without_a_user_is_the_machine_s_own_and_a_user_without_a_role_only_reads():
    assert refusal("data", "rebuild", Request()) is None
    assert refusal("data", "rebuild", Request(**{BROWSER_COOKIE: "abc", ROLE_COOKIE: "viewer"})) is None
    for claimed in ({}, {ROLE_COOKIE: "root"}, {ROLE_COOKIE: "viewer"}):
        assert refusal("data", "rebuild", Request(**{BROWSER_COOKIE: "user-1", **claimed}))


@pytest.mark.parametrize("role", [VIEWER, EDITOR, ADMIN])
def test_every_act_is_done_or_refused_by_role(site, role):
    browser = site.as_(role)
    for page, act in [*ACTS, ("papers", "anything"), ("roi", ""), ("data", "delete")]:
        if (page, act) in (("data", "rebuild"), ("data", "forget")) and role == ADMIN:
            continue  # it would really do it
        element, function = PAGES.get(page, (f"page-{page}", "page_act"))
        if (page, act) in ACTS and may(role, ACTS[page, act]) and act == "add":
            continue  # see test_only_an_editor_adds_documents
        html = site.call(browser, element, function, act=act, scenario_name="案", role="admin", browser=site.users.named("admin").id)
        assert (REFUSED in html) == (not may(role, ACTS.get((page, act), ADMIN))), (page, act, html)


def test_a_viewer_saves_no_scenario_and_an_editor_does(site):
    save = {"act": "save", "scenario_name": "強気", "strategy": "joint"}
    assert REFUSED in site.call(site.as_(VIEWER), "page-roi", "page_act", **save)
    assert "強気" not in site.call(site.as_(VIEWER), "page-roi", "page_open")
    assert "「強気」を保存しました" in site.call(site.as_(EDITOR), "page-roi", "page_act", **save)
    assert "強気" in site.call(site.as_(EDITOR), "page-roi", "page_open")


def test_only_an_editor_adds_documents(site):
    told = {}
    for role in (VIEWER, EDITOR):
        sent = site.as_(role).post("/gradio_api/upload", files={"files": ("memo.txt", "当社の予定です。".encode())})
        path = sent.json()[0] if sent.status_code == 200 else "/tmp/none.txt"
        told[role] = (sent.status_code, site.call(site.as_(role), "page-papers", "page_act", act="add", path=path, name="memo.txt"))
        if role == VIEWER:
            assert site.as_(role).post("/gradio_api/upload/", files={"files": ("memo.txt", b"x")}).status_code == 403
    assert told[VIEWER][0] == 403 and REFUSED in told[VIEWER][1]
    assert told[EDITOR][0] == 200 and "data-job" in told[EDITOR][1]


def test_nobody_names_another_as_oneself(site):
    other = site.users.named("editor").id
    site.call(site.as_(EDITOR), "page-roi", "page_act", act="save", scenario_name="極秘案", strategy="cloud")
    browser = site.as_(VIEWER)
    for function in ("page_open", "page_live"):
        assert "極秘案" not in site.call(browser, "page-roi", function, browser=other, role="admin")
        assert 'value="rebuild"' not in site.call(browser, "page-data", function, browser=other, role="admin")
    browser.cookies.set(BROWSER_COOKIE, other)
    browser.cookies.set(ROLE_COOKIE, "admin")
    try:
        assert "極秘案" not in site.call(browser, "page-roi", "page_open")
        assert REFUSED in site.call(browser, "page-data", "page_act", act="rebuild")
    finally:
        browser.cookies.delete(BROWSER_COOKIE)
        browser.cookies.delete(ROLE_COOKIE)


def test_a_new_role_counts_from_the_next_request(site):
    browser = site.as_(VIEWER)
    assert site.users.set_role("viewer", EDITOR).role == EDITOR
    try:
        assert REFUSED not in site.call(browser, "page-roi", "page_act", act="delete", scenario="none")
    finally:
        site.users.set_role("viewer", VIEWER)
    assert REFUSED in site.call(browser, "page-roi", "page_act", act="delete", scenario="none")


def test_only_an_admin_sees_the_state_of_the_installation(site):
    shown = {role: site.call(site.as_(role), "page-data", "page_open") for role in (VIEWER, EDITOR, ADMIN)}
    for value in ('value="rebuild"', 'value="users"', 'value="audit"', 'value="test"'):
        assert [value in shown[role] for role in (VIEWER, EDITOR, ADMIN)] == [False, False, True], value
    assert all("外部へ送りません" in html for html in shown.values())


def test_an_admin_s_look_at_the_audit_is_in_the_audit(site):
    assert REFUSED in site.call(site.as_(EDITOR), "page-data", "page_act", act="audit")
    assert "editor" in site.call(site.as_(ADMIN), "page-data", "page_act", act="users")
    first, second = (site.call(site.as_(ADMIN), "page-data", "page_act", act="audit") for _ in range(2))
    assert "書き換えられていません" in first and second.count("audit_read") == first.count("audit_read") + 1


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_the_browser_s_own_cookie_is_only_sent_encrypted_behind_tls(scheme, secure):
    from assistant.ui.server import new_browser

    [(_, cookie)] = new_browser({"type": "http", "path": "/", "headers": [], "scheme": scheme})
    assert b"HttpOnly" in cookie and b"SameSite=Lax" in cookie and (b"; Secure" in cookie) == secure


def test_the_page_says_its_role(site):
    assert [f'data-role="{role}"' in site.as_(role).get("/").text for role in (VIEWER, EDITOR, ADMIN)] == [True] * 3


# -- programs ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def token(site):
    return Tokens(site.users.database).make(site.users.named("viewer").id)


def test_a_token_calls_the_api_as_its_user(site, token):
    program = site.browser(headers={"authorization": f"Bearer {token[1]}"})
    asked = program.post("/gradio_api/run/ask", json={"data": [QUESTION, "kaigi"]})
    assert asked.status_code == 200 and asked.json()["data"][0]["outcome"] == "answered"
    followed = program.post("/gradio_api/run/ask", json={"data": ["ICMLでは?", "kaigi"]}).json()["data"][0]
    assert "ICML" in followed["resolved_question"]
    other = site.as_(EDITOR).post("/gradio_api/run/ask", json={"data": ["ICMLでは?", "kaigi"]}).json()["data"][0]
    assert "2021" not in other["resolved_question"], "a session of the same name is another's"
    for name, data in (("lookup_figure", ["企業参加率", 2]), ("search_papers", ["計算資源の格差", 2]), ("roi", ["prototype", ""]), ("phrases", ["予算要求"])):
        assert program.post(f"/gradio_api/run/{name}", json={"data": data}).status_code == 200, name
    assert REFUSED in site.call(program, "page-data", "page_act", act="rebuild")
    assert program.post("/gradio_api/upload", files={"files": ("a.txt", b"x")}).status_code == 403


@pytest.mark.parametrize("given", ["Bearer rashinban_wrong", "Bearer ", "Bearer", "bearer x", "Basic dXNlcjpwYXNz"])
def test_what_is_no_token_lets_nobody_in(site, given):
    assert site.browser(headers={"authorization": given}).post("/gradio_api/run/ask", json={"data": [QUESTION, ""]}).status_code == 401


def test_a_wrong_token_beside_a_login_is_refused(site):
    assert site.as_(EDITOR).get("/config", headers={"authorization": "Bearer rashinban_wrong"}).status_code == 401
    assert site.as_(EDITOR).get("/config").status_code == 200


def mcp(program, method, **parameters):
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters}
    answer = program.post("/gradio_api/mcp/", json=body, headers={"accept": "application/json, text/event-stream", "host": "127.0.0.1"})
    lines = [line[5:] for line in answer.text.splitlines() if line.startswith("data:")]
    return answer.status_code, json.loads(lines[-1])["result"] if lines else None


def told(result):
    """What a tool returned; Gradio writes a dict as Python does."""
    return ast.literal_eval(result[1]["content"][0]["text"])


def test_mcp_works_with_a_token_and_only_with_one(site, token):
    program = site.browser(headers={"authorization": f"Bearer {token[1]}"})
    status, tools = mcp(program, "tools/list")
    assert status == 200 and {tool["name"] for tool in tools["tools"]} == {"ask", "lookup_figure", "search_papers", "roi", "phrases"}
    ask = {"name": "ask", "arguments": {"question": QUESTION, "session": "mcp"}}
    assert told(mcp(program, "tools/call", **ask))["outcome"] == "answered"
    follow = {"name": "ask", "arguments": {"question": "ICMLでは?", "session": "mcp"}}
    assert "2021" in told(mcp(program, "tools/call", **follow))["resolved_question"]
    editors = site.browser(headers={"authorization": f"Bearer {Tokens(site.users.database).make(site.users.named('editor').id)[1]}"})
    assert "2021" not in told(mcp(editors, "tools/call", **follow))["resolved_question"], "the owner is the token's"
    assert mcp(site.browser(), "tools/list")[0] == 401


def test_a_token_ends_when_it_is_ended(site):
    tokens = Tokens(site.users.database)
    token_id, token = tokens.make(site.users.named("viewer").id)
    program = site.browser(headers={"authorization": f"Bearer {token}"})
    assert program.get("/config").status_code == 200
    tokens.end(token_id)
    assert program.get("/config").status_code == 401


# -- what was there before, with users on -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/login", "/config", "/gradio_api/upload", "/nothing", "/page/favourites"])
def test_every_answer_carries_the_safe_headers(site, path):
    for browser in (site.browser(), site.as_(VIEWER)):
        headers = browser.get(path).headers
        assert "frame-ancestors 'self'" in headers["content-security-policy"] and "default-src 'self'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["x-frame-options"], headers["referrer-policy"]) == ("nosniff", "SAMEORIGIN", "no-referrer")


@pytest.mark.parametrize("path", ["/etc/passwd", "{home}/rashinban.sqlite3", "{home}/audit.anchor", "../../etc/passwd"])
def test_no_file_is_read_that_was_not_uploaded(site, path):
    for role in (VIEWER, EDITOR, ADMIN):
        assert site.as_(role).get(f"/gradio_api/file={path.format(home=site.home)}").status_code in (403, 404)


def test_a_path_that_is_no_upload_is_not_taken_in(site):
    html = site.call(site.as_(EDITOR), "page-papers", "page_act", act="add", path="/etc/passwd", name="a.txt")
    assert "記録番号" in html and "data-job" not in html


