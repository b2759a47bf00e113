"""Login by a company's accounts, from the button to the page and back, against an account service that lies in every known way."""

import json
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from argon2 import PasswordHasher
from oidc_provider import CLIENT, EC, OTHER, PASSWORD, RSA, WEAK, Provider, by, packed, unsigned, with_public_key
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant import reach_client
from assistant.access.attempts import MOST, Attempts
from assistant.access.entry import Entry
from assistant.access.oidc import Secrets
from assistant.access.oidc_settings import BEGUN_COOKIE
from assistant.access.users import Users
from assistant.errors import InputError
from assistant.store.tables import attempts, audit
from assistant.ui.gate import COOKIE, Gate
from assistant.ui.login_page import safe_next
from assistant.ui.peers import Peers
from assistant.ui.roles import browser_id, role_of

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SECRET = "銀河鉄道の夜に乗る人たち"
BUTTON = "会社のアカウントでログイン"
PAGE = {"accept": "text/html"}


@pytest.fixture(scope="module")
def serving():
    provider = Provider()
    yield provider
    provider.close()


@pytest.fixture
def provider(serving):
    serving.reset()
    return serving


def environment(provider, **changed):
    return {
        "RASHINBAN_OIDC_ISSUER": provider.issuer, "RASHINBAN_OIDC_CLIENT_ID": CLIENT, "RASHINBAN_OIDC_CLIENT_SECRET": PASSWORD, "RASHINBAN_OIDC_ADDRESS": "http://localhost",
        "RASHINBAN_OIDC_DOMAINS": "Example.co.jp", "RASHINBAN_ENTRY_NEW": "viewer", **changed,
    }  # fmt: skip


async def seen(request: Request):
    return JSONResponse({"owner": browser_id(request), "role": role_of(request), "cookies": sorted(request.cookies)})


def browser(users, provider, scheme="http", **changed):
    gate = Gate(Starlette(routes=[Route("/", seen)]), users.database.home, users, entry=Entry.from_environment(environment(provider, **changed)))
    return TestClient(Peers(gate), base_url=f"{scheme}://localhost", follow_redirects=False, headers=PAGE)


def begin(opened, on=""):
    return opened.get(f"/login/oidc{on}").headers["location"]


def log_in(opened, provider, on=""):
    return opened.get(provider.log_in(begin(opened, on)))


def refused(answer, status=403):
    assert answer.status_code == status and BUTTON in answer.text and COOKIE not in answer.cookies, answer.text
    return answer.text


# -- a good login -----------------------------------------------------------------------------------------------------


def test_a_good_login_opens_a_new_session(users, provider):
    opened = browser(users, provider)
    assert BUTTON in opened.get("/login").text and provider.asked == [], "nothing is opened before somebody asks"
    opened.cookies.set(COOKIE, "brought-along")
    answer = log_in(opened, provider)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.cookies[COOKIE] not in ("", "brought-along")
    del opened.cookies[COOKIE]
    opened.cookies.set(COOKIE, answer.cookies[COOKIE])
    [user] = users.list()
    assert (user.name, user.role) == ("sato@example.co.jp", "viewer")
    assert opened.get("/").json()["owner"] == user.id and BEGUN_COOKIE not in opened.get("/").json()["cookies"]
    opened.get("/logout")
    assert opened.get("/").headers["location"] == "/login"


def test_a_session_from_before_the_login_ends_with_it(users, provider):
    users.add("専務", SECRET)
    opened = browser(users, provider)
    opened.post("/login", data={"username": "専務", "password": SECRET})
    before = opened.cookies[COOKIE]
    log_in(opened, provider)
    assert opened.cookies[COOKIE] != before
    other = browser(users, provider)
    other.cookies.set(COOKIE, before)
    assert other.get("/").status_code == 303


def test_the_same_account_is_the_same_user_even_by_another_address(users, provider):
    log_in(browser(users, provider), provider)
    provider.claims = {"email": "suzuki@example.co.jp"}
    log_in(browser(users, provider), provider)
    assert [user.name for user in users.list()] == ["sato@example.co.jp"]


def test_another_account_of_the_same_address_is_not_the_same_user(users, provider):
    log_in(browser(users, provider), provider)
    provider.claims = {"sub": "0002"}
    assert "別の入り方" in refused(log_in(browser(users, provider), provider))


@pytest.mark.parametrize("key", ["RSA", "EC"])
@pytest.mark.parametrize("kid", [True, False])
def test_both_kinds_of_keys_with_and_without_their_name(users, provider, key, kid):
    chosen, alg = (RSA, "RS256") if key == "RSA" else (EC, "ES256")
    provider.sign = by(chosen, alg) if kid else by(chosen, alg, kid=None)
    assert log_in(browser(users, provider), provider).headers["location"] == "/"


