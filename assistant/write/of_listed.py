"""Answers on works by their way of studying, on those listed that tell of a matter, and on each of those listed."""

import re

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.evidence.of_listed import MOST, telling
from assistant.models import Question
from assistant.understand.works.of_listed import BY_METHOD, BY_YEAR, EACH, METHODS, TOUCHING
from assistant.understand.works.works_asked import marks
from assistant.write.layout import Page, mark
from assistant.write.quoted import attributed, items, say, short, statement, with_mark
from assistant.write.roles import Roles
from assistant.write.wordings import own_did


def of_works(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The works with the sentence that tells it; that there is none, with our own estimate beside where it is made so."""
    asked, kind = marks(question)[2], found.mode
    pattern = re.compile(METHODS[asked] if kind == BY_METHOD else re.escape(asked), re.IGNORECASE)
    told = items(found, "telling")
    page.conclusion = list(found.readings)
    rows = [say("attributed", name=short(library.name(item.citation.id.partition("#")[0])), text=with_mark(telling(statement(item), pattern), mark(item.n)), cite="") for item in told]
    page.body = ["\n".join(f"- {row}" for row in rows[:MOST])] if rows else []
    if (figure := roles.first("did")) is not None:
        page.points = [own_did(figure, roles.cite(figure))]
    page.caveats = [say("by_summary")]


def each(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say("each_head")]
    page.body = ["\n".join(f"- {attributed(item, library)}" for item in items(found, "points"))]


def by_year(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The works of that time with the year of each in its source."""
    page.conclusion = list(found.readings)
    page.body = ["\n".join(f"- {attributed(item, library)}" for item in items(found, "telling"))] if found.evidence.items else []


OF_LISTED = {BY_METHOD: of_works, TOUCHING: of_works, EACH: each, BY_YEAR: by_year}
