"""Errors of this package; `message_ja` comes from `prompts/access.yaml`."""

import prompts


class AccessError(Exception):
    """A user cannot be added or removed, or the users cannot be read. `reason`: key of the Japanese sentence."""

    def __init__(self, reason: str, detail: str, **values: object):
        super().__init__(f"{reason}: {detail}")
        self.reason, self.values = reason, values

    @property
    def message_ja(self) -> str:
        return prompts.render("access", self.reason, **self.values)


class UsersUnavailable(AccessError):
    """The users cannot be read or written: nobody is let in."""
