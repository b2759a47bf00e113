"""Places in a ranking: several at once, how far two are apart, and where what was told stands."""

import pytest

from assistant.models import Place

GAPS = [
    ("企業の1位と2位の差は?", ["google", "microsoft"]),
    ("大学の1位と3位の差は何ポイント?", ["tsinghua-univ", "peking-univ"]),
    ("企業で論文が一番多いところと2番目の差は?", ["google", "microsoft"]),
    ("2015年のCVPRで企業の首位と次点の開きは?", ["microsoft", "google"]),
    ("日本企業のトップと2番手の差は?", ["nec", "ntt"]),
    ("上位2社の差は?", ["google", "microsoft"]),
]


def institutions(question):
    return [subject.institution for subject in question.subjects]


@pytest.mark.parametrize("text, names", GAPS)
def test_two_places_are_set_side_by_side(understand, text, names):
    question = understand(text)
    assert (question.intent, question.statistic, institutions(question)) == ("compare", "level", names)


def test_a_share_named_ranks_conferences(understand):
    assert understand("企業参加率の1位と2位の差は?").places == (Place("venue", "wsdm"), Place("venue", "kdd"))


def test_countries_have_places_too(understand):
    assert [subject.country for subject in understand("国別の1位と2位の差は?").subjects] == ["United States", "China"]


@pytest.mark.parametrize("text, names", [
    (("企業のランキング", "2位と3位の差は?"), ["microsoft", "alibaba"]),
    (("企業のランキング", "4位はどこ?", "1位との差は?"), ["google", "meta"]),
    (("NTTは日本企業の中で何位?", "1位との差は?"), ["nec", "ntt"]),
    (("アリババの論文の割合は?", "トップとの開きは?"), ["google", "alibaba"]),
])  # fmt: skip
def test_the_one_told_last_is_held_against_a_place(talk, text, names):
    assert institutions(talk(*text)) == names


@pytest.mark.parametrize("text", ["グーグルと東大の差は?", "1位と2位の差は広がった?", "51〜100位の大学の割合は?", "AIとAI以外の差は何ポイント?"])
def test_other_differences_are_no_places(understand, text):
    assert not any("順位で指された" in told for told in understand(text).readings)


@pytest.mark.parametrize("texts, told", [
    (("論文数が多い企業の1位は?", "2番目と3番目は?"), ["2位はマイクロソフト", "3位はアリババ"]),
    (("企業の2位から4位を教えて",), ["2位はマイクロソフト", "4位はメタ"]),
    (("大学の論文数、3位と4位はどこ?",), ["3位は北京大学", "4位はスタンフォード"]),
    (("国別ランキング", "2位と3位は?"), ["2位は中国", "3位は英国"]),
])  # fmt: skip
def test_several_places_are_told_first(talked, texts, told):
    lead = talked(*texts)[-1].answer.split("1. ")[0]
    assert all(name in lead for name in told)


@pytest.mark.parametrize("texts, told", [
    (("日本企業のランキング", "それは全体で何位?"), "276社のうち**19位**"),
    (("日本企業のランキング", "2位はどこ?", "世界では何位?"), "NTT"),
    (("日本のシェアが一番高かったのは何年?", "で、何位やった?"), "2008年のAI会議で、日本は論文のある63か国のうち**5位**"),
    (("企業参加率を分野別に高い順で", "機械学習は何番目?"), "15分野のうち**3位**"),
    (("画像認識分野の企業参加率は何位?",), "15分野のうち**2位**"),
    (("日本のシェアが一番高かったのは何年?", "今は何位?"), "2021年のAI会議で、日本は"),
])  # fmt: skip
def test_where_it_stands_is_told_first(talked, texts, told):
    assert told in talked(*texts)[-1].answer.split("**要点**")[0]
