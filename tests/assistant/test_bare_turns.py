"""Turns of a word or two lean on the answer before them: the asker's firm, why of a term, whether a difference grew, when one overtook the other, the next place."""

import pytest


@pytest.mark.parametrize(("chain", "told"), [
    (("企業の割合は?", "うちは?"), "規模で張り合わず、小さく試し"), (("AI研究は誰が主役?", "じゃあうちは?"), "規模で張り合わず、小さく試し"), (("ICMLの企業率は?", "自社の場合は?"), "規模で張り合わず、小さく試し"), (("なぜ企業が増えた?", "ほな、うちみたいな会社はどうなん?"), "規模で張り合わず"),
    (("GPUとは", "なんで高いの"), "値段や条件がそうなっている理由を書いた資料はありません"), (("スケーリング則とは", "なんで?"), "大手が規模に投資する根拠"),
    (("日本と米国の割合は?", "広がってる?"), "いいえ。差は、2007年の"), (("日本の割合は?", "アメリカは?", "縮まってる?"), "差は、2007年の"), (("日本と米国の割合は?", "差は?", "年々開いている?"), "差は、2007年の"),
    (("中国は強い?", "いつ抜いた?"), "順番が入れ替わった年はありません"), (("GoogleとMicrosoftを比べて", "何年に逆転した?"), "グーグルの論文の割合は**2018年**に"),
    (("日本企業の論文数ランキング", "1位の会社の推移", "2位との差は"), "NTTの論文の割合の差は"), (("日本の大学のトップ5", "2位との差は"), "京都大学の論文の割合の差は"),
    (("共有クラウドとは?", "共同研究と比べると?"), "期待値が最も高いのは"), (("AI研究は誰が主役?",), "論文の割合が最も高い機関は"),
])  # fmt: skip
def test_the_turn_is_read_in_full(talked, chain, told):
    assert told in talked(*chain)[-1].answer.split("**要点**")[0]


@pytest.mark.parametrize(("chain", "told"), [
    (("企業の割合は?", "会社は?"), "企業参加率は"), (("ICMLの企業率は?", "広がってる?"), "はい。ICMLの企業参加率は"), (("企業の割合は?", "なぜ?"), "有力な説明"), (("企業の割合は?", "大学は?"), "大学参加率は"),
])  # fmt: skip
def test_other_turns_stay(talked, chain, told):
    assert told in talked(*chain)[-1].answer.split("**要点**")[0]
