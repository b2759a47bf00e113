"""A strategy paid by the year for a told number of years, without its effect: what is paid in all, the effect from which the money comes back, and what the placed effect would make of it."""

from dataclasses import replace

from analytics.roi import BadInput, evaluate, resolve
from analytics.roi.amounts import yen_text
from analytics.roi.catalogue import specifications
from analytics.roi.risk import DRAWS
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own, strategies
from assistant.roi.case import evidence_text, worded
from assistant.roi.sentences import cited, value_sentence
from assistant.roi.wording import labelled, percent, say
from assistant.understand.plans.investment import Amount, Investment
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]
RENTED = ("cloud", "prototype")  # what is paid by the year here; research has stages of its own


def paid_for(told: Investment) -> int | None:
    """Years in which a yearly price is paid; None where the price, its years or the place for both is missing, or an effect is told."""
    plain = told.benefit is None and told.outlay is None and told.cost is None and not told.items and not told.limited
    if len(told.strategies) != 1 or told.strategies[0] not in RENTED or told.budget is None or not plain:
        return None
    if told.paid:
        return told.paid[0][1] if len(told.paid) == 1 and told.paid[0][0] == 1 and told.paid[0][1] else None
    return told.years or (int(told.limit) if told.limit else None)


def answer(told: Investment, years: int, focus: str | None) -> Answered:
    """Draft, evidence and readings; asked why, the reason first."""
    plan = told.strategies[0]
    standard = specifications(plan)["annual_benefit"].value
    case = own.case_of(replace(told, initial=Amount(0.0), benefit=Amount(standard), cost=told.budget, budget=None, years=years, paid=(), limit=None, strategies=()))
    result = case.result()
    values = worded(case, result)
    try:
        evaluation = evaluate(resolve(plan, {} if told.rate is None else {"discount_rate": told.rate}), DRAWS)
    except BadInput as error:
        return strategies.refused(error)
    box, name, whole = Collector(), evaluation.settings.label_ja, yen_text(told.budget.value * years)
    text = evidence_text(replace(told, benefit=Amount(standard), years=years), case, values)
    cite = mark(box.passage("roi#simple", "roi", say("paid_title", name=name), say("locator"), "", text + labelled([(say("paid_whole"), whole)]), "result"))
    words = {"cost": values["cost"], "years": values["years"], "cite": cite}
    page = Page(implication=say("implication"))
    page.conclusion = [say("paid_sum", name=name, size=whole, **words), say("paid_level", benefit=values["break_even"], cite=cite), say("paid_unknown")]
    if focus == "why":
        page.conclusion = [say("paid_why", cost=values["cost"], cite=cite), page.conclusion[1]]
    if focus in ("failure", "mc_worst_tenth_mean"):
        page.conclusion.insert(0, say("paid_lost", size=whole, cite=cite))
    staged = cited(box, evaluation, [(say("paid_production"), evaluation.settings.assumptions["production_cost"].display)])
    page.points = [
        say("paid_placed", benefit=values["benefit"], years=values["years"], npv=values["npv"], cite=cite),
        say("paid_staged", value=evaluation.settings.assumptions["production_cost"].display, cite=staged) + value_sentence(evaluation, staged).replace("**", ""),
    ]
    rate = [] if told.rate is not None else [say("default_rate", rate=percent(100 * case.rate), source=own.facts()[own.RATE_FACT].source_title)]
    readings = (*rate, *own.context(told), *own.unplaced(told), say("untaxed"), say("placeholder"))
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in readings)])]
    return Draft(page.text(), (say("paid_ask"), say("ask_compare"))), box.evidence(), (*readings, say("paid_unknown"))  # what is asked of the asker is no part of a text
