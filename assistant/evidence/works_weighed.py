"""Works weighed together: how sound those cited are, which go furthest on cause, what papers say at large, and who opposes. `words` is the WordsEvidence that asks."""

import re

import prompts
from assistant.evidence.collector import Collector
from assistant.evidence.cost_growth import COST_GROWTH
from assistant.evidence.foremost import METHODS, themes
from assistant.evidence.found import Found, NothingFound
from assistant.evidence.in_common import in_common, instances, otherwise, rivals
from assistant.evidence.library import FOUNDING_PAPER
from assistant.evidence.model_costs import computes, costs
from assistant.evidence.more_data import scaling
from assistant.evidence.of_listed import OF_LISTED
from assistant.evidence.opposition import STANCE, opposing_statements
from assistant.evidence.paper_turns import DIVIDE, opponents, side_by_side
from assistant.evidence.papers import DENIED, for_the_reader, points, repeats
from assistant.evidence.programmes import PROGRAMMES
from assistant.evidence.sides import sides
from assistant.evidence.standing import stated_standing
from assistant.evidence.work_facts import facts
from assistant.evidence.works_on import elite_apart, small_firms
from assistant.models import Place, Question, Subject
from assistant.understand.words.after_words import COMMON, INSTANCES, OTHERWISE, RIVALS
from assistant.understand.works.beside_told import DETAILS, PAIR
from assistant.understand.works.model_costs import COMPUTES, COSTS
from assistant.understand.works.more_data import SCALING
from assistant.understand.works.which_side import SIDES
from assistant.understand.works.work_facts import FACTS
from assistant.understand.works.works_asked import (
    AGAINST,
    AT_LARGE_SAID,
    FURTHER,
    HOW,
    OF_CLAIM,
    OWN_DATA,
    PROPOSED,
    REPLY,
    REVIEWED,
    RIGOROUS,
    SOUND,
    STRANDS,
    WORKS,
    told_about,
)
from assistant.understand.works.works_on import ELITE, SMALL

DIVIDE_OPPOSED = "計算資源の格差という見方に反対し、人材やデータのほうが大きな制約だとする結論"
MOST, MOST_JUDGED, MOST_DETAILS = 3, 4, 6
METHOD_PLACE, WEAKNESS_PLACE = "section-3", "section-7"  # 「中核となる技術」 and 「この論文への反論・限界」 of a summary (docs/corpus.md)
ONE = re.compile(r"[一1](?:つ|本|件)")
STATED = ("claim", "point")
CAUSAL_ASKED = re.compile(r"因果")
CAUSE_DENIED = re.compile(r"言えません|ありません|できません|示すものでは")
GOES_FURTHEST = re.compile(r"因果を論じるための手法|検定で確かめ")
PROPOSING = re.compile(r"提案|提言|求め(?:ています|ました|ます)|勧め|処方箋")
UNNAMED = re.compile(r"^(?:提案の柱|この(?:論文|報告)|同じ|それ|二次資料によれば)")
POOL = 40


def weighed(words, question: Question, box: Collector) -> Found | None:
    """Found for a question of works together; None for any other. Raises NothingFound where no work is told of."""
    if question.inherited[:1] != (WORKS,):
        return None
    return {SOUND: sound, PAIR: pair, DETAILS: details, RIGOROUS: rigorous, STRANDS: strands, AGAINST: against, FURTHER: further, OWN_DATA: own_data, HOW: how, REPLY: reply, FACTS: facts, SIDES: sides, COSTS: costs, COMPUTES: computes, COMMON: in_common, OTHERWISE: otherwise, RIVALS: rivals, INSTANCES: instances, SMALL: small_firms, SCALING: scaling, ELITE: elite_apart, **OF_LISTED, **COST_GROWTH, **PROGRAMMES}[question.inherited[1]](words, question, box)


def sound(words, question: Question, box: Collector) -> Found:
    """How far each work may be relied on: where it appeared, as far as its summary tells, and its limits."""
    listed = [work for work in question.listed if work in words.library.papers]
    works = listed or [of_claim(words, question)]
    for work in works[:MOST_JUDGED]:
        words.library.cite(box, words.library.index.lookup(f"{work}#{METHOD_PLACE}"), "method")
        if standing := stated_standing(words.library, work):
            words.library.cite(box, standing[0], "standing")
        words.library.cite(box, words.library.index.lookup(f"{work}#{WEAKNESS_PLACE}"), "weakness")
    readings = () if listed else (prompts.render("answers/words", "claim_read", name=words.library.name(works[0])),)
    return Found(box.evidence(), "sound", paper=works[0] if len(works) == 1 else None, readings=readings, partial="standing" not in box.roles and REVIEWED.search(question.text) is not None)


def of_claim(words, question: Question) -> str:
    """The work that says what a question tells. Raises NothingFound."""
    match = OF_CLAIM.match(question.text)
    claim = match["claim"] if match else question.text
    denied = DENIED.search(claim) is not None  # works of the other side speak of the claim as well
    filters = {"theme": themes(words.library)} | ({"stance": STANCE} if denied else {})
    passages = words.library.search(claim, k=8, kinds=STATED, filters=filters)
    words.require_answerable(claim, passages)
    return next((passage.source_id for passage in passages if denied or words.library.papers[passage.source_id].stance != STANCE), passages[0].source_id)


def rigorous(words, question: Question, box: Collector) -> Found:
    """The works whose summaries do not deny a cause outright, those with a method for causes first: what the summary says of a cause."""
    library, found = words.library, []
    for work in library.index.papers():
        asked = next((entry for entry in library.papers[work.id].questions if CAUSAL_ASKED.search(entry.question)), None)
        if work.theme != METHODS and asked is not None and not CAUSE_DENIED.search(asked.answer):
            found.append((not GOES_FURTHEST.search(asked.answer), work.id, asked.number))
    for _, work, number in sorted(found)[:MOST]:
        library.cite(box, library.index.lookup(f"{work}#qa-{number}"), "cause")
    return Found(box.evidence(), "rigorous")


