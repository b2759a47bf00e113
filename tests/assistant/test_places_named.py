"""Places of the ranking just told that stand inside a longer question are put as names."""

import pytest

FIRMS = "会社の上位5社"


@pytest.mark.parametrize(
    ("before", "asked", "told"),
    [
        (FIRMS, "その表の3番目、昔からそんな強かったん？", "アリババグループの論文の割合は、2007年の0.0%"),
        (FIRMS, "3番目の会社、10年前はどうだった?", "アリババグループの論文の割合は、2011年の0.03%"),
        (FIRMS, "2番目のとこは10年前はどうやったん?", "マイクロソフトの論文の割合は、2011年の6.5%"),
        (FIRMS, "その3番目、2010年は?", "2010年のAI会議のアリババグループの論文の割合は**0.0%**"),
        (FIRMS, "3番目の会社だけ取り出して年ごとに見せて", "アリババグループの論文の割合は、2007年の0.0%"),
        (FIRMS, "1位は3位の何倍?", "グーグルの論文の割合がアリババグループの論文の割合の**1.8倍**"),
        (FIRMS, "3番目は1位と比べて何倍差あるん", "グーグルの論文の割合がアリババグループの論文の割合の**1.8倍**"),
        ("国別の論文数ランキング2020年", "2位の国は2010年だと何%?", "2010年のAI会議の中国の機関の参加率は**10.6%**"),
        ("大学の上位10校", "3位と5位を比べて", "北京大学の論文の割合は2.6%【1】、マサチューセッツ工科大学の論文の割合は2.3%"),
    ],
)
def test_who_stands_there_is_asked_of(talked, before, asked, told):
    assert told in talked(before, asked)[-1].answer.split("**要点**")[0]


@pytest.mark.parametrize("asked", ["2010年の1位はどこ?", "1位は2010年だとどこ?", "2位は?"])
def test_who_it_is_stays_a_question_of_the_ranking(talked, asked):
    assert talked(FIRMS, asked)[-1].intent == "rank"
