"""What a follow-up leaves out comes from the conversation; what it says wins."""

import pytest

from assistant.assistant import DATA_INTENTS
from assistant.models import Place, Subject
from assistant.phrases.request import read_request

AI, NON_AI = Place("area", "ai"), Place("area", "non_ai")


def shape(question):
    return [subject.metric for subject in question.subjects], [place.name for place in question.places], question.years, question.statistic


FIRST = "2019年のNeurIPSの企業参加率は?"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["じゃあICMLは?"], (["firm_share"], ["icml"], (2019,), "level")),
        (["ICMLだと?"], (["firm_share"], ["icml"], (2019,), "level")),
        (["ICMLは?", "2015年だと?"], (["firm_share"], ["icml"], (2015,), "level")),
        (["大学は?"], (["university_share"], ["nips"], (2019,), "level")),
        (["産学共著だと?"], (["firm_university_share"], ["nips"], (2019,), "level")),
        (["前年は?"], (["firm_share"], ["nips"], (2018,), "level")),
        (["翌年は?"], (["firm_share"], ["nips"], (2020,), "level")),
        (["前年は?", "前年は?"], (["firm_share"], ["nips"], (2017,), "level")),
        (["10年前は?"], (["firm_share"], ["nips"], (2009,), "level")),
        (["推移は?"], (["firm_share"], ["nips"], (), "trend")),
        (["推移は?", "ICMLは?"], (["firm_share"], ["icml"], (), "trend")),
        (["AI以外の会議では?"], (["firm_share"], ["non_ai"], (2019,), "level")),
        (["2008年と比べると?"], (["firm_share"], ["nips"], (2008, 2019), "change")),
        (["2010年から2019年だと?"], (["firm_share"], ["nips"], (2010, 2019), "trend")),
        (["日本だけだと?"], (["japan_share"], ["nips"], (2019,), "level")),
        (["会社だけの論文に限ったら"], (["firm_only_share"], ["nips"], (2019,), "level")),
        (["会社だけの論文に限れば?"], (["firm_only_share"], ["nips"], (2019,), "level")),
        (["会社だけの論文に限定すると?"], (["firm_only_share"], ["nips"], (2019,), "level")),
        (["会社だけの論文で見たら?"], (["firm_only_share"], ["nips"], (2019,), "level")),
        (["ICMLだったら"], (["firm_share"], ["icml"], (2019,), "level")),
        (["ICMLと比べて"], (["firm_share"], ["nips", "icml"], (2019,), "level")),
        (["ICMLは?", "その2つを比べて"], (["firm_share"], ["nips", "icml"], (2019,), "level")),
    ],
)
def test_figures(talk, texts, expected):
    question = talk(FIRST, *texts)
    metrics, names, years, statistic = shape(question)
    assert (metrics, names, statistic) == (expected[0], expected[1], expected[3])
    assert question.intent in DATA_INTENTS
    assert set(years) == set(expected[2]) or (statistic == "trend" and expected[2] == ())
    assert question.inherited, "the asker is told how the question was completed"


def test_the_completed_question_is_said_in_full(talk):
    assert talk(FIRST, "じゃあICMLは?").resolved == "2019年のICMLの企業参加率は何%ですか"
    assert talk("2015年の中国の割合は?", "韓国は?").resolved == "2015年のAI会議の韓国の機関の参加率は何%ですか"


def test_a_complete_question_takes_nothing(talk):
    question = talk(FIRST, "2012年のAI以外の会議の大学参加率は?")
    assert (question.inherited, shape(question)) == ((), (["university_share"], ["non_ai"], (2012,), "level"))


def test_why_speaks_of_what_was_measured(talk):
    question = talk("CVPRの産学共著率の推移", "なぜ?")
    assert (question.intent, question.subjects, question.places) == ("why", (Subject("firm_university_share"),), (Place("venue", "cvpr"),))


def test_a_worded_question_between_does_not_lose_the_figures(talk):
    question = talk(FIRST, "それは信用できる数字?", "ICMLは?")
    assert shape(question) == (["firm_share"], ["icml"], (2019,), "level")


