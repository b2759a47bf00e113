"""Two values that nobody added up, the year of the largest rise, events as years, and what else a share is held against."""

import pytest


@pytest.mark.parametrize("texts, names", [
    (("GoogleとMSの2社で何%?",), ["google", "microsoft"]),
    (("グーグルとマイクロソフトを合わせると何%?",), ["google", "microsoft"]),
    (("東大のAI論文の割合", "京大は?", "合わせると?"), ["univ-tokyo", "kyoto-univ"]),
    (("東大のAI論文の割合", "京大は?", "2校を足すと?"), ["univ-tokyo", "kyoto-univ"]),
])  # fmt: skip
def test_no_sum_is_told_but_each_value(talked, understand, talk, texts, names):
    assert [subject.institution for subject in talk(*texts).subjects] == names
    assert "合わせた割合の集計はありません" in talked(*texts)[-1].answer.split("**要点**")[0]


@pytest.mark.parametrize("texts", [("グーグルとマイクロソフトを比べて",), ("上位10社で全体の何%?",), ("グーグルの論文の割合は?", "10年分を合わせると?"), ("企業と大学の共著は何%?",)])
def test_other_words_ask_for_no_sum(talk, texts):
    assert not any("合わせた割合" in told for told in talk(*texts).readings)


@pytest.mark.parametrize("texts, years", [
    (("企業参加率は?", "一番増えた年は?"), (2018, 2019)),
    (("企業参加率が最も伸びたのはいつ?",), (2018, 2019)),
    (("CVPRの企業参加率が一番落ちたのは何年?",), (2019, 2020)),
    (("中国が一番伸びた年は?",), (2017, 2018)),
])  # fmt: skip
def test_the_year_of_the_largest_step_is_found(talk, texts, years):
    question = talk(*texts)
    assert (question.statistic, question.years) == ("change", years)


def test_the_largest_step_is_the_largest(divide):
    measure = divide.measure("firm_share", area="ai")
    values = {year: divide.share(measure, (year,)).value for year in range(2007, 2022)}
    assert max(range(2008, 2022), key=lambda year: values[year] - values[year - 1]) == 2019


@pytest.mark.parametrize("text", ["企業参加率が一番高かった年は?", "2015年以降一番増えた国は?", "企業参加率はいつから増えた?"])
def test_a_peak_or_a_mover_is_no_step(understand, text):
    assert not any("幅が最も大きい" in told for told in understand(text).readings)


@pytest.mark.parametrize("text, years, statistic", [
    ("コロナ前と後で企業の割合は変わった?", (2019, 2021), "change"),
    ("リーマンショックの前後で企業単独率は?", (2007, 2009), "change"),
    ("東日本大震災の前と後の日本の割合", (2010, 2012), "change"),
    ("ChatGPT登場の前後で変わった?企業参加率", (2021, 2023), "change"),
    ("リーマンショックの頃の企業参加率は?", (2008,), "level"),
    ("AlexNetの前後で企業参加率は変わった?", (2012,), "before_after"),
    ("2012年の前後で企業参加率は?", (2012,), "before_after"),
    ("企業参加率の前後比較", (), "before_after"),
])  # fmt: skip
def test_an_event_names_its_own_years(understand, text, years, statistic):
    question = understand(text)
    assert (question.years, question.statistic, question.blocker) == (years, statistic, None)


def test_citations_of_universities_are_held_against_those_of_universities(ask):
    assert "AI以外の会議の大学の論文の被引用シェア" in ask("大学の引用シェアは?").answer


@pytest.mark.parametrize("text", ["AIの論文、日本語で言うと何割が企業なんですか", "日本語で、2021年の企業参加率は?"])
def test_the_language_of_an_answer_is_no_country(understand, text):
    assert [subject.metric for subject in understand(text).subjects] == ["firm_share"]


def test_there_is_the_first_of_a_ranking(talked):
    assert "WSDMの日本企業の参加率" in talked("企業参加率が高い会議は?", "そこは日本の企業も出してる?")[-1].answer


def test_who_rose_most_is_asked_of_those_told(talk):
    assert talk("日本企業のランキング", "一番伸びてるのは").statistic == "movers"


def test_a_fraction_is_told_as_a_multiple(talked):
    assert "の**3.5倍**です" in talked("東大のAI論文の割合", "スタンフォードと比べると何分の一?")[-1].answer


def test_rows_of_a_ranking_are_not_added_up(talked):
    answer = talked("日本企業のトップ3", "合わせて何%?")[-1].answer
    assert "上位3社を合わせた割合の集計はありません" in answer.split("1. ")[0] and "NEC" in answer
