"""Short turns on what a way comes to, after it was explained: 「効果が年500万なら」 「それでも赤字?」 「成功率は?」 「どうなったらやめる」."""

import pytest


@pytest.mark.parametrize(("before", "turn", "told"), [
    ("小規模プロトタイプとは", "効果が年500万なら", "小規模プロトタイプの期待値"), ("小規模プロトタイプとは", "年間の効果が800万円しか出なかったら", "小規模プロトタイプの期待値"), ("小規模プロトタイプとは", "それでも赤字?", "はい、赤字です"),
    ("共同研究とは何ですか", "成功率は?", "共同研究の総合成功確率は"), ("共同研究とは何ですか", "採算は取れる?", "共同研究の期待値"), ("共同研究とは何ですか", "最終的に黒字になる?", "共同研究の期待値"), ("共有クラウドについて教えて", "元は取れるの?", "共有クラウドの期待値"),
])  # fmt: skip
def test_what_a_way_comes_to_is_calculated(talked, before, turn, told):
    answer = talked(before, turn)[-1]
    assert answer.intent == "roi" and told in answer.answer.split("**要点**")[0]


@pytest.mark.parametrize("turn", ["知財は?", "メリットは?", "失敗したら?"])
def test_other_turns_on_a_way_stay(talked, turn):
    assert talked("共同研究とは何ですか", turn)[-1].outcome == "answered"


@pytest.mark.parametrize("turn", ["赤字の会社が入った論文は?", "成功率の高い会議は?"])
def test_after_figures_they_ask_of_no_way(talked, turn):
    assert talked("企業参加率は?", turn)[-1].intent != "roi"
