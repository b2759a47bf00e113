"""Follow-ups that set a year, a place or both ends beside what was told, pool all years, or narrow to a part of it."""

import pytest

CVPR, JAPAN, JOINT = "CVPRの企業参加率、2019年は?", "2017年の日本の割合をAIで", "AIの産学共著率、2016年は"


@pytest.mark.parametrize(
    ("first", "text", "years", "statistic", "intent"),
    [
        (CVPR, "その前の年のも並べて", (2018, 2019), "change", "compare"),
        (JAPAN, "2015年のも一緒に見せて", (2015, 2017), "change", "compare"),
        (JOINT, "翌年のも横に並べてくれる?", (2016, 2017), "change", "compare"),
        (JAPAN, "2011年の値と横に並べて", (2011, 2017), "change", "compare"),
        (JOINT, "2010年の数字と見比べたい", (2010, 2016), "change", "compare"),
        (CVPR, "10年前の値と対比させて", (2009, 2019), "change", "compare"),
        (CVPR, "前の年も知りたい", (2018,), "level", "figure"),
        (CVPR, "全期間だと?", (2007, 2021), "level", "figure"),
        (JOINT, "期間全体にすると何%", (2007, 2021), "level", "figure"),
        (JAPAN, "2010年と2013年もそれぞれ", (2010, 2013), "change", "compare"),
        ("CVPRの企業参加率、2012年と2020年は?", "二つの年の差は何ポイント?", (2012, 2020), "change", "compare"),
        ("ビッグテックの割合を2010年と2020年で", "両方の年の差は何ポイントになるの", (2010, 2020), "change", "compare"),
    ],
)
def test_years_beside_the_one_told(talk, first, text, years, statistic, intent):
    question = talk(first, text)
    assert (question.years, question.statistic, question.intent) == (years, statistic, intent)


@pytest.mark.parametrize(("text", "other"), [("WWWとも比べてくれ", "www"), ("WSDMとも見比べたい", "wsdm"), ("CIKMと比較してみてほしい", "cikm")])
def test_a_conference_beside_the_one_told_is_a_comparison(talk, text, other):
    question = talk("KDD2016の企業参加率は?", text)
    assert ({place.name for place in question.places}, question.intent, question.statistic) == ({"kdd", other}, "compare", "level")


@pytest.mark.parametrize(("text", "other"), [("同じ年のSIGIRも横に", "sigir"), ("AI会議全体のも横に置いて", "ai"), ("AI以外だとどうなる、横に並べて", "non_ai")])
def test_what_is_put_beside_joins_what_was_told(talk, text, other):
    question = talk("KDD2014の企業参加率は?", text)
    assert ({place.name for place in question.places}, question.years, question.intent) == ({"kdd", other}, (2014,), "compare")


@pytest.mark.parametrize("text", ["そのうち相手が名門大学だった割合も", "その中で相手がトップ50大学だった率は", "うち組んだ相手が有名大だったのは何%?"])
def test_a_part_of_what_was_told_stands_alone(talk, text):
    question = talk("NeurIPS2019の産学共著率は?", text)
    assert ([subject.metric for subject in question.subjects], question.years) == (["elite_partner_ratio"], (2019,))


@pytest.mark.parametrize(("text", "statistic"), [("分母の本数もいるわ、何本中なの", "paper_count"), ("母数も要る。何本中の話?", "paper_count"), ("何本中何本なのか", "count")])
def test_the_base_is_told_where_it_is_named(talk, text, statistic):
    question = talk("CVPRの2018年の産学共著率は?", text)
    assert (question.statistic, question.years) == (statistic, (2018,))


@pytest.mark.parametrize(
    ("turns", "statistic", "years"),
    [
        (("2019年のトヨタの論文数は?", "2015年以降"), "count", (2015, 2021)),
        (("2019年のトヨタの論文数は?", "推移は?"), "count", ()),
        (("トヨタとデンソーの論文数。2015年以降",), "count", (2015, 2021)),
        (("2019年のトヨタの論文数は?", "割合の推移は?"), "trend", ()),
    ],
)
def test_the_course_of_what_was_counted(talk, turns, statistic, years):
    question = talk(*turns)
    assert (question.intent, question.statistic, question.years) == ("trend", statistic, years)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("グーグルの論文シェア(AI会議・2019年)を知りたいです", "メタ(旧フェイスブック)についても同様にお願いいたします。"), "2019年のAI会議のメタ（フェイスブック）の論文の割合は**2.2%**"),
        (("AI会議の企業参加率は2021年で何%?", "著者の人数で按分した数え方もあると聞いた。その値は?", "その数え方のまま2010年に変えて"), "2010年のAI会議（著者数で按分）の企業参加率は**11.2%**"),
        (("スタンフォード大学はICMLの論文の何%に入っていますか。2016年です", "CMUは", "清華大学でも同じものを拝見できますか"), "2016年のICMLの清華大学"),
        (("理論計算機科学の企業参加率、2016年", "ネットワーク分野は?", "最後にアーキテクチャ"), "2016年の計算機アーキテクチャ分野の会議の企業参加率は**23.8%**"),
        (("コンピュータビジョン分野で企業と上位50大学の共著、2019年の割合は?", "QS51位以下の大学との共著に置き換えた場合の数字も必要です"), "企業×エリート以外の大学の共著率は**24.5%**"),
    ],
)
def test_words_around_a_follow_up_change_nothing_of_it(talked, turns, told):
    assert told in talked(*turns)[-1].answer


@pytest.mark.parametrize("turns", [("大学は昔と比べてどないや",), ("大学の割合は?", "昔と比べてどないや"), ("大学はもうあかんの？昔と比べてどないや",)])
def test_against_long_ago_is_the_whole_course(talked, turns):
    assert "大学参加率は、2007年の88.2%【1】から2021年の**91.7%**" in talked(*turns)[-1].answer


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("会社の上位5社", "スタンフォードと東大なら?"), "スタンフォード大学の論文の割合は2.4%【1】、東京大学の論文の割合は0.7%【2】です"),
        (("大学の上位5校は?スタンフォードと東大を比べて",), "スタンフォード大学の論文の割合は2.4%【2】、東京大学の論文の割合は0.7%【3】です"),
        (("大学の上位5校は?スタンフォードとMITを比べて",), "高いのはスタンフォード大学の方です"),
    ],
)
def test_two_named_beside_a_ranking_are_compared(talked, turns, told):
    answer = talked(*turns)[-1]
    assert answer.verdict.ok and told in answer.answer
