"""So many rows of a ranking, wanted in whatever words."""

import pytest

WANTED = [
    ("AIトップ会議で論文数が多い企業、上位10社ください", "firms", 10),
    ("論文を多く出している上位10社を一覧で", "firms", 10),
    ("論文数の多い会社を8社挙げて", "firms", 8),
    ("AI研究の論文、多い順に10社並べてください", "firms", 10),
    ("2015年のCVPRで論文が多い企業、上位三社は?", "firms", 3),
    ("論文数の多い大学、トップ10校お願いします", "universities", 10),
    ("AI論文の多い国、上位10か国ください", "countries", 10),
]


@pytest.mark.parametrize("text, ranked, count", WANTED)
def test_so_many_rows_are_listed(understand, text, ranked, count):
    question = understand(text)
    assert (question.statistic, question.ranked, question.count, question.blocker) == ("rank", ranked, count, None)


@pytest.mark.parametrize("text", ["上位10社が占める割合は?", "上位10社でどれくらい占めてる?", "上位10社への集中は進んだ?", "時価総額の上位10社を教えて", "論文を増やした企業、上位10社"])
def test_what_they_hold_together_or_in_money_is_no_list(understand, text):
    assert understand(text).statistic != "rank"


def test_a_list_is_narrowed_to_a_country(talked):
    assert "中国の企業はアリババグループ" in talked("AIトップ会議で論文数が多い企業、上位10社ください", "中国勢だけだと?")[-1].answer
