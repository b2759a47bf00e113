"""The simulation: its draws against analytic means, its futures against the expected value, its figures against each other."""

import numpy as np
import pytest

from analytics.roi.distributions import Overrun, draw, pert, triangular
from analytics.roi.evaluate import evaluate
from analytics.roi.model import value
from analytics.roi.risk import simulate
from analytics.roi.settings import resolve

TAIL = Overrun(low=0.9, mode=1.05, high=1.5, tail_share=0.18, tail_start=1.5, tail_mean=4.47, alpha=1.0)
N = 200_000


def pinned(amounts: dict) -> dict:
    """The amounts with no range around them."""
    return {**amounts, **{f"{key}__{bound}": amount for key, amount in amounts.items() for bound in ("low", "high")}}


def standard_error(values: np.ndarray) -> float:
    return values.std() / len(values) ** 0.5


@pytest.mark.parametrize(("low", "mode", "high"), [(3e6, 12e6, 25e6), (0, 2e6, 5e6), (420_000, 440_000, 440_000), (5, 5, 9)])
def test_draws_have_the_analytic_mean(low, mode, high):
    """PERT (low + 4 mode + high)/6, triangle (low + mode + high)/3; within four standard errors."""
    drawn = pert(np.random.default_rng(1), low, mode, high, N)
    assert drawn.mean() == pytest.approx((low + 4 * mode + high) / 6, abs=4 * standard_error(drawn))
    assert low <= drawn.min() <= drawn.max() <= high
    drawn = triangular(np.random.default_rng(1), low, mode, high, N)
    assert drawn.mean() == pytest.approx((low + mode + high) / 3, abs=4 * standard_error(drawn))


def test_pert_has_the_analytic_spread():
    """Beta(1 + 4·0.25, 1 + 4·0.75) on a width of 8: variance ab / ((a + b)²(a + b + 1)) × 64 with a = 2, b = 4."""
    drawn = pert(np.random.default_rng(2), 0, 2, 8, N)
    assert drawn.var() == pytest.approx(2 * 4 / (36 * 7) * 64, rel=0.02)


def test_draws_refuse_disorder_and_unknown_shapes():
    rng = np.random.default_rng(1)
    with pytest.raises(ValueError, match="low <= mode <= high"):
        pert(rng, 2, 1, 3, 10)
    with pytest.raises(ValueError, match="low <= mode <= high"):
        triangular(rng, 1, 4, 3, 10)
    with pytest.raises(ValueError, match="unknown distribution"):
        draw("normal", rng, 1, 2, 3, 10)
    assert (pert(rng, 7, 7, 7, 10) == 7).all()


def test_overruns_have_the_observed_tail():
    """18% above 1.5 times; among those the mean is 1 + 447%, and no multiplier lies beyond the cut."""
    drawn = TAIL.draw(np.random.default_rng(3), N)
    tail = drawn[drawn > 1.5]
    assert len(tail) / N == pytest.approx(0.18, abs=0.005)
    assert tail.mean() == pytest.approx(5.47, abs=4 * standard_error(tail))
    assert drawn.max() <= TAIL.cut()
    assert drawn[drawn <= 1.5].mean() == pytest.approx((0.9 + 4 * 1.05 + 1.5) / 6, abs=0.002)


@pytest.mark.parametrize("alpha", [0.5, 1.0, 1.2])
def test_cut_of_the_tail_gives_its_mean(alpha):
    """Against numerical integration of x · f(x) of the cut Pareto."""
    tail = Overrun(1, 1, 1, 0.18, 1.5, 4.47, alpha)
    edges = np.geomspace(1.5, tail.cut(), 400_001)
    shares = -np.diff(edges**-alpha) / (1.5**-alpha - tail.cut() ** -alpha)
    assert (np.sqrt(edges[1:] * edges[:-1]) * shares).sum() == pytest.approx(5.47, rel=1e-5)


def test_a_tail_without_that_mean_is_refused():
    with pytest.raises(ValueError, match="no tail"):
        Overrun(1, 1, 1, 0.18, 1.5, 4.47, 3.0).cut()  # an index of 3 has a mean of at most 2.25


def test_mean_of_a_linear_plan_is_its_value_at_the_pert_means(plain):
    """Nothing to decide and nothing uncertain but amounts: E[NPV] is the NPV at E[amounts]."""
    bounds = {
        "annual_benefit": (8e6, 12e6, 25e6), "production_cost": (5e6, 6e6, 12e6), "annual_cost": (0.5e6, 1e6, 3e6),
        "labour": (1e6, 2e6, 6e6)
    }  # fmt: skip
    changes = {}
    for key, (low, mode, high) in bounds.items():
        changes |= {f"{key}__low": low, key: mode, f"{key}__high": high}
    settings = plain("prototype", discount_rate=8, profitable="yes", **changes)
    drawn = simulate(settings, 100_000)
    means = {key: (low + 4 * mode + high) / 6 for key, (low, mode, high) in bounds.items()}
    assert drawn.mean == pytest.approx(float(value("prototype", {**settings.inputs(), **means})), abs=4 * drawn.standard_error)
    assert drawn.probability_positive > 0.999


@pytest.mark.parametrize("strategy", ["prototype", "joint"])
def test_mean_without_uncertain_amounts_is_the_expected_value(strategy, plain):
    """Only gates and the realisation are left to chance; deciding at the gates is then what backward induction does."""
    amounts = {"labour": 3e6, "production_cost": 12e6, "annual_benefit": 11e6, "annual_cost": 2e6}
    chances = {"gate1_probability": 60, "realise_probability": 70, "shortfall_benefit": 30}
    settings = plain(strategy, discount_rate=8, profitable="yes", **pinned(amounts), **chances)
    drawn = simulate(settings, 100_000)
    assert drawn.mean == pytest.approx(evaluate(settings).results.ev_gates, abs=4 * drawn.standard_error)


