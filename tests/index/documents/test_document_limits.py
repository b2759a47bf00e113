"""Hostile and broken files: each is refused with its reason, in Japanese, and the library stays as it was."""

import io
import os
import time
import zipfile
from dataclasses import replace

import pytest
from document_files import assembled, part_of, pdf_of, saved, with_declared_size, with_part, written
from docx import Document
from fpdf import FPDF
from openpyxl import Workbook, load_workbook
from small_corpus import FakeEmbedder

from index.documents import DocumentError, DocumentRefused, Documents
from index.documents.limits import MEBI, Limits
from index.documents.messages import SENTENCES
from index.documents.readers.xlsx import stored_rows
from index.documents.worker import read

NAME = "【社外秘】第3期"


def word(text="本文です。"):
    document = Document()
    document.add_paragraph(text)
    return saved(document)


def bomb(size=60 * MEBI):
    """A Word file with a part of `size` zeros."""
    return with_part(word(), "word/media/image1.bin", b"\0" * size)


def lying_bomb():
    """A bomb whose directory says that the part has 100 bytes."""
    return with_declared_size(bomb(), "word/media/image1.bin", 100)


def entity_word():
    """A Word file whose text names a file of this machine by an external entity."""
    xml = part_of(word("&x;"), "word/document.xml").replace(b"&amp;x;", b"&x;")
    head, _, rest = xml.partition(b"?>")
    return with_part(word(), "word/document.xml", head + b'?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rest)


def laughs_excel():
    """A workbook whose shared strings multiply themselves."""
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    strings = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY l0 "ha">' + entities + b']><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&l9;</t></si></sst>'
    return with_part(workbook(), "xl/sharedStrings.xml", strings)


def workbook():
    book = Workbook()
    book.active.append(["品目", "値"])
    return saved(book)


def locked_pdf():
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="This text is secret, and long enough to be read.")
    pdf.set_encryption(owner_password="owner", user_password="user")
    return bytes(pdf.output())


def locked_office():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100


def page_bomb(pages=2_001):
    """A PDF that lists one small page object many times."""
    kids = b"3 0 R " * pages
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"])


def fewer_parts():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "no Office file")
    return out.getvalue()


