"""A strategy told with its own outlay and effect: what these amounts come to by themselves, and what the defaults add to them."""

from dataclasses import replace

from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from assistant.evidence.collector import Collector
from assistant.roi import own
from assistant.roi.wording import said, say
from assistant.understand.investment import Investment
from assistant.write.layout import mark

WHOLE = (None, "changed")  # what is asked for is no one result
ADDED = {"production_cost": "production", "annual_cost": "cost"}


def by_itself(told: Investment) -> Investment:
    """The amounts that were told, without a strategy; years of research come before the effect."""
    if told.research is None:
        return replace(told, strategies=(), chances=whole_chances(told))
    return replace(told, strategies=(), chances=whole_chances(told), years=int(told.years or own.DEFAULT_YEARS) + -int(-told.research // 1), begins=(told.begins or 0.0) + told.research, research=None)


def whole_chances(told: Investment) -> tuple[tuple[str, float], ...]:
    return tuple((name, value) for name, value in told.chances if name in ("success", "failed"))


def lines(box: Collector, told: Investment, evaluation: Evaluation, focus: str | None) -> list[str]:
    """The result of the told amounts alone, then the defaults that the strategy adds; empty where nothing was told, or nothing is added."""
    added = defaults_added(told, evaluation)
    if focus not in WHOLE or told.initial is None or told.benefit is None or not added:
        return []
    part = own.outlay_of(replace(by_itself(told), chances=(), items=(), labour=None, staff=None))
    case = own.case_of(part)
    result = case.result()
    values = own.worded(case, result)
    number = box.passage("roi#simple", "roi", say("own_alone_title", name=evaluation.settings.label_ja), say("locator"), "", own.evidence_text(part, case, values), "result")
    alone = say("own_alone", name=evaluation.settings.label_ja, initial=values["initial"], benefit=values["benefit"], years=values["years"], npv=said(result.npv) if result.npv < 0 else values["npv"], cite=mark(number))
    return [alone, say("own_added" if len(added) > 1 else f"own_added_{next(iter(added))}", **{name: yen_text(value) for name, value in added.items()}), say("own_added_off")]


def defaults_added(told: Investment, evaluation: Evaluation) -> dict[str, float]:
    """Costs that the strategy takes by default beside the outlay that was told."""
    found = {}
    for key, name in ADDED.items():
        entry = evaluation.settings.assumptions.get(key)
        if entry is not None and getattr(told, name) is None and entry.value:
            found[name] = entry.value
    return found
