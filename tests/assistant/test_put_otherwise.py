"""What is asked in other words than the figures, plans and ways are named by."""

import pytest


@pytest.mark.parametrize(("chain", "told"), [
    (("AI研究では企業と大学どっちが多い?",), "高いのは大学参加率の方です"), (("AI研究では企業と大学どっちが多い?", "昔からそうだったの?"), "AI会議の企業参加率は、2007年の17.3%"), (("AI研究ではどこの国が強い?",), "参加率が最も高い国は米国"),
    (("大学と組むのはどうですか", "それ、欠点はないの?"), "始める前に契約で決めることです"), (("共有クラウドはどう?", "リスクはないんですか"), "使い続けたときの総額"), (("AI研究の全体像をざっくり教えて",), "「大手しか勝てない」とまでは言えません"),
    (("2007年と2021年の企業率を比べて", "同じ比較をCVPRとACLでも"), "CVPRの企業参加率は、2007年の21.4%"),
    (("投資500万、効果180万、5年", "財政課から『なぜ県費を投じるのか』と聞かれたら"), "地元の企業が小さく試せるように"), (("3つの案を比べて",), "年あたりに直した期待値が最も高いのは"), (("三つの方策を比較して",), "年あたりに直した期待値が最も高いのは"), (("本ツールのデータで差の差をやるとどうなる?",), "2012年を境に"),
    (("投資500万、効果180万、5年", "補助が半分出たら?", "補助なしなら?"), "正味現在価値（NPV）は**219万円**"), (("サーバーを600万で買うかクラウドを1時間300円で借りるか、年2000時間", "何時間が分かれ目?"), "損益分岐は年7,532時間"),
    (("産学共著率は?", "50位以外の大学では?"), "企業×エリート以外の大学の共著率は"), (("投資500万、効果180万、5年", "親父に「そんなもん要らん」と言われたら"), "正味現在価値（NPV）は219万円"),
])  # fmt: skip
def test_it_is_answered(talked, chain, told):
    assert told in talked(*chain)[-1].answer.split("**留意点**")[0]


@pytest.mark.parametrize("text", ["音声認識は企業が強い?", "自動運転では企業が多い?", "医療は大学が強い?"])
def test_a_matter_that_is_not_counted_is_refused(ask, text):
    assert ask(text).outcome == "not_in_data"


@pytest.mark.parametrize("text", ["最近は企業が強い?", "結局は企業が多いの?", "論文は企業が多い?", "画像認識は企業が強い?", "世界では企業が多い?"])
def test_other_topics_narrow_nothing(ask, text):
    assert ask(text).outcome == "answered"


@pytest.mark.parametrize(("kept", "total"), [
    ("電気と保守で年300万円", "2,400万円"), ("保守費と電気代は合わせて年300万円", "2,400万円"), ("保守費は年200万円、電気代は年100万円", "2,400万円"), ("保守で年300万円", "2,454万円"),
])  # fmt: skip
def test_electricity_that_was_told_is_not_added_again(ask, kept, total):
    assert f"買うと保守費と電気代を入れて{total}" in ask(f"GPUサーバーを1200万で買うかクラウドを1時間660円で借りるか、年4000時間、{kept}").answer


def test_a_word_of_assent_and_a_western_opener_are_no_part(talked):
    assert "日本の企業は入っていません" in talked("AI研究に強い会社は?", "ほうか。ほいで日本の会社は入っとらんのか")[-1].answer
