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


@pytest.mark.parametrize("text", ["学習コストは上がっているか", "AIの学習費用は高くなったの?", "モデルの訓練費用は高騰していますか", "トレーニングコストは跳ね上がったのでしょうか", "学習費は増えている?", "モデルの開発費用は上昇していますか"])
@pytest.mark.parametrize("before", [(), ("企業参加率は?",)])
def test_whether_training_became_dearer_says_what_the_value_is(talked, before, text):
    answer = talked(*before, text)[-1]
    line = answer.answer.split("\n")[1]
    assert answer.verdict.ok and line.startswith("はい。AIモデルの学習費用（最大）は、2016年の") and "約4,059万ドル" in line and "206ドル" not in answer.answer
    assert "その年に学習費用が最も高かったモデルの値です。平均でも、同じモデルを追った値でもありません" in answer.answer


def test_the_other_direction_is_denied(ask):
    assert ask("モデルの学習費は安くなっている?").answer.split("\n")[1].startswith("いいえ。")
    assert ask("最大の学習費用の推移は?").answer.split("\n")[1].startswith("AIモデルの学習費用（最大）は、2016年の")


def test_a_single_year_is_a_value(talked):
    assert "2015年のAIモデルの学習費用（最大）は**206ドル**" in talked("最大の学習費用の推移は?", "2015年は?")[-1].answer


@pytest.mark.parametrize(("asked", "last"), [("学習コストは上がっているか", 2025), ("学習費用の中央値の推移", 2023), ("最先端モデルの学習費は今いくら", 2025)])
@pytest.mark.parametrize("later", ["2027年には", "2030年は?"])
def test_a_year_after_the_last_is_refused_with_the_last(talked, asked, last, later):
    answer = talked(asked, later)[-1]
    assert answer.outcome == "not_in_data" and f"収録は{last}年までです" in answer.answer and "論文がありません" not in answer.answer and "2023年のAIモデルの学習費用" in answer.answer


@pytest.mark.parametrize("text", ["学習コストはなぜ上がっているのか", "学習費用は毎年どれくらい増えている?", "学習コストを下げる論文は"])
def test_reasons_and_paces_are_no_direction(ask, text):
    assert not any(figure.metric == "epoch_cost_max" for figure in ask(text).figures)
