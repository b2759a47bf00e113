"""A subsidy told as a part of what is spent, and lengths that are set or moved."""

import pytest

from analytics.roi import evaluate, resolve, simple
from analytics.roi.amounts import yen_text
from assistant.roi.wording import said
from assistant.understand.plans.investment import Investment, read_investment

OWN = "投資1,500万円、年間効果350万円、5年、割引率4%で回収できますか"


def conclusion(answer):
    return answer.answer.partition("**結論**\n")[2].split("\n")[0]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("補助金が半分出たら?", 50), ("補助率50%の補助金が出たら", 50), ("2/3補助なら", 200 / 3), ("補助金が3割つくと", 30), ("3分の2の補助が出れば", 200 / 3), ("半額補助されたら", 50), ("投資の半分を補助金で賄えたら", 50), ("国が半分出してくれたら", 50), ("費用の4割を国から補助してもらえたら", 40), ("助成金が1/2出るとして", 50),
    ],
)  # fmt: skip
def test_a_part_that_a_subsidy_pays(text, percent):
    told = read_investment(text)
    assert told.granted == pytest.approx(percent) and not told.unused and told.subsidy is None and not told.factors


@pytest.mark.parametrize("text", ["補助金が3割減ったら", "補助対象経費が500万円なら", "効果が半分だと", "採択率50%なら", "補助金が採択される確率は5割", "補助金で費用が3割減ったら"])
def test_what_is_no_part_of_a_subsidy(text):
    assert read_investment(text).granted is None and read_investment(text).subsidy is None


def test_amounts_and_limits_of_a_subsidy():
    assert read_investment("750万円の補助が出たら").subsidy == read_investment("補助金750万円が出たら").subsidy == 7.5e6
    told = read_investment("補助率2/3、上限500万円の補助金が取れたら")
    assert (told.grant_cap, told.fund) == (5e6, None)
    assert "granted" in read_investment("補助率が150%なら").problems


def npv(initial, benefit=3.5e6, years=5):
    return yen_text(simple(initial, benefit, years, 0.04).npv)


@pytest.mark.parametrize(
    ("texts", "left", "told"),
    [
        (("補助金が半分出たら?",), 7.5e6, "初期投資1,500万円の50%、750万円"), (("2/3補助なら",), 5e6, "初期投資1,500万円の66.7%、1,000万円"), (("補助金が半分出たら?", "補助金がなかったら?"), 15e6, ""), (("補助金が半分出たら?", "補助金300万円だと?"), 12e6, "補助金300万円"),
        (("補助金300万円が出たら", "3割補助なら"), 10.5e6, "30%、450万円"), (("補助率50%、上限500万円の補助金が取れたら",), 10e6, "上限500万円"),
    ],
)  # fmt: skip
def test_a_subsidy_lowers_the_outlay(talked, texts, left, told):
    *_, answer = talked(OWN, *texts)
    assert f"NPV）は**{npv(left)}**" in conclusion(answer) and told in conclusion(answer) and answer.verdict.ok
    assert answer.actions[0]["changes"]["initial_investment"] == pytest.approx(left)


def test_a_subsidy_of_a_strategy_pays_for_production(talked):
    *_, answer = talked("共同研究の採算は", "補助率50%の補助金が出たら")
    changes = answer.actions[0]["changes"]
    assert (changes["subsidy_rate"], changes["subsidy_cap"], changes["adoption_probability"]) == (50, 15e6, 100)
    assert "本番化費用3,000万円の50%、1,500万円" in conclusion(answer) and "に変わります" in conclusion(answer)


def test_a_question_for_schemes_is_no_supposition(talked):
    *_, answer = talked(OWN, "使える補助金はある?")
    assert answer.intent == "explain" and "NPV" not in conclusion(answer)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3年に延ばしたら", {"years": 3, "term": True}), ("研究を3年に延ばしたら", {"research": 3}), ("運用を10年に延ばしたら", {"years": 10, "term": False}), ("もう1年やるとしたら", {"differences": (("years", 1),)}), ("あと2年続けると", {"differences": (("years", 2),)}),
        ("運用をもう2年延ばすと", {"differences": (("operation", 2),)}), ("1年短縮できたら", {"differences": (("years", -1),)}), ("効果が1年遅れたら", {"delay": 1, "differences": ()}), ("あと1年で回収できる?", {"limit": 1, "differences": ()}), ("導入が1年延びたら", {"delay": 1, "differences": ()}),
    ],
)  # fmt: skip
def test_lengths_that_are_set_or_moved(text, expected):
    told = read_investment(text)
    assert {name: getattr(told, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("texts", "changes"),
    [
        (("共同研究の採算は", "3年に延ばしたら"), {"research_years": 3}), (("共同研究の採算は", "もう1年やるとしたら"), {"research_years": 3}), (("共同研究の採算は", "期間を1年に縮めたら"), {"research_years": 1}), (("共同研究の採算は", "運用を10年に延ばしたら"), {"operation_years": 10}),
        (("小規模プロトタイプの採算は", "もう1年やるとしたら"), {"operation_years": 6}), (("共同研究の採算は", "もう1年やるとしたら", "運用を10年に延ばしたら"), {"research_years": 3, "operation_years": 10}),
    ],
)  # fmt: skip
def test_which_length_of_a_strategy_moves(talked, texts, changes):
    *_, answer = talked(*texts)
    assert answer.actions[0]["changes"] == changes and answer.verdict.ok
    plan = "joint" if "共同研究" in texts[0] else "prototype"
    assert f"**{said(evaluate(resolve(plan, changes)).results.ev_gates)}**" in conclusion(answer)
    assert ("研究の期間" in conclusion(answer)) == ("research_years" in changes)


def test_ones_own_years_move(talked):
    _, longer, shorter = talked(OWN, "あと2年使えたら", "1年短縮したら")
    assert npv(15e6, years=7) in conclusion(longer) and npv(15e6, years=6) in conclusion(shorter)
    *_, unsaid = talked("投資1,500万円、年間効果350万円、割引率4%で回収できますか", "あと2年使えたら")
    assert npv(15e6, years=7) in conclusion(unsaid)  # two more than the usual five


def test_a_moved_length_that_research_cannot_have_is_said(talked):
    *_, answer = talked("共同研究の採算は", "研究期間10年だと", "もう2年やるとしたら")
    assert conclusion(answer).startswith("研究期間12年は、1〜10年の整数でないため")


def test_what_a_later_message_leaves_out_is_kept():
    told = read_investment("効果が半分だと?").over(read_investment("投資1500万円、年間効果350万円、補助率50%").over(Investment()))
    assert told.granted == 50 and told.benefit.value == 1.75e6
