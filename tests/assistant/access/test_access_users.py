"""Users, sessions and the lock: what is kept, what is refused, what ends when."""

import io
import stat

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from assistant.__main__ import main
from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.roles import ADMIN, VIEWER
from assistant.access.sessions import LOCK_SECONDS, MOST_OF_ADDRESS, MOST_OF_NAME, SESSION_SECONDS, Failures, Sessions
from assistant.access.tokens import Tokens
from assistant.access.users import Users
from assistant.store import database
from assistant.store.database import FILE
from assistant.store.tables import audit

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SECRET = "銀河鉄道の夜に乗る人たち"


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def users(store_home):
    return Users(store_home, QUICK)


def test_only_the_right_password_opens(users):
    user = users.add("専務", SECRET)
    assert users.check("専務", SECRET) == user == users.find(user.id)
    assert users.check("専務", SECRET + "x") is None
    assert users.check("常務", SECRET) is None


def test_width_and_case_make_no_second_user(users):
    users.add("Sato", SECRET)
    assert users.check("ＳＡＴＯ ", SECRET)
    with pytest.raises(AccessError, match="name_taken"):
        users.add("ｓａｔｏ", SECRET)


@pytest.mark.parametrize("name", ["", " ", "a\nb", "あ" * 65])
def test_names_that_cannot_be_used(users, name):
    with pytest.raises(AccessError, match="bad_name"):
        users.add(name, SECRET)


@pytest.mark.parametrize("password", ["", "short", "x" * 257, "SATOtaroSATOtaro"])
def test_passwords_that_cannot_be_used(users, password):
    with pytest.raises(AccessError, match="bad_password"):
        users.add("satotarosatotaro", password)


def test_the_file_is_the_owners_alone_and_holds_no_password(tmp_path):
    Users(tmp_path).add("専務", SECRET)  # the default hasher
    database(tmp_path).close()
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert SECRET.encode() not in (tmp_path / FILE).read_bytes()
    assert b"$argon2id$" in (tmp_path / FILE).read_bytes()


def test_no_file_is_made_by_looking(tmp_path):
    users = Users(tmp_path, QUICK)
    assert users.list() == ()
    assert users.check("専務", SECRET) is None
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_lets_nobody_in(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    users = Users(tmp_path, QUICK)
    for use in (users.list, lambda: users.check("専務", SECRET), lambda: users.add("専務", SECRET)):
        with pytest.raises(UsersUnavailable):
            use()


def test_sessions_end_but_not_with_a_restart(users):
    clock = Clock()
    one, two = (users.add(name, SECRET).id for name in ("専務", "常務"))
    sessions = Sessions(users.database, clock)
    token, other = sessions.open(one), sessions.open(two)
    assert (sessions.user_id(token), sessions.user_id(other), sessions.user_id("")) == (one, two, None)
    sessions.close(other)
    assert sessions.user_id(other) is None
    users.database.close()
    assert Sessions(users.database, clock).user_id(token) == one
    clock.now += SESSION_SECONDS
    assert sessions.user_id(token) is None


def test_a_removed_users_sessions_are_gone(users):
    sessions = Sessions(users.database)
    token = sessions.open(users.add("専務", SECRET).id)
    users.remove("専務")
    assert sessions.user_id(token) is None
    with users.connection() as connection:
        assert list(connection.execute(select(audit.c.action).order_by(audit.c.number)).scalars()) == ["user_added", "login", "user_removed"]


def test_a_name_is_locked_for_every_address_and_opens_again():
    clock = Clock()
    failures = Failures(clock)
    assert all(failures.begin("専務", f"10.0.0.{at}") for at in range(MOST_OF_NAME))
    assert not failures.begin("専務", "10.0.1.1")
    assert failures.begin("常務", "10.0.1.1")
    clock.now += LOCK_SECONDS
    assert failures.begin("専務", "10.0.1.1")


def test_an_address_is_locked_for_every_name():
    failures = Failures(Clock())
    assert all(failures.begin(f"name{at}", "10.0.0.1") for at in range(MOST_OF_ADDRESS))
    assert not failures.begin("専務", "10.0.0.1")
    assert failures.begin("専務", "10.0.0.2")


def test_the_right_password_takes_back_its_attempt():
    failures = Failures(Clock())
    for _ in range(3 * MOST_OF_ADDRESS):
        assert failures.begin("専務", "10.0.0.1")
        failures.succeeded("専務", "10.0.0.1")
    assert failures.times == {}


def test_the_command_reads_the_password_from_standard_input(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO(SECRET + "\n"))
    assert main(["user", "add", "専務"]) == 0
    assert Users(tmp_path).check("専務", SECRET)
    assert main(["user", "list"]) == 0
    assert "専務\t" in capsys.readouterr().out
    assert main(["user", "remove", "専務"]) == 0
    assert main(["user", "remove", "専務"]) == 2
    assert "「専務」はいません" in capsys.readouterr().err
    assert Users(tmp_path).list() == ()


def test_the_commands_change_roles_and_make_and_end_tokens(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path))
    users = Users(tmp_path, QUICK)
    user, tokens = users.add("専務", SECRET), Tokens(users.database)
    assert user.role == VIEWER
    assert main(["user", "role", "専務", "admin"]) == 0 and users.named("専務").role == ADMIN
    assert main(["user", "role", "常務", "admin"]) == 2
    capsys.readouterr()
    assert main(["user", "token", "専務"]) == 0
    token = capsys.readouterr().out.splitlines()[-1]
    assert tokens.user_id(token) == user.id and tokens.user_id(token[:-1]) is None
    database(tmp_path).close()
    assert token.encode() not in (tmp_path / FILE).read_bytes()
    assert main(["user", "tokens", "専務"]) == 0 and token not in (listed := capsys.readouterr().out)
    assert main(["user", "revoke", listed.split("\t")[0]]) == 0 and tokens.user_id(token) is None
    assert main(["user", "revoke", "none"]) == 2
    with users.connection() as connection:
        acts = list(connection.execute(select(audit.c.action).order_by(audit.c.number)).scalars())
    assert acts == ["user_added", "user_made_admin", "token_made", "token_ended"]


def test_a_removed_users_tokens_are_gone(users):
    tokens = Tokens(users.database)
    token = tokens.make(users.add("専務", SECRET).id)[1]
    users.remove("専務")
    assert tokens.user_id(token) is None


def test_a_password_as_an_argument_is_refused():
    with pytest.raises(SystemExit) as stopped:
        main(["user", "add", "専務", SECRET])
    assert stopped.value.code == 2


@pytest.mark.parametrize("words", [["user", "list"], ["user", "remove", "専務"], ["audit", "verify"]])
def test_a_database_that_cannot_be_named_is_told(tmp_path, monkeypatch, capsys, words):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "nonsense")
    assert main(words) == 1
    assert "DATABASE_URL" in capsys.readouterr().err
