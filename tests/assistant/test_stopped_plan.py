"""What a plan comes to when it is given up after some years: the sum of the years until then, not of the whole."""

import pytest

from assistant.understand.plans.plan_asked import stopped_after

JOINT = "共同研究に年1000万円、3年間。成功率4割。成功したら4年目から年5000万円"


@pytest.mark.parametrize("text", ["2年で打ち切ったら損はいくら?", "2年でやめたらいくら損する?", "二年で中止した場合は?", "2年目で撤退すると損失は?"])
def test_what_is_lost_until_then(talked, text):
    answer = talked(JOINT, text)[-1]
    lost = 1e7 / 1.08 + 1e7 / 1.08**2
    assert answer.verdict.ok and f"着手から2年で打ち切ると、それまでの収支の合計は今の価値で**{round(lost / 1e4):,}万円のマイナス**です" in answer.answer
    assert "支出は1〜3年目に年1,000万円" in answer.answer


def test_what_was_gained_until_then_counts(talked):
    answer = talked("投資800万、年300万、5年", "2年でやめたら損はいくら?")[-1].answer
    assert f"今の価値で**{round((8e6 - 3e6 / 1.08 - 3e6 / 1.08**2) / 1e4):,}万円のマイナス**です" in answer and "期間5年" in answer


@pytest.mark.parametrize("text", ["何年で打ち切るべき?", "2年にしたら?", "失敗したらいくら損する?", "2年で元が取れたら?"])
def test_other_questions_stop_nothing(text):
    assert stopped_after(text) is None
