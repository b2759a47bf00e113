"""First ones asked for in words that name no ranking, places of each that is named, and what is not counted though words for it are near."""

import pytest

RANKED = [
    ("日本企業で2007年に1位だったのは", "firms", "japan_firm_share", (2007,), None),
    ("2010年に米国の大学で一番だったのはどこ", "universities", "country_share", (2010,), None),
    ("米国のトップ大学5つ", "universities", "country_share", (), 5),
    ("中国の有力企業3社", "firms", "country_share", (), 3),
]


@pytest.mark.parametrize("text, ranked, metric, years, count", RANKED)
def test_the_first_of_a_country_are_its_ranking(understand, text, ranked, metric, years, count):
    question = understand(text)
    assert (question.statistic, question.ranked, question.subjects[0].metric, question.years, question.count) == ("rank", ranked, metric, years, count)


@pytest.mark.parametrize("text, ranked, years", [("数年前より下がってる国は?", "countries", (2016, 2021)), ("5年前より増えてる企業は?", "firms", (2016, 2021)), ("10年前と比べて減ってる大学はどこ?", "universities", (2011, 2021))])
def test_those_that_moved_since_are_ranked_by_their_move(understand, text, ranked, years):
    question = understand(text)
    assert (question.statistic, question.ranked, question.years) == ("movers", ranked, years)


@pytest.mark.parametrize("text, told", [
    ("論文の半分以上に企業が入ってる会議は?", "50%以上の会議は、**2会議**"),
    ("論文の4割以上に企業が参加している会議は?", "**6会議**"),
    ("企業がまったくいない会議は?", "企業参加率が最も低い会議は"),
    ("一番最新のデータは何年?", "2007〜2023年"),
    ("東京大学、京都大学、大阪大学、東北大学の順位", "東北大学は論文のある1,112校のうち**305位**"),
    ("トヨタとソニーは何位?", "ソニーは論文のある276社のうち**74位**"),
    ("Googleの論文は日本全体より多い?", "高いのはグーグルの方"),
    ("南洋理工とシンガポール国立大はどちらが上", "高いのはシンガポール国立大学の方"),
])  # fmt: skip
def test_the_answer_begins_with_it(ask, text, told):
    assert told in ask(text).answer.split("**要点**")[0].split("1. ")[0]


@pytest.mark.parametrize("text, metric", [("エリート大学だけで書いた論文の割合", "tier_share"), ("名門大学のみの論文は何%?", "tier_share"), ("大手テックと組んだ大学の割合は?", "big_tech_share"), ("ビッグテックと大学の共著は何%?", "big_tech_share")])
def test_what_nobody_counted_is_said_beside_the_nearest(understand, text, metric):
    question = understand(text)
    assert (question.blocker, [subject.metric for subject in question.subjects]) == ("unknown_metric", [metric])


@pytest.mark.parametrize("text", ["エリート大学の割合は?", "大学だけの論文の割合は?", "企業とエリート大学の共著は?", "大手テックの割合は?", "トヨタの順位は?", "グーグルとマイクロソフトはどっちが順位が上?", "企業参加率が一番低い会議は?"])
def test_near_ones_are_read_as_before(understand, text):
    question = understand(text)
    assert question.blocker is None and not question.parts


def test_a_country_as_a_trait_is_no_side(understand):
    assert [subject.metric for subject in understand("グーグルは日本の大学より多い?").subjects] != ["institution_share", "country_share"]
