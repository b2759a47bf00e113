"""Any strategy from its inputs: one plan, or a prototype whose result decides about co-research.

In the combined plan both projects keep their own production and benefit. The prototype's gate tells whether co-research is worth
starting: after a pass its gate 1 is more likely to be passed, after a failure less, and the average over both outcomes stays
the joint plan's own probability (the prototype sorts, it does not make research easier).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analytics.roi.catalogue import document, parts, specifications
from analytics.roi.gates import FULL, Options, expected_value, first_gate_values
from analytics.roi.plan import Number, Plan
from analytics.roi.templates import build, gate_probabilities

DELAY = 1
"""Years by which co-research follows the prototype."""


@dataclass(frozen=True)
class Sequence:
    """A prototype, co-research, and the chance of co-research's first gate after the prototype passed its own and after it
    failed.
    """

    first: Plan
    second: Plan
    after_pass: Number
    after_failure: Number


def part_inputs(inputs: Mapping, part: str) -> dict:
    """The inputs of one part of a combined plan under its own keys."""
    return {key: inputs[source] for key, source in part_keys(part) if source in inputs}


@lru_cache(maxsize=8)
def part_keys(part: str) -> tuple[tuple[str, str], ...]:
    """(a part's own key, its key in a combined plan)."""
    return tuple((key, key if key in document()["common"] else f"{part}.{key}") for key in specifications(part))


def sorted_probabilities(passed: Number, gate: Number, after_pass: Number) -> tuple[Number, Number]:
    """Gate-1 probability after the prototype passed and after it failed; held where the average can stay `gate`."""
    most = np.minimum(1.0, gate / np.maximum(passed, 1e-12))
    after_pass = np.clip(after_pass, gate, most)
    return after_pass, np.clip((gate - passed * after_pass) / np.maximum(1 - passed, 1e-12), 0.0, 1.0)


def programme(strategy: str, inputs: Mapping) -> Plan | Sequence:
    """The plan, or the two plans of a combined strategy."""
    if not parts(strategy):
        return build(strategy, inputs)
    first_name, second_name = parts(strategy)
    first, second = part_inputs(inputs, first_name), part_inputs(inputs, second_name)
    chances = sorted_probabilities(first["gate1_probability"], second["gate1_probability"], inputs["joint_gate1_after_pass"])
    # With one year of research the first gate is also the last one.
    passed, failed = (gate_probabilities(second_name, {**second, "gate1_probability": chance})[0] for chance in chances)
    return Sequence(build(first_name, first), build(second_name, second), passed, failed)


def programme_value(plans: Plan | Sequence, options: Options = FULL) -> Number:
    """Expected NPV in yen of starting."""
    if isinstance(plans, Plan):
        return expected_value(plans, options)
    passed, failed = second_values(plans, options)
    if options.gates:
        passed, failed = np.maximum(passed, 0.0), np.maximum(failed, 0.0)
    chance = plans.first.stages[0].pass_probability
    return expected_value(plans.first, options) + (chance * passed + (1 - chance) * failed) * plans.first.factors[DELAY]


def second_values(plans: Sequence, options: Options = FULL) -> tuple[Number, Number]:
    """Expected NPV of starting co-research after the prototype passed and after it failed (yen of the year it starts)."""
    good, bad = first_gate_values(plans.second, options)
    return tuple(chance * good + (1 - chance) * bad for chance in (plans.after_pass, plans.after_failure))


def value(strategy: str, inputs: Mapping, options: Options = FULL) -> Number:
    """Expected NPV in yen of starting the strategy."""
    return programme_value(programme(strategy, inputs), options)


def information_value(plans: Sequence) -> float:
    """Yen by which deciding by the first result beats running both parts regardless of it (never negative)."""
    apart = expected_value(plans.first) + np.maximum(0.0, expected_value(plans.second)) * plans.first.factors[DELAY]
    return float(programme_value(plans) - apart)
