"""Before and after 2012, and the difference of differences, in other words than the usual ones."""

import pytest

from assistant.models import Subject

ALONE, FIRM = Subject("firm_only_share"), Subject("firm_share")


@pytest.mark.parametrize(
    ("text", "subject", "statistic"),
    [
        ("ブレークスルーの前と後で、AIの産学共著率はどう違う?", Subject("firm_university_share"), "before_after"),
        ("深層学習のブレークスルーを挟んで企業参加率は何ポイント違う?", FIRM, "before_after"),
        ("AlexNetの年を挟んで日本の割合は前後でどうなった", Subject("japan_share"), "before_after"),
        ("前期と後期に分けてビッグテックの割合を見せて", Subject("big_tech_share"), "before_after"),
        ("AI会議の企業単独率を、2012年より前の5年間とその後の10年間で比べて", ALONE, "before_after"),
        ("転機の2012年を挟んだ前期・後期の企業参加率を", FIRM, "before_after"),
        ("2012年の山を挟んだ両側で、企業単独率は何%ずつか", ALONE, "before_after"),
        ("ディープラーニング登場以前と登場以後の企業単独率、それぞれいくつ", ALONE, "before_after"),
        ("QS51〜100位の大学を二重差分で見ると?", Subject("tier_share", tier="51-100"), "did"),
        ("産学共著率をダブル差分で出して", Subject("firm_university_share"), "did"),
        ("企業単独率が2012年以降に本当に上がったかを差の差で確かめて", ALONE, "did"),
        ("日本の割合、AI以外の会議の流れを差っ引いたら何ポイント?", Subject("japan_share"), "did"),
        ("トップ50大学の割合を、AI以外の増え方を除いた正味の変化で知りたい", Subject("tier_share", tier="1-50"), "did"),
    ],
)
def test_both_sides_of_2012_are_read(understand, text, subject, statistic):
    question = understand(text)
    assert (question.blocker, question.subjects, question.statistic) == (None, (subject,), statistic)
    assert all(place.name == "ai" for place in question.places)


def test_the_year_of_the_breakthrough_alone_is_one_year(understand):
    question = understand("ブレークスルーの年の企業参加率は?")
    assert (question.years, question.statistic) == ((2012,), "level")


def test_lengths_of_the_two_sides_are_no_years(understand):
    assert understand("前の5年と後の10年に分けて企業参加率を").years == ()


def test_a_doubt_is_no_wish_to_check(understand):
    assert understand("企業だけの論文の増え方を、差の差で確かめてもらえますか").intent == "compare"
    assert understand("この統計は確かなの?").intent == "limits"
