"""Errors of the numbers' side. Messages are English and name the remedy; the edges word them in Japanese."""


class AnalyticsError(Exception):
    """Base of every error this package raises on purpose."""


class SourceError(AnalyticsError):
    """A raw input failed a sanity check: the message names the file and what to look at.

    `reason` is the key of its Japanese sentence, or empty; `details` fill it.
    """

    def __init__(self, message: str, reason: str = "", **details):
        super().__init__(message)
        self.reason, self.details = reason, details


class BadInput(ValueError):
    """A setting or table that cannot be used: `reason` is the key of its Japanese sentence, `details` fill it."""

    def __init__(self, message: str, reason: str, **details):
        super().__init__(message)
        self.reason, self.details = reason, details


class DataMissing(AnalyticsError):
    """The computed files under analytics/data are absent or not the ones the manifest describes."""


class DerivedMissing(DataMissing):
    """What is computed from the counts is absent or was computed from other counts: rebuild with `build --all`."""


class UnknownName(AnalyticsError):
    """A metric, venue, field, tier or country that the data do not have.

    `kind` is what was asked for, `name` the unknown name and `known` the names that exist.
    """

    def __init__(self, kind: str, name: str, known: tuple[str, ...]):
        super().__init__(f"unknown {kind} {name!r}; known: {', '.join(known[:40])}")
        self.kind, self.name, self.known = kind, name, known


class NotInData(AnalyticsError):
    """A well-formed request for something that was not counted: `reason` is a key, `details` fill its sentence."""

    def __init__(self, reason: str, **details):
        super().__init__(f"not in data: {reason} {details}")
        self.reason, self.details = reason, details
