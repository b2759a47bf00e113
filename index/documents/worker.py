"""Reads one file in a process of its own: `python -m index.documents.worker KIND PATH LIMITS`. One JSON object on standard output.

A hostile or broken file can then do no more than end this process: the parent holds it to time, the system to memory.
"""

import json
import sys
import zipfile
import zlib
from dataclasses import asdict

from index.documents.chunking import cut
from index.documents.containers import check_container
from index.documents.errors import DocumentRefused
from index.documents.limits import Limits
from index.pace import step_process_back

LIBRARY_ERRORS = (ValueError, KeyError, IndexError, AttributeError, TypeError, OSError, EOFError, RecursionError, SyntaxError, AssertionError,
                  NotImplementedError, zipfile.BadZipFile, zlib.error)  # fmt: skip


def reader_of(kind):
    """The reader of a kind; only its own library is imported."""
    from importlib import import_module

    module = {"txt": "text", "md": "text", "csv": "text"}.get(kind, kind)
    return getattr(import_module(f"index.documents.readers.{module}"), f"read_{kind}")


def read(kind, path, limits):
    """File → {"title", "pages": [(number, label, text)], "pieces": [(page, label, heading, text)], "blocks"}. Raises DocumentRefused."""
    check_container(path, kind, limits)
    try:
        extracted = reader_of(kind)(path, limits)
    except DocumentRefused:
        raise
    except MemoryError as error:
        raise DocumentRefused("too_heavy", "out of memory") from error
    except LIBRARY_ERRORS as error:  # what the libraries raise for a damaged file is of every kind
        raise DocumentRefused("broken", f"{type(error).__name__}: {error}") from error
    except Exception as error:
        if type(error).__module__.partition(".")[0] in ("lxml", "docx", "pptx", "openpyxl", "pypdfium2"):
            raise DocumentRefused("broken", f"{type(error).__name__}: {error}") from error
        raise
    if sum(len(page.text) for page in extracted.pages) > limits.characters:
        raise DocumentRefused("too_much_text", f"more than {limits.characters} characters", limit=f"{limits.characters:,}")
    pieces = cut(extracted.blocks, {page.number: page.label for page in extracted.pages})
    if not any(char.isalnum() for piece in pieces for char in piece.text):
        raise DocumentRefused("no_text", "no letter, digit or kanji")
    return {"title": extracted.title, "pages": [asdict(page) for page in extracted.pages], "pieces": [asdict(piece) for piece in pieces]}


def hold_memory(limit):
    """Caps the address space where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def main(arguments):
    """Prints the result or the refusal. Whoever waits for an answer goes first."""
    step_process_back()
    kind, path, limits = arguments[0], arguments[1], Limits(**json.loads(arguments[2]))
    hold_memory(limits.memory)
    try:
        result = {"read": read(kind, path, limits)}
    except DocumentRefused as refusal:
        result = {"refused": [refusal.reason, str(refusal), refusal.values]}
    except MemoryError:
        result = {"refused": ["too_heavy", "out of memory", {}]}
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main(sys.argv[1:])
