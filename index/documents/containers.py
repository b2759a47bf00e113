"""What a file really is, and whether an Office file (a zip) is safe to open: checked before any library parses it."""

import zipfile
import zlib

from index.documents.errors import DocumentRefused
from index.documents.limits import RATIO_FROM

MAIN_PARTS = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml", "xlsx": "xl/workbook.xml"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office, and Office files under a password
STEP = 1 << 16
# A document type lets XML name outside files and multiply itself; no Office program writes one.
DOCTYPES = tuple(mark.encode(charset) for mark in ("<!DOCTYPE", "<!ENTITY") for charset in ("ascii", "utf-16-le", "utf-16-be"))
XML_PARTS = (".xml", ".rels", ".vml")


def check_container(path, kind, limits):
    """Raises DocumentRefused when the file at `path` is not of `kind`, or is an Office file that is locked, broken or a bomb."""
    with open(path, "rb") as file:
        head = file.read(1024)
    if not head:
        raise DocumentRefused("empty", "0 bytes")
    if kind == "pdf":
        if b"%PDF-" not in head:
            raise DocumentRefused("mismatch", "no %PDF- at the start", kind="PDF")
    elif kind in MAIN_PARTS:
        check_office(path, kind, head, limits)
    elif head.startswith((b"%PDF-", b"PK\x03\x04", OLE, b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"MZ\x90\0")):
        raise DocumentRefused("mismatch", f"binary file with a text extension ({head[:4]!r})", kind="テキスト")


def check_office(path, kind, head, limits):
    """The zip of an Office file: its declared sizes first, then what really comes out."""
    if head.startswith(OLE):
        reason = "encrypted" if holds_encrypted_package(path) else "old_office"
        raise DocumentRefused(reason, "an OLE container instead of a zip")
    try:
        with zipfile.ZipFile(path) as archive:
            check_declared(archive.infolist(), kind, limits)
            check_actual(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise DocumentRefused("broken", f"not a readable zip: {error}") from error


def holds_encrypted_package(path):
    """Office writes this stream name (UTF-16) when a file is under a password."""
    with open(path, "rb") as file:
        return "EncryptedPackage".encode("utf-16-le") in file.read()


def check_declared(parts, kind, limits):
    """Names, number, sizes and locks as the zip's directory states them."""
    names = [part.filename for part in parts]
    if MAIN_PARTS[kind] not in names:
        raise DocumentRefused("mismatch", f"no {MAIN_PARTS[kind]} inside", kind=kind)
    if any(part.flag_bits & 1 for part in parts):
        raise DocumentRefused("encrypted", "a part of the zip is encrypted")
    if len(parts) > limits.parts or len(set(names)) < len(names):
        raise DocumentRefused("expands", f"{len(parts)} parts, {len(set(names))} different names")
    if sum(part.file_size for part in parts) > limits.expanded:
        raise DocumentRefused("expands", "declared sizes exceed the limit")


def check_actual(archive, limits):
    """Decompresses every part in steps without keeping it: the directory may lie."""
    total = 0
    for part in archive.infolist():
        if part.is_dir():
            continue
        size, tail = 0, b""
        with archive.open(part) as stream:
            while piece := stream.read(STEP):
                size += len(piece)
                if total + size > limits.expanded or size > RATIO_FROM and size > limits.ratio * max(1, part.compress_size):
                    raise DocumentRefused("expands", f"{part.filename!r} expands beyond the limit")
                if part.filename.lower().endswith(XML_PARTS) and any(mark in tail + piece for mark in DOCTYPES):
                    raise DocumentRefused("unsafe", f"{part.filename!r} declares a document type")
                tail = piece[-32:]
        total += size
