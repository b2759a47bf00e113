import math
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.number_readers import SCANNER, next_match
from index.numerals import find_numerals, is_structural


def read(text):
    return [(n.text, n.value, n.unit) for n in find_numerals(text)]


@pytest.mark.parametrize("text, expected", [
    ("171,394本", [("171,394本", 171394, "本")]),
    ("１２００本", [("１２００本", 1200, "本")]),
    ("十二社", [("十二社", 12, "社")]),
    ("百二十", [("百二十", 120, None)]),
    ("二〇一二年", [("二〇一二年", 2012, "年")]),
    ("二千十二年", [("二千十二年", 2012, "年")]),
    ("三割五分", [("三割五分", 35, "%")]),
    ("三割五分二厘", [("三割五分二厘", 35.2, "%")]),
    ("3.5割", [("3.5割", 35, "%")]),
    ("1.2千件", [("1.2千件", 1200, "件")]),
    ("2千5百人", [("2千5百人", 2500, "人")]),
    ("12ポイント", [("12ポイント", 12, "ポイント")]),
    ("5.2%ポイント", [("5.2%ポイント", 5.2, "ポイント")]),
    ("1億2,000万円", [("1億2,000万円", 120_000_000, "円")]),
    ("130億パラメータ", [("130億パラメータ", 1.3e10, "パラメータ")]),
    ("6.7兆円", [("6.7兆円", 6.7e12, "円")]),
    ("三百万", [("三百万", 3e6, None)]),
    ("2倍", [("2倍", 2, "倍")]),
    ("18%", [("18%", 18, "%")]),
    ("18％", [("18％", 18, "%")]),
    ("十八パーセント", [("十八パーセント", 18, "%")]),
    ("三・五割", [("三・五割", 35, "%")]),
    ("3.4か月と3カ月", [("3.4か月", 3.4, "か月"), ("3カ月", 3, "か月")]),
    ("10人に1人", [("10人", 10, "人"), ("1人", 1, "人")]),
    ("1対3", [("1", 1, None), ("3", 3, None)]),
    ("3万5億", [("3万", 30000, None), ("5億", 5e8, None)]),
    ("49州", [("49", 49, None)]),
    (".5", [(".5", 0.5, None)]),
    ("2012,2013", [("2012", 2012, "年"), ("2013", 2013, "年")]),
])
def test_japanese_amounts(text, expected):
    assert [(t, pytest.approx(v), u) for t, v, u in expected] == read(text)


@pytest.mark.parametrize("text, value, unit", [
    ("2012年", 2012, "年"), ("平成24年", 2012, "年"), ("令和元年", 2019, "年"), ("令和五年度", 2023, "年度"), ("昭和64年", 1989, "年"), ("H24年", 2012, "年"),
    ("2022年度", 2022, "年度"), ("2010年代", 2010, "年代"), ("3年", 3, "年間"), ("3年間", 3, "年間"), ("2,000年", 2000, "年間"), ("2012年間", 2012, "年間"),
    ("第3期", 3, "期"), ("第二回", 2, "回"), ("（2020）", 2020, "年"), ("NeurIPS2020", 2020, "年"),
])
def test_years_periods_and_durations(text, value, unit):
    assert [(n.value, n.unit) for n in find_numerals(text)] == [(value, unit)]


@pytest.mark.parametrize("text", [
    "一方で一般に三菱は唯一", "第一に一言で言えば", "万が一でも十分です", "万一に備える", "一つの例", "一人ひとり", "一社だけ", "一部の会社", "第三者の監査", "二次資料によれば",
    "四半期ごと", "千葉と九州と四国", "百貨店", "三位一体", "十人十色", "五分五分", "一石二鳥", "統一された", "数人の学生", "数年前", "件数と点数", "複数の企業", "何年も", "半導体", "一年中",
    "三者で", "二重の", "一体", "二極化", "六本木", "五十音", "七五三", "二人三脚", "三日坊主", "倍率", "多数", "一切", "万能", "千代田", "億劫", "三重県", "十百人",
])
def test_words_with_kanji_numerals_that_count_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize("text", [
    "GPT-4", "GPT-3.5", "GPT-4o", "A100", "H200を", "CO2", "Llama-3.1-70B", "Pythia-1B", "v1", "5S活動", "3Dの図", "4K", "ISO9001", "ISO 27001", "COVID-19", "① 企業", "② ",
    "https://example.org/2020/10", "10.1126/science.ade2420", "arXiv:2010.15581", "バージョン1.2.3",
])
def test_identifiers_count_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize("text, values", [
    ("GPU100台", [100]), ("上位10%", [10]), ("AI2割", [20]), ("QS1-50", [1, 50]), ("QS 201〜300位", [201, 300]), ("㊿%", [50]), ("GPT-4は1,000倍", [1000]), ("US$33.9 billion", [3.39e10]),
    ("TOP10社", [10]), ("¥77.9 billion", [7.79e10]), ("1ドル=150円", [1, 150]), ("CO2を24.7トン", [24.7]), ("1\u200b8%", [18]), ("٣٥%", [35]),
])
def test_numbers_next_to_latin_and_signs(text, values):
    assert [n.value for n in find_numerals(text)] == [pytest.approx(v) for v in values]


