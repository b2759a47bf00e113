"""Shares, changes, ratios and differences-in-differences by hand on the tiny data set (listed in tiny_data)."""

import pytest

from analytics.errors import NotInData, UnknownName


def value(tiny, metric, years, **names):
    return tiny.share(tiny.measure(metric, **names), years).value


def test_pooled_share_is_sum_over_sum_not_mean_of_means(tiny):
    """2012: AA has 1 firm paper of 2, BB 1 of 1. Pooled 2/3; the mean of the venues would be 75 %."""
    figure = tiny.share(tiny.measure("firm_share"), [2012])
    assert figure.value == pytest.approx(200 / 3)
    assert (figure.n, figure.unit, figure.parts) == (3, "%", {"numerator": 2.0, "denominator": 3.0})
    assert value(tiny, "firm_share", [2012], venue="aa") == 50
    assert value(tiny, "firm_share", [2012], venue="bb") == 100


def test_venue_years_under_sixty_percent_do_not_count(tiny):
    """BB 2007 knows 1 of 2 papers, a firm's: counted, the AI share would be 4/5."""
    assert value(tiny, "firm_share", [2007]) == 75
    with pytest.raises(NotInData) as caught:
        tiny.share(tiny.measure("firm_share", venue="bb"), [2007])
    assert caught.value.reason == "coverage"
    assert caught.value.details["available"] == (2012,)


@pytest.mark.parametrize(
    "metric, names, expected",
    [
        ("firm_only_share", {}, 25),
        ("no_firm_share", {}, 25),
        ("firm_university_share", {}, 50),
        ("firm_elite_share", {}, 25),
        ("firm_non_elite_share", {}, 25),
        ("elite_partner_ratio", {}, 50),
        ("firm_other_share", {}, 25),
        ("firm_alone_ratio", {}, 100 / 3),
        ("big_tech_share", {}, 50),
        ("university_only_share", {}, 25),
        ("tier_share", {"tier": "1-50"}, 25),
        ("tier_share", {"tier": "301-500"}, 50),
        ("japan_share", {}, 50),
        ("country_share", {"country": "Japan"}, 50),
        ("country_share", {"country": "日本"}, 50),
        ("institution_share", {"institution": "acme"}, 50),
        ("institution_share", {"institution": "アクメ"}, 50),
        ("unknown_share", {}, 20),
        ("citation_share", {}, 100),
        ("citation_share", {"group": "big_tech"}, 100 * 30 / 35),
        ("firm_share", {"variant": "fractional"}, 100 * 1.75 / 4),
        ("firm_alone_ratio", {"variant": "fractional"}, 100 * 1 / 1.75),
        ("elite_partner_ratio", {"variant": "fractional"}, 100 * 1 / 1.75),
        ("country_share", {"country": "Japan", "variant": "fractional"}, 100 * 1.75 / 4),
        ("institution_share", {"institution": "acme", "variant": "fractional"}, 100 * 1.5 / 4),
        ("firm_share", {"variant": "unknown_all"}, 80),
        ("firm_share", {"variant": "unknown_none"}, 60),
        ("firm_share", {"variant": "csrankings", "area": "all"}, 60),
    ],
)
def test_metrics_by_hand(metric, names, expected, tiny):
    """AI in 2007 is venue AA alone: 5 papers, 4 known (with csrankings and every area also CC: 3 of 5)."""
    assert value(tiny, metric, [2007], **names) == pytest.approx(expected)


def test_n_is_papers_also_where_the_denominator_is_not(tiny):
    for metric, variant, n in (("citation_share", None, 4), ("firm_alone_ratio", None, 3), ("firm_alone_ratio", "fractional", 3)):
        assert tiny.share(tiny.measure(metric, variant=variant), [2007]).n == n


def test_change_ratio_and_did_by_hand(tiny):
    measure = tiny.measure("firm_share")
    change = tiny.change(measure, [2007], [2012])
    assert (change.value, change.unit, change.n) == (pytest.approx(200 / 3 - 75), "ポイント", 7)
    assert change.parts == {"before": "firm_share.ai.2007", "after": "firm_share.ai.2012"}
    assert tiny.ratio(measure, [2007], [2012]).value == pytest.approx(200 / 3 / 75)
    did = tiny.did(measure, [2007], [2012])  # non-AI: 0 of 1, then 1 of 2
    assert did.value == pytest.approx((200 / 3 - 75) - (50 - 0))
    assert did.parts == {"treated": "firm_share_change.ai.2007_2012", "control": "firm_share_change.non-ai.2007_2012"}


