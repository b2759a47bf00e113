"""Terms of the sums: how two differ, the next one after another, and which of the two to go by; and which of the ways to close a speech with."""

import pytest


def head(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize("text", ["NPVとIRRってどう違うの", "NPVとIRRの違いは何ですか", "正味現在価値と内部収益率は別物?", "IRRとNPV、どう使い分けるの?"])
def test_two_terms_are_told_apart(talked, text):
    for answer in (talked(text)[-1], talked("投資500万、年200万、4年", text)[-1]):
        assert answer.intent == "explain" and "NPV：" in head(answer) and "IRR：" in head(answer)


@pytest.mark.parametrize(("text", "words"), [("IRRは?", "正味現在価値がちょうどゼロ"), ("じゃあ割引率は?", "年あたりの率"), ("では回収期間って何?", "取り戻されるまでの期間"), ("損益分岐は?", "ゼロになる境目")])
def test_the_next_term_is_explained(talked, text, words):
    assert words in head(talked("NPVって何?", text)[-1])


def test_after_a_plan_it_is_the_value_that_is_asked_for(talked):
    assert "21.9%" in head(talked("投資500万、年200万、4年", "IRRは?")[-1])


def test_which_of_the_two_to_go_by(talked):
    answer = talked("NPVって何?", "IRRは?", "うちみたいな会社だとどっちがいい?")[-1]
    assert answer.intent == "explain" and "規模の違う案から選ぶときに最も頼りになります" in answer.answer


@pytest.mark.parametrize("text", ["企業と大学の割合の違いは?", "IRRが8%とNPVが100万の違いは?", "NeurIPSとICMLはどう違う?"])
def test_other_differences_are_none_of_the_sums(ask, text):
    assert "お金の出入り" not in ask(text).answer[:60]


@pytest.mark.parametrize("text", [
    "当行の取引先企業様が取り組まれる場合、三つの方策のうちどれがよろしいか、講演の結びの一言としてご提案いただけますと幸いです。", "三つの打ち手のうち、どれが一番よろしいでしょうか", "取引先企業の方には三つの方策のどれがおすすめですか",
])  # fmt: skip
def test_the_way_to_close_a_speech_with(talked, text):
    assert head(talked("企業の論文が占める割合はどのように推移してきましたか", text)[-1]).startswith("一つに絞るなら、小規模プロトタイプです。")
