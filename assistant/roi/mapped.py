"""What a sentence says about a plan → the engine's assumptions of that plan, with what each number became or why it is not used.

A plan is paid in stages: what is spent first is the cost of the stages before production, what building costs is the cost of
production, and what may be spent in all changes neither (see `roi.budget`).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from analytics.roi.amounts import plain_number, yen_text
from analytics.roi.catalogue import Spec, parts, specifications, strategy_entry
from analytics.roi.templates import stage_costs
from assistant.roi.wording import percent, say
from assistant.understand.plans.investment import Amount, Investment

KEYS = {"benefit": "annual_benefit", "production": "production_cost", "cost": "annual_cost", "labour": "labour"}
PRODUCTION = "production_cost"
GATES = {"gate1": "gate1_probability", "gate2": "gate2_probability", "realise": "realise_probability"}
RAMP = ("ramp_year1", "ramp_year2")
USUAL_RESEARCH = 3  # years up to which a length told of joint research alone is that of the research
STAGE_ITEMS = ("labour", "external_support", "data_preparation", "direct_cost", "researcher_fee", "compute", "safety")
SUBSIDY = {"subsidy_scheme": "custom", "subsidy_rate": 100.0, "adoption_probability": 100.0}


@dataclass
class Mapped:
    """`changes`: by the engine's keys. `used`: sentences on what a number became where that is no assumption of its own name; `unused`: why not;
    `defaults`: those of `used` that only name what stays as it is; `paid_years`: how many years a told yearly price is paid in."""

    changes: dict = field(default_factory=dict)
    used: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    defaults: list[str] = field(default_factory=list)
    paid_years: int | None = None


def common_changes(told: Investment) -> dict:
    """Assumptions that hold for every strategy."""
    years = told.years
    if years is None and (moved := moved_years(told, "years", "operation")):
        years = specifications("prototype")["operation_years"].value + moved
    values = {"operation_years": years, "discount_rate": told.rate, "tax_rate": told.tax, "employees": told.employees, "capital_stock": told.capital}
    return {key: value for key, value in values.items() if value is not None}


def moved_years(told: Investment, *kinds: str) -> float:
    """Years by which lengths of the given kinds are changed from their defaults."""
    return sum(difference for kind, difference in told.differences if kind in kinds)


def changes(strategy: str, told: Investment) -> dict:
    """Everything that the sentence says about a strategy, by the engine's keys; changed amounts (効果が半分) from its defaults."""
    return mapped(strategy, told).changes


def mapped(strategy: str, told: Investment) -> Mapped:
    """See the module."""
    specs = specifications(strategy)
    found = Mapped(common_changes(told))
    research(strategy, specs, told, found)
    if told.term and told.years is not None and strategy != "joint":  # 「期間3年でやったら」
        found.used.append(say("operation_moved", years=f"{told.years}年"))
    if told.years is None and "operation_years" in found.changes:
        found.used.append(say("operation_moved", years=f"{found.changes['operation_years']:.0f}年"))
    for name, stem in KEYS.items():
        amounts(name, told, keys_of(name, stem, specs), specs, found)
    if told.initial is None and told.production is None:
        amounts("initial", told, keys_of("initial", PRODUCTION, specs), specs, found)
    itemised(strategy, specs, told, found)
    staff(strategy, specs, told, found)
    spent_first(strategy, specs, told, found)
    chances(strategy, specs, told, found)
    late(specs, told, found)
    scaled_defaults(strategy, told, specs, found)
    subsidy(specs, told, found)
    if told.share is not None:
        found.used.append(say("rate_taken", share=percent(told.share)))
    if told.last_share is not None:
        found.unused.append(say("part_year_unused", years=f"{told.years}年"))
    if told.growth or told.schedule:
        found.unused.append(say("shape_unused"))
    return found


def keys_of(name: str, stem: str, specs: Mapping[str, Spec]) -> tuple[str, ...]:
    """The engine's keys of an amount: of a combined plan the last project's, and for its staff those of every project."""
    if stem in specs:
        return (stem,)
    found = tuple(key for key in specs if key.endswith(f".{stem}"))
    return found if name == "labour" else found[-1:]


def amounts(name: str, told: Investment, keys: tuple[str, ...], specs: Mapping[str, Spec], found: Mapped) -> None:
    """An amount under its own name, or a change of the default."""
    factor = math.prod(factor for kind, factor in told.factors if kind == name)
    difference = sum(difference for kind, difference in told.differences if kind == name)
    for key in keys:
        amount = getattr(told, name)
        if amount is None and (factor != 1 or difference):
            amount = Amount(max(specs[key].value * factor + difference, 0.0))
        if amount is not None:
            found.changes[key] = amount.value
            if amount.low is not None:
                found.changes |= {f"{key}.low": amount.low, f"{key}.high": amount.high}