def test_the_cookies_are_only_sent_encrypted_behind_tls(users, provider):
    for scheme, secure in (("http", False), ("https", True)):
        opened = browser(users, provider, scheme, RASHINBAN_OIDC_ADDRESS=f"{scheme}://localhost")
        first = opened.get("/login/oidc").headers
        for cookie in (first["set-cookie"], opened.get(provider.log_in(first["location"])).headers["set-cookie"]):
            assert "httponly" in cookie.lower() and "samesite=lax" in cookie.lower() and ("secure" in cookie.lower()) == secure


# -- where it leads ---------------------------------------------------------------------------------------------------


def test_the_login_leads_back_to_what_was_asked_for(users, provider):
    opened = browser(users, provider)
    assert opened.get("/?screen=roi&strategy=joint").headers["location"] == "/login?next=%2F%3Fscreen%3Droi%26strategy%3Djoint"
    assert "next=%2F%3Fscreen%3Droi%26strategy%3Djoint" in opened.get("/login?next=%2F%3Fscreen%3Droi%26strategy%3Djoint").text
    assert log_in(opened, provider, "?next=%2F%3Fscreen%3Droi").headers["location"] == "/?screen=roi"
    users.add("専務", SECRET)
    assert opened.post("/login", data={"username": "専務", "password": SECRET, "next": "/?screen=data"}).headers["location"] == "/?screen=data"


@pytest.mark.parametrize(
    "text", ["//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil", "/\t/evil", "/%2f/evil", "javascript:1", "", "x", "/?a=\r\nSet-Cookie: b", "/logout", "/login", "/?" + "a" * 2000, "/?a\\b", "/?é", " /", "/.//evil"],
)  # fmt: skip
def test_no_login_leads_elsewhere(users, provider, text):
    assert safe_next(text) == "/"
    opened = browser(users, provider)
    users.add("専務", SECRET)
    assert opened.post("/login", data={"username": "専務", "password": SECRET, "next": text}).headers["location"] == "/"


# -- tokens that lie --------------------------------------------------------------------------------------------------

NOW = time.time()
LIES = [
    {"aud": "another"}, {"aud": ["another"]}, {"aud": None}, {"aud": [CLIENT, "another"]}, {"aud": [CLIENT, "another"], "azp": "another"}, {"azp": "another"}, {"aud": {CLIENT: 1}},
    {"iss": "https://evil.example"}, {"iss": None}, {"iss": ["x"]}, {"exp": NOW - 3600}, {"exp": None}, {"exp": str(NOW + 300)}, {"exp": True}, {"iat": NOW - 7200}, {"iat": NOW + 3600}, {"iat": None},
    {"nbf": NOW + 3600}, {"nbf": "x"}, {"nonce": "another"}, {"nonce": None}, {"nonce": 5}, {"sub": None}, {"sub": ""}, {"sub": 7}, {"sub": "x" * 300}, {"sub": "a\nb"},
]  # fmt: skip


@pytest.mark.parametrize("claims", LIES, ids=lambda claims: "-".join(claims))
def test_a_claim_that_is_not_what_it_must_be(users, provider, claims):
    provider.claims = claims
    assert "証明を確かめられません" in refused(log_in(browser(users, provider), provider))
    assert users.list() == ()


def test_several_audiences_with_us_as_the_party_are_fine(users, provider):
    provider.claims = {"aud": [CLIENT, "another"], "azp": CLIENT, "nbf": NOW - 5}
    assert log_in(browser(users, provider), provider).status_code == 303


