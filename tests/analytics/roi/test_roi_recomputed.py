"""Random assumption sets against a second calculation that lists every path: outcomes of the gates, years to stop after.

Written from the specification alone, with plain lists of yearly cash; it shares no code with the engine but the reading of inputs.
"""

import math
import random

import pytest

from analytics.roi import BadInput, evaluate, resolve
from analytics.roi.catalogue import specifications

SETS = 15
"""Assumption sets of each strategy (300 in all were compared once, without a difference)."""
CAPS = {"oi": 0.10, "sme": 0.25, "strategic": 0.10}
AMOUNTS = ("labour", "external_support", "data_preparation", "compute", "safety", "direct_cost", "researcher_fee", "production_cost", "annual_cost", "annual_benefit")
CHOICES = {
    "discount_rate": ["0%", "3%", "8%", "8.5%", "25%"], "operation_years": [1, 2, 3, 5, 12, 50], "amortisation_years": [1, 3, 5, 8],
    "capital_stock": ["5000万", "1億", "3億", "10億"], "employees": [5, 30, 300, 5000], "taxable_income": ["0円", "100万", "1億", "20億"],
    "tax_rate": ["0%", "30%", "31.52%"], "profitable": ["yes", "yes", "no"], "research_years": [1, 2, 3, 6], "researchers": [0, 1, 4],
    "credit_scheme": ["none", "oi_university", "oi_other", "sme", "strategic"], "strategic_certified": ["yes", "no"],
    "labour_credit_scheme": ["none", "oi_startup", "sme", "strategic_joint"], "subsidy_scheme": ["none", "none", "digital_ai", "shoryoku", "gotech"],
}  # fmt: skip
SHARES = ("gate1_probability", "gate2_probability", "realise_probability", "shortfall_benefit", "ramp_year1", "ramp_year2", "labour_dedicated", "indirect_rate", "adoption_probability")


def random_changes(dice: random.Random, strategy: str) -> dict:
    changes = {}
    for key in specifications(strategy):
        name = key.rpartition(".")[2]
        if dice.random() < 0.25:
            continue
        if name in AMOUNTS:
            changes[key] = dice.choice([0, *(int(10 ** dice.uniform(5, 8)) for _ in range(9))])
        elif name in CHOICES:
            changes[key] = dice.choice(CHOICES[name])
        elif name in SHARES and not (name == "adoption_probability" and changes.get(key.replace(name, "subsidy_scheme"), "none") == "none"):
            changes[key] = f"{dice.choice([0, 100, *(dice.randint(0, 100) for _ in range(6))])}%"
    if strategy == "prototype_joint":
        passed, gate = (float(changes.get(f"{part}.gate1_probability", usual)[:-1]) for part, usual in (("prototype", "60%"), ("joint", "70%")))
        most = min(100.0, 100 * gate / passed) if passed else 100.0
        changes["joint_gate1_after_pass"] = f"{gate + (most - gate) * 0.99 * dice.random():.6f}%"
    return changes


def some(strategy: str):
    """Settings that pass the checks (one scheme may be refused to the company drawn)."""
    dice, found = random.Random(f"{strategy} 2026"), []
    while len(found) < SETS:
        try:
            found.append(resolve(strategy, random_changes(dice, strategy)))
        except BadInput:
            continue
    return found


# -- the second calculation ---------------------------------------------------------------------------------------------


def project(values: dict) -> dict:
    """Stages as (cost, credit, expected subsidy, chance of passing), and the rest under short names."""
    outside = sum(values.get(name, 0) for name in ("external_support", "data_preparation"))
    if "direct_cost" in values:
        outside += values["direct_cost"] * (1 + values["indirect_rate"]) + values["researcher_fee"] * values["researchers"]
        first, last = values["gate1_probability"], values["gate2_probability"]
        chances = {1: [first * last], 2: [first, last], 3: [first, 1.0, last], 6: [first, 1.0, 1.0, 1.0, 1.0, last]}[values["research_years"]]
        cost = outside + values["compute"]
    else:
        outside += values["compute"]
        chances, cost = [values["gate1_probability"]], outside
    cost += values["labour"] + values["safety"]
    scheme, adopted = values["subsidy_scheme"], values.get("adoption_probability", 0.0) if values["subsidy_scheme"] != "none" else 0.0
    research = min(values["subsidy_rate"] * cost, values["subsidy_cap"]) if scheme == "gotech" else 0.0
    production = min(values["subsidy_rate"] * values["production_cost"], values["subsidy_cap"]) if scheme not in ("none", "gotech") else 0.0
    credit = adopted * credits(values, outside, research) + (1 - adopted) * credits(values, outside, 0.0)
    return {
        "stages": [(cost, credit, adopted * research, chance) for chance in chances], "production": values["production_cost"], "granted": adopted * production,
        "tax": values["tax_rate"] if values["profitable"] else 0.0, "rate": values["discount_rate"], "benefit": values["annual_benefit"],
        "cost": values["annual_cost"], "years": values["operation_years"], "life": values["amortisation_years"],
        "ramp": [values["ramp_year1"], values["ramp_year2"]], "realise": values["realise_probability"], "short": values["shortfall_benefit"],
    }  # fmt: skip


def credits(values: dict, outside: float, granted: float) -> float:
    if not values["profitable"]:
        return 0.0
    pools: dict[str, float] = {}
    for key, cost in (("", outside), ("labour_", values["labour"] * values["labour_dedicated"])):
        scheme = values[f"{key}credit_scheme"]
        if scheme == "none":
            continue
        paid = min(granted, cost)
        granted -= paid
        rate = values[f"{key}credit_rate"] if not scheme.startswith("strategic") or values["strategic_certified"] else 0.0
        pool = scheme.partition("_")[0]
        pools[pool] = pools.get(pool, 0.0) + rate * (cost - paid)
    return sum(min(amount, CAPS[pool] * values["taxable_income"] * values["corporate_tax_rate"]) for pool, amount in pools.items())


