"""Expected value of a plan with stage gates and without, by backward induction.

A gate that is failed means that the benefit will not be realised. With gates, each decision takes max(0, value of going on),
separately after a pass and after a failure, and operation may be ended early. Without, everything is carried out.
Option value = EV(with) − EV(without), never negative because every decision may still choose to go on.
Failure enters through probabilities, so the discount rate carries no extra premium for it.
"""

from dataclasses import dataclass

import numpy as np

from analytics.roi.plan import Number, Plan


@dataclass(frozen=True)
class Options:
    """Which decisions may stop the plan."""

    gates: bool = True
    stop_operation: bool = True


FULL, ALL_THE_WAY = Options(), Options(gates=False, stop_operation=False)


@dataclass(frozen=True)
class Continuations:
    """Present value (yen at year 0) of going on after each gate, when it was passed and when not."""

    passed: tuple[Number, ...]
    failed: tuple[Number, ...]


def expected_value(plan: Plan, options: Options = FULL) -> Number:
    """Expected NPV in yen of starting the plan."""
    good, bad = first_gate_values(plan, options)
    return chance_mix(plan.stages[0].pass_probability, good, bad) if plan.stages else good


def first_gate_values(plan: Plan, options: Options = FULL) -> tuple[Number, Number]:
    """NPV of starting (yen at year 0) if the first gate will be passed, and if not.

    Without stages there is no gate: both are the same.
    """
    cost = plan.stage_value(0) if plan.stages else 0.0
    good, bad = decision_values(plan, options)
    if not plan.stages:
        return good[0], good[0]
    return tuple(cost + (np.maximum(ahead, 0.0) if options.gates else ahead) for ahead in (good[0], bad[0]))


def continuations(plan: Plan, options: Options = FULL) -> Continuations:
    """Values of going on after each gate."""
    good, bad = decision_values(plan, options)
    return Continuations(tuple(good), tuple(bad))


def option_value(plan: Plan) -> Number:
    """What the right to stop is worth, in yen."""
    return expected_value(plan, FULL) - expected_value(plan, ALL_THE_WAY)


def decision_values(plan: Plan, options: Options) -> tuple[list[Number], list[Number]]:
    """Present value of going on after each gate when it was passed and when not, from the last gate back to the first.

    Without stages the one entry is the value of production.
    """
    chance = plan.realise_probability
    bad = plan.production_value + plan.operation_value(plan.shortfall, options.stop_operation)
    good = chance_mix(chance, plan.production_value + plan.operation_value(1.0, options.stop_operation), bad)
    passed, failed = [good], [bad]
    for index in reversed(range(1, len(plan.stages))):
        if options.gates:
            good, bad = np.maximum(good, 0.0), np.maximum(bad, 0.0)
        cost = plan.stage_value(index)
        good, bad = cost + chance_mix(plan.stages[index].pass_probability, good, bad), cost + bad
        passed.insert(0, good)
        failed.insert(0, bad)
    return passed, failed


def chance_mix(chance: Number, good: Number, bad: Number) -> Number:
    return chance * good + (1 - chance) * bad
