"""Answers on a way to go: what to watch, whether a small firm can, whether a university would have it, and the one to choose."""

import re

import prompts
from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.models import Item, Question
from assistant.understand.words.advice import DEFINED, RELEVANT
from assistant.write.layout import Page, mark
from assistant.write.quoted import attributed, items, say, short, statement, with_mark
from assistant.write.roles import Roles
from assistant.write.wordings import label, place

def matters(item: Item, library: Library) -> str:
    """A term by name, and why it matters."""
    entry = library.terms[item.citation.id.partition("#")[2]]
    return say("strategy_point", name=short(entry.term), text=with_mark(entry.why, mark(item.n)), cite="")


def watch(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say(found.mode.replace("watch_", "watch_head_"))]
    page.points = [matters(item, library) for item in items(found, "terms")]
    if papers := items(found, "papers"):
        page.body = ["\n".join([say("watch_papers"), *(f"- {attributed(item, library)}" for item in papers)])]
    page.caveats = [say("watch_unheld")]


def able(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    term = items(found, "terms")[0]
    head, why = say(f"able_head_{found.mode.removeprefix('able_')}"), matters(term, library)
    defined = with_mark(library.terms[term.citation.id.partition("#")[2]].definition, mark(term.n))
    relevant = RELEVANT.search(question.text) is not None
    page.conclusion = [defined, why] if relevant else [defined, head, why] if DEFINED.search(question.text) else [head, why]
    page.points = [*(attributed(item, library) for item in items(found, "support")), *([] if relevant else costs(found))]
    page.implication = say("strategy_next_start")
    page.caveats = [say("able_unsplit")]


def costs(found: Found) -> list[str]:
    """The first sentence of each held price."""
    return [with_mark(re.match(r"[^。]*。", statement(item)).group(), mark(item.n)) for item in items(found, "cost")]


def partner(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    average, hidden = items(found, "projects")
    joint, others = roles.first("joint"), roles.first("others")
    caution = re.search(r"平均の裏には[^。]*。", statement(hidden)).group()
    page.conclusion = [say("partner_head"), with_mark(statement(average), mark(average.n)), with_mark(caution, mark(hidden.n))]
    page.points = [
        say("partner_shares", period=joint.period, place=place(joint), first_label=label(joint), first=joint.display, cite_first=roles.cite(joint),
            second_label=label(others), second=others.display, cite_second=roles.cite(others)),
        *(matters(item, library) for item in items(found, "terms")),
    ]  # fmt: skip
    page.implication = say("strategy_next_partner")
    page.caveats = [say("partner_unsplit")]


def pick(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    first, *others = items(found, "terms")
    page.conclusion = [say("pick_head"), matters(first, library)]
    page.points = costs(found)
    page.points += [matters(item, library) for item in others]
    page.implication = say("strategy_next_start")
    page.caveats = [say("strategy_caution")]


def no_firm(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    first, *others = items(found, "terms")
    page.conclusion = [say("no_firm_head"), say("no_firm_holds"), matters(first, library)]
    page.points = [say("no_firm_sums"), *(matters(item, library) for item in others)]
    page.implication = say("strategy_next_start")
    page.caveats = [say("no_firm_unheld")]


def way_sides(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say("ways_head")]
    page.points = [f"{say(f'ways_good_{way}')}{with_mark(library.terms[item.citation.id.partition('#')[2]].why, mark(item.n))}{say(f'ways_watch_{way}')}" for way, item in zip(("prototype", "cloud", "joint"), items(found, "terms"), strict=True)]
    page.implication = say("strategy_next_start")
    page.caveats = [say("watch_unheld"), say("strategy_caution")]


def fits(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """Which of two ways suits whom, then the good and the weak side of each."""
    ways = found.mode.removeprefix("fits_").split("_")
    page.conclusion = [say(found.mode)]
    page.points = [f"{say(f'ways_good_{way}')}{with_mark(library.terms[item.citation.id.partition('#')[2]].why, mark(item.n))}{say(f'ways_watch_{way}')}" for way, item in zip(ways, items(found, "terms"), strict=True)]
    page.implication = say("strategy_next_start")
    page.caveats = [say("watch_unheld"), say("strategy_caution")]


def steps(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """What a way consists of, and what it is for."""
    way = found.mode.removeprefix("steps_")
    (term,) = items(found, "terms")
    page.conclusion = [say(f"steps_head_{way}"), with_mark(library.terms[term.citation.id.partition("#")[2]].why, mark(term.n))]
    page.points = [say(f"steps_{way}_{number}") for number in (1, 2, 3)]
    page.implication = say("strategy_next_start")
    page.caveats = [say("strategy_caution")]


def all_steps(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The three ways, one sentence each."""
    page.conclusion = [say("ways_head")]
    page.points = [say(f"steps_each_{way}") + with_mark(library.terms[item.citation.id.partition("#")[2]].why, mark(item.n)) for way, item in zip(("prototype", "cloud", "joint"), items(found, "terms"), strict=True)]
    page.implication = say("strategy_next_start")
    page.caveats = [say("strategy_caution")]


ADVICE = {
    **dict.fromkeys(("steps_prototype", "steps_cloud", "steps_joint"), steps), "steps_all": all_steps,
    **dict.fromkeys(("fits_prototype_joint", "fits_prototype_cloud", "fits_cloud_joint"), fits),
    **{f"watch_{way}": watch for way, entry in prompts.lexicon("ways").items() if "cues" in entry}, "able_yes": able, "able_depends": able, "partner": partner, "pick": pick, "no_firm": no_firm, "way_sides": way_sides,
}  # fmt: skip
