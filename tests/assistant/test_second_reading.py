"""The second reading: a doubted figure is unblocked, a named lack only when certain, an unsure opinion changes nothing."""

import pytest

from assistant.models import Question, Subject
from assistant.understand.names.subjects import Reading
from assistant.understand.opinion import CERTAIN, Opinion
from assistant.understand.second import (
    CLOSER,
    LIKELY,
    POSSIBLE,
    SURE,
    SecondReading,
    explained,
    least,
    needed_for_refusal,
    needed_for_words,
    supplied,
)
from assistant.understand.text.matcher import read

FIRM = (Subject("firm_share"),)


def opinion(route="data", sure=0.9, metric="firm_share", metric_sure=0.9, statistic="level", data=None):
    return Opinion(route, sure, metric, metric_sure, statistic, 0.9, sure if data is None and route == "data" else data or 0.0, 0.0 if route == "none" else sure)


def asked(intent="figure", **given):
    return Question(text="x", intent=intent, resolved="x", **given)


@pytest.fixture
def settled(understanding, monkeypatch):
    """(Question as the rules read it, its text, the opinion, the question before) → the question as it is settled."""

    def settle(question, text, seen, previous=None):
        second = SecondReading(understanding, None)
        monkeypatch.setattr(second, "opinion", lambda text, previous: seen)
        return second.settled(question, read(text), None, previous)

    return settle


DOUBTED = "企業のひとたちのぐぬぬな割合は2019年のAI会議で"


def test_a_doubted_figure_is_unblocked(settled):
    question = asked(subjects=FIRM, blocker="unknown_metric", unread=("x",), years=(2019,))
    assert settled(question, DOUBTED, opinion(sure=LIKELY)).blocker is None
    assert settled(question, DOUBTED, opinion(sure=LIKELY - 0.01)) is question


def test_a_named_lack_is_outweighed_only_when_it_is_certain():
    lack = asked(blocker="scope_business")
    assert least(lack) == 1.0, "nothing else is named"
    assert least(lack.with_(subjects=FIRM)) == CERTAIN
    assert least(lack.with_(subjects=FIRM, years=(2019,))) == LIKELY
    assert least(asked(blocker="unknown_name")) == LIKELY and least(asked("limits", unread=("x",))) == SURE
    assert least(asked("limits")) == CERTAIN, "the lexicon explains every word of it"


def test_a_named_lack_stays_below_certain(settled):
    question = asked(blocker="scope_business", unread=("x",), subjects=FIRM)
    assert settled(question, "AI会議の企業の割合は", opinion(sure=CERTAIN - 0.01)) is question
    assert settled(question, "AI会議の企業の割合は", opinion(sure=CERTAIN)).blocker is None


@pytest.mark.parametrize("blocker", ["calendar", "scope_people", "fabricated", "ambiguous", "scope_service"])
def test_what_is_named_and_not_held_is_never_outweighed(settled, blocker):
    question = asked(blocker=blocker)
    assert settled(question, "企業の割合は", opinion(sure=1.0)) is question


@pytest.mark.parametrize(("intent", "route", "sure"), [("paper", "none", SURE - 0.01), ("paper", "explain", POSSIBLE - 0.01), ("explain", "paper", CERTAIN - 0.01), ("strategy", "roi", SURE - 0.01), ("explain", "none", CERTAIN - 0.01)])
def test_an_unsure_opinion_changes_nothing(settled, intent, route, sure):
    question = asked(intent, unread=("x",))
    assert settled(question, "ぐぬぬについて", opinion(route, sure)) is question


def test_a_sure_opinion_changes_the_intent_and_refuses(settled):
    assert settled(asked("paper"), "ぐぬぬについて", opinion("strategy", POSSIBLE)).intent == "strategy"
    assert settled(asked("paper"), "ぐぬぬについて", opinion("none", SURE)).blocker == "outside"
    assert settled(asked("explain"), "ぐぬぬについて", opinion("none", CERTAIN)).blocker == "outside"


def test_shares_that_studies_tell_are_not_refused_by_guess(settled):
    question = asked("paper", unread=("x",))
    assert settled(question, "AI投資を回収できた企業の割合", opinion("none", 0.99)) is question


