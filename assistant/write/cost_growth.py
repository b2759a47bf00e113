"""Answers on how fast the cost of training grows, and of what it consists."""

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Question
from assistant.understand.works.cost_growth import GROWTH, PARTS
from assistant.write.layout import Page
from assistant.write.quoted import attributed, items, say
from assistant.write.roles import Roles


def growth(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    first, *others = [attributed(item, library) for item in items(found, "telling")]
    page.conclusion, page.points = [first], others
    page.caveats = [say("cost_estimates")]


def parts(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say("cost_parts_head")]
    page.points = [attributed(item, library) for item in items(found, "telling")]
    page.caveats = [say("cost_estimates")]


COST_GROWTH = {GROWTH: growth, PARTS: parts}
