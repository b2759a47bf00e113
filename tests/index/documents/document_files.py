"""Makes files of every kind for the tests of users' documents: nothing binary is kept in the repository."""

import io
import zipfile
from pathlib import Path


def pdf_of(pages, size=(595, 842), encoding="UniJIS-UTF16-H"):
    """PDF bytes with a Japanese font that is named, not embedded. pages: lists of (x, y, text) or of lines from the top down."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /{encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 "
        "/BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> /DW 1000 "
        "/FontDescriptor << /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 "
        "/Descent -221 /CapHeight 737 /StemV 114 >> >>] >>"
    )
    objects.append(font.encode())
    kids = []
    for page in pages:
        lines = [line if isinstance(line, tuple) else (50, size[1] - 60 - 18 * row, line) for row, line in enumerate(page)]
        stream = "\n".join(f"BT /F1 10 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in lines).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>".encode())
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return assembled(objects)


def assembled(objects):
    """Objects → PDF bytes with a cross-reference table."""
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.5\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def saved(thing):
    """A python-docx, python-pptx or openpyxl document → bytes."""
    out = io.BytesIO()
    thing.save(out)
    return out.getvalue()


def with_part(data, name, content):
    """An Office file with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def part_of(data, name):
    """One part of an Office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_declared_size(data, name, size):
    """An Office file whose directory states another size of one part than it has."""
    changed = bytearray(data)
    key = name.encode()
    for signature, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        start = changed.find(signature)
        while start >= 0:
            if changed[start + name_at:start + name_at + len(key)] == key:
                changed[start + size_at:start + size_at + 4] = size.to_bytes(4, "little")
            start = changed.find(signature, start + 4)
    return bytes(changed)


def written(folder, name, data):
    """Bytes as a file."""
    path = Path(folder) / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path
