"""Figure cards by `kinds=["figure"]`: by words, apart from the texts unless both are asked for."""

import pytest

from index.search import Index


@pytest.fixture
def index(built, embedder):
    return Index.open(built, embedder)


def test_figure_cards_are_found_by_words(index):
    found = index.search("日本の機関の論文の割合", k=5, kinds=["figure"])
    assert [p.rank for p in found] == [1, 2, 3, 4, 5] and {p.kind for p in found} == {"figure"} and {p.source_id for p in found} == {"japan_share"}
    assert all(p.id == f"figure#{p.id.removeprefix('figure#')}" and 0 < p.score <= 1 and p.parts["dense"] == 0 for p in found)


@pytest.mark.parametrize("query, card", [
    ("AI会議の企業参加率 2021年", "firm_share.ai.2021"), ("企業参加率 AI会議 2007年", "firm_share.ai.2007"), ("AI以外の会議の企業参加率、2021年", "firm_share.non-ai.2021"),
])  # fmt: skip
def test_the_right_year_and_place_come_first(index, query, card):
    assert index.search(query, k=1, kinds=["figure"])[0].id == f"figure#{card}"


def test_a_metric_filter_and_the_other_filters(index):
    assert {p.source_id for p in index.search("企業", kinds=["figure"], filters={"source_id": "firm_only_share"})} == {"firm_only_share"}
    assert index.search("企業", kinds=["figure"], filters={"year": 2020}) == []


def test_ordinary_searches_hold_no_cards_and_mixed_ones_hold_both(index):
    assert not any(p.kind == "figure" for p in index.search("企業の論文の割合", k=20))
    mixed = index.search("企業の論文", k=20, kinds=["figure", "claim"])
    assert {p.kind for p in mixed} == {"figure", "claim"} and [p.score for p in mixed] == sorted((p.score for p in mixed), reverse=True)


def test_words_that_no_card_holds(index):
    assert index.search("zzz qqq", kinds=["figure"]) == []
