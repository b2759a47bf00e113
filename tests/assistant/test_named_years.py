"""Years in the short and spoken ways of writing them, two periods that meet, and all years as one."""

import pytest

from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import read


def period(text):
    return read_period(read(text).folded)


@pytest.mark.parametrize("text", ["NAACL'16の企業率", "ICML’16", "二千十六年", "にせんじゅうろくねん", "16年の値"])
def test_one_year_written_short_or_spoken(text):
    assert period(text).years == (2016,)


@pytest.mark.parametrize(("text", "span"), [("07→21の推移", True), ("企業率 07〜21年", True), ("07年と21年でどう違う", False), ("07年、21年で何%", False)])
def test_two_years_written_short(text, span):
    assert (period(text).years, period(text).span) == ((2007, 2021), span)


@pytest.mark.parametrize("text", ["50→60に増えた", "12→15%", "10→20社", "21→07", "深さ30→31"])
def test_other_numbers_on_both_sides_of_an_arrow_are_no_years(text):
    assert period(text).years == ()


@pytest.mark.parametrize("text", ["(〜2011 vs 2012〜)", "登場前(〜2011年)と登場後(2012年〜)", "2011年までをひとまとめ、2012年からをひとまとめ", "2011年以前と2012年以降"])
def test_the_years_up_to_one_and_since_the_next_are_two_periods(text):
    assert period(text).spans == ((2007, 2011), (2012, 2021))


@pytest.mark.parametrize("text", ["2011年までと2012年の値", "2011年と2012年〜2015年", "2011年から2012年まで"])
def test_what_is_open_on_one_side_only_is_no_pair_of_periods(text):
    assert period(text).spans == ()


@pytest.mark.parametrize("words", ["全期間通算で", "通期で", "2007〜2021年をひっくるめて", "2007年から2021年までの全期間を合わせて", "全期間プールで"])
def test_all_years_as_one_are_one_value(ask, divide, words):
    answer = ask(f"AI会議の産学共著率を{words}教えて")
    pooled = divide.share(divide.measure("firm_university_share", area="ai"), tuple(range(2007, 2022)))
    assert pooled.display in answer.answer.split("**要点**")[0]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("MICCAIの企業参加率、2010年と2015年と2020年でどう推移した?", "trend"),
        ("2008年と2019年のKDDの企業参加率を折れ線で", "trend"),
        ("AI会議の企業参加率の全期間の推移", "trend"),
        ("2008年と2019年のKDDの企業参加率の推移を比較して", "compare"),
        ("2008年と2019年のKDDの企業参加率は?", "compare"),
    ],
)
def test_years_as_points_of_a_line_are_a_trend(understand, text, intent):
    assert understand(text).intent == intent
