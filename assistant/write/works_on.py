"""Answers on a matter of `assistant.understand.works.works_on`: yes or no, what works say, our own figures beside."""

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Question
from assistant.understand.works.works_on import ELITE, SMALL
from assistant.write.layout import Page
from assistant.write.quoted import attributed, items, say
from assistant.write.roles import Roles
from assistant.write.wordings import FLAT, VERBS, direction, label, place


def small_firms(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say("small_head")]
    page.points = [attributed(item, library) for item in items(found, "reach")]
    page.body = [say("small_beyond"), *(f"- {attributed(item, library)}" for item in items(found, "beyond"))]
    page.implication = say("strategy_next_chance")
    page.caveats = [say("small_unheld")]


def elite_apart(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say("elite_apart_head")]
    page.points = [attributed(item, library) for item in items(found, "said")]
    page.body = ["\n".join([say("elite_apart_own"), *(f"- {moved(roles, prefix)}" for prefix in ("elite_", "others_"))])]
    page.caveats = [say("elite_apart_bands")]


def moved(roles: Roles, prefix: str) -> str:
    """How a share of ours moved between its first and last year."""
    first, last, change = (roles.first(f"{prefix}{name}") for name in ("first", "last", "change"))
    way = direction(change)
    if way == FLAT:
        return say("why_flat", place=place(change), label=label(change), cite=roles.cite(change))
    return say(
        "why_moved", place=place(first), label=label(first), first_period=first.period, first=first.display, cite_first=roles.cite(first), last_period=last.period, last=last.display, cite_last=roles.cite(last), direction=VERBS[way],
    )  # fmt: skip


def scaling(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """That it holds for language models and was not shown for other uses, what limits it, and that one's own data have to be tried."""
    page.conclusion = [say(f"{found.mode}_head"), *(attributed(item, library) for item in items(found, "holds"))]
    page.points = [attributed(item, library) for item in items(found, "limits")]
    page.implication = say("scaling_try")
    page.caveats = [attributed(item, library) for item in items(found, "useful")]


WORKS_ON = {"scaling_data": scaling, "scaling_compute": scaling, SMALL: small_firms, ELITE: elite_apart}
