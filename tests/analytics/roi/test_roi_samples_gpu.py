"""Sample sizes of gate criteria, gate plans, and the hours from which buying a GPU beats renting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.roi.criteria import gate_plan
from analytics.roi.evaluate import evaluate
from analytics.roi.gpu import price_table, rent_or_buy
from analytics.roi.model import value
from analytics.roi.problems import BadInput, explain_problem
from analytics.roi.samples import (
    half_width,
    rule_of_three_bound,
    rule_of_three_sample,
    wilson_interval,
    wilson_sample,
    zero_failure_sample,
)  # fmt: skip
from analytics.roi.settings import resolve


def test_rule_of_three():
    """A miss rate of at most 0.5% takes 600 defects without a miss; 200 show 1.5% at most."""
    assert (rule_of_three_sample(0.005), zero_failure_sample(0.005)) == (600, 598)
    assert rule_of_three_bound(200) == pytest.approx(0.015)
    assert (rule_of_three_sample(0.05), zero_failure_sample(0.05)) == (60, 59)


@given(st.floats(0.0005, 0.5))
def test_zero_failure_sample_is_the_smallest_that_shows_it(limit):
    n = zero_failure_sample(limit)
    assert (1 - limit) ** n <= 0.05 * (1 + 1e-9) < (1 - limit) ** (n - 1) * (1 + 1e-6)
    assert n <= rule_of_three_sample(limit)


def test_wilson_interval():
    """Published values: 10 of 10 → 72.2%–100% (Wilson), 0 of 10 → 0–27.8%; 85% of 200 → about ± 5 points."""
    assert wilson_interval(10, 10) == (pytest.approx(0.7225, abs=1e-4), pytest.approx(1.0))
    assert wilson_interval(0, 10) == (pytest.approx(0.0), pytest.approx(0.2775, abs=1e-4))
    low, high = wilson_interval(170, 200)
    assert (low, high) == (pytest.approx(0.7939, abs=1e-4), pytest.approx(0.8928, abs=1e-4))
    assert half_width(0.85, 200) == pytest.approx(0.0495, abs=1e-4)


@given(st.floats(0.5, 0.99), st.floats(0.01, 0.2))
def test_wilson_sample_is_the_smallest_that_is_precise_enough(share, margin):
    n = wilson_sample(share, margin)
    assert half_width(share, n) <= margin
    assert n == 1 or half_width(share, n - 1) > margin


@pytest.mark.parametrize("wrong", [0, 1, -0.1, 5])
def test_samples_refuse_what_is_no_fraction(wrong):
    for function in (rule_of_three_sample, zero_failure_sample):
        with pytest.raises(ValueError, match="between 0 and 1"):
            function(wrong)
    with pytest.raises(ValueError, match="0 <= successes <= n"):
        wilson_interval(5, 4)
    with pytest.raises(ValueError, match="at least one sample"):
        rule_of_three_bound(0)


def test_gates_name_the_samples_they_need():
    gates = {gate.id: gate for gate in gate_plan(evaluate(resolve("prototype")))}
    missed, _, accuracy = gates["G1"].criteria[:3]
    assert (missed.text_ja, missed.needed_samples) == ("未使用データで見逃し率0.5%以下", 600)
    assert "200件で失敗0件なら、言えるのは1.5%以下までです" in missed.samples_ja
    assert (accuracy.text_ja, accuracy.needed_samples) == ("または正答率85%以上", wilson_sample(0.85, 0.05))
    assert "約±4.9ポイント" in accuracy.samples_ja


def test_gates_say_which_criteria_the_results_meet_now():
    """Defaults: NPV of success with production at 1.2 times, IRR 19% against 8%, 3.1 years of operation against 3."""
    evaluation = evaluate(resolve("prototype"))
    margin, irr, payback, other = next(gate for gate in gate_plan(evaluation) if gate.id == "G2").criteria
    assert [criterion.met for criterion in (margin, irr, payback, other)] == [True, True, False, None]
    assert (irr.text_ja, payback.text_ja) == ("IRRが8%以上", "運用開始から3年以内に回収")
    # 20% of 15,000,000, after the tax saved by writing it off over five years, a year from now.
    saved = 0.3152 / 5 * sum(1.08**-year for year in range(1, 6))
    assert margin.current_ja == f"{round((evaluation.results.npv - 3_000_000 * (1 - saved) / 1.08) / 10_000):,}万円"
    lower = evaluate(resolve("prototype", {"annual_benefit": "600万"}))
    assert [c.met for c in next(gate for gate in gate_plan(lower) if gate.id == "G2").criteria[:3]] == [False, False, False]


def test_gates_of_a_combined_plan_are_those_of_its_parts():
    gates = gate_plan(evaluate(resolve("prototype_joint")))
    assert [(gate.part, gate.id) for gate in gates][:5] == [*(("prototype", f"G{n}") for n in range(4)), ("joint", "G0")]
    assert gate_plan(evaluate(resolve("nothing"))) == ()


def test_hours_from_which_buying_is_cheaper():
    """1,000,000 yen over 4 years, 50,000 of maintenance, 0.8 kW × 1.4 × 30.2 yen an hour: about 310, 480 and 1,240 hours."""
    hours = {row.rental_price: row.hours for row in price_table(resolve("buy_gpu").inputs())}
    assert hours[1008] == pytest.approx(300_000 / (1008 - 33.824))
    assert [round(hours[price], -1) for price in (1008, 660, 275)] == [310, 480, 1240]
    assert list(hours) == sorted(hours)


def test_sourced_rental_prices_in_yen():
    prices = {row.source_id: row.rental_price for row in price_table(resolve("buy_gpu").inputs())}
    assert prices["aws_p5_hour"] == pytest.approx(55.04 / 8 * 156)
    assert (round(prices["aws_p5_hour"]), round(prices["azure_nd_h100"])) == (1073, 1917)


def test_a_slower_machine_needs_more_rented_hours():
    inputs = {**resolve("buy_gpu").inputs(), "relative_throughput": 0.5}
    assert rent_or_buy(inputs, 1008, "H100").hours == pytest.approx(300_000 / (1008 - 67.648))
    assert "何時間使っても" in rent_or_buy(inputs, 60, "安い").reason_ja
    assert "1年の時間数を超える" in rent_or_buy(inputs, 100, "やや安い").reason_ja


def test_break_even_hours_of_the_evaluation_are_dearer():
    """With tax and an 8% discount rate, the hours of the purchase's NPV = 0 are checked by evaluating there."""
    hours = evaluate(resolve("buy_gpu")).break_even_of("gpu_hours")
    assert hours > 479
    assert evaluate(resolve("buy_gpu", {"gpu_hours": hours})).results.npv == pytest.approx(0, abs=1)


def test_one_machine_replaces_no_more_hours_than_it_can_run():
    """A slow machine is full at 8,760 hours of its own: what is rented beyond saves nothing, and cannot be asked for."""
    slow = resolve("buy_gpu", {"relative_throughput": 0.1, "gpu_hours": 876}).inputs()
    assert value("buy_gpu", {**slow, "gpu_hours": 5000.0}) == pytest.approx(value("buy_gpu", slow))
    with pytest.raises(BadInput) as error:
        resolve("buy_gpu", {"relative_throughput": 0.1, "gpu_hours": 877})
    assert "自前機1台が1年に処理できる876時間まで" in explain_problem(error.value.problems[0])
    assert evaluate(resolve("buy_gpu", {"relative_throughput": 0.1, "rental_price": 400, "gpu_hours": 800})).break_even_of("gpu_hours") is None
