"""Answers to questions about numbers."""

from assistant.models import Draft, Evidence, Question
from assistant.write.differences import judge_chance
from assistant.write.estimates import computed, overtake, position
from assistant.write.facts import say
from assistant.write.layout import Page
from assistant.write.levels import count, level, paper_count
from assistant.write.membership import member, members
from assistant.write.rankings import movers, rank
from assistant.write.roles import Roles
from assistant.write.series import change, did, extreme, onset, threshold, trend
from assistant.write.styles import points_of, styled
from assistant.write.wordings import label, place


def write_data(question: Question, evidence: Evidence) -> Draft:
    """Write the answer for the question's statistic."""
    page = styled(data_page(question, evidence), question, evidence)
    return Draft(page.text(points_of(question)))


def data_page(question: Question, evidence: Evidence) -> Page:
    """The page of the question's statistic, before its style."""
    writers = {
        "level": level, "count": count, "trend": trend, "peak": extreme, "trough": extreme, "onset": onset, "threshold": threshold,
        "change": change, "ratio": change, "before_after": change, "did": did, "rank": rank, "movers": movers, "position": position,
        "overtake": overtake, "members": members, "member": member, "computed": computed, "paper_count": paper_count,
    }  # fmt: skip
    roles, page = Roles(evidence), Page()
    writers[question.statistic](question, roles, page)
    judge_chance(question, roles, page)
    for figure in roles.figures("doubt"):
        page.points.insert(0, say("doubt_variant", place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure)))
    if question.family != "claims":  # its readings are the claims themselves
        page.caveats = [*question.readings, *page.caveats]
    return page
