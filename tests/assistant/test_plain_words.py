"""A word of the trade in plain words, whoever is to understand it, and after any kind of turn."""

import pytest

from assistant.models import Question


@pytest.mark.parametrize(
    ("texts", "plain"),
    [
        (["「計算資源の格差」という言葉、記者に伝わりますか。言い換えはありますか?"], "大きな計算機を使える組織と、使えない組織の差"),
        (["産学共著率って社長に通じますか?もっとやさしい言い方は"], "企業と大学がいっしょに書いた論文の割合"),
        (["PoCという言葉は現場に通じないと思うのですが、別の言い方は?"], "本番の前の小さな試し"),
        (["GPUを素人にも分かる一言に言い換えて"], "AIの計算を一手に引き受ける部品"),
        (["因果関係のやさしい言い方は"], "それが原因だと言える関係"),
        (["企業参加率って何?", "それ、新聞の読者にも分かる言葉にすると?"], "企業の人が一人でも加わった論文の割合"),
        (["企業と大学の共著は増えていますか。", "この割合、株主にも分かる言い方は?"], "企業と大学がいっしょに書いた論文の割合"),
        (["この案のNPVは? 初期投資1000万円、年間効果300万円、5年", "NPVという言葉は役員に伝わりますか"], "先々のお金を今の値打ちに直した損得"),
    ],
)
def test_a_term_is_told_in_plain_words(talked, texts, plain):
    told = talked(*texts)[-1]
    assert told.answer.startswith(f"**結論**\n初めて聞く人には、「{plain}」と言い換えると伝わりやすくなります。")


@pytest.mark.parametrize("text", ["もう少しやわらかい言い方に。", "GPUとは", "企業参加率の推移を分かりやすい言葉で", "「計算資源の格差」を論じた論文はありますか。やさしい言い方で", "英語で言い換えて"])
def test_other_wishes_stay_as_they_were(understand, text):
    told = Question(text="言い方を", intent="phrases", resolved="言い方を", topic="言い方を")
    assert understand(text, told, None).advice[:1] != ("plain",)
