"""Cuts a long text into windows that an embedding model reads whole: a mean over thousands of characters says little of any of them."""

import re

WHOLE = 700  # up to this length a text stays in one piece: nearly all of it fits into the 512 tokens of the model
WINDOW = 450
TITLE = 60  # a first line up to this length names the text, and goes before each of its windows
SENTENCE = re.compile(r"[^。！？!?\n]*(?:[。！？!?]+[」』）)]*|\n|$)")


def windows(text):
    """Text → its windows in order, cut between sentences (a sentence longer than a window is cut hard); a short text is one window."""
    if len(text) <= WHOLE:
        return [text]
    first, _, rest = text.partition("\n")
    title = first.strip() + "\n" if rest and 0 < len(first.strip()) <= TITLE else ""
    found, current = [], ""
    for sentence in pieces(rest if title else text):
        if current and len(current) + len(sentence) > WINDOW:
            found.append(current)
            current = ""
        current += sentence
    return [title + part.strip() for part in [*found, current] if part.strip()]


def pieces(text):
    """Sentences with their ends, none longer than a window."""
    for match in SENTENCE.finditer(text):
        sentence = match.group()
        yield from (sentence[i:i + WINDOW] for i in range(0, len(sentence), WINDOW))
