"""What a word means, asked as one speaks and with a guess at it, is explained; words of talking and other questions stay as they were."""

import pytest

from assistant.understand.text.meaning_spoken import meaning_spoken


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GPUてそもそも何やねん。ゲームのやつちゃうの", "同じ種類の計算を大量に並べて"), ("クラウドて何や、雲か", "使った分だけ借りるしくみ"), ("GPUって何でしたっけ、ゲーム用じゃなくて?", "同じ種類の計算を大量に並べて"),
        ("トークンって何でしたっけ、文字数のこと?", "文字のかけらの単位"), ("LLMってなんだっけ", "言葉のつながりを学び"), ("FLOPって計算の速さのことですか", "演算を数える単位"), ("産学連携って何なん、大学と組むことちゃうの", "企業と大学が"),
        ("GPUていうのはパソコンの部品のことですか", "同じ種類の計算を大量に並べて"),
    ],
)  # fmt: skip
def test_the_word_is_explained(ask, text, told):
    answer = ask(text)
    assert answer.intent == "explain" and told in answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", ["なぜって何", "企業参加率って何%", "AIって何ができるの", "理由って何ですか", "それって何なの", "日本企業って何社のことですか", "GPUって何枚いる?", "ビッグテックとは具体的にどの会社のこと?", "LoRAって何ですか。当社でもできますか"])
def test_other_questions_stay_as_they_were(text):
    assert meaning_spoken(text) == text
