"""A heavy document holds up neither a question nor a small document: nothing waits for more than the piece that is being embedded."""

import threading

import pytest
from small_corpus import FakeEmbedder

from index.documents import Documents
from index.pace import EMBEDDING, PIECE

PATIENCE = 2  # seconds until a thread that should have gone on counts as stuck
HEAVY = "".join(f"# 第{number}節\n\n第{number}の費用は{number}億円です。\n\n" for number in range(3 * PIECE)).encode()


class Slow(FakeEmbedder):
    """Embeds nothing whose text holds `held` until it may."""

    def __init__(self, held):
        super().__init__()
        self.held, self.begun, self.may, self.embedded = held, threading.Event(), threading.Event(), []

    def encode_documents(self, texts):
        if any(self.held in text for text in texts):
            self.begun.set()
            assert self.may.wait(PATIENCE)
        self.embedded.append(texts)
        return super().encode_documents(texts)


@pytest.fixture
def beside():
    """Starts work on a thread, which must have ended at the end."""
    threads = []

    def start(work, *arguments, **named):
        threads.append(threading.Thread(target=work, args=arguments, kwargs=named, daemon=True))
        threads[-1].start()
        return threads[-1]

    yield start
    for thread in threads:
        thread.join(PATIENCE)
        assert not thread.is_alive()


def waiting(count):
    """Until so many hold or want the turn to embed."""
    pause = threading.Event()
    for _ in range(1000 * PATIENCE):
        if len(EMBEDDING.row) >= count:
            return
        pause.wait(0.001)
    raise AssertionError(f"{len(EMBEDDING.row)} of {count} wait")


def test_a_question_waits_for_no_piece_and_a_small_document_for_one(tmp_path, beside):
    slow = Slow("第0の費用")
    library = Documents.open(tmp_path, slow)
    library.add("売上は7億円です。".encode(), "小.txt", "b")
    slow.embedded.clear()
    heavy = beside(library.add, HEAVY, "重.md", "a")
    assert slow.begun.wait(PATIENCE)
    asked = beside(library.search, "売上はいくらですか", "b")
    asked.join(PATIENCE)
    assert not asked.is_alive(), "the question waits for the heavy document"
    small = beside(library.add, "利益は2億円です。".encode(), "小2.txt", "c")
    waiting(2)
    slow.may.set()
    for adding in (heavy, small):
        adding.join(PATIENCE)
    assert [len(texts) for texts in slow.embedded] == [PIECE, 1, PIECE, PIECE], "the small document comes after the piece that was being embedded"


def test_nobody_waits_for_the_passages_of_another(tmp_path, beside):
    """After a change of the model an owner's first question embeds all of their passages anew."""
    Documents.open(tmp_path, FakeEmbedder()).add(HEAVY, "重.md", "a")
    Documents.open(tmp_path, FakeEmbedder()).add("売上は7億円です。".encode(), "小.txt", "b")
    slow = Slow("第0の費用")
    library = Documents.open(tmp_path, slow)
    assert library.search("売上はいくらですか", "b")
    slow.name = "fake/2"
    beside(library.search, "費用はいくらですか", "a")
    assert slow.begun.wait(PATIENCE)
    asked = beside(library.search, "売上はいくらですか", "b")
    asked.join(PATIENCE)
    slow.may.set()
    assert not asked.is_alive(), "the question waits for the documents of another"
