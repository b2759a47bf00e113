"""kill -9 at any moment of an update: the library is what it was before or after, never between; adding again resumes."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from adding_process import MOMENTS
from document_files import written
from small_corpus import FakeEmbedder

from index.documents import Documents
from index.pace import PIECE

SCRIPT = Path(__file__).parent / "adding_process.py"
REPOSITORY = Path(__file__).resolve().parents[3]
NAME = "【社外秘】第3期.txt"
OLD = "前の版の売上高は12億円です。"
NEW = "".join(f"新しい版の売上高の{n}番目の説明で、前の版とは違うことが書いてあります。" for n in range(1200))


def start(home, path, moment):
    """The process that adds the new version."""
    command = [sys.executable, str(SCRIPT), str(home), str(path), NAME, moment]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"})


def state(home):
    """What a reader sees: version of the document, its passages, and that the file is sound."""
    library = Documents.open(home, FakeEmbedder())
    record, = library.list()
    pieces, found = library.pieces(record.id), library.search("売上高", k=3)
    with sqlite3.connect(library.shelf.storage.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert found and record.chunks == len(pieces)
    assert library.original(record.id).read_text(encoding="utf-8").startswith(OLD if pieces[0].text == OLD else NEW[:20])
    assert all(p.text == OLD for p in found) if pieces[0].text == OLD else all(OLD not in p.text for p in found)
    return "old" if pieces[0].text == OLD else "new"


@pytest.fixture
def prepared(tmp_path):
    """(home with the old version, path of the new version)."""
    Documents.open(tmp_path / "home", FakeEmbedder()).add(OLD.encode(), NAME)
    return tmp_path / "home", written(tmp_path, "new.txt", NEW)


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at(prepared, moment):
    home, path = prepared
    process = start(home, path, moment)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == -9, errors.decode()
    assert state(home) == ("new" if moment == "after its end" else "old")
    again = FakeEmbedder()
    outcome = Documents.open(home, again).add(path, NAME).outcome
    assert state(home) == "new" and outcome == ("unchanged" if moment == "after its end" else "updated")
    total = Documents.open(home, again).list()[0].chunks
    if moment == "while vectors are kept":
        assert 0 < len(again.history) == total - PIECE  # one piece was safe
    elif moment in ("between vectors and document", "inside the last transaction", "before its end", "after its end"):
        assert again.history == []


def test_killed_at_any_time(prepared):
    home, path = prepared
    for delay in (0.0, 0.15, 0.3, 0.5, 0.8):
        process = start(home, path, "no moment of its own")
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        process.communicate(timeout=60)
        assert state(home) in ("old", "new")
    assert Documents.open(home, FakeEmbedder()).add(path, NAME).outcome in ("updated", "unchanged") and state(home) == "new"


def test_killed_while_adding_the_first_document(tmp_path):
    path = written(tmp_path, "new.txt", NEW)
    for moment in MOMENTS:
        home = tmp_path / f"home {moment}"
        process = start(home, path, moment)
        process.communicate(timeout=120)
        library = Documents.open(home, FakeEmbedder())
        assert len(library.list()) == (moment == "after its end") and bool(library.search("売上高")) == (moment == "after its end"), moment
        assert library.add(path, NAME).outcome in ("added", "unchanged")
        assert state(home) == "new"
