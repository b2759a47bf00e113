"""ROI of a strategy: assumptions with their sources → yearly cash flows → the measures a decision rests on.

Amounts are in yen and rates are fractions inside; percent and Japanese units appear only at the edges (`settings`, `figures`).
"""

from analytics.roi.compare import Comparison, compare
from analytics.roi.evaluate import Evaluation, evaluate
from analytics.roi.gpu import RentOrBuy, rent_or_buy
from analytics.roi.problems import BadInput, FieldProblem, explain_problem
from analytics.roi.settings import Assumption, Settings, resolve, strategies
from analytics.roi.simple import SimpleResult, Weighed, benefit_shares, simple, weighed

__all__ = [
    "Assumption", "BadInput", "Comparison", "Evaluation", "FieldProblem", "RentOrBuy", "Settings", "SimpleResult", "Weighed", "benefit_shares", "compare",
    "evaluate", "explain_problem", "rent_or_buy", "resolve", "simple", "strategies", "weighed",
]  # fmt: skip