def test_a_definition_stays_an_explanation(settled):
    question = asked("explain", unread=("x",))
    assert settled(question, "生成AIとは", opinion("paper", 0.99)) is question


def test_a_figure_whose_words_are_all_explained_stays_one(settled):
    question = asked(statistic="level")
    assert explained(question) and not explained(question.with_(unread=("x",))) and explained(question.with_(unread=("x",), statistic="did"))
    assert settled(question, "CVPRは平均より高い?", opinion("none", 0.99)) is question
    assert settled(question.with_(unread=("x",)), "CVPRは平均より高い?", opinion("none", 0.99)).blocker == "outside"


def test_what_is_refused_as_a_figure_is_not_told_by_papers_instead():
    some, none = opinion("paper", 0.8, data=0.1), opinion("paper", 0.8, data=0.0)
    assert needed_for_words(asked(blocker="unknown_metric"), some) == CERTAIN and needed_for_words(asked(blocker="unknown_metric"), none) == SURE
    assert needed_for_words(asked(blocker="unknown_metric", years=(2019,)), none) == CERTAIN
    assert needed_for_words(asked(blocker="unknown_name", statistic="paper_count"), none) == 1.0
    assert needed_for_refusal(asked(subjects=FIRM)) == SURE and needed_for_refusal(asked()) == LIKELY


def test_a_metric_is_supplied_and_told_where_the_words_name_none():
    told = supplied(Reading((), missing="x"), opinion(metric="university_share"))
    assert told.subjects == (Subject("university_share"),) and told.missing is None and "大学" in told.readings[-1]
    assert supplied(Reading(()), opinion(metric_sure=POSSIBLE - 0.01)).subjects == ()
    assert supplied(Reading(()), opinion(metric="country_share")).subjects == ()  # of which country the text must say
    named = Reading(FIRM, missing="日本に限った集計")
    assert supplied(named, opinion(metric="university_share")) is named


@pytest.mark.parametrize("text", ["米国の引用シェア", "中国の企業だけだと2020年は?", "生成AIの論文は何本?"])
def test_a_combination_that_is_not_held_is_refused_whatever_the_opinion(ask, text):
    assert ask(text).outcome == "not_in_data"


def test_a_closer_metric_takes_the_place_of_a_broad_one_where_the_opinion_is_sure(settled):
    question = asked(subjects=FIRM, unread=("x",))
    assert [subject.metric for subject in settled(question, "ぐぬぬ", opinion(metric="no_firm_share", metric_sure=CLOSER)).subjects] == ["no_firm_share"]
    assert settled(question, "ぐぬぬ", opinion(metric="no_firm_share", metric_sure=CLOSER - 0.01)).subjects == FIRM
    assert settled(question, "ぐぬぬ", opinion(metric="country_share", metric_sure=0.99)).subjects == FIRM, "of which country the text must say"
    assert settled(question, "ぐぬぬ", opinion(metric="university_share", metric_sure=0.99)).subjects == FIRM, "as broad"
    named = asked(subjects=(Subject("firm_only_share"),), unread=("x",))
    assert settled(named, "ぐぬぬ", opinion(metric="no_firm_share", metric_sure=0.99)).subjects == named.subjects


def test_words_wanted_by_their_grammar_need_no_opinion(settled):
    question = asked("strategy", unread=("x",))
    assert settled(question, "三つの案を比べて長所を", opinion("paper", 0.99)) is question
    assert settled(question, "ぐぬぬについて", opinion("paper", 0.99)).intent == "paper"


def test_a_work_of_a_medium_is_read_about_where_the_opinion_is_certain(settled):
    question = asked(blocker="scope_media", unread=("x",))
    found = settled(question, "ぐぬぬの報告書", opinion("paper", CERTAIN))
    assert (found.intent, found.blocker) == ("paper", None)
    assert settled(question, "ぐぬぬの報告書", opinion("paper", CERTAIN - 0.01)) is question
    assert settled(question, "ぐぬぬの報告書", opinion(sure=1.0)) is question, "papers of a medium are not counted"
