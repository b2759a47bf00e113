"""What stands beside a question as one types: a slip owned to, a share waved aside, stressed words, glosses in brackets, and a year before 「の論文で」."""

import pytest


def conclusion(answer):
    return answer.answer.split("**要点**")[0].replace("**", "")


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("IROS……いや失礼、ICRAの方です。2019年に大学の人が入っていた論文は全体の何割になりますか", "2019年のICRAの大学参加率は"),
        ("2018年、いや間違えました、2019年のAI会議の企業参加率は?", "2019年のAI会議の企業参加率は"),
        ("割合はもういい。ICCV2021で企業単独の論文は実数で何本あったんだ", "2021年のICCVで、判明した所属がすべて企業である論文は"),
        ("比率は結構です。2020年のCVPRで中国の論文は何本ですか", "2020年のCVPRで、中国の機関の著者が1人以上いる論文は"),
        ("企業が上位50校「以外」の大学と組んだ論文は画像認識の分野では2020年に何%ありましたか。", "2020年の画像認識分野の会議の企業×エリート以外の大学の共著率は"),
        ("世界順位が500位より下の大学、AI会議に2019年は何本出していますか?", "501位以下・順位なしの帯の大学の著者が1人以上いる論文は"),
        ("アーキテクチャ(計算機の設計)の分野は昔から企業強いでしょ。平成20年だと参加率いくつよ", "2008年の計算機アーキテクチャ分野の会議の企業参加率は"),
        ("NLPの引用ってビッグテックが何割持ってってるの?2019年の論文でおねがい", "2019年の自然言語処理分野の会議の大手テック企業の論文の被引用シェアは"),
        ("2012年より前と以降で、AI会議のビッグテック比率はどう違いますか", "2007〜2011年の"),
        ("アーキテクチャ分野における機関別の偏りをジニ係数で表すと2013年はいくつですか?", "2013年の計算機アーキテクチャ分野の会議のジニ係数は"),
        ("AI会議の機関間の格差は2015年どれくらい", "2015年のAI会議のジニ係数は"),
        ("AI会議のすいすの割合は2018年?", "2018年のAI会議のスイスの機関の参加率は"),
    ],
)
def test_the_figure_that_is_meant_is_told(assistant, asked, wanted):
    answer = assistant.ask(asked)
    assert answer.outcome == "answered"
    assert wanted in conclusion(answer)


@pytest.mark.parametrize("asked", ["AI会議で論文に多く名前が出る企業の上位10社(2021年)を一覧にしてください", "2021年に論文が多い企業の上位10社を表にして"])
def test_ten_firms_as_a_list_are_a_ranking(assistant, asked):
    answer = assistant.ask(asked)
    assert answer.intent == "rank" and ("10. " in answer.answer or answer.answer.count("の論文の割合 | 2021年 |") == 10)


def test_dated_works_are_listed(assistant):
    assert assistant.ask("計算資源の格差について、2020年以前の文献はありますか").answer.startswith("**結論**\nあります。2020年以前の資料")
