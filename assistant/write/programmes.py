"""Answers on public programmes of shared computing: what one costs the public, and those of another country."""

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Question
from assistant.write.layout import Page
from assistant.write.quoted import attributed, items, say
from assistant.write.roles import Roles


def budget(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The first amount as the conclusion, the others below, then what they are not."""
    first, *others = [attributed(item, library) for item in items(found, "amounts")]
    page.conclusion, page.points = [first], others
    page.caveats = [*(attributed(item, library) for item in items(found, "limits")), say("programme_secondary")]


def alike(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """That there are such programmes, one line each; that they are not the same."""
    page.conclusion = [say(f"{found.mode}_head")]
    page.body = ["\n".join(f"- {attributed(item, library)}" for item in items(found, "programmes"))]
    page.caveats = [say("programmes_differ")]


PROGRAMMES = {"programme_budget": budget, "programmes_alike": alike, "programmes_abroad": alike}
