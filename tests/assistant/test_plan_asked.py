"""What is told of the firm is no cost of its plan, and a question on a calculated plan is answered first."""

import uuid

import pytest

from analytics.roi import evaluate, resolve
from assistant.roi.mapped import changes
from assistant.roi.wording import said
from assistant.understand.investment import read_investment


@pytest.fixture
def talked(assistant):
    """Questions in a row → their answers, in a conversation of its own."""
    return lambda *texts: [assistant.ask(text, session=session) for session in [uuid.uuid4().hex] for text in texts]


def first_line(answer):
    assert answer.verdict.ok and answer.outcome == "answered", answer.answer
    return answer.answer.split("\n")[1]


def value(strategy, told=None):
    return said(evaluate(resolve(strategy, told or {})).results.ev_gates)


# -- the firm and the plan ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("うちは研究開発費が年80億円、AI担当は6人です。共同研究の投資対効果は?", {"spending": 8e9, "team": 6, "budget": None, "staff": None}),
        ("研究開発費が年80億円の会社です。共同研究に年1,000万円出すと?", {"spending": 8e9, "budget": 1e7, "unused": ()}),
        ("R&D予算20億円の企業です。共同研究の採算は?", {"spending": 2e9, "initial": None, "fund": None}),
        ("AI人材が10人いる。共同研究のROIは?", {"team": 10, "staff": None, "employees": None}),
        ("研究開発費5000万円、年間効果2000万円", {"spending": None, "production": 5e7}), ("共同研究の研究開発費は年1000万円", {"spending": None, "budget": 1e7}),
        ("AI担当は2人で進める", {"team": None, "staff": 2}), ("AI担当を3人つける", {"team": None, "staff": 3}), ("社員6人の会社", {"team": None, "employees": 6}),
    ],
)  # fmt: skip
def test_the_size_of_a_firm_is_told_apart_from_its_plan(text, expected):
    told = read_investment(text)
    assert {name: getattr(getattr(told, name), "value", getattr(told, name)) for name in expected} == expected


def test_a_firms_research_budget_is_no_cost_of_its_plan(assistant):
    line = first_line(assistant.ask("うちは研究開発費が年80億円、AI担当は6人です。共同研究をやるなら投資対効果はどうなりますか。"))
    assert value("joint") in line and "研究開発費80億円は会社全体の額" in line and "担当6人は社内の体制" in line
    line = first_line(assistant.ask("研究開発費が年80億円の会社です。共同研究に年1,000万円出すと採算はどうなりますか。"))
    yearly = value("joint", changes("joint", read_investment("年1000万円の共同研究")))
    assert yearly != value("joint") and yearly in line and "研究開発費80億円は会社全体の額" in line and "お書きください" not in line.partition("会社全体の額")[2]
