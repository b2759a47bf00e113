"""Log-odds: the formula by hand, planted words come out on top, and both sides' papers belong to neither."""

from math import log, sqrt

import numpy as np
import pytest

from analytics.text.log_odds import PERIODS, build_words, distinct, log_odds
from analytics.text.titles import TitleData
from analytics.text.vocabulary import count_terms, singular_forms


def test_formula_by_hand():
    """Monroe et al. 2008, equations 16 and 22, for one word seen 8 of 20 and 2 of 30 times under a prior of 10 tokens."""
    found = log_odds(np.array([8.0, 12.0]), np.array([2.0, 28.0]), np.array([10.0, 40.0]), prior=10)
    delta = log(10 / (20 + 10 - 10)) - log(4 / (30 + 10 - 4))
    assert found.delta[0] == pytest.approx(delta)
    assert found.z[0] == pytest.approx(delta / sqrt(1 / 10 + 1 / 4))


def test_swapping_the_sides_changes_the_sign_only():
    first, second, background = np.array([8.0, 2, 5]), np.array([1.0, 9, 5]), np.array([20.0, 30, 10])
    assert log_odds(first, second, background, 5).z == pytest.approx(-log_odds(second, first, background, 5).z)


def test_a_word_absent_from_the_background_is_refused():
    with pytest.raises(ValueError, match="background"):
        log_odds(np.array([1.0]), np.array([1.0]), np.array([0.0]), 5)


def corpus(seed=1, size=1500):
    """Titles of three kinds: `clickbid` is planted among the firms, `proofs` among the others, the rest is common chance."""
    generator = np.random.default_rng(seed)
    common = [f"word{number}" for number in range(40)]
    titles, firm, other = [], [], []
    for number in range(size):
        words = list(generator.choice(common, 5, replace=False))
        side = number % 3  # firm, other, both
        if side == 0 and generator.random() < 0.3:
            words.append("clickbid")
        if side == 1 and generator.random() < 0.3:
            words.append("theorem prover")
        if side == 2:
            words.append("jointly")
        titles.append(" ".join(words))
        firm.append(side in (0, 2))
        other.append(side in (1, 2))
    every = np.ones(size, dtype=bool)
    members = {"big_tech": (np.array(firm), np.array(firm, float)), "non_elite": (np.array(other), np.array(other, float))}
    return TitleData(tuple(titles), np.full(size, "aa"), np.full(size, PERIODS[0][0]), every, every, members)


def test_planted_words_are_found_on_their_side():
    record = build_words(corpus(), np.ones(1500, dtype=bool))
    period = record["periods"][0]
    assert period["papers"] == [500, 500] and period["papers_of_both"] == 500
    first, second = (period["terms"][side] for side in record["sides"])
    assert first[0]["term"] == "clickbid" and first[0]["titles"][1] == 0 and first[0]["z"] > 5
    assert set(second[0]["term"].split()) <= {"theorem", "prover"} and second[0]["z"] > 5
    assert "jointly" not in {entry["term"] for entry in first + second}
    planted = {"clickbid", "theorem", "prover"}
    assert all(entry["z"] < 4 for entry in first + second if not planted & set(entry["term"].split()))


def test_only_counted_ai_papers_of_the_period_take_part():
    data = corpus()
    assert build_words(data, np.zeros(1500, dtype=bool))["periods"] == []
    assert [period["years"] for period in build_words(data, np.ones(1500, dtype=bool))["periods"]] == ["2007-2011", "2007-2021"]


def test_distinct_drops_words_that_say_the_same():
    terms = ["deep", "deep learning", "learning", "web"]
    assert [terms[number] for number in distinct(terms, np.array([1.0, 5.0, 4.0, 2.0]), 3)] == ["deep learning", "web"]
    assert distinct(terms, np.array([-1.0, -2.0, 0.0, 0.0]), 3) == []


def test_terms_count_once_a_title_and_pairs_do_not_cross_stop_words():
    terms, table = count_terms(["graph graph search", "search of graph", "graph search"], 1)
    counts = dict(zip(terms, np.asarray(table.sum(axis=0)).ravel().tolist(), strict=True))
    assert counts == {"graph": 3, "search": 3, "graph search": 2, "graph graph": 1}
    assert count_terms(["graph graph search", "search of graph", "graph search"], 3)[0] == ["graph", "search"]


def test_plurals_fold_only_where_both_forms_occur():
    words = {"networks", "network", "towers", "class", "clas", "news", "new", "statistics", "statistic"}
    assert singular_forms(words) == {"networks": "network"}
