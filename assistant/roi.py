"""The calculation a sentence asks for: investment → evidence and draft. The engine is `analytics.roi`."""

import prompts
from analytics.roi import SimpleResult, simple
from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.catalogue import facts
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence, Question
from assistant.understand.investment import Investment, read_investment
from assistant.write.layout import Page, mark

FILE = "answers/roi"
DEFAULT_YEARS = 5
RATE_FACT = "discount_default"


def say(name: str, /, **values: object) -> str:
    return prompts.render(FILE, name, **values)


def answer_roi(question: Question) -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence, and the readings (values taken by default). Without amounts the draft asks for them."""
    now, *before = question.topic.split("\n")
    told = read_investment(now)
    for earlier in before:
        told = told.over(read_investment(earlier))
    if told.problems:
        lines = tuple(say(f"problem_{name}") for name in told.problems)
        return Draft("".join(lines)), Evidence(), lines
    missing = [say(f"field_{name}") for name, value in (("initial", told.initial), ("benefit", told.benefit)) if not value]
    if told.initial is None or not told.initial:
        line = say("missing", fields="と".join(missing))
        return Draft(line), Evidence(), (line,)
    readings, years, rate = defaults(told)
    result = simple(told.initial, told.benefit or 0.0, years, rate / 100, told.cost or 0.0)
    values = worded(result)
    box = Collector()
    number = box.passage("roi#simple", "roi", say("title"), say("locator"), "", evidence_text(values), "result")
    page = Page(caveats=list(readings), implication=say("implication"))
    write(page, told, result, values, mark(number))
    return Draft(page.text(5)), box.evidence(), readings


def defaults(told: Investment) -> tuple[tuple[str, ...], int, float]:
    """(notes on what was taken by default, years, rate in percent)."""
    readings = []
    if told.years is None:
        readings.append(say("default_years", years=f"{DEFAULT_YEARS}年"))
    fact = facts()[RATE_FACT]
    if told.rate is None:
        readings.append(say("default_rate", rate=f"{plain_number(fact.value)}%", source=fact.source_title))
    return tuple(readings), told.years or DEFAULT_YEARS, told.rate if told.rate is not None else float(fact.value)


def worded(result: SimpleResult) -> dict[str, str | None]:
    """Every number of the answer as it is written."""
    payback, discounted, irr = result.payback.value, result.discounted_payback.value, result.irr.value
    return {
        "initial": yen_text(result.initial), "benefit": yen_text(result.annual_benefit), "cost": yen_text(result.annual_cost),
        "years": f"{result.years}年", "rate": f"{plain_number(100 * result.rate)}%", "npv": yen_text(result.npv),
        "irr": None if irr is None else f"{100 * irr:.1f}%", "payback": None if payback is None else f"{payback:.1f}年",
        "discounted": None if discounted is None else f"{discounted:.1f}年",
        "break_even": None if result.break_even_benefit is None else yen_text(result.break_even_benefit),
    }  # fmt: skip


def evidence_text(values: dict[str, str | None]) -> str:
    """What the citation card shows, and what the check of numbers reads."""
    return "、".join(value for value in values.values() if value is not None)


def write(page: Page, told: Investment, result: SimpleResult, values: dict, cite: str) -> None:
    if not told.benefit:
        page.conclusion = [
            say("break_even_only", initial=values["initial"], years=values["years"], rate=values["rate"], benefit=values["break_even"], cite=cite)
        ]
        return
    page.conclusion = [say("pays" if result.npv >= 0 else "loses", years=values["years"], npv=values["npv"], cite=cite)]
    if values["payback"] is None:
        page.points.append(say("payback_never", years=values["years"], cite=cite))
    elif values["discounted"] is None:
        page.points.append(say("payback_simple", payback=values["payback"], cite=cite))
    else:
        page.points.append(say("payback", payback=values["payback"], discounted=values["discounted"], cite=cite))
    page.points.append(say("irr_none", cite=cite) if values["irr"] is None else say("irr", irr=values["irr"], cite=cite))
    page.points.append(say("break_even", benefit=values["break_even"], cite=cite))
    page.points.append(say("inputs", **{name: values[name] for name in ("initial", "benefit", "cost", "years", "rate")}, cite=cite))
