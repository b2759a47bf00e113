"""What is asked about a calculated plan: what a term means and comes to there, by which formula, where its assumptions are from, and whether tax is in it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analytics.roi import BadInput, Evaluation, evaluate, resolve
from analytics.roi.catalogue import facts
from analytics.roi.risk import DRAWS
from analytics.roi.settings import PLACEHOLDER, Assumption
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own, quoting, sentences, strategies, uncounted
from assistant.roi.case import Case, evidence_text, inputs, worded
from assistant.roi.focus import focused, told_beside
from assistant.roi.wording import say
from assistant.understand.plans.investment import Investment
from assistant.understand.plans.plan_asked import Asked
from assistant.write.layout import Page, mark
from index.corpus import CORPUS_FOLDER, load_glossary

Answered = tuple[Draft, Evidence, tuple[str, ...]]
GLOSSARY = {
    "irr": "irr", "npv": "npv", "payback": "payback", "rate": "discount-rate", "break_even": "break-even", "expected": "expected-value",
    "spread": "monte-carlo", "option": "real-option", "sensitivity": "sensitivity",
}  # fmt: skip
METRICS = {"irr": "irr", "payback": "payback", "break_even": "break_even_annual_benefit", "option": "option_value", "chance": "success_probability", "sensitivity": "tornado"}
KEYS = {
    "rate": ("discount_rate",), "chance": ("gate1_probability", "gate2_probability", "realise_probability"), "tax": ("tax_rate",), "benefit": ("annual_benefit",),
    "production": ("production_cost",), "cost": ("annual_cost",), "labour": ("labour",), "years": ("operation_years", "research_years"),
}  # fmt: skip
MAIN = ("benefit", "production", "chance", "rate", "tax")


def answer(asked: Asked, told: Investment, plans: tuple[str, ...], given: Sequence[Evaluation] = (), told_of: str = "") -> Answered:
    """Of the strategies named, or of the asker's own investment where there are none; `given`: the strategies on amounts told of each, which `told_of` tells."""
    if not plans:
        return of_own(asked, own.outlay_of(told))
    try:
        evaluations = list(given) or [evaluate(resolve(plan, strategies.changes(plan, told if len(plans) == 1 else strategies.shared_by_all(told))), DRAWS) for plan in plans]
    except BadInput as error:
        return strategies.refused(error)
    box = Collector()
    page = Page(implication=say("strategy_implication"))
    if asked.kind == "meaning" and (asked.term in GLOSSARY or asked.term in METRICS):
        cites = [sentences.cited(box, each, beside_formula(asked.term, each)) for each in evaluations]
        explain(page, box, asked.term, [line for each, cite in zip(evaluations, cites, strict=True) if (line := value_line(asked.term, each, cite))])
    elif asked.kind == "formula":
        cites = [sentences.cited(box, each, beside_formula(asked.term, each)) for each in evaluations]
        values = [line for each, cite in zip(evaluations, cites, strict=True) if (line := value_line(asked.term, each, cite))]
        page.conclusion, page.points = [say(f"formula_{asked.term}")], [*values, value_line("rate", evaluations[0], cites[0])]
    elif asked.kind == "tax":
        taxed(page, box, evaluations)
    elif asked.kind == "quoting":
        quoting.of_strategies(page, box, evaluations)
    elif asked.kind == "uncounted" and asked.term == "write_off":
        taxed(page, box, evaluations)
    elif asked.kind == "uncounted":
        uncounted.of_strategies(page, box, asked.term, evaluations)
    else:
        sourced(page, box, evaluations, asked.term)
        if asked.kind == "value" and page.body:  # its values are the answer, where they are from comes with them
            page.conclusion, page.body = [line.removeprefix("- ") for line in page.body[0].split("\n")[1:]], []
        page.conclusion = [*([say({"premises": "premises", "real": "real_not"}[asked.kind])] if asked.kind in ("premises", "real") else []), *page.conclusion]
    own_amounts = strategies.mapped(plans[0], told).used if asked.kind in ("basis", "premises", "real") and asked.term == "assumptions" and len(plans) == 1 else []
    readings = (*own_amounts, *([told_of] if told_of else []))
    page.conclusion += readings
    name = evaluations[0].settings.label_ja
    return Draft(page.text(), (say("ask_strategy", name=name), say("ask_benefit"), say("ask_compare"))), box.evidence(), readings


