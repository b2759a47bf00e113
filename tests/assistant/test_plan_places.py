"""「2番手は?」 after plans were compared leads with that plan, in the order that was asked for."""

import pytest

from assistant.understand.plans.plan_asked import place_asked


def lead(answer):
    assert answer.verdict.ok and answer.intent == "roi" and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


@pytest.mark.parametrize(("text", "place"), [
    ("2番手は?", 2), ("次点は", 2), ("二番目は?", 2), ("2位は?", 2), ("次善の案は?", 2), ("次にいいのは?", 2), ("次に得な案は", 2), ("じゃあ、2番目に有利なのは?", 2), ("3番目は?", 3), ("三番手は", 3), ("その次は?", 3), ("2番手の戦略は?", 2),
    ("次は何をすればいい?", None), ("次の質問", None), ("2つ目の論文は?", None), ("2年目は?", None), ("2番目の要点を詳しく", None), ("次は?", None), ("次に調べることは", None),
])  # fmt: skip
def test_a_place_is_read(text, place):
    assert place_asked(text) == place


@pytest.mark.parametrize("text", ["2番手は?", "次点は", "二番目にいいのは?", "次に得なのは?", "2位の案は?"])
@pytest.mark.parametrize("asked", ["3つの戦略でどれが得?", "3つの戦略を比べて", "社員80人、製造業。どれから始める?"])
def test_the_second_leads(talked, asked, text):
    answer = talked(asked, text)[-1]
    assert lead(answer).startswith("年あたりに直した期待値で、次点は小規模プロトタイプ（期待値は**179万円のマイナス**）") and "先頭は共同研究" in answer.answer


def test_the_third_and_the_second_by_payback(talked):
    assert "三番手は共有クラウド（期待値は**295万円のマイナス**）" in lead(talked("3つの戦略でどれが得?", "2番手は?", "3番目は?")[-1])
    second, third = talked("試作と共同研究、回収が早いのは?", "次点は?", "三番目は?")[1:]
    assert lead(second).startswith("回収の早さで、次点は小規模プロトタイプで、すべて成功した場合の回収期間は着手から**4.1年**") and lead(third).startswith("比べた案はそれより少ない")


def test_told_numbers_stay_in_the_order(talked):
    half = talked("3つの戦略でどれが得?", "効果が半分だと?", "次点は?")[-1]
    assert "次点は共同研究（期待値は**509万円のマイナス**）" in lead(half)


def test_one_plan_or_a_ranking_has_no_second_plan(talked):
    assert talked("共同研究のNPVは?", "次点は?")[-1].intent != "roi"
    assert talked("NeurIPSで企業の論文が多い会社は?", "2位は?")[-1].intent == "rank"
