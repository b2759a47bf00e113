"""Rankings asked without a word for one: who appears often, who grew most, so many rows beside another question."""

import pytest


@pytest.mark.parametrize(
    ("turns", "first", "rows"),
    [
        (("日本の機関でAI会議の常連はどこ? 2019年、多いほうから5つ挙げてみて",), "日本の機関は東京大学", 5),
        (("日本勢でよく出してるのはどこ? 2018年、上から3つ",), "2018年のAI会議で論文の割合が最も高い日本の機関は東京大学", 3),
        (("2019年、日本の機関でAI会議によく出ているところを5つ",), "日本の機関は東京大学", 5),
        (("2019年のAI会議で日本の顔ぶれ、上位5つ",), "日本の機関は東京大学", 5),
        (("アメリカの大学の常連はどこ? 2020年",), "米国の大学はカーネギーメロン大学", 5),
        (("グーグルとマイクロソフト、どっちが多い?", "大学はどげんね。上から5つ"), "大学は清華大学", 5),
        (("会社の上位5社", "50社は?"), "企業はグーグル", 30),
    ],
)
def test_who_is_among_the_first(talked, turns, first, rows):
    answer = talked(*turns)[-1]
    assert answer.intent == "rank" and first in answer.answer
    assert f"\n{rows}. " in answer.answer and f"\n{rows + 1}. " not in answer.answer


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("会社の上位5社", "伸びとるとこ3つだけ教えて"), "最も上がった企業はグーグル"),
        (("会社の上位5社", "落ちているところは?"), "最も下がった企業はヤフー"),
        (("大学のほうはどないや、伸びとるとこ3つだけ教えて",), "最も上がった大学は清華大学"),
        (("国で伸びとるとこを5つ",), "参加率が最も上がった国は中国"),
    ],
)
def test_who_grew_most(talked, turns, first):
    answer = talked(*turns)[-1]
    assert answer.intent == "rank" and first in answer.answer.split("**要点**")[0]


@pytest.mark.parametrize("asked", ["日本の機関は2019年に何%?", "日本の大学の割合は?", "なぜ伸びているのはどの大学?", "うちの売上で伸びているところは", "企業参加率が伸びている分野は?"])
def test_other_questions_are_no_such_ranking(ask, asked):
    assert "論文の割合が最も" not in ask(asked).answer.split("**要点**")[0]


def test_why_some_grew_is_no_such_ranking(talked):
    assert talked("会社の上位5社", "なぜ伸びているところと落ちているところがあるの?")[-1].intent != "rank"
