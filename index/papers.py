"""What the corpus holds: summaries, claims, questions, phrases and glossary terms as frozen dataclasses (format: docs/corpus.md)."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Basis:
    """What a sentence rests on: a list of the fact card and the number in it, from 1 (`note` has none).

    card: id of the other summary whose card is meant; "" for the summary's own card.
    """

    kind: str
    number: int | None
    card: str = ""

    @property
    def name(self):
        """`fact 3`, `note`, `xu-2017-…: fact 2`, as in a mark."""
        place = self.kind if self.number is None else f"{self.kind} {self.number}"
        return f"{self.card}: {place}" if self.card else place


@dataclass(frozen=True)
class Statement:
    """One sentence (in 要点, 主張 and phrases: one marked stretch), marks removed; `line` of the file, from 1."""

    text: str
    basis: tuple[Basis, ...]
    line: int


@dataclass(frozen=True)
class Section:
    """A heading and its sentences; `paragraphs` holds the sentences by line of the file."""

    heading: str
    paragraphs: tuple[tuple[Statement, ...], ...]
    line: int

    @property
    def statements(self):
        """All sentences in order."""
        return tuple(s for paragraph in self.paragraphs for s in paragraph)

    @property
    def text(self):
        """The text without marks, a line a paragraph."""
        return "\n".join("".join(s.text for s in paragraph) for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Marked:
    """Base of what consists of marked sentences: `number` from 1 within its heading, `line` of the file."""

    number: int
    statements: tuple[Statement, ...]
    line: int

    @property
    def text(self):
        """The text without marks."""
        return "".join(s.text for s in self.statements)

    @property
    def basis(self):
        """All that the text rests on, in order."""
        return tuple(b for s in self.statements for b in s.basis)


@dataclass(frozen=True)
class Claim(Marked):
    """One bullet of 要点 or 主張."""


@dataclass(frozen=True)
class QA(Marked):
    """One 想定問答; `text` is the answer."""

    question: str

    @property
    def answer(self):
        """The answer without marks."""
        return self.text


@dataclass(frozen=True)
class Phrase(Marked):
    """One 会議フレーズ; `text` is the phrase in its 「」, without the scene."""

    scene: str


@dataclass(frozen=True)
class FrontMatter:
    """The YAML head of a summary; keys as in docs/corpus.md."""

    id: str
    title: str
    title_ja: str
    short_ja: str
    authors: tuple[str, ...]
    year: int
    kind: str
    theme: str
    stance: str
    source_url: str
    sources: tuple[str, ...]
    reading_minutes: int
    keywords: tuple[str, ...]
    related: tuple[str, ...]
    glossary: tuple[str, ...]
    own_metrics: tuple[str, ...]


@dataclass(frozen=True)
class PaperSummary(FrontMatter):
    """One file of corpus/papers. `body_characters`: characters of the body without marks, Markdown signs and white space."""

    path: Path
    points: tuple[Claim, ...]
    sections: tuple[Section, ...]
    claims: tuple[Claim, ...]
    questions: tuple[QA, ...]
    phrases: tuple[Phrase, ...]
    body_characters: int

    def passage(self, key):
        """`claim-3`, `point-1` or `qa-2` → that Marked; None when there is none."""
        kind, _, number = key.partition("-")
        entries = {"claim": self.claims, "point": self.points, "qa": self.questions}.get(kind, ())
        return next((entry for entry in entries if str(entry.number) == number), None)


@dataclass(frozen=True)
class GlossaryTerm:
    """One term of glossary.yaml; `line` of the file, from 1."""

    id: str
    term: str
    reading: str
    aliases: tuple[str, ...]
    field: str
    definition: str
    analogy: str
    why: str
    see_also: tuple[str, ...]
    papers: tuple[str, ...]
    shown_in: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Corpus:
    """All summaries by id and all terms in file order."""

    papers: tuple[PaperSummary, ...]
    glossary: tuple[GlossaryTerm, ...]
