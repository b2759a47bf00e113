"""The paper in which a thing first appeared, asked for by the thing: 「BERTの原論文は」. Where it is not held, that is said, with what treats the thing."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.library import Library
from assistant.understand.cues.sought import original_of
from assistant.understand.text.matcher import read

MOST = 2
STATED = ("point", "claim")


def original(words, text: str, box: Collector) -> Found | None:
    """Found (mode `no_original`) of papers that treat the thing whose original is asked for and not held; None where no original is asked for, or it is held.
    Raises NothingFound where nothing held speaks of the thing."""
    name, library = original_of(text), words.library
    if name is None or (term := library.term_in(name)) and library.terms[term].papers or by_author(library, name) or begun_in(library, name):
        return None
    titled = [paper.id for paper in library.papers.values() if re.search(whole(name), f"{paper.title} {paper.title_ja}", re.IGNORECASE)]
    named = {chunk.source_id: chunk for chunk in reversed(library.index.chunks) if chunk.kind in STATED and re.search(whole(name), chunk.display, re.IGNORECASE)}
    ids = (titled or [id for id in named if id in library.papers])[:MOST]
    if not ids:
        raise NothingFound((name,))
    for id in ids:
        library.cite(box, named.get(id) or library.index.lookup(f"{id}#point-1"), "examples")
    return Found(box.evidence(), "no_original", paper=ids[0] if len(ids) == 1 else None)


def whole(name: str) -> str:
    """Pattern of a name that is no part of a longer word."""
    return rf"(?<![A-Za-zァ-ヴー]){re.escape(name)}(?![A-Za-zァ-ヴー])"


def by_author(library: Library, name: str) -> bool:
    return any(hit.kind in ("author", "office") for hit in library.work_names.named(read(name)))


def begun_in(library: Library, name: str) -> bool:
    """Whether a paper is the one that a name began with: its title begins with the name, or it goes by it."""
    starts = re.compile(rf"(?:the )?{re.escape(name)}(?:[:：\s]|$)", re.IGNORECASE)
    return any(starts.match(title) for paper in library.papers.values() for title in (paper.title, paper.title_ja)) or library.work_names.nicknamed(name)
