"""Works by their way of studying, those listed that tell of a matter, and one thing of each of those listed."""

import pytest

THREE = "AI研究における計算資源の格差を扱った論文を三本ほどご紹介いただけますか"
AGAINST = "反対の立場をとる論文はありますか。"


@pytest.mark.parametrize(
    ("asked", "work"),
    [
        ("アンケート調査を使った論文は?", "Gelles"),
        ("質問票を用いた研究を教えてください", "Musser"),
        ("合成コントロール法による研究はある?", "Ahmed & Wahed"),
        ("インタビューで調べた研究は?", "Lehdonvirta"),
        ("回帰分析を使った論文を挙げて", "Gofman & Jin"),
        ("特許データを使った文献はありますか", "Ahmed ほか"),
    ],
)
def test_works_by_their_way_of_studying(assistant, asked, work):
    answer = assistant.ask(asked)
    assert answer.intent == "paper" and "要約に書かれた論文です" in answer.answer
    assert f"- {work}" in answer.answer


@pytest.mark.parametrize("asked", ["差の差分析を使った論文はどれですか", "DiDを使った研究はある?"])
def test_no_work_by_a_way_is_said_with_our_own_estimate_beside(assistant, asked):
    answer = assistant.ask(asked).answer
    assert "手元の要約にありません" in answer.split("\n")[1]
    assert "差し引くと" in answer


@pytest.mark.parametrize("asked", ["差の差で見ると企業の割合はどれだけ増えた?", "差の差分析とは", "アンケートの限界とは", "実験設備の費用は?"])
def test_what_seeks_no_work_by_its_way_is_read_as_before(understand, asked):
    assert "by_method" not in understand(asked).inherited


def test_each_of_the_works_listed(talked):
    answer = talked(THREE, "二本目の論文の主な発見を教えてください", "それぞれの主張を一行ずつにまとめていただけますか")[-1].answer
    assert [name in answer for name in ("Ahmed & Wahed", "Besiroglu", "Giziński")] == [True] * 3


@pytest.mark.parametrize("asked", ["その論文の根拠は何ですか。サンプルと期間も知りたい。", "その論文の調べ方は?", "それぞれの方法は?", "それらの研究はどうやって調べたの?"])
def test_the_way_of_each_of_those_who_oppose(talked, asked):
    answer = talked("Ahmed と Wahed の論文の主張は?", AGAINST, asked)[-1].answer
    assert answer.split("\n")[1].startswith("調べ方は資料ごとに異なります")
    assert all(name in answer for name in ("Musser", "Gelles", "Giziński")) and "Ahmed & Wahed：" not in answer


@pytest.mark.parametrize(("asked", "first"), [("この中で日本について触れているものはありますか", "触れた記述はありません"), ("そのうちOpenAlexに言及しているのは?", "触れているのは次のものです")])
def test_those_listed_that_tell_of_a_matter(talked, asked, first):
    answer = talked(THREE, asked)[-1]
    assert answer.intent == "paper" and first in answer.answer.split("\n")[1]


def test_what_was_listed_stays_listed_behind_one_of_them(talked):
    answers = talked(THREE, "二本目の論文の主な発見を教えてください", "その論文の限界は何でしょうか", "三本目はどのような手法ですか")
    assert answers[-1].answer.split("\n")[1].startswith("Giziński")


@pytest.mark.parametrize("asked", ["逆の論文は", "反対する見方は?", "反対している資料はある?", "逆の研究はないの?"])
def test_who_opposes_one_paper(talked, asked):
    answer = talked("Ahmed と Wahed の論文の主張は?", asked)[-1].answer
    assert "Musser" in answer and "反対する" in answer.split("\n")[1]


@pytest.mark.parametrize("asked", ["結局どっちが正しいんだ", "どちらの根拠が強い?"])
def test_which_side_after_the_ways_of_each(talked, asked):
    answer = talked("Ahmed と Wahed の論文の主張は?", AGAINST, "その論文の調べ方は?", asked)[-1].answer
    assert "判断は控えます" in answer
