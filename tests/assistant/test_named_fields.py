"""Fields in lists and by what they deal with, all that is not AI, all bands of universities, and counts of what has none."""

import pytest

from assistant.models import Place, Subject

BANDS = ("1-50", "51-100", "101-200", "201-300", "301-500", "500+")


def fields(*keys):
    return tuple(Place("field", key) for key in keys)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("画像、自然言語、ウェブ・データの3分野、2019年の企業参加率は?", fields("vision", "nlp", "web-data")),
        ("アーキテクチャ・ネットワーク・ソフトウェア工学の3領域の2013年の企業参加率は?", fields("architecture", "networks", "software")),
        ("機械学習、画像、自然言語、ロボティクスの産学共著率を2019年で", fields("ml", "vision", "nlp", "robotics")),
        ("言語処理と機械学習(ML系)と画像、2013年の企業参加率は?", fields("nlp", "ml", "vision")),
        ("データベース/セキュリティ/理論の2018年の企業参加率", fields("databases", "security", "theory")),
        ("2018年の検索とロボットと暗号の企業参加率", fields("web-data", "robotics", "security")),
    ],
)
def test_every_name_of_a_list_is_a_field(understand, text, expected):
    assert understand(text).places == expected


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("画像を見分ける分野", "vision"), ("言葉のAIの分野", "nlp"), ("言葉を扱う学会", "nlp"), ("半導体の分野", "architecture"), ("画像の分野", "vision"), ("ロボ分野", "robotics"),
        ("web-data分野", "web-data"), ("バイオ情報系の学会群", "bio"), ("ソフトの学会", "software"), ("暗号に関する会議", "security"),
    ],
)  # fmt: skip
def test_a_field_by_what_it_deals_with(understand, words, key):
    assert understand(f"2019年の{words}の企業参加率は?").places == fields(key)


@pytest.mark.parametrize("text", ["2019年の言葉の壁を扱った論文の割合", "画像の割合は2019年にいくつ?", "2019年の企業と大学の検索の割合", "システムと企業の2019年の割合"])
def test_an_everyday_word_alone_is_no_field(understand, text):
    assert not any(place.kind == "field" for place in understand(text).places)


@pytest.mark.parametrize(
    "words", ["AIを除いた計算機の学会", "AIじゃない計算機の学会", "人工知能にあらざる計算機の学会", "AI以外の情報系の会議", "AIでないコンピュータの会議", "AIと関係のないITの学会", "非AI"]
)
def test_all_that_is_not_ai(understand, words):
    question = understand(f"2014年の{words}の企業参加率は?")
    assert (question.places, question.blocker) == ((Place("area", "non_ai"),), None)


def test_a_control_group_beside_two_areas_in_one_year_is_a_comparison(understand):
    question = understand("対照群と比べて、2021年の企業参加率はAIと非AIでいくつ違いますか")
    assert (question.statistic, set(question.places)) == ("level", {Place("area", "ai"), Place("area", "non_ai")})
    assert understand("AIと非AIの差の差で企業参加率の純増は?").statistic == "did"


@pytest.mark.parametrize(
    "text",
    [
        "QS帯別の参加シェア(1-50 / 51-100 / 101-200 / 201-300 / 301-500 / 500+)、AI会議2021年",
        "大学をQSの六つの帯に分けて2021年のAI会議の参加率を",
        "大学ランクの全帯の2021年の参加率",
        "大学の順位帯ごとの2021年の参加率を一覧表にして",
        "QS1-50位、51-100位、101-200位、201-300位、301-500位、500+の大学の2021年の割合",
    ],
)
def test_every_band_is_told(understand, ask, divide, text):
    question = understand(text)
    assert question.subjects == tuple(Subject("tier_share", tier=tier) for tier in BANDS) and question.readings == ()
    shown = [divide.share(divide.measure("tier_share", area="ai", tier=tier), (2021,)).display for tier in BANDS]
    assert all(value in ask(text).answer for value in shown)


@pytest.mark.parametrize(("text", "tiers"), [("QS五百番より下の大学、2012年の割合", BANDS[5:]), ("QS301〜500位の大学、2012年の割合", BANDS[4:5]), ("順位が三百一番から五百番の大学、2012年の割合", BANDS[4:5])])
def test_bands_in_spoken_numbers(understand, text, tiers):
    assert understand(text).subjects == tuple(Subject("tier_share", tier=tier) for tier in tiers)


@pytest.mark.parametrize("text", ["2017年のAI会議で企業論文の引用の本数は", "2017年のAI会議の企業論文の引用は何本? それと産学共著率は?", "2015年のAI会議のHHIは何本"])
def test_what_has_no_number_of_papers_is_told_as_what_it_is(ask, text):
    assert ask(text).outcome == "answered"


def test_the_share_of_papers_beside_that_of_citations(ask, understand, divide):
    text = "2017年のAI会議で、ビッグテックの本数シェアと被引用シェアを並べて見せて"
    assert understand(text).subjects == (Subject("big_tech_share"), Subject("citation_share", group="big_tech"))
    measures = [divide.measure("big_tech_share", area="ai"), divide.measure("citation_share", area="ai", group="big_tech")]
    assert all(divide.share(measure, (2017,)).display in ask(text).answer for measure in measures)


def test_papers_are_counted_in_every_conference_and_year_named(ask, divide):
    answer = ask("CIKMとWSDM、2019年と2020年の論文数は?").answer
    counts = [divide.paper_count(divide.counts.slice(venue=key), (year,)).display for key in ("cikm", "wsdm") for year in (2019, 2020)]
    assert all(count in answer for count in counts)
