"""Kinds that a turn of a talk asks for in passing: who leads, where it differs, the conferences of a field, a year of its own; and English and kana words for them."""

import pytest


def conclusion(answer):
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(("talk", "told"), [
    (("企業参加率を教えて", "どこが引っ張ってるの?"), "論文の割合が最も高い企業はグーグル"),
    (("企業参加率を教えて", "学会でいうとどこが強い?"), "企業参加率が最も高い会議はWSDM"),
    (("中国と米国を比べて", "会議によって違う?"), "差が最も大きい会議はCOLTです"),
    (("エリート大学とそれ以外の差は", "分野別だと"), "差が最も大きい分野はネットワーク分野の会議です"),
    (("中国が米国を抜いた会議は?", "2015年では?"), "26会議のうち**1会議**で中国の機関の参加率が米国の機関の参加率を上回っています"),
    (("日本の割合は", "韓国に抜かれた会議は?"), "22会議のうち**11会議**で韓国の機関の参加率が日本の機関の参加率を上回っています"),
    (("分野別に企業の割合を並べて", "2番目は", "その分野の会議は?"), "2021年の画像認識分野の会議で企業参加率が最も高い会議はICCV"),
    (("画像認識の企業の割合は", "そこの会議を全部挙げて"), "2021年の画像認識分野の会議で企業参加率が最も高い会議はICCV"),
    (("日本の割合のピークはいつ?", "そこから何ポイント落ちた?"), "2008年から2021年までに**3.4ポイント**下がりました"),
    (("日本の割合は", "米国より上?"), "日本の機関の参加率は3.0%【1】、米国の機関の参加率は46.5%"),
])  # fmt: skip
def test_the_kind_is_told(talked, talk, told):
    answer = talked(*talk)[-1]
    assert answer.verdict.ok and told in conclusion(answer)


@pytest.mark.parametrize(("text", "ranked"), [
    ("AIの論文、国でいうと上位はどんな並び?", "countries"),
    ("くにべつのわりあいおしえて", "countries"),
    ("country rankingを2021年で", "countries"),
    ("NeurIPSでtop firmsは", "firms"),
    ("企業べつの論文数なんぼ", "firms"),
    ("firm shareをfield別に", "fields"),
])  # fmt: skip
def test_kinds_in_other_writing_are_read(understand, text, ranked):
    question = understand(text)
    assert (question.statistic, question.ranked, question.blocker) == ("rank", ranked, None)


def test_two_years_are_two_rankings_and_never_one_of_both(assistant):
    answer = assistant.ask("2012年と2021年で国の順位はどう変わった").answer
    assert "1. 米国：45.8%" in answer and "1. 米国：46.5%" in answer


@pytest.mark.parametrize(("text", "name"), [
    ("大学別の偏差値は", "偏差値"),
    ("韓国が10位以内に入ってない会議は?", "お尋ねの条件に当たる会議の一覧"),
    ("中国が米国を上回っていない会議は?", "お尋ねの条件に当たる会議の一覧"),
    ("papers by Toyota only", "トヨタだけで書いた論文の割合"),
])  # fmt: skip
def test_what_would_be_answered_by_its_opposite_is_refused(assistant, text, name):
    answer = assistant.ask(text)
    assert answer.outcome == "not_in_data" and f"「{name}」" in answer.answer
