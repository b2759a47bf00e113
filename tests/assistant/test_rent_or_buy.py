"""Renting or buying computers with the asker's own prices: by the hour, a year's upkeep, the hours used."""

import pytest

from analytics.roi import evaluate, resolve
from assistant.models import ANSWERED

OWN = "うちの場合で計算して。1台2,400万円、電気と保守で年300万円、借りると1時間3,000円、年4,000時間、4年"
CHANGES = {"purchase_price": 24_000_000, "maintenance": 3_000_000, "rental_price": 3_000, "gpu_hours": 4_000, "operation_years": 4}


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
    value, level = told()
    assert answer.outcome == ANSWERED and value > 0 and "**購入**のほうが" in first(answer) and f"損益分岐は年{level}" in first(answer)
    assert all(line in answer.answer for line in ("購入額2,400万円", "毎時3,000円", "保守費は年300万円"))


def test_hours_and_prices_change_in_the_talk(talked):
    answers = talked("GPUを買うか借りるかで社内が割れています。", OWN, "年2,000時間しか使わなかったら?", "何時間使えば買った方が得?", "借りる単価が1時間1,500円なら")
    value, level = told(gpu_hours=2_000)
    assert value < 0 and "**借りる**ほうが" in first(answers[2]) and "年2,000時間" in first(answers[2])
    assert first(answers[3]).startswith(f"損益分岐は年**{level}**で")
    assert told(gpu_hours=2_000, rental_price=1_500)[1] in first(answers[4])


def test_hours_of_work_saved_are_no_rented_hours(ask):
    answer = ask("外注が1時間5,000円、月20時間減らせる。投資200万円、5年。元は取れる?")
    assert answer.outcome == ANSWERED and "購入" not in first(answer) and "黒字" in first(answer)


def test_break_even_hours_may_be_asked_alone(ask):
    answer = ask("GPUは年に何時間使えば買ったほうが得ですか")
    assert answer.intent == "roi" and first(answer).startswith("損益分岐は年")