def beside_formula(term: str, evaluation: Evaluation) -> list[tuple[str, str]]:
    """What the evidence holds for the sentences beside a formula: the rate, and what the term comes to."""
    rate = evaluation.settings.assumptions["discount_rate"]
    value = [(say("column_roi"), sentences.returned(evaluation))] if term == "roi" else told_beside(METRICS.get(term), evaluation, None)
    return [(rate.label_ja, rate.display), *value]


def value_line(term: str, evaluation: Evaluation, cite: str) -> str | None:
    """The sentence on what a term comes to in one strategy; None for what the calculation does not have."""
    if term == "rate":
        return say("term_rate_here", rate=evaluation.settings.assumptions["discount_rate"].display, cite=cite)
    if term == "roi":
        return say("strategy_roi_of", name=evaluation.settings.label_ja, value=sentences.returned(evaluation), cite=cite)
    if term == "spread":
        return sentences.spread_sentence(evaluation, cite)
    return focused(METRICS[term], evaluation, None, cite) if term in METRICS else sentences.value_sentence(evaluation, cite)


@cache
def entries() -> dict:
    return {entry.id: entry for entry in load_glossary(CORPUS_FOLDER / "glossary.yaml")}


def explain(page: Page, box: Collector, term: str, values: list[str]) -> None:
    """What a term is in one line that can be repeated aloud, what it comes to here, and how the glossary has it."""
    page.conclusion = [say(f"term_{term}"), *values[:1]]
    page.points = values[1:]
    if term in GLOSSARY:
        entry = entries()[GLOSSARY[term]]
        number = box.passage(f"glossary#{entry.id}", "glossary", entry.term, say("term_locator"), "", f"{entry.definition}{entry.analogy}{entry.why}", "term")
        page.points += [f"{text.removesuffix('。')}{mark(number)}。" for text in (entry.definition, entry.analogy, entry.why)]


def of_own(asked: Asked, told: Investment) -> Answered:
    """About amounts that the asker told."""
    case = own.case_of(told)
    result = case.result()
    values, box, fact = worded(case, result), Collector(), facts()[own.RATE_FACT]
    rate = say("basis_own_rate", value=values["rate"]) if told.rate is not None else say("basis_own_default", value=values["rate"], source=f"{fact.title}（{fact.as_of}）")
    cite = mark(box.passage("roi#simple", "roi", say("title"), say("locator"), "", f"{evidence_text(told, case, values)}{rate}。{quoting.told_less(told)}", "result"))
    page = Page(implication=say("implication"))
    if asked.kind == "tax" or asked.term == "tax":
        page.conclusion = [say("tax_own_no" if asked.kind == "tax" else "untaxed") if values["tax"] is None else say("tax_own_yes", value=values["tax"], cite=cite)]
        page.points = [say("own_tax_effect")] if values["tax"] is None else []
    elif asked.kind == "quoting":
        quoting.of_own(page, told, case, values, cite)
    elif asked.kind == "uncounted":
        uncounted.of_own(page, asked.term, case, values, cite)
    elif asked.kind == "formula":
        page.conclusion, page.points = [say(f"formula_{asked.term}")], [*own_lines(asked.term, told, case, values, cite), f"{rate}{cite}。"]
    elif asked.kind == "meaning" and (asked.term in GLOSSARY or asked.term in METRICS):
        explain(page, box, asked.term, own_lines(asked.term, told, case, values, cite))
    else:
        unset = asked.term == "chance" and values["chance"] is None
        page.conclusion = [f"{rate}{cite}。"] if asked.term == "rate" else [say("basis_own_chance") if unset else say("basis_own")]
        others = own.case_of(replace(told, rate=100 * case.rate)).readings  # the rate has its own line
        page.points = [] if asked.term == "rate" or unset else [f"{rate}{cite}。", *others[:2]]
        if asked.kind in ("premises", "real"):
            page.points = [inputs(values, cite), *page.points]
        if asked.kind == "real":
            page.conclusion.insert(0, say("real_not"))
    return Draft(page.text(), own.suggestions(case), actions=own.actions(told, case)), box.evidence(), case.readings


