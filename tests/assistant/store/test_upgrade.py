"""The database is made and upgraded once, whoever starts; nothing of the first release is lost, and nothing is half done."""

import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import first_release_files
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from argon2 import PasswordHasher
from sqlalchemy import inspect, text

from assistant.access.users import Users
from assistant.history import History
from assistant.store import StoreUnavailable, database
from assistant.store.tables import REVISION, metadata
from assistant.store.upgrade import MIGRATIONS
from assistant.ui.favourites import Favourite, Favourites
from assistant.ui.scenarios import Scenarios
from assistant.ui.talks import Talk, Talks, Turn

REPOSITORY = Path(__file__).resolve().parents[3]
SECRET = "銀河鉄道の夜に乗る人たち"
OWNER = "user-0011"


@pytest.fixture
def old_home(store_home, understand):
    question = json.dumps(understand("2021年のAI会議の企業参加率は?").to_dict(), ensure_ascii=False)
    first_release_files.write(store_home, {
        "history.sqlite3": {"turns": [("a", question, question), ("b", question, None)]},
        "talks.sqlite3": {
            "talks": [("a", OWNER, "企業参加率は?", 2.5), ("b", OWNER, "題名", 1.0), ("c", "other", "別の人", 3.0)],
            "turns": [("a2", "a", 1, "ICMLでは?", "46%", "<p>2</p>"), ("a1", "a", 0, "企業参加率は?", "36%", "<p>1</p>"), ("c1", "c", 0, "秘密", "x", "y")],
            "opinions": [("a1", 1, ""), ("a2", 0, "unclear")],
        },
        "users.sqlite3": {"users": [(OWNER, "専務", "専務", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(SECRET), 9.0)]},
        "scenarios.sqlite3": {"scenarios": [(1, "s1", OWNER, "弱気", "strategy=cloud"), (2, "s2", OWNER, "強気", "strategy=joint")]},
    })  # fmt: skip
    return store_home


def test_everything_of_the_first_release_is_there(old_home, understand):
    talks, scenarios = Talks(old_home), Scenarios(old_home)
    assert talks.list(OWNER) == (Talk("a", "企業参加率は?", 2.5), Talk("b", "題名", 1.0))
    assert talks.turns(OWNER, "a") == (Turn("a1", "企業参加率は?", "36%", "<p>1</p>"), Turn("a2", "ICMLでは?", "46%", "<p>2</p>"))
    assert [one.title for one in talks.list("other")] == ["別の人"]
    assert [one.name for one in scenarios.list(OWNER)] == ["強気", "弱気"]
    assert Users(old_home).check("専務", SECRET).id == OWNER
    asked = understand("2021年のAI会議の企業参加率は?")
    assert History(old_home).last("a") == (asked, asked) and History(old_home).last("b") == (asked, None)
    with talks.use() as connection:
        assert connection.execute(text("SELECT turn, liked, reason FROM opinions ORDER BY turn")).all() == [("a1", True, ""), ("a2", False, "unclear")]
    assert not [name for name in first_release_files.FILES if (old_home / name).exists()], "what is deleted later must not live on in them"
    scenarios.save(OWNER, "三つ目", "strategy=cloud")
    assert [one.name for one in scenarios.list(OWNER)][0] == "三つ目"


def test_a_damaged_old_file_stops_the_upgrade_and_changes_nothing(old_home):
    (old_home / "talks.sqlite3").write_bytes(b"no database" * 500)
    with pytest.raises(StoreUnavailable) as told:
        database(old_home).open()
    assert "talks.sqlite3" in told.value.message_ja and "壊れて" in told.value.message_ja
    assert (old_home / "users.sqlite3").exists() and (old_home / "history.sqlite3").exists()
    (old_home / "talks.sqlite3").unlink()
    assert Users(old_home).check("専務", SECRET)


def test_an_old_app_that_still_runs_stops_the_upgrade(old_home):
    running = sqlite3.connect(old_home / "talks.sqlite3")
    running.execute("SELECT * FROM talks").fetchall()
    with pytest.raises(StoreUnavailable) as told:
        database(old_home).open()
    assert "止めて" in told.value.message_ja
    running.close()
    assert len(Talks(old_home).list(OWNER)) == 2


def test_many_processes_start_at_once(old_home):
    code = f"from pathlib import Path; from assistant.ui.talks import Talks; print(len(Talks(Path({str(old_home)!r})).list({OWNER!r})))"
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False, capture_output=True, text=True, timeout=120), range(4)))
    assert [one.stdout.strip() for one in done] == ["2"] * 4, [one.stderr[-500:] for one in done]


def test_the_migrations_make_the_tables_that_the_code_uses(store_home):
    with database(store_home).read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}
    script = ScriptDirectory(str(MIGRATIONS))
    assert script.get_current_head() == REVISION


def test_a_database_of_the_first_migration_keeps_its_rows(store_home):
    Users(store_home, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)).add("専務", SECRET)
    Scenarios(store_home).save(OWNER, "案", "strategy=cloud")
    with database(store_home).write() as connection:  # back to what 0001 made
        for name in ("favourites", "tokens", "identities", "attempts"):
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    database(store_home).close()
    assert Users(store_home).check("専務", SECRET) and [one.name for one in Scenarios(store_home).list(OWNER)] == ["案"]
    Favourites(store_home).add(OWNER, Favourite("文", "出典"))
    assert Favourites(store_home).list(OWNER) == (Favourite("文", "出典"),)


def test_a_database_of_a_newer_release_is_left_alone(store_home):
    with database(store_home).write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database(store_home).close()
    with pytest.raises(StoreUnavailable) as told:
        database(store_home).open()
    assert "新しい版" in told.value.message_ja


@pytest.mark.parametrize("url", ["nonsense", "mysql://u@h/d", "sqlite:///x.sqlite3"])
def test_a_url_that_names_no_server(tmp_path, monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(StoreUnavailable) as told:
        database(tmp_path)
    assert "postgresql://" in told.value.message_ja


def test_a_server_that_goes_and_comes_back(postgres, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", postgres.create("comes-back").replace(f"{'postgres'}@", "postgres:word@"))
    talks = Talks(tmp_path)
    talks.add(OWNER, "a", Turn("a1", "前", "x", "y"))
    postgres.stop()
    try:
        with pytest.raises(StoreUnavailable) as told, talks.database.read():
            pass
        assert "接続できません" in told.value.message_ja and "word" not in told.value.message_ja + str(told.value)
    finally:
        postgres.start()
    talks.add(OWNER, "a", Turn("a2", "後", "x", "y"))
    assert [turn.id for turn in talks.turns(OWNER, "a")] == ["a1", "a2"]
    talks.database.close()
