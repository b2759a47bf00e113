"""Papers called by their authors, in Latin letters or katakana, by their publisher and by the year."""

import pytest

from assistant.understand.names.person_names import SpokenNames

CALLED = {
    "アーメドとワヘドという人の論文": "ahmed-wahed-2020-de-democratization-of-ai",
    "Ahmedの2023年の論文": "ahmed-wahed-thompson-2023-growing-influence",
    "Abadieの2010年の論文": "abadie-2010-synthetic-control",
    "アバディの2021年のレビュー": "abadie-2021-using-synthetic-controls",
    "トゲリウスらの主張": "togelius-yannakakis-2023-choose-your-weapon",
    "セビリアらの研究": "sevilla-2022-compute-trends-three-eras",
    "トンプソンの論文": "thompson-2020-computational-limits",
    "ベシログルの論文": "besiroglu-2024-compute-divide-ml",
    "Musserの調査": "musser-2023-main-resource-is-the-human",
    "ウィテカーの論文": "whittaker-2021-steep-cost-of-capture",
    "マッキンゼー2025調査": "mckinsey-2025-state-of-ai",
    "AI Indexの2024年版": "stanford-ai-index-2024",
    "AI Indexの2025年版": "stanford-ai-index-2025",
    "ABCI 3.0の規模": "abci-3-0-aist",
}


@pytest.fixture(scope="module")
def library(assistant):
    return assistant.words.library


@pytest.mark.parametrize("text", CALLED)
def test_a_paper_is_known_by_the_names_and_the_year_it_is_called_by(library, text):
    assert library.paper_in(text) == CALLED[text]


@pytest.mark.parametrize("text", ["AI Indexは何を言っている?", "Cottierの研究", "ギリシャの論文", "カタールの研究者"])
def test_names_that_several_share_or_that_only_sound_alike_tell_no_paper(library, text):
    assert library.paper_in(text) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("アモデイ", "Amodei"), ("アーメド", "Ahmed"), ("ヤンナカキス", "Yannakakis"), ("ジュロウェツキ", "Jurowetzki"), ("ルッチョーニ", "Luccioni"),
        ("シュワルツ", "Schwartz"), ("ホフマン", "Hoffmann"), ("ヘルナンデス", "Hernandez"), ("ボンマサニ", "Bommasani"), ("パターソン", "Patterson"),
        ("ハーゲンドルフ", "Hagendorff"), ("カンデルワル", "Khandelwal"), ("ヴィプラ", "Vipra"), ("ホーキンス", "Hawkins"),
    ],  # fmt: skip
)  # fmt: skip
def test_a_name_is_heard_in_katakana(understanding, word, name):
    assert understanding.works.names.authors.spoken.name(word) == name.lower()


@pytest.mark.parametrize("word", ["データ", "ビジョン", "トークン", "リスク", "ニューヨーク", "カタール", "ギリシャ", "ルーマニア", "リージョン", "モデル", "グーグル"])
def test_everyday_words_and_countries_sound_like_no_author(understanding, word):
    assert understanding.works.names.authors.spoken.name(word) is None


def test_where_no_work_is_spoken_of_no_author_is_heard():
    spoken = SpokenNames(["Rahman"])
    assert spoken.find("ラーメンの論文") == [(0, 4, "Rahman")]
    assert spoken.find("ラーメンがおいしい店") == []


def test_an_author_in_katakana_is_no_unknown_name(ask):
    answer = ask("アーメドとワヘドという人の書いた論文、要は何を言っているのか")
    assert answer.outcome == "answered" and answer.citations[0].id.startswith("ahmed-wahed-2020")
