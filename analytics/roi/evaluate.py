"""Settings → everything a decision needs, in one object."""

from dataclasses import dataclass

from analytics.roi.cashflow import Year, combined_table, net_flows, success_table
from analytics.roi.gates import ALL_THE_WAY
from analytics.roi.gpu import RentOrBuy, price_table
from analytics.roi.measures import Outcome, after_start, discounted, irr, npv, payback
from analytics.roi.model import DELAY, Sequence, information_value, programme, programme_value, value
from analytics.roi.plan import Plan
from analytics.roi.risk import MonteCarlo, simulate
from analytics.roi.schemes import NONE, small_for_subsidy, small_for_tax
from analytics.roi.sensitivity import BreakEven, Swing, break_even, tornado
from analytics.roi.settings import Settings


@dataclass(frozen=True)
class Results:
    """Yen unless said otherwise.

    `npv`, `irr` and the paybacks assume success (see the yearly table); `ev_*` weigh every outcome.
    """

    npv: float
    irr: Outcome
    """Fraction."""
    payback: Outcome
    """Years from year 0."""
    payback_operation: Outcome
    """Years from the (first) start of operation."""
    discounted_payback: Outcome
    discounted_payback_operation: Outcome
    ev_gates: float
    ev_no_gates: float
    option_value: float
    success_probability: float
    """Chance that all gates are passed and the benefit realised; of the later project in a combined plan."""
    first_stage_after_tax: float
    """After-tax spending before the first decision."""
    stages_after_tax: float
    """After-tax spending of all stages, not discounted."""
    investment: float
    """Production before tax."""
    ev_without_subsidy: float
    ev_without_credit: float
    equivalent_annual_value: float
    """`ev_gates` spread evenly over the plan's years, to compare plans of different length."""
    horizon: int
    """Last year of the plan."""
    information_value: float | None
    """Combined plan: what deciding about the second project by the first one's result is worth."""


@dataclass(frozen=True)
class Evaluation:
    """One strategy with its results. `monte_carlo` is None when it was not asked for."""

    settings: Settings
    cash_flows: tuple[Year, ...]
    results: Results
    tornado: tuple[Swing, ...]
    break_even: tuple[BreakEven, ...]
    rent_or_buy: tuple[RentOrBuy, ...]
    monte_carlo: MonteCarlo | None
    small_for_tax: bool
    small_for_subsidy: bool

    def break_even_of(self, name: str) -> float | None:
        """Break-even value of an assumption, in its unit; of the last project in a combined plan."""
        return next((item.value for item in reversed(self.break_even) if item.assumption.key.rpartition(".")[2] == name), None)

    @property
    def break_even_success(self) -> float | None:
        """Chance of success from which the expected value is at least 0 when only the realisation of the benefit is likelier."""
        realise, current = self.break_even_of("realise_probability"), self.results.success_probability
        entries = [entry for key, entry in self.settings.assumptions.items() if key.rpartition(".")[2] == "realise_probability"]
        return None if realise is None or not entries or not entries[-1].value else current * realise / entries[-1].value


def evaluate(settings: Settings, draws: int | None = None, **simulation) -> Evaluation:
    """Evaluate a strategy; with `draws`, also simulate it (`seed`, `distribution` as in `simulate`)."""
    inputs = settings.inputs()
    plans = programme(settings.strategy, inputs)
    table = combined_table(plans.first, plans.second, DELAY) if isinstance(plans, Sequence) else success_table(plans)
    return Evaluation(
        settings=settings,
        cash_flows=table,
        results=results(settings.strategy, inputs, plans, table),
        tornado=tornado(settings),
        break_even=break_even(settings),
        rent_or_buy=price_table(inputs) if settings.strategy == "buy_gpu" else (),
        monte_carlo=simulate(settings, draws, **simulation) if draws else None,
        small_for_tax=small_for_tax(inputs),
        small_for_subsidy=small_for_subsidy(inputs),
    )


def results(strategy: str, inputs: dict, plans: Plan | Sequence, table: tuple[Year, ...]) -> Results:
    flows, rate = net_flows(table), inputs["discount_rate"]
    first, last = (plans.first, plans.second) if isinstance(plans, Sequence) else (plans, plans)
    gated, ungated = float(programme_value(plans)), float(programme_value(plans, ALL_THE_WAY))
    whole, present = payback(flows), payback(discounted(rate, flows))
    both = {id(plan): plan for plan in (first, last)}.values()
    return Results(
        npv=npv(rate, flows), irr=irr(flows), payback=whole, payback_operation=after_start(whole, first.start),
        discounted_payback=present, discounted_payback_operation=after_start(present, first.start),
        ev_gates=gated, ev_no_gates=ungated, option_value=gated - ungated, success_probability=float(last.success_probability),
        first_stage_after_tax=stage_spending(first)[0] if first.stages else float(first.production_cost),
        stages_after_tax=sum(sum(stage_spending(plan)) for plan in both),
        investment=sum(float(plan.production_cost) for plan in both),
        ev_without_subsidy=value_without(strategy, inputs, "subsidy_scheme", gated),
        ev_without_credit=value_without(strategy, inputs, "credit_scheme", gated),
        equivalent_annual_value=annual(gated, rate, len(table) - 1), horizon=len(table) - 1,
        information_value=information_value(plans) if isinstance(plans, Sequence) else None,
    )  # fmt: skip


def stage_spending(plan: Plan) -> list[float]:
    """After-tax spending of each stage, credit taken off, before any subsidy."""
    return [float(stage.cost * (1 - plan.tax) - stage.credit) for stage in plan.stages]


def value_without(strategy: str, inputs: dict, scheme: str, present: float) -> float:
    """Expected value with no credit (`credit_scheme`, both kinds) or no subsidy (`subsidy_scheme`) in any part; `present` if
    none is used.
    """
    dropped = {key: NONE for key, choice in inputs.items() if key.endswith(scheme) and choice != NONE}
    return float(value(strategy, {**inputs, **dropped})) if dropped else present


def annual(amount: float, rate: float, years: int) -> float:
    """Level yearly amount over years 1 … `years` with the present value `amount`."""
    return amount / sum((1 + rate) ** -year for year in range(1, years + 1))
