"""What works have in common or how they differ, as far as their summaries tell: no work of ours draws the conclusion for them."""

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.evidence.paper_turns import opponents
from assistant.models import Question
from assistant.write.layout import Page, mark
from assistant.write.quoted import attributed, items, say, with_mark
from assistant.write.roles import Roles

SIDES = ("supports", "contradicts")


def in_common(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """On which side they stand, then one point each."""
    told = list(dict.fromkeys(item.citation.id.partition("#")[0] for item in items(found, "common")))
    page.conclusion = held_together(found, library, told)
    page.points = [attributed(item, library) for item in items(found, "common")]
    page.caveats = [say("common_own")]


def apart(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """On which side each stands and what is said between them, then the first points of each."""
    told = list(dict.fromkeys(item.citation.id.partition("#")[0] for item in items(found, "examples")))
    page.conclusion = held_together(found, library, told)
    page.body = ["\n".join(f"- {attributed(item, library)}" for item in items(found, "examples"))]
    page.caveats = [say("common_own")]


def held_together(found: Found, library: Library, works: list[str]) -> list[str]:
    """Whether works agree: what the summary of one sets against it of another, else the sides on which they stand, else whether they are on one theme."""
    limits = {item.citation.id.partition("#")[0]: item for item in items(found, "between")}
    between = [with_mark(sentence, mark(limits[work].n)) for work in works if work in limits for other, _, sentence in opponents(library, work) if other in works]
    if between:
        return [say("common_between"), *dict.fromkeys(between)]
    papers = [library.papers[work] for work in works]
    stances, themes = {paper.stance for paper in papers}, dict.fromkeys(paper.theme for paper in papers)
    side = "mixed" if stances >= set(SIDES) else stances.pop() if len(stances) == 1 and stances <= set(SIDES) else "theme" if len(themes) == 1 else "none"
    return [say(f"common_{side}")]


def rivals(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """No verdict between compute and people: what is said for each."""
    page.conclusion = [say("rivals_head"), say("why_unproven")]
    page.points = [attributed(item, library) for role in ("reason_talent", "reason_compute", "examples") for item in items(found, role)]


IN_COMMON = {"common": in_common, "apart": apart, "rivals": rivals}