@pytest.mark.parametrize("thanks", ["ありがとう", "なるほど"])
def test_thanks_in_between_is_no_question(talk, thanks):
    assert talk(FIRST, thanks).intent == "smalltalk"


def test_chart_turns_a_level_into_its_course(talk):
    question = talk(FIRST, "グラフで")
    assert (question.intent, question.statistic, question.style) == ("trend", "trend", "chart")
    assert question.places == (Place("venue", "nips"),)


def test_shorter_is_the_same_question(talk):
    question = talk(FIRST, "もっと短く")
    assert (question.style, shape(question)) == ("short", shape(talk(FIRST)))


def test_paper_is_kept(talk, understand):
    first = understand("この論文の結論は?").with_(paper="some-paper")
    for text in ("著者は誰?", "限界は?"):
        question = understand(text, first)
        assert (question.intent, question.paper) == ("paper", "some-paper"), text


@pytest.mark.parametrize("text", ["明日の天気は?", "来週の為替は?"])
def test_off_topic_takes_nothing(talk, text):
    question = talk(FIRST, text)
    assert question.intent == "out_of_scope"


@pytest.mark.parametrize("text", ["計算資源とは何ですか", "うちは何から始める?", "反対の立場の研究もありますか"])
def test_a_new_worded_question_stands_alone(talk, understand, text):
    assert talk(FIRST, text).intent == understand(text).intent


def test_a_country_restricts_what_follows(talk):
    assert shape(talk("2021年の日本の割合は?", "企業だけにすると?"))[0] == ["japan_firm_share"]
    assert shape(talk("2021年の日本の割合は?", "中国は?", "アメリカは?", "3カ国の推移を並べて"))[0] == ["japan_share", "country_share", "country_share"]


def test_negation_and_place_survive_a_chain(talk):
    question = talk("企業が入っていない論文の割合、2015年", "AI以外では?", "2019年は?")
    assert shape(question) == (["no_firm_share"], ["non_ai"], (2019,), "level")


@pytest.mark.parametrize(
    ("texts", "intent", "topic"),
    [
        (["計算資源とは何ですか", "それって日本だと足りてるの?"], "paper", "計算資源って日本だと足りてるの?"),
        (["GPUを説明して", "それは日本企業に足りてるの?"], "paper", "GPUは日本企業に足りてるの?"),
        (["計算資源とは何ですか", "それって日本の割合は何%?"], "figure", None),
        (["計算資源とは何ですか", "それって2019年の日本は?"], "figure", None),
    ],
)
def test_a_pronoun_after_an_explanation_is_the_thing_explained(talk, texts, intent, topic):
    question = talk(*texts)
    assert question.intent == intent
    assert topic is None or (question.topic == topic and not question.subjects)


def test_two_years_asked_one_after_the_other_are_set_side_by_side(talk):
    last = talk("2016年のAI会議の大学参加率は?", "2010年だと?", "この二つの違いはどれだけ?")
    assert shape(last) == (["university_share"], ["ai"], (2010, 2016), "change")


def test_a_gap_without_two_years_asked_stays_with_the_one(talk):
    assert talk("2016年のAI会議の大学参加率は?", "その二つの違いは?").statistic != "change"


@pytest.mark.parametrize(
    ("text", "metric"),
    [("名門大学が相手なら?", "firm_elite_share"), ("そのうちエリート以外の大学が相手のものは論文全体の何%", "firm_non_elite_share"), ("大手テックだと?", "big_tech_share")],
)
def test_a_kind_of_university_after_joint_papers_is_a_partner(talk, text, metric):
    assert shape(talk("2018年のCVPRの産学共著率は?", text)) == ([metric], ["cvpr"], (2018,), "level")


def test_a_group_may_be_asked_for_by_narrowing(talk):
    assert shape(talk("2018年のCVPRの企業参加率は?", "大学に絞ってください")) == (["university_share"], ["cvpr"], (2018,), "level")


def test_the_other_end_of_a_ranking(talk):
    last = talk("2019年の企業単独率が高い会議は?", "では逆に低い方だと")
    assert (last.statistic, last.ascending, last.years) == ("rank", True, (2019,))


