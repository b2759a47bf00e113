"""The gate before the app: nothing passes without a login, and the owner is who logged in, whatever the browser claims."""

import pytest
from argon2 import PasswordHasher
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.access.sessions import MOST_OF_NAME
from assistant.access.users import Users
from assistant.ui.gate import COOKIE, Gate
from assistant.ui.roles import BROWSER_COOKIE, ROLE_COOKIE, browser_id

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SECRET = "銀河鉄道の夜に乗る人たち"
PAGE = {"accept": "text/html"}


async def owner(request: Request):
    return JSONResponse({"owner": browser_id(request), "cookies": sorted(request.cookies)})


@pytest.fixture
def users(tmp_path):
    made = Users(tmp_path, QUICK)
    made.add("専務", SECRET)
    return made


@pytest.fixture
def gate(users):
    routes = [Route(path, owner, methods=["GET", "POST"]) for path in ("/", "/page/plan/excel", "/healthz", "/readyz")]
    return Gate(Starlette(routes=routes), users.database.home, users)


def client(gate, scheme="http"):
    return TestClient(gate, base_url=f"{scheme}://test", follow_redirects=False)


def log_in(browser, password=SECRET, **headers):
    return browser.post("/login", data={"username": "専務", "password": password}, headers=headers)


@pytest.mark.parametrize("path", ["/", "/page/plan/excel", "/gradio_api/upload", "//healthz", "/healthz/x"])
def test_nothing_passes_without_a_login(gate, path):
    browser = client(gate)
    assert browser.get(path).status_code == browser.post(path).status_code == 401
    sent = browser.get(path, headers=PAGE)
    assert (sent.status_code, sent.headers["location"]) == (303, "/login")
    browser.cookies.set(COOKIE, "guessed")
    browser.cookies.set(BROWSER_COOKIE, "user-1")
    assert browser.get(path).status_code == 401


def test_health_is_open(gate):
    assert client(gate).get("/healthz").status_code == client(gate).get("/readyz").status_code == 200


def test_the_owner_is_who_logged_in(gate, users):
    browser = client(gate)
    browser.cookies.set(BROWSER_COOKIE, "somebody-else")
    assert log_in(browser).status_code == 200
    seen = browser.get("/").json()
    assert seen == {"owner": users.list()[0].id, "cookies": [BROWSER_COOKIE, ROLE_COOKIE]}


def test_a_browser_is_sent_to_the_page_and_out_again(gate):
    browser = client(gate)
    sent = log_in(browser, **PAGE)
    assert (sent.status_code, sent.headers["location"]) == (303, "/")
    kept = browser.cookies[COOKIE]
    assert browser.get("/").status_code == 200
    browser.get("/logout")
    assert COOKIE not in browser.cookies
    browser.cookies.set(COOKIE, kept)
    assert browser.get("/").status_code == 401


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_no_script_reads_the_cookie(gate, scheme, secure):
    cookie = log_in(client(gate, scheme)).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and ("; secure" in cookie) == secure


def test_a_removed_user_is_out_at_once(gate, users):
    browser = client(gate)
    log_in(browser)
    users.remove("専務")
    assert browser.get("/").status_code == 401
    assert log_in(browser).status_code == 401


def test_repeated_failures_lock_even_the_right_password(gate):
    browser = client(gate)
    for _ in range(MOST_OF_NAME):
        failed = log_in(browser, "wrong")
        assert failed.status_code == 401 and "名前かパスワードが違います" in failed.text
    locked = log_in(browser)
    assert locked.status_code == 429 and "15分" in locked.text and COOKIE not in browser.cookies


def test_other_sites_cannot_post(gate):
    browser = client(gate)
    log_in(browser)
    assert browser.post("/", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert browser.post("/", headers={"sec-fetch-site": "same-origin"}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403), ({"origin": "null"}, 403), ({"origin": "http://test.evil.example"}, 403), ({"origin": "http://test:81"}, 403), ({"origin": ""}, 403),
        ({"origin": "http://evil.example", "x-forwarded-host": ""}, 403), ({"origin": "http://test"}, 200), ({}, 200), ({"origin": "https://app.example", "x-forwarded-host": "app.example"}, 200),
    ],
)  # fmt: skip
def test_over_plain_http_the_origin_tells_another_site(gate, headers, status):
    browser = client(gate)
    log_in(browser)
    assert browser.post("/", headers=headers).status_code == status


def test_no_cookie_hides_another(gate):
    browser = client(gate)
    log_in(browser)
    hidden = f'a="x\\073 {ROLE_COOKIE}=admin\\073 b=c"; d=e; {COOKIE}={browser.cookies[COOKIE]}'
    browser.cookies.clear()
    seen = browser.get("/", headers={"cookie": hidden}).json()
    assert seen["cookies"] == ["d", BROWSER_COOKIE, ROLE_COOKIE]


def test_no_users_file_lets_nobody_in(gate, users):
    browser = client(gate)
    log_in(browser)
    users.database.close()
    users.database.path.write_bytes(b"no database" * 100)
    refused = browser.get("/")
    assert refused.status_code == 503 and "restore" in refused.text
    users.database.path.unlink()
    assert browser.get("/").status_code == 401


def test_an_oversized_or_foreign_form_is_a_failed_login(gate):
    browser = client(gate)
    assert log_in(browser, "x" * 5000).status_code == 401
    assert browser.post("/login", content=b"\xff\xfe", headers={"content-type": "text/plain"}).status_code == 401
