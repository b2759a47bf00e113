"""Questions of other programs: whose they are, and whether they may go to a language model."""

import pytest
from ui_samples import sample

from assistant.access.users import USER
from assistant.llm.stream import silenced
from assistant.ui.endpoints import LOCAL, Endpoints
from assistant.ui.roles import BROWSER_COOKIE
from assistant.ui.server import tell_what_leaves

ALICE = f"{USER}alice"


class Request:
    def __init__(self, owner):
        self.cookies = {BROWSER_COOKIE: owner} if owner else {}


class Writer:
    def __init__(self):
        self.agreed = set()

    def notice(self, owner):
        return [] if owner in self.agreed else ["送ります"]

    def agree(self, owner):
        self.agreed.add(owner)


class Assistant:
    def __init__(self):
        self.writer, self.asked = Writer(), []

    def ask(self, text, session=None, owner="local", document=None):
        self.asked.append((session, owner, silenced()))
        return sample()


@pytest.mark.parametrize(("owner", "session", "wanted"), [("", "a", ("a", LOCAL)), ("browser-1", "a", ("a", LOCAL)), (ALICE, "a", (f"{ALICE}-a", ALICE)), (ALICE, "", (None, ALICE)), ("", "", (None, LOCAL))])
def test_a_session_is_its_user_s(owner, session, wanted):
    assistant = Assistant()
    Endpoints(assistant, None).ask("2021年は?", session, Request(owner))
    assert assistant.asked[0][:2] == wanted


def test_nothing_goes_to_a_model_before_its_owner_was_told(capsys):
    assistant = Assistant()
    ask = Endpoints(assistant, None).ask
    ask("2021年は?", "", Request(""))
    tell_what_leaves(assistant)
    ask("2021年は?", "", Request(""))
    ask("2021年は?", "", Request(ALICE))
    assistant.writer.agree(ALICE)
    ask("2021年は?", "", Request(ALICE))
    assert [quiet for *_, quiet in assistant.asked] == [True, False, True, False]
    assert capsys.readouterr().err == "送ります\n"
    tell_what_leaves(assistant)
    assert capsys.readouterr().err == ""
