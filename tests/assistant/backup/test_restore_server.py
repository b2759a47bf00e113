"""A restore to PostgreSQL is whole or has not been: whatever goes wrong, the tables and the documents are what they were."""

import hashlib
import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from server_homes import ORIGINAL, files, filled, rows
from sqlalchemy import inspect, text

from assistant.__main__ import main
from assistant.backup import BackupError, restore
from assistant.store import StoreUnavailable, audit, database, transfer
from assistant.ui.talks import Talks, Turn

REPOSITORY = Path(__file__).resolve().parents[3]
HEAVY = {"torch", "sentence_transformers", "transformers", "chromadb", "gradio", "plotly", "sklearn", "matplotlib"}


def test_an_app_that_starts_during_a_restore_waits_for_its_end(use, saved, tmp_path, monkeypatch):
    file, before = saved
    home, refill, threads = use("two", True), transfer.refill, []
    owner = before["users"][0][0]
    database(home).open()
    database(home).close()

    def meanwhile(connection, source):
        engine = database(home).server_engine()  # as of an app that was open before and whose connections had ended
        late = Turn("late", "後から", "回答", "", {"n": 1})
        for write in (lambda: Talks(home).add(owner, "late", late), lambda: audited(engine)):
            threads.append(Thread(target=write))
            threads[-1].start()
        waiting(connection, 2)
        refill(connection, source)

    def audited(engine):
        with engine.begin() as connection:
            audit.append(connection, owner, "talk_exported", "late")
        engine.dispose()

    monkeypatch.setattr(transfer, "refill", meanwhile)
    restore(home, file)
    for thread in threads:
        thread.join(60)
    after = rows(home)
    assert len(after["audit"]) == len(before["audit"]) + 2 and "late" in [row[0] for row in after["turns"]]
    assert audit.verify(database(home)).broken is None


def waiting(connection, count):
    """Until so many others wait for a lock."""
    for _ in range(500):
        if connection.execute(text("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")).scalar() >= count:
            return
        connection.execute(text("SELECT pg_sleep(0.02)"))
    raise AssertionError("nobody waits")


def test_nothing_is_overwritten_unasked_and_what_was_there_is_kept_when_asked(use, saved, tmp_path, capsys):
    file, before = saved
    home, other = filled(use, "two", count=9, word="別")
    there = files(home)
    assert main(["restore", str(file)]) == 1
    assert "--force" in capsys.readouterr().err and rows(home) == other and files(home) == there
    assert main(["restore", str(file), "--force"]) == 0
    assert rows(home) == before and (home / ORIGINAL).read_text() == "%PDF 質問"
    assert audit.verify(database(home)).broken is None
    (kept,), (head,) = home.glob("before-restore-*.zip"), home.glob("before-restore-*.anchor")
    assert head.read_bytes() == there["audit.anchor"] and kept.stat().st_mode & 0o077 == 0
    assert {path.name for path in home.iterdir()} == {"audit.anchor", "documents", kept.name, head.name}
    home = use("three", True)
    restore(home, kept)
    assert rows(home) == other and (home / ORIGINAL).read_text() == "%PDF 別"


@pytest.mark.parametrize("what", ["tables", "documents"])
def test_either_alone_is_not_overwritten_unasked(use, saved, what):
    home = use("one", True)
    if what == "tables":
        Talks(home).add("a", "talk", Turn("t1", "質問", "回答", ""))
        database(home).close()
    else:
        (home / ORIGINAL).parent.mkdir(parents=True)
        (home / ORIGINAL).write_text("%PDF")
    with pytest.raises(BackupError, match="would_overwrite_server"):
        restore(home, saved[0])
    assert not list(home.glob("before-restore-*"))


def test_a_server_in_use_is_left_alone(use, saved, tmp_path, monkeypatch):
    monkeypatch.setattr(transfer, "GRACE", 0.1)
    file, _ = saved
    home, other = filled(use, "two", word="別")
    database(home).open()
    for force in (False, True):
        with pytest.raises(StoreUnavailable, match="in_use|others are connected") as told:
            restore(home, file, force)
        assert "止めて" in told.value.message_ja
    database(home).close()
    assert rows(home) == other


