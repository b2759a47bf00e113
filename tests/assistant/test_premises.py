"""What the sums on investments stand on, asked in general, and of the plan that was just calculated."""

import pytest

from assistant.understand.plans.plan_asked import premises_asked

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


@pytest.mark.parametrize(
    "asked",
    ["その数字、銀行さんに言うとき何に気をつけたらええ", "この計算を社長に説明するとき、何を断っておけばいい?", "この数字をそのまま使って誤解されない?", "この見込みを資料に載せるとき注意することは", "今の計画を株主に話すときの但し書きは?", "この結果を取締役会で報告するとき、留意点は?", "これを提出するとき補足すべきことは"],
)
def test_what_to_say_along_with_a_result_is_its_premises_and_its_range(talked, asked):
    answer = talked(OWN, asked)[-1]
    assert answer.answer.startswith("**結論**\n実績ではなく、置いた前提による見込みだと先に断ってください。")
    assert "効果が年280万円にとどまると、NPVは78万円のマイナスです" in answer.answer and "この計算では分かりません" in answer.answer and answer.verdict.ok


@pytest.mark.parametrize("asked", ["今の計画を株主に話すときの但し書きは?", "さっきの試算を銀行に出すとき気をつけることは"])
def test_a_plan_that_is_named_is_meant_after_figures_too(talked, asked):
    assert "効果が年280万円にとどまると" in talked(OWN, "企業参加率は?", asked)[-1].answer


def test_a_way_told_with_its_own_amounts_is_spoken_of_with_those(talked):
    plan = "クラウドに月12万、年320万の効果、5年でROIは?"
    assert "年間費用144万円" in talked(plan, "その数字、銀行さんに言うとき何に気をつけたらええ")[-1].answer
    assert "年間効果**144万円**" in talked(plan, "損益分岐って何?")[-1].answer


def test_of_the_standard_assumptions_it_is_their_spread(talked, ask):
    answer = talked("小規模プロトタイプのROIは?", "この試算を役員に見せるとき注意すべき点は")[-1].answer
    assert "仮置きの値を含むと先に断って" in answer and "悪いほう（P10）で728万円のマイナス" in answer
    assert "共同研究のNPVは、悪いほう" in ask("ROIの試算を役員に見せるとき注意すべき点は").answer


def test_going_ahead_and_figures_have_cautions_of_their_own(talk, talked):
    assert talk(OWN, "この計画を進めるとき注意点は?").advice[:1] == ("watch",)
    assert talk("企業参加率は?", "この数字を言うとき何に気をつければいい?").intent != "roi"
    assert talk(OWN, "役員会で言う一言を").intent == "phrases"
    assert talked("共同研究の注意点は?")[-1].answer.startswith("**結論**\n金額・期間・知財")
