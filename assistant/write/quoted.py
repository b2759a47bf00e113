"""Quotations of passages: their words with the mark of the source, led by the name of the paper where there is one."""

import re

import prompts
from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Item
from assistant.write.layout import mark

FILE = "answers/words"
TELLING_SENTENCE = 20  # characters


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def items(found: Found, role: str) -> list[Item]:
    return [found.evidence.item(number) for number in found.evidence.roles.get(role, ())]


def statement(item: Item) -> str:
    """The words to quote: the answer of a question-answer pair, or the whole passage on one line."""
    text = item.text.partition("\n答 ")[2] if item.text.startswith("問 ") else item.text
    return re.sub(r"\s*\n\s*", "", text)


def beginning(text: str) -> str:
    """The first sentence, with the second where it is too short to say anything alone."""
    first, *others = re.findall(r"[^。]+。", text)
    return first + others[0] if others and len(first) < TELLING_SENTENCE else first


def cited(item: Item) -> str:
    """A passage's statement with its mark before the last full stop."""
    return with_mark(statement(item), mark(item.n))


def attributed(item: Item, library: Library) -> str:
    paper = item.citation.id.split("#")[0]
    if paper in library.papers:
        return say("attributed", name=short(library.name(paper)), text=cited(item), cite="")
    return say("plain", text=cited(item), cite="")


def short(name: str) -> str:
    """The paper's name without its year: the year stands in 出典."""
    return re.sub(r"（.*?）", "", name)


def with_mark(text: str, cite: str) -> str:
    """Set a mark before the last full stop, or at the end when there is none."""
    text = text.strip()
    return f"{text[:-1]}{cite}。" if text.endswith("。") else f"{text}{cite}"
