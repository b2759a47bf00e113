"""Renting computers or buying them: the break-even hours against sourced prices, and the total for the hours told."""

import math
import re
from dataclasses import replace

from analytics.roi import BadInput, evaluate, explain_problem, resolve
from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.catalogue import facts
from analytics.roi.gpu import price_table
from analytics.roi.settings import PLACEHOLDER
from analytics.roi.templates import HOUR_LIMIT
from assistant.evidence.collector import Collector
from assistant.models import Draft, Evidence
from assistant.roi import own
from assistant.roi.case import noted_text
from assistant.roi.wording import labelled, say
from assistant.understand.plans.investment import Amount, Investment
from assistant.understand.plans.renting import unit_told
from assistant.understand.plans.yearly_costs import cost_asked
from assistant.write.layout import Page, mark

SEVERAL = 8  # cards of a usual server, as an example
HOURS_ASKED = re.compile(r"何時間|時間の?(?:損益)?分岐|どれ(?:くらい|ぐらい|だけ|ほど)(?:の時間|使)")


def answer(told: Investment, asked: str = "") -> tuple[Draft, Evidence, tuple[str, ...]]:
    """Draft, evidence and readings. The verdict is for the hours told, or for a placeholder, and always names its break-even, first where that is `asked` for."""
    unpriced = told.production is None and told.initial is None
    told, cards = granted(told), told.cards or 1
    changes = told_changes(told)
    aside = [*own.used(told), *own.context(told), *own.unplaced(told)]
    if told.hours is not None and told.hours > HOUR_LIMIT:
        machines = cards if cards > 1 else math.ceil(told.hours / HOUR_LIMIT)
        changes["gpu_hours"] = told.hours / machines
        aside.append(say("gpu_several", hours=hours_text(told.hours), limit=hours_text(HOUR_LIMIT), machines=f"{machines}台", each=hours_text(changes["gpu_hours"])))
    if told.staff is not None:
        aside.append(say("gpu_staff_unused", people=own.people_text(told.staff)))
    if told.fund is not None:
        aside.append(say("gpu_fund_unused", amount=yen_text(told.fund.value)))
    try:
        evaluation = evaluate(resolve("buy_gpu", changes))
    except BadInput as error:
        lines = tuple(explain_problem(problem) for problem in error.problems)
        return Draft("".join(lines)), Evidence(), lines
    entries, value = evaluation.settings.assumptions, evaluation.results.npv
    level = evaluation.break_even_of("gpu_hours")
    rates = {"part": entries["tax_rate"].display, "first": entries["discount_rate"].display}
    words = {
        "value": yen_text(abs(value)), "part": hours_text(entries["gpu_hours"].value), "years": entries["operation_years"].display,
    }  # fmt: skip
    inputs = {"initial": entries["purchase_price"].display, "years": words["years"], "second": entries["rental_price"].display, "low": entries["maintenance"].display}
    box = Collector()
    several = level_of_several(told)
    bought = None if told.budget is None else hours_text(told.budget.value / entries["rental_price"].value)
    text = labelled([
        ("予算（年）", None if told.budget is None else yen_text(told.budget.value)), ("予算で借りられる時間", bought),
        ("購入と借用の差（税引後、今の価値）", words["value"]), ("年間の利用時間", words["part"]), ("使用年数", words["years"]), ("損益分岐の利用時間", None if level is None else hours_text(level)),
        ("購入額", inputs["initial"]), ("借りる単価", inputs["second"]), ("年間保守費", inputs["low"]), ("税率", rates["part"]), ("割引率", rates["first"]),
    ]) + noted_text(told) + labelled([*plain_pairs(told, entries), *several_pairs(several)])  # fmt: skip
    cite = mark(box.passage("roi#buy_gpu", "roi", say("gpu_title"), say("gpu_locator"), "", text, "result"))
    page = Page(implication=say("gpu_implication" if level is not None else "gpu_implication_never"))
    page.conclusion = [verdict(value, level, words, cite, "_one" if several is not None else ""), *other_number(several, cite), *plain_sum(told, entries, value, cite), *aside]
    if cost_asked(asked) is not None:
        page.conclusion.insert(0, say("gpu_costs_in"))
    if level is not None and HOURS_ASKED.search(asked):
        page.conclusion.insert(0, say("gpu_break_even", first=hours_text(level), cite=cite))
    if bought is not None:
        then = [] if level is None else [say("gpu_budget_then", first=hours_text(level), cite=cite)]
        page.conclusion = [say("gpu_budget", first=yen_text(told.budget.value), value=entries["rental_price"].display, second=bought, cite=cite), *then, *page.conclusion]
    page.points = [say("gpu_inputs", **inputs, cite=cite), say("gpu_rates", **rates, cite=cite)]
    notes = (*default_readings(told, entries, changes, unpriced), *card_notes(told, cards), say("gpu_speed"))
    readings = (*notes, *aside)
    page.body = ["\n".join([say("notes"), *(f"- {line}" for line in notes)]), say("gpu_table") if cards == 1 else say("gpu_table_cards"), "\n".join(price_rows(box, evaluation.rent_or_buy if cards == 1 else price_table(evaluation.settings.inputs(), cards), cards))]
    form = {"kind": "form", "strategy": "buy_gpu", "changes": changes, "label": say("action_form")}
    asked = (say("ask_hours", hours=hours_text(4 * entries["gpu_hours"].value)), say("ask_compare"))
    return Draft(page.text(), asked, actions=(form,)), box.evidence(), readings


