"""Every act that somebody may have to answer for later is in the audit: by whom, what, to what, and never a text or a password."""

from functools import partial
from types import SimpleNamespace

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.access.entry import Entry
from assistant.access.roles import ROLES
from assistant.access.sessions import MOST_OF_NAME
from assistant.operations.settings_seen import note_settings
from assistant.store import audit, database
from assistant.store.tables import audit as entries
from assistant.ui.documents import OwnDocuments
from assistant.ui.gate import Gate
from assistant.ui.jobs import Jobs
from assistant.ui.peers import Peers
from index.documents import DocumentMissing

SECRET = "銀河鉄道の夜に乗る人たち"
QUESTION = "2021年のAI会議の企業参加率は?"


def told(home, after=0):
    """(actor, action, subject) of every entry after that number; the chain is whole."""
    assert audit.verify(database(home)).broken is None
    with database(home).read() as connection:
        return [tuple(row) for row in connection.execute(select(entries.c.actor, entries.c.action, entries.c.subject).where(entries.c.number > after).order_by(entries.c.number))]


@pytest.fixture
def since(site):
    """What the audit says since the test began; the logins are over."""
    for role in ROLES:
        site.as_(role)
    start = len(told(site.home))
    return lambda: told(site.home, start)


# -- logins -----------------------------------------------------------------------------------------------------------


def gate(users, **environment):
    return Peers(Gate(Starlette(), users.database.home, users, entry=Entry.from_environment(environment)))


def test_failed_logins_and_the_lock(users):
    user = users.add("sato", SECRET)
    browser = TestClient(gate(users), client=("10.0.0.9", 1))
    for _ in range(MOST_OF_NAME + 2):
        browser.post("/login", data={"username": "sato", "password": "wrong-password"})
    assert told(users.database.home, 1) == [("10.0.0.9", "login_failed", user.id)] * MOST_OF_NAME + [("10.0.0.9", "login_locked", user.id)]


def test_a_password_in_the_field_of_the_name_is_nowhere(users):
    browser = TestClient(gate(users), client=("10.0.0.9", 1))
    browser.post("/login", data={"username": SECRET, "password": ""})
    assert told(users.database.home) == [("10.0.0.9", "login_failed", "unknown")]
    database(users.database.home).close()
    assert SECRET.encode() not in users.database.path.read_bytes()


def test_login_and_logout(users):
    user = users.add("sato", SECRET)
    browser = TestClient(gate(users), follow_redirects=False)
    browser.post("/login", data={"username": "sato", "password": SECRET})
    for _ in range(2):
        browser.get("/logout")
    assert told(users.database.home, 1) == [(user.id, "login", user.id), (user.id, "logout", user.id)]


def test_who_is_vouched_for_and_refused_is_told_but_does_not_fill_the_audit(users):
    browser = TestClient(gate(users, RASHINBAN_PROXY_HEADER="X-Remote-User", RASHINBAN_PROXY_PEERS="10.0.0.9"), client=("10.0.0.9", 1))
    for _ in range(30):
        browser.get("/", headers={"x-remote-user": "sato"})
    assert told(users.database.home) == [("10.0.0.9", "login_refused", "outside_unknown")] * 10


def test_roles_and_tokens(site, since):
    from assistant.access.tokens import Tokens

    user = site.users.add("kato", SECRET)
    site.users.set_role("kato", "editor")
    token, value = Tokens(site.users.database).make(user.id)
    Tokens(site.users.database).end(token)
    site.users.open_outside("kato")
    site.users.remove("kato")
    assert [row[1:] for row in since()] == [(action, user.id) for action in ("user_added", "user_made_editor", "token_made", "token_ended", "password_removed", "user_removed")]
    assert value not in str(since())


# -- documents, files, reading ----------------------------------------------------------------------------------------


