"""The first so many together, the year of a first place, fields by strength, those told held against each other, and a measure's value after its meaning."""

import pytest

from assistant.models import Place


@pytest.mark.parametrize("text, ranked, count", [
    ("上位5か国で全体の何割?", "countries", 5),
    ("トップ3か国の合計シェアは?", "countries", 3),
    ("上位3大学で何%?", "universities", 3),
    ("上位5社で全体の何割?", "firms", 5),
])  # fmt: skip
def test_no_sum_of_the_first_so_many_is_told(ask, understand, text, ranked, count):
    question = understand(text)
    assert (question.statistic, question.ranked, question.count) == ("rank", ranked, count)
    assert "を合わせた割合の集計はありません" in ask(text).answer.split("1. ")[0]


@pytest.mark.parametrize("text", ["上位10社で全体の何%?", "上位100機関のシェアは?", "上位10機関への集中度の推移", "QS上位50校の割合は?", "2018年のKDDでトップ50大学の割合は?"])
def test_what_is_held_of_the_first_is_told(understand, text):
    assert understand(text).statistic != "rank"


@pytest.mark.parametrize("texts, told", [
    (("グーグルが首位になったのはいつ?",), "2018年のAI会議で、グーグルは論文のある228社のうち**1位**"),
    (("日本は何年に一番順位が高かった?",), "2012年のAI会議で、日本は論文のある71か国のうち**5位**"),
    (("トヨタが首位になったのはいつ?",), "首位になった年はありません"),
    (("清華大学は何位?", "1位になったのは何年?"), "清華大学"),
    (("企業参加率って何?", "今いくつ?"), "2021年のAI会議の企業参加率は**36.2%**"),
    (("日本が強い分野は?",), "最も高いのはロボティクス分野"),
    (("中国が弱い分野は?",), "最も低いのはヒューマンインタフェース分野"),
    (("日本企業の割合は?", "全体の企業と比べて?"), "日本企業の参加率は1.3%"),
    (("エリート大学の割合は?", "企業と組んだのは?"), "企業×エリート大学の共著率"),
    (("中国とアメリカの論文は?", "広がった?縮まった?"), "縮まりました"),
    (("中国とアメリカ、どっちが伸びた?",), "伸びが大きいのは中国"),
    (("NECの推移", "富士通も", "2社でどっちが伸びた?"), "はっきり伸びたと言えるものはありません"),
    (("エリート大学の割合は?", "国でいうとどこが多い?"), "最も高い国は米国"),
    (("スイスと日本、何倍違う?",), "の**1.0倍**です"),
    (("グーグルとメタは何倍?",), "の**2.3倍**です"),
])  # fmt: skip
def test_the_answer_begins_with_it(talked, texts, told):
    assert told in talked(*texts)[-1].answer.split("**要点**")[0].split("1. ")[0]


def test_the_first_year_is_the_one_since_which_it_is_first(divide):
    first = {year: divide.rank_institutions((year,), top=1, sector="firm", area="ai")[0].slice["institution"] for year in range(2007, 2022)}
    assert [year for year in first if all(first[later] == "google" for later in range(year, 2022))][0] == 2018


@pytest.mark.parametrize("texts, names", [
    (("日本のシェアは?", "中国は?", "韓国は?", "3か国で一番低いのは?"), [None, "China", "South Korea"]),
    (("グーグルの論文は?", "メタは?", "2社で一番多いのは?"), ["google", "meta"]),
])  # fmt: skip
def test_those_told_are_put_in_order(talk, texts, names):
    question = talk(*texts)
    assert (question.statistic, question.ranked) == ("rank", "named")
    assert [subject.institution or subject.country for subject in question.subjects] == names or [subject.institution or subject.country for subject in question.subjects][1:] == names[1:]


def test_fields_told_are_put_in_order(talk):
    question = talk("機械学習の企業参加率は?", "画像だと?", "言語は?", "3分野で一番高いのは?")
    assert question.places == (Place("field", "ml"), Place("field", "vision"), Place("field", "nlp"))


@pytest.mark.parametrize("text, statistic, years", [("富士通とNEC、10年前はどっちが上だった?", "level", (2011,)), ("グーグルとメタ、5年前はどちらが多い?", "count", (2016,))])
def test_who_had_more_then_is_asked_of_that_year(understand, text, statistic, years):
    question = understand(text)
    assert (question.statistic, question.years) == (statistic, years)


@pytest.mark.parametrize("text", ["企業が強い分野は?", "日本の割合は?", "日本の強みは何?", "うちが強い分野は?", "中国とアメリカは何倍に増えた?", "企業と大学は何倍違う?"])
def test_near_ones_are_read_as_before(understand, text):
    question = understand(text)
    assert not (question.ranked in ("fields", "venues") and question.subjects and question.subjects[0].metric in ("japan_share", "country_share"))
    assert question.statistic != "position"


def test_all_conferences_are_those_of_computer_science(understand):
    assert understand("全部の会議で見ると企業は何%").places == (Place("area", "all"),)


def test_a_short_name_of_a_firm_is_known(understand):
    assert [subject.institution for subject in understand("サムスンとLGどっちがようけ出しとる?").subjects] == ["samsung", "lg"]


def test_three_told_apart_are_not_added_up(talk):
    assert [subject.institution for subject in talk("Googleの論文は?", "Metaは?", "Microsoftも", "この3つ合計で?").subjects] == ["google", "meta", "microsoft"]
