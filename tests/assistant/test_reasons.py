"""Why-questions are answered by reasons, and whether something is shown or ruled out by a no."""

import pytest

from assistant.evidence.reasons import REASONS

LED = "深層学習の飛躍、計算資源の差、人材の企業への移動"


@pytest.mark.parametrize(
    "texts", [("大手テックへの偏りはいつ頃から", "なぜその頃なんですか。"), ("なぜ企業が増えた?",), ("産学共著率の推移は", "理由は?"), ("なぜ企業の割合が上がったのか理由を教えて",), ("企業の参加率が伸びた背景は",)]
)
def test_each_reason_announced_is_given(talked, texts):
    answer = talked(*texts)[-1]
    assert LED in answer.answer and answer.verdict.ok
    quoted = [line for line in answer.answer.splitlines() if line.startswith("- ") and "【" in line]
    for _, said in REASONS:
        assert any(said.search(line) for line in quoted)
    assert not any(word in answer.answer for word in ("CO2", "排出", "QSランキングの手法"))


@pytest.mark.parametrize("text", ["2012年で区切る理由は", "なぜ2012年を境にしたのですか", "どうして2012年なの?"])
def test_the_year_of_the_cut_has_its_reason_first(ask, text):
    assert "**結論**\n深層学習が予想外の飛躍を遂げた年だからです。" in ask(text).answer


@pytest.mark.parametrize("text", ["公的機関の参加率が下がったのはなぜ", "日本の割合が低いのはなぜ"])
def test_another_group_has_not_the_reasons_of_firms(ask, text):
    assert LED not in ask(text).answer


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("企業参加率の推移は", "人材が流れただけの可能性は排除できるか"), "いいえ、ほかの要因の可能性は排除できていません。"), (("企業参加率の推移は", "ほかの要因の影響は否定できますか"), "いいえ、ほかの要因の可能性は排除できていません。"),
        (("企業が増えたのはGPUのせいだと言い切れるか",), "いいえ、言い切れません。"), (("企業が増えたのは深層学習が原因だと断定できますか",), "いいえ、言い切れません。"),
    ],
)  # fmt: skip
def test_what_is_not_shown_is_denied_first(talked, texts, said):
    answer = talked(*texts)[-1]
    assert f"**結論**\n{said}" in answer.answer and answer.verdict.ok
