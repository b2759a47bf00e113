"""One measure as a multiple of another one, and a part in percent of its whole, from the same shares."""

import pytest

from analytics import Divide
from analytics.errors import BadInput


@pytest.fixture(scope="module")
def shipped():
    return Divide.open()


def test_the_larger_is_divided_by_the_smaller_in_either_order(shipped):
    us, china = (shipped.measure("country_share", country=name, area="ai") for name in ("United States", "China"))
    figure = shipped.times(china, us, (2021,))
    values = shipped.share(us, (2021,)).value, shipped.share(china, (2021,)).value
    assert figure.value == pytest.approx(values[0] / values[1]) and figure.unit == "倍" and figure.display == "1.4倍"
    assert figure.parts == {"more": shipped.share(us, (2021,)).id, "less": shipped.share(china, (2021,)).id}
    assert shipped.times(us, china, (2021,)).id == figure.id


def test_a_part_in_percent_of_its_whole(shipped):
    firms, big = (shipped.measure(name, area="ai") for name in ("firm_share", "big_tech_share"))
    figure = shipped.within(firms, big, (2021,))
    assert figure.value == pytest.approx(100 * shipped.count(big, (2021,)).value / shipped.count(firms, (2021,)).value)
    assert figure.display == "83.5%"


@pytest.mark.parametrize(("whole", "part"), [("big_tech_share", "firm_share"), ("firm_share", "university_share")])
def test_no_part_of_the_other(shipped, whole, part):
    with pytest.raises(BadInput):
        shipped.within(shipped.measure(whole, area="ai"), shipped.measure(part, area="ai"), (2021,))
