"""Answers on works together: how sound those cited are, which go furthest on cause, what papers say at large, who else opposes, and our own source."""

from assistant.evidence.found import Found
from assistant.evidence.library import Library
from assistant.evidence.standing import NOT_REVIEWED, stated_standing
from assistant.models import Question
from assistant.understand.works.works_asked import EXISTING, PROPOSED
from assistant.write.cost_growth import COST_GROWTH
from assistant.write.in_common import IN_COMMON
from assistant.write.layout import Page, mark
from assistant.write.model_costs import computes, costs
from assistant.write.of_listed import OF_LISTED
from assistant.write.paper_record import RECORD
from assistant.write.programmes import PROGRAMMES
from assistant.write.quoted import attributed, beginning, cited, items, say, short, statement, with_mark
from assistant.write.roles import Roles
from assistant.write.unreviewed import method_of, unreviewed
from assistant.write.wordings import own_did
from assistant.write.work_facts import facts
from assistant.write.works_on import WORKS_ON


def sound(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """Of each work: where it appeared, or that this is not held, and how its limits begin."""
    stated = {item.citation.id: item for item in items(found, "standing")}
    reviewed = []
    for item in items(found, "weakness"):
        work = item.citation.id.partition("#")[0]
        limit = with_mark(beginning(statement(item)), mark(item.n))
        method, standing = method_of(found, work), stated_standing(library, work)
        if standing is None:
            told, added = say("weakness", text=limit, cite="") if method else limit, unreviewed(library, work)
        else:
            passage, sentence = standing
            told, added = with_mark(sentence, mark(stated[passage.id].n)), "" if sentence[:-1] in limit else say("weakness", text=limit, cite="")
            reviewed.append(not NOT_REVIEWED.search(sentence))
        page.points.append(say("attributed", name=short(library.name(work)), text=f"{method}{told}{added}", cite=""))
    page.conclusion = [say("sound_mixed" if any(reviewed) else "sound_unreviewed" if reviewed else "sound_unknown")]
    page.implication = say("sound_implication")


def rigorous(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say("rigorous_head"), say("rigorous_ranking")] if "因果" in question.text else [say("rigorous_ranking"), say("rigorous_head")]
    page.points = [attributed(item, library) for item in items(found, "cause")]


def strands(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    alone = not items(found, "otherwise")
    page.conclusion = [say("strands_alone") if alone and question.topic == question.text else say("strands_proposed" if PROPOSED.search(question.topic) else "strands_more" if question.topic != question.text else "strands_listed" if EXISTING.search(question.text) else "strands_head")]
    page.points = [attributed(item, library) for item in items(found, "strands")]
    page.points += [attributed(item, library) for item in items(found, "otherwise")]


def further(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    page.conclusion = [say(f"{found.mode}_head")]
    page.body = ["\n".join(f"- {attributed(item, library)}" for item in items(found, "examples"))] if items(found, "examples") else []


def how(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    told = []
    for item in items(found, "method"):
        work = item.citation.id.partition("#")[0]
        told.append(say("attributed", name=short(library.name(work)), text=method_of(found, work) or with_mark(beginning(statement(item)), mark(item.n)), cite=""))
    page.conclusion, page.points = (told, []) if len(told) == 1 else ([say("how_head")], told)


def details(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """The points of a paper, how it went about it, and what else it states, one line each."""
    first, *others = items(found, "points")
    page.conclusion = [attributed(first, library)]
    page.points = [cited(item) for item in others]
    method = [with_mark(beginning(statement(item)), mark(item.n)) for item in items(found, "method")]
    page.body = ["\n".join(f"- {line}" for line in (*method, *(cited(item) for item in items(found, "details"))))]
    for item in items(found, "weakness"):
        page.caveats.append(say("weakness", text=with_mark(beginning(statement(item)), mark(item.n)), cite=""))


def reply(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    figure = roles.first("did")
    limits = [say("attributed", name=short(library.name(item.citation.id.partition("#")[0])), text=with_mark(beginning(statement(item)), mark(item.n)), cite="") for item in items(found, "weakness")]
    page.conclusion = [say("reply_head")]
    page.points = [own_did(figure, roles.cite(figure)), *(attributed(item, library) for item in items(found, "founding")), *limits]
    page.caveats = [say("reply_open")]


def sides(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    """No verdict of taste: what each side measured, with its limits, and our own check."""
    limits = {item.citation.id.partition("#")[0]: item for item in items(found, "weakness")}
    page.conclusion = [say("sides_head"), say("sides_differ")]
    for item in items(found, "method"):
        work = item.citation.id.partition("#")[0]
        limit = limits[work]
        measured = method_of(found, work) or with_mark(beginning(statement(item)), mark(item.n))
        page.points.append(say("attributed", name=short(library.name(work)), text=f"{measured}{say('weakness', text=with_mark(beginning(statement(limit)), mark(limit.n)), cite='')}", cite=""))
    figure = roles.first("did")
    page.caveats = [own_did(figure, roles.cite(figure)), say("sides_own")]


def own_data(question: Question, found: Found, library: Library, roles: Roles, page: Page) -> None:
    scope = roles.first("scope")
    page.conclusion = [say("limits_range", value=scope.display, cite=roles.cite(scope)), say("own_source")]
    page.points = [say("limits_late"), say("own_models"), say("own_updates")]


WORKS_TOGETHER = {"sound": sound, "rigorous": rigorous, "strands": strands, "opponents": further, "touched": further, "on_subject": further, "further": further, "instances": further, "otherwise": further, "beside": further, "exhausted": further, "own_data": own_data, "how": how, "details": details, "reply": reply, "facts": facts, "sides": sides, "costs": costs, "computes": computes, **WORKS_ON, **RECORD, **IN_COMMON, **OF_LISTED, **COST_GROWTH, **PROGRAMMES}
