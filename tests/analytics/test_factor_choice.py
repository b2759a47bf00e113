"""How many factors: the two criteria by hand, the rule that joins them, and what the rule is for: intervals that hold the effect."""

from dataclasses import replace

import numpy as np
import pytest

from analytics.divide.factor_choice import criterion, cross_validated, not_worse, validate
from analytics.divide.gsynth import controls
from analytics.divide.interactive import fit_effects
from bench.coverage import trials
from bench.panels import make_panel

SHORT = {"periods": 13, "start": 5, "controls": 50, "treated": 8, "noise": 1.0}


@pytest.mark.parametrize("errors, best", [([10, 9.95, 9.0], 2), ([10, 9.95, 9.91], 0), ([10, 8, 7.95, 7], 3), ([10, 9.8], 1), ([1, 2, 3], 0)])
def test_a_larger_number_has_to_gain_one_percent(errors, best):
    assert cross_validated(dict(enumerate(errors))) == best


def test_criterion_by_hand():
    """log of the mean squared residual + r (N + T) / (N T) log min(N, T), missing cells left out."""
    panel = make_panel(noise=1.0, missing=0.1)
    effects = fit_effects(controls(panel), 2, True)
    gap = panel.outcome[:, :30] - effects.fitted[0]
    expected = np.log((gap[~np.isnan(gap)] ** 2).mean()) + 2 * (30 + 16) / (30 * 16) * np.log(16)
    assert criterion(panel, effects) == pytest.approx(expected)


@pytest.mark.parametrize(
    "excess, kept",
    [([1.0, -1.0, 1.0, -1.0, 1.0], True), ([1.0, 1.1, 0.9, 1.0, 1.0], False), ([-1.0, -2.0, -1.0], True), ([3.0], False), ([-3.0], False)],
)
def test_more_factors_may_predict_worse_by_one_standard_error(excess, kept):
    """Two periods a unit, whose sum counts; a unit that cannot be tested says nothing."""
    fewer = np.full((3, len(excess) + 1), np.nan)
    fewer[:2, :-1] = 5.0
    more = fewer.copy()
    more[0, :-1] += excess
    assert not_worse({0: fewer, 1: more}, 1, 0) is kept


def test_the_edge_of_one_standard_error():
    """Excess 0 and 2: mean 1, standard error 1; a little more on both is too much."""
    fewer = np.full((1, 2), 5.0)
    assert not_worse({0: fewer, 1: fewer + [[0.0, 2.0]]}, 1, 0)
    assert not not_worse({0: fewer, 1: fewer + [[0.01, 2.01]]}, 1, 0)


def test_factors_that_the_untreated_units_show_are_kept():
    """Five periods before: the cross-validation alone misses factors that are there; the choice misses fewer."""
    found = [validate(make_panel(seed, factors=2, **SHORT), largest=3) for seed in range(40)]
    assert all(each.indicated >= 2 for each in found)
    assert sum(each.cross_validated < 2 for each in found) - sum(each.best < 2 for each in found) >= 8
    assert all(each.cross_validated <= each.best <= max(each.indicated, each.cross_validated) for each in found)


def test_no_factor_is_chosen_where_there_is_none():
    found = [validate(make_panel(seed, factors=0, **SHORT), largest=3) for seed in range(40)]
    assert sum(each.best == 0 for each in found) >= 37


def test_a_number_that_predicts_far_worse_is_not_chosen():
    """Treated units that do not follow the others' three factors: from five periods, three loadings only add noise."""
    found = []
    for seed in range(10):
        panel, random = make_panel(seed, factors=3, **SHORT), np.random.default_rng(seed)
        outcome = panel.outcome.copy()
        outcome[:, panel.is_treated] = 5 + 0.1 * random.normal(size=(13, 8))
        outcome[:, ~panel.is_treated] -= outcome[:, ~panel.is_treated].mean(axis=1, keepdims=True)
        found.append(validate(replace(panel, outcome=outcome), "unit", 3))
    assert all(each.indicated == 3 and each.best < 3 for each in found)


@pytest.mark.parametrize("design", ["few", "short-1", "short-2"])
def test_intervals_with_a_chosen_number_of_factors_hold_the_effect(design):
    """The short form of `python -m bench coverage`: at least 93 of 100 panels at nominal 95 %."""
    assert sum(each.hit for each in trials(design, 100, 199)) >= 93
