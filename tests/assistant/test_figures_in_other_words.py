"""Figures asked for in words of their own: the number of papers behind a share, words of titles, bands side by side, all years as one."""

import pytest

from assistant.models import Place, Subject

AI, NON_AI = Place("area", "ai"), Place("area", "non_ai")


def metrics(question):
    return [subject.metric for subject in question.subjects]


@pytest.mark.parametrize(
    "text",
    [
        "CIKM 2016の割合は何本から算出したものですか",
        "KDD 2014のn値は?",
        "WSDM 2015で割る側の本数は",
        "ECCV 2018の率は何本で割ったもの?",
        "2018年のUAI、サンプルの大きさを確認したい",
        "標本の規模だけ、COLT 2014で",
        "WACV 2016で所属の判明した論文は300本より多いですか",
        "2017年の画像分野、n数はいくつ",
    ],
)
def test_the_number_that_shares_are_taken_of_goes_by_many_names(understand, text):
    assert understand(text).statistic == "paper_count"


@pytest.mark.parametrize("text", ["企業参加率の二重差分はいくつ", "大学の割合を二重の差分で見せて"])
def test_a_double_difference_is_a_difference_of_differences(understand, text):
    assert understand(text).statistic == "did"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("標題に計算機の用語が入る論文の割合、AI会議2015年", "compute_title_share"),
        ("タイトルに深層学習という単語がある論文はICML 2019で何%", "dl_title_share"),
        ("題名に深層学習の語がある論文の増え方、AI会議の2011→2020", "dl_title_share"),
        ("GPUの語が題に入る率、AI会議の2018年", "compute_title_share"),
    ],
)
def test_titles_with_given_words_are_counted(understand, text, metric):
    question = understand(text)
    assert metrics(question) == [metric] and question.family is None


def test_words_that_stand_out_in_titles_stay_a_table(understand):
    assert understand("ビッグテックの論文の題名に特徴的な言葉は?").family == "terms"


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("名門大学と51〜100位の大学を2018年のAIで比べて", ["1-50", "51-100"]),
        ("201〜300位の大学とエリート大学の差は2020年のCVPRでどれくらい", ["201-300", "1-50"]),
        ("トップ校より301〜500位のほうが多い?2016年のAI会議", ["1-50", "301-500"]),
    ],
)
def test_a_word_for_a_band_stands_beside_one_in_numbers(understand, text, tiers):
    assert [subject.tier for subject in understand(text).subjects] == tiers


def test_a_word_for_a_band_that_explains_it_is_no_second_one(understand):
    assert understand("エリート大学(1〜50位)の割合、2018年のAI会議").subjects == (Subject("tier_share", tier="1-50"),)


@pytest.mark.parametrize("text", ["上位10機関と上位50機関、それぞれ2019年のAI論文をどれだけ握っている?", "トップ10機関とトップ50機関でAI会議の2019年を比べて"])
def test_two_widths_of_the_top_stand_side_by_side(understand, text):
    question = understand(text)
    assert (metrics(question), question.intent, question.statistic) == (["top10_share", "top50_share"], "compare", "level")


@pytest.mark.parametrize(
    "text",
    [
        "AI会議とそれ以外、2018年の企業参加率の差が知りたい",
        "AIとAI以外で企業参加率を突き合わせて、2018年",
        "2018年の企業参加率、AIと残りを照らし合わせてください",
    ],
)
def test_ai_is_set_beside_the_rest(understand, text):
    question = understand(text)
    assert (question.places, question.years, question.statistic, question.intent) == ((AI, NON_AI), (2018,), "level", "compare")


@pytest.mark.parametrize("text", ["通しの期間でならした産学共著率、AI会議で", "AI会議で2007〜2021年をまとめると産学共著率は", "通しで見たAI会議の産学共著率は"])
def test_all_years_are_told_as_one(understand, text):
    question = understand(text)
    assert (question.years, question.span, question.statistic) == ((2007, 2021), True, "level")


def test_shares_of_papers_stand_beside_shares_of_citations(understand):
    question = understand("ビッグテックの論文は本数の割合と引用の割合でどう違う?2017年AI")
    assert (metrics(question), question.years, question.parts) == (["big_tech_share", "citation_share"], (2017,), ())


@pytest.mark.parametrize("text", ["COLTって企業あまりいないよね、2019年は何%", "COLTは会社がほとんどいないけど2019年の割合は"])
def test_few_firms_are_no_papers_without_firms(understand, text):
    assert metrics(understand(text)) == ["firm_share"]


@pytest.mark.parametrize("text", ["企業が51位以下の大学と書いた論文はAI会議の2017年で何%", "会社が50位圏外の大学と出した論文の割合、2017年のAI会議"])
def test_firms_that_write_with_universities_share_papers(understand, text):
    assert metrics(understand(text)) == ["firm_non_elite_share"]


def test_a_number_of_papers_is_a_count(understand):
    assert understand("CVPR 2019に載ったドイツの論文は実数でいくつ").statistic == "count"


def test_a_long_dash_hides_no_year(understand):
    assert understand("SIGMODは半数以上が企業——2016年でもそう言えますか").years == (2016,)


@pytest.mark.parametrize(("text", "metric"), [("大きい順に50機関を足すと2016年のAI論文の何%", "top50_share"), ("大きい方から10機関を合わせると2018年のAI論文の何割", "top10_share")])
def test_the_largest_added_up_are_one_share(understand, text, metric):
    question = understand(text)
    assert (metrics(question), question.intent, question.statistic) == ([metric], "figure", "level")


def test_a_base_with_a_place_is_no_doubt_about_the_data(understand):
    question = understand("母数はいくつですか、ACL2018の")
    assert (question.intent, question.statistic) == ("figure", "paper_count")
