"""What modules that read one kind of message ask of the understanding."""

from typing import Protocol

from assistant.models import Question
from assistant.understand.names.labels import Labels
from assistant.understand.text.matcher import Hit, Text


class Reader(Protocol):
    """The finders, the names and figures, what reads a text by itself or in its talk, and what finishes a question."""

    institutions: object
    countries: object
    groups: object
    places: object
    blockers: object
    labels: Labels

    def read_alone(self, text: Text, base: int | None = None) -> Question: ...

    def explained(self, text: Text) -> list[Hit]: ...

    def understood(self, text: Text, previous: Question | None, data: Question | None) -> Question: ...

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...
