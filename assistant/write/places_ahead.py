"""Answers that tell in which conferences or fields one has more than another one, or stands so high."""

from analytics import Figure
from assistant.models import Question
from assistant.understand.figures.limits import COUNTERS
from assistant.understand.figures.places_ahead import AHEAD, CLOSEST, LEADS
from assistant.write.facts import caveats, say
from assistant.write.layout import Page
from assistant.write.roles import Roles
from assistant.write.wordings import bare_name, implication, label, place

CLOSE = 3.0  # points: a lead that a few papers make


def places_ahead(question: Question, roles: Roles, page: Page, ranked: str) -> None:
    """How many there are, and each of them with the values; that there is none, with the nearest one. ranked: the word for what is ranked."""
    firsts, seconds = roles.figures("main"), roles.figures("behind")
    head, counter = firsts[0], COUNTERS[question.ranked]
    holds = bool(head.parts["within"])
    names = {"period": head.period, "of": f"{head.parts['total']}{counter}"}
    names |= {"n": f"{head.parts['within']}{counter}"} if holds else {"ranked": ranked}
    if seconds and question.option != f"{AHEAD}{LEADS}":
        name = "gap_closest" if question.option == f"{AHEAD}{CLOSEST}" else "gap_widest"
        page.conclusion = [say(name, period=head.period, first_label=label(head), second_label=label(seconds[0]), ranked=ranked, winner=place(head), cite=roles.cite(head, seconds[0]))]
        page.body = ["\n".join(f"- {pair_row(roles, first, second)}" for first, second in zip(firsts, seconds, strict=True))]
        holds = True
    elif seconds:
        page.conclusion = [say("ahead_some" if holds else "ahead_none", **names, first_label=label(head), second_label=label(seconds[0]), cite=roles.cite(head, seconds[0]))]
        page.body = ["\n".join(f"- {pair_row(roles, first, second)}" for first, second in zip(firsts, seconds, strict=True))]
        if min(abs(first.value - second.value) for first, second in zip(firsts, seconds, strict=True)) < CLOSE:
            page.caveats.append(say("ahead_close"))
    else:
        asked = question.option.removeprefix(AHEAD)
        kind = "" if asked.isdigit() or asked == "-1" else "_within"
        page.conclusion = [say(f"placed_{'some' if holds else 'none'}{kind}", **names, winner=bare_name(label(head)), rank=asked.lstrip("-"), cite=roles.cite(head))]
        rows = [say("placed_row", winner=place(figure), rank=figure.parts["place"], value=figure.display, cite=roles.cite(figure)) for figure in firsts]
        page.body = ["\n".join(f"- {row}" for row in rows)]
    if not holds:
        page.points = [say("ahead_nearest" if seconds else "placed_nearest")]
    page.implication = implication(head, "any", question)
    of_ai = question.ranked == "venues" and not any(where.name != "ai" for where in question.places)
    page.caveats += [*([say("limit_more")] if head.parts["within"] > len(firsts) and not (seconds and question.option != f"{AHEAD}{LEADS}") else []), *([say("ahead_of_ai" if of_ai else "rank_rule")] if question.ranked == "venues" else []), *caveats(*firsts)]


def pair_row(roles: Roles, first: Figure, second: Figure) -> str:
    return say(
        "ahead_row", winner=place(first), first_label=label(first), first=first.display, cite_first=roles.cite(first), second_label=label(second), second=second.display, cite_second=roles.cite(second),
    )  # fmt: skip
