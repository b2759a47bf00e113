"""Intervals against published worked examples, and against effects planted in simulated venues."""

import numpy as np
import pytest

from analytics.divide.uncertainty import (
    DRAWS,
    difference_of_proportions,
    normal_interval,
    percentile_interval,
    share_draws,
    venue_weights,
    wilson,
)  # fmt: skip

# Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3 (score without continuity correction).
WILSON = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
# Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10: first group, second group, interval of a − b.
NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0), (10, 10, 0, 10, 0.6075, 1.0),
]  # fmt: skip


@pytest.mark.parametrize("count, n, low, high", WILSON)
def test_wilson_gives_the_published_intervals(count, n, low, high):
    assert wilson(count / n, n) == pytest.approx((low, high), abs=5e-5)  # published to four decimals


@pytest.mark.parametrize("count_a, n_a, count_b, n_b, low, high", NEWCOMBE)
def test_newcombe_gives_the_published_intervals(count_a, n_a, count_b, n_b, low, high):
    """The paper's a − b is our change from b to a, in points."""
    interval = difference_of_proportions(count_b, n_b, count_a, n_a)
    assert interval == pytest.approx((100 * low, 100 * high), abs=5e-3)


def test_weights_redraw_as_many_venues_and_are_reproducible():
    weights = venue_weights(7)
    assert weights.shape == (DRAWS, 7)
    assert (weights.sum(axis=1) == 7).all()
    assert weights.mean(axis=0) == pytest.approx(np.ones(7), abs=0.15)  # 1,000 draws: 5 standard errors of 0.03
    assert np.array_equal(weights, venue_weights.__wrapped__(7))
    assert not np.array_equal(weights, venue_weights(7, stratum=1))


def test_share_draws_pool_papers_and_mark_empty_draws():
    shares = share_draws(np.array([1.0, 30.0]), np.array([10.0, 100.0]), np.array([[1.0, 1.0], [2.0, 0.0], [0.0, 0.0]]))
    assert shares[:2] == pytest.approx([100 * 31 / 110, 10.0])
    assert np.isnan(shares[2])
    assert percentile_interval(np.array([1.0, 2.0, np.nan, 3.0]), level=0.5) == pytest.approx((1.5, 2.5))


def test_normal_interval_is_centred_on_the_value():
    interval = normal_interval(10.0, 2.0)
    assert (interval.low, interval.high) == pytest.approx((10 - 3.92, 10 + 3.92), abs=1e-3)


def simulated(planted, generator, effect):
    """30 AI venues whose firm share rises by `effect` points after 2012 (± 5 by venue) and 30 others that stay."""
    rows = []
    for number in range(60):
        key = f"v{number}" if number < 30 else f"x{number}"
        level = generator.normal(0.25, 0.08)
        rise = generator.normal(effect / 100 if number < 30 else 0, 0.05)
        for year, share in ((2008, level), (2015, level + rise)):
            firms = int(generator.binomial(200, float(np.clip(share, 0.01, 0.99))))
            rows.append({"venue": key, "year": year, "known": 200, "firm": firms})
    rows += [{"venue": "v0", "year": year, "known": 0} for year in (2007, 2021)]  # the panel spans the main window
    return planted(rows)


def test_planted_effect_lies_in_its_interval_as_often_as_promised(planted):
    """A nominal 95 % interval over 30 venues should miss about 5 of 100; 88 allows three standard errors and the
    percentile bootstrap's slight shortness with few venues."""
    generator = np.random.default_rng(20)
    hits, values = 0, []
    for _ in range(100):
        divide = simulated(planted, generator, effect=8)
        figure = divide.did(divide.measure("firm_share"))
        values.append(figure.value)
        hits += figure.low <= 8 <= figure.high
    assert 88 <= hits <= 100
    assert np.mean(values) == pytest.approx(8, abs=0.6)  # standard error of the mean over 100 panels: 0.15


def test_interval_is_not_wide_enough_to_hold_everything(planted):
    """With no effect planted, an effect of 8 points is outside nearly always."""
    generator = np.random.default_rng(21)
    hits = 0
    for _ in range(20):
        divide = simulated(planted, generator, effect=0)
        figure = divide.did(divide.measure("firm_share"))
        hits += figure.low <= 8 <= figure.high
    assert hits <= 1
