"""The library of documents: adding, updating, listing, removing, finding, one owner beside another, several processes."""

import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from document_files import pdf_of
from small_corpus import FakeEmbedder

from index.documents import DocumentMissing, Documents, DocumentsUnavailable
from index.errors import QueryError

NAME = "【社外秘】第3期.pdf"
FIRST, SECOND = "当社の売上高は12億3,400万円でした。", "当社の売上高は15億600万円になりました。"


def report(*sentences):
    return pdf_of([["第1章 概要", *sentences]])


def test_a_japanese_file_name_survives(kept):
    record = kept.add(report(FIRST), unicodedata.normalize("NFD", NAME))
    assert (record.name, record.kind, record.pages, record.language, record.owner, record.outcome) == (NAME, "pdf", 1, "ja", "local", "added")
    assert record.title == "【社外秘】第3期" and record.added_at == "2026-04-01T09:00:00+00:00" and record.chunks == 1
    assert kept.list() == [kept.get(record.id)] and kept.get(record.id).name == NAME


def test_what_is_found_names_its_page_and_holds_the_sentence(kept):
    record = kept.add(pdf_of([["表紙の頁です。題名だけの頁です。"], [FIRST]]), NAME)
    best = kept.search("売上高はいくらですか")[0]
    assert (best.document_id, best.name, best.page, best.locator, best.text, best.rank) == (record.id, NAME, 2, "2ページ", FIRST, 1)


def test_the_same_content_is_not_added_twice(kept, fake):
    first = kept.add(report(FIRST), NAME)
    embedded = len(fake.history)
    assert kept.add(report(FIRST), NAME).outcome == "unchanged"
    twin = kept.add(report(FIRST), "写し.pdf")
    assert (twin.outcome, twin.id, twin.name) == ("duplicate", first.id, NAME)
    assert len(kept.list()) == 1 and len(fake.history) == embedded


def test_the_same_name_with_new_content_updates(kept):
    first = kept.add(report(FIRST, "古い文です。"), NAME)
    kept.search("売上高")  # what is in memory must not outlive the update
    second = kept.add(report(SECOND), NAME)
    assert second.outcome == "updated" and second.id == first.id and second.sha256 != first.sha256
    assert [p.text for p in kept.search("売上高 古い文")] == [SECOND]
    assert len(kept.list()) == 1 and [page.text for page in kept.pages(second.id)] == ["第1章 概要\n" + SECOND]
    assert [path.name for path in (kept.folder / "files").iterdir()] == [f"{second.id}-{second.sha256[:16]}.pdf"]


def test_a_document_that_takes_anothers_content_is_updated_all_the_same(kept):
    kept.add(report(FIRST), NAME)
    other = kept.add(report(SECOND), "別.pdf")
    assert kept.add(report(FIRST), "別.pdf").outcome == "updated"
    assert [p.text for p in kept.pieces(other.id)] == [FIRST]
    assert [p.text for p in kept.search("売上高")] == [FIRST]  # said once


def test_removing_leaves_nothing_behind(library):
    kept, gone = library.add(report(FIRST), NAME), library.add(report(SECOND, "極秘の計画です。"), "消す.pdf")
    library.remove(gone.id)
    assert library.list() == [library.get(kept.id)] and [p.text for p in library.search("売上高")] == [FIRST]
    for reading in (library.get, library.pages, library.pieces, library.digest, library.original, library.remove):
        with pytest.raises(DocumentMissing):
            reading(gone.id)
    raw = b"".join(path.read_bytes() for path in library.folder.rglob("*") if path.is_file())
    assert "極秘の計画".encode() not in raw and FIRST.encode() in raw
    with sqlite3.connect(library.shelf.storage.path) as connection:
        assert connection.execute("SELECT count(*) FROM vectors").fetchone()[0] == 1


