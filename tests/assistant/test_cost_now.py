"""What training costs now is told for the newest year that the table of AI models holds, and says so at once; parallel trends by their check."""

import pytest

NEWEST = "収録がほぼそろう最も新しい年は2023年で、AIモデルの学習費用（最大）は**約4,059万ドル**です"


@pytest.mark.parametrize("text", ["最先端モデルの学習費用は、現在どの程度", "訓練コストは現在いくら", "いまの最先端AIの学習費はなんぼ", "最新のAIを作るのに現在何億かかるの", "足元の学習コストはどれほどですか", "最新の学習費用はいくら", "最近のフロンティアモデルの訓練費はいかほど", "現在のAIモデルの学習費用の最大は?"])
def test_the_newest_year_is_told_first(ask, text):
    answer = ask(text)
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith(NEWEST) and "2021年" not in answer.answer


@pytest.mark.parametrize("text", ["AIモデルの学習費用はいくらですか", "モデルの学習コストはどの程度ですか", "大規模モデルの開発にいくら費用がかかりますか"])
def test_the_level_alone_is_a_figure(ask, text):
    assert ask(text).answer.split("\n")[1].startswith("2023年のAIモデルの学習費用（最大）は**約4,059万ドル**です")


@pytest.mark.parametrize("text", ["うちの学習費用はいくら", "社員の学習費用はいくら", "学習費用は将来いくら", "LoRAの学習費用はいくら", "GPT-4oの学習費用はいくら?"])
def test_other_costs_are_not_that_level(ask, text):
    assert not any(figure.metric == "epoch_cost_max" for figure in ask(text).figures) or ask(text).outcome != "answered"


def test_a_year_of_its_own_stays(talked):
    assert talked("訓練コストは現在いくら", "2020年は?")[-1].answer.split("\n")[1].startswith("2020年のAIモデルの学習費用（最大）は**約206万ドル**です")


@pytest.mark.parametrize("text", ["並行トレンドは満たされているか", "共通トレンドの仮定は成立していますか", "並行トレンドの仮定は守られている?", "処置前のトレンドは並行でしたか"])
def test_parallel_trends_are_told_by_their_check(ask, text):
    assert "AI会議だけの目立った動きは見つかっていません" in ask(text).answer.split("\n")[1]


@pytest.mark.parametrize("text", ["並行トレンドとは", "平行トレンドって何"])
def test_their_meaning_is_explained(ask, text):
    assert "同じように動いていたはず" in ask(text).answer.split("\n")[1]
