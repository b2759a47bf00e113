"""Assumptions of a strategy → its plan. Inputs are in yen and fractions and may be arrays of draws."""

from collections.abc import Mapping

import numpy as np

from analytics.roi.catalogue import strategy_entry
from analytics.roi.plan import Plan, Stage
from analytics.roi.schemes import NONE, Claim, credit_entry, subsidy_amount, subsidy_entry, tax_credit

HOUR_LIMIT = 8760
"""Hours of a year: what one machine can run."""


def build(strategy: str, inputs: Mapping) -> Plan:
    """The plan of a single strategy (a combined one is built part by part)."""
    if strategy == "nothing":
        return outright(inputs, production_cost=0.0, annual_benefit=0.0, annual_cost=inputs["annual_loss"], stoppable=False)
    if strategy == "buy_gpu":
        return gpu_plan(inputs)
    if strategy == "blank":
        chances = {"realise_probability": inputs["realise_probability"], "shortfall": inputs["shortfall_benefit"]}
        amounts = {name: inputs[name] for name in ("annual_benefit", "annual_cost")}
        return outright(inputs, production_cost=inputs["initial_investment"], **amounts, **chances)
    return staged(strategy, inputs)


def tax_of(inputs: Mapping):
    """Effective tax rate: 0 for a company without taxable income (it neither pays tax on the benefit nor saves any)."""
    return inputs["tax_rate"] if inputs["profitable"] else 0.0


def outright(
    inputs: Mapping, production_cost, annual_benefit, annual_cost, realise_probability=1.0, shortfall=0.0, stoppable=True
) -> Plan:
    """A plan without stages: paid at year 0, full benefit from year 1."""
    return Plan(
        rate=inputs["discount_rate"], tax=tax_of(inputs), stages=(), production_cost=production_cost, production_subsidy=0.0,
        annual_benefit=annual_benefit, annual_cost=annual_cost, operation_years=inputs["operation_years"],
        amortisation_years=inputs["amortisation_years"], ramp=(), realise_probability=realise_probability, shortfall=shortfall,
        stoppable=stoppable,
    )  # fmt: skip


def gpu_plan(inputs: Mapping) -> Plan:
    """Buying compared with renting: the benefit is the rent that is not paid, of the hours that one machine can take over."""
    hours = np.minimum(inputs["gpu_hours"], HOUR_LIMIT * inputs["relative_throughput"])
    electricity = inputs["power_kw"] * inputs["pue"] * inputs["electricity_price"]
    return outright(
        inputs,
        production_cost=inputs["purchase_price"],
        annual_benefit=hours * inputs["rental_price"],
        annual_cost=inputs["maintenance"] + electricity * hours / inputs["relative_throughput"],
    )


def staged(strategy: str, inputs: Mapping) -> Plan:
    chances = gate_probabilities(strategy, inputs)
    stages = tuple(stage(strategy, inputs, chance) for chance in chances)
    production = inputs["production_cost"]
    return Plan(
        rate=inputs["discount_rate"], tax=tax_of(inputs), stages=stages, production_cost=production,
        production_subsidy=expected_subsidy(inputs, "production", production), annual_benefit=inputs["annual_benefit"],
        annual_cost=inputs["annual_cost"], operation_years=inputs["operation_years"],
        amortisation_years=inputs["amortisation_years"], ramp=(inputs["ramp_year1"], inputs["ramp_year2"]),
        realise_probability=inputs["realise_probability"],
        shortfall=inputs["shortfall_benefit"],
    )  # fmt: skip


def gate_probabilities(strategy: str, inputs: Mapping) -> list:
    """Chance of passing the gate after each yearly stage.

    One year of research takes both gates at once; years between the first and the last one have none.
    """
    if strategy_entry(strategy)["stages"] != "research_years":
        return [inputs["gate1_probability"]]
    first, last = inputs["gate1_probability"], inputs["gate2_probability"]
    years = int(inputs["research_years"])
    return [first * last] if years == 1 else [first, *[1.0] * (years - 2), last]


def stage_costs(strategy: str, inputs: Mapping) -> dict:
    """Yen of one stage by item. Research adds the university's overhead and the fee of the researchers sent there."""
    derived = {}
    if strategy == "joint":
        derived["indirect_cost"] = inputs["direct_cost"] * inputs["indirect_rate"]
        derived["researcher_cost"] = inputs["researcher_fee"] * inputs["researchers"]
    return {item: derived[item] if item in derived else inputs[item] for item in strategy_entry(strategy)["stage_items"]}


def stage(strategy: str, inputs: Mapping, chance) -> Stage:
    costs = stage_costs(strategy, inputs)
    total = sum(costs.values(), start=0.0)
    claims = credit_claims(strategy, inputs, costs)
    corporate_tax = inputs["taxable_income"] * inputs["corporate_tax_rate"] if inputs["profitable"] else 0.0
    credit = tax_credit(claims, corporate_tax)
    granted = full_subsidy(inputs, "research", total)
    if inputs["subsidy_scheme"] != NONE:
        adopted = inputs["adoption_probability"]
        credit = adopted * tax_credit(claims, corporate_tax, granted) + (1 - adopted) * credit
    return Stage(total, credit, expected_subsidy(inputs, "research", total), chance)


def credit_claims(strategy: str, inputs: Mapping, costs: Mapping) -> list[Claim]:
    """External costs under one scheme, own people who work on nothing else under another (or the same)."""
    outside = {item: costs[item] for item in strategy_entry(strategy)["credit_items"]}
    own = {"labour": costs["labour"] * inputs["labour_dedicated"]}
    claims = []
    for key, rate_key, items in (("credit_scheme", "credit_rate", outside), ("labour_credit_scheme", "labour_credit_rate", own)):
        if inputs[key] != NONE:
            barred = credit_entry(inputs[key]).get("certificate") and not inputs["strategic_certified"]
            claims.append(Claim(inputs[key], 0.0 if barred else inputs[rate_key], items))
    return claims


def full_subsidy(inputs: Mapping, covers: str, cost):
    """Yen when adopted, for the cost that the chosen scheme covers."""
    if inputs["subsidy_scheme"] == NONE or subsidy_entry(inputs["subsidy_scheme"])["covers"] != covers:
        return np.zeros_like(cost) if isinstance(cost, np.ndarray) else 0.0
    return subsidy_amount(inputs["subsidy_rate"], inputs["subsidy_cap"], cost)


def expected_subsidy(inputs: Mapping, covers: str, cost):
    granted = full_subsidy(inputs, covers, cost)
    return granted * inputs["adoption_probability"] if inputs["subsidy_scheme"] != NONE else granted