def test_few_venues_give_a_paper_interval_or_none_and_say_so(tiny):
    """Two or three venues cannot be resampled: Newcombe for a change (stated), no interval for a did or for citations."""
    change = tiny.change(tiny.measure("firm_share"), [2007], [2012])
    assert change.low < change.value < change.high
    assert "Newcombe" in change.method_ja and "ブートストラップ" not in change.method_ja
    for figure in (
        tiny.did(tiny.measure("firm_share"), [2007], [2012]),
        tiny.change(tiny.measure("citation_share"), [2007], [2012]),
        tiny.change(tiny.measure("gini"), [2007], [2012]),
    ):
        assert (figure.low, figure.high) == (None, None)
        assert "区間は計算していない" in figure.method_ja


def test_same_period_twice_is_refused(tiny):
    for compute in (tiny.change, tiny.ratio, tiny.did):
        with pytest.raises(NotInData) as caught:
            compute(tiny.measure("firm_share"), [2007], [2007])
        assert caught.value.reason == "one_period"


def test_ratio_to_zero_is_not_in_data(tiny):
    with pytest.raises(NotInData) as caught:
        tiny.ratio(tiny.measure("firm_share", area="non_ai"), [2007], [2012])
    assert caught.value.reason == "zero_base"


def test_did_needs_a_slice_to_compare(tiny):
    for names in ({"area": "non_ai"}, {"area": "all"}, {"venue": "aa"}):
        with pytest.raises(ValueError, match="name area ai or a field"):
            tiny.did(tiny.measure("firm_share", **names), [2007], [2012])


@pytest.mark.parametrize(
    "years, reason",
    [([2006], "year_before"), ([2013], "year_after"), ([2009], "no_papers"), ([], "no_years"), ([2007, 2030], "year_after")],
)
def test_years_without_data_say_why(years, reason, tiny):
    with pytest.raises(NotInData) as caught:
        tiny.share(tiny.measure("firm_share"), years)
    assert caught.value.reason == reason


def test_empty_denominator_is_not_in_data_rather_than_zero(tiny):
    with pytest.raises(NotInData) as caught:
        tiny.share(tiny.measure("elite_partner_ratio", area="non_ai"), [2012])
    assert caught.value.reason == "empty"


@pytest.mark.parametrize(
    "metric, names, kind",
    [
        ("firmshare", {}, "metric"),
        ("firm_share", {"area": "europe"}, "area"),
        ("firm_share", {"field": "maths"}, "field"),
        ("firm_share", {"venue": "icml"}, "venue"),
        ("firm_share", {"variant": "half"}, "variant"),
        ("tier_share", {"tier": "1-49"}, "tier"),
        ("country_share", {"country": "Atlantis"}, "country"),
        ("institution_share", {"institution": "nobody"}, "institution"),
        ("citation_share", {"group": "robots"}, "group"),
    ],
)
def test_unknown_names_are_refused_with_what_exists(metric, names, kind, tiny):
    with pytest.raises(UnknownName) as caught:
        tiny.measure(metric, **names)
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    "metric, names, message",
    [
        ("firm_share", {"tier": "1-50"}, "takes no tier"),
        ("tier_share", {}, "needs tier"),
        ("country_share", {}, "needs country"),
        ("firm_share", {"area": "ai", "venue": "aa"}, "only one of"),
        ("unknown_share", {"variant": "fractional"}, "no fractional counting"),
        ("citation_share", {"variant": "fractional"}, "no fractional counting"),
        ("elite_partner_ratio", {"variant": "unknown_all"}, "no bounds"),
        ("gini", {"variant": "unknown_all"}, "no bounds"),
    ],
)
def test_parameters_that_do_not_fit_are_refused(metric, names, message, tiny):
    with pytest.raises(ValueError, match=message):
        tiny.measure(metric, **names)


def test_partly_matching_institution_is_suggested(tiny):
    with pytest.raises(UnknownName) as caught:
        tiny.measure("institution_share", institution="elite")
    assert caught.value.known == ("elite u",)


def test_series_gives_the_years_it_has_and_the_reasons_for_the_rest(tiny):
    figures, missing = tiny.series(tiny.measure("firm_share", venue="bb"), [2012, 2007, 2010])
    assert [figure.period for figure in figures] == ["2012年"]
    assert [reason.reason for reason in missing] == ["coverage", "no_papers"]
    with pytest.raises(NotInData):
        tiny.series(tiny.measure("firm_share", venue="bb"), [2007])
    with pytest.raises(NotInData):
        tiny.series(tiny.measure("firm_share"), [])


def test_figure_states_the_years_that_were_counted(tiny):
    """A period is shown up to the years with data, and the years asked for without data are named."""
    figure = tiny.share(tiny.measure("firm_share", venue="aa"), range(2007, 2013))
    assert figure.id == "firm_share.venue-aa.2007-2012"
    assert figure.slice == {"venue": "aa", "years": [2007, 2012]}
    assert figure.period == "2007〜2012年"
    assert "2008〜2011年は数えられる論文がないため含みません" in figure.caveats_ja
    late = tiny.share(tiny.measure("firm_share", venue="bb"), range(2007, 2013))
    assert (late.period, late.slice["years"]) == ("2012年", [2012])
    assert late.label_ja == "企業参加率（BB・2012年）"


