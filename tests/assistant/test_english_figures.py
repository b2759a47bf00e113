"""Measures and ways to ask for them in English."""

import pytest

from assistant.understand.text.english_figures import english_figures


@pytest.mark.parametrize(("text", "metric", "years"), [
    ("Did the Herfindahl index of AI conference output go up between 2007 and 2021?", "hhi", (2007, 2021)),
    ("What was the Herfindahl-Hirschman index for vision in 2019?", "hhi", (2019,)),
    ("Gini coefficient of AI conferences in 2015?", "gini", (2015,)),
    ("What share of ICML 2014 papers had at least one university in the QS top 50?", "tier_share", (2014,)),
    ("What share of CVPR 2018 papers had one or more industry authors?", "firm_share", (2018,)),
    ("How visible were historically Black colleges at AI conferences in 2021, as a share of papers?", "hbcu_share", (2021,)),
    ("Share of historically Black universities in NLP, 2019", "hbcu_share", (2019,)),
    ("Hispanic-serving colleges share of AI papers 2020", "hsi_share", (2020,)),
    ("share of top-50 universities at ICML 2021", "tier_share", (2021,)),
    ("MICCAI 2020 で top-50 university が入っている paper の share は?", "tier_share", (2020,)),
])  # fmt: skip
def test_measures_are_known_by_their_english_names(understand, text, metric, years):
    question = understand(text)
    assert ([subject.metric for subject in question.subjects], question.years, question.blocker) == ([metric], years, None)
    assert question.intent != "rank"


@pytest.mark.parametrize(("text", "low"), [
    ("Which AI venue was the least industrial in 2019?", True),
    ("AI conference with the lowest firm share in 2019?", True),
    ("Name the most corporate AI conference in 2019.", False),
    ("Which conference had the highest industry share in 2019?", False),
])  # fmt: skip
def test_conferences_are_ordered_by_their_industry(understand, text, low):
    question = understand(text)
    assert (question.statistic, question.ranked, question.ascending, question.years) == ("rank", "venues", low, (2019,))


@pytest.mark.parametrize(("text", "year"), [("And five years earlier?", 2016), ("ten years before?", 2011), ("a decade earlier?", 2011), ("ten years earlierではどの値だった?", 2011)])
def test_years_back_are_counted(talk, text, year):
    question = talk("Firm share at CVPR in 2021?", text)
    assert (question.years, question.places[0].name) == ((year,), "cvpr")


def test_years_on_are_counted(talk):
    assert talk("Firm share at KDD in 2010?", "A decade later?").years == (2020,)


@pytest.mark.parametrize(("first", "text", "names"), [
    ("What was the firm share across vision conferences in 2021?", "How many times the robotics figure is that?", ["vision", "robotics"]),
    ("2021年のICMLの企業参加率", "KDDの何倍?", ["icml", "kdd"]),
])  # fmt: skip
def test_a_multiple_is_of_the_other_place_in_the_same_year(talk, first, text, names):
    question = talk(first, text)
    assert ([place.name for place in question.places], question.years, question.statistic) == (names, (2021,), "level")


@pytest.mark.parametrize("text", ["What does 'compute divide' actually mean? Plain Japanese is fine.", "What does HHI really mean?"])
def test_a_meaning_is_asked_with_stress(understand, text):
    assert (understand(text).intent, understand(text).blocker) == ("explain", None)


@pytest.mark.parametrize("text", ["What was the novelty score of ICML papers in 2019?", "the quality index of AI papers in 2020?"])
def test_an_unknown_measure_is_no_share_of_firms(understand, text):
    assert understand(text).blocker == "unknown_metric"


@pytest.mark.parametrize("text", ["participation rate of firms at ICML 2019", "What was the firm rate of ICML 2019?"])
def test_a_known_one_is_told(understand, text):
    question = understand(text)
    assert (question.blocker, question.subjects[0].metric) == (None, "firm_share")


def test_all_institutions_are_more_than_firms(ask):
    assert "機関のうち" in ask("Where does Google rank among all institutions by AI conference papers in 2021?").answer


@pytest.mark.parametrize("text", ["big_tech_shareの推移", "企業参加率は?", "share the report with me", "firm share over ten years on AI conferences", "ten years after 2010", "did applicants of top-50 universities rise?"])
def test_other_words_stay(text):
    assert english_figures(text) == text
