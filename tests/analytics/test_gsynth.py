"""The generalized synthetic control: the published panel, panels whose answer is known, and designs it cannot read."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from gsynth_panels import broken

from analytics.divide.factor_choice import validate
from analytics.divide.gsynth import Panel, estimate, most_factors, shift_start
from analytics.divide.interactive import NotSettled, Stack, fit_effects
from bench.panels import EFFECT, make_panel


@pytest.fixture(scope="module")
def simdata(raw_folder):
    table = pd.read_csv(raw_folder / "gsynth" / "simdata.csv")
    wide = {name: table.pivot(index="time", columns="id", values=name).to_numpy() for name in ("Y", "D", "X1", "X2")}
    units = tuple(str(unit) for unit in sorted(table.id.unique()))
    return Panel(wide["Y"], wide["D"] > 0, np.stack([wide["X1"], wide["X2"]], axis=2), units, tuple(range(1, 31)), ("X1", "X2"))


# -- the panel of the R package gsynth --------------------------------------------------------------------------------------


def test_reproduces_the_published_panel_to_three_decimals(simdata):
    validation = validate(simdata)
    result = estimate(simdata, validation.best)
    assert validation.best == 2 and set(validation.errors) == set(range(6))
    assert result.att_avg == pytest.approx(5.543, abs=5e-4)
    assert result.beta == pytest.approx([1.021, 3.052], abs=5e-4)


def test_published_panel_with_unit_effects_alone_needs_one_more_factor(simdata):
    """Without period effects a factor has to carry them."""
    assert validate(simdata, "unit").best == 3


# -- panels whose answer is known -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("force, factors", [("two-way", 2), ("unit", 3)])
@pytest.mark.parametrize("staggered", [False, True])
@pytest.mark.parametrize("missing", [0.0, 0.15])
def test_recovers_the_effect_exactly_without_noise(force, factors, staggered, missing):
    panel = make_panel(factors=2, staggered=staggered, missing=missing)
    result = estimate(panel, factors, force)
    assert result.effect[panel.after] == pytest.approx(np.full(panel.after.sum(), EFFECT), abs=1e-5)
    assert np.nanmax(np.abs(result.effect[panel.before])) < 1e-5


def test_recovers_slopes_and_effect_exactly_without_noise():
    panel = make_panel(factors=1, covariates=2, missing=0.1)
    result = estimate(panel, 1)
    assert result.beta == pytest.approx([1.0, 2.0], abs=1e-5) and result.att_avg == pytest.approx(EFFECT, abs=1e-5)


def test_without_factors_it_is_the_difference_of_differences_of_means():
    panel = make_panel(noise=1.0)
    own, others = panel.outcome[:, panel.is_treated], panel.outcome[:, ~panel.is_treated]
    expected = (own[10:].mean() - own[:10].mean()) - (others[10:].mean() - others[:10].mean())
    assert estimate(panel, 0).att_avg == pytest.approx(expected, abs=1e-12)


def test_missing_cells_give_least_squares_over_the_observed_ones():
    """EM without factors against a dummy regression on the observed cells."""
    panel = make_panel(noise=1.0, missing=0.2)
    outcome = panel.outcome[:, ~panel.is_treated]
    time, unit = np.nonzero(~np.isnan(outcome))
    design = np.hstack([unit[:, None] == np.arange(outcome.shape[1]), time[:, None] == np.arange(1, len(outcome))]).astype(float)
    coefficients = np.linalg.lstsq(design, outcome[time, unit], rcond=None)[0]
    assert estimate(panel, 0).control_fitted[time, unit] == pytest.approx(design @ coefficients, abs=1e-6)


def test_factors_are_the_least_squares_ones():
    """No step of another start goes below the error that the fit reaches (complete panel: the singular value bound)."""
    panel = make_panel(noise=1.0, factors=2)
    outcome = panel.outcome[:, ~panel.is_treated]
    centred = outcome - outcome.mean(axis=0) - outcome.mean(axis=1, keepdims=True) + outcome.mean()
    bound = (np.linalg.svd(centred, compute_uv=False)[2:] ** 2).sum()
    assert ((outcome - estimate(panel, 2).control_fitted) ** 2).sum() == pytest.approx(bound, rel=1e-10)


def test_cross_validation_is_the_leave_one_out_loop():
    panel = make_panel(noise=1.0, staggered=True)
    squares = []
    for period in range(12):
        for number in np.flatnonzero(panel.is_treated):
            if panel.treated[period, number]:
                continue
            outcome = panel.outcome.copy()
            outcome[period, number] = np.nan
            alone = replace(panel, outcome=outcome)
            place = int(np.flatnonzero(np.flatnonzero(panel.is_treated) == number)[0])
            filled = replace(alone, outcome=np.where(np.isnan(outcome), 0.0, outcome))
            counterfactual = estimate(alone, 1).counterfactual
            assert np.isnan(counterfactual[period, place])  # a missing cell has no effect, so its prediction is rebuilt here
            gap = predicted_gap(panel, filled, period, place)
            squares.append(gap**2)
    assert validate(panel).errors[1] == pytest.approx(np.mean(squares), rel=1e-9)


def predicted_gap(panel, filled, period, place):
    """Truth minus the prediction of one left-out cell by ordinary least squares on a constant and the factor."""
    stack = Stack(*(part[None][:, :, ~panel.is_treated] for part in (panel.outcome, panel.observed, panel.covariates)))
    effects = fit_effects(stack, 1, True)
    own = panel.outcome[:, panel.is_treated][:, place] - effects.period_effects[0]
    design = np.column_stack([np.ones(len(own)), effects.factors[0]])
    used = ~panel.treated[:, panel.is_treated][:, place]
    used[period] = False
    return own[period] - design[period] @ np.linalg.lstsq(design[used], own[used], rcond=None)[0]


def test_cross_validation_finds_the_planted_number_of_factors():
    found = [validate(make_panel(seed, periods=24, start=16, factors=2, noise=0.5)).best for seed in range(10)]
    assert found.count(2) >= 8


def test_each_panel_of_a_stack_is_fitted_as_if_alone():
    panels = [make_panel(seed, noise=1.0, missing=0.1) for seed in range(3)]
    stacks = [
        Stack(*(part[None][:, :, ~panel.is_treated] for part in (panel.outcome, panel.observed, panel.covariates)))
        for panel in panels
    ]
    together = Stack(*(np.concatenate(parts) for parts in zip(*(vars(stack).values() for stack in stacks), strict=True)))
    fitted = fit_effects(together, 1, True).fitted
    for number, stack in enumerate(stacks):
        assert fitted[number] == pytest.approx(fit_effects(stack, 1, True).fitted[0], abs=1e-9)


def test_placebo_start_hides_the_real_treatment():
    panel = make_panel(staggered=True)
    moved = shift_start(panel, 2)
    assert np.isnan(moved.outcome[panel.treated]).all() and not np.isnan(moved.outcome[~panel.treated]).any()
    assert (moved.after.sum(axis=0) == 2).all() and (moved.before.sum(axis=0) == panel.before.sum(axis=0) - 2).all()


# -- designs it cannot read -------------------------------------------------------------------------------------------------


BASE = make_panel(noise=1.0)


@pytest.mark.parametrize(
    "panel, message",
    [
        (replace(BASE, treated=np.zeros_like(BASE.treated)), "no unit is ever treated"),
        (broken(BASE, treated=(-1, True)), "every unit is treated"),
        (broken(BASE, treated=((-1, slice(1, None)), True)), "only one unit stays untreated"),
        (broken(BASE, treated=((12, 31), False)), "unit u31 stops being treated at time 12"),
        (broken(BASE, treated=((slice(None), 31), True)), "treated unit u31 has no observation before treatment"),
        (broken(BASE, outcome=((slice(10, None), 32), np.nan)), "treated unit u32 has no observation under treatment"),
        (broken(BASE, outcome=((slice(None), 3), np.nan)), "no observed control cell"),
        (broken(BASE, outcome=((4, slice(0, 30)), np.nan)), "no observed control cell"),
    ],
)
def test_unreadable_designs_are_named(panel, message):
    with pytest.raises(ValueError, match=message):
        estimate(panel, 0)


@pytest.mark.parametrize(
    "factors, message", [(-1, "must be 0 or more"), (10, "needs? 11 periods before treatment; unit u30 has 10")]
)
def test_impossible_numbers_of_factors_are_refused(factors, message):
    with pytest.raises(ValueError, match=message):
        estimate(BASE, factors)


def test_too_many_factors_for_the_controls():
    with pytest.raises(ValueError, match="too many for 4 untreated units"):
        estimate(make_panel(controls=4), 3)


def test_collinear_covariates_are_refused():
    panel = make_panel(covariates=2)
    twice = replace(panel, covariates=panel.covariates[:, :, [0, 0]])
    fixed = replace(panel, covariates=np.broadcast_to(panel.covariates[:1], panel.covariates.shape))
    for wrong in (twice, fixed):
        with pytest.raises(ValueError, match="collinear"):
            estimate(wrong, 1)


def test_unknown_force_is_refused():
    with pytest.raises(ValueError, match="two-way or unit"):
        estimate(BASE, 0, "none")


def test_most_factors_leaves_one_period_to_validate():
    assert most_factors(BASE) == 8
    assert max(validate(make_panel(start=3)).errors) == 1


def test_a_single_period_before_treatment_leaves_nothing_to_validate():
    validation = validate(make_panel(start=1))
    assert validation.errors == {} and validation.best == 0


def test_steps_without_end_are_reported(monkeypatch):
    monkeypatch.setattr("analytics.divide.interactive.MAX_STEPS", 3)
    panel = make_panel(noise=1.0, missing=0.2)
    with pytest.raises(NotSettled, match="did not settle in 3 steps"):
        estimate(panel, 2)
    assert validate(panel).unsettled
