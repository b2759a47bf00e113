"""Strategies side by side on equal terms: one discount rate, tax rate, company and number of years of operation for all."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.roi.catalogue import document, specifications
from analytics.roi.evaluate import Evaluation, evaluate
from analytics.roi.problems import BadInput, FieldProblem
from analytics.roi.settings import resolve, split_bound

COMPARED = ("nothing", "prototype", "cloud", "joint", "prototype_joint", "buy_gpu")
BLANK = "blank"


@dataclass(frozen=True)
class Comparison:
    """Evaluations in the order asked for. Lengths differ, so plans are ranked by `equivalent_annual_value`."""

    evaluations: tuple[Evaluation, ...]

    @property
    def ranked(self) -> tuple[Evaluation, ...]:
        return tuple(sorted(self.evaluations, key=lambda each: -each.results.equivalent_annual_value))

    def per_first_stage(self, evaluation: Evaluation) -> float | None:
        """Expected value per yen spent before the first decision; None when nothing is spent."""
        spent = evaluation.results.first_stage_after_tax
        return evaluation.results.ev_gates / spent if spent > 0 else None


def compare(
    changes: Mapping[str, str | float | bool] | None = None,
    strategies: tuple[str, ...] | None = None,
    draws: int | None = None,
    **simulation,
) -> Comparison:
    """Evaluate several strategies under the same common assumptions: those named, or all that have defaults and, where a change
    fills it in, the blank one.

    A change of a common key (discount_rate, tax_rate, …) goes to all; `prototype.annual_benefit` to that strategy, also inside
    a combined plan. Raises BadInput with every problem.
    """
    if strategies is None:
        strategies = (*COMPARED, BLANK) if any(name.startswith(f"{BLANK}.") for name in changes or {}) else COMPARED
    own: dict[str, dict] = {strategy: {} for strategy in strategies}
    problems = []
    for name, text in (changes or {}).items():
        takers = takers_of(name, strategies)
        if not takers:
            problems.append(FieldProblem(name, "unknown_key", {"known": known(strategies)}))
        for strategy, key in takers:
            own[strategy][key] = text
    evaluations = []
    for strategy in strategies:
        try:
            evaluations.append(evaluate(resolve(strategy, own[strategy]), draws, **simulation))
        except BadInput as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise BadInput(problems)
    return Comparison(tuple(evaluations))


def takers_of(name: str, strategies: tuple[str, ...]) -> list[tuple[str, str]]:
    """(strategy, its key) for every strategy that a change concerns."""
    takers, (first, _, rest) = [], name.partition(".")
    for strategy in strategies:
        specs = specifications(strategy)
        key = split_bound(specs, name)[0]
        if key in document()["common"] or (key in specs and "." in key):
            takers.append((strategy, name))
        elif first == strategy and split_bound(specs, rest)[0] in specs:
            takers.append((strategy, rest))
    return takers


def known(strategies: tuple[str, ...]) -> str:
    common = "、".join(document()["common"])
    return f"{common}、{'、'.join(f'{strategy}.項目' for strategy in strategies)}"
