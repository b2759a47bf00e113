"""Topics: planted subjects are found again, shares are counts, and the same titles give the same record."""

import numpy as np
import pytest

from analytics.text import topics
from analytics.text.titles import TitleData

SUBJECTS = ("speech noise microphone", "robot arm grasp", "graph node edge", "market price auction")


@pytest.fixture
def planted(monkeypatch):
    """4,000 titles on four subjects; firms write on the first two only."""
    monkeypatch.setattr(topics, "TOPICS", len(SUBJECTS))
    generator = np.random.default_rng(3)
    subject = generator.integers(0, 4, 4000)
    titles = tuple(" ".join(generator.permutation(SUBJECTS[number].split())[:2]) for number in subject)
    firm = (subject < 2) & (generator.random(4000) < 0.5)
    every = np.ones(4000, dtype=bool)
    members = {group: (firm, firm.astype(float)) for group in topics.GROUPS if group != "known"}
    venue = np.array([f"v{number % 8}" for number in range(4000)])
    data = TitleData(titles, venue, np.where(np.arange(4000) % 2, 2010, 2020), every, every, members)
    return data, subject, firm


def test_subjects_and_their_shares_are_found_again(planted):
    data, subject, firm = planted
    record = topics.build_topics(data, np.ones(4000, dtype=bool))
    assert [set(topic["terms"]) & set(words.split()) == set(words.split()) for topic in record["topics"] for words in SUBJECTS].count(True) == 4
    assert record["papers_without_topic"] == 0
    late = data.year == 2020
    for topic in record["topics"]:
        number = next(number for number, words in enumerate(SUBJECTS) if set(words.split()) <= set(topic["terms"]))
        assert topic["papers"] == (subject == number).sum()
        share = next(s for s in record["shares"] if (s["topic"], s["group"], s["years"]) == (topic["id"], "firm", "2017-2021"))
        assert (share["papers"], share["of"]) == ((firm & late & (subject == number)).sum(), (firm & late).sum())
        assert share["low"] <= 100 * share["papers"] / share["of"] <= share["high"]


def test_the_same_titles_give_the_same_record(planted):
    data, _, _ = planted
    every = np.ones(4000, dtype=bool)
    assert topics.build_topics(data, every) == topics.build_topics(data, every)


def test_too_few_papers_give_no_topics(planted):
    data, _, _ = planted
    few = np.arange(4000) < topics.MIN_PAPERS - 1
    record = topics.build_topics(data, few)
    assert record["topics"] == [] and record["shares"] == [] and record["papers"] == topics.MIN_PAPERS - 1
