"""Monte Carlo: thousands of futures, each lived through with the gates, on what can be known at the time.

Uncertain amounts are drawn once per future; gates and the realisation of the benefit are drawn with their probabilities. At a
gate the benefit is seen with an error and production is judged at its estimate times a margin. When production costs more than
`cost_stop_ratio` times the approval, spending stops there and only goes on if what remains still pays.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analytics.roi.catalogue import parts
from analytics.roi.distributions import Overrun, draw
from analytics.roi.gates import continuations
from analytics.roi.model import DELAY, part_inputs, programme, second_values, sorted_probabilities
from analytics.roi.plan import Plan
from analytics.roi.settings import Settings, scaled
from analytics.roi.templates import build

DRAWS, SEED, LEAST_DRAWS = 10_000, 20_261_123, 1_000
DRAWN_KINDS = ("money", "price", "share", "hours", "ratio")
"""Kinds that are uncertain in each future; rates and probabilities are settings of the calculation."""


@dataclass(frozen=True)
class Lived:
    """What happened: yearly flows after tax (years × draws, yen) and whether the first gate was passed."""

    flows: np.ndarray
    first_gate: np.ndarray


def drawn_inputs(settings: Settings, rng: np.random.Generator, n: int, shape: str) -> dict:
    """Inputs with an array of draws for every uncertain amount, and each subsidy adopted or not."""
    inputs = settings.inputs()
    for key, entry in settings.assumptions.items():
        if entry.ranged and entry.kind in DRAWN_KINDS:
            low, mode, high = (scaled(entry, bound) for bound in (entry.low, entry.value, entry.high))
            inputs[key] = draw(shape, rng, low, mode, high, n)
        elif key.endswith("adoption_probability"):
            inputs[key] = (rng.random(n) < scaled(entry, entry.value)).astype(float)
    return inputs


def lived_flows(settings: Settings, n: int, seed: int, shape: str) -> tuple[np.ndarray, float]:
    """(yearly flows of n futures, discount rate)."""
    rng = np.random.default_rng(seed)
    inputs = drawn_inputs(settings, rng, n, shape)
    if not parts(settings.strategy):
        return live(settings.strategy, inputs, rng, n).flows, inputs["discount_rate"]
    first_name, second_name = parts(settings.strategy)
    first = live(first_name, part_inputs(inputs, first_name), rng, n)
    known = settings.inputs()
    worth = [amount > 0 for amount in second_values(programme(settings.strategy, known))]
    second = part_inputs(inputs, second_name)
    chances = sorted_probabilities(
        known[f"{first_name}.gate1_probability"], second["gate1_probability"], known["joint_gate1_after_pass"]
    )
    second["gate1_probability"] = np.where(first.first_gate, *chances)
    later = live(second_name, second, rng, n, started=np.where(first.first_gate, *worth))
    years = max(len(first.flows), len(later.flows) + DELAY)
    flows = np.zeros((years, n))
    flows[: len(first.flows)] += first.flows
    flows[DELAY : len(later.flows) + DELAY] += later.flows
    return flows, inputs["discount_rate"]


def live(strategy: str, inputs: Mapping, rng: np.random.Generator, n: int, started=True) -> Lived:
    """Live n futures of one plan: stages and gates, production, operation."""
    plan = build(strategy, inputs)
    flows = np.zeros((plan.last + 1, n))
    keep = 1 - plan.tax
    estimate = plan.with_values(
        annual_benefit=np.maximum(plan.annual_benefit * (1 + inputs.get("signal_error", 0.0) * rng.standard_normal(n)), 0.0),
        production_cost=plan.production_cost * inputs.get("gate_margin", 1.0),
    )
    ahead = continuations(estimate)
    alive, good = np.broadcast_to(np.asarray(started, dtype=bool), n).copy(), np.ones(n, dtype=bool)
    first_gate = good
    for index, stage in enumerate(plan.stages):
        flows[index] += alive * (stage.credit - stage.cost * keep)
        flows[index + 1] += alive * stage.subsidy * keep
        good = good & (rng.random(n) < stage.pass_probability)
        first_gate = good if index == 0 else first_gate
        alive &= np.where(good, ahead.passed[index], ahead.failed[index]) > 0
    operating = produce(plan, estimate, inputs, rng, flows, alive, good)
    realised = np.where(good & (rng.random(n) < plan.realise_probability), 1.0, plan.shortfall)
    operate(plan, flows, operating, realised)
    return Lived(flows, first_gate)


def produce(
    plan: Plan, estimate: Plan, inputs: Mapping, rng: np.random.Generator, flows: np.ndarray, alive: np.ndarray, good: np.ndarray
):
    """Pay for production, stopped at the cost limit when the rest does not pay; returns who goes into operation."""
    multiple = overrun(inputs).draw(rng, flows.shape[1]) if "overrun_low" in inputs else 1.0
    most = inputs.get("cost_stop_ratio", np.inf)
    expected = operation_ahead(estimate, good)
    going_on = expected > plan.production_cost * np.maximum(multiple - most, 0.0) * -plan.production_factor
    operating = alive & ((multiple <= most) | going_on)
    paid = plan.production_cost * np.where(operating, multiple, np.minimum(multiple, most)) * alive
    flows[plan.start] -= paid
    flows[plan.start + 1] += operating * plan.production_subsidy * (1 - plan.tax)
    for year, share in enumerate(plan.amortisation_schedule):
        flows[plan.start + 1 + year] += paid * share * plan.tax
    return operating


def operation_ahead(estimate: Plan, good: np.ndarray) -> np.ndarray:
    """Present value of operation as it looks before it is known whether the benefit is realised."""
    short = estimate.operation_value(estimate.shortfall, stop=True)
    chance = np.where(good, estimate.realise_probability, 0.0)
    return chance * estimate.operation_value(1.0, stop=True) + (1 - chance) * short


def operate(plan: Plan, flows: np.ndarray, operating: np.ndarray, realised: np.ndarray) -> None:
    """Add the years of operation up to the best one to stop after."""
    yearly = np.stack([np.broadcast_to(flow, operating.shape) for flow in plan.operation_flows(realised)])
    if plan.stoppable:
        totals = np.cumsum(yearly * plan.factors[plan.start + 1 :, None], axis=0)
        kept = np.where(totals.max(axis=0) > 0, totals.argmax(axis=0) + 1, 0)
        yearly = yearly * (np.arange(plan.operation_years)[:, None] < kept)
    flows[plan.start + 1 :] += yearly * operating


def overrun(inputs: Mapping) -> Overrun:
    return Overrun(
        low=inputs["overrun_low"], mode=inputs["overrun_mode"], high=inputs["overrun_high"],
        tail_share=inputs["overrun_tail_share"], tail_start=inputs["overrun_tail_start"], tail_mean=inputs["overrun_tail_mean"],
        alpha=inputs["overrun_tail_alpha"],
    )  # fmt: skip
