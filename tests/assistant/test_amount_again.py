"""An amount that points at one told before is that one; a supposition of a labelled plan holds once, and its grant again where it is named."""

import pytest

PLAN = "初期投資500万円、効果は年150万円"
PLANS = "A案は初期投資3,000万円で年間効果900万円、B案は初期投資1,200万円で年間効果420万円。期間はどちらも5年、割引率5%です。どちらが有利ですか。"


@pytest.mark.parametrize(("asked", "premise"), [
    ("その150万円が外れたらどうなるんです? 最低いくら浮けば損しませんか", "初期投資500万円、年間効果150万円"), ("その150万円は年いくらまで下がっても大丈夫?", "初期投資500万円、年間効果150万円"), ("その500万円を800万円にしたら?", "初期投資800万円、年間効果150万円"),
    ("その150万円が100万円になったら?", "初期投資500万円、年間効果100万円"), ("その500万円は高いですか", "初期投資500万円、年間効果150万円"),
])  # fmt: skip
def test_the_amount_that_was_told_is_meant(talked, asked, premise):
    answer = talked(PLAN, asked)[-1]
    assert premise in answer.answer and answer.verdict.ok


def test_another_amount_is_a_new_one(talked):
    assert "初期投資700万円" in talked(PLAN, "投資が700万円なら?")[-1].answer


@pytest.mark.parametrize("between", [(), ("IRRで見るとどうですか。",), ("損益分岐になる年間効果はそれぞれいくらですか。", "GPUを買うのと借りるのではどちらが得ですか。購入2,000万円、クラウドは月50万円、4年使う想定です。")])
def test_a_fall_of_a_labelled_plan_counts_once_and_its_grant_stays(talked, between):
    answer = talked(PLANS, "A案に補助金が1,000万円付いたら?", *between, "さっきのA案に戻りますが、効果が2割下振れした場合は?補助金ありで。")[-1]
    assert "1,117万円" in answer.answer and "年間効果720万円" in answer.answer and "初期投資2,000万円" in answer.answer and answer.verdict.ok


def test_without_its_mention_a_grant_that_was_left_stays_left(talked):
    answer = talked(PLANS, "A案に補助金が1,000万円付いたら?", "損益分岐になる年間効果はそれぞれいくらですか。", "A案の効果が2割下振れした場合は?")[-1]
    assert "初期投資3,000万円" in answer.answer and "年間効果720万円" in answer.answer
