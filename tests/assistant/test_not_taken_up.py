"""A turn after figures of which nothing is understood is asked back, and does not tell the last answer once more."""

import pytest

SHARE, COURSE = "2018年のAI会議の企業参加率は?", "中国の割合の推移"


@pytest.mark.parametrize(("before", "turn"), [
    (SHARE, "順番に並べて"), (SHARE, "それって多いの?"), ("東大の論文は2021年に何本", "昔はもっと多かった?"), (SHARE, "何と比べて?"), (SHARE, "ほんで誰のせいなん"), (SHARE, "世間の受け止めは"), (SHARE, "裏事情は"),
])  # fmt: skip
def test_a_turn_that_says_nothing_known_does_not_repeat_the_figure(talked, before, turn):
    first, last = talked(before, turn)
    told = first.answer.split("\n")[1]
    assert last.answer.split("\n")[1] != told


@pytest.mark.parametrize("turn", ["順番に並べて", "それって多いの?", "何と比べて?"])
def test_it_is_asked_back_with_the_figure_beside_it(talked, turn):
    answer = talked(SHARE, turn)[-1]
    assert answer.outcome == "not_in_data" and f"「{turn.rstrip('?')}」で何をお知りになりたいのか、読み取れませんでした" in answer.answer and "27.3%" in answer.answer


@pytest.mark.parametrize("turn", ["もう一度", "それって何%?", "聞き漏らしたのでもう一度", "グラフで", "もっと短く", "本当?", "数字だけでいい", "何割?", "分母は?", "英語で"])
@pytest.mark.parametrize("before", [SHARE, COURSE])
def test_the_same_value_is_told_again_where_it_is_wanted(talked, before, turn):
    assert talked(before, turn)[-1].outcome == "answered"


@pytest.mark.parametrize(("before", "turn"), [("CVPRの企業参加率、2012年と2021年を教えて", "何ポイント動いたことになりますか"), ("産学共著、2013と2021のAIでいくつ?", "pt差でいうと?"), ("COLING 企業 2010と2020を比較", "↑ポイント差で"), ("KDDの企業参加率、2010年と2020年を見せて", "要はどっちが高いんや")])
def test_what_a_comparison_tells_already_is_told_again(talked, before, turn):
    assert talked(before, turn)[-1].outcome == "answered"
