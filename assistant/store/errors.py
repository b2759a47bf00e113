"""The one error of this package."""

from prompts import render


class StoreUnavailable(Exception):
    """The database cannot be used; `reason` is the key of its Japanese sentence in `prompts/store.yaml`."""

    def __init__(self, reason: str, detail: object, **values: object):
        super().__init__(f"{detail}; set RASHINBAN_HOME to a writable folder or DATABASE_URL to a running server")
        self.reason = reason
        self.message_ja = render("store", reason, **values)