def path(plan: dict, stages: int | None = None, realised: float = 1.0, operated: int | None = None) -> list[float]:
    """Yearly cash after tax of one path: with `stages` only these, without production."""
    count = len(plan["stages"])
    flows, keep = [0.0] * (count + plan["years"] + 1), 1 - plan["tax"]
    for year, (cost, credit, subsidy, _) in enumerate(plan["stages"][: count if stages is None else stages]):
        flows[year] += credit - cost * keep
        flows[year + 1] += subsidy * keep
    if stages is None:
        flows[count] -= plan["production"]
        flows[count + 1] += plan["granted"] * keep
        left = plan["production"]
        for year in range(plan["years"]):
            written = left if year == plan["years"] - 1 else min(left, plan["production"] / plan["life"])
            left -= written
            flows[count + 1 + year] += written * plan["tax"]
            if operated is None or year < operated:
                share = plan["ramp"][year] if year < 2 else 1.0
                flows[count + 1 + year] += (plan["benefit"] * share * realised - plan["cost"]) * keep
    return flows


def worth(plan: dict, flows: list[float]) -> float:
    return sum(flow / (1 + plan["rate"]) ** year for year, flow in enumerate(flows))


def expected(plan: dict, gates: bool, done: int = 0, good: bool = True) -> float:
    """Expected NPV of going on after `done` stages, with what they cost; at every gate the better of going on and stopping."""
    if done < len(plan["stages"]):
        chance = plan["stages"][done][3] if good else 0.0
        ahead = chance * decided(plan, gates, done + 1, True) + (1 - chance) * decided(plan, gates, done + 1, False)
        return ahead
    ends = []
    for realised in (1.0, plan["short"]):
        stops = range(plan["years"] + 1) if gates else [None]
        ends.append(max(worth(plan, path(plan, realised=realised, operated=stop)) for stop in stops))
    chance = plan["realise"] if good else 0.0
    return chance * ends[0] + (1 - chance) * ends[1]


def decided(plan: dict, gates: bool, done: int, good: bool) -> float:
    ahead = expected(plan, gates, done, good)
    return max(ahead, worth(plan, path(plan, stages=done))) if gates else ahead


def value(values: dict, gates: bool) -> float:
    if "joint_gate1_after_pass" not in values:
        return expected(project(values), gates)
    first, second = parts(values)
    passed, gate, after = first["gate1_probability"], second["gate1_probability"], values["joint_gate1_after_pass"]
    chances = (after, max(0.0, (gate - passed * after) / (1 - passed))) if passed < 1 else (gate, 0.0)
    seconds = [expected(project({**second, "gate1_probability": chance}), gates) for chance in chances]
    if gates:
        seconds = [max(0.0, amount) for amount in seconds]
    return expected(project(first), gates) + (passed * seconds[0] + (1 - passed) * seconds[1]) / (1 + values["discount_rate"])


def parts(values: dict) -> tuple[dict, dict]:
    return tuple({key.removeprefix(f"{part}."): value for key, value in values.items() if "." not in key or key.startswith(f"{part}.")} for part in ("prototype", "joint"))


def success(values: dict) -> list[float]:
    if "joint_gate1_after_pass" not in values:
        return path(project(values))
    first, second = (path(project(part)) for part in parts(values))
    second = [0.0, *second]
    length = max(len(first), len(second))
    return [sum(flows[year] for flows in (first, second) if year < len(flows)) for year in range(length)]


def years_to_pay(flows: list[float]) -> float | None:
    totals = [math.fsum(flows[: year + 1]) for year in range(len(flows))]
    back = next((year for year in range(len(flows)) if min(totals[year:]) >= -0.005), None)
    return back if not back else back - 1 - totals[back - 1] / flows[back]


# -- the comparison -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("strategy", ["prototype", "cloud", "joint", "prototype_joint"])
def test_random_assumptions_recomputed_to_the_yen(strategy):
    for settings in some(strategy):
        evaluation, values = evaluate(settings), settings.inputs()
        results, flows = evaluation.results, success(values)
        rate = values["discount_rate"]
        found = (results.ev_gates, results.ev_no_gates, results.npv, results.ev_without_credit, results.ev_without_subsidy)
        without = [{key: "none" if key.endswith(scheme) else one for key, one in values.items()} for scheme in ("credit_scheme", "subsidy_scheme")]
        wanted = (value(values, True), value(values, False), worth({"rate": rate}, flows), *(value(one, True) for one in without))
        assert found == pytest.approx(wanted, abs=0.5), settings.assumptions
        assert results.option_value >= -1e-3
        assert results.payback.value == pytest.approx(years_to_pay(flows), abs=1e-6)
        assert results.discounted_payback.value == pytest.approx(years_to_pay([flow / (1 + rate) ** year for year, flow in enumerate(flows)]), abs=1e-6)
        if results.irr.value is not None:
            assert worth({"rate": results.irr.value}, flows) == pytest.approx(0, abs=1)
        for item in evaluation.break_even:
            key, scale, step = item.assumption.key, *((100, 1e-6) if item.assumption.percent else (1, 1.0))
            if key == "prototype.gate1_probability" or key == "joint.gate1_probability":
                continue  # they move the chances after the prototype too
            if item.value is None:
                assert scale == 1 or value({**values, key: 1.0}, True) < 0.5
                continue
            assert value({**values, key: min(item.value / scale + step, 1.0 if scale == 100 else math.inf)}, True) >= -0.5
            if item.value / scale > step:
                assert value({**values, key: item.value / scale - step}, True) <= 100 * step + 0.5
