"""A word of ours asked for with the limits of its definition, whatever was spoken of before."""

import pytest

from assistant.understand.words.defined_here import defined_here

WANTED = (
    "ところで貴システムで言う「エリート大学」の定義と、その定義の限界を述べてください。", "エリート大学の定義と限界は?", "「エリート大学」とは、ここではどう定義され、どんな限界がありますか", "エリート大学の定義の弱点は?",
    "このサービスで使うエリート大学の定義と注意点を教えてください", "羅針盤でいう「エリート大学」の定義は?", "エリート大学という区分の線引きと問題点を教えてください", "ちなみに、御社で呼ぶ『エリート大学』の基準およびその限界",
)


@pytest.mark.parametrize("text", WANTED)
def test_the_word_is_asked_for_plainly(text):
    assert defined_here(text) == "エリート大学の定義は?"


@pytest.mark.parametrize("text", ["その論文の限界は?", "このデータの限界は?", "AhmedとWahedの論文の定義と限界は?", "エリート大学の割合の限界は?", "エリート大学の論文の割合は?", "限界は?"])
def test_other_limits_are_left_as_they_are(text):
    assert defined_here(text) == text


def test_a_paper_told_before_does_not_take_it(talked):
    answer = talked("AhmedとWahedの論文の要点は?", WANTED[0])[-1]
    assert "QS世界大学ランキングで1〜50位" in answer.answer and "便宜上の区分" in answer.answer