SIGNERS = {
    "none": unsigned, "public key as secret": with_public_key, "another key": by(OTHER, "RS256"), "another algorithm": by(RSA, "PS256"), "a weak key": by(WEAK, "RS256"),
    "RS512": by(RSA, "RS512"), "head that carries its key": by(OTHER, "RS256", jwk=OTHER.as_dict(private=False)), "deep head": lambda claims: f"{packed(b'[' * 20_000)}.{packed(claims)}.x", "no token": lambda claims: "x.y.z", "five parts": lambda claims: "a.b.c.d.e",
    "empty": lambda claims: "", "huge": lambda claims: by(RSA, "RS256")({**claims, "pad": "x" * 40_000}), "cut": lambda claims: by(RSA, "RS256")(claims)[:-2],
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:Key size")
@pytest.mark.parametrize("signer", SIGNERS)
def test_a_signature_that_is_none(users, provider, signer):
    provider.sign, provider.keys = SIGNERS[signer], [RSA, EC, WEAK]
    assert "証明を確かめられません" in refused(log_in(browser(users, provider), provider))
    assert users.list() == ()


def test_a_new_key_is_asked_for_once(users, provider):
    opened = browser(users, provider)
    assert log_in(opened, provider).status_code == 303
    provider.keys, provider.sign = [OTHER], by(OTHER, "RS256")  # of the same name, even
    assert log_in(opened, provider).status_code == 303 and provider.asked.count("/keys") == 2
    assert log_in(opened, provider).status_code == 303 and provider.asked.count("/keys") == 2
    provider.sign = by(RSA, "RS256")
    refused(log_in(opened, provider))


# -- the way there and back -------------------------------------------------------------------------------------------


def test_a_way_back_can_be_used_once(users, provider):
    opened = browser(users, provider)
    way = provider.log_in(begin(opened))
    shown = opened.cookies[BEGUN_COOKIE]
    assert opened.get(way).status_code == 303
    opened.cookies.set(BEGUN_COOKIE, shown)
    assert "もう一度" in refused(opened.get(way)) and provider.asked.count("/token") == 1


def test_another_browser_cannot_finish_it(users, provider):
    way = provider.log_in(begin(browser(users, provider)))
    refused(browser(users, provider).get(way))
    other = browser(users, provider)
    begin(other)
    refused(other.get(way))
    assert "/token" not in provider.asked and users.list() == ()


@pytest.mark.parametrize("change", [{"state": "x"}, {"state": ""}, {"code": ""}, {"code": "wrong"}, {"code": "x" * 5000}, {"error": "access_denied"}, {"iss": "https://evil.example"}, {"state": ["{state}", "x"]}])
def test_what_comes_back_must_be_what_went_there(users, provider, change):
    opened = browser(users, provider)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(provider.log_in(begin(opened))).query).items()}
    given = {name: [one.format(state=asked["state"]) for one in value] if isinstance(value, list) else value for name, value in change.items()}
    text = refused(opened.get("/login/oidc/back", params={**asked, **given}))
    assert "geheim" not in text and "access_denied" not in text and users.list() == ()


def test_the_code_needs_the_verifier_of_this_login(users, provider):
    opened = browser(users, provider)
    way = begin(opened)
    challenge = parse_qs(urlsplit(way).query)["code_challenge"][0]
    refused(opened.get(provider.log_in(way.replace(challenge, "A" * 43))))


def test_a_login_that_took_too_long_is_over_and_few_are_kept(users):
    now = [1000.0]
    kept = Attempts(users, lambda: now[0])
    first = kept.keep(Secrets("s", "n", "v"), "/")
    now[0] += 601
    assert kept.take(first) is None
    last = [kept.keep(Secrets("s", "n", "v"), "/") for _ in range(3)][-1]
    with users.connection() as connection:
        assert len(connection.execute(select(attempts.c.digest)).all()) == 3 <= MOST
    assert kept.take(last) == (Secrets("s", "n", "v"), "/") and kept.take(last) is None


# -- who may come in --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claims", "word"),
    [
        ({"email_verified": False}, "本人のもの"), ({"email_verified": None}, "本人のもの"), ({"email_verified": "true"}, "本人のもの"), ({"email": None}, "メールアドレスがありません"),
        ({"email": "sato@evil.example"}, "このメールアドレスでは"), ({"email": "sato@example.co.jp.evil.example"}, "このメールアドレスでは"), ({"email": "sato@xexample.co.jp"}, "このメールアドレスでは"),
        ({"email": "sato@evil.example@example.co.jp"}, "メールアドレスがありません"), ({"email": "sato@exаmple.co.jp"}, "メールアドレスがありません"), ({"email": ["sato@example.co.jp"]}, "メールアドレスがありません"),
    ],
)  # fmt: skip
def test_only_verified_addresses_of_the_allowed_domains(users, provider, claims, word):
    provider.claims = claims
    assert word in refused(log_in(browser(users, provider), provider)) and users.list() == ()


def test_an_issuer_that_says_nothing_can_be_trusted_but_a_no_is_a_no(users, provider):
    for said, status in ((None, 303), (False, 403)):
        provider.claims = {"email_verified": said}
        assert log_in(browser(users, provider, RASHINBAN_OIDC_TRUST_EMAIL="1"), provider).status_code == status


def test_groups_let_in_and_give_the_role(users, provider):
    rules = {"RASHINBAN_OIDC_DOMAINS": "", "RASHINBAN_ENTRY_ROLES": "it=admin,plan=editor,all=viewer"}
    assert "グループ" in refused(log_in(browser(users, provider, **rules), provider))
    for groups, role in ((["all", "it"], "admin"), (["plan"], "editor")):
        provider.claims = {"groups": groups}
        log_in(browser(users, provider, **rules), provider)
        assert users.list()[0].role == role
    for lie in ("it", {"it": 1}, [["it"]], None):
        provider.claims = {"groups": lie}
        refused(log_in(browser(users, provider, **rules), provider))


