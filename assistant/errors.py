"""Errors of this package. `message_ja` is what the reader is told."""


class InputError(Exception):
    """The question cannot be taken (empty, too long, no words): nothing was asked, nothing is lost."""

    def __init__(self, message_ja: str, detail: str):
        super().__init__(detail)
        self.message_ja = message_ja
