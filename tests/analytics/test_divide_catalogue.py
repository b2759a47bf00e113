"""The figures known by name, and what every one of them must carry."""

import pytest

from analytics import figure_cards
from analytics.divide.catalogue import catalogue
from analytics.divide.country_names import COUNTRY_LABELS
from analytics.divide.metrics import METRICS
from analytics.figure import display_value


@pytest.fixture(scope="module")
def figures(shipped):
    return catalogue(shipped)


def test_enough_cards_each_once(figures):
    assert len(figures) >= 250
    assert len({figure.id for figure in figures}) == len(figures)


def test_every_metric_is_represented(figures):
    found = {figure.metric.removesuffix("_change").removesuffix("_did").removesuffix("_count") for figure in figures}
    assert set(METRICS) <= found


def test_every_figure_is_complete(figures):
    for figure in figures:
        assert figure.label_ja and figure.definition_ja and figure.method_ja and figure.caveats_ja and figure.period
        assert not {"{", "}"} & set(figure.label_ja + figure.definition_ja), figure.id
        assert "None" not in figure.label_ja + figure.definition_ja + figure.method_ja
        assert figure.n > 0 and figure.source.file_hash
        if figure.unit == "%":
            assert 0 <= figure.value <= 100, figure.id
        if figure.low is not None:
            assert figure.low <= figure.value <= figure.high, figure.id


def test_cards_hold_words_and_no_values(figures):
    cards = figure_cards()
    assert [card.id for card in cards] == [figure.id for figure in figures]
    for card, figure in zip(cards, figures, strict=True):
        assert card.text == f"{figure.label_ja}。{figure.definition_ja}。"


def test_every_country_has_a_japanese_name(shipped):
    assert set(shipped.counts.country_names) <= set(COUNTRY_LABELS)
    assert len(set(COUNTRY_LABELS.values())) == len(COUNTRY_LABELS)


def test_large_institutions_have_japanese_names(shipped):
    """Everyone among the 300 with most papers, and every Japanese one with more than ten."""
    directory = shipped.counts.directory
    every = shipped.rank_institutions(range(2007, 2022), area="all", by="papers", top=300)
    japanese = shipped.rank_institutions(range(2007, 2022), area="all", by="papers", top=1000, country="Japan")
    for figure in every + [figure for figure in japanese if figure.value > 10]:
        assert directory.profile(figure.slice["institution"]).name_ja, figure.id


@pytest.mark.parametrize(
    "value, unit, signed, shown",
    [(17.98, "%", False, "18.0%"), (3.25, "ポイント", True, "+3.2ポイント"), (-0.04, "ポイント", True, "0.0ポイント"),
     (1234567, "本", False, "1,234,567本"), (0.8235, "", False, "0.82"),
     (0.142, "%", False, "0.14%"), (0.0633, "%", False, "0.06%"), (0.2, "%", False, "0.2%"), (0.004, "%", False, "0.0%")],
)  # fmt: skip
def test_display(value, unit, signed, shown):
    assert display_value(value, unit, signed) == shown
