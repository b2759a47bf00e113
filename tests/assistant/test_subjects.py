"""Who is measured, and how: everyday words → metrics of the data."""

import pytest

from analytics.divide.metrics import METRICS
from analytics.divide.sources import TIERS
from assistant.models import Subject


def subjects(understand, text):
    return understand(text).subjects


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("2019年の企業参加率は?", "firm_share"),
        ("民間の比率、2019年", "firm_share"),
        ("会社の人が入っている論文は何%?", "firm_share"),
        ("産業界の占有率、2018年", "firm_share"),
        ("ｷｷﾞｮｳじゃなくて企業の割合", "firm_share"),
        ("2019 firm share", "firm_share"),
        ("share of papers with company authors in 2019", "firm_share"),
        ("企業が入っていない論文の割合は?", "no_firm_share"),
        ("企業が関わらない論文は何%?", "no_firm_share"),
        ("企業以外の論文は何%?", "no_firm_share"),
        ("企業抜きの論文の割合", "no_firm_share"),
        ("企業だけで書かれた論文の割合", "firm_only_share"),
        ("会社のみの論文は何%?", "firm_only_share"),
        ("民間単独の論文の比率", "firm_only_share"),
        ("大学抜きで企業が書いた論文の割合", "firm_only_share"),
        ("企業が大学と組まずに書いた論文の割合", "firm_only_share"),
        ("大学と組まずに企業が単独で書く論文の比率の推移", "firm_only_share"),
        ("企業が自前で書いた論文の割合は?", "firm_only_share"),
        ("産学共著の割合", "firm_university_share"),
        ("企業と大学の共著は何%?", "firm_university_share"),
        ("会社が大学と組んだ論文の割合", "firm_university_share"),
        ("産学連携の比率、2015年", "firm_university_share"),
        ("企業とトップ大学の共著の推移", "firm_elite_share"),
        ("企業が大学と組むとき、相手はトップ大学ばかり?", "elite_partner_ratio"),
        ("企業とエリート以外の大学の共著の割合", "firm_non_elite_share"),
        ("大学だけの論文は何%?", "university_only_share"),
        ("大学の割合、2019年", "university_share"),
        ("アカデミアの比率", "university_share"),
        ("GAFAの割合", "big_tech_share"),
        ("ビッグテックの参加率", "big_tech_share"),
        ("大手IT企業の割合", "big_tech_share"),
        ("政府機関の参加率は?", "government_share"),
        ("公的研究機関の割合", "government_share"),
        ("NPOの参加率は?", "nonprofit_share"),
        ("HBCUの参加率", "hbcu_share"),
        ("ヒスパニック系大学の割合", "hsi_share"),
        ("所属不明の論文はどれくらい?", "unknown_share"),
        ("日本の割合は?", "japan_share"),
        ("日本企業の割合", "japan_firm_share"),
        ("日本の大学の参加率", "japan_university_share"),
        ("日本の企業だけを見るとどう?2019年", "japan_firm_share"),
    ],
)
def test_one_metric(understand, text, metric):
    found = subjects(understand, text)
    assert [subject.metric for subject in found] == [metric]


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("QS1〜50位の大学の参加率", ["1-50"]),
        ("トップ50の大学の割合", ["1-50"]),
        ("上位５０校の割合", ["1-50"]),
        ("50位以内の大学の割合", ["1-50"]),
        ("世界トップ５０の大学は何割?", ["1-50"]),
        ("エリート大学の割合", ["1-50"]),
        ("名門大の比率", ["1-50"]),
        ("51〜100位の大学", ["51-100"]),
        ("51位から100位の大学の参加率", ["51-100"]),
        ("ランク301～500位の大学は減った?", ["301-500"]),
        ("301-500位の大学の推移", ["301-500"]),
        ("上位200校の大学の割合、2021年", ["1-50", "51-100", "101-200"]),
        ("101〜300位の大学の割合", ["101-200", "201-300"]),
        ("トップ100の大学の割合", ["1-50", "51-100"]),
        ("トップ50大と301〜500位の大学、2021年AIでどれくらい開きがある?", ["301-500", "1-50"]),
        ("500位より下の大学の割合", ["500+"]),
        ("世界ランク外の大学の参加率は", ["500+"]),
        ("中堅大学の割合", ["201-300"]),
        ("下位大学の割合", ["301-500"]),
    ],
)
def test_rank_bands(understand, text, tiers):
    assert [(subject.metric, subject.tier) for subject in subjects(understand, text)] == [("tier_share", tier) for tier in tiers]


