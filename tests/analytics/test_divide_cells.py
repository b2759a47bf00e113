"""Counts by venue, year and name: the order of the rows must not matter."""

import numpy as np
import pandas as pd
import pytest

from analytics.divide.cells import CellCounts

ROWS = [
    ("b", 2008, "z", 4, 2.0), ("a", 2007, "y", 1, 0.5), ("b", 2007, "z", 3, 1.5), ("a", 2008, "z", 2, 1.0), ("b", 2008, "y", 5, 2.5),
]  # fmt: skip
COLUMNS = ["venue", "year", "name", "n", "f"]


@pytest.fixture(params=[None, 1, 2])
def cells(request):
    table = pd.DataFrame(ROWS, columns=COLUMNS)
    if request.param is not None:
        table = table.sample(frac=1, random_state=request.param)
    return CellCounts(table, "name", {"a": 0, "b": 1, "c": 2}, (2007, 2008))


def test_matrix_of_one_name(cells):
    assert cells.names == ("y", "z")
    assert cells.matrix("z", "n").tolist() == [[0, 2], [3, 4], [0, 0]]
    assert cells.matrix("y", "f").tolist() == [[0.5, 0], [0, 2.5], [0, 0]]
    with pytest.raises(KeyError):
        cells.matrix("x", "n")


def test_sums_inside_a_mask(cells):
    everything = np.ones((3, 2), dtype=bool)
    assert cells.totals(everything, "n").tolist() == [6, 9]
    only_2008 = everything & np.array([False, True])
    assert cells.totals(only_2008, "n").tolist() == [5, 6]
    first = np.array([[True, True], [False, False], [True, True]])
    assert cells.totals(first, "f").tolist() == [0.5, 1.0]


def test_sums_by_venue_keep_only_names_that_occur(cells):
    assert cells.by_venue(np.ones((3, 2), dtype=bool), "n").tolist() == [[1, 2], [5, 7], [0, 0]]
    only_b_2007 = np.array([[False, False], [True, False], [False, False]])
    assert cells.by_venue(only_b_2007, "n").tolist() == [[3]]


def test_unknown_venue_is_refused():
    with pytest.raises(KeyError):
        CellCounts(pd.DataFrame([("q", 2007, "z", 1, 1.0)], columns=COLUMNS), "name", {"a": 0}, (2007,))
