"""The example table that the model was specified with (all defaults, 8%, taxed), in 10,000 yen.

Reproduced to the rounding: expected value with and without gates, option value, NPV of success, break-even benefit and
first-stage spending. They fix what the specification leaves open: the ramp (50%, 90%), one year a stage, production a year
after the last stage.
Not reproducible: its Monte Carlo columns. The form of the tail, the decision rule at the gate and whether stage costs are drawn
item by item are not stated, so of those only what hardly depends on them is compared.
"""

import pytest

from analytics.roi.evaluate import evaluate
from analytics.roi.risk import simulate
from analytics.roi.settings import resolve

TABLE = {
    #             EV   all the way  option  success  break-even  first stage
    "prototype": (-179, -534, 354, 640, 1390, 308),
    "cloud": (-295, -1201, 906, 2028, 3642, 822),
    "joint": (452, 224, 228, 5256, 3614, 509),
}
PERCENTILES = {"prototype": (-752, -352, 294), "cloud": (-2756, -884, 2570), "joint": (-1845, -868, 4220)}


@pytest.mark.parametrize("strategy", TABLE)
def test_table_is_reproduced(strategy):
    evaluation = evaluate(resolve(strategy))
    results = evaluation.results
    amounts = (
        results.ev_gates, results.ev_no_gates, results.option_value, results.npv, evaluation.break_even_of("annual_benefit"),
        results.first_stage_after_tax,
    )  # fmt: skip
    assert tuple(round(amount / 10_000) for amount in amounts) == TABLE[strategy]


def test_joint_without_the_credit_and_over_two_years():
    results = evaluate(resolve("joint")).results
    assert round(results.ev_without_credit / 10_000) == 237
    assert round(results.stages_after_tax / 10_000) == 1019


@pytest.mark.parametrize("strategy", TABLE)
def test_annual_benefit_moves_the_value_most(strategy):
    assert evaluate(resolve(strategy)).tornado[0].assumption.key == "annual_benefit"


@pytest.mark.parametrize("strategy", PERCENTILES)
def test_simulated_spread_has_the_shape_of_the_table(strategy):
    drawn = simulate(resolve(strategy), 20_000)
    low, middle, high = (amount * 10_000 for amount in PERCENTILES[strategy])
    assert drawn.p10 < drawn.p50 < 0 < drawn.p90
    # Half of the futures end after the first stage, so the middle of (1) and (2) is its spending, whatever the tail.
    if strategy != "joint":
        assert drawn.p50 == pytest.approx(middle, rel=0.05)
    assert drawn.p10 == pytest.approx(low, rel=0.25)
    assert high < drawn.p90 < 3 * high