def granted(told: Investment) -> Investment:
    """The told prices with what a subsidy pays of the machine taken off; of the standard one where none was told."""
    if told.granted is None and told.subsidy is None:
        return told
    price = told.production or told.initial or Amount(resolve("buy_gpu", {}).assumptions["purchase_price"].value)
    paid = own.outlay_of(Investment(initial=price, granted=told.granted, grant_cap=told.grant_cap, subsidy=told.subsidy))
    return replace(told, initial=paid.initial, production=None, notes=(*told.notes, *paid.notes))


def told_changes(told: Investment) -> dict:
    """Assumptions of `buy_gpu` that the sentence tells."""
    values = {
        "gpu_hours": told.hours, "rental_price": told.price, "purchase_price": (told.production or told.initial).value if told.production or told.initial else None,
        "maintenance": told.cost.value if told.cost is not None else None, "operation_years": told.years, "discount_rate": told.rate, "tax_rate": told.tax,
    }  # fmt: skip
    changes = {key: value for key, value in values.items() if value is not None} | ({"electricity_price": 0.0} if power_held(told) else {})
    if told.cards is not None and told.cards > 1:
        usual = resolve("buy_gpu", {}).assumptions
        changes |= {"rental_price": told.cards * changes.get("rental_price", usual["rental_price"].value), "power_kw": told.cards * usual["power_kw"].value}
        if told.outlay is None:  # a standard machine for each of them
            changes |= {key: told.cards * usual[key].value for key in ("purchase_price", "maintenance") if key not in changes}
    return changes


def power_held(told: Investment) -> bool:
    """Whether the electricity is in the upkeep that was told."""
    return any(name == "power_held" for name, _ in told.notes)


def level_of_several(told: Investment) -> float | None:
    """Break-even hours of a machine of the told price that holds several cards; None where the number of cards or the price of renting was told, or several change nothing."""
    if told.cards is not None or told.price is not None or told.outlay is None:
        return None
    try:
        return evaluate(resolve("buy_gpu", told_changes(replace(told, cards=SEVERAL)))).break_even_of("gpu_hours")
    except BadInput:  # what is wrong is told of the machine itself
        return None


def other_number(level: float | None, cite: str) -> list[str]:
    """That the verdict hangs on the number of cards, which was not told."""
    return [] if level is None else [say("gpu_other_number", part=f"{SEVERAL}枚", first=hours_text(level), cite=cite)]


def several_pairs(level: float | None) -> list[tuple[str, str]]:
    """The same for the evidence."""
    return [] if level is None else [("比べた枚数", "1枚"), ("例とした枚数", f"{SEVERAL}枚"), ("その枚数での損益分岐の利用時間", hours_text(level))]


def plain_amounts(told: Investment, entries: dict) -> dict[str, float] | None:
    """Renting and buying with upkeep and electricity simply added up, of prices that the asker told: yen a year and in all; None where a price or the hours are not told."""
    if told.price is None or told.hours is None or told.outlay is None:
        return None
    values = {name: entries[name].value for name in ("operation_years", "rental_price", "gpu_hours", "purchase_price", "maintenance", "power_kw", "pue", "electricity_price", "relative_throughput")}
    years, yearly = values["operation_years"], values["rental_price"] * values["gpu_hours"]
    upkeep = values["maintenance"] + values["power_kw"] * values["pue"] * values["electricity_price"] * values["gpu_hours"] / values["relative_throughput"]
    return {"first": yearly, "value": yearly * years, "initial": values["purchase_price"] + upkeep * years}


