"""Questions to put to somebody, or to expect, are made of what the conversation told."""

import re

import pytest

ASKED = re.compile(r"(?:でしょうか|か)。$", re.MULTILINE)


def quoted(answer):
    return [line for line in answer.answer.split("\n") if line.startswith("> ")]


@pytest.mark.parametrize("asked", [
    "それなら、執行側に私が聞くべき質問を3つ挙げてください。", "何を聞けばいい?", "会議で何を聞いたらいい", "突っ込むべき点は?", "部下に聞くことを教えて", "ベンダーに確認すべき点は?", "質問を三つ考えて", "取締役会でぶつけるべき問いは?",
])  # fmt: skip
def test_three_questions_carry_the_figures_of_the_talk(talked, asked):
    answer = talked("産学共著率の推移は?", "NeurIPSでは?", asked)[-1]
    told = quoted(answer)
    assert len(told) == 3 and all(ASKED.search(line) for line in told)
    assert "NeurIPSの産学共著率は" in told[0] and answer.verdict.ok and answer.verdict.numbers


def test_two_figures_told_are_set_against_each_other(talked):
    told = quoted(talked("企業参加率の推移は?", "エリート大学は?", "質問を3つ挙げて")[-1])
    assert "QS1〜50位の大学" in told[0] and "企業参加率" in told[1]


@pytest.mark.parametrize(("asked", "number"), [("質問を二つ考えて", 2), ("質問を1つください", 1), ("聞くべき質問を5つ", 5)])
def test_as_many_as_are_wanted(talked, asked, number):
    assert len(quoted(talked("企業参加率は?", asked)[-1])) == number


def test_a_figure_that_did_not_move_is_asked_about_as_such(talked):
    assert "大きく動いていないのに" in quoted(talked("日本企業の参加率の推移は?", "突っ込むべき点は?")[-1])[0]


def test_a_refused_year_is_no_part_of_them(talked):
    answer = talked("大学の参加率は?", "2027年は?", "執行側に聞くべき質問を3つ挙げてください。")[-1]
    assert answer.outcome == "answered" and "2027" not in answer.answer and "大学参加率" in quoted(answer)[0]


def test_questions_on_a_plan_stand_on_its_sums(talked):
    told = quoted(talked("初期投資300万円、年間効果120万円、5年だと?", "部下に何を聞けばいい?")[-1])
    assert "179万円" in told[0] and "損益分岐" in told[1] and "やめる" in told[2]


def test_questions_after_advice_name_no_share_of_papers(talked):
    answer = talked("何から始めればいい?", "役員に聞くべき質問を3つ")[-1]
    assert len(quoted(answer)) == 3 and not answer.citations


@pytest.mark.parametrize("asked", ["記者に聞かれそうな質問は?", "想定質問を教えて"])
def test_questions_to_expect_are_said_to_be_such(talked, asked):
    answer = talked("企業参加率は?", asked)[-1]
    assert "聞かれそうな質問です" in answer.answer and len(quoted(answer)) == 3


@pytest.mark.parametrize("asked", ["ここでは何を聞けばいいの", "一つ質問があります", "質問を変えます。大学は?", "このデータの弱点、突っ込まれそうなとこ先に教えてください", "想定問答集をWordで作って", "想定問答の該当箇所につき、差のポイントでは?"])
def test_other_messages_with_such_words_are_left_alone(talk, asked):
    assert talk("企業参加率は?", asked).advice == ()


@pytest.mark.parametrize("asked", ["1on1で部下に何を聞けばいい", "業者に何を質問すればいいか", "どんな質問ができるの?"])
def test_without_a_talk_only_questions_for_an_occasion_are_made(understand, asked):
    assert understand(asked).advice == ()
