"""How a work went about it, and what is to be said where its review is not known."""

import re

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.write.layout import mark
from assistant.write.quoted import items, say, statement, with_mark

ARXIV = "arxiv.org"
WENT_ABOUT = re.compile(r"調べ|測[りっ]|比べ|分析|組み合わせ|推計|調査|聞き取|標本|実験|統計|回帰|検定")


def method_of(found: Found, work: str) -> str:
    """How a work went about it: the first sentence of its method that tells so; "" where none does."""
    told = [(item, sentence) for item in items(found, "method") if item.citation.id.startswith(f"{work}#") for sentence in re.findall(r"[^。]+。", statement(item)) if WENT_ABOUT.search(sentence)]
    return with_mark(told[0][1], mark(told[0][0].n)) if told else ""


def unreviewed(library: Library, work: str) -> str:
    """That it is not held whether a work was reviewed, with what kind of work it is."""
    entry = library.papers[work]
    kind = "arxiv" if ARXIV in entry.source_url else "paper" if entry.kind in ("paper", "method") else "published"
    return say(f"unheld_{kind}")
