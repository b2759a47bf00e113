"""Which institutions a group stands for, and whether one of them belongs to it."""

from analytics.divide.members import WHAT
from assistant.models import Question
from assistant.write.facts import caveats, say
from assistant.write.layout import Page
from assistant.write.rankings import COUNT_ASKED, listed
from assistant.write.roles import Roles
from assistant.write.wordings import bare_name, label, place


def members(question: Question, roles: Roles, page: Page) -> None:
    """What the group is, how many of it have papers, and the ones with most."""
    count, head = roles.first("count"), roles.first("main")
    page.conclusion = [
        say("members_are", group=WHAT[question.option][0], meaning=WHAT[question.option][1], cite=roles.cite(count)),
        say("members_count", period=count.period, place=place(count), value=count.display, cite=roles.cite(count)),
    ]
    if COUNT_ASKED.search(question.text):
        page.conclusion.reverse()
    page.body = [listed(question, roles)]
    page.points = [say("members_order", cite=roles.cite(head))]
    page.caveats = caveats(head)


def member(question: Question, roles: Roles, page: Page) -> None:
    inside = roles.first("inside")
    figure, count = inside or roles.first("outside"), roles.first("count")
    group, meaning = WHAT[question.option][:2]
    page.conclusion = [say("member_inside" if inside else "member_outside", winner=bare_name(label(figure)), group=group, cite=roles.cite(figure, count))]
    page.points = [
        say("members_are", group=group, meaning=meaning, cite=roles.cite(count)),
        say("level_short", place=f"{figure.period}の{place(figure)}", label=label(figure), value=figure.display, cite=roles.cite(figure)),
    ]
    page.caveats = caveats(figure)
