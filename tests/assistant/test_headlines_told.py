"""Headlines of what was told, several results in one speech, and replies in softer words."""

import re

import pytest

TWO = ("AI会議の企業の割合は?", "エリート大学の割合は?")
SAID = "社長に「大企業には勝てない」って言われたら、どう返せばいいですか"


def lines(answer):
    return re.findall(r"^- (.*【\d+】.*)$", answer.partition("**出典**")[0], re.MULTILINE)


@pytest.mark.parametrize(("asked", "number"), [("見出しを3案ください", 3), ("記事の見出しにするなら?煽りすぎない感じで3つくらい", 3), ("見出し案を二つ", 2), ("タイトル案をお願い", 3), ("リード文を一文で", 1)])
def test_headlines_of_figures(talked, asked, number):
    answer = talked(*TWO, asked)[-1]
    told = lines(answer.answer)
    assert len(told) == number and answer.verdict.ok and "41.0%" in told[0]
    assert number < 2 or "36.2%" in told[1]


@pytest.mark.parametrize("asked", ["記事の見出しにするなら?煽りすぎない感じで3つくらい", "見出しを2つ考えて", "ヘッドラインを3案"])
def test_headlines_of_costs(talked, asked):
    answer = talked("GPT-4って学習にいくらかかったの?", "じゃあ学習コストって毎年どれくらいのペースで上がってんの?", asked)[-1].answer
    assert "毎年2.4倍" in lines(answer)[0] and "企業参加率" not in answer
    assert len(lines(answer)) == 2


def test_headlines_of_one_cost(talked):
    answer = talked("GPT-4って学習にいくらかかったの?", "見出しを2つ考えて")[-1]
    assert answer.verdict.ok and "4,059万ドル" in lines(answer.answer)[0]


@pytest.mark.parametrize("asked", ["その論文のタイトルは?", "見出しって何?", "スライドの表題を作って", "企業の割合は?"])
def test_what_wants_no_headline(talk, asked):
    assert talk("Ahmed と Wahed の論文の主張は?", asked).advice != ("headlines",)


@pytest.mark.parametrize("asked", ["以上を取締役会で説明する言葉にして", "ここまでの内容を役員会で説明できる言葉に", "これまでの話をスピーチにまとめて"])
def test_several_results_in_one_speech(talked, asked):
    answer = talked(*TWO, asked)[-1].answer
    assert "36.2%" in answer and "41.0%" in answer and answer.count("> ") == 1


@pytest.mark.parametrize("asked", ["もうちょっと柔らかい言い方にできます?", "もう少し控えめな表現にしてください", "きついので、もう少し穏やかに", "角が立たない言い方で"])
def test_a_softer_reply_is_another(talked, asked):
    before, after = talked(SAID, asked)
    first, second = (re.search(r"^> (.*)$", answer.answer, re.MULTILINE)[1] for answer in (before, after))
    assert first in second and first != second and second.startswith("ご指摘は、もっともだと思います。")


@pytest.mark.parametrize("asked", ["もっと短く", "社員向けだと?", "その答えの根拠になる論文はありますか"])
def test_what_softens_no_reply(talked, asked):
    assert "もっともだと思います" not in talked(SAID, asked)[-1].answer
