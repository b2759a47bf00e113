"""Rankings, movers and strategies by hand on the tiny data set, and their promises on the shipped data."""

import pytest

from analytics.errors import NotInData, UnknownName

BOTH = range(2007, 2013)


def order(figures, name="institution"):
    return [(figure.slice[name], figure.value, figure.parts["rank"]) for figure in figures]


def test_institutions_by_papers(tiny):
    """AI, 2007 and 2012 (BB 2007 does not count): Acme 3 papers, Elite U 3, Mid U 4, Beta 1, Gov 1 of 7 known."""
    figures = tiny.rank_institutions(BOTH, by="papers")
    assert order(figures) == [("mid-u", 4, 1), ("acme", 3, 2), ("elite-u", 3, 2), ("beta", 1, 4), ("gov", 1, 4)]
    assert [figure.unit for figure in figures] == ["本"] * 5
    assert {figure.parts["of"] for figure in figures} == {5}
    shares = tiny.rank_institutions(BOTH)
    assert [figure.value for figure in shares] == pytest.approx([100 * count / 7 for count in (4, 3, 3, 1, 1)])
    assert figures[0].parts["share"] == shares[0].id


def test_fractional_order_can_differ(tiny):
    """Credit: Mid U 0.5 + 1 + 0.5 + 0.75, Acme 1 + 0.5 + 0.5, Elite U 0.5 + 0.5 + 0.5."""
    figures = tiny.rank_institutions(BOTH, variant="fractional", top=3)
    assert [figure.slice["institution"] for figure in figures] == ["mid-u", "acme", "elite-u"]
    assert [figure.value for figure in figures] == pytest.approx([100 * credit / 7 for credit in (2.75, 2.0, 1.5)])


@pytest.mark.parametrize(
    "names, expected",
    [
        ({"sector": "firm"}, ["acme", "beta"]),
        ({"country": "Japan"}, ["mid-u", "beta"]),
        ({"country": "日本", "sector": "firm"}, ["beta"]),
        ({"tier": "1-50"}, ["elite-u"]),
        ({"venue": "bb"}, ["mid-u"]),
        ({"field": "vision", "sector": "university"}, ["elite-u", "mid-u"]),
        ({"area": "non_ai"}, ["beta", "elite-u", "gov"]),
    ],
)
def test_filters_and_slices(names, expected, tiny):
    figures = tiny.rank_institutions(BOTH, **names)
    assert [figure.slice["institution"] for figure in figures] == expected


def test_japanese_names_where_known(tiny):
    assert [figure.label_ja for figure in tiny.rank_institutions([2012], venue="aa", by="papers")] == [
        "Elite Uの論文数（AA・2012年）", "アクメの論文数（AA・2012年）", "中位大学の論文数（AA・2012年）",
    ]  # fmt: skip


def test_ranking_figure_is_the_figure_of_a_query(tiny):
    ranked = tiny.rank_institutions([2012])[0]
    asked = tiny.share(tiny.measure("institution_share", institution=ranked.slice["institution"]), [2012])
    assert (ranked.id, ranked.value, ranked.n, ranked.slice, ranked.caveats_ja) == (
        asked.id, asked.value, asked.n, asked.slice, asked.caveats_ja,
    )  # fmt: skip


def test_countries(tiny):
    figures = tiny.rank_countries([2007])
    assert order(figures, "country") == [("Japan", 50, 1), ("United States", 50, 1), ("Germany", 25, 3)]
    assert figures[0].label_ja == "日本の機関の参加率（AI会議・2007年）"


def test_venues_with_few_papers_are_left_out(planted):
    rows = [
        {"venue": "a", "year": 2020, "known": 100, "firm": 20},
        {"venue": "b", "year": 2020, "known": 100, "firm": 40},
        {"venue": "few", "year": 2020, "known": 29, "firm": 29},
        {"venue": "off", "year": 2020, "known": 0},
        {"venue": "x", "year": 2020, "known": 100, "firm": 90},
    ]
    divide = planted(rows)
    assert order(divide.rank_venues("firm_share", [2020]), "venue") == [("b", 40, 1), ("a", 20, 2)]
    assert order(divide.rank_venues("firm_share", [2020], minimum=1, top=1), "venue") == [("few", 100, 1)]
    with pytest.raises(NotInData):
        divide.rank_venues("firm_share", [2019])


