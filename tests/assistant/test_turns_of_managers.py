"""Follow-ups as managers say them: which of the two just told, how a group is bounded, last year, a name after a ranking, a direction that is pointed at."""

import pytest


def told(question):
    return question.intent, question.statistic, [subject.metric for subject in question.subjects], [place.name for place in question.places]


@pytest.mark.parametrize(("texts", "metric", "places", "years"), [
    (("NeurIPSのエリート大学の割合の推移は", "ICMLではいかがでしょうか。", "両者を比べますと、企業の割合が高いのはどちらでしょう。"), "firm_share", ["nips", "icml"], ()),
    (("CVPRの企業の割合は", "では自然言語の方はどうですか", "どちらの分野の方が企業の比率が高いんです?"), "firm_share", ["cvpr", "nlp"], ()),
    (("2018年のKDDの大学の割合は", "WSDMは?", "どっちが多い?"), "university_share", ["kdd", "wsdm"], (2018,)),
    (("2018年のKDDの企業の割合は", "WSDMは?", "AAAIは?", "低いのはどっち"), "firm_share", ["wsdm", "aaai"], (2018,)),
])  # fmt: skip
def test_which_of_the_two_just_told_has_more(talk, texts, metric, places, years):
    question = talk(*texts)
    assert told(question) == ("compare", "level", [metric], places) and question.years == years


@pytest.mark.parametrize(("text", "metrics", "places"), [
    ("企業と大学、どっちが多い?", ["firm_share", "university_share"], ["wsdm"]), ("CVPRとECCV、どちらが高い?", ["firm_share"], ["cvpr", "eccv"]), ("ICMLは?どっちが多い?", ["firm_share"], ["icml"]),
])  # fmt: skip
def test_two_that_are_named_are_not_those_told_before(talk, text, metrics, places):
    question = talk("2018年のKDDの企業の割合は", "WSDMは?", text)
    assert [subject.metric for subject in question.subjects] == metrics and [place.name for place in question.places][-len(places):] == places and "kdd" not in [place.name for place in question.places]


@pytest.mark.parametrize(("first", "text", "metric"), [
    ("ICMLのエリート大学の割合の推移は", "「エリート大学」とは、どのような基準で区切っておられるのですか。", "tier_share"),
    ("企業の割合は2015年と2021年で", "その数字の算定方法、すなわち企業と大学の共著論文はどのように数えておられるのか、お示しください。", "firm_university_share"),
    ("企業が急に増えたのは何年頃からですか", "企業と大学の共著はどう数えていますか。", "firm_university_share"),
    ("2019年のICMLの企業の割合は", "大手テックの定義は", "big_tech_share"),
])  # fmt: skip
def test_how_a_group_is_bounded_is_explained_after_its_figures(talk, first, text, metric):
    question = talk(first, text)
    assert question.intent == "explain" and [subject.metric for subject in question.subjects] == [metric] and not question.places


@pytest.mark.parametrize("text", ["去年は?", "昨年は?", "今年はどう?", "再来年は?"])
def test_a_year_of_the_calendar_after_figures_says_that_it_is_not_held(talk, text):
    assert talk("企業の論文はどれくらいあるの", text).blocker in ("calendar", "scope_forecast")


def test_institutions_after_a_ranking_of_conferences_are_counted_in_all_of_them(talked):
    answer = talked("会議別に見て、エリート以外の大学が多いのはどこ", "早稲田大学と慶應義塾大学の論文数を教えて")[-1]
    assert "2021年のAI会議では、早稲田大学の論文が10本" in answer.answer and "AVSS" not in answer.answer


@pytest.mark.parametrize("text", ["AIの研究って結局どこの国が強いん?", "結局どこの国が強いの?", "AI研究で強い国はどこ", "どこの国がAI研究強い?"])
def test_strong_countries_are_ranked(understand, text):
    question = understand(text)
    assert (question.intent, question.statistic, question.ranked, question.blocker) == ("rank", "rank", "countries", None)


@pytest.mark.parametrize("text", ["それは減ってきているのでしょうか。", "これは増えてきているのでしょうか", "その割合は下がってきているんですか"])
def test_a_direction_that_is_pointed_at_is_the_course_of_the_last_share(talk, text):
    assert told(talk("QS50位に入らない大学の割合は?", text))[:3] == ("trend", "trend", ["non_elite_share"])


@pytest.mark.parametrize("text", [
    "私どもは中堅の私立大学でございます。QS50位に入らない大学の論文は、全体のどのくらいを占めているものなのでしょうか。", "うちは総合病院でございます。QS50位に入らない大学の論文の割合は?",
])  # fmt: skip
def test_what_the_asker_is_stands_aside(understand, text):
    question = understand(text)
    assert [subject.metric for subject in question.subjects] == ["non_elite_share"] and question.blocker is None


@pytest.mark.parametrize("text", ["ヌーリプスの企業論文の割合", "ヌーリップスの企業の比率"])
def test_a_conference_as_it_is_heard(understand, text):
    assert [place.name for place in understand(text).places] == ["nips"]
