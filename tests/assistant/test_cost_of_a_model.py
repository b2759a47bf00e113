"""What it costs to train a large model from nothing: the dearest that Epoch's data hold, however it is put."""

import pytest

HELD = "**約4,059万ドル**"


@pytest.mark.parametrize(
    "text",
    [
        "AIの大規模モデルを一つ学習させるのに、いくらかかっていますか。代表的なものを金額で。", "そもそもChatGPTみたいなん一から作ったら、なんぼかかるん?", "大規模言語モデルをゼロから作るのに、どのくらい費用がかかる?", "LLMを一から学習させるといくらかかるの",
        "生成AIを一から開発すると何億円くらいかかるんですか", "大規模なモデルを訓練するのに必要なお金はどれくらい?", "ChatGPTのようなものをゼロから作るといくら要るの?", "基盤モデルを一から作るお金はどのくらい必要?",
    ],
)  # fmt: skip
def test_the_cost_of_training_a_model_is_told(ask, text):
    answer = ask(text)
    assert answer.verdict.ok and HELD in answer.answer.split("\n")[1]


def test_it_is_told_after_a_plan(talked):
    assert HELD in talked("800万かけて、年に250万得するとして、5年でなんぼ儲かる?", "そもそもChatGPTみたいなん一から作ったら、なんぼかかるん?")[-1].answer


@pytest.mark.parametrize("text", ["GPT-4oの学習費用はいくら?", "うちのデータでモデルを追加学習するといくらかかる?", "2030年にはモデルを学習させるのにいくらかかる?", "モデルの学習にGPUは何枚必要?"])
def test_other_questions_on_models_are_answered_otherwise(ask, text):
    assert HELD not in ask(text).answer
