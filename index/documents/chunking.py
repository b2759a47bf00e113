"""Blocks of a document → passages: whole sentences or whole table rows, never across a heading or a page."""

from itertools import pairwise

from index.documents.models import HEADING, ROW, Piece
from index.documents.sentences import joined, split_sentences

TARGET, LARGEST = 280, 480  # characters: a passage is closed at TARGET, and never grows over LARGEST unless one sentence does
LONGEST_SENTENCE = 1_500  # beyond this a "sentence" is a list or a log without full stops: cut at the last comma or blank
SHORT_HEADING = 120
DEPTH = 3  # headings named above a passage


def cut(blocks, labels):
    """Blocks and {page number: label} → list of Piece."""
    pieces, headings, held = [], {}, Held()
    for block, following in pairwise((*blocks, None)):
        if block.kind == HEADING and not lone(block, following):
            held.close(pieces)
            headings = {level: text for level, text in headings.items() if level < block.level} | {block.level: block.text[:SHORT_HEADING]}
            continue
        for sentence in [block.text] if block.kind == ROW else split_sentences(block.text):
            for part in bounded(sentence):
                held.take(part, block, labels, trail(headings), pieces)
    held.close(pieces)
    return pieces


def lone(block, following):
    """A heading with nothing below it is a line to be found itself: an item of a numbered list, a slide with a title only."""
    return following is None or following.kind == HEADING and following.level <= block.level


def trail(headings):
    """「2. 市場 ＞ 2.1 国内」."""
    return " ＞ ".join(headings[level] for level in sorted(headings)[-DEPTH:])


def bounded(sentence):
    """A sentence, or where it is no sentence but an endless line, its parts."""
    while len(sentence) > LONGEST_SENTENCE:
        head = sentence[:LONGEST_SENTENCE]
        at = max(head.rfind(mark) for mark in "、，, 　;；") + 1
        at = at if at > LONGEST_SENTENCE // 2 else LONGEST_SENTENCE
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence


class Held:
    """The passage being filled."""

    def __init__(self):
        self.parts, self.key, self.rows, self.label = [], None, False, ""

    def take(self, part, block, labels, heading, pieces):
        """Adds a sentence or row; closes the passage first where page, table or size ask for it."""
        key = (block.page, block.table, heading)
        size = sum(map(len, self.parts))
        if self.parts and (key != self.key or size >= TARGET or size + len(part) > LARGEST):
            self.close(pieces)
        self.key, self.rows, self.label = key, block.kind == ROW, labels[block.page]
        self.parts.append(part)

    def close(self, pieces):
        """Ends the passage."""
        if self.parts:
            pieces.append(Piece(self.key[0], self.label, self.key[2], as_text(self.parts, self.rows)))
        self.parts = []


def as_text(parts, rows):
    """Rows on lines of their own, sentences as running text; list lines without a full stop stay apart."""
    if rows:
        return "\n".join(parts)
    text = parts[0]
    for part in parts[1:]:
        text = joined(text, part) if text[-1:] in "。！？!?．.」』）)" else f"{text}\n{part}"
    return text
