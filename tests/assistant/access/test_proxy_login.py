"""Login by a header of a trusted proxy: only its own socket is believed, and only one plain name."""

import socket
import threading
import urllib.request

import pytest
import uvicorn
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant.access.entry import Entry, ProxyLogin
from assistant.access.tokens import Tokens
from assistant.errors import InputError
from assistant.store.deletion import delete_owner
from assistant.store.tables import audit
from assistant.ui.gate import Gate
from assistant.ui.peers import PEER, Peers
from assistant.ui.roles import browser_id, role_of

SECRET = "銀河鉄道の夜に乗る人たち"
NEAR, FAR = "10.0.0.5", "10.0.1.5"
BASE = {"RASHINBAN_PROXY_HEADER": "X-Remote-User", "RASHINBAN_PROXY_PEERS": "10.0.0.0/24, 127.0.0.1", "RASHINBAN_ENTRY_NEW": "viewer"}
GROUPS = {"RASHINBAN_PROXY_GROUPS_HEADER": "X-Remote-Groups", "RASHINBAN_ENTRY_ROLES": "it=admin, plan = editor"}
HIDDEN = {"RASHINBAN_PROXY_SECRET_HEADER": "X-Proxy-Secret", "RASHINBAN_PROXY_SECRET": "0123456789abcdef"}


async def seen(request: Request):
    return JSONResponse({"owner": browser_id(request), "role": role_of(request), "headers": sorted(set(request.headers))})


def app(users, **environment):
    inner = Starlette(routes=[Route("/", seen, methods=["GET", "POST"])])
    return Peers(Gate(inner, users.database.home, users, entry=Entry.from_environment(environment)))


def ask(users, *headers, peer=NEAR, more=(), **environment):
    browser = TestClient(app(users, **{**BASE, **environment}), client=(peer, 1234), follow_redirects=False)
    return browser.get("/", headers=[*headers, *more])


def test_the_proxy_names_the_user_and_the_app_never_sees_the_header(users):
    answer = ask(users, ("x-remote-user", "sato"))
    assert answer.status_code == 200 and [user.name for user in users.list()] == ["sato"]
    assert (answer.json()["owner"], answer.json()["role"]) == (users.list()[0].id, "viewer")
    assert not [name for name in answer.json()["headers"] if "remote" in name]
    assert ask(users, ("X-REMOTE-USER", "SATO")).json()["owner"] == users.list()[0].id
    assert users.check("sato", "") is None


@pytest.mark.parametrize("peer", [FAR, "", "testclient", "::ffff:10.0.1.5", "10.0.0.5.evil", "fe80::1%eth0"])
def test_from_any_other_peer_the_header_says_nothing(users, peer):
    assert ask(users, ("x-remote-user", "sato"), peer=peer).status_code == 401
    assert users.list() == ()


def test_a_mapped_address_is_the_address_itself(users):
    assert ask(users, ("x-remote-user", "sato"), peer="::ffff:10.0.0.5").status_code == 200


@pytest.mark.parametrize("claimed", [[("x-forwarded-for", NEAR)], [("x-forwarded-for", "127.0.0.1")], [("forwarded", f"for={NEAR}")], [("x-real-ip", NEAR)]])
def test_no_forwarding_header_makes_a_peer_trusted(users, claimed, monkeypatch):
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    assert ask(users, ("x-remote-user", "sato"), peer=FAR, more=claimed).status_code == 401


def test_a_client_behind_the_proxy_is_told_apart_by_its_own_address(users, monkeypatch):
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", NEAR)
    got = {}

    async def keep(scope, receive, send):
        got.update(peer=scope[PEER], client=scope["client"][0], scheme=scope["scheme"])
        await JSONResponse({})(scope, receive, send)

    TestClient(Peers(keep), client=(NEAR, 1)).get("/", headers={"x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https"})
    assert got == {"peer": NEAR, "client": "203.0.113.9", "scheme": "https"}


@pytest.mark.parametrize("value", ["", " ", "a" * 65, "sa\tto", "さとう", "ｓａｔｏ", "s\u0430to", "sato\x7f", "sa\x00to"])
def test_names_that_are_not_believed(users, value):
    answer = ask(users, (b"x-remote-user", value.encode()))
    assert answer.status_code == 403 and "中継から届いた名前" in answer.json()["detail"]
    assert users.list() == ()


@pytest.mark.parametrize("second", ["x-remote-user", "X-Remote-User", "x_remote_user", "X_Remote-User"])
def test_a_second_header_in_any_spelling_is_refused(users, second):
    assert ask(users, ("x-remote-user", "sato"), (second, "admin")).status_code == 403
    assert ask(users, (second, "admin"), ("x-remote-user", "sato")).status_code == 403
    assert ask(users, ("x_remote_user", "admin")).status_code == 403, "alone, too, it is not the proxy's"


def test_only_known_users_come_in_where_nobody_is_added(users):
    refused = ask(users, ("x-remote-user", "sato"), RASHINBAN_ENTRY_NEW="")
    assert refused.status_code == 403 and "まだ利用者ではありません" in refused.json()["detail"]
    known = users.open_outside("sato", "editor")
    assert ask(users, ("x-remote-user", "Sato"), RASHINBAN_ENTRY_NEW="").json() | {"headers": 0} == {"owner": known.id, "role": "editor", "headers": 0}