def own_lines(term: str, told: Investment, case: Case, values: dict[str, str | None], cite: str) -> list[str]:
    """The sentences on what a term comes to in the asker's own plan."""
    if term == "rate":
        return [say("term_rate_here", rate=values["rate"], cite=cite)]
    if told.benefit is None:
        return []
    if term == "irr" and values["irr"]:
        compared = "irr_above" if case.result().irr.value >= case.rate else "irr_below"
        return [say("own_irr", irr=values["irr"], cite=cite), say(compared, irr=values["irr"], rate=values["rate"], cite=cite)]
    if term == "expected" and values["chance"]:
        return [say("own_expected", part=values["chance"], value=values["expected"], npv=values["npv"], size=values["loss"], cite=cite)]
    if term == "roi":
        return [say("own_roi", value=values["roi"], years=values["years"], cite=cite)] if values["roi"] else []
    if term in ("npv", "expected"):
        return [say("pays" if case.result().npv >= 0 else "loses", years=values["years"], npv=values["npv"], cite=cite)]
    line = own.focused(METRICS.get(term), case, case.result(), values, cite) if term != "sensitivity" else None
    return [line] if line else []


def taxed(page: Page, box: Collector, evaluations: list[Evaluation]) -> None:
    """Tax of the strategies: the rate with its source, the write-off, and the credit of research."""
    page.conclusion = [say("tax_yes")]
    for each in evaluations:
        settings = each.settings.assumptions
        shared = [settings["tax_rate"], settings["amortisation_years"]] if each is evaluations[0] else []
        credit = settings.get("credit_scheme")
        lines = [origin_line("", entry) for entry in shared]
        lines += [say("tax_credit", name=each.settings.label_ja, scheme=credit.display)] if credit is not None and credit.value != "none" else []
        page.points += quoted(box, each, shared, lines) if lines else []
    page.points.append(say("tax_firm"))


def sourced(page: Page, box: Collector, evaluations: list[Evaluation], term: str) -> None:
    """Where the assumptions of the strategies are from: each with its status, and its source and date or what was looked at."""
    wanted, held, lines = [key for name in (MAIN if term == "assumptions" else (term,)) for key in KEYS[name]], [], []
    shared = set.intersection(*({origin_line("", entry) for entry in entries_of(each, wanted)} for each in evaluations)) if len(evaluations) > 1 else set()
    for each in evaluations:
        found, name = entries_of(each, wanted), each.settings.label_ja if len(evaluations) > 1 else ""
        told = [line if line in shared else origin_line(name, entry) for entry in found for line in [origin_line("", entry)] if line not in shared or each is evaluations[0]]
        lines += quoted(box, each, found, told)
        held += found
    lines.sort(key=lambda line: not any(line.startswith(told) for told in shared))  # what all of them stand on comes first
    placed = sum(entry.status == PLACEHOLDER for entry in held)
    page.conclusion = lines if len(lines) == 1 else [say("basis_placed" if placed == len(held) else "basis_mixed" if placed else "basis_held")]
    page.body = ["\n".join([say("assumptions_title"), *(f"- {line}" for line in lines)])] if len(lines) > 1 else []
    page.caveats = [say("placeholder")]


def entries_of(evaluation: Evaluation, keys: list[str]) -> list[Assumption]:
    """The assumptions under those keys that a strategy has."""
    return [entry for key in keys for entry in [evaluation.settings.assumptions.get(key)] if entry is not None]


def quoted(box: Collector, evaluation: Evaluation, found: list[Assumption], lines: list[str]) -> list[str]:
    """The lines with the mark of a card that holds them word for word."""
    url = next((entry.source_url for entry in found if entry.source_url), "")
    title = say("basis_title", name=evaluation.settings.label_ja)
    number = box.passage(f"roi#{evaluation.settings.strategy}-sources", "roi", title, say("basis_locator"), url, "".join(f"{line}。" for line in lines), "source")
    return [f"{line}{mark(number)}。" for line in lines]


def origin_text(entry: Assumption) -> str:
    """「国税庁 No.5444、2023年4月」 or the status with what was looked at."""
    if entry.source_title:
        return "、".join(filter(None, (entry.status, entry.source_title, entry.as_of)))
    seen = [fact for name in entry.see if (fact := facts().get(name)) is not None and not fact.title.startswith("編集者")]
    return "、".join((entry.status, *(say("basis_seen", source=fact.title, date=fact.as_of) for fact in seen[:2])))


def origin_line(name: str, entry: Assumption) -> str:
    label = say("basis_of", name=name, label=entry.label_ja) if name else entry.label_ja
    return say("basis_line", name=label, value=entry.display, source=origin_text(entry))
