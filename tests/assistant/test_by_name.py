"""Words that point at things of the talk are read as their names: the first of a ranking, a number of things told lately, one more beside them."""

import pytest

VENUES, COUNTRIES, FIRMS = "企業の割合が一番高い会議は?", "論文が一番多い国は?", "AI論文が多い会社は?"
GOOGLE, MICROSOFT, META = "google", "microsoft", "meta"


def first_sentence(answer):
    return answer.answer.removeprefix("**結論**\n").split("。")[0].replace("**", "")


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        ([VENUES, "その会議の10年前は?"], ["WSDM", "2011年"]),
        ([VENUES, "トップの会議の推移は?"], ["WSDM", "2008年"]),
        ([VENUES, "2位の会議は2015年だとどう?"], ["KDD", "2015年"]),
        ([COUNTRIES, "その国の推移は?"], ["米国", "2007年"]),
        ([COUNTRIES, "じゃあ3番目の国の2015年は?"], ["英国", "2015年"]),
        ([COUNTRIES, "1位の国と日本の差は?"], ["米国", "日本", "差"]),
        ([FIRMS, "首位の会社の推移は?"], ["グーグル", "2007年"]),
        ([FIRMS, "上位3社の推移を見せて"], ["グーグル", "2007年"]),
        (["一番増えた分野はどこ?", "その分野で強い会社は?"], ["機械学習分野", "企業"]),
        (["一番増えた分野はどこ?", "その分野で強い会社は?", "その会社の推移は?"], ["機械学習分野", "グーグル", "2007年"]),
        (["企業率が一番低い会議は?", "その会議で一番多い国は?"], ["ISWC", "国"]),
        ([VENUES, "その差は?"], ["WSDM", "KDD", "差"]),
        ([COUNTRIES, "首位と2位の開きはどのくらい?"], ["米国", "中国", "差"]),
    ],
)
def test_what_a_ranking_put_first_may_be_pointed_at(talked, texts, named):
    answer = talked(*texts)[-1]
    assert answer.outcome == "answered" and answer.verdict.ok
    assert all(name in first_sentence(answer) for name in named), first_sentence(answer)


def test_the_name_it_stands_for_is_said(talked):
    answer = talked(VENUES, "その会議の10年前は?")[-1]
    assert "「その会議」をWSDMとして答えています。" in answer.answer


@pytest.mark.parametrize(
    ("texts", "institutions", "statistic"),
    [
        (["Googleの論文数は?", "Microsoftは?", "2社の差は広がってる?"], [GOOGLE, MICROSOFT], "trend"),
        (["Googleの論文数は?", "Microsoftは?", "Metaも加えて順位をつけて"], [GOOGLE, MICROSOFT, META], "rank"),
        (["Googleの論文の割合は?", "Microsoftは?", "Metaは?", "3社の推移をグラフで"], [GOOGLE, MICROSOFT, META], "trend"),
        (["GoogleとMicrosoftを比べて", "そこにMetaも入れて比べて"], [GOOGLE, MICROSOFT, META], "level"),
    ],
)
def test_things_told_one_after_the_other_are_taken_together(talk, texts, institutions, statistic):
    question = talk(*texts)
    assert [subject.institution for subject in question.subjects] == institutions
    assert question.statistic == statistic and question.blocker is None


@pytest.mark.parametrize(
    ("texts", "countries"),
    [
        (["中国の割合は?", "いつアメリカを抜いた?"], ["China", "United States"]),
        (["中国の割合は?", "もう米国を追い越した?"], ["China", "United States"]),
        (["日本のシェアは?", "韓国に抜かれたのはいつ?"], ["Japan", "South Korea"]),
        (["日本の割合は?", "韓国は?", "もう抜いた?"], ["Japan", "South Korea"]),
    ],
)
def test_who_passed_whom_takes_the_one_told(talk, texts, countries):
    question = talk(*texts)
    assert {subject.country or "Japan" for subject in question.subjects} == set(countries)
    assert question.statistic == "overtake"


def test_places_are_added_to_a_comparison_after_a_crossing(talk):
    question = talk("CVPRとICCVで企業が多いのは?", "いつ逆転した?", "ECCVも入れて比べて")
    assert [place.name for place in question.places] == ["cvpr", "iccv", "eccv"]
    assert question.statistic == "level"


@pytest.mark.parametrize(
    ("texts", "statistic"),
    [
        ([VENUES, "その会議はどこで開かれる?"], None),  # nothing held of it
        ([FIRMS, "その会社はどこ?"], None),
        (["2019年のICMLの企業参加率は?", "その会議の10年前は?"], "level"),  # no ranking: the conference told
        (["AI会議の企業参加率は?", "2社で分けると?"], None),
    ],
)
def test_near_misses_are_no_names(talked, talk, texts, statistic):
    question = talk(*texts)
    assert not any("として答えています" in reading for reading in question.readings)
    assert statistic is None or question.statistic == statistic


@pytest.mark.parametrize(
    ("texts", "named"),
    [
        (["2021年のCVPRの企業参加率を教えてください", "一番高かった年は", "その年のICCVは"], ["2019年", "ICCV"]),
        (["KDDで企業の割合が5割を超えたのはいつ?", "その年のWWWは?"], ["2019年", "WWW"]),
        (["企業参加率が一番低かった年は?", "その時の大学は?"], ["2007年", "大学参加率"]),
        (["AAAIの企業率は?", "ICMLに抜かれたのはいつ?", "その年のKDDは?"], ["2013年", "KDD"]),
    ],
)
def test_the_year_that_was_found_may_be_pointed_at(talked, texts, named):
    answer = talked(*texts)[-1]
    assert answer.verdict.ok and all(name in first_sentence(answer) for name in named), first_sentence(answer)


@pytest.mark.parametrize(("texts", "places"), [
    (["2021年のCVPRの企業参加率を教えてください", "業界全体の平均と比べて高いですか"], ["cvpr", "ai"]),
    (["KDDの企業率は", "平均より上?"], ["kdd", "ai"]),
    (["自然言語処理分野の企業率は?", "画像と比べたら?"], ["nlp", "vision"]),
    (["CVPRの企業率は?", "言語だと?"], ["nlp"]),
    (["企業の割合が高い分野は?", "画像は?"], ["vision"]),
])  # fmt: skip
def test_an_average_and_a_short_name_are_read_beside_the_last_place(talked, talk, texts, places):
    assert [place.name for place in talk(*texts).places] == places
    assert talked(*texts)[-1].outcome == "answered"


@pytest.mark.parametrize(("texts", "metric", "statistic"), [
    (["エリート大学と企業の共著率は?", "それ以外の大学とは?"], "firm_non_elite_share", "level"),
    (["企業とエリート大学の共著の推移", "それ以外の大学とはどう?"], "firm_non_elite_share", "trend"),
    (["エリート大学の割合は", "それ以外だと?"], "non_elite_share", "level"),
    (["企業の割合は?", "それ以外は?"], "no_firm_share", "level"),
])  # fmt: skip
def test_the_rest_is_what_the_last_group_leaves_out(talk, texts, metric, statistic):
    question = talk(*texts)
    assert [subject.metric for subject in question.subjects] == [metric] and question.statistic == statistic
