"""Original files: taken in under a temporary name while they are checked, then kept under the document's id and content hash."""

import hashlib
import os
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from index.documents.errors import DocumentRefused, DocumentsUnavailable
from index.documents.limits import MEBI

STEP = 1 << 20
ABANDONED = 24 * 3600  # seconds after which a file that a killed process left behind is removed


@contextmanager
def taken_in(source, folder, limits):
    """A private copy of a path or bytes as (path, sha256), removed at the end unless it was moved. Raises DocumentRefused, DocumentsUnavailable."""
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        handle, name = tempfile.mkstemp(prefix="incoming-", dir=folder)
    except OSError as error:
        raise DocumentsUnavailable("folder", f"{folder}: {error}") from error
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            digest = copy(source, target, limits)
        yield path, digest
    finally:
        path.unlink(missing_ok=True)


def copy(source, target, limits):
    """Copies up to the size limit; returns the sha256 as hex."""
    digest, size = hashlib.sha256(), 0
    for piece in pieces_of(source):
        size += len(piece)
        if size > limits.bytes:
            raise DocumentRefused("too_large", f"more than {limits.bytes} bytes", limit=limits.bytes // MEBI)
        digest.update(piece)
        try:
            target.write(piece)
        except OSError as error:
            raise DocumentsUnavailable("folder", str(error)) from error
    if size == 0:
        raise DocumentRefused("empty", "0 bytes")
    return digest.hexdigest()


def pieces_of(source):
    """Bytes of a path or of bytes, a step at a time. Raises DocumentRefused("not_a_file")."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        view = memoryview(source)
        yield from (view[start:start + STEP] for start in range(0, len(view), STEP))
        return
    try:
        if not Path(source).is_file():  # a folder, a pipe or a device
            raise DocumentRefused("not_a_file", f"{source} is no file")
        with open(source, "rb") as file:
            while piece := file.read(STEP):
                yield piece
    except (OSError, ValueError) as error:
        raise DocumentRefused("not_a_file", f"{source!r}: {error}") from error


def kept_path(folder, record):
    """Where the original file of a document stands."""
    return Path(folder) / f"{record.id}-{record.sha256[:16]}.{record.kind}"


def sweep(folder):
    """Removes what killed processes left behind."""
    for path in Path(folder).glob("incoming-*"):
        try:
            if time.time() - path.stat().st_mtime > ABANDONED:
                path.unlink()
        except FileNotFoundError:  # another process was faster
            continue
