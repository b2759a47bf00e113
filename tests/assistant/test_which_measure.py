"""Which measure of an investment to go by, and the check of a common trend where a metric has none of its own."""

import pytest

PLANS = "A案は初期投資3,000万円で年間効果900万円、B案は初期投資1,200万円で年間効果420万円。期間はどちらも5年、割引率5%です。どちらが有利ですか。"


@pytest.mark.parametrize("texts", [
    (PLANS, "NPVとIRRで順位が違うとき、どちらを信じるべきですか"), ("NPVと回収期間のどちらを優先すべき?",), ("IRRとNPVが食い違ったときはどうする?",), ("正味現在価値と内部収益率、どちらを重視すればいい?",), ("ROIとNPVではどれを見ればいいですか",),
])  # fmt: skip
def test_npv_comes_first(talked, texts):
    answer = talked(*texts)[-1]
    assert answer.answer.split("\n")[1].startswith("案を一つだけ選ぶなら、NPV") and answer.verdict.ok


@pytest.mark.parametrize("texts", [("NPVとIRRの違いは?",), (PLANS, "IRRで見るとどうですか。"), (PLANS, "NPVとIRRは?"), ("NPVとは何ですか",)])
def test_other_questions_on_measures_are_left(talk, texts):
    assert talk(*texts).advice != ("measure",)


def test_the_common_trend_of_a_metric_without_a_test(talked):
    answer = talked("被引用シェアの推移は?", "差の差の平行トレンドは確認されているのですか。")[-1]
    assert answer.outcome == "answered" and "企業参加率の検定で答えます" in answer.answer and "16.0%" in answer.answer and answer.verdict.ok


def test_that_of_a_metric_with_one_says_nothing_more(talked):
    assert "検定で答えます" not in talked("企業参加率の推移は?", "平行トレンドは確認されていますか")[-1].answer
