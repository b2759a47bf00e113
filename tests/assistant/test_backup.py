"""A backup gives everything back; a damaged or foreign file changes nothing; nothing is overwritten unasked."""

import json
import sqlite3
import zipfile

import pytest

from assistant.__main__ import main
from assistant.backup import BackupError, backup, restore
from assistant.store import audit, database
from assistant.ui.talks import Talks, Turn

OWNER = "owner-1"


def filled(home, count=3):
    talks = Talks(home)
    for at in range(count):
        talks.add(OWNER, f"talk-{at}", Turn(f"turn-{at}", f"質問{at}", f"回答{at}", "<p></p>", {"n": at}))
    originals = home / "documents" / "files"
    originals.mkdir(parents=True, exist_ok=True)
    (originals / "d1-0123456789abcdef.pdf").write_bytes(b"%PDF original")
    with sqlite3.connect(home / "documents" / "documents.sqlite3") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS documents (id)")
    return talks


def titles(home):
    talks = Talks(home)
    found = sorted(talk.title for talk in talks.list(OWNER))
    talks.database.close()
    return found


def tree(home):
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file() and not path.name.endswith(("-wal", "-shm"))}


@pytest.fixture
def saved(tmp_path):
    """A backup taken while the store is open and its latest rows are only in the log."""
    talks = filled(tmp_path / "home")
    assert backup(tmp_path / "home", tmp_path / "saved.zip") == 3
    talks.database.close()
    return tmp_path / "saved.zip"


def test_everything_comes_back(saved, tmp_path):
    assert restore(tmp_path / "new", saved) == 3
    assert titles(tmp_path / "new") == ["質問0", "質問1", "質問2"]
    assert (tmp_path / "new/documents/files/d1-0123456789abcdef.pdf").read_bytes() == b"%PDF original"
    assert saved.stat().st_mode & 0o077 == 0


def test_the_commands(saved, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path / "home"))
    assert main(["backup", str(saved)]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["backup", str(tmp_path / "second.zip")]) == 0
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path / "new"))
    assert main(["restore", str(tmp_path / "second.zip")]) == 0
    assert titles(tmp_path / "new") == ["質問0", "質問1", "質問2"]


def test_nothing_is_overwritten_unasked_and_nothing_is_deleted_when_asked(saved, tmp_path):
    home = tmp_path / "other"
    filled(home, 5).database.close()
    before = tree(home)
    with pytest.raises(BackupError, match="would_overwrite"):
        restore(home, saved)
    assert tree(home) == before
    restore(home, saved, force=True)
    assert titles(home) == ["質問0", "質問1", "質問2"]
    aside = next(home.glob("before-restore-*"))
    assert titles(aside) == [f"質問{at}" for at in range(5)] and (aside / "audit.anchor").read_bytes() == before["audit.anchor"]
    assert audit.verify(database(home)).count == 3 and audit.verify(database(home)).broken is None
    database(home).close()


def test_a_home_in_use_is_left_alone(saved, tmp_path):
    talks = filled(tmp_path / "busy")
    with pytest.raises(BackupError, match="running"):
        restore(tmp_path / "busy", saved, force=True)
    assert len(talks.list(OWNER)) == 3
    talks.database.close()


def test_every_flipped_or_missing_byte_is_found(saved, tmp_path):
    whole, home = saved.read_bytes(), tmp_path / "untouched"
    broken = tmp_path / "broken.zip"
    refused = 0
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        broken.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1:])
        try:
            restore(home, broken)
        except BackupError:
            refused += 1
            assert not tree(home)
        else:  # a byte of the zip's own bookkeeping that means nothing: what came back must be whole
            assert titles(home) == ["質問0", "質問1", "質問2"]
            home = tmp_path / f"untouched-{at}"
        broken.write_bytes(whole[:at])
        with pytest.raises(BackupError):
            restore(tmp_path / "cut", broken)
    assert refused > 30


def forged(path, names, **changes):
    from hashlib import sha256

    manifest = {"product": "rashinban", "format": 1, "files": {name: sha256(b"x").hexdigest() for name in names}} | changes
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
        archive.writestr("manifest.json", json.dumps(manifest))
    return path


@pytest.mark.parametrize("name", ["../outside.sqlite3", "/tmp/outside.sqlite3", "documents/../../x.pdf", "index/current", "documents/files/.hidden.pdf"])
def test_names_outside_the_home_are_refused(tmp_path, name):
    with pytest.raises(BackupError, match="foreign"):
        restore(tmp_path / "home", forged(tmp_path / "forged.zip", [name]))
    assert not tree(tmp_path / "home")


def test_what_is_no_backup_of_this_version(tmp_path):
    good = ["documents/files/a-b.pdf"]
    for reason, file in (
        ("foreign", forged(tmp_path / "a.zip", good, product="other")), ("newer", forged(tmp_path / "b.zip", good, format=2)),
        ("foreign", forged(tmp_path / "c.zip", good, files={})), ("damaged", forged(tmp_path / "e.zip", good, files={good[0]: "0" * 64})), ("unreadable", tmp_path / "absent.zip"),
        ("damaged", forged(tmp_path / "d.zip", ["rashinban.sqlite3"])),
    ):  # fmt: skip
        with pytest.raises(BackupError, match=reason):
            restore(tmp_path / "home", file)


def test_a_damaged_store_is_not_saved(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "rashinban.sqlite3").write_bytes(b"no database" * 200)
    with pytest.raises(BackupError, match="damaged_source"):
        backup(home, tmp_path / "saved.zip")
    assert not (tmp_path / "saved.zip").exists()


def test_an_empty_home_has_nothing_to_save(tmp_path):
    with pytest.raises(BackupError, match="nothing"):
        backup(tmp_path, tmp_path / "saved.zip")


def test_a_server_that_is_not_there_is_told(saved, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:secret@127.0.0.1:9/d")
    monkeypatch.setenv("RASHINBAN_HOME", str(tmp_path / "home"))
    before = tree(tmp_path / "home")
    for command in (["backup", str(tmp_path / "second.zip")], ["restore", str(saved), "--force"]):
        assert main(command) == 1
        told = capsys.readouterr().err
        assert "接続できません" in told and "secret" not in told
    assert not (tmp_path / "second.zip").exists() and tree(tmp_path / "home") == before