def test_counts_of_papers(tiny):
    measure = tiny.measure("firm_share")
    figure = tiny.count(measure, [2012])
    assert (figure.value, figure.unit, figure.display) == (2, "本", "2本")
    assert tiny.count(tiny.measure("institution_share", institution="mid-u"), [2012]).label_ja == "中位大学の論文数（AI会議・2012年）"
    for metric in ("citation_share", "gini"):
        with pytest.raises(ValueError, match="is not a share of papers"):
            tiny.count(tiny.measure(metric), [2012])
    everything = tiny.paper_count(tiny.counts.slice(area="ai"), range(2007, 2013))
    assert (everything.value, everything.parts) == (10, {"known": 8.0})
    assert everything.slice["years"] == [2007, 2012]


def test_bounds_hold_the_plain_share(tiny):
    for metric, names in (("firm_share", {}), ("tier_share", {"tier": "1-50"}), ("firm_only_share", {})):
        low, plain, high = (
            value(tiny, metric, [2007], variant=variant, **names) for variant in ("unknown_none", None, "unknown_all")
        )
        assert low < plain < high


def test_lower_bound_caveat_only_where_it_is_true(tiny):
    """Unknown authors can only add firms to a paper, so they lower the firm-only share: it is an upper bound, and a
    change or a ratio is neither."""
    def bounds(figure):
        return [mark for mark in ("下限の目安", "上限の目安") if any(mark in caveat for caveat in figure.caveats_ja)]

    assert bounds(tiny.share(tiny.measure("firm_share"), [2007])) == ["下限の目安"]
    assert bounds(tiny.share(tiny.measure("firm_only_share"), [2007])) == ["上限の目安"]
    assert bounds(tiny.share(tiny.measure("elite_partner_ratio"), [2007])) == []
    assert bounds(tiny.change(tiny.measure("firm_share"), [2007], [2012])) == []


def test_venue_that_ended_is_named(planted):
    """A large venue without data after 2019 is told beside a pooled figure of 2020, not of 2018."""
    rows = [{"venue": venue, "year": year, "known": 100, "firm": 20} for venue in ("big", "v") for year in range(2007, 2022)]
    rows = [row for row in rows if row["venue"] == "v" or row["year"] <= 2019]
    divide = planted(rows)
    text = "BIGは2020年以降、数えられるデータがないため、その分を含みません"
    assert text in divide.share(divide.measure("firm_share"), [2020]).caveats_ja
    assert text not in divide.share(divide.measure("firm_share"), [2018]).caveats_ja
    assert text not in divide.share(divide.measure("firm_share", venue="v"), [2020]).caveats_ja


def test_fixed_venues_are_those_with_every_main_year(planted):
    rows = [{"venue": "v", "year": year, "known": 100, "firm": 20} for year in range(2007, 2022)]
    rows += [{"venue": "w", "year": year, "known": 100, "firm": 60} for year in range(2007, 2022) if year != 2013]
    divide = planted(rows)
    assert divide.share(divide.measure("firm_share"), [2020]).value == 40
    fixed = divide.share(divide.measure("firm_share", variant="fixed"), [2020])
    assert (fixed.value, fixed.n, fixed.slice["variant"]) == (20, 100, "fixed")


def test_bootstrap_is_used_from_five_venues_with_data_in_both_periods(planted):
    rows = [{"venue": f"v{n}", "year": 2021, "known": 100, "firm": 30 + n} for n in range(6)]
    early = [{"venue": f"v{n}", "year": 2007, "known": 100, "firm": 20} for n in range(4)]
    divide = planted(rows + early)
    assert "Newcombe" in divide.change(divide.measure("firm_share"), [2007], [2021]).method_ja
    divide = planted(rows + early + [{"venue": "v4", "year": 2007, "known": 100, "firm": 20}])
    assert "ブートストラップ" in divide.change(divide.measure("firm_share"), [2007], [2021]).method_ja


@pytest.mark.parametrize("names", [("firm_share", {}), ("unknown_share", {}), ("citation_share", {}), ("firm_alone_ratio", {}), ("elite_partner_ratio", {})])
def test_the_bare_value_and_size_are_those_of_the_figure(tiny, names):
    """Also where the size is another column than the denominator (cited papers, papers of known affiliation)."""
    measure = tiny.measure(names[0], **names[1])
    figure = tiny.share(measure, (2012,))
    assert tiny.value(measure, (2012,)) == (figure.value, figure.n)
