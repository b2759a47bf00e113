"""Amounts that no plan has: they are asked back, for one of them was read in the wrong unit or in another's place."""

from analytics.roi.amounts import yen_text
from assistant.roi.wording import say
from assistant.understand.plans.investment import Investment

MOST_RETURN = 10  # times of the outlay that a year brings: an internal rate of return of 1,000%
LEAST_OUTLAY = 10_000  # yen; smaller ones are prices of an hour or of a piece


def doubted(told: Investment) -> str | None:
    """The sentence that asks which amount is which; None where the outlay and the effect may be those of a plan."""
    outlay = told.outlay
    if outlay is None or not outlay.value:
        return None
    if outlay.value < LEAST_OUTLAY and not small(told):
        return say("problem_outlay", initial=yen_text(outlay.value))
    if told.benefit is not None and told.benefit.value > MOST_RETURN * outlay.value:
        return say("problem_return", initial=yen_text(outlay.value), benefit=yen_text(told.benefit.value), times=f"{MOST_RETURN}倍")
    return None


def small(told: Investment) -> bool:
    """Whether the effect is as small as the outlay: an example in round figures."""
    return told.benefit is None or told.benefit.value < LEAST_OUTLAY
