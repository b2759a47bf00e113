"""Whether what was measured went the way that the asker names: up, down or flat, one series or several, and as the words of a headline."""

import pytest

from assistant.understand.cues.stated import asserted


@pytest.mark.parametrize(("said", "way"), [
    ("減っていますか", "down"), ("日本は後退したと書いていいか", "down"), ("急増している?", "up"), ("横ばいですか", "flat"), ("変わっていない?", "flat"), ("頭打ちですか", "flat"), ("増えたり減ったり", None), ("どれだけ増えた?", None),
])  # fmt: skip
def test_the_way_that_is_named(said, way):
    assert asserted(said) == way


@pytest.mark.parametrize(("texts", "opening"), [
    (("大学参加率は横ばいですか",), "いいえ。"), (("企業と大学の割合は増えていますか",), "はい、いずれもそうです。"), (("企業と大学の割合は減っていますか",), "いいえ、はっきり下がったものはありません。"),
    (("企業参加率の推移は?", "横ばい?"), "いいえ。"), (("AI以外の会議の企業参加率の推移は?", "横ばいと見ていい?"), "はい。"), (("日本の割合の推移は?", "「横ばい」と書いても問題ない?"), "いいえ。"),
])  # fmt: skip
def test_the_answer_says_so_first(talked, texts, opening):
    answer = talked(*texts)[-1]
    assert answer.answer.split("\n")[1].startswith(opening) and answer.verdict.ok


def test_nothing_is_said_of_several_that_differ(talked):
    assert talked("日本と韓国の割合は下がっていますか")[-1].answer.split("\n")[1].startswith("AI会議の日本の機関")


@pytest.mark.parametrize("asked", [
    "「減っている」と見出しに書いても誤りにはなりませんか", "「後退した」と社内資料に書くのは言い過ぎでしょうか", "「急増」という見出しを付けるのは誤解を招く?", "「横ばい」と説明して大丈夫ですか", "では「伸び悩んでいる」と報じても正確ですか", "「縮小」と載せて問題ないか",
])  # fmt: skip
def test_the_words_of_a_headline_are_held_against_the_last_figure(talk, asked):
    question = talk("日本の割合の推移は?", asked)
    assert question.intent == "trend" and [subject.metric for subject in question.subjects] == ["japan_share"]


def test_without_a_figure_before_no_headline_is_judged(talk):
    assert talk("「減っている」と見出しに書いても誤りにはなりませんか").intent != "trend"
