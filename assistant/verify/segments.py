"""Cuts an answer into segments, each with the evidence numbers it cites.

A segment is the stretch of a sentence before a group of marks: in 「2008年の17.8%【1】から2020年の32.3%【2】へ上がりました。」 the first
value belongs to 【1】, the second to 【2】; what follows the last mark belongs to that mark.
"""

import re
from dataclasses import dataclass

MARKS = re.compile(r"(?:【\d+】)+")
NUMBER = re.compile(r"【(\d+)】")
SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?")
LIST_NUMBER = re.compile(r"^(\d+)\. ")


@dataclass(frozen=True)
class Segment:
    """Text between marks, without marks and markup, and the numbers it rests on (empty when nothing is cited)."""

    text: str
    cited: tuple[int, ...]
    sentence: str


@dataclass(frozen=True)
class Sentence:
    """One sentence in its section (結論, 要点 …) with its segments. `rank` is the number of a numbered list row, `header` the heads of the
    columns of the table that a row belongs to."""

    text: str
    section: str
    segments: tuple[Segment, ...]
    rank: int | None = None
    line: int = 0
    header: tuple[str, ...] = ()


def sentences(text: str, headings: dict[str, str]) -> list[Sentence]:
    """All sentences of an answer. `headings`: heading line → section name; text before any heading has section ''."""
    found, section, caption, header = [], "", (), ()
    for row, line in enumerate(text.split("\n")):
        stripped = line.strip()
        heading = next((name for head, name in headings.items() if stripped.startswith(head)), None)
        if heading is not None:
            section = heading
            stripped = stripped[len(next(head for head, name in headings.items() if name == heading and stripped.startswith(head))) :].strip()
        if not stripped:
            continue
        bare, rank = bullet(stripped)
        header = (header or tuple(cells(bare))) if bare.startswith("|") else ()
        if section == "sources":
            found.append(Sentence(stripped, section, (), line=row))
            continue
        for part in split(bare):
            if not part.strip(" |"):  # the sign that ends a row
                continue
            pieces = tuple(segments(part))
            if bare.startswith("|"):  # a row of a table without marks rests on the marks of the line above the table
                pieces = tuple(Segment(piece.text, piece.cited or caption, piece.sentence) for piece in pieces)
            found.append(Sentence(part, section, pieces, rank, row, header))
        if not bare.startswith("|"):
            caption = tuple(int(value) for value in NUMBER.findall(bare))
    return found


def cells(row: str) -> list[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def quotable(sentence: Sentence) -> str:
    """The words of a sentence without marks. The first cell of a row names the source of the second: 「| Strubell ほか | … |」 says 「Strubell ほか：…」."""
    words = "".join(segment.text for segment in sentence.segments)
    return words.strip(" |。").replace("|", "：", 1) if sentence.header else words


def bullet(line: str) -> tuple[str, int | None]:
    """A line without its list sign and bold marks; the number of a numbered row."""
    match = LIST_NUMBER.match(line)
    rank = int(match[1]) if match else None
    line = LIST_NUMBER.sub("", line)
    return re.sub(r"^(?:[-*・>]|#+)\s+", "", line).replace("**", ""), rank


def split(text: str) -> list[str]:
    """Sentences; a mark or closing bracket that follows the full stop stays with its sentence."""
    parts = []
    for match in SENTENCE.finditer(text):
        part = match.group()
        if parts and parts[-1].count("「") > parts[-1].count("」"):
            parts[-1] += part
            continue
        lead = re.match(r"^(?:【\d+】|[」』）)])+", part)
        if lead and parts:
            parts[-1] += lead.group()
            part = part[lead.end() :]
        if part.strip():
            parts.append(part)
    return parts


def segments(sentence: str) -> list[Segment]:
    found, start = [], 0
    groups = list(MARKS.finditer(sentence))
    for number, group in enumerate(groups):
        cited = tuple(int(value) for value in NUMBER.findall(group.group()))
        end = len(sentence) if number == len(groups) - 1 else group.end()
        body = MARKS.sub("", sentence[start:end])
        found.append(Segment(body, cited, sentence))
        start = group.end()
    if not groups and sentence.strip():
        found.append(Segment(sentence, (), sentence))
    return found


def ranked_lists(parts: list[Sentence]) -> list[list[Sentence]]:
    """The numbered rows of every ranking of an answer; one begins at each row numbered 1."""
    lists: list[list[Sentence]] = []
    for sentence in parts:
        if sentence.rank is None or not sentence.segments or not sentence.segments[0].cited:
            continue
        if sentence.rank == 1 or not lists:
            lists.append([])
        lists[-1].append(sentence)
    return lists
