"""NPV, IRR and payback against numpy-financial and against their definitions; the plain calculation for the chat."""

import numpy as np
import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.roi.evaluate import evaluate
from analytics.roi.measures import discounted, irr, npv, payback
from analytics.roi.settings import resolve
from analytics.roi.simple import simple

AMOUNT = st.floats(-1e9, 1e9).map(round)


@given(st.lists(AMOUNT, min_size=1, max_size=51), st.floats(0, 1))
def test_npv_is_numpy_financials(flows, rate):
    assert npv(rate, flows) == pytest.approx(numpy_financial.npv(rate, flows), abs=0.01)


@pytest.mark.parametrize("strategy", ["prototype", "cloud", "joint", "prototype_joint"])
@pytest.mark.parametrize("years", [1, 5, 50])
def test_results_agree_with_numpy_financial(strategy, years):
    evaluation = evaluate(resolve(strategy, {"operation_years": years}))
    flows = [row.net for row in evaluation.cash_flows]
    rate = evaluation.settings.inputs()["discount_rate"]
    assert evaluation.results.npv == pytest.approx(numpy_financial.npv(rate, flows), abs=0.5)
    assert evaluation.results.irr.value == pytest.approx(numpy_financial.irr(np.array(flows)), abs=1e-9)
    assert numpy_financial.npv(evaluation.results.irr.value, flows) == pytest.approx(0, abs=1)


@given(st.integers(1, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=50))
def test_irr_of_an_investment_makes_its_npv_zero(investment, income):
    outcome = irr([-investment, *income])
    if not any(income):
        assert outcome.value is None
    elif outcome.value is not None:
        assert npv(outcome.value, [-investment, *income]) == pytest.approx(0, abs=1e-4 * investment)


@pytest.mark.parametrize(
    ("flows", "reason"),
    [
        ([-100, -10], "no_sign_change"),
        ([0, 0], "no_sign_change"),
        ([100, 50], "no_sign_change"),
        ([-100, 230, -132], "several_roots"),  # 10% and 20%
        ([100, -150, 100], "no_root"),
        ([-100, 220, -121], "no_crossing"),  # 10% twice: a loss at any other rate
        ([100, -220, 121, 0, 0], "no_crossing"),
        ([-123_456_789.0, 266_666_664.24, -143_999_998.69], "no_crossing"),  # 8% twice, rounded
    ],
)
def test_irr_that_does_not_exist(flows, reason):
    outcome = irr(flows)
    assert (outcome.value, outcome.reason) == (None, reason)
    assert outcome.reason_ja.startswith("算出不可")


def test_irr_with_three_changes_of_sign_but_one_rate():
    """(x − 1/1.1)(x² − x + 1) in x = 1/(1+r): the other two roots are complex."""
    root = 1 / 1.1
    assert irr([-root, 1 + root, -(1 + root), 1]).value == pytest.approx(0.1)


def test_irr_where_the_same_rate_is_a_triple_root():
    """−(1 − 1.1x)³: NPV changes sign once, at 10%."""
    assert irr([-1, 3.3, -3.63, 1.331]).value == pytest.approx(0.1, abs=1e-3)


def test_a_payback_reached_to_the_yen_is_reached():
    """Five times 100,000.1 add up to 500,000.5, in floating point a hair less."""
    flows = [-500_000.5] + [100_000.1] * 5
    assert -1e-6 < sum(flows) < 0
    assert payback(flows).value == pytest.approx(5.0)


def test_without_money_there_is_no_payback():
    assert payback([0, 0, 0]).reason_ja == "算出不可（支出も収入もありません）"


@pytest.mark.parametrize(
    ("flows", "years"),
    [
        ([-100, 50, 50], 2.0),
        ([-100, 40, 40, 40], 2.5),
        ([-100, 150, -100, 80], 2.625),  # back in debt in year 2: only the last recovery counts
        ([0, 10], 0.0),
        ([-100, 10], None),
        ([-100, 150, -100], None),
    ],
)
def test_payback(flows, years):
    assert payback(flows).value == (None if years is None else pytest.approx(years))


@given(st.lists(AMOUNT, min_size=1, max_size=30))
def test_payback_is_the_last_crossing(flows):
    """Against a walk through every year."""
    total, years = 0.0, 0.0
    for year, flow in enumerate(flows):
        if total + flow >= 0 > total:
            years = year - 1 + -total / flow
        total += flow
    expected = years if total >= 0 else None
    assert payback(flows).value == (None if expected is None or not any(flows) else pytest.approx(expected))


def test_discounted_payback_is_never_shorter():
    flows = [-100, 30, 40, 50, 60]
    assert payback(discounted(0.1, flows)).value > payback(flows).value
    assert discounted(0.0, flows) == flows


def test_simple_answers_the_question_in_the_chat():
    """初期投資500万、年間効果300万、5年、8%."""
    result = simple(5_000_000, 3_000_000, 5, 0.08)
    assert round(result.npv) == 6_978_130
    assert result.irr.value == pytest.approx(numpy_financial.irr([-5e6, *[3e6] * 5]))
    assert result.payback.value == pytest.approx(5 / 3)
    # 300/1.08 = 277.78, 300/1.1664 = 257.20: 500 − 277.78 = 222.22 of 257.20
    assert result.discounted_payback.value == pytest.approx(1 + (5 - 3 / 1.08) / (3 / 1.08**2))
    assert round(result.break_even_benefit) == 1_252_282  # 5,000,000 / 3.992710037
    assert [round(row.net) for row in result.table] == [-5_000_000, *[3_000_000] * 5]


def test_simple_with_cost_and_tax():
    """(1,815,000 − 0) as in the taxed example, with a running cost of 200,000 covered by as much benefit."""
    result = simple(2_420_000, 2_015_000, 2, 0.10, annual_cost=200_000, tax=0.4, amortisation_years=2)
    assert round(result.npv) == 310_000
    at_break_even = simple(2_420_000, result.break_even_benefit, 2, 0.10, annual_cost=200_000, tax=0.4, amortisation_years=2)
    assert at_break_even.npv == pytest.approx(0, abs=0.01)


def test_simple_agrees_with_the_blank_strategy():
    """The same question through the form: all defaults of tax and amortisation."""
    settings = resolve(
        "blank", {"initial_investment": "800万", "annual_benefit": "350万", "annual_cost": "50万", "operation_years": 7}
    )
    result = simple(8_000_000, 3_500_000, 7, 0.08, annual_cost=500_000, tax=0.3152)
    assert result.npv == pytest.approx(evaluate(settings).results.npv, abs=0.01)


@pytest.mark.parametrize(
    "wrong",
    [
        {"initial": -1}, {"annual_benefit": float("nan")}, {"annual_cost": float("inf")}, {"years": 0}, {"years": 51},
        {"years": 2.5},
        {"rate": -0.1}, {"rate": 8}, {"tax": 1.5},
    ],
)  # fmt: skip
def test_simple_refuses_what_is_no_investment(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        simple(**{"initial": 100, "annual_benefit": 50, "years": 3, "rate": 0.1, **wrong})


def test_simple_at_the_edges():
    assert simple(100, 50, 1, 0.0).npv == -50
    assert simple(100, 50, 50, 0.0).npv == 2_400
    assert simple(0, 50, 2, 0.0).irr.value is None
