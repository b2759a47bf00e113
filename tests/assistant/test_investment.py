"""Investments told in a sentence: the amounts are read as written, the result is the textbook's, what cannot be read is said."""

import re

import pytest

PLAIN = "投資800万円、年間効果400万円、3年、割引率5%なら元は取れますか"


def npv(initial, benefit, years, rate):
    """Textbook: −initial + benefit / (1 + rate)^t, in yen."""
    return -initial + sum(benefit / (1 + rate) ** year for year in range(1, years + 1))


def told(ask, text):
    """The NPV of the conclusion in 万円, as a number."""
    answer = ask(text)
    assert (answer.intent, answer.outcome, answer.verdict.ok) == ("roi", "answered", True), answer.answer
    amount = re.search(r"\*\*(-?)(?:([\d,]+)億)?([\d,]+)万円\*\*", answer.answer)
    value = 10_000 * int((amount[2] or "0").replace(",", "")) + int(amount[3].replace(",", ""))
    return -value if amount[1] else value


@pytest.mark.parametrize(
    "text",
    [
        PLAIN, "投資８００万円、年間効果４００万円、３年、割引率５％なら元は取れますか", "800万投資して年400万の効果、3年、割引率5%でペイする?", "投資八百万円、年間効果四百万円、三年、割引率5%なら元は取れますか",
        "投資 ¥8,000,000 年間効果 ¥4,000,000 3年 5% NPV", "初期費用0.08億円、年間の効果は400万円、3年間、割引率5%、NPVは?",
    ],
)  # fmt: skip
def test_the_same_investment_written_differently(ask, text):
    assert told(ask, text) == round(npv(8e6, 4e6, 3, 0.05) / 1e4)


@pytest.mark.xfail(strict=False, reason="known defect: months, signs, ranges and 投資1億円 are not read yet")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投資1億円で年間効果1000万円、5年、割引率5%。採算は?", npv(1e8, 1e7, 5, 0.05)),
        ("月50万円の効果で投資800万円、3年、割引率5%、元は取れる?", npv(8e6, 6e6, 3, 0.05)),
        ("投資800万円、年間効果400万円、36か月、割引率5%、NPVは?", npv(8e6, 4e6, 3, 0.05)),
    ],
)
def test_amounts_by_month_and_large_ones(ask, text, expected):
    assert told(ask, text) == round(expected / 1e4)


def test_a_loss_is_called_one(ask):
    answer = ask("投資800万円、年間効果200万円、3年、割引率5%なら元は取れますか")
    assert "元が取れず" in answer.answer and f"**-{round(-npv(8e6, 2e6, 3, 0.05) / 1e4)}万円**" in answer.answer


def test_what_was_taken_by_default_is_said(ask):
    answer = ask("投資800万円、年間効果400万円で元は取れますか").answer
    assert "期間の指定がないため" in answer and "割引率の指定がないため" in answer
    assert "指定がないため" not in ask(PLAIN).answer


def test_the_inputs_are_repeated(ask):
    answer = ask(PLAIN).answer
    assert all(value in answer for value in ("初期投資800万円", "年間効果400万円", "期間3年", "割引率5%"))


def test_no_verdict_without_the_effect(ask):
    answer = ask("投資800万円で元は取れる?")
    assert "元が取れ" not in answer.answer and "少なくとも" in answer.answer


def test_what_is_missing_is_asked_for(ask):
    answer = ask("元は取れますか?").answer
    assert "初期投資額" in answer and "年間効果" in answer


@pytest.mark.xfail(strict=False, reason="known defect: months, signs, ranges and 投資1億円 are not read yet")
@pytest.mark.parametrize(
    "text",
    [
        "投資-100万円、年間効果50万円、3年、割引率5%でNPVは?", "投資800万円、年間効果400万円、3年、割引率-5%、NPVは?", "投資800万円、年間効果400万円、3年、割引率500%、NPVは?", "投資800万円、年間効果400万円、100年、割引率5%、NPVは?",
        "投資300万ドル、年間効果100万ドル、5年、割引率8%、NPVは?",
    ],
)  # fmt: skip
def test_what_cannot_be_calculated_is_said_and_not_replaced(ask, text):
    answer = ask(text)
    assert answer.outcome in ("answered", "not_in_data")
    assert not re.search(r"\*\*-?[\d,億]+万円\*\*", answer.answer), "a value was put in its place"
    assert answer.answer.endswith("。")


def test_follow_ups_change_one_value(assistant):
    assistant.ask(PLAIN, session="roi")
    for text, expected in (("割引率8%だと?", npv(8e6, 4e6, 3, 0.08)), ("5年なら?", npv(8e6, 4e6, 5, 0.08)), ("年間効果が300万円だと?", npv(8e6, 3e6, 5, 0.08))):
        answer = assistant.ask(text, session="roi")
        assert answer.intent == "roi" and f"**{round(expected / 1e4)}万円**" in answer.answer, text
