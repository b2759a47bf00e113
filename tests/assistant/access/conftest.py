"""The whole web app with a user of each role, in this process; MCP is on."""

import contextlib
import shutil

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from assistant import Assistant
from assistant.access.roles import ROLES
from assistant.access.users import Users
from assistant.history import History
from assistant.store import database

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SECRET = "銀河鉄道の夜に乗る人たち"


class Site:
    """The app, its users by role, and browsers logged in as them. `running`: the client that runs the app."""

    def __init__(self, running, home, users):
        self.running, self.home, self.users = running, home, users
        self.browsers = {}

    def browser(self, **options):
        """A browser that nobody has logged in with, in the event loop of the running app: one of its own for each request would leave threads beside it."""
        browser = TestClient(self.running.app, follow_redirects=False, **options)
        browser.portal = self.running.portal
        return browser

    def as_(self, role):
        if role not in self.browsers:
            self.browsers[role] = self.browser()
            assert self.browsers[role].post("/login", data={"username": role, "password": SECRET}).status_code == 200
        return self.browsers[role]

    def component(self, element):
        config = self.as_("admin").get("/config").json()
        return next(one["id"] for one in config["components"] if one["props"].get("elem_id") == element)

    def call(self, asking, element, function, **parameters):
        """The HTML of a component's function, as the page's script calls it."""
        body = {"data": parameters, "component_id": self.component(element), "fn_name": function, "session_hash": "s"}
        answer = asking.post("/gradio_api/component_server", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()["html"]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """A database file without rows, made once: the migrations take a tenth of a second."""
    home, patch = tmp_path_factory.mktemp("migrated"), pytest.MonkeyPatch()
    patch.delenv("DATABASE_URL", raising=False)
    made = database(home)
    with made.write():
        pass
    made.close()
    patch.undo()
    return made.path


@pytest.fixture
def users(migrated, tmp_path, monkeypatch):
    """The users of an empty home."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    shutil.copy(migrated, tmp_path)
    yield Users(tmp_path, QUICK)
    database(tmp_path).close()


@pytest.fixture(scope="module")
def site(assistant, tmp_path_factory):
    from assistant.ui.server import Warmth, application

    home, patch = tmp_path_factory.mktemp("site"), pytest.MonkeyPatch()
    patch.delenv("DATABASE_URL", raising=False)
    users = Users(home, QUICK)
    for role in ROLES:
        users.add(role, SECRET, role)
    own = Assistant(assistant.divide, assistant.library, History(home), home)
    app = application(own, Warmth(lambda: None), mcp=True)
    with contextlib.ExitStack() as stack:
        stack.callback(patch.undo)
        running = stack.enter_context(TestClient(app))  # runs the start of the app, which MCP needs
        yield Site(running, home, users)
        users.database.close()
