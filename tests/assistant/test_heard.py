"""Dictated questions: words of the same sound, letters, years and ranks in kana."""

import pytest

from assistant.models import Place, Subject
from assistant.understand.cues.leftover import ProperNouns
from assistant.understand.heard import Heard
from assistant.understand.text.matcher import read


@pytest.fixture(scope="module")
def heard(understanding):
    return Heard(ProperNouns().tokens, understanding)


@pytest.mark.parametrize(
    ("written", "name", "text"),
    [
        ("起業", "企業", "2019年のAI学会で起業が入ってる論文の割合は"),
        ("論分", "論文", "2019年のAI学会の企業の論分は何%"),
        ("飲用", "引用", "2015年の企業の論文の飲用の割合は"),
        ("三角率", "参画率", "2019年のICMLの論文の企業三角率は"),
        ("参加立", "参加率", "2019年の会議の参加立は"),
        ("カーネギー目論", "カーネギーメロン", "カーネギー目論大学の2019年の論文の割合"),
        ("難", "何", "企業の割合は2010年から2020年で難ポイント上がった"),
        ("純", "順", "ICMLとAAAIとKDDを企業が多い純に並べて"),
        ("都市", "年", "じゃあ次の都市は何%"),
    ],
)
def test_a_word_of_the_same_sound_is_read_as_meant_and_told(heard, written, name, text):
    corrected, misheard = heard.corrected(read(text))
    assert misheard == ((written, name),)
    assert name in corrected.folded and written not in corrected.folded


@pytest.mark.parametrize(
    "text",
    [
        "起業した会社は何%", "論文を書いた起業家の割合は", "学界の会議論文の割合", "傘下の会社の論文の割合は", "起業率は何%", "懐疑的な論文は何本ありますか", "次の都市計画の論文の割合は",
        "難のある論文の割合は何%", "若い純な人の論文の割合は", "起業した人の論文の割合は", "企業の論文の割合は何%", "企業を起こすほうの起業が減ったという論文は何",
    ],
)  # fmt: skip
def test_words_that_are_meant_as_written_stay(heard, text):
    assert heard.corrected(read(text)) == (read(text), ())


@pytest.mark.parametrize(("text", "plain"), [("きかいがくしゅうのぶんやのろんぶんは何%", "機械学習のぶんやの論文は何%"), ("きぎょうのわりあいは", "企業の割合は")])
def test_long_words_in_kana_are_written_in_kanji(heard, text, plain):
    assert heard.corrected(read(text))[0].folded == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("しーしーえすってやつ", "CCSってやつ"), ("アイロスって会議あいあーるおーえす", "アイロスって会議IROS"), ("スタンフォードとえむあいてぃーの", "スタンフォードとMITの"),
        ("愛シーエムエルの割合", "ICMLの割合"), ("アイシーエムエル", "ICML"), ("にせんにじゅういちねん", "2021年"), ("さんびゃくいちいからごひゃくいのだいがく", "301位から500位のだいがく"),
        ("五十いまでの大学", "50位までの大学"), ("じゅういまでの大学", "10位までの大学"),
    ],
)  # fmt: skip
def test_letters_years_and_ranks_in_kana(text, plain):
    assert read(text).folded == plain


@pytest.mark.parametrize("text", ["えー何パーセント", "会社のけいえいあいて", "二千二十年はえーっと", "愛する企業", "いいから大学を教えて", "大学がごひゃくいじょう", "大学は五十いろいろ", "じゅういの先生"])
def test_plain_kana_stays(text):
    assert read(text).folded == text


@pytest.mark.parametrize(
    ("text", "subjects", "places", "years"),
    [
        ("えーと二千十一年のえーあいの学会で起業が入ってる論分の割合って何パーセントだっけ", (Subject("firm_share"),), (Place("area", "ai"),), (2011,)),
        ("きかいがくしゅうのぶんやでにせんじゅうななねんきぎょうのひとがいるろんぶんなんぱーせんと", (Subject("firm_share"),), (Place("field", "ml"),), (2017,)),
        ("カイって会議しーえいちあい二千二十年企業の論文の割合", (Subject("firm_share"),), (Place("venue", "chi"),), (2020,)),
        ("ユーゼニックスセキュリティの二千二十一年の企業の割合", (Subject("firm_share"),), (Place("venue", "uss"),), (2021,)),
    ],
)
def test_a_dictated_question_is_understood(understand, text, subjects, places, years):
    question = understand(text)
    assert (question.subjects, question.places, question.years, question.blocker) == (subjects, places, years, None)


def test_the_answer_tells_what_was_read(ask):
    assert "「論分」を論文と読みました" in ask("2019年のAI学会で企業が入ってる論分の割合は何%").answer