def test_a_user_with_a_password_is_not_taken_over(users):
    owner = users.add("sato", SECRET, "admin")
    assert ask(users, ("x-remote-user", "sato")).status_code == 403
    assert users.open_outside("sato") == owner and users.check("sato", SECRET) is None
    assert ask(users, ("x-remote-user", "sato")).json()["owner"] == owner.id


@pytest.mark.parametrize("ended", ["remove", "delete"])
@pytest.mark.parametrize("by", ["proxy", "password"])
def test_who_was_removed_stays_out_until_added_again(users, ended, by):
    if by == "proxy":
        ask(users, ("x-remote-user", "sato"))
    else:
        users.add("sato", SECRET)
    users.remove("sato") if ended == "remove" else delete_owner(users.database, users.named("sato").id)
    for _ in range(2):
        refused = ask(users, ("x-remote-user", "sato"))
        assert refused.status_code == 403 and "消されています" in refused.json()["detail"]
    assert users.list() == ()
    back = users.open_outside("sato")
    assert ask(users, ("x-remote-user", "sato")).json()["owner"] == back.id


def test_groups_give_the_role_and_take_it_back(users):
    def role(*groups):
        return ask(users, ("x-remote-user", "sato"), *[("x-remote-groups", one) for one in groups], **GROUPS)

    assert [role(groups).json()["role"] for groups in ("staff, it", "plan", "it,plan", "staff", "IT")] == ["admin", "editor", "admin", "viewer", "viewer"]
    assert role("it").json()["role"] == "admin" and role().json()["role"] == "viewer"
    with users.connection() as connection:
        assert set(connection.execute(select(audit.c.actor)).scalars()) == {"entry"}, "no command changed the role"
    assert role("it", "plan").status_code == role("x" * 9000).status_code == 403
    assert ask(users, ("x-remote-user", "sato"), ("x-remote-groups", "it"), peer=FAR, **GROUPS).status_code == 401


@pytest.mark.parametrize(("given", "status"), [([], 401), (["0123456789abcdeX"], 401), ([""], 401), (["0123456789abcdef"] * 2, 403), (["0123456789abcdef"], 200)])
def test_the_agreed_secret(users, given, status):
    assert ask(users, ("x-remote-user", "sato"), *[("x-proxy-secret", one) for one in given], **HIDDEN).status_code == status


def test_a_token_goes_before_the_header(users):
    token = Tokens(users.database).make(users.open_outside("kato").id)[1]
    assert ask(users, ("x-remote-user", "sato"), ("authorization", f"Bearer {token}")).json()["owner"] == users.named("kato").id
    assert users.named("sato") is None


@pytest.mark.parametrize(
    "changed",
    [
        {"RASHINBAN_PROXY_PEERS": ""}, {"RASHINBAN_PROXY_PEERS": "0.0.0.0/0"}, {"RASHINBAN_PROXY_PEERS": "::/0"}, {"RASHINBAN_PROXY_PEERS": "10.0.0.5/8"},
        {"RASHINBAN_PROXY_PEERS": "proxy.example"}, {"RASHINBAN_PROXY_HEADER": ""}, {"RASHINBAN_PROXY_HEADER": "X_User"}, {"RASHINBAN_PROXY_HEADER": "Cookie"},
        {"RASHINBAN_PROXY_HEADER": "X-Forwarded-For"}, {"RASHINBAN_PROXY_GROUPS_HEADER": "x-remote-user"}, {"RASHINBAN_PROXY_SECRET": "0123456789abcdef"},
        {**HIDDEN, "RASHINBAN_PROXY_SECRET": "short"}, {"RASHINBAN_ENTRY_NEW": "admin"}, {"RASHINBAN_ENTRY_ROLES": "it=root"}, {"RASHINBAN_ENTRY_ROLES": "=admin"},
    ],
)  # fmt: skip
def test_settings_that_cannot_be_used_are_refused(changed):
    with pytest.raises(InputError) as told:
        Entry.from_environment({**BASE, **changed})
    assert "RASHINBAN_" in told.value.message_ja and HIDDEN["RASHINBAN_PROXY_SECRET"] not in told.value.message_ja + str(told.value)


def test_nothing_is_trusted_unless_it_is_set_up(users):
    assert Entry.from_environment({}) == Entry() and not Entry().guarded
    assert HIDDEN["RASHINBAN_PROXY_SECRET"] not in repr(ProxyLogin.from_environment(BASE | HIDDEN))


def test_the_peer_of_a_real_socket_is_the_proxy_s_own(users, monkeypatch):
    """uvicorn itself, as `serve` sets it up: a forwarding header from this machine replaces the client, never the peer."""
    monkeypatch.delenv("FORWARDED_ALLOW_IPS", raising=False)
    config = uvicorn.Config(app(users, **{**BASE, "RASHINBAN_PROXY_PEERS": "10.0.0.0/24"}), log_config=None, proxy_headers=False, lifespan="off")
    server, listener = uvicorn.Server(config), socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        asked = urllib.request.Request(f"http://127.0.0.1:{listener.getsockname()[1]}/", headers={"X-Remote-User": "sato", "X-Forwarded-For": NEAR})
        with pytest.raises(urllib.error.HTTPError, match="401"):
            urllib.request.urlopen(asked, timeout=10)
    finally:
        server.should_exit = True
        thread.join(10)
    assert users.list() == ()