def test_who_was_removed_or_is_another_stays_out(users, provider):
    log_in(browser(users, provider), provider)
    users.remove("sato@example.co.jp")
    assert "消されています" in refused(log_in(browser(users, provider), provider))
    users.add("sato@example.co.jp", SECRET, "admin")
    assert "別の入り方" in refused(log_in(browser(users, provider), provider))
    users.open_outside("sato@example.co.jp")
    assert log_in(browser(users, provider), provider).status_code == 303
    assert "まだ利用者では" in refused(log_in(browser(Users(users.database.home / "other", QUICK), provider, RASHINBAN_ENTRY_NEW=""), provider))


def test_the_audit_tells_the_login_and_no_address(users, provider):
    log_in(browser(users, provider), provider)
    with users.connection() as connection:
        rows = connection.execute(select(audit.c.action, audit.c.subject, audit.c.actor).order_by(audit.c.number)).all()
    assert [row[0] for row in rows] == ["user_added", "identity_linked", "login"] and "sato" not in str(rows)


# -- an issuer that is not well ---------------------------------------------------------------------------------------

DOCUMENT, KEYS, TOKEN = "/.well-known/openid-configuration", "/keys", "/token"
ILL = {
    "error": lambda: (500, b"secret of the issuer"), "redirect": lambda: (302, b""), "garbage": lambda: (200, b"\xff\xfe{{"), "list": lambda: (200, b"[]"), "empty": lambda: (200, b"{}"),
    "deep": lambda: (200, b"[" * 100_000), "huge": lambda: (200, b'{"a":"' + b"x" * 2_000_000 + b'"}'), "slow": lambda: time.sleep(1) or (200, b"{}"),
}  # fmt: skip


@pytest.mark.parametrize("path", [DOCUMENT, KEYS, TOKEN])
@pytest.mark.parametrize("illness", ILL)
def test_an_issuer_that_is_not_well_is_told_and_nobody_comes_in(users, provider, path, illness, monkeypatch):
    monkeypatch.setattr(reach_client, "SECONDS", 0.4)
    provider.answers[path] = ILL[illness]
    opened = browser(users, provider)
    start = opened.get("/login/oidc")
    answer = start if start.status_code != 303 else opened.get(provider.log_in(start.headers["location"]))
    assert answer.status_code in (403, 503) and BUTTON in answer.text and "secret of the issuer" not in answer.text
    if illness != "empty":
        assert answer.status_code == 503 and "今つながりません" in answer.text
    assert users.list() == () and "/elsewhere" not in provider.asked


def test_an_issuer_that_is_down(users, provider):
    gone = Provider()
    gone.close()
    assert "今つながりません" in refused(browser(users, gone).get("/login/oidc"), 503)


@pytest.mark.parametrize(
    "lie", [{"issuer": "https://evil.example"}, {"token_endpoint": "http://evil.example/token"}, {"token_endpoint": "file:///etc/passwd"}, {"jwks_uri": 5}, {"authorization_endpoint": "javascript:alert(1)"}, {"jwks_uri": "http://169.254.169.254/"}],
)  # fmt: skip
def test_what_the_issuer_publishes_is_looked_at(users, provider, lie):
    good = {"issuer": provider.issuer, **{name: f"{provider.issuer}/{path}" for name, path in (("authorization_endpoint", "a"), ("token_endpoint", "token"), ("jwks_uri", "keys"))}}
    provider.answers[DOCUMENT] = lambda: (200, json.dumps({**good, **lie}).encode())
    refused(browser(users, provider).get("/login/oidc"), 503)


@pytest.mark.parametrize(
    "changed",
    [
        {"RASHINBAN_OIDC_ISSUER": ""}, {"RASHINBAN_OIDC_ISSUER": "http://login.example.co.jp"}, {"RASHINBAN_OIDC_ISSUER": "http://169.254.169.254"}, {"RASHINBAN_OIDC_ISSUER": "file:///x"},
        {"RASHINBAN_OIDC_CLIENT_ID": ""}, {"RASHINBAN_OIDC_ADDRESS": ""}, {"RASHINBAN_OIDC_ADDRESS": "http://rashinban.example.co.jp"}, {"RASHINBAN_OIDC_ADDRESS": "https://a.example/b"},
        {"RASHINBAN_OIDC_DOMAINS": ""}, {"RASHINBAN_OIDC_DOMAINS": "*"}, {"RASHINBAN_OIDC_DOMAINS": "a@b"},
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used(provider, changed):
    with pytest.raises(InputError) as told:
        Entry.from_environment(environment(provider, **changed))
    assert "RASHINBAN_OIDC" in told.value.message_ja and PASSWORD not in told.value.message_ja
    assert PASSWORD not in repr(Entry.from_environment(environment(provider)))


def test_without_an_issuer_there_is_no_such_way(users):
    opened = TestClient(Gate(Starlette(), users.database.home, users), follow_redirects=False, headers=PAGE)
    assert BUTTON not in opened.get("/login").text and opened.get("/login/oidc").headers["location"] == "/login"
