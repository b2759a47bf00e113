"""The panel against counts made by hand from the tiny data set (the papers are listed in tiny_data)."""

import numpy as np
import pandas as pd
import pytest

from analytics.divide.institutions import build_institutions
from analytics.divide.panel import GROUPS, build_countries, build_panel, check_panel
from analytics.divide.sources import read_raw
from analytics.errors import SourceError

# Venue AA in 2007: papers, credit and citations of each group, in the order of the papers in tiny_data.
AA_2007 = {
    "firm": (3, 1 + 0.5 + 0.25, 35),
    "university": (3, 0.5 + 0.5 + 1, 15),
    "government": (1, 0.25, 5),
    "nonprofit": (0, 0, 0),
    "big_tech": (2, 1 + 0.5, 30),
    "fortune_tech": (2, 1.5, 30),
    "hbcu": (0, 0, 0),
    "hsi": (1, 0.5, 10),
    "japan": (2, 0.75 + 1, 5),
    "japan_firm": (1, 0.25, 5),
    "japan_university": (2, 0.5 + 1, 5),
    "non_elite": (2, 0.5 + 1, 5),
    "tier_1-50": (1, 0.5, 10),
    "tier_301-500": (2, 0.5 + 1, 5),
    "firm_only": (1, 1, 20),
    "university_only": (1, 1, 0),
    "no_firm": (1, 1, 0),
    "firm_university": (2, 1 + 0.75, 15),
    "firm_elite": (1, 1, 10),
    "firm_non_elite": (1, 0.75, 5),
    "strategy_alone": (1, 1, 20),
    "strategy_elite": (1, 0.5, 10),
    "strategy_other": (1, 0.25, 5),
}


@pytest.fixture
def raw(tiny_raw):
    return read_raw(tiny_raw)


@pytest.fixture
def panel(raw):
    return build_panel(raw).set_index(["venue", "year"])


def test_known_papers_and_the_sixty_percent_rule(panel):
    rows = panel[["papers", "known", "counts", "citations"]]
    assert rows.loc[("aa", 2007)].tolist() == [5, 4, True, 35]
    assert rows.loc[("bb", 2007)].tolist() == [2, 1, False, 4]
    assert rows.loc[("cc", 2012)].tolist() == [2, 2, True, 3]
    assert panel.papers.sum() == 13


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_by_hand(group, panel):
    papers, credit, citations = AA_2007.get(group, (0, 0, 0))
    row = panel.loc[("aa", 2007)]
    assert row[f"n_{group}"] == papers
    assert row[f"f_{group}"] == pytest.approx(credit)
    assert row[f"c_{group}"] == citations


def test_two_strings_of_one_institution_count_once(panel):
    """"with elite" lists Acme and Acme Labs: one firm paper, and both authors' credit."""
    assert panel.loc[("aa", 2007), "n_big_tech"] == 2
    assert panel.loc[("aa", 2007), "f_big_tech"] == pytest.approx(1.5)


def test_exactly_sixty_percent_counts(tables, write):
    """3 of 5 known is at the bound, which counts (≥ 60 %)."""
    papers = tables["papers.parquet"]
    papers.at[3, "affiliations"], papers.at[3, "affiliation_authors"] = ["??"], [2.0]
    panel = build_panel(read_raw(write(tables))).set_index(["venue", "year"])
    assert panel.loc[("aa", 2007), ["papers", "known", "counts"]].tolist() == [5, 3, True]


def test_shares_of_sectors_add_up_to_the_known_papers(panel):
    credit = panel.f_firm + panel.f_university + panel.f_government + panel.f_nonprofit
    assert credit.to_numpy() == pytest.approx(panel.known.to_numpy())  # no paper of the tiny set has another sector


def test_countries_by_hand(raw):
    table = build_countries(raw).set_index(["venue", "year", "country"])
    assert table.loc[("aa", 2007, "Japan")].tolist() == [2, pytest.approx(1.75)]
    assert table.loc[("aa", 2007, "United States")].tolist() == [2, pytest.approx(2.0)]
    assert table.loc[("aa", 2007, "Germany")].tolist() == [1, pytest.approx(0.25)]
    assert ("bb", 2012, "United States") not in table.index  # Unlisted Inc has no country


def test_institutions_by_hand(raw):
    counts, profiles = build_institutions(raw)
    table = counts.set_index(["venue", "year", "institution"])
    assert table.loc[("aa", 2007, "acme")].tolist() == [2, pytest.approx(1.5)]
    assert table.loc[("aa", 2007, "mid-u")].tolist() == [2, pytest.approx(1.5)]
    assert table.loc[("bb", 2012, "mid-u")].tolist() == [1, pytest.approx(0.75)]
    assert set(counts[counts.venue == "bb"].institution) == {"acme", "mid-u"}  # an unlisted firm is no institution
    assert profiles.id.tolist() == ["acme", "beta", "elite-u", "gov", "mid-u"]
    assert not [column for column in profiles if column.startswith("qs_20")]  # ranks of QS are never shipped


def spoil(panel, cells):
    table = panel.reset_index()
    for column, value in cells.items():
        table.loc[0, column] = value
    return table


FAULTS = {
    "rows lost": ({"papers": 4}, "papers: rows were lost"),
    "more than known": ({"n_hsi": 5}, "group hsi exceeds the known papers"),
    "credit above papers": ({"f_hsi": 2.0}, "group hsi exceeds"),
    "complement": ({"n_no_firm": 2}, "with and without a firm do not add up"),
    "strategies": ({"n_strategy_other": 2}, "strategies of firms do not add up to n_firm"),
    "strategies' credit": ({"f_strategy_elite": 0.25}, "strategies of firms do not add up to f_firm"),
    "joint": ({"n_firm_university": 1, "f_firm_university": 1.0}, r"firm \+ university - firm_university exceeds"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_panel_that_does_not_reconcile_is_refused(name, panel, raw):
    cells, message = FAULTS[name]
    check_panel(panel.reset_index(), raw)
    with pytest.raises(SourceError, match=message):
        check_panel(spoil(panel, cells), raw)


def test_order_of_rows_does_not_matter(tables, write, panel):
    shuffled = tables["papers.parquet"].sample(frac=1, random_state=7)
    tables["papers.parquet"] = shuffled.reset_index(drop=True)
    again = build_panel(read_raw(write(tables))).set_index(["venue", "year"])
    pd.testing.assert_frame_equal(again, panel)
    assert np.isfinite(again.to_numpy(dtype=float)).all()
