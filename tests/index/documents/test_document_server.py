"""Users' documents on a real Chroma server on loopback, by CHROMA_URL alone: shared between processes, whole or not there, told when the server is gone."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chroma_process import ChromaProcess
from document_files import pdf_of, written
from server_process import MOMENTS
from small_corpus import FakeEmbedder

import index.documents.server as server
from index.chroma import server_client
from index.documents import Documents, DocumentsUnavailable
from index.pace import PIECE
from index.search import Index

SCRIPT = Path(__file__).parent / "server_process.py"
REPOSITORY = Path(__file__).resolve().parents[3]
NAME, TEXT_NAME = "【社外秘】第3期.pdf", "【社外秘】第3期.txt"
SAID = "当社の売上高は12億3,400万円でした。"
OLD = "前の版の売上高は12億円です。"
NEW = "".join(f"新しい版の売上高の{n}番目の説明で、前の版とは違うことが書いてあります。" for n in range(700))


def process(*arguments):
    """The app process, not waited for."""
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def ended(process):
    """Its last line, once it has ended well."""
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return out.splitlines()[-1]


def stored(url):
    """[(collection, id, metadata)] of everything on the server but the corpus's passages."""
    client = server_client(url)
    try:
        names = sorted(c.name for c in client.list_collections() if c.name.startswith("document"))
        found = [(name, client.get_collection(name, embedding_function=None).get(include=["metadatas"])) for name in names]
    finally:
        client.close()
    return [(name, id, metadata) for name, got in found for id, metadata in zip(got["ids"], got["metadatas"], strict=True)]


def test_one_process_adds_another_finds_and_cites(on_server, tmp_path):
    path = written(tmp_path, "upload.pdf", pdf_of([["表紙の頁です。題名だけの頁です。"], [SAID]]))
    assert ended(process("add", tmp_path / "one", path, NAME, "社長")) == "added"
    found = json.loads(ended(process("find", tmp_path / "two", "売上高はいくらですか", "社長")))
    assert found[0] == ["document", "【社外秘】第3期", "2ページ", SAID]
    assert "document" not in {kind for kind, *_ in json.loads(ended(process("find", tmp_path / "two", "売上高はいくらですか", "監査役")))}
    other = Documents.open(tmp_path / "two", FakeEmbedder())
    assert [r.name for r in other.list("社長")] == [NAME] and other.list("監査役") == [] == other.list()
    assert ended(process("add", tmp_path / "two", path, NAME, "社長")) == "unchanged"
    assert not (tmp_path / "two" / "documents" / "documents.sqlite3").exists()


def test_the_same_list_as_on_this_machine(chroma, tmp_path, monkeypatch):
    def found(home):
        library = Documents.open(tmp_path / home, FakeEmbedder())
        for n in range(3):
            library.add(pdf_of([["第1章 概要", f"第{n}工場の売上高は{n}億円です。", "熟練工の高齢化が課題です。"], [f"第{n}工場の人員は{n}0名です。"]]), f"{n}.pdf")
        rows = [library.search(query) for query in ("売上高", "第2工場の人員", "課題")]
        return rows, [library.pages(r.id) for r in library.list()], [library.pieces(r.id) for r in library.list()], [r.name for r in library.list()]

    local = found("local")
    monkeypatch.setenv("CHROMA_URL", chroma.url)
    try:
        assert found("server") == local
    finally:
        chroma.empty()


def state(home):
    """What a reader sees: the version, whole."""
    library = Documents.open(home, FakeEmbedder())
    listed = library.list()
    if not listed:
        assert library.search("売上高") == []
        return "nothing"
    pieces, found = library.pieces(listed[0].id), library.search("売上高", k=3)
    assert len(listed) == 1 and found and listed[0].chunks == len(pieces)
    version = "old" if pieces[0].text == OLD else "new"
    assert [page.text for page in library.pages(listed[0].id)] == [OLD if version == "old" else NEW]
    assert all((p.text == OLD) == (version == "old") for p in found)
    return version


