"""Claims beside figures: what counts as agreement, and that every figure is read by its id."""

from dataclasses import replace

import pytest

from analytics import Divide
from index.comparisons import Comparison, comparisons_of, figure_by_id, judge, load_comparisons, outcome_of

DIVIDE = Divide.open()
FIGURE = figure_by_id(DIVIDE, "firm_share.ai.2021")


def outcome(expects, *figures, stated=""):
    return outcome_of(Comparison("p", "claim-1", ("x",), expects, stated), [replace(FIGURE, **values) for values in figures])


@pytest.mark.parametrize("expects, figures, stated, wanted", [
    ("rise", [{"value": 3, "low": 1, "high": 5}], "", "agree"), ("rise", [{"value": 3, "low": -1, "high": 5}], "", "unclear"),
    ("rise", [{"value": -3, "low": -5, "high": -1}], "", "differ"), ("fall", [{"value": -3, "low": -5, "high": -1}], "", "agree"),
    ("fall", [{"value": 3, "low": 1, "high": 5}], "", "differ"), ("fall", [{"value": -1, "low": -3, "high": 1}], "", "unclear"),
    ("rise", [{"value": 2, "low": None, "high": None}], "", "agree"), ("fall", [{"value": 0, "low": None, "high": None}], "", "unclear"),
    ("majority", [{"value": 50.1}], "", "agree"), ("majority", [{"value": 49.9}], "", "differ"), ("minority", [{"value": 49.9}], "", "agree"),
    ("minority", [{"value": 50.1}], "", "differ"), ("higher", [{"value": 2}, {"value": 1}], "", "agree"), ("higher", [{"value": 1}, {"value": 2}], "", "differ"),
    ("near", [{"value": 33.0}], "38%", "agree"), ("near", [{"value": 32.9}], "38%", "differ"), ("near", [{"value": 43.1}], "約38%", "differ"),
    ("near", [{"value": 21.9, "unit": "か月"}], "約20か月", "agree"), ("near", [{"value": 22.1, "unit": "か月"}], "約20か月", "differ"),
    ("beside", [{"value": 1}, {"value": 2}], "", "not_compared"),
])
def test_outcomes(expects, figures, stated, wanted):
    assert outcome(expects, *figures, stated=stated)[0] == wanted


def test_the_difference_is_ours_minus_theirs():
    assert outcome("near", {"value": 32.5}, stated="38%") == ("differ", pytest.approx(-5.5))


@pytest.mark.parametrize("key", [
    "firm_share.ai.2020", "firm_share.non-ai.2012-2021", "firm_share.venue-nips.2018", "firm_share_change.field-nlp.2017_2020",
    "tier_share-1-50.ai.2007-2011", "tier_share-201-300_did_fe.ai.2007-2011_2012-2021", "country_share-United_States.ai.2021",
    "dl_title_share-firm_did.ai.2007-2011_2012-2021", "firm_share_gsynth.ai.2012-2019", "epoch_models.industry.2023", "hhi_change.ai.2007_2021",
])
def test_a_figure_is_found_by_its_id(key):
    assert figure_by_id(DIVIDE, key).id == key


def test_the_figure_is_the_one_that_analytics_computes():
    measure = DIVIDE.measure("firm_share", area="ai")
    assert figure_by_id(DIVIDE, "firm_share.ai.2020").value == DIVIDE.share(measure, (2020,)).value
    assert figure_by_id(DIVIDE, "firm_share_change.ai.2007_2021").value == DIVIDE.change(measure, (2007,), (2021,)).value


@pytest.mark.parametrize("key", ["", "firm_share", "firm_share.ai", "firm_share.ai.1900", "firm_share.ai.soon", "firm_shore.ai.2020", "firm_share.moon.2020", "a.b.c.d",
                                 "tier_share-1-51.ai.2020", "firm_share_change.ai.2020"])
def test_an_unknown_id_gives_nothing(key):
    assert figure_by_id(DIVIDE, key) is None


def test_a_missing_figure_is_named_not_skipped():
    with pytest.raises(KeyError, match="firm_share.ai.1900"):
        judge(Comparison("p", "claim-1", ("firm_share.ai.1900",), "beside"), DIVIDE)


def test_shipped_rows_of_a_paper_come_in_order():
    rows = [row for row in load_comparisons() if row.paper == "besiroglu-2024-compute-divide-ml"]
    assert [judged.comparison for judged in comparisons_of("besiroglu-2024-compute-divide-ml", DIVIDE)] == rows and len(rows) > 1
    assert comparisons_of("xu-2017-generalized-synthetic-control", DIVIDE) == ()
