"""Users' own documents: read, cut into passages, kept per owner, found again."""

from index.documents.errors import DocumentError, DocumentMissing, DocumentRefused, DocumentsUnavailable
from index.documents.models import DocumentPassage, DocumentRecord, Page

__all__ = ["DocumentError", "DocumentMissing", "DocumentPassage", "DocumentRecord", "DocumentRefused", "Documents", "DocumentsUnavailable", "Page"]


def __getattr__(name):
    """`Documents` is loaded at first use: the process that reads one file needs neither numpy nor the search."""
    if name == "Documents":
        from index.documents.documents import Documents

        return Documents
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
