"""Named institutions held against each other: by their papers where papers are asked about, each name told or said not to be held."""

import pytest


@pytest.mark.parametrize("text", [
    "グーグルとマイクロソフト、どっちが多い?", "東大と京大、論文が多いのは?", "アップルとアマゾンでは何本違う?2020年", "産総研と理研、AI会議に論文を多く載せたのはどちらの研究所でしょう。2019年で",
    "グーグルとマイクロソフト、2021年の論文数の差は何本?", "東大と京大を比べて。論文数で",
])  # fmt: skip
def test_they_are_told_in_papers(understand, text):
    question = understand(text)
    assert (question.statistic, len(question.subjects), question.intent in ("compare", "figure")) == ("count", 2, True)


@pytest.mark.parametrize("text", ["グーグルと清華大学のシェアは?", "東大と京大、割合が高いのは?", "グーグルとメタは何倍違う?", "米国と中国、どっちが多い?"])
def test_shares_stay_shares(understand, text):
    assert understand(text).statistic == "level"


@pytest.mark.parametrize("text", ["ホンダとは、どちらが上かね。", "ホンダとは何本差ですか", "ホンダと比べてどう?"])
def test_papers_told_before_are_held_against_papers(talk, text):
    question = talk("トヨタは2019年のAI会議に論文を何本載せておるのか。", text)
    assert (question.statistic, {subject.institution for subject in question.subjects}, question.years) == ("count", {"toyota", "honda"}, (2019,))


@pytest.mark.parametrize(("text", "name"), [("トヨタとジャガーノートの論文数は", "ジャガーノート"), ("シーメンスとかGEヘルスケアは?", "GEヘルスケア"), ("トヨタとウェイモの割合", "ウェイモ")])
def test_a_name_that_is_not_held_is_said(understand, text, name):
    assert any(f"「{name}」" in reading for reading in understand(text).readings)


def test_all_that_are_not_held_are_named(understand):
    assert understand("イオンとかウォルマートはAI論文出してんの?").blocker_details["name"] == "イオン」「ウォルマート"


def test_held_names_are_all_told(understand):
    question = understand("日立とパナ、CVPR2021でシェアでかい方どっちだがや")
    assert {subject.institution for subject in question.subjects} == {"hitachi", "panasonic"}


@pytest.mark.parametrize(("first", "text", "name"), [("東京大学の2020年の割合", "京都の方も頼むばい", "kyoto-univ"), ("名古屋大学の2019年の割合", "大阪は?", "osaka-univ"), ("2020年の京都大学の本数", "じゃあ大阪の方は?", "osaka-univ")])
def test_a_city_after_a_university_is_its_university(talk, first, text, name):
    assert [subject.institution for subject in talk(first, text).subjects] == [name]


@pytest.mark.parametrize(("first", "text"), [("東京大学の2019年の割合", "日本は?"), ("トヨタの2019年の割合", "京都の方は?"), ("東京大学の2019年の割合", "企業は?")])
def test_other_words_after_one_are_none(talk, first, text):
    assert not any(subject.institution == "kyoto-univ" for subject in talk(first, text).subjects)


@pytest.mark.parametrize(("texts", "names"), [
    (("GoogleはICLRの何%?", "年は2020で", "メタも並べたい、2020ICLR"), {"google", "meta"}),
    (("トヨタの2019年の割合", "ホンダも横に並べて"), {"toyota", "honda"}),
])  # fmt: skip
def test_one_more_stands_beside_the_last(talk, texts, names):
    assert {subject.institution for subject in talk(*texts).subjects} == names


def test_another_year_beside_it_is_a_move(talk):
    assert talk("2019年の日本の割合は?", "2015年も並べて").years == (2015, 2019)