def spoiled(file, made, statement):
    """A backup whose database was changed, whole by its own account."""
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    path = made.with_suffix(".sqlite3")
    path.write_bytes(contents["rashinban.sqlite3"])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    contents["rashinban.sqlite3"] = path.read_bytes()
    manifest = json.loads(contents["manifest.json"])
    manifest["files"]["rashinban.sqlite3"] = hashlib.sha256(contents["rashinban.sqlite3"]).hexdigest()
    contents["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return made


SPOILED = {
    "UPDATE opinions SET reason = 'a' || char(0) || 'b'": "入らない",
    "UPDATE turns SET talk = 'gone' WHERE id = 'turn-2'": "入らない",
    "DROP TABLE attempts": "使えません",
    "UPDATE alembic_version SET version_num = '9999'": "新しい版",
    "DROP TABLE alembic_version": "壊れて",
}


@pytest.mark.parametrize("statement", SPOILED)
def test_a_restore_that_fails_leaves_everything_as_it_was(use, saved, tmp_path, statement):
    file, _ = saved
    bad = spoiled(file, tmp_path / "bad.zip", statement)
    home, other = filled(use, "two", word="別")
    there = files(home)
    with pytest.raises((BackupError, StoreUnavailable)) as told:
        restore(home, bad, force=True)
    assert SPOILED[statement] in told.value.message_ja
    assert rows(home) == other and files(home) == there
    home = use("three", True)
    with pytest.raises((BackupError, StoreUnavailable)):
        restore(home, bad)
    engine = database(home).server_engine()
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == [], "the tables came and went with the transaction"
    engine.dispose()


def test_files_go_back_when_the_server_does_not_take_the_end(use, saved, tmp_path):
    """The last word is the server's: one that refuses it finds the documents moved already."""
    file, _ = saved
    home, other = filled(use, "two", word="別")
    there = files(home)
    refuse = """CREATE FUNCTION late() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused late'; END $$ LANGUAGE plpgsql;
        CREATE CONSTRAINT TRIGGER late AFTER INSERT ON talks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late()"""
    with database(home).write() as connection:
        connection.exec_driver_sql(refuse)
    database(home).close()
    with pytest.raises(StoreUnavailable, match="refused late") as told:
        restore(home, file, force=True)
    assert "refused late" in told.value.message_ja
    assert rows(home) == other and files(home) == there


def test_a_killed_restore_leaves_everything_as_it_was(use, saved, tmp_path):
    """Killed after the last row, before the end; until then nothing heavy was loaded."""
    file, _ = saved
    home, other = filled(use, "two", word="別")
    there = files(home)
    code = (
        "import os, sys; from assistant.store import transfer; from assistant.__main__ import main; refill = transfer.refill\n"
        f"def killed(*given):\n    refill(*given)\n    print(sorted({HEAVY!r} & set(sys.modules)), flush=True)\n    os.kill(os.getpid(), 9)\n"
        "transfer.refill = killed; main(['backup', sys.argv[1]]); main(['restore', sys.argv[2], '--force'])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "own.zip"), str(file)]
    done = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == -9 and (tmp_path / "own.zip").exists(), done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
    assert rows(home) == other
    assert there.items() <= files(home).items(), "what was there is there"
    (kept,) = home.glob("before-restore-*.zip")
    restore(home, kept, force=True)
    assert rows(home) == other


def test_every_damage_is_found_before_the_server_is_touched(use, saved, tmp_path, monkeypatch):
    file, _ = saved
    whole, broken = (file).read_bytes(), tmp_path / "broken.zip"
    home, touched = use("two", True), []
    monkeypatch.setattr(transfer, "held", lambda *given: touched.append(given))
    for at in range(0, len(whole), len(whole) // 20):
        broken.write_bytes(whole[:at])
        with pytest.raises(BackupError):
            restore(home, broken)
    at = whole.index(b"rashinban.sqlite3") + 400
    broken.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1:])
    with pytest.raises(BackupError, match="damaged"):
        restore(home, broken)
    assert not touched and files(home) == {}
