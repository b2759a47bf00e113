"""A text to say or to publish is as long as was told: sentences, characters, or shorter than it was."""

import re

import pytest

from assistant.phrases import read_request
from assistant.understand.text.lengths import Length, only_length, told_length


def text_of(answer):
    assert answer.intent == "phrases" and answer.verdict.ok, answer.answer
    (quote,) = re.findall(r"^> (.+)$", answer.answer, re.MULTILINE)
    return quote


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("プレス用コメントを2文で", Length(2)), ("二文のプレス用コメント", Length(2)), ("一文にして", Length(1)), ("3つの文で", Length(3)), ("2センテンスで", Length(2)), ("in two sentences", Length(2)), ("四文でまとめて", Length(4)),
        ("100字以内で", Length(characters=100)), ("140文字で", Length(characters=140)), ("八十字", None), ("二百字以内", Length(characters=200)), ("60字まで", Length(characters=60)), ("５０字程度に", Length(characters=50)),
        ("論文の本数は", None), ("二つ挙げて", None), ("文章を3つ", None), ("2番目の文書", None), ("第2文節", None), ("数字を2つ", None), ("2文献", None), ("1文化", None),
    ],
)  # fmt: skip
def test_a_length_is_read(text, length):
    assert told_length(text) == length


@pytest.mark.parametrize(
    ("lines", "length", "exact"),
    [
        (("もっと短く", "役員会での言い方"), "line", None), (("もっと短く", "一言で", "役員会での言い方"), None, Length(1)), (("もっと短く", "2文で"), None, Length(1)), (("もう少し丁寧に", "2文で"), None, Length(2)),
        (("短くして", "100字以内で"), None, Length(1)), (("詳しく", "2文で"), "full", None), (("30秒で", "一文にして"), "half", None), (("一言で", "役員会での言い方"), "line", None), (("縮めて", "30秒で"), "line", None),
    ],
)  # fmt: skip
def test_a_talk_makes_a_text_shorter_step_by_step(lines, length, exact):
    request = read_request("\n".join(lines))
    assert (request.length, request.exact) == (length, exact)


@pytest.mark.parametrize("asked", ["企業参加率についてプレス用コメントを2文で", "企業参加率を広報で伝える二文のコメントを", "企業参加率について会見で使える2文のコメントをください"])
@pytest.mark.parametrize("after", [(), ("もう少し丁寧に",)])
def test_two_sentences_are_two(talked, asked, after):
    text = text_of(talked(asked, *after)[-1])
    assert text.count("。") == 2 and "36.2%" in text


@pytest.mark.parametrize("most", [100, 80, 60])
def test_characters_are_kept(talked, most):
    text = text_of(talked("企業参加率は?", "広報で使うコメントを", f"{most}字以内で")[-1])
    assert len(text) <= most and "36.2%" in text


def test_what_cannot_be_so_short_says_so(talked):
    assert "ご指定の長さには収まらない" in talked("企業参加率は?", "広報で使うコメントを", "15字以内で")[-1].answer


def test_the_text_said_last_is_shortened_and_reworded(talked):
    _, line, one, formal = talked("企業参加率は?", "役員会で言う一言を", "もっと短く", "もう少し丁寧に")
    assert text_of(line).count("。") == 2 and text_of(one) == "2021年のAI会議の企業参加率は36.2%となっております【1】。"
    assert text_of(formal) == "2021年のAI会議の企業参加率は36.2%でございます【1】。"


def test_words_on_a_plan_are_as_long_as_told(talked):
    own = "初期費用800万円、年350万円の効果、期間3年なら回収できる?"
    two, one = (text_of(answer) for answer in talked(own, "役員会で言う2文を", "もっと短く")[1:])
    assert two.count("。") == 2 and two.endswith("ご承認をお願いいたします。")
    assert one == "初期投資800万円、年間効果350万円なら、3年のうちに元が取れ、正味現在価値（NPV）は102万円です【1】。"
    assert text_of(talked("共同研究のNPVは?", "役員会で言う言い方を2文で")[-1]).count("。") == 2


@pytest.mark.parametrize("text", ["2文で", "2文で説明して", "100字以内でお願いします", "それを一文で", "もっと短く、2文にして", "140字でまとめてください", "今の答えを3文で", "in two sentences"])
def test_only_a_length_is_asked_for(text):
    assert only_length(text)


@pytest.mark.parametrize("text", ["2文のプレス用コメントにして", "100字以内の論文は?", "企業参加率を2文で", "2番目は?", "論文の要点を2文で教えて", "もっと短く", "3つ挙げて"])
def test_more_than_a_length_is_asked_for(text):
    assert not only_length(text)


@pytest.mark.parametrize("length", ["2文で", "100字以内でお願い", "一文にまとめて"])
def test_an_answer_of_another_kind_is_told_short(talked, length):
    for asked, kept in (("GPUとは?", "半導体です"), ("企業参加率は?", "36.2%"), ("共同研究のNPVは?", "452万円のプラス")):
        long, short = talked(asked, length)
        assert short.intent == long.intent and kept in short.answer and "**要点**" not in short.answer


def test_in_short_makes_words_to_say_shorter(talked):
    assert text_of(talked("企業参加率は?", "会議で言う言い方を", "要するに?", "もっと短く")[-1]).count("。") == 1