@pytest.mark.parametrize(("text", "audience"), [("現場の若手になら", "team"), ("株主にはどう言う?", "outside")])
def test_another_audience_for_the_same_phrases(talk, text, audience):
    last = talk("取締役会で企業参加率を伝える一言をください", text)
    assert last.intent == "phrases" and read_request(last.topic).audience == audience
    assert read_request(last.topic).length == "line"


@pytest.mark.parametrize(
    ("texts", "intent", "metrics", "years"),
    [
        (["NeurIPSの企業参加率", "それは十年前と比べてどの程度変わったのでしょうか"], "compare", ["firm_share"], (2009, 2019)),
        (["2019年のNeurIPSの大学参加率は?", "この数字を役員会で説明する一言を"], "phrases", ["university_share"], (2019,)),
        (["日本の割合を中国と比べて", "いつ抜かれたの"], "compare", ["japan_share", "country_share"], ()),
        (["企業参加率の推移", "結論だけ一言で"], "trend", ["firm_share"], ()),
        (["企業参加率の推移", "相関にすぎないのでは?"], "limits", ["firm_share"], None),
        (["転移学習って何", "じゃあファインチューニングは"], "explain", [], ()),
    ],
)
def test_short_follow_ups_of_managers(talk, texts, intent, metrics, years):
    question = talk(*texts)
    assert question.intent == intent
    if years is not None:
        assert ([subject.metric for subject in question.subjects], question.years) == (metrics, years)


def test_a_place_in_a_ranking_shows_the_ranking_up_to_it(talk):
    question = talk("2021年に論文が多い企業は?", "8位は?")
    assert (question.statistic, question.count) == ("rank", 8)


def test_a_metric_without_shared_credit_is_checked_in_the_ways_it_has(assistant):
    session = "onlyoneway"
    assistant.ask("2022年の所属不明の論文の割合は?", session=session)
    answer = assistant.ask("数え方を変えると変わる?", session=session)
    assert answer.outcome == "answered" and {figure.metric for figure in answer.figures} == {"unknown_share_change"}
    assert {figure.slice["check"] for figure in answer.figures} == {"base", "fixed", "csrankings", "leave_one_out"}


def test_who_wrote_the_paper_talked_about(assistant):
    session = "whowrote"
    assistant.ask("LoRAの論文の要点は", session=session)
    answer = assistant.ask("著者は?", session=session)
    paper = assistant.library.papers["hu-2021-lora"]
    assert all(author in answer.answer for author in paper.authors) and answer.citations[0].id.startswith(paper.id)


@pytest.mark.parametrize(
    ("texts", "intent", "metrics", "years"),
    [
        (["2021年の企業参加率は?", "大学は?", "2010年と比べてどうなった"], "compare", ["university_share"], (2010, 2021)),
        (["企業参加率は?", "2010年と比べてどうなった"], "compare", ["firm_share"], (2010,)),
        (["日本の割合を中国と比べて", "いつ逆転した", "韓国は"], "figure", ["country_share"], ()),
        (["2019年に論文が多い会議は?", "Google vs Microsoft 2019"], "compare", ["institution_share", "institution_share"], (2019,)),
        (["企業単独率って何", "2020年の値は"], "figure", ["firm_only_share"], (2020,)),
        (["企業参加率の推移", "上位10%だと"], "paper", ["top10_share"], ()),
    ],
)
def test_follow_ups_that_leave_the_last_kind_of_answer(talk, texts, intent, metrics, years):
    question = talk(*texts)
    assert (question.intent, [subject.metric for subject in question.subjects], question.years) == (intent, metrics, years)


def test_a_further_result_of_the_same_investment_keeps_its_amounts(assistant):
    session = "furtherresult"
    for text in ("初期投資800万、年間効果300万、期間5年、割引率6%でNPVは", "IRRも", "税率30%も入れて"):
        answer = assistant.ask(text, session=session)
        assert (answer.intent, answer.outcome) == ("roi", "answered") and "【1】" in answer.answer, text
