"""How many times what it was years ago, after what training costs, is told of that cost and not of the papers."""

import pytest

LEVEL, PAPER, MODEL = "最先端モデルの学習費用はいくら", "学習費用はどのくらい上がってる?", "GPT-4の学習費用は?"


@pytest.mark.parametrize("before", [LEVEL, PAPER, MODEL])
@pytest.mark.parametrize("text", ["10年前と比べて何倍?", "当初の何倍になった?", "十年前の何倍ですか", "2016年と比べて何倍", "昔と比べると何倍なの", "最初からどのくらい増えたの", "20年前からどれだけ膨らんだ", "7年前の何倍か教えて"])
def test_the_multiple_is_of_the_cost(talked, before, text):
    answer = talked(before, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("最も高いモデルの学習費用は、2023年が2016年の**209.4倍**です")
    assert ("いちばん近い2016年と比べました" in answer.answer) == any(ago in text for ago in ("10年前", "十年前", "20年前"))


def test_a_year_that_is_held_stands_for_itself(talked):
    answer = talked(LEVEL, "2017年と比べて何倍")[-1]
    assert "2023年が2017年の**66.2倍**です" in answer.answer and "いちばん近い" not in answer.answer


@pytest.mark.parametrize(("before", "text"), [("企業参加率は?", "10年前と比べて何倍?"), (LEVEL, "企業参加率は10年前の何倍?"), (LEVEL, "毎年何倍?"), ("LoRAの論文の結論は", "10年前と比べて何倍?")])
def test_other_multiples_stay_as_they_were(talk, before, text):
    assert "years" not in talk(before, text).inherited
