"""Which conferences, countries, firms, universities or years are above or below a level: how many, yes or no first, and the list."""

import pytest

from assistant.understand.figures.limits import limit_of


def conclusion(answer):
    return answer.answer.split("**要点**")[0].removeprefix("**結論**\n").strip()


@pytest.mark.parametrize(
    ("texts", "ranked", "beginning", "count"),
    [
        (["8割超えの会議はある?"], "venues", "いいえ。", None),
        (["企業が8割超えの会議はある?"], "venues", "いいえ。", None),
        (["5割超の会議ある?"], "venues", "はい。", "2会議"),
        (["企業の割合が5割以上の会議は?"], "venues", "2021年に", "2会議"),
        (["企業が2割弱の会議は?"], "venues", "2021年に", "2会議"),
        (["企業参加率が40%台の会議は"], "venues", "2021年に", "4会議"),
        (["企業の論文が半数を超えてる学会ってある?"], "venues", "はい。", "2会議"),
        (["10%を超える国はどこ?"], "countries", "2021年に", "2か国"),
        (["参加率1割を超えている国はいくつ?"], "countries", "2021年に", "2か国"),
        (["国で3割を超えているのはどこ?"], "countries", "2021年に", "2か国"),
        (["5%を超えている会社はある?"], "firms", "はい。", "1社"),
        (["論文の割合が3%を超える企業は?"], "firms", "2021年に", "3社"),
        (["大学で2%を超えているとこはある?"], "universities", "はい。", "9校"),
        (["10%以下の分野は?"], "fields", "お尋ねの範囲に入るものはありません", None),
        (["企業の論文が多い会議はどこ", "5割を超えているのは?"], "venues", "2021年に", "2会議"),
        (["国別の順位は?", "1割を超えているのは?"], "countries", "2021年に", "2か国"),
        (["4割以上の会議はある?", "3割以上だと?"], "venues", "2021年に", "11会議"),
        (["AI以外で企業が3割を超える会議は?"], "venues", "2021年に", "18会議"),
    ],
)
def test_how_many_hold_to_the_level(assistant, talk, texts, ranked, beginning, count):
    question = talk(*texts)
    assert (question.statistic, question.ranked) == ("rank", ranked)
    answer, _ = assistant.answer(question)
    assert answer.verdict.ok and conclusion(answer).startswith(beginning)
    assert count is None or f"**{count}**" in conclusion(answer)


def test_countries_below_the_level_are_many(ask):
    answer = ask("10%未満の国は?")
    assert "10%を下回る国は" in answer.answer and "はじめの一部だけ" in answer.answer


def test_how_a_vague_level_was_read_is_said(ask):
    assert "「2割弱」を15%以上20%未満と読みました" in ask("企業が2割弱の会議は?").answer


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("企業の割合が2割を割った年はある?", "はい。"),
        ("企業の割合が半分を超えた年はありますか", "いいえ。"),
        ("企業の割合が30%台に乗ったのはいつ", "AI会議の企業参加率がご質問の30%を初めて上回ったのは**2019年**"),
    ],
)
def test_years(ask, text, beginning):
    answer = ask(text)
    assert answer.verdict.ok and conclusion(answer).startswith(beginning)


def test_since_when_and_until_when_a_level_held(ask):
    answer = ask("企業の割合が3割を切った年は")
    assert answer.verdict.ok and "AI会議の企業参加率がご質問の3割を下回っていたのは、**2018年**" in conclusion(answer)


@pytest.mark.parametrize("text", ["売上の1割を超える研究費を使う企業は?", "大学の8割以上の論文は企業と共著?", "企業の割合は3割を超えてる?", "消費税が10%を超える国は?", "産学共著が2割に満たない年は本当にあったのか疑問です。AIで2008年の数字を出せますか"])
def test_other_levels_are_not_ranked(understand, text):
    assert understand(text).statistic != "rank"


def test_bounds():
    assert (limit_of("2割強の会議").low, limit_of("2割強の会議").high) == (20.0, 25.0)
    assert limit_of("過半数の会議").holds(50.1) and not limit_of("過半数の会議").holds(50.0)
    assert limit_of("3割以上の国").holds(30.0) and not limit_of("3割未満の国").holds(30.0)
    assert limit_of("論文が多い国") is None
