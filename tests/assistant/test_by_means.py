"""That only those with the means win, in whatever words, is judged by who publishes; what asks for something else is not."""

import pytest

THESIS = [
    "AIの研究は大企業ばかりがやっていると聞きましたが、本当ですか?",
    "AIって金持っとるとこしか勝たれへんのちゃうん?", "資金力のある会社しか勝てないのか", "お金がないとAIでは勝てないのか", "GPUを持っている会社しか勝てないのか", "金持ちの会社だけが勝つ世界ですか", "巨大企業でないと生き残れないのか",
    "計算資源がなければ太刀打ちできないのでしょうか", "結局、資本力の勝負ですか", "金がものを言う世界なのか", "資金が潤沢なところしか参入できない?", "大企業の一人勝ちの時代ですか", "AIは設備の大きさがすべてですか",
]  # fmt: skip


@pytest.mark.parametrize("asked", THESIS)
def test_the_thesis_is_judged(talk, asked):
    question = talk(asked)
    assert question.intent == "explain" and [subject.metric for subject in question.subjects] == ["big_tech_share"]


@pytest.mark.parametrize("asked", [
    "資金力のある会社の割合は?", "うちは資金がないけれど勝ち目はありますか", "大手しか勝てないと書いている論文は?", "なぜ大企業しか勝てないのか", "小さな会社が勝つ方法は?", "2019年のICMLは大手の論文が何割?", "大手しか勝てないという主張への反論は?",
])  # fmt: skip
def test_what_asks_for_something_else_is_no_thesis(talk, asked):
    assert talk(asked).text != "AI研究は大手しか勝てないのか?"
