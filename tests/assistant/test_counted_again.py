"""What one of several things brings or costs, and another number of them later in a talk."""

import pytest

from analytics.roi.amounts import yen_text
from assistant.understand.plans.counted_prices import counts_anew, in_all
from assistant.understand.plans.investment import read_investment

FACTOR = sum(1.08**-year for year in range(1, 6))


@pytest.mark.parametrize(("text", "yearly"), [
    ("投資2000万円、1ラインあたり年間効果300万円、2ライン、5年で。", 6e6), ("初期1500万円、効果は1人あたり年400万円で3人分、5年間", 1.2e7), ("投資800万。1部署ごとに年60万円浮く。4部署に展開、5年", 2.4e6), ("社員80人の会社です。初期500万円、1人当たり年100万円減り、3人分、5年", 3e6),
    ("1店舗につき年30万円の削減で20店舗、初期1000万、5年", 6e6), ("初期300万、1拠点あたり不良が年40万円減る。6拠点", 2.4e6), ("3支店に入れる。1支店あたり毎月10万円浮く。投資500万", 3.6e6), ("5チームで使う。1チームあたり年80万円の効果、初期900万、4年", 4e6),
])  # fmt: skip
def test_an_effect_of_one_is_told_for_all(text, yearly):
    assert read_investment(text).benefit.value == pytest.approx(yearly)


@pytest.mark.parametrize("text", ["1ラインあたり年間効果300万円、投資2000万円", "ロボット1台、年間効果300万円、投資800万円", "2ラインで年間効果300万円", "社員80人と派遣20人、1人あたり年5万円"])
def test_what_has_no_one_number_stays(text):
    assert in_all(text) == text


def test_another_number_changes_what_was_told_of_one_and_nothing_else(talked):
    told = "検査AIに投資2000万円、1ラインあたり年間効果300万円、2ライン、5年で。"
    first, more, less, back = talked(told, "5ラインにしたら?", "4ラインなら?", "最初の条件に戻して")
    assert f"**{yen_text(6e6 * FACTOR - 2e7)}**" in first.answer and "2ライン分で600万円としました" in first.answer
    assert f"**{yen_text(1.5e7 * FACTOR - 2e7)}**" in more.answer and "初期投資は2,000万円のままです" in more.answer
    assert f"**{yen_text(1.2e7 * FACTOR - 2e7)}**" in less.answer and "5ライン分" not in less.answer
    assert f"**{yen_text(6e6 * FACTOR - 2e7)}**" in back.answer


def test_another_number_of_what_is_bought(talked):
    answer = talked("タブレット15台、1台約8万円を導入、年100万円減る", "20台なら?")[-1].answer
    assert f"**{yen_text(1e6 * FACTOR - 1.6e6)}**" in answer and "年間効果は100万円のままです" in answer


@pytest.mark.parametrize("text", ["5人に聞いたら?", "3台で600万円なら?", "5年にしたら?", "5部署なら?"])
def test_another_number_of_something_else_is_none(text):
    assert not counts_anew(text, "投資2000万円、1ラインあたり年間効果300万円、2ライン、5年で。")
