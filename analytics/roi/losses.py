"""What a staged plan loses where it fails: at its first gate, at its last, and where production brings only the shortfall of the effect."""

from dataclasses import dataclass

from analytics.roi.evaluate import Evaluation
from analytics.roi.model import Sequence, programme


@dataclass(frozen=True)
class Losses:
    """Present values in yen after tax, positive for a loss; of the first project in a combined plan.

    `first_gate`, `last_gate`: everything spent when that gate is failed and the plan ended. `unrealised`: production is paid and
    the effect stays at its shortfall, operation ended when that is best.
    """

    first_gate: float
    last_gate: float
    unrealised: float
    stages: int


def losses(evaluation: Evaluation) -> Losses | None:
    """None for a plan without stages."""
    plans = programme(evaluation.settings.strategy, evaluation.settings.inputs())
    plan = plans.first if isinstance(plans, Sequence) else plans
    if not plan.stages:
        return None
    spent = [-float(plan.stage_value(index)) for index in range(len(plan.stages))]
    after = float(plan.production_value + plan.operation_value(plan.shortfall, stop=True))
    return Losses(spent[0], sum(spent), sum(spent) - after, len(spent))
