"""Who belongs to a group: counted from the profiles, and the same institutions that its share counts."""

import pytest

from analytics.divide.members import belongs, members


@pytest.mark.parametrize("group, metric, names", [("big_tech", "big_tech_share", {}), ("elite", "tier_share", {"tier": "1-50"})])
def test_members_have_papers_and_no_more_than_their_group(shipped, group, metric, names):
    count, rows = members(shipped, group, (2021,), 500, area="ai")
    assert count.value == len(rows) == rows[0].parts["of"]
    share = shipped.share(shipped.measure(metric, area="ai", **names), (2021,)).value
    assert rows[0].value < share < sum(row.value for row in rows)  # a paper of two members counts for both
    assert [row.value for row in rows] == sorted((row.value for row in rows), reverse=True)
    assert all(belongs(shipped, group, row.slice["institution"]) for row in rows)


def test_the_tiny_group_by_hand(tiny):
    count, rows = members(tiny, "big_tech", (2007,), 5)
    assert (count.value, count.unit, [row.slice["institution"] for row in rows]) == (1, "社", ["acme"])
    assert belongs(tiny, "big_tech", "acme") and not belongs(tiny, "big_tech", "beta")
    assert belongs(tiny, "elite", "elite-u") and not belongs(tiny, "elite", "mid-u")
