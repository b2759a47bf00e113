"""What a talk came to carries its plan, else what was measured, else the last answer."""

import pytest

from assistant.understand.text.matcher import read
from assistant.understand.text.whole_talk import taken_up

PLAN = "3,000万円の小規模プロトタイプで、年間1,200万円のコスト削減、5年、割引率4%。NPVは?"
REFUSED = "2030年の学習コストはいくらになりますか。"
WORDS = ("計算資源の格差とは何ですか",)
ELITE = ("エリート大学とそれ以外の大学の参加率は?",)


@pytest.mark.parametrize(
    "asked",
    ["結論を取締役会で30秒で言えるようにしてください。", "社員に朝礼で話すから、今日の話を短くまとめてよ", "clientに見せる1枚slideにしたいので、key messageを3つにまとめてもらえますか", "この会話、部長に報告するから要点だけまとめて", "これまでのやりとりを簡潔に整理してもらえますか", "最後に、今日の相談の結論を一言で"],
)
def test_a_plan_is_taken_up_with_its_verdict_after_a_refusal(talked, asked):
    answer = talked(PLAN, REFUSED, asked)[-1]
    assert "元が取れ" in answer.answer and "2,342万円" in answer.answer and "参加率" not in answer.answer and answer.verdict.ok


def test_one_line_is_one_line(talked):
    answer = talked(PLAN, "今日の相談の結論を一言で")[-1].answer
    assert "2,342万円" in answer and "674万円" not in answer


@pytest.mark.parametrize("asked", ["今の内容を三行程度にまとめていただけますか", "clientに見せる1枚slideにしたいので、key messageを3つにまとめてもらえますか", "ここまでの話を3点にまとめて"])
def test_figures_are_told_in_so_many_lines(talked, asked):
    lines = [line for line in talked(*ELITE, asked)[-1].answer.split("**出典**")[0].split("\n") if line.startswith("- ")]
    assert len(lines) == 3 and "QS1〜50位" in lines[0] and "エリート以外" in lines[1] and "原因までは" in lines[2]


@pytest.mark.parametrize("asked", ["今の話を三行でまとめて", "いまの説明を短く要約して", "さっきの内容を簡潔に整理してください", "今日の話をまとめて"])
def test_words_are_told_in_three_lines(talked, asked):
    answer = talked(*WORDS, asked)[-1]
    assert answer.intent == "explain" and "参加できるAI研究に差がつく" in answer.answer


@pytest.mark.parametrize("asked", ["今の企業参加率は?", "結論を支持する論文は?", "これまでの最高は何%?", "その論文の要点を3つにまとめて", "この結論はどう検証しましたか", "Xu (2017)の要点を3つ"])
def test_other_messages_with_such_words_take_nothing_up(asked):
    assert taken_up(read(asked)) is None
