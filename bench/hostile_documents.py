"""Files that attack their reader, made here: nothing binary is kept in the repository."""

import io
import zipfile
import zlib
from collections.abc import Callable

from bench.pdf import assembled, pdf_of

MEBI = 2**20
Made = tuple[str, Callable[[], bytes], bool]  # name, content, whether its plain text may be read
TEXT = "本文です。来期の計画を書きます。"
MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def office(kind: str) -> bytes:
    """A small good file of an Office kind."""
    out = io.BytesIO()
    if kind == "docx":
        from docx import Document

        made = Document()
        made.add_paragraph(TEXT)
    elif kind == "xlsx":
        from openpyxl import Workbook

        made = Workbook()
        made.active.append(["品目", TEXT])
    else:
        from pptx import Presentation

        made = Presentation()
        made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = TEXT
    made.save(out)
    return out.getvalue()


def changed(kind: str, parts: dict[str, bytes]) -> bytes:
    """A good file with parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office(kind))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def with_doctype(kind: str, doctype: str, charset: str = "utf-8") -> bytes:
    """A file whose main part declares a document type."""
    with zipfile.ZipFile(io.BytesIO(office(kind))) as archive:
        xml = archive.read(MAIN[kind]).decode()
    body = xml.partition("?>")[2] if xml.startswith("<?xml") else xml
    return changed(kind, {MAIN[kind]: f'<?xml version="1.0" encoding="{charset}"?>{doctype}{body}'.encode(charset)})


def laughs() -> str:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY l0 "ha">{lines}]>'


def pdf(catalog: bytes = b"", page: bytes = b"/MediaBox [0 0 595 842]", stream: bytes = b"", filters: bytes = b"") -> bytes:
    """A PDF of one page, with more in its catalogue, its page or its stream."""
    return assembled([
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R >>" % page, b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
    ])  # fmt: skip


def documents() -> dict[str, Made]:
    """What is tried, by its name in the report."""
    xxe = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    zeros = zlib.compress(b"\0" * (200 * MEBI), 9)
    acting = {
        "javascript": b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "launch": b"/OpenAction << /S /Launch /F (/bin/sh) >>",
        "uri": b"/OpenAction << /S /URI /URI (http://192.0.2.1/) >>", "embedded": b"/Names << /EmbeddedFiles << /Names [] >> >>",
    }  # fmt: skip
    made: dict[str, Made] = {
        "huge page": ("a.pdf", lambda: pdf(page=b"/MediaBox [0 0 1000000000 1000000000]"), False),
        "stream bomb": ("a.pdf", lambda: pdf(stream=zeros, filters=b"/Filter /FlateDecode"), False),
        "double stream bomb": ("a.pdf", lambda: pdf(stream=zlib.compress(zeros, 9), filters=b"/Filter [/FlateDecode /FlateDecode]"), False),
        "pages without end": ("a.pdf", lambda: assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]), False),
        "page bomb": ("a.pdf", lambda: assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 5000 /Kids [%s] >>" % (b"3 0 R " * 5000), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"]), False),
        "half a pdf": ("a.pdf", lambda: pdf_of([[TEXT]])[:200], False),
        "pdf as text": ("a.txt", lambda: pdf_of([[TEXT]]), False), "text as pdf": ("a.pdf", TEXT.encode, False), "program as docx": ("a.docx", lambda: b"\x7fELF" + b"\0" * 900, False),
        "program as csv": ("a.csv", lambda: b"MZ\x90\0" + b"\0" * 900, False), "zip as docx": ("a.docx", lambda: b"PK\x03\x04" + b"\0" * 900, False),
        "program": ("a.exe", lambda: b"MZ", False), "nothing": ("a.docx", lambda: b"", False), "NUL only": ("a.txt", lambda: b"\0" * 5000, False),
        "script in html": ("a.html", lambda: f"<p>{TEXT}</p><script>fetch('http://192.0.2.1/')</script><img src=http://192.0.2.1/x.png>".encode(), True),
        "deep html": ("a.html", lambda: b"<div>" * 100_000 + TEXT.encode() + b"</div>" * 100_000, True),
        "deep lists in markdown": ("a.md", lambda: ("> " * 20_000 + TEXT).encode(), True), "one line of 5 MB": ("a.txt", lambda: b"a" * (5 * MEBI), True),
        "quotes without end in csv": ("a.csv", lambda: b'"' * 100_001 + TEXT.encode(), True), "commas without end in csv": ("a.csv", lambda: b"," * 500_000 + TEXT.encode(), True),
    }  # fmt: skip
    made |= {f"pdf with {name}": ("a.pdf", lambda catalog=catalog: pdf(catalog=catalog), False) for name, catalog in acting.items()}
    for kind in MAIN:
        name = f"a.{kind}"
        made |= {
            f"{kind}: bomb": (name, lambda kind=kind: changed(kind, {"x/media.bin": b"\0" * (60 * MEBI)}), False),
            f"{kind}: many parts": (name, lambda kind=kind: changed(kind, {f"x/{n}.bin": b"" for n in range(10_001)}), False),
            f"{kind}: outside entity": (name, lambda kind=kind: with_doctype(kind, xxe), False),
            f"{kind}: outside entity in UTF-16": (name, lambda kind=kind: with_doctype(kind, xxe, "utf-16"), False),
            f"{kind}: billion laughs": (name, lambda kind=kind: with_doctype(kind, laughs()), False),
            f"{kind}: part outside": (name, lambda kind=kind: changed(kind, {"../../../../tmp/outside.xml": b"<a/>", "/etc/outside.xml": b"<a/>"}), True),
            f"{kind}: locked": (name, lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), False),
            f"{kind}: half": (name, lambda kind=kind: office(kind)[:-900], False),
            f"{kind}: broken xml": (name, lambda kind=kind: changed(kind, {MAIN[kind]: b"<a" * 1000}), False),
            f"{kind}: deep xml": (name, lambda kind=kind: changed(kind, {MAIN[kind]: b"<a>" * 200_000}), False),
        }
    return made


def names() -> list[str]:
    """File names of good text files; two that end alike replace each other, so each has its own stem."""
    bad = ("../../../etc/cron.d/a1", "..\\..\\windows\\a2", "/etc/a3", "C:\\a4", "a5\0", "a6\nb", "a7\r\nSet-Cookie: x=1", "a8\u202efdp", "a9\u200b", "長" * 10_000, "~/a10",
           "<img src=x onerror=alert(1)>a11", "a12;rm -rf ~", "$(id)a13", "`id`a14", "%2e%2e%2fa15", "CON", "a16.pdf", "=1+1", "a17\ud800", "\u2066a18", "....//....//a19")  # fmt: skip
    return [f"{name}.txt" for name in bad]