class Library:
    """A store of documents that takes in what it is told to."""

    def __init__(self):
        self.outcome = "added"

    def add(self, file, name, owner, progress):
        return SimpleNamespace(id="d1", name=name, chunks=1, outcome=self.outcome)

    def remove(self, document, owner):
        if document != "d1":
            raise DocumentMissing("missing", "none")
        return SimpleNamespace(id="d1", name="極秘.txt")


def test_documents_come_and_go(users, tmp_path):
    library, file = Library(), tmp_path / "極秘.txt"
    documents = OwnDocuments(lambda: library, lambda: str(tmp_path), Jobs(), partial(audit.record, users.database))
    for library.outcome in ("added", "unchanged", "duplicate", "updated"):
        documents.taken(file, "極秘.txt", "user-1", lambda done, total: None)
    for document in ("d1", "d2"):
        documents.act({"act": "remove", "document": document}, "user-1")
    assert told(users.database.home) == [("user-1", f"document_{done}", "d1") for done in ("added", "updated", "removed")]


@pytest.mark.parametrize(
    ("address", "what"),
    [("page/figures.csv?metric=firm_share", "figures.csv"), ("page/figures.xlsx?metric=firm_share", "figures.xlsx"), ("page/roi.csv?strategy=prototype", "roi.csv"), ("page/plan/ringi?strategy=prototype", "plan/ringi")],
)  # fmt: skip
def test_downloads(site, since, address, what):
    assert site.as_("viewer").get(address).status_code == 200
    assert since() == [(site.users.named("viewer").id, "downloaded", what)]


def test_what_is_not_given_out_is_no_download(site, since):
    for address in ("page/figures.csv?metric=none", "page/plan/none", "page/answer/docx?turn=none"):
        assert site.as_("viewer").get(address).status_code in (400, 404)
    assert since() == []


def test_no_file_without_the_audit(site, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(audit, "append", lambda *arguments, **named: (_ for _ in ()).throw(OSError("full")))
        answer = site.as_("viewer").get("page/figures.csv?metric=firm_share")
    assert answer.status_code == 503 and "RASHINBAN_HOME" in answer.text and "%" not in answer.text


def test_a_conversation_as_a_file(site, since):
    from assistant.ui.talk_list import TalkList
    from assistant.ui.talks import Talks, Turn

    talks, viewer = Talks(site.home), site.users.named("viewer").id
    talks.add(viewer, "talk-1", Turn("turn-1", "極秘の質問", "答え", "<p>答え</p>"))
    assert "極秘の質問" in TalkList(talks).act({"act": "export", "talk": "talk-1"}, viewer)
    assert TalkList(talks).act({"act": "export", "talk": "talk-1"}, site.users.named("editor").id) == ""
    assert since() == [(viewer, "talk_exported", "talk-1")] and "極秘" not in str(since())


def test_an_admin_s_looks(site, since):
    admin = site.users.named("admin").id
    for act in ("users", "audit"):
        site.call(site.as_("admin"), "page-data", "page_act", act=act)
        site.call(site.as_("viewer"), "page-data", "page_act", act=act)
    assert since() == [(admin, "users_read", "users"), (admin, "audit_read", "audit")]


# -- settings ---------------------------------------------------------------------------------------------------------


def test_other_settings_are_told_once_and_without_a_value(users):
    home, first = users.database, {"RASHINBAN_RATE_CALLS": "5/minute", "LLM_API_KEY": "sk-1", "DATABASE_URL": "", "PATH": "/bin"}
    assert [note_settings(home, first), note_settings(home, first), note_settings(home, first | {"PATH": "/usr/bin", "LLM_API_KEY": "sk-2"})] == [True, False, False]
    assert note_settings(home, first | {"RASHINBAN_RATE_CALLS": "off"}) and note_settings(home, {**first, "LLM_API_KEY": ""})
    rows = told(home.home)
    assert [row[:2] for row in rows] == [("start", "settings_changed")] * 3 and len({row[2] for row in rows}) == 3
    assert "sk-" not in str(rows) and "minute" not in str(rows)
