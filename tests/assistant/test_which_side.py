"""Which of two sides convinces: what each measured and its limits, no verdict of taste."""

import pytest

OPPOSED = "反対している論文はありますか。"
HEAD = "どちらが正しいかの判断は控えます。"


@pytest.mark.parametrize(
    "text",
    [
        "あなたはどちらが説得的だと思いますか。", "どっちが信用できる?", "どちらの言い分に分がある?", "結局どちらが正しいんですか", "どの見方がもっともらしい?", "羅針盤としてはどう思いますか", "どちらに軍配が上がりますか",
        "どっちの根拠が強いの?", "おたくの立場は?", "より確からしいのはどちら?",
    ],
)  # fmt: skip
def test_both_sides_are_told_by_what_they_measured(talked, text):
    answer = talked("AI格差の代表的な論文は?", OPPOSED, text)[-1]
    assert answer.answer.startswith(f"**結論**\n{HEAD}") and answer.verdict.ok
    assert "Ahmed & Wahed：柱は" in answer.answer and "研究者への質問票調査です" in answer.answer and "最大の弱点は" in answer.answer and "8.9ポイント" in answer.answer


def test_the_sides_are_weighed_where_the_question_names_them(ask):
    assert HEAD in ask("計算資源の格差に反対する論文と、どちらが説得力がありますか").answer


@pytest.mark.parametrize("text", ["共有クラウドと共同研究はどちらが確かですか", "企業と大学、どちらが強いですか", "どちらの会議が企業の割合が高い?", "どの論文が一番しっかりした証拠を示していますか"])
def test_other_choices_are_not_sides(ask, text):
    assert HEAD not in ask(text).answer