# Subjects of which the works that see the divide otherwise have something to say.
OF_DIVIDE = re.compile(r"計算|資源|格差|大学|企業|大手|人材|流出|集中|独占|民主|GPU|divide|compute", re.IGNORECASE)


def strands(words, question: Question, box: Collector) -> Found:
    """What papers say at large, or of a subject: one statement each of three works, the last one of a work that sees it otherwise."""
    subject = told_about(AT_LARGE_SAID.match(question.topic))
    proposing = PROPOSED.search(question.topic) is not None
    query = f"{subject or '計算資源の格差と大学'}{' への対策の提案' if proposing else ''}"
    near = words.library.search(query, k=POOL, kinds=("point",) if subject else STATED, filters={"theme": themes(words.library)}, per_parent=None)
    if subject:
        try:
            words.require_answerable(subject, near)
        except NothingFound:  # of another theme than the divide: 「AIのエネルギー消費」
            return words.paper(question.with_(inherited=()), box)
    near = [passage for passage in near if words.library.papers[passage.source_id].stance != STANCE and passage.source_id not in question.listed and not UNNAMED.match(passage.display)]
    near = [passage for passage in near if PROPOSING.search(passage.display)] if proposing else near
    chosen: dict[str, object] = {} if subject or proposing or question.listed else {DIVIDE: words.library.index.lookup(f"{FOUNDING_PAPER}#point-1")}
    for passage in near:
        chosen.setdefault(passage.source_id if subject else words.library.papers[passage.source_id].theme, passage)
    for passage in list(chosen.values())[: MOST - 1]:
        words.library.cite(box, passage, "strands")
    against = [passage for passage in opposing_statements(words.library, f"{query} {DIVIDE_OPPOSED}") if passage.source_id not in question.listed]
    for passage in against[:1] if not subject or OF_DIVIDE.search(subject) else ():
        words.library.cite(box, passage, "otherwise")
    if "strands" not in box.roles:
        raise NothingFound(())
    return Found(box.evidence(), "strands")


def against(words, question: Question, box: Collector) -> Found:
    """The works that oppose the view of a divide, one statement each."""
    for passage in opposing_statements(words.library, DIVIDE_OPPOSED)[: 1 if ONE.search(question.text) else MOST]:
        words.library.cite(box, passage, "examples")
    return Found(box.evidence(), "opponents")


def how(words, question: Question, box: Collector) -> Found:
    """How each of the works just told went about it, in the words of its summary."""
    works = [work for work in question.listed if work in words.library.papers][:MOST]
    for work in works:
        words.library.cite(box, words.library.index.lookup(f"{work}#{METHOD_PLACE}"), "method")
    if not works:
        raise NothingFound(())
    return Found(box.evidence(), "how", paper=works[0] if len(works) == 1 else None)


def pair(words, question: Question, box: Collector) -> Found:
    """The paper told before and another one that is named, held against each other."""
    return side_by_side(words, question.listed, box)


def details(words, question: Question, box: Collector) -> Found:
    """More of one paper: its points, how it went about it, and what else it states."""
    library, work = words.library, question.listed[0]
    for passage in points(words, work):
        library.cite(box, passage, "points")
    library.cite(box, library.index.lookup(f"{work}#{METHOD_PLACE}"), "method")
    for chunk in [chunk for chunk in library.index.chunks if chunk.source_id == work and chunk.kind == "claim"]:
        if len(box.roles.get("details", ())) < MOST_DETAILS and not repeats(chunk, box) and not UNNAMED.match(chunk.display):
            library.cite(box, chunk, "details")
    for_the_reader(library, work, box)
    return Found(box.evidence(), "details", paper=work)


def reply(words, question: Question, box: Collector) -> Found:
    """What stands against those who oppose the divide: our own difference in differences, the work that named the divide, and the limits of an opponent."""
    box.figure(words.divide.did(words.data.measure(Subject("firm_share"), Place("area", "ai"))), "did")
    words.library.cite(box, words.library.index.lookup(f"{FOUNDING_PAPER}#point-1"), "founding")
    for work in [work for work in question.listed if work in words.library.papers][:1]:
        words.library.cite(box, words.library.index.lookup(f"{work}#{WEAKNESS_PLACE}"), "weakness")
    return Found(box.evidence(), "reply")


def further(words, question: Question, box: Collector) -> Found:
    """Works beyond those told that oppose, then those that summaries of the divide's works set against them."""
    library, told = words.library, set(question.listed)
    for passage in opposing_statements(library, DIVIDE_OPPOSED):
        if passage.source_id not in told:
            library.cite(box, passage, "examples")
            told.add(passage.source_id)
    if box.items:
        return Found(box.evidence(), "further")
    for work in library.index.papers():
        of_divide = library.papers[work.id].theme == DIVIDE and library.papers[work.id].stance != STANCE
        for other, place, _ in opponents(library, work.id) if of_divide else ():
            if other not in told and library.papers[other].stance != "supports" and len(box.items) < MOST:
                library.cite(box, library.index.lookup(place), "examples")
                told.add(other)
    return Found(box.evidence(), "beside" if box.items else "exhausted")


def own_data(words, question: Question, box: Collector) -> Found:
    """What our own figures were counted from."""
    everything = words.divide.counts.slice("all")
    box.figure(words.divide.paper_count(everything, words.divide.counts.years), "scope")
    return Found(box.evidence(), "own_data")
