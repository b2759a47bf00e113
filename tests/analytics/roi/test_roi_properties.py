"""What must hold for any plan: costs never help, options never hurt, arrays and single numbers agree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.roi.gates import ALL_THE_WAY, FULL, Options, expected_value, option_value
from analytics.roi.model import information_value, programme, value
from analytics.roi.plan import Plan, Stage
from analytics.roi.sensitivity import break_even
from analytics.roi.settings import resolve

MONEY = st.floats(0, 1e9)
SHARE = st.floats(0, 1)


@st.composite
def plans(draw):
    stages = tuple(
        Stage(draw(MONEY), draw(st.floats(0, 1e7)), draw(st.floats(0, 1e7)), draw(SHARE)) for _ in range(draw(st.integers(0, 3)))
    )
    return Plan(
        rate=draw(SHARE), tax=draw(st.floats(0, 0.5)), stages=stages, production_cost=draw(MONEY),
        production_subsidy=draw(st.floats(0, 1e8)),
        annual_benefit=draw(MONEY), annual_cost=draw(MONEY), operation_years=draw(st.integers(1, 12)),
        amortisation_years=draw(st.integers(1, 8)), ramp=tuple(draw(st.lists(SHARE, max_size=3))),
        realise_probability=draw(SHARE),
        shortfall=draw(SHARE),
    )  # fmt: skip


@given(plans())
def test_option_value_is_never_negative(plan):
    assert option_value(plan) >= -1e-3


@given(plans())
def test_a_wider_option_never_lowers_the_expected_value(plan):
    none, gates, stop, both = (
        expected_value(plan, options) for options in (ALL_THE_WAY, Options(True, False), Options(False, True), FULL)
    )
    assert none <= min(gates, stop) + 1e-3
    assert max(gates, stop) <= both + 1e-3


@given(plans(), st.sampled_from(["production_cost", "annual_cost"]), st.floats(0, 1e8), st.sampled_from([FULL, ALL_THE_WAY]))
def test_higher_cost_never_raises_the_value(plan, cost, more, options):
    dearer = plan.with_values(**{cost: getattr(plan, cost) + more})
    assert expected_value(dearer, options) <= expected_value(plan, options) + 1e-3


@given(plans(), st.floats(0, 1e8), st.sampled_from([FULL, ALL_THE_WAY]))
def test_higher_benefit_never_lowers_the_value(plan, more, options):
    better = plan.with_values(annual_benefit=plan.annual_benefit + more)
    assert expected_value(better, options) >= expected_value(plan, options) - 1e-3


@given(plans())
def test_stopping_takes_the_best_year(plan):
    """The closed form against trying every year to stop after."""
    for realised in (1.0, plan.shortfall):
        flows = plan.operation_flows(realised)
        totals = np.cumsum([flow * plan.factors[plan.start + 1 + year] for year, flow in enumerate(flows)])
        assert plan.operation_value(realised, stop=True) == pytest.approx(max(0.0, totals.max()), abs=1e-2)
        assert plan.operation_value(realised, stop=False) == pytest.approx(totals[-1], abs=1e-2)


@given(plans())
def test_amortisation_writes_off_the_whole_investment(plan):
    assert plan.amortisation_schedule.sum() == pytest.approx(1.0)
    assert (plan.amortisation_schedule >= 0).all()


COSTS = {
    "prototype": ("labour", "external_support", "data_preparation", "compute", "safety", "production_cost", "annual_cost"),
    "cloud": ("labour", "external_support", "compute", "safety", "production_cost", "annual_cost"),
    "joint": ("labour", "direct_cost", "indirect_rate", "researcher_fee", "compute", "safety", "production_cost", "annual_cost"),
}
CREDITS = st.sampled_from(["none", "oi_university", "oi_startup", "strategic_joint"])
SUBSIDIES = st.sampled_from(["none", "digital_ai", "shoryoku", "gotech"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_dearer_strategy_is_never_worth_more(data):
    """Through credits and subsidies too: what they give back is less than the cost."""
    strategy = data.draw(st.sampled_from(sorted(COSTS)))
    changes = {
        "credit_scheme": data.draw(CREDITS), "subsidy_scheme": data.draw(SUBSIDIES), "strategic_certified": True,
        "labour_dedicated": data.draw(st.integers(0, 100)), "taxable_income": data.draw(st.floats(0, 2e9).map(round)),
    }  # fmt: skip
    inputs = resolve(strategy, changes).inputs()
    cost = data.draw(st.sampled_from(COSTS[strategy]))
    dearer = {**inputs, cost: inputs[cost] * data.draw(st.floats(1, 3))}
    for options in (FULL, ALL_THE_WAY):
        assert value(strategy, dearer, options) <= value(strategy, inputs, options) + 1e-3


@settings(max_examples=40, deadline=None)
@given(st.floats(1e5, 1e8), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_arrays_give_what_single_numbers_give(benefit, chance, rate):
    inputs = resolve("prototype_joint").inputs()
    key, other = "joint.annual_benefit", "prototype.gate1_probability"
    single = [
        float(value("prototype_joint", {**inputs, key: benefit * scale, other: chance, "discount_rate": rate}))
        for scale in (0.5, 1.0, 2.0)
    ]
    arrays = {key: benefit * np.array([0.5, 1.0, 2.0]), other: np.full(3, chance), "discount_rate": np.full(3, rate)}
    assert value("prototype_joint", {**inputs, **arrays}) == pytest.approx(single, abs=0.01)


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 95), st.integers(5, 95), st.floats(0, 1), st.floats(0, 2e8))
def test_looking_at_the_prototype_never_costs(passed, gate, sharpness, benefit):
    most = min(100.0, 100 * gate / passed)
    changes = {
        "prototype.gate1_probability": passed, "joint.gate1_probability": gate, "joint.annual_benefit": benefit,
        "joint_gate1_after_pass": gate + sharpness * (most - gate),
    }  # fmt: skip
    assert information_value(programme("prototype_joint", resolve("prototype_joint", changes).inputs())) >= -1e-3


@settings(max_examples=30, deadline=None)
@given(st.floats(1e6, 1e8), st.floats(1e6, 1e8), st.integers(10, 100), st.integers(0, 100))
def test_break_even_is_where_the_value_crosses_zero(production, benefit, chance, shortfall):
    changes = {
        "production_cost": production,
        "annual_benefit": benefit,
        "realise_probability": chance,
        "shortfall_benefit": shortfall,
    }
    chosen = resolve("prototype", changes)
    for item in break_even(chosen):
        if item.value is None:
            assert float(value("prototype", {**chosen.inputs(), item.assumption.key: 1.0})) < 0
            continue
        scale = 100 if item.assumption.percent else 1
        step = 1e-4 if item.assumption.percent else 1000.0
        above = value("prototype", {**chosen.inputs(), item.assumption.key: item.value / scale + step})
        assert above >= -1e-3
        if item.value > 0:
            below = value("prototype", {**chosen.inputs(), item.assumption.key: item.value / scale - step})
            assert below < 1e-3