def test_mean_of_the_combined_plan_is_its_expected_value(plain):
    amounts = {
        "prototype__labour": 2e6, "prototype__production_cost": 8e6, "prototype__annual_benefit": 7e6,
        "prototype__annual_cost": 1e6,
        "joint__labour": 3e6, "joint__production_cost": 12e6, "joint__annual_benefit": 11e6, "joint__annual_cost": 2e6,
    }  # fmt: skip
    chances = {
        "prototype__gate1_probability": 50,
        "joint__gate1_probability": 50,
        "joint__gate2_probability": 50,
        "joint_gate1_after_pass": 90,
    }
    settings = plain("prototype_joint", discount_rate=8, **pinned(amounts), **chances)
    results = evaluate(settings).results
    assert results.information_value > 0
    drawn = simulate(settings, 100_000)
    assert drawn.mean == pytest.approx(results.ev_gates, abs=4 * drawn.standard_error)


def test_a_subsidy_is_adopted_or_not(plain):
    """One future in four gets 1,000,000 × (1 − 0.3); nothing else differs."""
    settings = plain(
        "cloud", profitable="yes", tax_rate=30, annual_cost=0, subsidy_scheme="custom", subsidy_rate=50,
        subsidy_cap="100万", adoption_probability=25, **pinned({"production_cost": 2e6, "annual_benefit": 4e6}),
    )  # fmt: skip
    drawn = simulate(settings, 10_000)
    assert drawn.p90 - drawn.p10 == pytest.approx(700_000, abs=1)
    assert drawn.mean == pytest.approx(evaluate(settings).results.ev_gates, abs=4 * drawn.standard_error)


def test_spending_stops_at_the_cost_limit(plain):
    """Every project costs far more than approved and the rest never pays: 1.5 times the approval is lost, not more."""
    settings = plain(
        "prototype", annual_cost=0, overrun_tail_share=100, overrun_tail_start=20,
        overrun_tail_mean=9900, cost_stop_ratio=1.5, operation_years=5,
        **pinned({"production_cost": 10e6, "annual_benefit": 3e6}),
    )  # fmt: skip
    drawn = simulate(settings, 1_000)
    assert (drawn.p10, drawn.p90) == (pytest.approx(-15e6), pytest.approx(-15e6))


def test_same_seed_same_figures_other_seed_others():
    settings = resolve("joint")
    first = simulate(settings, 5_000, seed=7)
    assert simulate(settings, 5_000, seed=7) == first
    assert simulate(settings, 5_000, seed=8).mean != first.mean
    assert simulate(settings, 5_000, seed=7, distribution="triangular").mean != first.mean


@pytest.mark.parametrize("strategy", ["prototype", "cloud", "joint", "prototype_joint", "buy_gpu"])
def test_figures_of_a_simulation_fit_together(strategy):
    drawn = simulate(resolve(strategy), 10_000)
    assert drawn.worst_tenth_mean <= drawn.p10 <= drawn.p50 <= drawn.p90
    assert 0 <= drawn.probability_positive <= 1
    assert sum(drawn.histogram_counts) == drawn.draws == 10_000
    assert len(drawn.histogram_edges) == len(drawn.histogram_counts) + 1
    assert len(drawn.cumulative) == len(evaluate(resolve(strategy)).cash_flows)
    assert all(band.p10 <= band.p50 <= band.p90 for band in drawn.cumulative)


def test_worst_tenth_and_percentiles_by_hand(plain):
    """Half of the futures lose 1,000,000 and half gain 1,000,000."""
    settings = plain(
        "prototype", annual_cost=0, operation_years=1, gate1_probability=50,
        **pinned({"labour": 1e6, "production_cost": 1e6, "annual_benefit": 3e6}),
    )  # fmt: skip
    drawn = simulate(settings, 20_000)
    assert (drawn.p10, drawn.p90, drawn.worst_tenth_mean) == (-1e6, 1e6, -1e6)
    assert drawn.probability_positive == pytest.approx(0.5, abs=0.015)


def test_too_few_draws_are_refused():
    with pytest.raises(ValueError, match="at least 1000 draws"):
        simulate(resolve("prototype"), 10)


def test_doing_nothing_is_certain():
    drawn = simulate(resolve("nothing"), 1_000)
    assert (drawn.mean, drawn.p10, drawn.p90, drawn.probability_positive) == (0, 0, 0, 0)


def test_tornado_evaluates_each_end_of_each_range():
    """Against one evaluation with the low, and one with the high value set; whole-number defaults are not rounded."""
    settings = resolve("buy_gpu", {"relative_throughput": 1, "relative_throughput.low": 0.5, "relative_throughput.high": 1.5})
    swings = evaluate(settings).tornado
    assert {swing.assumption.key for swing in swings} >= {"relative_throughput", "gpu_hours", "discount_rate"}
    for swing in swings:
        for end, amount in ((swing.assumption.low, swing.at_low), (swing.assumption.high, swing.at_high)):
            scale = 100 if swing.assumption.percent else 1
            assert amount == pytest.approx(
                float(value("buy_gpu", {**settings.inputs(), swing.assumption.key: end / scale})), abs=0.01
            )
    assert [swing.size for swing in swings] == sorted((swing.size for swing in swings), reverse=True)
