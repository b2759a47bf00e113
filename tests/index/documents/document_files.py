"""Makes files of every kind for the tests of users' documents: nothing binary is kept in the repository."""

import io
import zipfile
from pathlib import Path

from bench.pdf import assembled, pdf_of

__all__ = ["assembled", "part_of", "pdf_of", "saved", "with_declared_size", "with_part", "written"]


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
