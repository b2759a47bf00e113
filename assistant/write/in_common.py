"""What the works just told have in common, as far as their summaries tell: no work of ours draws the conclusion for them."""

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Question
from assistant.write.layout import Page
from assistant.write.quoted import attributed, items, say
from assistant.write.roles import Roles

SIDES = ("supports", "contradicts")


def in_common(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """On which side they stand, then one point each."""
    told = [library.papers[item.citation.id.partition("#")[0]] for item in items(found, "common")]
    stances = {paper.stance for paper in told}
    side = "mixed" if stances >= set(SIDES) else stances.pop() if len(stances) == 1 and stances <= set(SIDES) else "theme" if len({paper.theme for paper in told}) == 1 else "none"
    page.conclusion = [say(f"common_{side}")]
    page.points = [attributed(item, library) for item in items(found, "common")]
    page.caveats = [say("common_own")]


def rivals(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """No verdict between compute and people: what is said for each."""
    page.conclusion = [say("rivals_head"), say("why_unproven")]
    page.points = [attributed(item, library) for role in ("reason_talent", "reason_compute", "examples") for item in items(found, role)]


IN_COMMON = {"common": in_common, "rivals": rivals}
