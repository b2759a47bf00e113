"""The refusal: one wording, the reason, and what is nearby."""

import re
from dataclasses import replace
from functools import partial

import prompts
from analytics import Divide, NotInData
from analytics.divide.computed import computed
from analytics.divide.epoch_figures import LAST_FULL_YEAR
from analytics.divide.measure import Measure
from analytics.divide.store import MAIN_FIRST, MAIN_LAST
from analytics.messages import explain
from assistant.evidence.collector import Collector
from assistant.evidence.data import DataEvidence
from assistant.evidence.gathered import AI
from assistant.evidence.library import Library
from assistant.evidence.market import gather
from assistant.models import NOT_IN_DATA, Draft, Evidence, Place, Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.write.market import nearest
from assistant.write.roles import Roles
from assistant.write.wordings import bare_name, label, place
from assistant.write.words import attributed

KINDS = ("nearby_papers", "nearby_summaries", "nearby_returns")
FIRMS_USING = ("mic-ict-white-paper-2025#point-2", "mic-ict-white-paper-2025#point-1")  # shares of firms that use AI, where a number of firms is asked for
BY_RANK = re.compile(r"^順位で指された相手は")
NAMED = 3  # names told side by side
OF_FIRMS = "scope_firm_kind"
say = partial(prompts.render, "refusals")


def refuse(question: Question, reason: str, divide: Divide, library: Library, terms: tuple[str, ...] = ()) -> tuple[Draft, Evidence]:
    """Draft and evidence of a refusal. `reason` is a finished sentence; `terms` are names that the glossary explains, near to the one asked for.

    What can be answered instead: the terms, the nearest figures, or else the kinds of questions there are.
    """
    if question.market:
        held = gather(("public",) if question.blocker == "market_unheld" else question.market)
        return Draft("\n\n".join([say("head") + reason, "\n".join([say("nearby"), *nearest(held)])]), outcome=NOT_IN_DATA), held.evidence
    if question.blocker == "scope_firms_counted":
        box = Collector()
        lines = [f"- {attributed(box.items[library.cite(box, library.index.lookup(name), 'near') - 1], library)}" for name in FIRMS_USING]
        return Draft("\n\n".join([say("head") + reason, "\n".join([say("nearby"), say("nearby_used"), *lines])]), outcome=NOT_IN_DATA), box.evidence()
    evidence = nearby(question, divide)
    roles = Roles(evidence)
    near = [say("nearby_terms", terms="、".join(terms))] if terms else []
    near += [
        say("nearby_figure", period=figure.period, place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure))
        for figure in roles.figures("near")
    ]
    near += [say("nearby_reference", period=figure.period, place=place(figure), label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in roles.figures("reference")]
    near += [say("nearby_first", period=figure.period, place=place(figure), winner=bare_name(label(figure)), value=figure.display, cite=roles.cite(figure)) for figure in roles.figures("first_of_japan")]
    near += [say("nearby_models", period=figure.period, label=label(figure), value=figure.display, cite=roles.cite(figure)) for figure in roles.figures("models")]
    near = near or [say(name) for name in KINDS]
    suggestions = tuple(prompts.render("suggestions", "term", term=term) for term in terms)
    return Draft("\n\n".join([say("head") + reason, "\n".join([say("nearby"), *near])]), suggestions, outcome=NOT_IN_DATA), evidence


def blocked_reason(question: Question) -> str:
    """The sentence for a question that understanding already found unanswerable."""
    reason = say(question.blocker, **question.blocker_details)
    named = next((line for line in question.readings if BY_RANK.search(line)), "")  # whom a place in a ranking stands for
    return f"{named}{reason}"


def missing_reason(error: NotInData) -> str:
    return explain(error)


def unknown_reason(words: tuple[str, ...]) -> str:
    return say("not_found", words="、".join(words[:2])) if words else say("no_passage")


def nearby(question: Question, divide: Divide) -> Evidence:
    """The same metric at the nearest year of the same place, and for the AI area; nothing when no metric or place was named."""
    box, data = Collector(), DataEvidence(divide)
    if question.statistic == "computed" and question.family == "epoch":
        return of_models(box, question, divide)
    if question.blocker == "outside" and not question.places:
        return box.evidence()
    wanted = question.years[-1] if question.years else MAIN_LAST
    if question.blocker == OF_FIRMS and question.ranked in (None, "firms") and not any(subject.institution for subject in question.subjects):
        of_japan(box, data, wanted)
    named = question.places if question.intent in DATA_INTENTS else [place for place in question.places if place.kind != "area"]
    if not (question.subjects or named):
        return box.evidence()
    named = [subject for subject in question.subjects if subject.institution or subject.metric in ("country_share", "japan_share")][:NAMED]
    named = [*(subject for subject in question.subjects[:1] if subject.metric == "firm_university_share"), *named]
    if len(named) > 1:
        for subject in named:
            near(box, data, subject, AI, wanted)
        return box.evidence()
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    for part in dict.fromkeys([*(question.places[:1]), AI]):
        near(box, data, subject, part, wanted)
    return box.evidence()


def of_japan(box: Collector, data: DataEvidence, wanted: int) -> None:
    """The first of the Japanese firms, where those of one trade or the asker's rivals are asked about."""
    rows = data.divide.rank_institutions((min(max(wanted, MAIN_FIRST), MAIN_LAST),), top=1, sector="firm", country="Japan", area="ai")
    chosen = prompts.render("notes", "first_of_japan")  # how it was chosen belongs to the figure: its card and the check read it there
    box.figure(replace(rows[0], method_ja=f"{rows[0].method_ja}{chosen}"), "first_of_japan")


def of_models(box: Collector, question: Question, divide: Divide) -> Evidence:
    """What was asked of AI models, in the last year that is held nearly whole."""
    held = [figure for figure in computed(divide.counts).figures if figure.metric == question.computed and figure.slice["years"] == [LAST_FULL_YEAR] and not {"sector", "hardware"} & figure.slice.keys()]
    for figure in held[:1]:
        box.figure(figure, "models")
    return box.evidence()


def referred(box: Collector, data: DataEvidence, measure: Measure, year: int) -> bool:
    """Whether the very year that was asked for is held as a reference; it is then cited as one."""
    try:
        box.figure(data.divide.share(measure, (year,)), "reference")
    except NotInData:
        return False
    return True


def near(box: Collector, data: DataEvidence, subject: Subject, part: Place, wanted: int) -> None:
    measure = data.measure(subject, part)
    years = data.main_years(measure)
    if not years:
        return
    if wanted > MAIN_LAST and referred(box, data, measure, wanted):
        return
    target = min(max(wanted, MAIN_FIRST), MAIN_LAST)
    year = min(years, key=lambda year: (abs(year - target), -year))
    try:
        box.figure(data.divide.share(measure, (year,)), "near")
    except NotInData:
        return
