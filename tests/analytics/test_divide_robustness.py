"""The headline figures under every check."""

import pytest

from analytics.divide.metrics import METRICS
from analytics.divide.robustness import CHECKS, HEADLINES, VARIANTS, headline_checks, leave_one_out


@pytest.fixture(scope="module")
def table(shipped):
    """headline id → check → figure."""
    rows = {}
    for figure in shipped.robustness():
        rows.setdefault(figure.parts["headline"], {})[figure.slice["check"]] = figure
    return rows


def test_every_headline_has_every_check(table):
    assert len(table) == 3 * len(HEADLINES)
    for headline, row in table.items():
        expected = set(CHECKS) if "_did." in headline else set(CHECKS) - {"break_2013"}
        assert set(row) == expected
        assert row["base"].id == headline


def test_checks_are_the_figures_of_a_query(table, shipped):
    row = table["firm_share.ai.2021"]
    for variant in VARIANTS:
        asked = shipped.share(shipped.measure("firm_share", variant=variant), [2021])
        assert (row[variant].id, row[variant].value) == (asked.id, asked.value)
    did = shipped.did(shipped.measure("tier_share", tier="301-500"), range(2007, 2013), range(2013, 2022))
    assert table["tier_share-301-500_did.ai.2007-2011_2012-2021"]["break_2013"].value == did.value
    assert did.id == "tier_share-301-500_did.ai.2007-2012_2013-2021"
    assert "前は2007〜2012年、後は2013〜2021年" in did.method_ja


def test_bounds_enclose_the_level(table):
    for headline, row in table.items():
        if "_change." not in headline and "_did." not in headline:
            assert row["unknown_none"].value <= row["base"].value <= row["unknown_all"].value


def test_leave_one_out_range_holds_the_value_and_says_that_it_is_no_interval(table):
    for row in table.values():
        figure = row["leave_one_out"]
        assert figure.low < figure.value < figure.high
        assert figure.value == row["base"].value
        assert figure.id != row["base"].id
        assert "95%区間ではなく" in figure.method_ja


def test_leave_one_out_by_recount(planted):
    """Three AI venues with shares 10, 20 and 60 %; without each the pooled share is 40, 35 and 15 %."""
    shares = {"a": 10, "b": 20, "c": 60}
    divide = planted([{"venue": key, "year": 2021, "known": 100, "firm": firms} for key, firms in shares.items()])
    measure = divide.measure("firm_share")
    figure = leave_one_out(divide, measure, "level", divide.share(measure, [2021]))
    assert (figure.low, figure.value, figure.high) == (15, 30, 40)
    assert (figure.parts["low_without"], figure.parts["high_without"], figure.parts["venues"]) == ("C", "A", 3)


def test_leave_one_out_of_a_did_leaves_out_controls_too(planted):
    """AI +10 and +30 (pooled +20), others 0 and −10 (pooled −5): did 25; without each 35, 15, 30 and 20."""
    rises = {"a": (20, 30), "b": (20, 50), "x1": (20, 20), "x2": (20, 10)}
    rows = [
        {"venue": key, "year": year, "known": 100, "firm": firms}
        for key, pair in rises.items()
        for year, firms in zip((2007, 2021), pair, strict=True)
    ]
    divide = planted(rows)
    measure = divide.measure("firm_share")
    figure = leave_one_out(divide, measure, "did", divide.did(measure))
    assert (figure.low, figure.value, figure.high) == pytest.approx((15, 25, 35))
    assert (figure.parts["low_without"], figure.parts["high_without"], figure.parts["venues"]) == ("B", "A", 4)


def test_whole_table_has_every_kind(shipped):
    figures = shipped.robustness()
    assert len(figures) == 5 * 3 * 7 + 5


@pytest.mark.parametrize("metric", list(METRICS.values()), ids=list(METRICS))
def test_every_metric_is_checked_in_the_ways_of_counting_that_it_has(shipped, metric):
    given = {metric.parameter: {"tier": "1-50", "country": "Japan", "institution": "google", "group": "firm"}[metric.parameter]} if metric.parameter else {}
    figures = list(headline_checks(shipped, shipped.measure(metric.name, area="ai", **given), "change"))
    checks = [figure.slice["check"] for figure in figures]
    assert checks[0] == "base" and {"fixed", "csrankings"} <= set(checks) and {figure.metric for figure in figures} == {f"{metric.name}_change"}
    assert ("fractional" in checks) == (metric.kind != "concentration" and metric.group != "unknown" and metric.base != "citations")
    assert ("unknown_all" in checks) == ("unknown_none" in checks) == (metric.kind != "concentration" and metric.base == "known")
    assert ("leave_one_out" in checks) == (metric.kind != "concentration")
