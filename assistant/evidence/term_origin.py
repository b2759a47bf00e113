"""Who coined a term, as far as works of ours tell: the statement of a work that names it so, else the oldest work that is called by it."""

import re

from assistant.evidence.collector import Collector
from assistant.evidence.library import Library, term_names

NAMED = re.compile(r"と呼びました|と名づけ(?:まし|てい)|という(?:言葉|名前)を(?:作|付け)")
STATED = ("claim", "point")


def cite_origin(library: Library, term: str, box: Collector) -> None:
    """Cite the statement that names the term (role `coined`), else the first point of the oldest work called by it (role `titled`), else nothing."""
    names = [name.lower() for name in term_names(library.terms[term])]
    tied = [chunk for chunk in library.index.chunks if chunk.source_id in library.terms[term].papers and chunk.kind in STATED]
    coined = next((chunk for chunk in tied if NAMED.search(chunk.display) and any(name in chunk.display.lower() for name in names)), None)
    if coined is not None:
        library.cite(box, coined, "coined")
        return
    named = sorted((library.papers[work] for work in library.terms[term].papers if work in library.papers and f"-{term}" in work), key=lambda paper: (paper.year, paper.id))
    if named:  # 「hu-2021-lora」; a work that only speaks of the thing in its title began nothing
        library.cite(box, library.index.lookup(f"{named[0].id}#point-1"), "titled")
