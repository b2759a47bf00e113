"""What gathering evidence for a worded question gives, or why it gives nothing."""

from dataclasses import dataclass

from assistant.models import Evidence


@dataclass(frozen=True)
class Found:
    """Evidence for a worded question. `mode` tells the writer how it was found; `paper` is the paper talked about; `partial`: no passage
    cited names all that is asked about."""

    evidence: Evidence
    mode: str
    paper: str | None = None
    term: str | None = None
    readings: tuple[str, ...] = ()
    partial: bool = False

    @property
    def papers(self) -> tuple[str, ...]:
        """Ids of the papers quoted, in order."""
        return tuple(dict.fromkeys(item.citation.id.split("#")[0] for item in self.evidence.items if item.citation.kind == "paper"))


class NothingFound(Exception):
    """No passage speaks of the question. `words`: what the corpus does not know; `terms`: names near to it that the glossary explains; `sentence`: the
    finished reason, where it is another one."""

    def __init__(self, words: tuple[str, ...], terms: tuple[str, ...] = (), sentence: str | None = None):
        super().__init__(f"no passage for {words}")
        self.words, self.terms, self.sentence = words, terms, sentence