@pytest.mark.parametrize("before, moment", [*(("old", moment) for moment in MOMENTS), ("nothing", "while vectors are kept"), ("nothing", "before it is seen")])
def test_killed_at(on_server, tmp_path, before, moment):
    home, path = tmp_path / "home", written(tmp_path, "new.txt", NEW)
    if before == "old":
        Documents.open(home, FakeEmbedder()).add(OLD.encode(), TEXT_NAME)
    adding = process("add", home, path, TEXT_NAME, "local", moment)
    _, errors = adding.communicate(timeout=120)
    assert adding.returncode == -9, errors
    seen = moment in ("after it is seen", "while the old version goes")
    assert state(home) == state(tmp_path / "elsewhere") == ("new" if seen else before)
    again = FakeEmbedder()
    outcome = Documents.open(home, again).add(path, TEXT_NAME).outcome
    assert outcome == ("unchanged" if seen else "updated" if before == "old" else "added") and state(home) == "new"
    total = Documents.open(home, again).list()[0].chunks
    if moment == "while vectors are kept":
        assert len(again.history) == total - PIECE  # one piece was safe
    elif moment != "before anything is kept":
        assert again.history == []


def test_killed_at_any_time(on_server, tmp_path):
    home, path = tmp_path / "home", written(tmp_path, "new.txt", NEW)
    Documents.open(home, FakeEmbedder()).add(OLD.encode(), TEXT_NAME)
    for delay in (0.2, 0.8):
        adding = process("add", home, path, TEXT_NAME, "local")
        adding.stdout.readline()
        time.sleep(delay)
        adding.kill()
        adding.communicate(timeout=60)
        assert state(home) in ("old", "new")
    Documents.open(home, FakeEmbedder()).add(path, TEXT_NAME)
    assert state(home) == "new"


def test_what_a_killed_addition_left_goes_after_an_hour(on_server, tmp_path, monkeypatch):
    path = written(tmp_path, "new.txt", NEW)
    for moment in ("while vectors are kept", "between two batches of texts"):
        process("add", tmp_path / "home", path, f"{moment}.txt", "local", moment).communicate(timeout=120)
    library = Documents.open(tmp_path / "home", FakeEmbedder())
    library.add(SAID.encode(), "次.txt")
    left = {metadata["document"] for _, _, metadata in stored(on_server)} - {library.list()[0].id}
    assert len(left) == 2, "an addition that may still go on is let alone"
    monkeypatch.setattr(server, "ABANDONED", -1)
    library.add(OLD.encode(), "その次.txt")
    assert {metadata["document"] for _, _, metadata in stored(on_server)} == {record.id for record in library.list()}


def test_an_update_and_a_removal_leave_no_row_behind(on_server, tmp_path):
    library = Documents.open(tmp_path, FakeEmbedder())
    first = library.add((OLD + "消える文です。").encode(), TEXT_NAME)
    library.search("売上高")
    second = library.add((SAID + "残る文です。").encode(), TEXT_NAME)
    assert (first.id, second.outcome) == (second.id, "updated") and first.sha256 != second.sha256
    versions = {metadata["version"] for _, _, metadata in stored(on_server) if "version" in metadata}
    assert len(versions) == 1 and versions.pop().startswith(second.sha256[:16])
    assert sum(name.startswith(server.VECTORS) for name, *_ in stored(on_server)) == second.chunks
    assert "消える文" not in "".join(p.text for p in library.search("消える文 売上高"))
    library.remove(second.id)
    assert stored(on_server) == [] and library.search("売上高") == [] and list((tmp_path / "documents" / "files").iterdir()) == []


def test_a_server_that_goes_and_comes_back(tmp_path, monkeypatch):
    chroma = ChromaProcess(tmp_path / "chroma").start()
    try:
        monkeypatch.setenv("CHROMA_URL", chroma.url)
        library = Documents.open(tmp_path / "home", FakeEmbedder())
        library.add(SAID.encode(), TEXT_NAME)
        assert library.search("売上高")
        chroma.stop()
        for asked in (library.list, lambda: library.search("売上高"), lambda: library.add(OLD.encode(), "別.txt"), lambda: library.remove("doc-1")):
            with pytest.raises(DocumentsUnavailable) as gone:
                asked()
            assert gone.value.reason == "server" and "CHROMA_URL" in gone.value.japanese
        assert not list((tmp_path / "home" / "documents" / "files").glob("incoming-*"))
        chroma.start()
        assert [p.text for p in library.search("売上高")] == [SAID]
        assert library.add(OLD.encode(), "別.txt").outcome == "added" and len(library.list()) == 2
    finally:
        chroma.stop()


