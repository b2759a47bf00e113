"""The difference of two measures in the same years: the larger minus the smaller one, and how wide its interval is."""

import numpy as np
import pytest

from analytics.divide.gaps import joined, least_overlap
from analytics.divide.uncertainty import DRAWS, difference_of_proportions, percentile_interval, share_draws, venue_weights, wilson
from analytics.errors import BadInput, NotInData


def two(divide, **others):
    """The firm share of two venues, with `others` for the second one."""
    return divide.measure("firm_share", venue="icml"), divide.measure("firm_share", **{"venue": "cvpr", **others})


def test_the_larger_one_comes_first_whichever_is_named_first(shipped):
    first, second = two(shipped)
    levels = [shipped.share(measure, (2021,)).value for measure in (first, second)]
    one, other = shipped.gap(first, second, (2021,)), shipped.gap(second, first, (2021,))
    assert one == other
    assert one.value == pytest.approx(abs(levels[0] - levels[1]))
    assert (one.unit, one.metric, one.period) == ("ポイント", "firm_share_gap", "2021年")
    assert one.slice["against"] == {"venue": "cvpr"} and one.parts == {"more": "firm_share.venue-icml.2021", "less": "firm_share.venue-cvpr.2021"}
    assert one.label_ja == "企業参加率の差（ICMLとCVPR・2021年）"


def test_two_conferences_have_the_published_interval_of_two_independent_shares(shipped):
    first, second = two(shipped)
    found = shipped.gap(first, second, (2021,))
    (top_a, all_a), (top_b, all_b) = (tuple(float(part.sum()) for part in shipped.sums(measure, (2021,))) for measure in (second, first))
    assert (found.low, found.high) == pytest.approx(difference_of_proportions(top_a, all_a, top_b, all_b))
    assert "Newcombe" in found.method_ja


def test_two_areas_are_drawn_again_venue_by_venue(shipped):
    ai, other = (shipped.measure("firm_share", area=area) for area in ("ai", "non_ai"))
    found = shipped.gap(ai, other, (2021,))
    assert found.low < found.value < found.high and "ブートストラップ" in found.method_ja
    assert found.low > 0


def test_two_metrics_of_one_area_share_their_draws(shipped):
    """With and without firms are 100 % together in every draw, so that their difference moves twice as far as either of them."""
    without, firm = (shipped.measure(metric, area="ai") for metric in ("no_firm_share", "firm_share"))
    found = shipped.gap(without, firm, (2021,))
    draws = share_draws(*shipped.sums(firm, (2021,)), venue_weights(len(shipped.sums(firm, (2021,))[0]), 0, DRAWS))
    low, high = percentile_interval(draws)
    assert (found.low, found.high) == pytest.approx((100 - 2 * high, 100 - 2 * low))


def test_two_countries_of_one_conference_allow_for_papers_of_both(shipped):
    """Papers of both countries are counted twice: the interval is no narrower than that of shares without any such paper."""
    first, second = (shipped.measure("country_share", venue="cvpr", country=country) for country in ("United States", "China"))
    found = shipped.gap(first, second, (2021,))
    (top_a, all_a), (top_b, all_b) = (tuple(float(part.sum()) for part in shipped.sums(measure, (2021,))) for measure in (second, first))
    low, high = difference_of_proportions(*sorted([(top_a, all_a), (top_b, all_b)])[0], *sorted([(top_a, all_a), (top_b, all_b)])[1])
    assert found.low < low and found.high > high
    assert "広めの幅" in found.method_ja and found.n == all_a


def test_an_area_and_a_conference_join_both_kinds_of_interval(shipped):
    found = shipped.gap(shipped.measure("firm_share", area="ai"), shipped.measure("firm_share", venue="cvpr"), (2021,))
    assert found.low <= found.value <= found.high and "MOVER" in found.method_ja


def test_concentration_goes_by_its_standard_errors(shipped):
    found = shipped.gap(*(shipped.measure("top10_share", area=area) for area in ("ai", "non_ai")), (2021,))
    assert found.low < found.value < found.high
    assert (found.low + found.high) / 2 == pytest.approx(found.value)


def test_joined_gives_newcombe_for_independent_shares():
    sides = [wilson(56 / 70, 70), wilson(48 / 80, 80)]
    assert joined([56 / 70, 48 / 80], sides, 0.0) == pytest.approx((5.24, 33.39), abs=5e-3)  # Newcombe 1998, table II (a)


@pytest.mark.parametrize("first, second", [(0.3, 0.2), (0.7, 0.6), (0.95, 0.9)])
def test_the_least_overlap_is_the_lowest_correlation_that_counts_allow(first, second):
    """Against every overlap of 1,000 papers."""
    n, lowest = 1000, np.inf
    for both in range(int(max(0, round(n * (first + second - 1)))), int(n * min(first, second)) + 1):
        a = np.repeat([1, 0], [int(n * first), n - int(n * first)])
        b = np.concatenate([np.repeat([1, 0], [both, int(n * first) - both]), np.repeat([1, 0], [int(n * second) - both, n - int(n * first) - int(n * second) + both])])
        lowest = min(lowest, np.corrcoef(a, b)[0, 1])
    assert least_overlap(first, second) == pytest.approx(lowest, abs=5e-3)


def test_what_has_no_difference_says_so(shipped):
    firm = shipped.measure("firm_share", area="ai")
    for other in (firm, shipped.measure("hhi", area="ai"), shipped.measure("citation_share", area="ai", group="big_tech"), shipped.measure("firm_share", area="ai", variant="fractional")):
        with pytest.raises(BadInput):
            shipped.gap(firm, other, (2021,))
    with pytest.raises(NotInData):
        shipped.gap(shipped.measure("firm_share", venue="nips"), shipped.measure("firm_share", venue="icml"), (2021,))