@pytest.mark.parametrize("text, expected", [
    ("7〜13倍", [(7, "倍"), (13, "倍")]), ("12%〜15%", [(12, "%"), (15, "%")]), ("1〜2割", [(10, "%"), (20, "%")]), ("二〜三割", [(20, "%"), (30, "%")]),
    ("3〜5億円", [(3e8, "円"), (5e8, "円")]), ("2012-19年", [(2012, "年"), (2019, "年")]), ("2007〜2021年", [(2007, "年"), (2021, "年")]), ("301〜500位", [(301, "位"), (500, "位")]),
    ("22から38%", [(22, "%"), (38, "%")]), ("30〜40億ドル", [(3e9, "ドル"), (4e9, "ドル")]), ("US$30-40 billion", [(3e10, "ドル"), (4e10, "ドル")]), ("7 to 13 times", [(7, "倍"), (13, "倍")]),
    ("300億〜400億ドル", [(3e10, "ドル"), (4e10, "ドル")]), ("from 1 in 2004 to 40", [(1, None), (2004, "年"), (40, None)]), ("10-20-70 rule", [(10, None), (20, None), (70, None)]),
])
def test_ranges_share_unit_and_scale(text, expected):
    assert [(pytest.approx(v), u) for v, u in expected] == [(n.value, n.unit) for n in find_numerals(text)]


@pytest.mark.parametrize("text, value, unit", [
    ("約4分の1", 0.25, "分率"), ("三分の二", 2 / 3, "分率"), ("½", 0.5, "分率"), ("1/3", 1 / 3, "分率"), ("半数", 0.5, "分率"), ("過半数", 0.5, "分率"), ("倍増", 2, "倍"), ("倍になった", 2, "倍"),
    ("two thirds", 2 / 3, "分率"), ("about one third", 1 / 3, "分率"), ("one tenth", 0.1, "分率"), ("half", 0.5, "分率"), ("Three", 3, None), ("twenty-five", 25, None), ("six million", 6e6, None),
    ("ten-billion-fold", 1e10, "倍"), ("300,000-fold", 3e5, "倍"), ("twice", 2, "倍"), ("13 billion", 1.3e10, None), ("172-billion-parameter", 1.72e11, None), ("350k", 3.5e5, None), ("1.8B", 1.8e9, None),
    ("10^20", 1e20, None), ("10²⁰", 1e20, None), ("3×10^23", 3e23, None), ("10の20乗", 1e20, None), ("2.5e6", 2.5e6, None), ("five-year", 5, "年間"), ("24-hour", 24, "時間"),
])
def test_fractions_powers_and_english(text, value, unit):
    assert [(n.value, n.unit) for n in find_numerals(text)] == [(pytest.approx(value), unit)]


@pytest.mark.parametrize("text, value", [("-3.2ポイント", -3.2), ("差は−3.2ポイント", -3.2), ("マイナス5%", -5), ("▲1.5%", -1.5), ("±3.2ポイント", 3.2), ("+4.1%", 4.1), ("2012-2019年", 2012), ("増減率-3%", 3)])
def test_signs(text, value):
    assert find_numerals(text)[0].value == value


@pytest.mark.parametrize("text, low, high", [
    ("18.0%", 17.95, 18.05), ("18%", 17.5, 18.5), ("3割", 25, 35), ("130億", 129.5e8, 130.5e8), ("約200本", 190, 210), ("20%台", 20, 30), ("2割台", 20, 30), ("十数%", 11, 20), ("数十%", 20, 100),
    ("3割強", 30, 35), ("3割弱", 25, 30), ("2倍強", 2, 2.5), ("100社余り", 100, 105), ("90%近く", 85.5, 90), ("数%", 2, 10), ("2012年", 2012, 2012), ("約2012年", 2012, 2012), ("数千億円", 2e11, 1e12), ("何百万", 2e6, 1e7), ("300台", 299.5, 300.5), ("7万3千", 72500, 73500), ("-3.2%", -3.25, -3.15),
])
def test_interval_that_the_wording_allows(text, low, high):
    numeral = find_numerals(text)[0]
    assert (numeral.low, numeral.high) == (pytest.approx(low), pytest.approx(high))
    assert numeral.allows(low) and numeral.allows(high) and not numeral.allows(high + 0.02 * abs(high))