def test_large_firms_are_no_universities(understand):
    assert [subject.metric for subject in subjects(understand, "世界トップ100大企業の割合")] == ["big_tech_share"]


@pytest.mark.parametrize("text", ["トップ10の大学の割合は?", "1〜30位の大学の割合", "60〜90位の大学の参加率", "400位以内の大学の割合"])
def test_bands_off_the_edges_are_answered_with_the_nearest_and_say_so(understand, text):
    question = understand(text)
    assert all(subject.tier in TIERS for subject in question.subjects)
    assert question.subjects
    assert any("区分" in reading for reading in question.readings)


def test_words_for_bands_and_giants_are_read_aloud(understand):
    assert any("1〜50位" in line for line in understand("名門大の比率").readings)
    gafam = understand("GAFAMの比率").readings
    assert any("GAFAM" in line for line in gafam), "the word is shown as it was typed"
    assert not understand("ビッグテックの比率").readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("企業と大学、どっちが多い?2020年", {"firm_share", "university_share"}),
        ("企業と政府の割合を比べて", {"firm_share", "government_share"}),
        ("企業参加率と企業単独率と産学共著率を2020年で並べて", {"firm_share", "firm_only_share", "firm_university_share"}),
        ("日本の企業と大学の参加率", {"japan_firm_share", "japan_university_share"}),
        ("大手テックと日本の割合", {"big_tech_share", "japan_share"}),
    ],
)
def test_several_metrics(understand, text, expected):
    question = understand(text)
    assert {subject.metric for subject in question.subjects} == expected
    assert question.intent == "compare"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("中国の割合は?", ["China"]),
        ("アメリカと中国を比べて", ["United States", "China"]),
        ("米国の参加率、2015年", ["United States"]),
        ("韓国とインドはどっちが上?", ["South Korea", "India"]),
        ("ドイツの推移をグラフで", ["Germany"]),
    ],
)
def test_countries(understand, text, countries):
    assert [(subject.metric, subject.country) for subject in subjects(understand, text)] == [("country_share", name) for name in countries]


def test_a_foreign_countrys_firms_are_answered_for_the_whole_country_and_say_so(understand):
    question = understand("中国企業の割合は?")
    assert question.subjects == (Subject("country_share", country="China"),)
    assert any("中国" in line for line in question.readings)


def test_every_metric_can_be_asked_by_its_own_name(understand, understanding):
    """The label of a metric is the shortest sure way to name it: 「大学参加率」「所属不明の論文の割合」."""
    for metric in METRICS.values():
        if metric.parameter is None:
            label = understanding.labels.subject(Subject(metric.name))
            question = understand(f"2019年のAI会議の{label}は?")
            assert question.subjects == (Subject(metric.name),), label
            assert (question.intent, question.statistic, question.blocker) == ("figure", "level", None), label


def test_unnamed_metric_is_the_firm_share_and_says_so(understand):
    question = understand("2023年のCVPRは?")
    assert question.subjects == (Subject("firm_share"),)
    assert any("指標の指定がない" in line for line in question.readings)


@pytest.mark.parametrize(("text", "variant"), [("著者数で按分した企業の割合", "fractional"), ("毎年そろう会議だけで見た企業の割合の推移", "fixed"), ("企業の割合", None)])
def test_ways_of_counting(understand, text, variant):
    assert understand(text).variant == variant


@pytest.mark.parametrize(
    ("text", "metric", "refused"),
    [
        ("日本の大学だけで見ると2017年は?", "japan_university_share", False),
        ("日本企業のみだと2020年の割合は?", "japan_firm_share", False),
        ("日本企業だけで書いた論文の割合は?", "japan_firm_share", True),
        ("中国の企業だけだと2020年は?", "country_share", True),
        ("企業だけの論文の割合、2020年の日本は?", "firm_only_share", True),
    ],
)
def test_a_country_is_never_dropped_from_a_restricted_group(understand, text, metric, refused):
    question = understand(text)
    assert question.subjects[0].metric == metric and (question.blocker is not None) == refused
