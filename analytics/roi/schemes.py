"""Tax credits and subsidies: rates, caps, who may use them, and no yen counted twice.

Credit = min(rate × eligible cost, cap × corporate tax), a reduction of the tax itself, so it is not multiplied by (1 − τ).
What a subsidy pays for is taken out of the eligible cost (国税庁 No.5444). A small company is defined differently for tax
(capital) and for subsidies (capital or employees).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analytics.roi.amounts import value_text
from analytics.roi.catalogue import Spec, document, facts, threshold

NONE = "none"


@dataclass(frozen=True)
class Claim:
    """Costs (name → yen) claimed under one credit scheme at `rate` (fraction)."""

    scheme: str
    rate: float
    costs: Mapping[str, float]


def credit_entry(name: str) -> dict:
    return document()["credits"][name]


def subsidy_entry(name: str) -> dict:
    return document()["subsidies"][name]


def credit_cap(name: str) -> float:
    """The scheme's cap as a fraction of the corporate tax."""
    entry = credit_entry(name)
    return (facts()[entry["cap_source"]].value if "cap_source" in entry else entry["cap"]) / 100


def tax_credit(claims: list[Claim], corporate_tax, subsidised=0.0):
    """Yen of credit a year. Schemes of one pool share its cap.

    `subsidised` yen are taken out of the claims in order. Raises ValueError when a cost is claimed twice.
    """
    names = [name for claim in claims for name in claim.costs]
    if len(names) != len(set(names)):
        raise ValueError(
            f"a cost is claimed under two tax credits: {sorted(name for name in set(names) if names.count(name) > 1)}"
        )
    pools: dict[str, list[tuple]] = {}
    for claim in claims:
        cost = sum(claim.costs.values(), start=0.0)
        eligible = np.maximum(cost - subsidised, 0.0)
        subsidised = np.maximum(subsidised - cost, 0.0)
        pools.setdefault(credit_entry(claim.scheme)["pool"], []).append((claim.rate * eligible, credit_cap(claim.scheme)))
    return sum((np.minimum(sum(amount for amount, _ in pool), pool[0][1] * corporate_tax) for pool in pools.values()), start=0.0)


def subsidy_amount(rate, cap, cost):
    """Yen paid when adopted: min(rate × cost, cap)."""
    return np.minimum(rate * cost, cap)


def small_for_tax(values: Mapping) -> bool:
    """税法上の中小企業者: by capital, unless income makes it 適用除外 (a large company's subsidiary cannot be seen here)."""
    return values["capital_stock"] <= threshold("small_tax_capital") and values["taxable_income"] <= threshold("small_tax_income")


def small_for_subsidy(values: Mapping) -> bool:
    """補助金上の中小企業 (manufacturing): by capital or by employees."""
    return values["capital_stock"] <= threshold("small_subsidy_capital") or values["employees"] <= threshold(
        "small_subsidy_employees"
    )


def applied_scheme(spec: Spec, values: Mapping) -> tuple[str | None, float | None]:
    """(source id, value in the assumption's unit) that the chosen scheme gives to a rate or cap; value None: the user has to
    enter it.
    """
    name = values[spec.scheme]
    if spec.choices == "credits" or spec.key.endswith("credit_rate"):
        entry = credit_entry(name)
        if entry.get("rate_required"):
            return None, None
        return (
            (entry["rate_source"], facts()[entry["rate_source"]].value)
            if "rate_source" in entry
            else (entry["see"][0], entry["rate"])
        )
    entry = subsidy_entry(name)
    if entry.get("rate_required"):
        return None, None
    if spec.key.endswith("subsidy_rate"):
        rich = values["taxable_income"] > threshold("small_tax_income")
        return entry["fact"], entry["high_income_rate"] if rich and "high_income_rate" in entry else entry["rate"]
    years = values.get(spec.scheme.replace("subsidy_scheme", "research_years"), 1)
    return entry["fact"], tier_cap(entry, values["employees"], years)


def tier_cap(entry: Mapping, employees: float, years: int = 1) -> float:
    """Yen: the cap of the company's size, or a year's share of the total that a project of `years` may get; a longer one gets no more than the longest listed."""
    if "totals" in entry:
        return entry["totals"][min(int(years), max(entry["totals"]))] / years
    if "tiers" not in entry:
        return entry["cap"]
    return next(cap for most, cap in entry["tiers"] if most is None or employees <= most)


def scheme_label(values: Mapping, key: str) -> str:
    if key.startswith("subsidy"):
        return subsidy_entry(values["subsidy_scheme"])["label_ja"]
    return credit_entry(values[key.replace("_rate", "_scheme")])["label_ja"]


def hint(values: Mapping, key: str) -> str:
    """What is known about a rate that has to be entered."""
    if key.startswith("subsidy"):
        return ""
    fact = facts()[credit_entry(values[key.replace("_rate", "_scheme")])["rate_source"]]
    return f"{fact.label_ja}: {value_text(fact.value, '%')}"