def test_a_server_that_comes_back_empty_takes_documents_again(chroma, on_server, tmp_path):
    library = Documents.open(tmp_path, FakeEmbedder())
    library.add(SAID.encode(), TEXT_NAME)
    chroma.empty()
    with pytest.raises(DocumentsUnavailable):
        library.list()
    assert library.list() == [] and library.add(SAID.encode(), TEXT_NAME).outcome == "added"


def test_a_document_that_lost_passages_is_told_by_name(on_server, tmp_path, monkeypatch):
    monkeypatch.setattr(server, "PAUSE", 0)
    library = Documents.open(tmp_path, FakeEmbedder())
    record = library.add(SAID.encode(), TEXT_NAME)
    library.shelf.delete(server.TEXTS, document=record.id, row=server.PASSAGE)
    with pytest.raises(DocumentsUnavailable) as told:
        library.search("売上高")
    assert told.value.reason == "incomplete" and TEXT_NAME in told.value.japanese
    library.remove(record.id)
    assert library.add(SAID.encode(), TEXT_NAME).outcome == "added" and library.search("売上高")


def test_a_reader_waits_for_a_document_that_is_being_replaced(on_server, tmp_path, monkeypatch):
    library = Documents.open(tmp_path, FakeEmbedder())
    library.add(OLD.encode(), TEXT_NAME)
    reader = Documents.open(tmp_path, FakeEmbedder())
    listed, looks = reader.shelf.records, []

    def replaced_after_the_list(owner):
        found = listed(owner)
        looks.append(owner)
        if len(looks) == 2:  # between the reader's list and its passages
            library.add(SAID.encode(), TEXT_NAME)
        return found

    monkeypatch.setattr(reader.shelf, "records", replaced_after_the_list)
    assert [p.text for p in reader.search("売上高")] == [SAID] and len(looks) == 3


def test_a_long_page_comes_back_whole(on_server, tmp_path, monkeypatch):
    monkeypatch.setattr(server, "PART", 9_000)
    monkeypatch.setattr(server, "LARGEST", 50_000)
    library = Documents.open(tmp_path, FakeEmbedder())
    record = library.add(NEW.encode(), TEXT_NAME)
    assert [page.text for page in library.pages(record.id)] == [NEW] and "".join(p.text for p in library.pieces(record.id)) == NEW


def test_the_index_finds_them_beside_a_corpus_on_the_same_server(on_server, embedder, small_corpus, tmp_path):
    index = Index.open_or_build(tmp_path / "index", embedder)
    index.documents.add(SAID.encode(), TEXT_NAME, owner="社長")
    assert {"document", "claim"} <= {p.kind for p in index.search("売上高と企業の論文", owner="社長")}
    assert "document" not in {p.kind for p in index.search("売上高と企業の論文", owner="監査役")}


def test_an_addition_lets_another_of_the_same_document_go_on(on_server, tmp_path, monkeypatch):
    library, made, calls = Documents.open(tmp_path, FakeEmbedder()), server.record_row, []

    def another_first(*arguments):
        calls.append(arguments)
        if len(calls) == 1:
            Documents.open(tmp_path, FakeEmbedder()).add(OLD.encode(), TEXT_NAME)
        return made(*arguments)

    monkeypatch.setattr(server, "record_row", another_first)
    record = library.add(SAID.encode(), TEXT_NAME)
    assert [p.text for p in library.search("売上高")] == [SAID] and library.original(record.id).read_text(encoding="utf-8") == SAID
    assert len({metadata["version"] for _, _, metadata in stored(on_server) if "version" in metadata}) == 1


def test_a_request_holds_what_a_server_takes():
    rows = [(str(n), {"page": n}, "字" * 9_000) for n in range(1_200)] + [("small", {"page": 1}, "字")] * 1_200
    parts = list(server.batches(rows))
    assert [row for part in parts for row in part] == rows
    assert all(len(part) <= server.BATCH and sum(len(text) for _, _, text in part) <= server.LARGEST for part in parts) and len(parts) < 12
