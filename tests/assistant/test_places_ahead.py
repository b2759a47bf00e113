"""In which conferences one has more than another one, or stands so high: never the order in all conferences together."""

import pytest

CHINA_AHEAD = ("AAAI", "CIKM", "CVPR", "ICCV", "ICDM", "ICMR", "IJCAI", "SIGIR")


@pytest.mark.parametrize("text", [
    "中国が米国を抜いた会議はあるか。",
    "米国より中国のほうが論文が多い学会を教えて",
    "どの会議で中国がアメリカに勝ってる?",
    "米国が中国に負けている学会はどれですか",
    "2021年に中国が米国を上回っていた会議はいくつありますか",
])  # fmt: skip
def test_conferences_in_which_one_country_leads_are_named(assistant, text):
    answer = assistant.ask(text)
    conclusion, rows = answer.answer.split("\n")[1], [line for line in answer.answer.split("\n") if line.startswith("- ") and "：" in line and "%" in line]
    assert answer.verdict.ok and "22会議のうち**8会議**で中国の機関の参加率が米国の機関の参加率を上回っています" in conclusion
    assert sorted(row[2:].partition("：")[0] for row in rows) == sorted(CHINA_AHEAD)


def test_the_nearest_conference_is_shown_where_one_leads_in_none(assistant):
    answer = assistant.ask("企業の割合が大学を上回る会議はある?").answer
    assert "企業参加率が大学参加率を上回る会議は、22会議のうちにはありません" in answer and "WSDM：企業参加率 52.3%" in answer


@pytest.mark.parametrize(("text", "told", "first"), [
    ("日本が5位以内に入っている会議はある?", "**2会議**で日本が5位以内です", "ISWC：3位（13.9%）"),
    ("日本がトップ3に入る学会は", "**2会議**で日本が3位以内です", "ISWC：3位（13.9%）"),
    ("中国が1位の会議はどれ?", "**8会議**で中国が1位です", "ICMR：1位（68.0%）"),
    ("ドイツが2位の会議は?", "**3会議**でドイツが2位です", "ISWC：2位（30.6%）"),
    ("グーグルが首位の会議を教えて", "**10会議**でグーグルが1位です", "ICLR：1位（13.4%）"),
])  # fmt: skip
def test_conferences_in_which_one_stands_so_high_are_named(assistant, text, told, first):
    answer = assistant.ask(text)
    assert answer.verdict.ok and told in answer.answer and first in answer.answer


@pytest.mark.parametrize(("text", "statistic"), [
    ("AI会議で中国は米国を抜いたか", "overtake"),
    ("CVPRで中国が米国を抜いたのはいつ", "overtake"),
    ("日本は世界で何位ですか", "position"),
    ("企業の割合が最も高い会議は?", "rank"),
])  # fmt: skip
def test_near_misses_stay(understand, text, statistic):
    question = understand(text)
    assert question.statistic == statistic and question.option is None
