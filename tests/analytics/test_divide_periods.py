"""Years: how they are read, written in ids and shown."""

import pytest

from analytics.divide.periods import AFTER, BEFORE, parse_years, period_key, period_label


@pytest.mark.parametrize(
    "text, years",
    [
        ("2019", (2019,)),
        ("2012-2014", (2012, 2013, 2014)),
        ("2012〜2014", (2012, 2013, 2014)),
        ("2008, 2020", (2008, 2020)),
        ("2020,2008,2008", (2008, 2020)),
        ("2007-2008,2020", (2007, 2008, 2020)),
    ],
)
def test_years_are_read(text, years):
    assert parse_years(text) == years


@pytest.mark.parametrize("text", ["", "2019-", "-2019", "2021-2012", "二千年", "2019;2020", "1-99999", "2019.5", "²"])
def test_unreadable_years_are_refused(text):
    with pytest.raises(ValueError):
        parse_years(text)


@pytest.mark.parametrize(
    "years, key, label",
    [
        ((2019,), "2019", "2019年"),
        ((2012, 2013, 2014), "2012-2014", "2012〜2014年"),
        ((2008, 2020), "2008+2020", "2008年・2020年"),
        ((2012, 2014, 2015), "2012+2014+2015", "2012年・2014年・2015年"),
    ],
)
def test_years_are_written(years, key, label):
    assert (period_key(years), period_label(years)) == (key, label)
    assert parse_years(key.replace("+", ",")) == years


def test_deep_learning_break_has_no_gap_and_no_overlap():
    assert BEFORE + AFTER == tuple(range(2007, 2022))
    assert AFTER[0] == 2012
