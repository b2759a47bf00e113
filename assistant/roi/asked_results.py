"""Pages on one thing asked of the asker's own plan: the largest outlay, the years with their discount factors, and the answer to who doubts its figures."""

from dataclasses import replace

from analytics.roi import SimpleResult
from analytics.roi.amounts import plain_number, yen_text
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own
from assistant.roi.case import Case, evidence_text, inputs, worded
from assistant.roi.tables import formula, table_text
from assistant.roi.wording import labelled, percent, say, shown_years
from assistant.understand.plans.investment import Amount, Investment
from assistant.write.layout import Page, mark

Answered = tuple[Draft, Evidence, tuple[str, ...]]


def answer(wanted: str, told: Investment, quoted: str | None = None) -> Answered:
    """Draft, evidence and readings of `largest_outlay`, `yearly` or `backed` (whose figure in doubt is `quoted`) for amounts that were told."""
    if wanted == "largest_outlay":
        return largest(told)
    told = own.outlay_of(told)
    case = own.case_of(told)
    return by_year(told, case) if wanted == "yearly" else backed(told, case, quoted or "benefit")


def limit_of(case: Case) -> float:
    """Yen of outlay at which the NPV is 0: what the effect is worth today, over what a yen of outlay costs after tax."""
    without = replace(case, initial=Amount(0.0)).result().npv
    spent = 1_000_000.0
    each = (without - replace(case, initial=Amount(spent)).result().npv) / spent
    return max(without, 0.0) / each


def largest(told: Investment) -> Answered:
    outlay = told.outlay
    bare = replace(told, initial=outlay or Amount(0.0), fund=None, production=None)
    case = own.case_of(own.outlay_of(replace(bare, granted=None, subsidy=None)))
    limit, result, box = limit_of(case), case.result(), Collector()
    left = limit - case.initial.value
    words = {"benefit": yen_text(result.annual_benefit), "years": f"{case.years}年", "rate": percent(100 * case.rate, 2)}
    factor = factor_of(case) if case.level and not case.cost.value and case.tax is None else None
    pairs = [
        ("投資できる上限", yen_text(limit)), ("年間効果", words["benefit"]), ("年間費用", yen_text(result.annual_cost)), ("期間", words["years"]), ("割引率", words["rate"]), ("年金現価係数", None if factor is None else plain_number(factor, 4)),
        ("初期投資", None if outlay is None else yen_text(case.initial.value)), ("上限までの投資の差", None if outlay is None else yen_text(abs(left))), ("税率", None if case.tax is None else percent(100 * case.tax, 2)),
    ]  # fmt: skip
    cite = mark(box.passage("roi#simple", "roi", say("title"), say("locator"), "", labelled(pairs), "result"))
    page = Page(implication=say("largest_implication"))
    page.conclusion = [say("largest", value=yen_text(limit), **words, cite=cite)]
    if outlay is not None:
        page.conclusion.append(say("largest_left" if left >= 0 else "largest_over", initial=yen_text(case.initial.value), value=yen_text(abs(left)), cite=cite))
    page.points = [say("largest_factor", benefit=words["benefit"], part=plain_number(factor, 4), value=yen_text(limit), cite=cite)] if factor is not None else [say("largest_of", cost=yen_text(result.annual_cost), cite=cite)]
    readings = (*case.readings, say("largest_grant")) if told.granted is not None or told.subsidy is not None else case.readings
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in readings)])]
    return Draft(page.text(), own.suggestions(case), actions=own.actions(told, case) if outlay is not None else ()), box.evidence(), readings


def factor_of(case: Case) -> float:
    """Yen of today of one yen a year over the years."""
    return sum((1 + case.rate) ** -year for year in range(1, case.years + 1))


def by_year(told: Investment, case: Case) -> Answered:
    """The table with the factor of every year first, then what it adds up to."""
    result = case.result()
    values, box = worded(case, result), Collector()
    rows = [row_words(result, case, year) for year in shown_years(len(result.table))]
    text = evidence_text(told, case, values) + formula(result.table, result.rate, values["npv"]) + table_text(result.table) + "".join(say("factor_evidence", **row) for row in rows)
    cite = mark(box.passage("roi#simple", "roi", say("title"), say("locator"), "", text, "result"))
    page = Page(implication=say("implication"))
    page.conclusion = [say("yearly_first", npv=values["npv"], cite=cite), say("yearly_factor", rate=values["rate"], cite=cite)]
    lines = "\n".join([say("factor_head"), say("factor_rule"), *(say("factor_row", **row) for row in rows)])
    page.body = [lines, f"{formula(result.table, result.rate, values['npv'])}{cite}", "\n".join([say("notes"), *(f"- {line}" for line in case.readings)])]
    page.points = [inputs(values, cite)]
    return Draft(page.text(), own.suggestions(case), actions=own.actions(told, case)), box.evidence(), case.readings


def row_words(result: SimpleResult, case: Case, year: int) -> dict[str, str]:
    row = result.table[year]
    return {"n": f"{row.year}年目", "value": yen_text(row.net), "part": plain_number((1 + case.rate) ** -row.year, 4), "size": yen_text(row.present_value), "last": yen_text(row.cumulative_present)}


def backed(told: Investment, case: Case, quoted: str) -> Answered:
    """What to say to who doubts the effect or the outlay: it is an estimate, how far it may miss, and how it will be measured."""
    result, box = case.result(), Collector()
    values, level = worded(case, result), result.break_even_benefit
    spare = None if not level or result.annual_benefit <= 0 else 1 - level / result.annual_benefit
    limit = limit_of(case)
    pairs = [("効果が下振れしてよい割合", None if spare is None or spare < 0 else percent(100 * spare, 0)), ("投資できる上限", yen_text(limit))]
    cite = mark(box.passage("roi#simple", "roi", say("title"), say("locator"), "", evidence_text(told, case, values) + labelled(pairs), "result"))
    page = Page(implication=say("backed_implication"))
    page.conclusion = ["\n".join([say(f"backed_lead_{quoted}"), *(f"> {line}" for line in spoken(quoted, result, values, spare, limit, cite))])]
    page.points = [say(f"backed_how_{quoted}"), say("backed_measure"), say("backed_mind")]
    return Draft(page.text(), own.suggestions(case), actions=own.actions(told, case)), box.evidence(), case.readings


def spoken(quoted: str, result: SimpleResult, values: dict, spare: float | None, limit: float, cite: str) -> list[str]:
    """The words to say, a line each."""
    if quoted == "initial":
        return [say("backed_initial", initial=values["initial"], cite=cite), say("backed_initial_limit" if limit >= result.initial else "backed_initial_over", value=yen_text(limit), cite=cite)]
    lines = [say("backed_benefit", benefit=values["benefit"], cite=cite)]
    if values["break_even"] and spare is not None:
        lines.append(say("backed_spare", benefit=values["break_even"], part=percent(100 * spare, 0), cite=cite) if spare >= 0 else say("backed_short", benefit=values["break_even"], cite=cite))
    return [*lines, say("backed_next")]