@pytest.mark.parametrize("text, approximate, bound", [
    ("約18%", True, None), ("およそ18%", True, None), ("18%ほど", True, None), ("18%", False, None), ("18%強", True, None), ("18%強化", False, None), ("8割超", True, "above"), ("80%以上", True, "above"),
    ("5%未満", True, "below"), ("more than 80%", True, "above"), ("2007〜2021年", False, None), ("1,000を超え", True, "above"), ("過半数", True, "above"), ("十数社", True, None),
])
def test_approximation_and_bounds(text, approximate, bound):
    numeral = find_numerals(text)[-1]
    assert (numeral.approximate, numeral.bound) == (approximate, bound)


def test_dates():
    expected = [(2020, "年"), (10, "月"), (22, "日")]
    for text in ("2020年10月22日", "2020-10-22", "2020/10/22"):
        assert [(n.value, n.unit) for n in find_numerals(text)] == expected


def test_decimals_are_as_written():
    assert [n.decimals for n in find_numerals("18.0% 18% 1.25億 1,200")] == [1, 0, 2, 0]


def test_structural_numerals():
    for text, expected in (("2つ目の理由", True), ("1人あたり26箱", True), ("26箱", False), ("2つの理由", False)):
        assert is_structural(text, find_numerals(text)[0]) is expected


def test_offsets_point_into_the_original_text():
    text = "㍻と１２％、約\u200b3割、US$5 billion、H24年"
    for n in find_numerals(text):
        assert text[n.start:n.end] == n.text


def test_never_raises_and_spans_are_ordered():
    pieces = list("0123456789,.%年月割分倍一二三四五六七八九十百千万億兆数約第〜-–~①½²㍿のとがGPTxeK$¥+−±/^ \n\t\0①㊿\ud800👍\u200bé٣") + [
        "分の", "ポイント", "平成", "令和", "元年", "billion", "-fold", "two", "third", "10^", "e9", "半数", "以上", "マイナス", "US$", "http://", "arXiv:", "〇", "9" * 400]
    generator = random.Random(7)
    for _ in range(3000):
        text = "".join(generator.choices(pieces, k=generator.randint(0, 25)))
        found = find_numerals(text)
        assert all(a.end <= b.start for a, b in zip(found, found[1:])), text
        for n in found:
            assert n.text == text[n.start:n.end] and n.start < n.end, text
            assert n.low <= n.value <= n.high or math.isnan(n.value), (text, n)


@pytest.mark.parametrize("text", ["一" * 20000, "1," * 10000, "9" * 20000, "1,111" * 3000, "数" * 20000, "二〜" * 5000, "a" * 20000, "十百" * 5000])
def test_long_texts_take_little_time(text):
    import time

    start = time.process_time()  # of this process alone: the machine may be busy
    find_numerals(text)
    assert time.process_time() - start < 5


@given(st.text(st.sampled_from("0123一十百数何過半倍元明治平成令和年分の1/⁄.,-^×eE%aTwohalfxé中"), max_size=14))
@example("arXiv: 2001.08361とISO 9001、https://a.jp/1")
@example("twenty-five percent、Two thirds、平成元年、明治45年、数十倍、過半数、.5、何万")
def test_looking_for_beginnings_first_finds_what_the_scanner_finds(text):
    for position in range(len(text) + 1):
        found, searched = next_match(text, position), SCANNER.search(text, position)
        assert (found and found.span()) == (searched and searched.span())


def test_every_kind_of_number_begins_where_the_scanner_looks():
    shown = ["https://a.jp", "2020-10-22", "平成24年", "昭和三年", "大正元年", "令和3年", "R3年", "4分の1", "1⁄2", "3×10^20", ".5", "十二", "数%", "何百万", "過半数", "半額", "倍増", "倍に", "half", "Two thirds", "three", "twice", "Doubling"]
    for text in shown:
        assert (match := next_match(text, 0)) is not None and match.start() == 0, text