def test_movers_by_hand(planted):
    """Firm share: v +10, w −20, u 0 (neither riser nor faller); x is not AI; few has too few papers to move."""
    shares = {"u": (30, 30), "v": (20, 30), "w": (50, 30), "x": (10, 90)}
    rows = [{"venue": "few", "year": year, "known": 10, "firm": firms} for year, firms in ((2010, 0), (2020, 10))]
    rows += [
        {"venue": venue, "year": year, "known": 100, "firm": firms}
        for venue, pair in shares.items()
        for year, firms in zip((2010, 2020), pair, strict=True)
    ]
    divide = planted(rows)
    assert order(divide.movers("venues", [2010], [2020]), "venue") == [("v", pytest.approx(10), 1)]
    assert order(divide.movers("venues", [2010], [2020], by="fall"), "venue") == [("w", pytest.approx(-20), 1)]
    groups = divide.movers("groups", [2010], [2020], area="all")
    assert [figure.metric for figure in groups] == ["firm_share_change"]
    assert groups[0].value == pytest.approx(100 * (190 / 410 - 110 / 410))


def test_movers_of_the_shipped_data_are_changes_with_intervals(shipped):
    risers = shipped.movers("institutions", range(2007, 2012), range(2017, 2022), sector="firm", top=5)
    fallers = shipped.movers("institutions", range(2007, 2012), range(2017, 2022), sector="firm", by="fall", top=5)
    assert [figure.value for figure in risers] == sorted((figure.value for figure in risers), reverse=True)
    assert [figure.value for figure in fallers] == sorted(figure.value for figure in fallers)
    assert risers[-1].value > 0 > fallers[-1].value
    for figure in risers + fallers:
        assert figure.low < figure.value < figure.high
        assert "偶然の変動" in figure.caveats_ja[0]
    change = shipped.change(
        shipped.measure("institution_share", institution=risers[0].slice["institution"]), range(2007, 2012), range(2017, 2022)
    )
    assert (change.id, change.value) == (risers[0].id, risers[0].value)


def test_movers_need_thirty_papers(shipped):
    for figure in shipped.movers("institutions", [2007], [2021], country="Japan", top=None):
        measure = shipped.measure("institution_share", institution=figure.slice["institution"])
        assert sum(shipped.count(measure, [year]).value for year in (2007, 2021)) >= 30


@pytest.mark.parametrize(
    "names, error",
    [
        ({"sector": "company"}, UnknownName), ({"tier": "1-49"}, UnknownName), ({"country": "Atlantis"}, UnknownName),
        ({"variant": "unknown_all"}, ValueError), ({"by": "rise"}, ValueError), ({"area": "ai", "venue": "aa"}, ValueError),
        ({"venue": "bb", "sector": "government"}, NotInData),
    ],
)  # fmt: skip
def test_rankings_refuse_what_they_do_not_have(names, error, tiny):
    with pytest.raises(error):
        tiny.rank_institutions([2012], **names)


def test_movers_refuse_what_they_do_not_have(tiny):
    with pytest.raises(UnknownName):
        tiny.movers("planets", [2007], [2012])
    with pytest.raises(ValueError, match="rise or fall"):
        tiny.movers("institutions", [2007], [2012], by="level")


def test_strategies_by_hand(tiny):
    """AA 2007: one firm paper of each kind; the firms wrote 1, 0.5 and 0.25 papers of them."""
    assert [figure.value for figure in tiny.strategies([2007])] == pytest.approx([100 / 3] * 3)
    credit = [figure.value for figure in tiny.strategies([2007], variant="fractional")]
    assert credit == pytest.approx([100 * part / 1.75 for part in (1, 0.5, 0.25)])


@pytest.mark.parametrize("variant", [None, "fractional", "fixed", "csrankings"])
def test_strategies_reconcile_with_the_firm_share(variant, shipped):
    for year in range(2007, 2022):
        parts = shipped.strategies([year], variant=variant)
        firms = shipped.share(shipped.measure("firm_share", variant=variant), [year])
        assert sum(figure.value for figure in parts) == pytest.approx(100, abs=1e-4)
        assert sum(figure.parts["numerator"] for figure in parts) == pytest.approx(firms.parts["numerator"], abs=1e-3)
    names = ("firm_only_share", "firm_elite_share", "firm_other_share")
    whole = [shipped.share(shipped.measure(name), [2021]).value for name in names]
    assert sum(whole) == pytest.approx(shipped.share(shipped.measure("firm_share"), [2021]).value, rel=1e-12)
