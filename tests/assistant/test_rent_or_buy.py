"""Renting or buying computers with the asker's own prices: by the hour, a year's upkeep, the hours used."""

import pytest

from analytics.roi import evaluate, resolve
from assistant.models import ANSWERED

OWN = "うちの場合で計算して。1台2,400万円、電気と保守で年300万円、借りると1時間3,000円、年4,000時間、4年"
CHANGES = {"purchase_price": 24_000_000, "maintenance": 3_000_000, "rental_price": 3_000, "gpu_hours": 4_000, "operation_years": 4}


KEPT = {"electricity_price": 0.0}  # what was told for electricity and upkeep holds it


def first(answer) -> str:
    return answer.answer.split("\n")[1]


def told(**changes) -> tuple[float, str]:
    """(NPV of buying instead of renting, break-even hours as written) of the engine."""
    evaluation = evaluate(resolve("buy_gpu", CHANGES | changes))
    return evaluation.results.npv, f"{round(evaluation.break_even_of('gpu_hours')):,}時間"


@pytest.mark.parametrize(
    "text",
    [
        OWN, "GPUを買うと2,400万円、借りると1時間3,000円で年4,000時間。4年で、電気と保守は年300万円。どっちが得?", "GPU購入額2400万円、保守費年300万円、借りる単価は毎時3000円、年間4000時間、4年でどちらが得か",
        "サーバーは1台2400万円、維持費は年300万円です。レンタルなら時間あたり3000円、年に4000時間、4年使うとどちらが有利?",
    ],
)  # fmt: skip
def test_ones_own_prices_are_taken_for_what_they_are(ask, text):
    answer = ask(text)
    value, level = told(**(KEPT if "電気と保守" in text else {}))
    assert answer.outcome == ANSWERED and value > 0 and "**購入**のほうが" in first(answer) and f"損益分岐は年{level}" in first(answer)
    assert all(line in answer.answer for line in ("購入額2,400万円", "毎時3,000円", "保守費は年300万円"))


def test_hours_and_prices_change_in_the_talk(talked):
    answers = talked("GPUを買うか借りるかで社内が割れています。", OWN, "年2,000時間しか使わなかったら?", "何時間使えば買った方が得?", "借りる単価が1時間1,500円なら")
    value, level = told(gpu_hours=2_000, **KEPT)
    assert value < 0 and "**借りる**ほうが" in first(answers[2]) and "年2,000時間" in first(answers[2])
    assert first(answers[3]).startswith(f"損益分岐は年**{level}**で")
    assert told(gpu_hours=2_000, rental_price=1_500, **KEPT)[1] in first(answers[4])


def test_hours_of_work_saved_are_no_rented_hours(ask):
    answer = ask("外注が1時間5,000円、月20時間減らせる。投資200万円、5年。元は取れる?")
    assert answer.outcome == ANSWERED and "購入" not in first(answer) and "黒字" in first(answer)


def test_break_even_hours_may_be_asked_alone(ask):
    answer = ask("GPUは年に何時間使えば買ったほうが得ですか")
    assert answer.intent == "roi" and first(answer).startswith("損益分岐は年")


PLAN = "1500万かけて年500万浮くとして何年で元が取れる?"
HIS = "GPUは買った方がいい?借りた方がいい?1台400万で、借りると1時間500円、週40時間くらい使うんだけど。"


def engine(**changes) -> tuple[float, str]:
    """(NPV of buying, break-even hours as written) of the standard machine but for `changes`."""
    evaluation = evaluate(resolve("buy_gpu", changes))
    return evaluation.results.npv, f"{round(evaluation.break_even_of('gpu_hours')):,}時間"


@pytest.mark.parametrize("text", ["じゃあGPUは買うのと借りるの、どっちだ。", "サーバーを買うのとクラウドを借りるの、どっちが安い?", "GPUは購入すべき?それともレンタル?", "計算機は自前で持つのと借りるのとどちらが有利ですか", "GPUって買ったほうがええの、借りたほうがええの"])
def test_after_a_plan_the_choice_stands_by_itself(talked, text):
    *_, last = talked(PLAN, text)
    assert last.outcome == ANSWERED and "**借りる**ほうが" in first(last) and f"損益分岐は年{engine()[1]}" in first(last)


@pytest.mark.parametrize("before", [(), (PLAN,), ("共同研究は大学とだよね?", PLAN), ("日本の企業参加率は?",)])
def test_ones_own_prices_are_used_wherever_they_are_told(talked, before):
    *_, last = talked(*before, HIS)
    value, level = engine(purchase_price=4e6, rental_price=500, gpu_hours=2_080)
    assert value < 0 and "年2,080時間" in first(last) and "**借りる**ほうが" in first(last) and f"損益分岐は年{level}" in first(last)


@pytest.mark.parametrize(("text", "price"), [("補助金が半分出たら変わる?", 2e6), ("補助率が2分の1なら?", 2e6), ("100万円の補助金が出たら?", 3e6), ("国が半分出してくれたら?", 2e6)])
def test_a_subsidy_lowers_the_price_of_the_machine(talked, text, price):
    *_, last = talked(PLAN, HIS, text)
    value, level = engine(purchase_price=price, rental_price=500, gpu_hours=2_080)
    assert ("**購入**のほうが" if value > 0 else "**借りる**ほうが") in first(last) and f"損益分岐は年{level}" in first(last) and "補助金" in first(last)


def test_the_standard_price_is_still_told_as_such_under_a_subsidy(talked):
    *_, last = talked("GPUを買うのと借りるの、どっちが得?", "補助金が半分出たら?")
    assert f"損益分岐は年{engine(purchase_price=5e5)[1]}" in first(last) and "購入額50万円" in last.answer and "100万円" in last.answer.split("**前提の補足**")[1]


@pytest.mark.parametrize("text", ["補助金が半分出たら変わる?", "補助金が200万円出たら?", "補助率3分の2なら?"])
def test_a_subsidy_changes_nothing_without_an_outlay(talked, text):
    *_, last = talked("年300万払って、毎年500万の効果が出るとしたら?5年で見て。", text)
    assert last.verdict.ok and first(last).startswith("補助金で結果は変わりません") and "差し引きました" not in last.answer


@pytest.mark.parametrize(("before", "text", "other"), [((), "GPUは買うべき?借りるべき?", "strategy"), (("日本の企業参加率は?",), "GPUを借りると1時間いくら?", "explain"), ((PLAN,), "GPUを借りると1時間いくらですか?", "explain"), ((PLAN,), "ABCIの料金は?", "explain")])
def test_other_questions_about_machines_are_left_alone(talked, before, text, other):
    assert talked(*before, text)[-1].intent == other