def plain_sum(told: Investment, entries: dict, value: float, cite: str) -> list[str]:
    """The plain sum, and that tax and interest turn it round where they do. `value`: what buying gains after both."""
    amounts = plain_amounts(told, entries)
    if amounts is None:
        return []
    words = {name: yen_text(amount) for name, amount in amounts.items()}
    turned = (amounts["value"] > amounts["initial"]) != (value > 0)
    return [say("gpu_plain_turned" if turned else "gpu_plain", **words, years=entries["operation_years"].display, cite=cite)]


def plain_pairs(told: Investment, entries: dict) -> list[tuple[str, str]]:
    """The same for the evidence."""
    amounts = plain_amounts(told, entries) or {}
    labels = {"first": "借りる費用（年）", "value": "借りる費用の合計", "initial": "買う費用の合計"}
    return [(labels[name], yen_text(amount)) for name, amount in amounts.items()]


def card_notes(told: Investment, cards: int) -> list[str]:
    """That every price of renting counts for all the cards."""
    return [say("gpu_cards", cards=f"{cards}{unit_told(told)}", each=f"1{unit_told(told)}")] if cards > 1 else []


def verdict(value: float, level: float | None, words: dict, cite: str, one: str = "") -> str:
    """Which costs less. `one`: the end of the template's name where the number of cards was not told."""
    if level is None:
        return say(f"gpu_rent_never{one}", **words, cite=cite)
    return say(f"gpu_buy{one}" if value > 0 else f"gpu_rent{one}", **words, first=hours_text(level), cite=cite)


def hours_text(hours: float) -> str:
    return f"{plain_number(round(hours), 0)}時間"


def default_readings(told: Investment, entries: dict, changes: dict, unpriced: bool) -> tuple[str, ...]:
    """What was not told."""
    lines = []
    if "gpu_hours" not in changes:
        lines.append(say("gpu_default_hours", hours=hours_text(entries["gpu_hours"].value)))
    if told.rate is None:
        lines.append(say("default_rate", rate=entries["discount_rate"].display, source=facts()[own.RATE_FACT].source_title))
    if told.tax is None:
        lines.append(say("gpu_default_tax", tax=entries["tax_rate"].display))
    if told.years is None:
        lines.append(say("gpu_default_years", years=entries["operation_years"].display))
    if told.cost is None:
        lines.append(say("gpu_default_upkeep", cost=entries["maintenance"].display))
    if told.price is None:
        source = resolve("buy_gpu", {}).assumptions["rental_price"]
        lines.append(say("gpu_default_price", price=source.display, source=source.source_title))
    usual = resolve("buy_gpu", {}).assumptions["purchase_price"]
    lines.append(say("power_held") if power_held(told) else say("gpu_default_power", power=resolve("buy_gpu", {}).assumptions["power_kw"].display, price=entries["electricity_price"].display, times=entries["pue"].display))
    if unpriced and usual.status == PLACEHOLDER:
        lines.append(say("gpu_default_purchase", price=yen_text((told.cards or 1) * usual.value)))
    return tuple(lines)


def price_rows(box: Collector, rows, cards: int = 1) -> list[str]:
    """The table of break-even hours, each price (of all the cards) cited with its source."""
    lines = [say("gpu_head"), say("gpu_rule")]
    for row in rows:
        fact = facts()[row.source_id]
        price = f"{plain_number(row.rental_price, 0)}円"
        hours = None if row.hours is None else hours_text(row.hours)
        text = labelled([(row.label_ja if cards == 1 else "全部の枚数の毎時の単価", price), ("1つ分の毎時の単価", None if cards == 1 else f"{plain_number(row.rental_price / cards, 0)}円"), ("購入が割安になる利用時間", hours)])
        name = row.label_ja.replace("(", "（").replace(")", "）")
        number = box.passage(f"roi#{row.source_id}", "roi", name, f"{fact.title}、{fact.as_of}", fact.source_url, text, "price")
        words = {"name": name, "cite": mark(number), "value": price}
        lines.append(say("gpu_row_none", **words) if hours is None else say("gpu_row", **words, first=hours))
    return lines
