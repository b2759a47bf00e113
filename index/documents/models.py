"""The dataclasses between the steps: file → Extracted → pieces → DocumentRecord."""

from dataclasses import dataclass

HEADING, TEXT, ROW = "heading", "text", "row"
WHOLE = "本文"  # label of the only page of a text without pages


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or table row as read. page: number from 1. level: of a heading, 1 the highest. table: rows of one table share it."""

    kind: str
    text: str
    page: int
    level: int = 0
    table: int = 0


@dataclass(frozen=True)
class Page:
    """What one page, slide or sheet says, for the page view. label: 「3ページ」「スライド4」「シート「売上」」."""

    number: int
    label: str
    text: str


@dataclass(frozen=True)
class Extracted:
    """A file as read. title: "" when the file states none."""

    title: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Piece:
    """One passage to be found and cited. heading: of the section it stands in. text: shown and quoted, whole sentences or rows."""

    page: int
    label: str
    heading: str
    text: str


@dataclass(frozen=True)
class DocumentRecord:
    """A document of an owner. pages: pages, slides or sheets. characters: of its text, white space not counted. chunks: passages.

    language: ja, en or other. added_at: UTC, ISO 8601. outcome: what `add` did (added, updated, unchanged, duplicate), "stored" elsewhere;
    a duplicate is the document that already holds the same content under another name.
    """

    id: str
    name: str
    owner: str
    kind: str
    title: str
    pages: int
    characters: int
    chunks: int
    language: str
    sha256: str
    added_at: str
    outcome: str = "stored"


@dataclass(frozen=True)
class DocumentPassage:
    """A passage found. text: whole sentences, as in the document. locator: where, in Japanese. similarity: cosine to the question.

    score: fused, comparable within one search only.
    """

    id: str
    document_id: str
    name: str
    title: str
    page: int
    locator: str
    heading: str
    text: str
    score: float
    similarity: float
    rank: int
