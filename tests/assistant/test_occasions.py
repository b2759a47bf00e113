"""For whom or for what an answer is wanted again (知事答弁用, 社内報向けに, 学長に説明できる形で) is no subject to be looked up."""

import pytest

QUESTION = "2019年のICMLの企業参加率は?"


@pytest.mark.parametrize(("text", "style"), [
    ("知事答弁用に3行で。", "three"),
    ("取締役会用に3行で", "three"),
    ("社長向けに3行で", "three"),
    ("市民説明会用に3行でまとめて", "three"),
    ("新人向けに短く", "short"),
    ("もう少し短く、学長に説明できる形でお願いします", "short"),
    ("部下に説明できるように、もっとやさしく", "simple"),
    ("町内会に報告する形で短く", "short"),
])  # fmt: skip
def test_the_last_answer_is_told_again(talk, text, style):
    question = talk(QUESTION, text)
    assert (question.intent, question.style, question.years) == ("figure", style, (2019,)) and [place.name for place in question.places] == ["icml"]


@pytest.mark.parametrize("text", ["社内報向けに", "議員説明用に", "採用向けのコメント", "朝礼で話すネタとして", "株主総会の答弁用に2文で", "学会用に", "それを自治会宛に書いて"])
def test_words_to_say_are_wanted(talk, text):
    question = talk(QUESTION, text)
    assert (question.intent, question.years, question.blocker) == ("phrases", (2019,), None) and [place.name for place in question.places] == ["icml"]


@pytest.mark.parametrize("text", ["大学で使う割合は", "中小企業向けは?", "製造業向けの論文は?", "会議で話すのは誰?", "大学で話す人の割合は"])
def test_what_is_asked_of_others_is_no_occasion(talk, text):
    question = talk(QUESTION, text)
    assert question.intent != "phrases" and question.style == "normal"


@pytest.mark.parametrize("text", ["AI研究は大手の独占と言えるか", "AI研究は大手が独占していると言えるか", "AI研究は大手の独占?", "ビッグテックが支配していると言ってよいか"])
def test_a_sweeping_claim_is_judged(ask, text):
    answer = ask(text)
    assert answer.intent == "explain" and "独占や寡占と呼べるほどではありません" in answer.answer
