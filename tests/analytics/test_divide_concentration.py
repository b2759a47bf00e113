"""Concentration: formulas by hand, intervals on planted venues, and the errors stored at build time."""

import numpy as np
import pandas as pd
import pytest

from analytics.divide import concentration as module
from analytics.divide.concentration import concentration


def test_formulas_by_hand():
    """Credits 1, 1, 2, 6 of 10: HHI 10² + 10² + 20² + 60², Gini (2·(1 + 2 + 6 + 24) − 5·10) / (4·10) = 0.4."""
    found = concentration(np.array([6.0, 1.0, 0.0, 2.0, 1.0]))
    assert found["hhi"] == pytest.approx(100 + 100 + 400 + 3600)
    assert found["gini"] == pytest.approx(0.4)
    assert found["top10_share"] == pytest.approx(100)


@pytest.mark.parametrize("members", [1, 7, 200])
def test_equal_credit(members):
    found = concentration(np.full(members, 0.25))
    assert found["gini"] == pytest.approx(0, abs=1e-12)
    assert found["hhi"] == pytest.approx(1e4 / members)
    assert found["top10_share"] == pytest.approx(100 * min(10, members) / members)
    assert found["top100_share"] == pytest.approx(100 * min(100, members) / members)


def test_one_holds_nearly_everything():
    found = concentration(np.concatenate([np.full(999, 1e-9), [1.0]]))
    assert found["gini"] == pytest.approx(1, abs=2e-3)  # the bound is 1 − 1/m
    assert found["hhi"] == pytest.approx(1e4, rel=1e-5)


def test_gini_is_the_mean_absolute_difference():
    credit = np.random.default_rng(3).pareto(1.5, 300)
    expected = np.abs(credit[:, None] - credit[None, :]).mean() / (2 * credit.mean())
    assert concentration(credit)["gini"] == pytest.approx(expected)


def test_rows_are_independent_and_absent_institutions_do_not_matter():
    rows = np.array([[3.0, 1.0, 0.0], [0.0, 2.0, 2.0], [0.0, 0.0, 0.0]])
    found = concentration(rows)
    assert found["gini"][0] == pytest.approx(concentration(np.array([3.0, 1.0]))["gini"])
    assert found["gini"][1] == pytest.approx(0)
    assert all(np.isnan(values[2]) for values in found.values())


def test_level_by_hand(tiny):
    """AI 2012: Elite U 0.5 + 0.5, Acme 0.5, Mid U 0.5 + 0.75; the unlisted firm's 0.25 belongs to no institution."""
    figure = tiny.share(tiny.measure("hhi"), [2012])
    credit = np.array([1.0, 0.5, 1.25])
    assert figure.value == pytest.approx(np.square(100 * credit / 2.75).sum())
    assert (figure.n, figure.unit) == (3, "")
    assert figure.parts == {"institutions": 3, "credit": pytest.approx(2.75), "unresolved_percent": pytest.approx(100 * 0.25 / 3)}
    assert figure.caveats_ja[0] == "機関を特定できない著者の貢献（8.3%）は除いて計算しています"
    assert (figure.low, figure.high) == (None, None)  # two venues cannot be drawn again


def test_fractional_is_the_only_way_of_counting(tiny):
    assert tiny.measure("gini", variant="fractional") == tiny.measure("gini")


def test_stored_errors_are_those_computed_now(shipped):
    stored = shipped.counts.standard_errors
    for suffix, periods in (("", ((2021,),)), ("_change", ((2007,), (2021,))), ("_did", ((2007,), (2021,)))):
        part = shipped.counts.slice(area="ai")
        live = module.standard_errors(shipped.counts, part, None, suffix, periods)
        for name in ("top10_share", "hhi", "gini"):
            assert stored[name + suffix, "ai", module.periods_key(periods)] == pytest.approx(live[name], rel=1e-6)


def test_intervals_hold_their_value_and_did_is_the_difference_of_changes(shipped):
    for metric in ("top10_share", "hhi", "gini"):
        measure, control = shipped.measure(metric), shipped.measure(metric, area="non_ai")
        for figure in (shipped.share(measure, [2021]), shipped.change(measure, [2007], [2021]), shipped.did(measure)):
            assert figure.low < figure.value < figure.high
            assert "標準誤差" in figure.method_ja
        expected = shipped.before_after(measure).value - shipped.before_after(control).value
        assert shipped.did(measure).value == pytest.approx(expected)


def test_slices_without_stored_errors_are_computed(shipped):
    """Years 2013–2014 together and a variant are not stored; a single venue has no interval."""
    for names, years in (({}, [2013, 2014]), ({"variant": "fixed"}, [2021])):
        figure = shipped.share(shipped.measure("top10_share", **names), years)
        assert figure.low < figure.value < figure.high
    alone = shipped.share(shipped.measure("top10_share", venue="cvpr"), [2021])
    assert (alone.low, alone.high) == (None, None)
    assert "区間は計算していない" in alone.method_ja


def resample(generator, venues=30, institutions=60):
    """Credit (venues, institutions): every venue draws its own tastes from one superpopulation."""
    base = 1 / np.arange(1, institutions + 1)
    return generator.multinomial(100, base / base.sum(), size=venues) * generator.lognormal(0, 0.5, (venues, institutions))


def test_interval_from_bootstrap_errors_covers():
    """Over 100 superpopulation draws of 30 venues, value ± 1.96 errors holds the expected value as often as promised."""
    generator = np.random.default_rng(11)
    truth = {name: np.mean([concentration(resample(generator).sum(axis=0))[name] for _ in range(400)]) for name in module.NAMES}
    hits = dict.fromkeys(("top10_share", "hhi", "gini"), 0)
    for _ in range(100):
        credit = resample(generator)
        weights = generator.multinomial(30, np.full(30, 1 / 30), size=300)
        drawn, value = concentration(weights @ credit), concentration(credit.sum(axis=0))
        errors = module.spread(drawn)
        for name in hits:
            interval = module.normal_interval(float(value[name]), errors[name])
            hits[name] += interval.low <= truth[name] <= interval.high
    # Nominal 95 of 100: three standard errors below is 88, less one for the small number of venues.
    assert all(count >= 87 for count in hits.values()), hits


def test_tables_of_other_versions_have_no_stored_key(tiny):
    """The tiny data set has too few venues for any error to be stored."""
    assert tiny.counts.standard_errors == {}
    assert isinstance(module.build_errors(tiny), pd.DataFrame)
