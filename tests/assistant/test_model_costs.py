"""What training a named model cost, two models compared, and whether an amount may be said of one."""

import pytest

SHOULD_NOT, MAY = "その額のままでは書けません。", "はい、推計だと断り、出典を添えれば書けます。"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("GPT-4の学習費用は1億ドルと書いて大丈夫ですか。", f"{SHOULD_NOT}手元にある推計は、それより低い額です。"), ("GPT-4は1億ドルと書いて大丈夫ですか", SHOULD_NOT), ("GPT4の開発費が6000万ドルと言っても平気?", f"{SHOULD_NOT}手元にある推計は、その上と下に分かれます。"),
        ("GPT-3の学習コストは100万ドルで合ってる?", f"{SHOULD_NOT}手元にある推計は、それより高い額です。"), ("GPT-4は7,800万ドルで作られたと言っていい?", MAY), ("DeepSeek-V3の学習費は540万ドルと書いて問題ない?", MAY),
    ],
)  # fmt: skip
def test_an_amount_gets_a_verdict_first(ask, text, verdict):
    answer = ask(text)
    assert answer.answer.startswith(f"**結論**\n{verdict}") and answer.verdict.ok and "企業参加率" not in answer.answer


@pytest.mark.parametrize("text", ["GPT-3とGPT-4では何倍", "GPT-4の学習費はGPT-3の何倍?", "GPT-3とGPT-4の学習費用を比べて", "GPT-3からGPT-4でコストはどれくらい増えた?"])
def test_two_models_are_compared_by_their_cost(ask, text):
    answer = ask(text)
    assert "GPT-4の学習費用は、GPT-3の学習費用の**19.7倍**です" in answer.answer
    assert next(figure for figure in answer.figures if figure.unit == "倍").value == pytest.approx(40586593 / 2056969)


def test_a_talk_on_one_model_goes_on_to_the_next(talked):
    first, second, third = talked("GPT-4を作るのにいくらかかった?", "GPT-3だと?", "GPT-4と比べて何倍?")
    assert "GPT-4の学習費用は**約4,059万ドル**" in first.answer and "GPT-3の学習費用は**約206万ドル**" in second.answer and "19.7倍" in third.answer


@pytest.mark.parametrize("text", ["GPT-4oの学習費用は?", "GPT-3の学習の排出量は?", "GPT-5の学習費用の予測は", "最先端モデルの学習費用はいくら"])
def test_other_models_and_other_amounts_are_not_these(understand, text):
    assert "model_cost" not in understand(text).inherited


def test_the_dearest_training_names_its_model(ask):
    assert "いちばん高いのは、GPT-4の学習費用の推計です" in ask("最先端モデルの学習費用はいくら").answer
