"""Difference-in-differences and event study: planted effects, and the same regressions done by hand."""

import numpy as np
import pytest
from causal_panels import AI, OTHERS, YEARS, firm_rows, growing, rows_of, uneven

from analytics.divide.panel_outcomes import MIN_PAPERS
from analytics.divide.regression import event_study, fixed_effects_did, pooled_did, two_stage_did
from analytics.errors import NotInData


def test_planted_effect_is_recovered_by_every_regression(planted):
    rows = firm_rows(planted(rows_of(lambda year: 8 if year >= 2012 else 0)))
    for found in (pooled_did(rows), fixed_effects_did(rows), fixed_effects_did(rows, weighted=False)):
        assert found.value == pytest.approx(8, abs=1e-9)
    events = event_study(rows)
    assert events.base == 2011 and set(events.by_year) == set(YEARS) - {2011}
    assert [round(events.by_year[year].value, 9) + 0 for year in YEARS if year != 2011] == [0] * 4 + [8] * 10


def test_composition_moves_the_pooled_estimate_alone(planted):
    """Nothing changes inside any venue."""
    rows = firm_rows(planted(rows_of(size=growing)))
    assert pooled_did(rows).value > 1.5
    assert fixed_effects_did(rows).value == pytest.approx(0, abs=1e-9)


def test_two_stages_tell_a_late_rise_from_an_early_one(planted):
    rows = firm_rows(planted(rows_of(lambda year: 10 if year >= 2017 else 0)))
    stages = two_stage_did(rows)
    assert {years: round(found.value, 9) + 0 for years, found in stages.items()} == {
        tuple(range(2012, 2017)): 0,
        tuple(range(2017, 2022)): 10,
    }


def test_estimate_and_clustered_error_are_those_of_the_formulas(planted):
    """By hand: weighted least squares on dummies, then the sandwich with the venues' summed scores and both corrections."""
    rows = firm_rows(planted(rows_of(lambda year: 3 if year >= 2012 else 0, size=uneven, noise=20)))
    venues, years = np.unique(rows.venue), np.unique(rows.year)
    effect = rows.is_ai & (rows.year >= 2012)
    design = np.column_stack([effect, rows.venue[:, None] == venues, rows.year[:, None] == years[1:]]).astype(float)
    weighted = design * rows.papers[:, None]
    bread = np.linalg.inv(design.T @ weighted)
    coefficients = bread @ weighted.T @ rows.share
    scores = weighted * (rows.share - design @ coefficients)[:, None]
    summed = np.stack([scores[rows.venue == venue].sum(axis=0) for venue in venues])
    n, k, groups = len(rows.share), design.shape[1], len(venues)
    variance = (bread @ summed.T @ summed @ bread)[0, 0] * groups / (groups - 1) * (n - 1) / (n - k)
    found = fixed_effects_did(rows)
    assert found.value == pytest.approx(coefficients[0], abs=1e-9) and found.se == pytest.approx(variance**0.5, rel=1e-6)
    assert (found.high - found.low) / 2 == pytest.approx(2.0930 * found.se, rel=1e-4)  # t with 19 degrees of freedom


def test_pretrend_test_sees_a_difference_before_the_start(planted):
    calm = event_study(firm_rows(planted(rows_of(lambda year: 10 if year >= 2012 else 0, noise=20))))
    moving = event_study(firm_rows(planted(rows_of(lambda year: 2 * (year - 2011) if year < 2011 else 0, noise=20))))
    assert calm.pretrend_p > 0.05 > moving.pretrend_p


def test_too_few_venues_have_no_regression(planted):
    few = [row for row in rows_of() if row["venue"] in (*AI[:4], *OTHERS)]
    with pytest.raises(NotInData):
        firm_rows(planted(few))


def test_without_weights_a_venue_year_of_few_papers_does_not_count(planted):
    """Weighted by papers it may stay; each alike, thirty papers would weigh as much as a thousand."""
    rows = firm_rows(planted(rows_of(lambda year: 8 if year >= 2012 else 0)))
    first = np.flatnonzero(rows.is_ai & (rows.year == 2015))[0]
    rows.papers[first], rows.share[first] = MIN_PAPERS - 1, 100
    assert fixed_effects_did(rows, weighted=False).value == pytest.approx(8, abs=1e-9)
    rows.papers[first] = MIN_PAPERS
    assert fixed_effects_did(rows, weighted=False).value > 8.1
