"""A group asked about plainly after the year in which another's share began to rise."""

import pytest

BEGAN = "企業参加率はいつ頃から増えたのですか"


@pytest.mark.parametrize(("asked", "shown"), [
    ("なるほど。では日本の企業はどうですか。", "日本企業の参加率は、2007年の1.6%"), ("エリート大学はどうですか", "QS1〜50位の大学の参加率は、2007年の31.9%"), ("日本は?", "日本の機関の参加率は、2007年の4.9%"),
    ("米国はどう?", "米国の機関の参加率は、2007年の51.4%"), ("日本の大学だと", "日本の大学の参加率は、2007年の2.8%"),
])  # fmt: skip
def test_one_that_never_rose_is_told_by_how_it_moved_beside_the_former(talked, asked, shown):
    answer = talked(BEGAN, asked)[-1].answer
    first = answer.split("\n")[1]
    assert shown in first and "AI会議の企業参加率は、2007年の17.3%" in first and "転機と言える年" not in answer


@pytest.mark.parametrize("asked", ["では大学の方はどうなりましたか。エリート大学とそれ以外で違いがあると聞きましたが。", "エリート大学とそれ以外で違いがあると聞きました", "上位校とそれ以外で差があるらしいですね"])
def test_a_difference_heard_of_is_told_by_how_both_moved(talked, asked):
    answer = talked(BEGAN, asked)[-1].answer
    assert "QS1〜50位の大学の参加率は、2007年の31.9%" in answer and "エリート以外の大学の参加率は、2007年の65.4%" in answer and "転機" not in answer.split("**要点**")[0]


def test_how_it_went_is_told_even_of_one_that_rose(talked):
    first = talked(BEGAN, "では大学の方はどうなりましたか")[-1].answer.split("\n")[1]
    assert "大学参加率は、2007年の88.2%" in first and "企業参加率は、2007年の17.3%" in first


@pytest.mark.parametrize(("asked", "shown"), [("大学は?", "**2013年**に過去の最高を抜き"), ("大手テックは?", "**2018年**に過去の最高を抜き"), ("NeurIPSでは?", "**2015年**に過去の最高を抜き"), ("日本の企業はいつから?", "転機と言える年が見当たりません")])
def test_one_that_rose_or_is_asked_for_its_year_keeps_it(talked, asked, shown):
    assert shown in talked(BEGAN, asked)[-1].answer


def test_a_peak_is_still_asked_of_the_next_group(talked):
    assert "最も高かったのは2010年" in talked("企業参加率のピークは何年?", "日本企業は?")[-1].answer
