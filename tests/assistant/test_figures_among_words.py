"""Figures asked for among words that are no part of what is asked, or that other tables and lists go by too."""

import pytest

from assistant.models import Subject

DEEP, TOP, UNPLACED = "dl_title_share", "top10_share", "unknown_share"


@pytest.mark.parametrize(
    ("text", "subject", "year"),
    [
        ("CVPRの企業参加率、2018年分を移動中のバスから失礼します", Subject("firm_share"), 2018),
        ("出張先の新幹線から失礼します。日本の割合は2019年のAIでいくつですか", Subject("japan_share"), 2019),
        ("薬局の店長として伺いますが2017年のACLの企業比率は", Subject("firm_share"), 2017),
        ("保険会社の営業担当としてお尋ねします。ビッグテックの割合は2020年のAIで何%?", Subject("big_tech_share"), 2020),
        ("2021年のAIの企業単独率をテレビの収録前に確認しておきたい", Subject("firm_only_share"), 2021),
        ("雑誌の締め切り前に、AI会議の日本の割合を2018年で押さえておきたい", Subject("japan_share"), 2018),
        ("大学だけの論文の率、2014年のAI分を特許庁との打ち合わせ前に頭に入れたい", Subject("university_only_share"), 2014),
        ("深層学習系の言葉を題名に使う割合、AIの2018年は何%", Subject(DEEP), 2018),
        ("上位10機関への集中度(論文シェア)を2016年のAI領域で知りたい", Subject(TOP), 2016),
        ("大きい順に50機関を足すと2015年のAI論文の何%になりますか", Subject("top50_share"), 2015),
        ("論文の多い方から数えて10機関を合わせると、2019年のAIで何割", Subject(TOP), 2019),
        ("不明論文の率、2010年のAI会議では", Subject(UNPLACED), 2010),
        ("引用シェアの話だよ。GAFAMクラスの大手テックが2016年AI論文の引用全体に占めた割合は", Subject("citation_share", group="big_tech"), 2016),
    ],
)
def test_only_what_is_asked_is_read(understand, text, subject, year):
    question = understand(text)
    assert (question.blocker, question.subjects, question.years, question.intent, question.statistic) == (None, (subject,), (year,), "figure", "level")


@pytest.mark.parametrize(
    ("text", "years", "statistic"),
    [
        ("タイトルの深層学習っぽい単語、2010年と比べて2021年は何倍?AI会議で", (2010, 2021), "ratio"),
        ("論文題名のディープラーニングっぽい語、2012年比で2019年は何倍増えてる?(AI)", (2012, 2019), "ratio"),
        ("題名に深層学習系の言葉が使われている論文、2020年のAI会議で何割ありますか", (2020,), "level"),
        ("タイトルにディープラーニング関連の単語を使ってる論文の比率は2019年で", (2019,), "level"),
        ("深層学習の用語をタイトルに使った論文は2012年から2021年で何ポイント増えた?", (2012, 2021), "change"),
    ],
)
def test_words_of_titles_that_are_counted_move(understand, text, years, statistic):
    question = understand(text)
    assert (question.blocker, question.subjects, question.years, question.statistic, question.parts) == (None, (Subject(DEEP),), years, statistic, ())


def test_the_largest_ones_in_order_are_ranked(understand):
    assert understand("AI会議の2019年、論文が多い順に10機関を並べて").statistic == "rank"


def test_the_lowest_point_is_a_year(understand):
    question = understand("企業参加率の最低点はいつ? AI会議で")
    assert (question.blocker, question.statistic) == (None, "trough")


@pytest.mark.parametrize("text", ["企業の平均給与を2019年のAIで", "新聞記事に占めるAIの割合は2019年で", "特許の企業割合を2018年で", "製薬会社の割合を2019年のAI会議で", "GPUを使った論文の割合、AIの2019年"])
def test_what_is_not_held_is_refused_still(understand, text):
    assert understand(text).blocker is not None
