"""One backup for SQLite and PostgreSQL: it goes from either to either and is of one moment, and the audit stays one chain."""

import sqlite3
import zipfile
from contextlib import closing

import pytest
from server_homes import ORIGINAL, files, filled, rows
from sqlalchemy import text, update
from sqlalchemy.exc import OperationalError

from assistant.__main__ import main
from assistant.access.users import Users
from assistant.backup import BackupError, backup, restore
from assistant.store import StoreUnavailable, audit, database, transfer
from assistant.store.database import FILE
from assistant.store.tables import audit as entries
from assistant.store.tables import metadata
from assistant.store.upgrade import revision
from assistant.ui.favourites import Favourite, Favourites
from assistant.ui.scenarios import Scenarios
from assistant.ui.talks import Talks, Turn

STALE = b"left from the time before the server"
LATER = ("favourites", "tokens", "identities", "attempts")  # tables that came after the first migration


@pytest.mark.parametrize(("source", "target"), [(True, True), (False, True), (True, False)], ids=["server-server", "file-server", "server-file"])
def test_everything_goes_from_one_to_the_other(use, tmp_path, capsys, source, target):
    home, before = filled(use, "one", source)
    assert all(before.values()), "a table without a row shows nothing"
    if source:
        (home / FILE).write_bytes(STALE)
    assert main(["backup", str(tmp_path / "saved.zip")]) == 0
    assert (tmp_path / "saved.zip").stat().st_mode & 0o077 == 0
    assert set(zipfile.ZipFile(tmp_path / "saved.zip").namelist()) == {FILE, "documents/documents.sqlite3", ORIGINAL, "manifest.json"}
    home = use("two", target)
    if target:
        home.mkdir()
        (home / FILE).write_bytes(STALE)
    assert main(["restore", str(tmp_path / "saved.zip")]) == 0
    told = capsys.readouterr().out
    assert "3個のファイル" in told and ("postgresql" in told) == target
    assert rows(home) == before
    assert set(files(home)) == {"audit.anchor", "documents/documents.sqlite3", ORIGINAL, FILE} and ((home / FILE).read_bytes() == STALE) == target
    assert (home / ORIGINAL).read_text() == "%PDF 質問"
    assert audit.verify(database(home)) == audit.Finding(len(before["audit"]), before["audit"][-1][-1])


@pytest.mark.parametrize("source", [True, False], ids=["server", "file"])
def test_life_goes_on_after_a_restore(use, tmp_path, source):
    home, before = filled(use, "one", source)
    backup(home, tmp_path / "saved.zip")
    home = use("two", True)
    restore(home, tmp_path / "saved.zip")
    owner = before["users"][0][0]
    assert Users(home).check("質問専務", "銀河鉄道の夜に乗る人たち").id == owner
    Scenarios(home).save(owner, "次の案", "strategy=cloud")
    Favourites(home).add(owner, Favourite("次に言う", "出典"))
    Talks(home).add(owner, "質問-1", Turn("next", "次の質問", "回答", "", {"n": 1}))
    after = rows(home)
    for name in ("scenarios", "favourites"):
        assert next(row for row in after[name] if row not in before[name])[0] == max(row[0] for row in before[name]) + 1
    assert audit.verify(database(home)).count == len(before["audit"]) + 1
    with pytest.raises(StoreUnavailable, match="append-only"), database(home).write() as connection:
        connection.execute(update(entries).values(actor="x"))
    with pytest.raises(StoreUnavailable, match="append-only"), database(home).write() as connection:
        connection.execute(text("TRUNCATE audit"))


