"""Words of method right after a paper are asked of that paper, and what its summary does not tell is said."""

import pytest

from assistant.understand.text.matcher import read
from assistant.understand.works.method_words import method_of_paper

PAPER = "AhmedとWahedの論文の要点は?"
OWN = "ahmed-wahed-2020-de-democratization-of-ai"


@pytest.mark.parametrize("text, word", [("処置群と対照群の定義は?", "処置群"), ("係数の値と有意性はどう報告されていますか", "係数"), ("平行トレンドの仮定は検証されているのでしょうか。", "平行トレンド"), ("標準誤差は?", "標準誤差"), ("頑健性の確認は?", "頑健性"), ("この結果は統計的に有意?", "有意")])
def test_what_the_summary_does_not_tell_is_said_of_the_paper(talked, text, word):
    answer = talked(PAPER, text)[-1]
    assert answer.outcome == "answered" and f"「{word}」" in answer.answer and "要約に「" in answer.answer
    assert {citation.id.split("#")[0] for citation in answer.citations} == {OWN}


@pytest.mark.parametrize("texts", [(PAPER, "推定手法は?"), ("compute divideに関するAhmedとWahedの論文について、用いたデータと推定方法を正確に教えてください。",), (PAPER, "どんな分析手法を使ったの?")])
def test_the_method_is_named(talked, texts):
    assert "一般化合成コントロール法" in talked(*texts)[-1].answer


@pytest.mark.parametrize("text", ["2021年の企業参加率の信頼区間は?", "その差は有意?", "著者は?", "ジニ係数は?"])
def test_figures_of_ours_and_other_words_are_no_method_of_the_paper(understand, text):
    previous = understand(PAPER).with_(paper=OWN, intent="paper")
    assert method_of_paper(read(text), previous) is None
