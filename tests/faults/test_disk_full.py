"""The disk runs full under the app: each step says so in Japanese, nothing confirmed is lost, and with room again all goes on by itself."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from living_app import REPOSITORY

from assistant.assistant import Assistant
from assistant.doctor import BROKEN, home_folder
from assistant.store import StoreUnavailable, audit, database
from assistant.ui.chat import Chat
from assistant.ui.startup import StartError, open_assistant
from assistant.ui.talks import Talks
from index.chunks import Chunk
from index.documents import Documents, DocumentsUnavailable
from index.errors import FolderNotWritable
from index.messages import japanese
from index.store import write_index, write_lock

QUESTION = "2021年のAI会議の企業参加率は?"
OWNER = "owner"


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(place)], check=False, capture_output=True) if shutil.which("mount") else None
    if mounted is None or mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def full(disk):
    """Not one more block on the disk, until the end."""
    ballast = disk / "ballast"
    with pytest.raises(OSError, match="No space left"), ballast.open("ab", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    yield
    ballast.unlink()


def consult(chat):
    """(what the page shows, the sentence above the box) of one question in a conversation of its own."""
    last = list(chat.converse(QUESTION, None, OWNER))[-1]
    return last[1], str(last[2])


class Halves:
    """An embedder for texts that nobody searches."""

    name, dimension = "halves", 2

    def encode_documents(self, texts):
        return [[0.5**0.5] * 2 for _ in texts]


def test_using_it_while_the_disk_is_full(disk):
    talks, library = Talks(disk), Documents.open(disk, Halves())
    chat = Chat(Assistant.open(disk), talks, SimpleNamespace(named=lambda *_: ()))
    assert consult(chat)[1] == "" and library.add("一つ目の文書です。".encode(), "一.txt").outcome == "added"
    with full(disk):
        for _ in range(3):
            shown, notice = consult(chat)
            assert "数値検証済み" in shown and "空き" in notice  # answered, and said that it cannot be opened later
        with pytest.raises(DocumentsUnavailable) as told:
            library.add(("二つ目の文書です。" * 3000).encode(), "二.txt")
        assert "空き" in told.value.japanese
        with write_lock(disk), pytest.raises(FolderNotWritable) as told:
            write_index(disk, (Chunk(*["文" * 9000] * 8),), {}, None)
        assert "空き" in japanese(told.value)
        with pytest.raises(OSError, match="No space left"):
            audit.anchor(disk, audit.Head(9, "f" * 64))
        assert home_folder(disk)[0] == BROKEN and "空きが 0MB" in home_folder(disk)[1]
        assert len(talks.list(OWNER)) == 1 and [record.name for record in library.list()] == ["一.txt"]
    assert consult(chat)[1] == "" and library.add("三つ目の文書です。".encode(), "三.txt").outcome == "added"
    assert len(talks.list(OWNER)) == 2 and audit.verify(talks.database).broken is None
    assert [path.name for path in disk.rglob("*") if path.name.startswith(("built-", "incoming-", "audit.anchor."))] == []


@pytest.mark.parametrize("used", [False, True])
def test_starting_on_a_full_disk(disk, monkeypatch, used):
    """For the first time, and with conversations: SQLite then fails in another way, as it cannot make the files beside the database."""
    monkeypatch.setenv("RASHINBAN_HOME", str(disk))
    built = REPOSITORY / ".rashinban" / "index"
    if built.is_dir():
        (disk / "index").symlink_to(os.path.realpath(built))
    if used:
        database(disk).open()
        database(disk).close()
    with full(disk):
        with pytest.raises(StartError) as told:
            open_assistant()
        assert "ディスクがいっぱい" in str(told.value) and str(disk) in str(told.value) and "RASHINBAN_HOME" in str(told.value)
    open_assistant()
    assert audit.verify(database(disk)).broken is None


def test_a_failing_disk_that_has_room_is_not_called_full(tmp_path):
    """As the sentence would send the reader after files to delete."""
    failing = sqlite3.OperationalError("disk I/O error")
    failing.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    with pytest.raises(StoreUnavailable) as told, database(tmp_path).told():
        raise failing
    assert "いっぱい" not in told.value.message_ja and str(tmp_path) in told.value.message_ja
