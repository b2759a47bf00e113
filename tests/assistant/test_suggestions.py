"""Next questions must be worth pressing: each is answered, checked, and not what was just asked."""

import pytest

import prompts
from assistant.write.suggestions import bare

ASKED = [
    "2019年のICMLの企業参加率は?", "2021年のAI会議の企業参加率は?", "中国の割合は?", "日本企業の割合の推移", "QS1〜50位の大学の参加率、2018年", "1985年の企業参加率は?", "NeurIPSの産学共著率の推移",
    "差の差で見るとビッグテックは?", "企業参加率が高い会議を5つ、2020年で", "ロボティクス分野の企業は増えた?", "AI以外の会議の大学参加率は?", "企業の論文は2019年に何本?", "2020年のAI会議の論文数は?",
    "ソニーの論文は何本?", "企業の被引用シェアは?", "所属不明の論文はどれくらい?", "企業と大学、どっちが多い?2020年", "計算資源とは何ですか", "反対の立場の研究もありますか", "なぜ企業は増えたのか",
    "この統計はどこまで信用できますか", "うちは何から始める?", "役員会で計算資源の格差を説明する一言を", "こんにちは", "あなたは何ができますか", "明日の天気は?",
]  # fmt: skip


def test_every_suggestion_is_itself_answered(ask, assistant):
    offered = {text: asked for asked in ASKED for text in ask(asked).suggestions}
    offered |= {text: "examples" for text in assistant.examples()}
    assert len(offered) >= 30
    failed = [(asked, text, answer.outcome) for text, asked in offered.items() if (answer := ask(text)).outcome != "answered" or not answer.verdict.ok]
    assert failed == []


@pytest.mark.parametrize("text", ASKED)
def test_three_different_ones_and_never_the_question_itself(ask, text):
    answer = ask(text)
    assert len(set(answer.suggestions)) == len(answer.suggestions) == 3
    assert bare(text) not in {bare(suggestion) for suggestion in answer.suggestions}


@pytest.mark.parametrize("text", ASKED)
def test_they_are_in_japanese(ask, text):
    for suggestion in ask(text).suggestions:
        assert not [word for word in ("China", "Japan", "United", "Korea", "nips", "non_ai", "None") if word in suggestion], suggestion


def test_all_fixed_suggestions_are_answered(ask):
    fixed = [template.text for template in prompts.templates("suggestions").values() if not template.needs]
    assert [text for text in fixed if ask(text).outcome != "answered"] == []
