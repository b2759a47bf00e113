"""Years as managers write them."""

import random

import pytest

from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import clean


def period(text, base=None):
    return read_period(clean(text), base)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2019年の企業参加率", 2019),
        ("２０１９年", 2019),
        ("2019年度", 2019),
        ("2019 ICML firm share", 2019),
        ("ICML2019", 2019),
        ("平成30年", 2018),
        ("平成三十年", 2018),
        ("平成元年", 1989),
        ("令和元年のKDD", 2019),
        ("令和３年度", 2021),
        ("昭和60年", 1985),
        ("H24年", 2012),
        ("H24のICML", 2012),
        ("R3の値", 2021),
        ("二〇一五年", 2015),
        ("二千十五年", 2015),
        ("'15年のICML", 2015),
        ("15年のICML", 2015),
        ("1998年の数字", 1998),
        ("2030年には", 2030),
        ("(2020年)", 2020),
        ("10年前の2011年だと", 2011),
        ("3年後の2018年は", 2018),
    ],
)
def test_one_year(text, year):
    assert period(text).years == (year,)
    assert not period(text).span


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("2010年から2020年まで", (2010, 2020)),
        ("2010〜2020年", (2010, 2020)),
        ("2010～2020年", (2010, 2020)),
        ("2010-2020", (2010, 2020)),
        ("2010–20年", (2010, 2020)),
        ("2010年より2020年", (2010, 2020)),
        ("from 2010 to 2020", (2010, 2020)),
        ("平成22年から令和2年", (2010, 2020)),
        ("二〇一〇年から二〇二〇年まで", (2010, 2020)),
        ("2020年から2010年まで", (2010, 2020)),
        ("2010年代", (2010, 2019)),
        ("２０１０年代前半", (2010, 2014)),
        ("2010年代の後半", (2015, 2019)),
        ("10年代", (2010, 2019)),
        ("2015年以降", (2015, 2021)),
        ("2015年から後は", (2015, 2021)),
        ("2015年まで", (2007, 2015)),
        ("この5年で", (2016, 2021)),
        ("過去10年の", (2011, 2021)),
        ("2012年より前", (2007, 2011)),
        ("対象期間の全部を通した値", (2007, 2021)),
        ("2012年度よりもまえ", (2007, 2011)),
        ("2015年より後", (2016, 2021)),
    ],
)
def test_ranges(text, ends):
    found = period(text)
    assert (found.years, found.span) == (ends, True)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2008年と2020年を比べて", (2008, 2020)),
        ("2020年と2008年", (2020, 2008)),
        ("2009年とR元年", (2009, 2019)),
        ("2007年、2014年、2021年", (2007, 2014, 2021)),
        ("10年前と比べて", (2011, 2021)),
        ("2020年は10年前と比べて", (2010, 2020)),
        ("2008年と最新を比べて", (2008, 2021)),
    ],
)
def test_several_years_keep_their_order_and_are_no_range(text, years):
    found = period(text)
    assert (found.years, found.span) == (years, False)


def test_years_back_count_from_the_year_of_the_conversation():
    assert period("10年前は?", 2019).years == (2009,)
    assert period("10年前と比べて", 2019).years == (2009, 2019)


@pytest.mark.parametrize(
    "text",
    [
        "3年で回収できますか", "5年間の計画", "100年後", "24時間で", "GPT-4とA100", "2000本の論文", "投資2000万円", "2000人の会社", "企業の割合", "15年ぶり", "301〜500位の大学",
        "上位200校", "50位以内", "割引率5%、3年", "10年以内に",
    ],
)  # fmt: skip
def test_numbers_that_are_no_year(text):
    assert period(text).years == ()


@pytest.mark.parametrize("word", ["今年", "去年", "昨年", "来年", "今年度", "一昨年", "来期"])
def test_the_calendars_today_is_unknown(word):
    found = period(f"{word}の企業参加率")
    assert (found.now, found.years) == (word, ())


@pytest.mark.parametrize("word", ["最新", "直近", "最近", "足元", "現在"])
def test_vague_words_are_the_last_full_year_and_say_so(word):
    found = period(f"{word}の企業参加率")
    assert found.years == (2021,)
    assert word in found.reading


@pytest.mark.parametrize(("text", "shift"), [("前年は?", -1), ("翌年は?", 1), ("次の年は?", 1), ("その前の年は", -1)])
def test_neighbouring_years(text, shift):
    assert period(text).shift == shift


def test_two_ranges_side_by_side():
    assert period("2010年代前半と後半で").spans == ((2010, 2014), (2015, 2019))
    assert period("2007〜2011年と2012〜2021年を比べて").spans == ((2007, 2011), (2012, 2021))


def test_any_text_can_be_read():
    """Years are whole calendar years in order of writing, whatever the text."""
    draw = random.Random(20)
    pieces = ["2019", "年", "〜", "から", "まで", "平成", "元", "H", "二〇", "十", "年代", "前", "後半", "%", "'15", "-", " ", "以降", "この5年", "最新", "億", "²", "½", "企業", "\u200b", "٣", "Ⅳ"]
    for _ in range(1500):
        found = period("".join(draw.choice(pieces) for _ in range(draw.randrange(1, 9))))
        assert all(isinstance(year, int) and 1700 <= year < 2200 for year in found.years), found
        assert not found.span or found.years[0] < found.years[-1]
