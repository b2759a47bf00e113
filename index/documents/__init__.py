"""Users' own documents: read, cut into passages, kept per owner, found again."""

from index.documents.documents import Documents
from index.documents.errors import DocumentError, DocumentMissing, DocumentRefused, DocumentsUnavailable
from index.documents.models import DocumentPassage, DocumentRecord, Page

__all__ = ["DocumentError", "DocumentMissing", "DocumentPassage", "DocumentRecord", "DocumentRefused", "Documents", "DocumentsUnavailable", "Page"]
