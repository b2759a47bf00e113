"""What to say along when a result is told to a bank or a board: what it stands on, how far it may move, and what it does not know."""

from dataclasses import replace

from analytics.roi import Evaluation
from analytics.roi.amounts import yen_text
from assistant.evidence.collector import Collector
from assistant.roi import own, sentences
from assistant.roi.case import Case, inputs
from assistant.roi.focus import both_ways, focused, told_beside
from assistant.roi.wording import labelled, said, say
from assistant.understand.plans.investment import Amount, Investment
from assistant.write.layout import Page

SHORT_OF = 0.8  # of the effect, as the other end that a result is shown at


def of_strategies(page: Page, box: Collector, evaluations: list[Evaluation]) -> None:
    """Of strategies on their defaults: the spread and break-even of each, and which assumption moves it most."""
    cites = [sentences.cited(box, each, told_beside("tornado", each, None)) for each in evaluations]
    page.conclusion = [say("quote_placed")]
    if len(evaluations) == 1:
        first, cite = evaluations[0], cites[0]
        page.points = [sentences.spread_sentence(first, cite), sentences.break_even_sentence(first, cite), focused("tornado", first, None, cite)]
    else:
        page.points = [say("quote_spread", name=each.settings.label_ja, low=said(each.monte_carlo.p10), high=said(each.monte_carlo.p90), cite=cite) for each, cite in zip(evaluations, cites, strict=True)]
    page.caveats = [say("quote_unknown"), say("placeholder")]


def of_own(page: Page, told: Investment, case: Case, values: dict[str, str | None], cite: str) -> None:
    """Of amounts that the asker told: `cite` marks the card that holds them with those of `told_less`."""
    page.conclusion = [say("quote_own")]
    page.points = [inputs(values, cite)]
    if less := less_of(told, case):
        page.points.append(say("quote_less", benefit=yen_text(less.benefit.value), value=said(less.result().npv), cite=cite))
    if values["break_even"]:
        page.points.append(say("own_break_even", benefit=values["break_even"], cite=cite).replace("**", ""))
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in case.readings)])]
    page.caveats = [say("quote_unknown")]


def less_of(told: Investment, case: Case) -> Case | None:
    """The same plan with a fifth less effect; None where no effect was told."""
    return None if told.benefit is None else replace(case, benefit=Amount(SHORT_OF * case.benefit.value))


def told_less(told: Investment) -> str:
    """What the plan comes to with less effect, for the evidence."""
    less = less_of(told, own.case_of(told))
    return "" if less is None else labelled([(say("quote_benefit_label"), yen_text(less.benefit.value)), (say("quote_less_label"), both_ways(less.result().npv))])