def scaled_defaults(strategy: str, told: Investment, specs: Mapping[str, Spec], found: Mapped) -> None:
    """A change of all costs (「費用が2割増えたら」) also moves what is spent before production; of the other default costs that it moved is said what they were and are."""
    factor = math.prod(factor for kind, factor in told.factors if kind == "stage")
    if factor != 1:
        keys = [key for key in specs if key.rpartition(".")[2] in STAGE_ITEMS and key not in found.changes]
        found.changes |= {key: specs[key].value * factor for key in keys}
        found.used.append(say("stage_scaled", name=strategy_entry(strategy)["label_ja"], share=percent(100 * factor)))
    for name in ("production", "cost"):
        keys = keys_of(name, KEYS[name], specs)
        if getattr(told, name) is None and any(kind == name for kind, _ in told.factors) and keys and keys[0] in found.changes:
            found.used.append(say("default_scaled", label=specs[keys[0]].label_ja, initial=yen_text(specs[keys[0]].value), amount=yen_text(found.changes[keys[0]])))


def itemised(strategy: str, specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """Costs of a stage by their own names, and what staff costs, told with the name of the assumption."""
    for key, value in told.items:
        if key in specs:
            found.changes[key] = value
            found.used.append(say("item_used", label=specs[key].label_ja, amount=yen_text(value)))
        else:
            found.unused.append(say("item_unused", amount=yen_text(value), name=strategy_entry(strategy)["label_ja"]))
    if told.labour is not None and "labour" in specs:
        found.used.append(say("item_used", label=specs["labour"].label_ja, amount=yen_text(told.labour.value)))


def research(strategy: str, specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """Years of joint research are no years of operation: 「2年の共同研究」, or 「期間2年」 of joint research alone."""
    keys = [key for key in specs if key.rpartition(".")[2] == "research_years"]
    years = told.research
    if keys and years is None and told.term and told.years is not None and strategy == "joint" and (told.years <= USUAL_RESEARCH or paid_through(told)):
        years = told.years
        found.changes.pop("operation_years", None)
    moved = moved_years(told, "years", "research")
    if keys and years is None and moved and strategy == "joint":
        years = specs[keys[0]].value + moved
        if moved_years(told, "years"):
            if told.years is None:
                found.changes.pop("operation_years", None)
            found.used.append(say("research_meant"))
    if years is None:
        if keys and strategy == "joint" and told.years is not None and (told.years <= USUAL_RESEARCH or told.initial is not None):
            found.used.append(say("years_operated", years=f"{told.years}年"))
        return
    if not keys:
        found.unused.append(say("research_unused", years=f"{plain_number(years, 1)}年"))
    elif years != int(years) or not 1 <= years <= specs[keys[0]].maximum:
        found.unused.append(say("research_range", years=f"{plain_number(years, 1)}年", most=plain_number(specs[keys[0]].maximum)))
    else:
        found.changes |= dict.fromkeys(keys, int(years))
        found.used.append(say("research_used", years=f"{int(years)}年"))


def paid_through(told: Investment) -> bool:
    """Whether a yearly amount is paid in every year that was told, 「年2,000万円を5年間」: so long is the research."""
    return len(told.paid) == 1 and told.paid[0][:2] == (1, told.years)


def default_stage(plan: str, values: Mapping) -> dict:
    """Yen of one stage by item, in the engine's words (percent as fractions)."""
    inputs = {key: values[key] / 100 if spec.percent else values[key] for key, spec in specifications(plan).items() if isinstance(values[key], int | float)}
    return stage_costs(plan, inputs)


def yearly_price(strategy: str, told: Investment) -> bool:
    """Whether a yearly amount is what the research costs (「年500万円の共同研究」), not what may be spent."""
    return told.budget is not None and not told.limited and strategy == "joint"


def spent_first(strategy: str, specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """「初期費用600万円で共同研究」 「年500万円の共同研究」: the cost of the stages before production, split as the defaults are."""
    yearly = yearly_price(strategy, told)
    amount = told.budget if yearly else told.trial or told.initial
    if amount is None:
        return
    plan = (parts(strategy) or (strategy,))[0]
    prefix = "" if plan == strategy else f"{plan}."
    values = {key: found.changes.get(f"{prefix}{key}", spec.value) for key, spec in specifications(plan).items()}
    stages = int(values["research_years"]) if plan == "joint" else 1
    each = amount.value if yearly else amount.value / stages
    costs = default_stage(plan, values)
    named = [key for key in costs if f"{prefix}{key}" in found.changes]  # told by its own name: the rest is split
    kept = sum(costs[key] for key in named)
    if each < kept:
        found.unused.append(say("stage_unused", value=yen_text(amount.value), part=yen_text(kept)))
        return
    factor = (each - kept) / rest if (rest := sum(costs.values()) - kept) else 0.0
    items = [key for key in STAGE_ITEMS if key in values and key not in named]
    found.changes |= {f"{prefix}{key}": float(round(values[key] * factor)) for key in items}
    production = next(spec for key, spec in specs.items() if key == f"{prefix}{PRODUCTION}")
    words = {"name": strategy_entry(plan)["label_ja"], "amount": yen_text(amount.value)}
    length = {"years": f"{stages}年", "whole": yen_text(stages * each)} if yearly and stages > 1 else {}
    found.paid_years = stages if length and told.paid else None
    found.used.append(say("stage_yearly_years" if length else "stage_yearly" if yearly else "stage_several" if stages > 1 else "stage_once", **words, **length))
    if production.key not in found.changes:
        found.defaults.append(say("production_default", amount=yen_text(production.value)))
        found.used += found.defaults


def staff(strategy: str, specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """People who work on the plan, at what one of them costs in its default."""
    if told.staff is None:
        return
    if told.initial is not None:
        found.unused.append(say("staff_within", people=f"{plain_number(told.staff, 1)}人"))
        return
    default = strategy_entry(strategy).get("staff_people")
    if default is None or "labour" in found.changes:
        found.unused.append(say("staff_unused", people=f"{plain_number(told.staff, 1)}人"))
        return
    each = specs["labour"].value / default
    found.changes["labour"] = each * told.staff
    found.used.append(say("staff_used", people=f"{plain_number(told.staff, 1)}人", each=yen_text(each), amount=yen_text(each * told.staff)))


def chances(strategy: str, specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """Chances by the name they were told; that of the whole is shared out over the gates and the effect in the proportion of their defaults."""
    asked = dict(told.chances)
    if "failed" in asked:
        asked.setdefault("success", 100 - asked["failed"])
    if not asked:
        return
    if parts(strategy):
        found.unused.append(say("chance_combined", names="、".join(percent(value) for _, value in told.chances)))
        return
    if "passed" in asked:
        asked.setdefault("gate1", asked["passed"])
    for name, key in GATES.items():
        if name not in asked:
            continue
        if key in specs:
            found.changes[key] = asked[name]
        else:
            found.unused.append(say("gate_unused", chance=percent(asked[name])))
    if "success" not in asked:
        return
    free = [key for name, key in GATES.items() if key in specs and name not in asked]
    fixed = math.prod(found.changes[key] / 100 for name, key in GATES.items() if key in specs and name in asked)
    wanted = asked["success"] / 100 / fixed if fixed else 2.0
    if wanted > 1 or not free:
        found.unused.append(say("success_unused", chance=percent(asked["success"])))
        return
    now = math.prod(specs[key].value / 100 for key in free)
    power = math.log(wanted) / math.log(now) if wanted else math.inf
    shared = {key: round(100 * (specs[key].value / 100) ** power, 6) for key in free}
    found.changes |= shared
    shown = "、".join(f"{specs[key].label_ja}{percent(value)}" for key, value in shared.items())
    found.used.append(say("success_used", chance=percent(asked["success"]), shares=shown))


def late(specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """A delay (or a first year of effect) moves the ramp: each year's share of the effect is that of the year before by so much; a share told of the first year is that of the ramp."""
    if told.build is not None:
        found.unused.append(say("build_unused", months=length_text(told.build)))
    delay = (told.delay or 0.0) + (told.begins or 0.0) + max((told.start or 1) - 1, 0)
    keys = [[key for key in specs if key.rpartition(".")[2] == stem] for stem in RAMP]
    if told.first_share is not None and keys[0]:
        found.changes |= dict.fromkeys(keys[0], 100 * told.first_share)
        found.used.append(say("ramp_used", first=percent(100 * told.first_share)))
    if not delay:
        return
    if delay > 1 or not keys[0]:
        found.unused.append(say("delay_unused", months=length_text(delay)))
        return
    for first, second in zip(*keys, strict=True):
        values = [0.0, *(found.changes.get(key, specs[key].value) for key in (first, second))]
        moved = [round((1 - delay) * now + delay * before, 6) for before, now in zip(values, values[1:], strict=False)]
        found.changes |= {first: moved[0], second: moved[1]}
    found.used.append(say("delay_used", months=length_text(delay), first=percent(moved[0]), second=percent(moved[1])))


def subsidy(specs: Mapping[str, Spec], told: Investment, found: Mapped) -> None:
    """A subsidy of a told amount or part of what production costs, granted for sure and paid a year after production."""
    if told.subsidy is None and told.granted is None:
        return
    size = percent(told.granted) if told.granted is not None else yen_text(told.subsidy)
    if "subsidy_scheme" not in specs:
        found.unused.append(say("subsidy_unused", amount=size))
        return
    if told.granted is not None:
        cost = found.changes.get(PRODUCTION, specs[PRODUCTION].value)
        paid = min(cost * told.granted / 100, told.grant_cap or math.inf)  # what is granted on the plan is not raised when it costs more
        found.changes |= {**SUBSIDY, "subsidy_rate": told.granted, "subsidy_cap": paid}
        found.used.append(say("granted_used", initial=yen_text(cost), share=size, amount=yen_text(paid)))
        return
    found.changes |= {**SUBSIDY, "subsidy_cap": told.subsidy}
    found.used.append(say("subsidy_used", amount=yen_text(told.subsidy)))


def length_text(years: float) -> str:
    """「2年」 「6か月」 「18か月」."""
    return f"{years:.0f}年" if years == int(years) else f"{plain_number(12 * years, 1)}か月"
