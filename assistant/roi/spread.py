"""A plan that is paid by the year for some years only: its length, and how its years are told."""

import math
from dataclasses import replace

from analytics.roi.amounts import yen_text
from assistant.roi.wording import say
from assistant.understand.plans.investment import Amount, Investment
from assistant.understand.plans.paid_years import applies, by_year

DEFAULT_EFFECT = 5  # years, where nothing says how long the effect lasts


def settled_plan(told: Investment) -> Investment:
    """The plan with its length, where what is paid has years of its own; without those years otherwise."""
    if not applies(told):
        return replace(told, paid=(), ends=None) if told.paid else told
    last = max(last for _, last, _ in told.paid)
    years = told.years
    if years is None or (told.start or 1) > years and told.ends is None:
        years, defaulted = max(last, (told.start or 1) + DEFAULT_EFFECT - 1), (("effect_years", (("years", DEFAULT_EFFECT),)),)
        told = replace(told, notes=(*told.notes, *defaulted))
    initial = told.initial if told.initial is not None or told.production is not None or told.fund is not None else Amount(0.0)
    return replace(told, initial=initial, budget=None, years=max(years, last), research=None, term=None)


def outlays_of(told: Investment, years: int) -> tuple[float, ...]:
    """Yen paid in each year of a settled plan beside its yearly cost; empty where nothing is."""
    return by_year(told.paid, years) if told.paid else ()


def span_text(first: int, last: int) -> str:
    return f"{first}年目" if first == last else say("spread_on", year=f"{first}年目") if not last else say("spread_span", n=f"{first}", year=f"{last}年目")


def paid_text(told: Investment) -> str:
    """「1〜3年目に年2,000万円」 「1年目に500万円、2年目に1,000万円」."""
    return say("spread_join").join(say("spread_once" if first == last else "spread_yearly", year=span_text(first, last), amount=yen_text(amount)) for first, last, amount in told.paid)


def gained_text(told: Investment) -> str:
    """「3〜5年目」: the years with an effect."""
    late = int(sum(part or 0.0 for part in (told.build, told.begins, told.delay)))
    return span_text((told.start or 1) + late, told.ends or told.years)


def reading(told: Investment) -> str:
    """In which years is paid what, and when the effect comes."""
    return say("spread_read", items=paid_text(told), year=gained_text(told))


def gain_ended(shares: tuple[float, ...], last: int | None) -> tuple[float, ...]:
    """The shares of the benefit, none after its last year."""
    return shares if last is None else tuple(share if year <= last else 0.0 for year, share in enumerate(shares, 1))


def granted_later(told: Investment) -> Investment:
    """The plan with its whole outlay, and the subsidy in the year in which it comes in."""
    whole = told.initial.value
    paid = min(told.subsidy if told.granted is None else whole * told.granted / 100, whole, *([] if told.grant_cap is None else [told.grant_cap]))
    year = math.ceil(told.grant_delay)
    return replace(told, granted=None, subsidy=None, received=(year, paid), notes=(*told.notes, ("grant_late", (("amount", paid), ("years", year)))))


def received_in(told: Investment, years: int) -> tuple[float, ...]:
    """Yen of the subsidy by year; empty where none comes later, nothing where it comes after the plan has ended."""
    if told.received is None:
        return ()
    return tuple(told.received[1] if year == told.received[0] else 0.0 for year in range(1, years + 1))