REFUSED = {
    "empty": ("a.pdf", lambda: b"", "empty"),
    "zip bomb": ("a.docx", bomb, "expands"),
    "zip bomb with a lie": ("a.docx", lying_bomb, ("expands", "broken")),
    "external entity": ("a.docx", entity_word, "unsafe"),
    "billion laughs": ("a.xlsx", laughs_excel, "unsafe"),
    "locked pdf": ("a.pdf", locked_pdf, "encrypted"),
    "locked office": ("a.xlsx", locked_office, "encrypted"),
    "old office under a new name": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_office"),
    "page bomb": ("a.pdf", page_bomb, "too_many_pages"),
    "half a word file": ("a.docx", lambda: word()[:-900], "broken"),
    "half a pdf": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj << /Type /Cat", "broken"),
    "damaged xml": ("a.docx", lambda: with_part(word(), "word/document.xml", b"<w:document"), "broken"),
    "a zip that is no word file": ("a.docx", fewer_parts, "mismatch"),
    "excel named pdf": ("a.pdf", workbook, "mismatch"),
    "pdf named text": ("a.txt", lambda: pdf_of([["本文です。"]]), "mismatch"),
    "binary named text": ("a.txt", lambda: bytes(range(256)) * 9, "charset"),
    "scan": ("a.pdf", lambda: pdf_of([[], []]), "scanned"),
    "other kind": ("a.exe", lambda: b"MZ", "kind"),
}  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A library that holds one document, and a check that it still does: one for all tests, since none may change it."""
    library = Documents.open(tmp_path_factory.mktemp("home"), FakeEmbedder())
    library.add("売上高は12億円です。".encode(), f"{NAME}.txt")
    before = (library.list(), library.search("売上高"), sorted(p.name for p in (library.folder / "files").iterdir()))
    return library, lambda: (library.list(), library.search("売上高"), sorted(p.name for p in (library.folder / "files").iterdir())) == before


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_the_reason_and_nothing_changed(kept, case):
    library, unchanged = kept
    name, make, reason = REFUSED[case]
    with pytest.raises(DocumentRefused) as caught:
        library.add(make(), f"{NAME}{name[1:]}")
    assert caught.value.reason in ((reason,) if isinstance(reason, str) else reason), str(caught.value)
    assert caught.value.japanese.endswith("。") and "{" not in caught.value.japanese
    assert unchanged()


def test_a_bomb_is_told_before_it_has_filled_the_memory(tmp_path):
    path = written(tmp_path, "a.docx", bomb(200 * MEBI))
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(DocumentRefused):
        read("docx", str(path), Limits())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30 * 1024  # KiB


@pytest.mark.parametrize(
    ("change", "name", "make", "reason"),
    [
        ({"bytes": 100}, "a.txt", lambda: b"x" * 101, "too_large"),
        ({"characters": 50}, "a.pdf", lambda: pdf_of([["長い文です。" * 20]]), "too_much_text"),
        ({"characters": 50}, "a.docx", lambda: word("長い文です。" * 20), "too_much_text"),
        ({"characters": 50}, "a.txt", lambda: ("長い文です。" * 20).encode(), "too_much_text"),
        ({"characters": 50}, "a.html", lambda: ("<p>" + "長い文です。" * 20).encode(), "too_much_text"),
        ({"pages": 1}, "a.pdf", lambda: pdf_of([["本文です。"], ["本文です。"]]), "too_many_pages"),
        ({"pages": 1}, "a.txt", lambda: "一。\f二。".encode(), "too_many_pages"),
        ({"expanded": 1000}, "a.docx", word, "expands"),
        ({"parts": 3}, "a.docx", word, "expands"),
        ({"seconds": 0.05}, "a.docx", word, "too_slow"),
        ({"memory": 60 * MEBI, "characters": 10**9}, "a.txt", lambda: "長い文です。".encode() * 1_000_000, "too_heavy"),
    ],
)  # fmt: skip
def test_every_limit_holds(kept, monkeypatch, change, name, make, reason):
    library, unchanged = kept
    monkeypatch.setattr(library, "limits", replace(Limits(), **change))
    with pytest.raises(DocumentRefused) as caught:
        library.add(make(), name)
    assert caught.value.reason == reason, str(caught.value)
    assert unchanged()


def test_just_inside_the_size_limit(library):
    library.limits = replace(Limits(), bytes=100)
    assert library.add(b"a" * 100, "a.txt").characters == 100


def test_a_reader_that_hangs_is_ended(library, monkeypatch):
    monkeypatch.setattr("index.documents.reading.COMMAND", ("-c", "import time; time.sleep(60)"))
    library.limits, start = replace(Limits(), seconds=0.5), time.monotonic()
    with pytest.raises(DocumentRefused) as caught:
        library.add(b"text", "a.txt")
    assert caught.value.reason == "too_slow" and time.monotonic() - start < 10


@pytest.mark.parametrize("code", ["import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_reader_that_crashes_takes_nothing_with_it(kept, monkeypatch, code):
    library, unchanged = kept
    monkeypatch.setattr("index.documents.reading.COMMAND", ("-c", code))
    with pytest.raises(DocumentRefused) as caught:
        library.add(b"text", "a.txt")
    assert caught.value.reason in ("broken", "too_heavy") and unchanged()


def test_folders_and_missing_files_are_refused(library, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for path in ("pipe.txt", "folder.txt", "missing.txt"):
        with pytest.raises(DocumentRefused) as caught:
            library.add(tmp_path / path)
        assert caught.value.reason == "not_a_file", path


def test_random_damage_never_raises_anything_else(tmp_path):
    """Every 7th run of bytes of good files is overwritten: either it is still read, or refused."""
    import random

    chance = random.Random(20260401)
    for kind, data in (("docx", word()), ("xlsx", workbook()), ("pdf", pdf_of([["本文の文章です。"] * 5]))):
        for _ in range(25):
            broken = bytearray(data)
            for _ in range(3):
                at = chance.randrange(len(broken))
                broken[at:at + 7] = chance.randbytes(7)
            try:
                assert read(kind, str(written(tmp_path, f"x.{kind}", bytes(broken))), Limits())["pieces"]
            except DocumentRefused as error:
                assert error.japanese


def test_every_sentence_can_be_filled():
    values = {"kind": "PDF", "limit": "1", "pages": "2", "path": "x", "name": "x"}
    for reason in SENTENCES:
        assert DocumentError(reason, "x", **values).japanese.endswith("。")


def test_nothing_can_be_written(tmp_path, fake):
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(DocumentError) as caught:
        Documents.open(tmp_path / "home", fake).add(b"text", "a.txt")
    assert caught.value.reason == "folder"


def test_a_server_that_cannot_read_for_a_moment_is_asked_again(monkeypatch):
    from chromadb.errors import InternalError

    from index.documents import server

    monkeypatch.setattr(server, "PAUSE", 0)
    answers = iter([InternalError("Nothing found on disk"), InternalError("Nothing found on disk"), ["row"]])

    def read():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def broken():
        raise InternalError("Nothing found on disk")

    assert server.read_again(read) == ["row"]
    with pytest.raises(InternalError):
        server.read_again(broken)


@pytest.mark.parametrize(("stated", "kept"), [(2**20, 3), (99_999_999_999, 2)])
def test_a_row_that_says_it_stands_millions_below(tmp_path, stated, kept):
    """Found by fuzzing: a small file whose rows are numbered so kept the reader busy until its time was over."""
    book = Workbook()
    for row in (["品目", "値"], ["費用", "3億円"], ["売上", "7億円"]):
        book.active.append(row)
    sheet = "xl/worksheets/sheet1.xml"
    data = saved(book)
    moved = part_of(data, sheet).replace(b'<row r="3"', b'<row r="%d"' % stated).replace(b'r="A3"', b'r="A%d"' % stated).replace(b'r="B3"', b'r="B%d"' % stated)
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_part(data, sheet, moved))
    opened = load_workbook(path, read_only=True)
    assert len([row for row in stored_rows(opened.active) if any(cell.value for cell in row)]) == kept
    assert len(list(stored_rows(opened.active))) <= kept + 2, "the empty rows between are walked over"
    assert len(read("xlsx", path, Limits())["pieces"]) == 1


def test_a_word_file_without_a_body(tmp_path):
    """Found by fuzzing: the reader itself failed on it."""
    path = tmp_path / "a.docx"
    path.write_bytes(with_part(word(), "word/document.xml", part_of(word(), "word/document.xml").replace(b"w:body", b"w:other")))
    with pytest.raises(DocumentRefused, match="a document without a body") as refused:
        read("docx", path, Limits())
    assert refused.value.reason == "broken"
