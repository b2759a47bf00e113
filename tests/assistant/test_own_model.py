"""Why a firm makes no model of the largest kind itself, and whether it could, is answered by what that costs."""

import pytest


@pytest.mark.parametrize("text", ["なぜ自前でLLMを作らないのか", "なぜうちは自前でLLMを作らないのですか", "大規模言語モデルを自社で開発しないのはなぜ", "どうして当社は基盤モデルを持たないの", "ChatGPTのようなものを自社で作れないのはなぜ", "なんで自分たちで最先端モデルを作らへんの", "LLMを自前で作らない理由は?", "なぜわが社は独自のLLMを開発しないんですか"])
@pytest.mark.parametrize("before", [(), ("企業参加率は?",)])
def test_the_cost_is_the_reason(talked, before, text):
    answer = talked(*before, text)[-1]
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("理由の一つは費用です。2023年のAIモデルの学習費用（最大）は**約4,059万ドル**です")


@pytest.mark.parametrize("text", ["自社でLLMを作るべき?", "うちのような化学会社が自前で大規模モデルを作るのは現実的ですか。費用感も含めて。", "LLMを自前で作るのは現実的ですか", "ゼロからLLMを作るのは無謀ですか", "当社が基盤モデルを一から開発するのは可能ですか", "最先端のAIを自力で作る意味はありますか", "うちが生成AIのモデルを開発するのは無理ですか", "独自のLLMを内製で作るのは割に合いますか"])
def test_the_cost_speaks_against_it(ask, text):
    answer = ask(text)
    assert answer.verdict.ok and answer.answer.split("\n")[1].startswith("最先端のモデルを一から作るのは、費用の面で現実的とは言いにくいです。")


@pytest.mark.parametrize("text", ["LLMを追加学習するのは現実的ですか", "日本企業はなぜLLMを作らないのか", "うちは小さなモデルを自社で作るべき?", "自社でAIを作るか外注か、どちらがいい?", "なぜ企業参加率は上がったのか"])
def test_other_questions_are_not_answered_by_it(ask, text):
    first = ask(text).answer.split("\n")[1]
    assert "理由の一つは費用です" not in first and "費用の面で現実的とは" not in first
