"""Bare follow-ups to figures: all conferences, the mean, long ago, the next year, both together, the source, the denominator, and so what."""

import pytest

from assistant.models import Place

AI = Place("area", "ai")


def conclusion(answer):
    return answer.answer.split("**要点**")[0].removeprefix("**結論**\n").strip()


@pytest.mark.parametrize(
    ("texts", "places", "years", "statistic"),
    [
        (["ICMLの企業の割合は?", "全部の会議では"], (AI,), (), "level"),
        (["ICMLの企業の割合は?", "会議全体だと?"], (AI,), (), "level"),
        (["2018年のICMLの企業の割合は?", "じゃあ全体では?"], (AI,), (2018,), "level"),
        (["SIGCOMMの企業の割合は?", "全体では?"], (Place("area", "non_ai"),), (), "level"),
        (["企業の割合が高い会議は?", "平均は?"], (AI,), (), "level"),
        (["ICMLの企業の割合は?", "平均すると"], (AI,), (), "level"),
        (["企業の割合は?", "平均すると?"], (), (2007, 2021), "level"),
        (["企業の割合は?", "均すとどう?"], (), (2007, 2021), "level"),
        (["企業の割合は?", "昔は?"], (), (2007, 2021), "change"),
        (["上位10機関の割合は?", "最初は?"], (), (2007, 2021), "change"),
        (["2018年のICMLの企業の割合は?", "翌年は?", "その次は?"], (Place("venue", "icml"),), (2020,), "level"),
        (["KDDの企業の割合は?", "一番高い年は?", "一番低い年は?", "その差は?"], (Place("venue", "kdd"),), (2010, 2019), "change"),
        (["企業の割合は?", "いちばん低い年は?", "差は何ポイント?"], (), (2007, 2021), "change"),
    ],
)
def test_what_is_meant(talk, texts, places, years, statistic):
    question = talk(*texts)
    assert (question.places, question.years, question.statistic, question.blocker) == (places, years, statistic, None)


def test_both_together_are_not_added_up(assistant, talk):
    question = talk("東大の論文の割合は?", "京大は?", "合わせると?")
    answer, _ = assistant.answer(question)
    assert len(question.subjects) == 2 and "足し算もできないため" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("text", ["その数字はどこから?", "根拠は?", "ソースは?", "出典は?", "この割合の出どころは?", "情報源を教えて", "元データは何ですか", "どこから取ったの?"])
def test_where_the_numbers_come_from(assistant, talk, text):
    question = talk("企業の割合は?", text)
    answer, _ = assistant.answer(question)
    assert question.intent == "limits" and conclusion(answer).startswith("論文の統計の出典は")


@pytest.mark.parametrize(("texts", "value"), [(["企業の割合は?", "分母は?"], "10,658本"), (["NeurIPSの企業の割合は?", "母数は?"], "1,382本"), (["企業の割合は?", "出典は?", "分母は?"], "10,658本"), (["企業の割合は?", "何本中何本?"], "10,658本")])
def test_the_papers_of_the_year_told(assistant, talk, texts, value):
    answer, _ = assistant.answer(talk(*texts))
    assert value in conclusion(answer) and answer.verdict.ok


@pytest.mark.parametrize("text", ["だから何?", "だから何ですか", "それが何か?", "だからどうしたの?", "で、何が言いたいの?", "So what?", "それで何が問題?", "それがどうした"])
def test_so_what(assistant, talk, text):
    answer, _ = assistant.answer(talk("企業の割合は?", text))
    assert conclusion(answer).startswith("最新の研究の担い手に企業が増えています。") and answer.verdict.ok


@pytest.mark.parametrize(
    ("texts", "statistic"),
    [
        (["論文が多い国は?", "日本は?"], "position"), (["論文が多い企業は?", "トヨタは?"], "position"), (["論文が多い国は?", "日本は?", "5年前は何位?"], "position"),
        (["機械学習の会議の企業の割合は?", "自然言語処理は?", "ロボットは?", "一番高いのは?"], "rank"),
        (["論文が多い国は?", "企業は?"], "rank"), (["論文の多い機関は?", "日本に限ると?"], "rank"),
    ],
)  # fmt: skip
def test_one_of_the_ranked(talk, texts, statistic):
    assert talk(*texts).statistic == statistic


def test_the_rank_of_another_year(talk):
    assert talk("論文が多い国は?", "日本は?", "5年前は何位?").years == (2016,)


@pytest.mark.parametrize("texts", [["平均すると?"], ["計算資源の格差とは?", "根拠は?"], ["企業の割合は?", "企業の平均年収は?"], ["企業の割合は?", "全体の論文数は?"]])
def test_others_are_read_as_before(talk, texts):
    question = talk(*texts)
    assert question.intent != "limits" and question.years != (2007, 2021)
