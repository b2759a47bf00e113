"""The audit: append-only, one chain for all writers, and every way of tampering is found. Deletion deletes the texts."""

import io
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, select, text, update

from assistant.__main__ import main
from assistant.access.users import Users
from assistant.errors import InputError
from assistant.history import History
from assistant.record import record_of, versions
from assistant.store import StoreUnavailable, audit, database
from assistant.store.deletion import DAY, RETENTION, forget, retention_days
from assistant.store.tables import answers
from assistant.store.tables import audit as table
from assistant.ui.favourites import Favourite, Favourites
from assistant.ui.scenarios import Scenarios
from assistant.ui.talks import Talks, Turn

SECRET = "銀河鉄道の夜に乗る人たち"
TRIGGERS = {
    "sqlite": ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"),
    "postgresql": ("DROP TRIGGER audit_kept ON audit",),
}


def turn(number, question="質問"):
    return Turn(f"t{number}", question, "答え", "<p></p>", {"question": question, "verdict": {"ok": True}})


@pytest.fixture
def talks(store_home):
    made = Talks(store_home)
    for number in range(1, 6):
        made.add("a", "talk", turn(number))
    return made


def unlock(connection):
    for statement in TRIGGERS[connection.dialect.name]:
        connection.execute(text(statement))


def test_an_answer_is_stored_with_what_it_came_from(store_home, ask, divide):
    answer = ask("2021年のAI会議の企業参加率は?")
    talks = Talks(store_home)
    talks.add("a", "talk", Turn("t1", answer.question, answer.answer, "", record_of(answer, versions(divide, None))))
    with talks.use() as connection:
        record = json.loads(connection.execute(select(answers.c.record).where(answers.c.id == "t1")).scalar_one())
    assert record["question"] == answer.question and record["verdict"]["ok"] and record["model"] == ""
    assert record["data"] == divide.counts.source.file_hash and len(record["settings"]) == 64
    assert "firm_share.ai.2021" in record["evidence"]
    assert audit.verify(talks.database).broken is None


@pytest.mark.parametrize("change", [update(table).values(actor="x"), delete(table)])
def test_no_entry_is_changed_or_deleted(talks, change):
    with pytest.raises(StoreUnavailable, match="append-only"), talks.database.write() as connection:
        connection.execute(change)
    assert audit.verify(talks.database).count == 5


@pytest.mark.parametrize(("change", "broken", "why"), [
    (update(table).where(table.c.number == 3).values(actor="somebody"), 3, "changed"),
    (update(table).where(table.c.number == 2).values(at=1.0), 2, "changed"),
    (delete(table).where(table.c.number == 2), 2, "missing"),
    (delete(table).where(table.c.number > 3), 4, "shortened"),
    (delete(table), 1, "shortened"),
    (update(answers).where(answers.c.id == "t2").values(record="{}"), 2, "answer"),
])  # fmt: skip
def test_tampering_is_found_where_it_is(talks, store_home, monkeypatch, capsys, change, broken, why):
    monkeypatch.setenv("RASHINBAN_HOME", str(store_home))
    assert main(["audit", "verify"]) == 0
    assert "5件" in capsys.readouterr().out
    with talks.database.write() as connection:
        unlock(connection)
        connection.execute(change)
    found = audit.verify(talks.database)
    assert (found.broken, found.why) == (broken, why)
    assert main(["audit", "verify"]) == 1
    assert f"{broken}番" in capsys.readouterr().err


def test_a_chain_that_was_made_anew_is_found(talks):
    with talks.database.write() as connection:
        unlock(connection)
        connection.execute(delete(answers))
        connection.execute(delete(table))
        for _ in range(6):
            audit.append(connection, "a", "answer", "t", "forged")
    assert (audit.verify(talks.database).broken, audit.verify(talks.database).why) == (5, "replaced")


def test_many_writers_make_one_chain(talks):
    def write(number):
        talks.add("a", f"talk-{number % 4}", turn(100 + number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    assert audit.verify(talks.database).count == 45 and audit.verify(talks.database).broken is None
    assert sum(len(talks.turns("a", f"talk-{at}")) for at in range(4)) == 40


def bytes_of(home):
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_deleted_user_leaves_no_text(tmp_path, monkeypatch, understand):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO(SECRET + "\n"))
    assert main(["user", "add", "専務"]) == 0
    user = Users(tmp_path).list()[0].id
    talks, word = Talks(tmp_path), "極秘買収計画甲"
    for owner in (user, "other"):
        talks.add(owner, f"talk-{owner}", turn(owner, f"{word}{owner}"))
    History(tmp_path).remember(f"talk-{user}", understand(f"{word}とは?"), None)
    Scenarios(tmp_path).save(user, f"{word}案", "strategy=cloud")
    Favourites(tmp_path).add(user, Favourite(f"{word}と言う", ""))
    assert main(["user", "export", "専務", str(tmp_path / "mine.zip")]) == 0
    assert main(["user", "export", "専務", str(tmp_path / "mine.zip")]) == 2
    records = json.loads(zipfile.ZipFile(tmp_path / "mine.zip").read("records.json"))
    assert [one["question"] for one in records["turns"]] == [f"{word}{user}"] and records["scenarios"][0]["name"] == f"{word}案"
    assert [one["text"] for one in records["favourites"]] == [f"{word}と言う"]
    assert len(records["contexts"]) == len(records["answers"]) == 1
    (tmp_path / "mine.zip").unlink()
    assert main(["user", "delete", "専務"]) == 0
    assert Users(tmp_path).list() == () and talks.list("other") and not Scenarios(tmp_path).list(user)
    database(tmp_path).close()
    left = bytes_of(tmp_path)
    assert f"{word}other".encode() in left and f"{word}{user}".encode() not in left and f"{word}案".encode() not in left and f"{word}とは".encode() not in left and f"{word}と言う".encode() not in left
    assert audit.verify(database(tmp_path)).broken is None


def test_a_deleted_conversation_is_in_no_file_while_the_app_runs(tmp_path):
    talks, word = Talks(tmp_path), "極秘買収計画乙"
    for at in range(3):
        talks.add("a", f"talk-{at}", turn(at, f"{word}{at}"))
    assert f"{word}1".encode() in bytes_of(tmp_path)
    talks.delete("a", "talk-1")
    left = bytes_of(tmp_path)
    assert f"{word}1".encode() not in left and f"{word}2".encode() in left


def test_old_conversations_are_forgotten(store_home):
    talks = Talks(store_home, clock=lambda: 100 * DAY)
    talks.add("a", "old", turn(1))
    talks.clock = lambda: 130 * DAY
    talks.add("a", "new", turn(2))
    assert forget(talks.database, 30, 130 * DAY) == 0
    assert forget(talks.database, 30, 131 * DAY) == 1
    assert [one.id for one in talks.list("a")] == ["new"]
    assert audit.verify(talks.database).broken is None


@pytest.mark.parametrize("text", ["0", "-1", "三十", "1.5"])
def test_a_retention_that_is_no_number_of_days(monkeypatch, text):
    monkeypatch.setenv(RETENTION, text)
    with pytest.raises(InputError):
        retention_days()
