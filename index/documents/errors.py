"""Errors of the users' own documents. Each has a Japanese sentence for the reader (`japanese`) and an English one for the log."""

from index.documents.messages import SENTENCES
from index.errors import RetrievalError


class DocumentError(RetrievalError):
    """A document that cannot be taken or found. `reason`: key of messages.SENTENCES; `values` fill its sentence."""

    def __init__(self, reason, detail, **values):
        """detail: what happened, in English, for the log."""
        self.reason, self.values = reason, values
        super().__init__(f"{reason}: {detail}")

    @property
    def japanese(self):
        """What is wrong and what to do, for the reader."""
        return SENTENCES[self.reason].format(**self.values)


class DocumentRefused(DocumentError):
    """The file itself is the matter: kind, size, lock, damage, no text. The library is as it was before."""


class DocumentMissing(DocumentError):
    """No such document among the owner's."""


class DocumentsUnavailable(DocumentError):
    """The folder of the documents cannot be read or written just now."""