def test_removed_text_is_overwritten_by_any_sqlite(library, monkeypatch):
    """Some builds of SQLite overwrite by default; here they start without."""
    def plain(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.execute("PRAGMA secure_delete = OFF")
        return connection

    connect = sqlite3.connect
    monkeypatch.setattr("index.documents.storage.sqlite3.connect", plain)
    library.add(report(FIRST), NAME)
    gone = library.add("".join(f"極秘の計画の{n}番目の文です。" for n in range(300)).encode(), "消す.txt")
    assert "極秘の計画".encode() in library.shelf.storage.path.read_bytes()
    library.remove(gone.id)
    assert "極秘の計画".encode() not in library.shelf.storage.path.read_bytes()


def test_one_owner_never_sees_anothers(kept):
    mine, theirs = kept.add(report(FIRST), NAME, owner="社長"), kept.add(report(SECOND), NAME, owner="監査役")
    assert mine.id != theirs.id
    assert [r.id for r in kept.list("社長")] == [mine.id] and kept.list() == []
    assert {p.document_id for p in kept.search("売上高", owner="社長", k=50)} == {mine.id} and kept.search("売上高") == []
    assert kept.search("売上高", owner="社長", document=theirs.id) == []
    for reading in (kept.get, kept.pages, kept.pieces, kept.digest, kept.original, kept.remove):
        with pytest.raises(DocumentMissing):
            reading(theirs.id, "社長")
    assert kept.add(report(SECOND), "写し.pdf", owner="社長").outcome == "added"  # a duplicate would tell that the other has it
    assert kept.get(theirs.id, "監査役").name == NAME


@pytest.mark.parametrize("owner", ["x' OR '1'='1", "%", "local%", "LOCAL", "local "])
def test_odd_owner_names_open_no_door(kept, owner):
    kept.add(report(FIRST), NAME)
    assert kept.list(owner) == ([] if owner.strip() != "local" else kept.list())


def test_the_original_file_is_kept_for_the_page_view(kept):
    record = kept.add(report(FIRST), "../../x/" + NAME)
    assert kept.original(record.id).read_bytes() == report(FIRST)
    assert kept.original(record.id).parent == kept.folder / "files"


def test_the_first_document_of_an_empty_home(tmp_path, fake):
    library = Documents.open(tmp_path / "new", fake)
    assert library.list() == [] and library.search("売上高") == [] and not (tmp_path / "new").exists()


def test_a_question_without_words(kept):
    kept.add(report(FIRST), NAME)
    with pytest.raises(QueryError):
        kept.search("？？")


def test_another_model_embeds_again_and_back_again_embeds_nothing(kept, tmp_path):
    kept.add(report(FIRST), NAME)
    other = FakeEmbedder("fake/2")
    assert Documents.open(tmp_path / "home", other).search("売上高")[0].text == FIRST and len(other.history) == 1
    again = FakeEmbedder()
    assert Documents.open(tmp_path / "home", again).search("売上高")[0].text == FIRST and again.history == []


def test_another_process_sees_changes_at_its_next_search(kept, tmp_path):
    reader = Documents.open(tmp_path / "home", FakeEmbedder())
    kept.add(report(FIRST), NAME)
    assert [p.text for p in reader.search("売上高")] == [FIRST]
    kept.add(report(SECOND), NAME)
    assert [p.text for p in reader.search("売上高")] == [SECOND]
    kept.remove(kept.list()[0].id)
    assert reader.search("売上高") == []


def test_threads_may_add_and_search_at_once(kept):
    def add(number):
        return kept.add(f"{number}番の部品の単価は{number}円です。".encode(), f"{number}.txt")

    with ThreadPoolExecutor(4) as pool:
        records = list(pool.map(add, range(8)))
        found = list(pool.map(lambda n: kept.search(f"{n}番の部品の単価")[0].text, range(8)))
    assert len({record.id for record in records}) == len(kept.list()) == 8 and all("単価" in text for text in found)


def test_versions_added_at_once_leave_one_with_its_file(kept):
    def add(number):
        return kept.add(f"{number}番目の版です。".encode(), "同じ名前.txt")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(6)))
    record, = kept.list()
    assert kept.original(record.id).read_text(encoding="utf-8") == kept.pieces(record.id)[0].text
    assert len(list((kept.folder / "files").iterdir())) == 1


def test_a_writer_that_waits_too_long_says_so(library, monkeypatch):
    library.add(report(FIRST), NAME)
    monkeypatch.setattr("index.documents.storage.WAIT", 0.1)
    blocker = sqlite3.connect(library.shelf.storage.path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(DocumentsUnavailable) as caught:
        library.add(report(SECOND), NAME)
    blocker.close()
    assert caught.value.reason == "busy" and [p.text for p in library.search("売上高")] == [FIRST]
    assert len(list((library.folder / "files").iterdir())) == 1


def test_a_failure_at_the_very_end_leaves_the_old_version(library, monkeypatch):
    before = library.add(report(FIRST), NAME)
    monkeypatch.setattr("index.documents.local.touch", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        library.add(report(SECOND), NAME)
    assert library.get(before.id).sha256 == before.sha256 and [p.text for p in library.search("売上高")] == [FIRST]
    assert [path.name for path in (library.folder / "files").iterdir()] == [library.original(before.id).name]


def test_a_damaged_or_newer_file_is_told(library):
    library.add(report(FIRST), NAME)
    with sqlite3.connect(library.shelf.storage.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DocumentsUnavailable) as newer:
        library.list()
    library.shelf.storage.path.write_bytes(b"no database at all" * 200)
    with pytest.raises(DocumentsUnavailable) as damaged:
        library.list()
    assert (newer.value.reason, damaged.value.reason) == ("newer", "damaged")


def test_progress_counts_passages(kept):
    seen = []
    kept.add("".join(f"これは{n}番目の、そこそこ長さのある説明の文です。" for n in range(2000)).encode(), "長い.txt", progress=lambda *parts: seen.append(parts))
    assert seen[0][0] == 0 and seen[-1][0] == seen[-1][1] == kept.list()[0].chunks > 64 and seen == sorted(seen)


def test_the_digest_quotes_the_document_word_for_word(kept):
    text = ("第1章 はじめに\n本資料は第3期の業績をまとめたものです。\n第2章 施策\n新しい検査の仕組みを導入しました。\n第3章 結果\n売上高は8.2%増加しました。前期と比べて改善しています。\n"
            "第4章 課題\n人材の不足が課題です。\n第5章 今後\n来期は新工場の稼働を予定しています。")  # fmt: skip
    record = kept.add(text.encode(), "報告.txt")
    digest = kept.digest(record.id)
    assert digest.label == "自動抽出" and [section.heading for section in digest.sections] == [
        "概要と位置づけ", "先行研究との差別化", "中核となる技術", "有効性の検証と成果", "議論と課題", "今後の方向性",
    ]  # fmt: skip
    sentences = {section.heading: [s.text for s in section.sentences] for section in digest.sections}
    assert all(sentence in text for found in sentences.values() for sentence in found)
    assert sentences["議論と課題"] == ["人材の不足が課題です。"] and sentences["今後の方向性"] == ["来期は新工場の稼働を予定しています。"]
    assert "本資料は第3期の業績をまとめたものです。" in sentences["概要と位置づけ"] and "売上高は8.2%増加しました。" in sentences["有効性の検証と成果"]
    assert kept.digest(record.id) == digest