def test_a_backup_is_of_one_moment_while_others_write(use, tmp_path, monkeypatch):
    home, before = filled(use, "one", count=6)
    owner, copy_rows = before["users"][0][0], transfer.copy_rows

    def meanwhile(source, target, table):
        """Another app writes and deletes before every table that is copied."""
        Talks(home).add(owner, f"new-{table.name}", Turn(f"new-{table.name}", "新しい質問", "回答", "", {"n": 1}))
        Scenarios(home).save(owner, f"新しい案{table.name}", "strategy=cloud")
        Talks(home).delete(owner, next(talk.id for talk in Talks(home).list(owner) if not talk.id.startswith("new")) if table.name == "turns" else "none")
        copy_rows(source, target, table)

    monkeypatch.setattr(transfer, "copy_rows", meanwhile)
    backup(home, tmp_path / "saved.zip")
    monkeypatch.undo()
    after = rows(use("one", True))
    assert len(after["audit"]) == len(before["audit"]) + len(metadata.tables) + 1, "the others were not held up"
    home = use("two", True)
    restore(home, tmp_path / "saved.zip")
    assert rows(home) == before
    assert audit.verify(database(home)).broken is None


def test_nobody_empties_a_table_during_a_backup(use, tmp_path, monkeypatch):
    home, _ = filled(use, "one")
    copy_rows, said = transfer.copy_rows, []

    def meanwhile(source, target, table):
        with database(home).open().connect() as other, other.begin():
            other.execute(text("SET LOCAL lock_timeout = '50ms'"))
            try:
                other.execute(text("TRUNCATE attached"))
            except OperationalError as error:
                said.append(str(error))
        copy_rows(source, target, table)

    monkeypatch.setattr(transfer, "copy_rows", meanwhile)
    backup(home, tmp_path / "saved.zip")
    assert len(said) == len(metadata.tables) and all("lock timeout" in one for one in said)


def test_a_server_of_an_older_release_is_saved_as_it_is(use, tmp_path):
    home, before = filled(use, "one")
    with database(home).write() as connection:  # back to what 0001 made
        for name in LATER:
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    database(home).close()
    backup(home, tmp_path / "saved.zip")
    engine = database(home).server_engine()
    with engine.connect() as connection:
        assert revision(connection) == "0001", "a backup changes nothing"
    engine.dispose()
    for name in ("two", "one"):  # onto an empty server, and onto one of the older release
        home = use(name, True)
        restore(home, tmp_path / "saved.zip", force=True)
        assert rows(home) == before | {name: [] for name in LATER}


def test_a_backup_of_the_first_release_goes_to_a_server(use, tmp_path):
    home = use("one", False)
    home.mkdir()
    with closing(sqlite3.connect(home / "users.sqlite3")) as old:
        old.execute("CREATE TABLE users (id TEXT PRIMARY KEY, key TEXT UNIQUE NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, added REAL NOT NULL)")
        old.execute("INSERT INTO users VALUES ('u1', '専務', '専務', 'x', 9.5)")
        old.commit()
    backup(home, tmp_path / "saved.zip")
    home = use("two", True)
    restore(home, tmp_path / "saved.zip")
    assert rows(home)["users"] == [("u1", "専務", "専務", "x", "admin", 9.5)] and not files(home)


def test_a_server_of_a_newer_release_is_left_alone(use, tmp_path):
    home, _ = filled(use, "one")
    backup(home, tmp_path / "saved.zip")
    with database(home).write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database(home).close()
    for act in (lambda: backup(home, tmp_path / "second.zip"), lambda: restore(home, tmp_path / "saved.zip", force=True)):
        with pytest.raises(StoreUnavailable) as told:
            act()
        assert "新しい版" in told.value.message_ja
    assert not (tmp_path / "second.zip").exists()


def test_a_server_without_tables_has_nothing_to_save(use, tmp_path):
    with pytest.raises(BackupError, match="nothing"):
        backup(use("one", True), tmp_path / "saved.zip")


def test_documents_on_a_chroma_server_are_told(use, saved, tmp_path, monkeypatch, capsys):
    restore(use("one", True), saved[0])
    monkeypatch.setenv("CHROMA_URL", "http://127.0.0.1:9")
    assert main(["backup", str(tmp_path / "saved.zip")]) == 0
    assert "http://127.0.0.1:9）にあり、このファイルには入っていません" in capsys.readouterr().out
    use("two", True)
    assert main(["restore", str(tmp_path / "saved.zip")]) == 0
    assert "http://127.0.0.1:9）にあり、戻していません" in capsys.readouterr().out
