"""What an answer in words stood on is told right after it; after figures and of one paper's grounds the source is told as before."""

import pytest

HEAD = "もとにしたのは、次の資料と集計です。"
TERM, REASONS, LIST, WAY = "計算資源の格差とは何ですか", "なぜ企業のAI論文が増えたの", "計算資源の格差の論文を3本挙げて", "何から始めればいい?"


@pytest.mark.parametrize("before", [TERM, REASONS, LIST, WAY, "GPUとは"])
@pytest.mark.parametrize("text", ["出典は?", "その話の出どころは?", "根拠は?", "出典を見せてください", "どこに書いてあるの", "情報源はどこですか", "元ネタは何", "なるほど。参考文献を教えて", "その説明は何を根拠にしていますか", "where is that from?"])
def test_the_sources_of_the_answer_are_listed(talked, before, text):
    first, answer = talked(before, text)
    assert answer.verdict.ok and answer.answer.split("\n")[1] == HEAD
    assert {citation.title for citation in answer.citations} <= {citation.title for citation in first.citations}
    assert all(citation.title in answer.answer.partition("**出典**")[0] for citation in answer.citations if citation.kind != "figure")


def test_the_answer_can_be_told_again(talked):
    first, _, short = talked(TERM, "出典は?", "短く")
    assert short.answer.split("\n")[1] == first.answer.split("\n")[1]


@pytest.mark.parametrize(("before", "text"), [("企業参加率は?", "出典は?"), (TERM, "出典の書き方は?"), (TERM, "根拠になる論文は?"), ("LoRAの論文の結論は", "その主張の根拠は?"), (TERM, "エビデンスは強い?")])
def test_other_questions_of_sources_stay_as_they_were(talked, before, text):
    assert HEAD not in talked(before, text)[-1].answer
