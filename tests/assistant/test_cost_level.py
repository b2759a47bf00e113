"""How dear training has become: the level in dollars with its yearly pace."""

import pytest


@pytest.mark.parametrize(
    "text",
    ["大規模モデルの学習コストは実際どこまで上がっているのですか。出典も。", "最先端モデルの学習費はいくらまで来た", "AIの学習費用はいくらになった?", "最大級モデルの訓練コストはどこまで膨らんだ", "学習費用はどこまで来たのか", "最先端モデルの学習費用は今いくら?"],
)
def test_the_level_comes_with_the_pace(ask, text):
    answer = ask(text)
    assert answer.figures[-1].metric == "epoch_cost_max" and answer.verdict.ok
    head, _, rest = answer.answer.partition("**要点**")
    assert "約4,059万ドル" in head and "毎年2.4倍" in rest and any(citation.id.startswith("cottier") for citation in answer.citations)


@pytest.mark.parametrize("text", ["学習費用の推移は", "LoRAで学習費用はどこまで下がる", "学習コストは2027年にはいくらになる", "2020年の最大の学習費用は"])
def test_other_costs_are_told_as_they_were(ask, text):
    assert not any(citation.id.startswith("cottier") for citation in ask(text).citations) or not ask(text).figures
