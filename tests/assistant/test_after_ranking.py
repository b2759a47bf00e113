"""A short question right after a ranking is its own metric, or the ranking of fewer; the ranking is not told again."""

import pytest

COUNTRIES, INSTITUTIONS = "AI論文が多い国はどこ?", "論文の多い機関は?"


@pytest.mark.parametrize(
    ("ranking", "text", "metric", "statistic"),
    [
        (COUNTRIES, "上位10機関で何%くらい占めてる?", "top10_share", "level"),
        (COUNTRIES, "上位10機関への集中は?", "top10_share", "level"),
        (COUNTRIES, "ハーフィンダール指数だと?", "hhi", "level"),
        (INSTITUTIONS, "ジニ係数は?", "gini", "level"),
        (INSTITUTIONS, "上位50機関でどのくらい占める?", "top50_share", "level"),
        (COUNTRIES, "集中は進んでいる?", "top10_share", "trend"),
        ("論文が多い大学は?", "寡占は強まっていますか", "top10_share", "trend"),
        ("論文が多い企業は?", "それって昔より集中してるってこと?", "top10_share", "trend"),
        ("論文が多い企業は?", "大学参加率は?", "university_share", "level"),
    ],
)
def test_a_metric_of_its_own(talk, ranking, text, metric, statistic):
    question = talk(ranking, text)
    assert ([subject.metric for subject in question.subjects], question.statistic, question.ranked, question.blocker) == ([metric], statistic, None, None)


@pytest.mark.parametrize(
    ("texts", "ranked", "country"),
    [
        ([INSTITUTIONS, "企業だけだと?"], "firms", None),
        ([INSTITUTIONS, "大学に絞ると?"], "universities", None),
        ([INSTITUTIONS, "米国の企業だけだと?"], "firms", "United States"),
        (["2019年に論文の多い機関は?", "中国の大学に絞ると?", "企業だけだと?"], "firms", "China"),
        (["論文の多い大学は?", "日本の企業だけなら?"], "firms", "Japan"),
    ],
)
def test_the_ranking_of_fewer(talk, texts, ranked, country):
    question = talk(*texts)
    assert (question.statistic, question.ranked, [subject.country for subject in question.subjects]) == ("rank", ranked, [country] if country else [])


def test_the_concentration_is_told_and_moves(talk):
    question = talk(COUNTRIES, "上位10機関で何%くらい占めてる?", "それって昔より集中してるってこと?")
    assert ([subject.metric for subject in question.subjects], question.statistic) == (["top10_share"], "trend")


@pytest.mark.parametrize("text", ["3位は?", "トップ10は?", "2015年は?", "日本に限ると?"])
def test_the_ranking_goes_on(talk, text):
    assert talk(INSTITUTIONS, text).statistic == "rank"


@pytest.mark.parametrize("text", ["AI論文が多い大学の上位5校は?", "大学の上位5校を教えて", "論文が多い企業の上位3社は?"])
def test_a_counter_is_no_unknown_word(understand, text):
    question = understand(text)
    assert (question.statistic, question.blocker, question.intent) == ("rank", None, "rank")


@pytest.mark.parametrize(("first", "follow", "ranked"), [("国内の大学トップ5は?", "企業は?", "firms"), ("日本の企業の上位5社", "大学は?", "universities"), ("日本の大学の上位3校", "企業に絞ると?", "firms")])
def test_the_other_kind_stays_in_japan(talk, first, follow, ranked):
    question = talk(first, follow)
    assert (question.ranked, [subject.metric for subject in question.subjects]) == (ranked, ["japan_share"])


def test_another_country_takes_its_place(talk):
    assert [subject.country for subject in talk("日本の大学トップ5", "中国の企業は?").subjects] == ["China"]
