"""A machine that is bought against one rented at a price by the month or year: which costs less over the years, and from which rent on."""

from dataclasses import replace

from analytics.roi import SimpleResult
from analytics.roi.amounts import yen_text
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own
from assistant.roi.case import Case, noted_text
from assistant.roi.tables import formula, table_text, yearly_table
from assistant.roi.wording import labelled, percent, said, say, years_text
from assistant.understand.plans.investment import Investment
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]


def compares(told: Investment) -> bool:
    """Whether both prices are told: what is bought, and the rent."""
    return told.rent is not None and told.outlay is not None


def case_of(told: Investment) -> Case:
    """Buying as an investment that saves the rent."""
    machine = own.outlay_of(replace(told, benefit=told.rent, rent=None, schedule=(), first_share=None, growth=None, start=None, chances=()))
    return own.case_of(machine)


def answer(told: Investment, earlier: Investment | None = None) -> Answered:
    """Draft, evidence and readings. `earlier`: the same choice as it was told before something of it was changed."""
    machine, case = own.outlay_of(told), case_of(told)
    result, box = case.result(), Collector()
    then = case_of(earlier).result() if earlier is not None and compares(earlier) else None
    then = None if then == result else then
    cite = mark(box.passage("roi#simple", "roi", say("rented_title"), say("locator"), "", evidence_text(case, result, then) + noted_text(machine), "result"))
    aside = [*own.used(machine), *own.context(machine), *own.unplaced(machine)]
    page = Page(implication=say("rented_implication"))
    page.conclusion = [verdict(case, result, cite), *before(then, result, cite), sums(case, result, cite), *aside]
    page.points = [line for line in (even(result, cite), paid_back(result, cite), inputs(case, result, cite)) if line]
    readings = (*(line for line in case.readings if line != say("certain")), say("rented_upkeep") if not result.annual_cost else say("rented_upkeep_told", cost=yen_text(result.annual_cost)))
    readings = (*readings, say("rented_same_effect")) if told.benefit is not None else readings
    notes = "\n".join([say("notes"), *(f"- {line}" for line in readings)])
    page.body = [notes, f"{say('working')}\n{say('rented_table')}{formula(result.table, result.rate, said(result.npv))}{cite}", yearly_table(result.table)]
    return Draft(page.text(), (say("rented_ask_rent"), say("rented_ask_grant"), say("ask_years", years=f"{min(2 * case.years, 50)}年"))), box.evidence(), (*readings, *aside)


def before(then: SimpleResult | None, result: SimpleResult, cite: str) -> list[str]:
    """What the choice came to before something of it was changed, and whether the change turns it round."""
    if then is None:
        return []
    turned = (then.npv >= 0) != (result.npv >= 0)
    return [say("rented_turned" if turned else "rented_kept"), say("rented_before_buy" if then.npv >= 0 else "rented_before_rent", value=yen_text(abs(then.npv)), cite=cite)]


def verdict(case: Case, result: SimpleResult, cite: str) -> str:
    words = {"years": f"{case.years}年", "value": yen_text(abs(result.npv)), "rate": percent(100 * case.rate, 2)}
    return say("rented_buy" if result.npv >= 0 else "rented_rent", **words, cite=cite)


def rent_present(result: SimpleResult) -> float:
    """Yen of today that the rent comes to (before tax)."""
    return sum(result.annual_benefit / (1 + result.rate) ** year for year in range(1, result.years + 1))


def owning(result: SimpleResult) -> float:
    """Yen that the machine and its upkeep come to, not discounted."""
    return result.initial + result.annual_cost * result.years


def sums(case: Case, result: SimpleResult, cite: str) -> str:
    words = {"first": yen_text(result.annual_benefit), "years": f"{case.years}年", "value": yen_text(result.annual_benefit * case.years), "size": yen_text(rent_present(result)), "initial": yen_text(owning(result))}
    return say("rented_sums_kept" if result.annual_cost else "rented_sums", **words, cite=cite)


def even(result: SimpleResult, cite: str) -> str | None:
    """The rent from which on buying costs less, by the year and by the month."""
    level = result.break_even_benefit
    return None if level is None else say("rented_even", value=yen_text(level), part=yen_text(level / 12), cite=cite)


def paid_back(result: SimpleResult, cite: str) -> str:
    found = years_text(result.payback)
    return say("rented_never", years=f"{result.years}年", cite=cite) if found is None else say("rented_payback", payback=found, cite=cite)


def inputs(case: Case, result: SimpleResult, cite: str) -> str:
    words = {"initial": yen_text(result.initial), "benefit": yen_text(result.annual_benefit), "cost": yen_text(result.annual_cost), "years": f"{case.years}年", "rate": percent(100 * case.rate, 2)}
    return say("rented_inputs", **words, cite=cite)


def evidence_text(case: Case, result: SimpleResult, then: SimpleResult | None) -> str:
    """Each value under its label, for the card and the check of numbers."""
    level = result.break_even_benefit
    pairs = [
        ("購入額", yen_text(result.initial)), ("借りる費用（年）", yen_text(result.annual_benefit)), ("維持費（年）", yen_text(result.annual_cost)), ("期間", f"{case.years}年"),
        ("割引率", percent(100 * case.rate, 2)), ("税率", None if case.tax is None else percent(100 * case.tax, 2)), ("借りる費用の合計", yen_text(result.annual_benefit * case.years)),
        ("借りる費用の今の価値", yen_text(rent_present(result))), ("購入と維持費の合計", yen_text(owning(result))), ("購入と借用の差（今の価値）", f"{yen_text(abs(result.npv))}（{said(result.npv)}）"),
        ("損益分岐の借りる費用（年）", None if level is None else yen_text(level)), ("損益分岐の借りる費用（月）", None if level is None else yen_text(level / 12)),
        ("回収期間", years_text(result.payback)), ("変える前の差", None if then is None else f"{yen_text(abs(then.npv))}（{said(then.npv)}）"),
    ]  # fmt: skip
    return labelled(pairs) + formula(result.table, result.rate, said(result.npv)) + table_text(result.table)
