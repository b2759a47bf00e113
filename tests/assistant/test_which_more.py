"""Which of two named has more, how many times one is of the other, and a part told by its share of the whole."""

import re
import uuid

import pytest

OLD = ("2019年のNeurIPSの企業参加率は?", "ICMLの推移は?")


def keys(question):
    return [subject.institution or subject.country for subject in question.subjects]


@pytest.mark.parametrize("before", [(), OLD])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("日本と韓国どっちが論文多い?", ["Japan", "South Korea"]),
        ("アメリカと中国ではどっちが論文多いの?", ["United States", "China"]),
        ("ドイツとフランスではどちらが上?", ["Germany", "France"]),
        ("英国とカナダ、どちらの方が多く論文を出していますか", ["United Kingdom", "Canada"]),
    ],
)
def test_two_countries(talk, before, text, named):
    question = talk(*before, text)
    assert (question.intent, question.statistic, keys(question), question.years, question.places) == ("compare", "level", named, (), ())


@pytest.mark.parametrize("before", [(), OLD])
@pytest.mark.parametrize("text", ["GoogleとMicrosoftではどちらが多く発表していますか。", "アマゾンとメタ、どちらの論文が多い?", "東大と京大、どっちが論文を出してる?", "MITとスタンフォードではどちらが多いですか"])
def test_two_institutions(talk, before, text):
    question = talk(*before, text)
    assert (question.intent, question.statistic, len(set(keys(question))), question.years, question.places) == ("compare", "count", 2, (), ())


@pytest.mark.parametrize("text", ["日本と中国の論文数、2020年はどちらが多いですか", "googleとmicrosoftのAI会議の論文数、2020年だとどっちが多い? 本数で", "英国とカナダ、どちらの方が2020年の論文数は多いですか"])
def test_numbers_of_papers_are_told_as_numbers(ask, text):
    answer = ask(text)
    assert answer.intent == "compare" and "本【1】、" in answer.answer.split("\n")[1] and "。多いのは" in answer.answer.split("\n")[1] and answer.verdict.ok


@pytest.mark.parametrize("text", ["日本と韓国どっちが人口多い?", "東大と京大ではどちらが人気?"])
def test_of_something_else(understand, text):
    assert understand(text).blocker is not None


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("米国と中国の割合は?", "差は何倍ですか"), "2021年は、米国の機関の参加率が中国の機関の参加率の**1.4倍**です"),
        (("東大と京大、どっちが論文を出してる?", "何倍違う?"), "東京大学の論文の割合が京都大学の論文の割合の**3.9倍**です"),
        (("米国と中国の差は何倍?",), "2021年は、米国の機関の参加率が中国の機関の参加率の**1.4倍**です"),
        (("大手テック企業と企業の参加率を比べて",), "企業の論文のうち、大手テック企業の論文は**83.5%**です"),
        (("企業のうち巨大ITの占める比率は?",), "**83.5%**"),
        (("企業参加率と産学共著率を比べて", "表にして"), "企業の論文のうち、産学共著の論文は**80.6%**です"),
    ],
)
def test_what_is_told(assistant, texts, told):
    session = uuid.uuid4().hex
    answers = [assistant.ask(text, session=session) for text in texts]
    assert told in answers[-1].answer and "高いのは企業参加率" not in answers[-1].answer


def test_sides_may_not_be_swapped(as_checked, assistant):
    text, evidence, question = as_checked("米国と中国の差は何倍?")
    swapped = text.replace("米国の機関の参加率が中国の機関の参加率の**", "中国の機関の参加率が米国の機関の参加率の**")
    assert swapped != text and assistant.verifier.check(text, evidence, question).ok and not assistant.verifier.check(swapped, evidence, question).ok


def test_how_each_grew_stays_so(understand):
    assert understand("企業と大学の参加率はそれぞれ何倍になりましたか").statistic == "ratio"


@pytest.mark.parametrize("text", ["実際どれくらい企業に偏ってきたのか", "どのくらい大手に寄ってきたの", "企業がいかに食い込んできたか", "企業はどの程度まで入り込んできましたか"])
def test_how_far_something_has_come_is_a_trend(understand, text):
    assert understand(text).statistic == "trend"


@pytest.mark.parametrize("text", ["部長がどれくらい企業が多いのかと聞いてきたが、2019年は", "どれくらい企業が多いか、と社長が言ってきた。2019年"])
def test_what_somebody_came_to_ask_is_no_trend(understand, text):
    assert understand(text).statistic == "level"


@pytest.mark.parametrize("text", ["日本と中国の論文数、2020年はどちらが多いですか", "日本と中国、2020年はどっちが論文多い?", "2018年の企業と大学の割合を比べて"])
def test_the_greater_one_may_not_be_swapped(assistant, as_checked, text):
    told, evidence, question = as_checked(text)
    marks = [(match[1], match[2]) for match in re.finditer(r"[、では、]([^、。【]+?)(?:は|が)[0-9][^【]*(【\d+】)", told.split("\n")[1])]
    right = re.search(r"([高多])いのは(.+?)の方です(【\d+】)", told)
    other = next((name, mark) for name, mark in marks if mark != right[3])
    wrong = told.replace(right.group(), f"{right[1]}いのは{other[0]}の方です{other[1]}")
    assert assistant.verifier.check(told, evidence, question).ok and wrong != told
    assert [finding["reason"] for finding in assistant.verifier.check(wrong, evidence, question).unsupported] == ["the figure cited is not the extreme"]
