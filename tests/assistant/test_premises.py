"""What the sums on investments stand on, asked in general, and of the plan that was just calculated."""

import pytest

from assistant.understand.plan_asked import premises_asked

OWN = "初期費用800万円、年350万円の効果、期間3年なら回収できる?"


@pytest.mark.parametrize(
    "text",
    ["ROIの試算にはどのような前提がありますか", "試算の前提は?", "どんな仮定で計算してる?", "採算の計算は何を前提にしているの", "投資対効果はどういう前提で出していますか", "NPVの前提条件を教えて", "試算で置いている仮定の出典は", "期待値はどんな想定で計算しているのですか", "費用対効果の前提を説明して"],
)
def test_the_premises_of_the_sums_are_told_in_general(understand, text):
    question = understand(text)
    assert question.intent == "roi" and premises_asked(text, None)


def test_they_are_told_with_their_sources_and_those_of_all_ways_once(ask):
    answer = ask("ROIの試算にはどのような前提がありますか")
    assert answer.answer.startswith("**結論**\n試算は、効果、費用、成功の確率、割引率、税率を前提にしています。")
    assert answer.answer.count("割引率は8%（出典あり") == 1 and "- 割引率は8%" in answer.answer and "期待値（途中で" not in answer.answer
    assert all(f"{name}の年間効果" in answer.answer for name in ("小規模プロトタイプ", "共有クラウド", "共同研究")) and answer.verdict.ok


@pytest.mark.parametrize("text", ["企業参加率はどんな前提で計算してる?", "共有クラウドの前提は?", "この論文の前提は?", "想定問答を作って", "採算は取れる想定ですか"])
def test_the_premises_of_other_things_are_not_those(text):
    assert not premises_asked(text, None)


def test_of_a_plan_they_are_its_own(talked):
    answer = talked(OWN, "どんな前提で計算してる?")[-1].answer
    assert "初期投資800万円、年間効果350万円" in answer and "小規模プロトタイプ" not in answer


def test_after_figures_a_calculation_is_that_of_figures(talk):
    assert talk("企業参加率は?", "どんな仮定で計算してる?").intent != "roi"
    assert talk("企業参加率は?", "ROIの試算の前提は?").intent == "roi"
