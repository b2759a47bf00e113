"""Tax credits and subsidies: caps, no double use, and the two definitions of a small company."""

import pytest

from analytics.roi.catalogue import document
from analytics.roi.evaluate import evaluate
from analytics.roi.problems import BadInput, explain_problem
from analytics.roi.schemes import Claim, credit_cap, subsidy_amount, tax_credit, tier_cap
from analytics.roi.schemes import subsidy_entry as scheme
from analytics.roi.settings import resolve
from analytics.roi.templates import build

OUTSIDE, OWN = {"direct_cost": 1_000_000, "indirect_cost": 300_000}, {"labour": 2_000_000}


def test_credit_is_rate_times_cost_up_to_the_cap():
    claims = [Claim("oi_university", 0.30, OUTSIDE)]
    assert tax_credit(claims, corporate_tax=100_000_000) == pytest.approx(390_000)
    assert tax_credit(claims, corporate_tax=1_000_000) == pytest.approx(100_000)
    assert tax_credit(claims, corporate_tax=0) == 0


def test_separate_pools_have_separate_caps():
    """OI 10% and SME 25% of 1,000,000; two OI claims share their 10%."""
    both = [Claim("oi_university", 0.30, OUTSIDE), Claim("sme", 0.12, {"labour": 20_000_000})]
    assert tax_credit(both, 1_000_000) == pytest.approx(350_000)
    shared = [Claim("oi_university", 0.30, OUTSIDE), Claim("oi_other", 0.20, OWN)]
    assert tax_credit(shared, 1_000_000) == pytest.approx(100_000)


def test_schemes_of_one_pool_share_one_cap():
    """So that the cap of a mixed pool does not depend on which of its schemes is claimed first."""
    caps: dict[str, set[float]] = {}
    for name, entry in document()["credits"].items():
        caps.setdefault(entry["pool"], set()).add(credit_cap(name))
    assert all(len(found) == 1 for found in caps.values()), caps


def test_gotech_pays_no_more_than_the_total_of_its_years():
    """45,000,000 for one year, 75,000,000 for two, 97,500,000 for three."""
    for years, total in ((1, 45_000_000), (2, 75_000_000), (3, 97_500_000)):
        inputs = resolve("joint", {"subsidy_scheme": "gotech", "direct_cost": "3億", "research_years": years, "adoption_probability": 100}).inputs()
        assert sum(stage.subsidy for stage in build("joint", inputs).stages) == pytest.approx(total)
    combined = resolve("prototype_joint", {"joint.subsidy_scheme": "gotech", "prototype.subsidy_scheme": "gotech"}).inputs()
    assert (combined["prototype.subsidy_cap"], combined["joint.subsidy_cap"]) == (45_000_000, 37_500_000)


def test_a_cost_cannot_be_claimed_twice():
    with pytest.raises(ValueError, match="claimed under two tax credits: \\['direct_cost'\\]"):
        tax_credit([Claim("oi_university", 0.3, OUTSIDE), Claim("general", 0.1, {"direct_cost": 1})], 1e9)


def test_what_a_subsidy_pays_earns_no_credit():
    claims = [Claim("oi_university", 0.30, OUTSIDE), Claim("sme", 0.12, OWN)]
    assert tax_credit(claims, 1e9, subsidised=300_000) == pytest.approx(0.3 * 1_000_000 + 0.12 * 2_000_000)
    assert tax_credit(claims, 1e9, subsidised=2_300_000) == pytest.approx(0.12 * 1_000_000)
    assert tax_credit(claims, 1e9, subsidised=9_000_000) == 0


def test_subsidy_is_capped_by_amount_and_company_size():
    assert subsidy_amount(0.5, 4_500_000, 6_000_000) == 3_000_000
    assert subsidy_amount(0.5, 4_500_000, 60_000_000) == 4_500_000
    caps = [tier_cap(scheme("shoryoku"), employees) for employees in (5, 6, 50, 100, 101, 300)]
    assert caps == [7_500_000, 15_000_000, 30_000_000, 50_000_000, 80_000_000, 80_000_000]


def sentence(strategy: str, **changes) -> str:
    with pytest.raises(BadInput) as error:
        resolve(strategy, changes)
    assert len(error.value.problems) == 1
    return explain_problem(error.value.problems[0])


def test_the_example_company_is_small_for_subsidies_but_not_for_tax():
    """300 people, capital 300 million: 補助金では中小企業、税では中小企業者でない."""
    evaluation = evaluate(resolve("joint"))
    assert (evaluation.small_for_subsidy, evaluation.small_for_tax) == (True, False)
    assert "税法上の中小企業者（資本金1億円以下、課税所得15億円以下）だけが使えます" in sentence("joint", credit_scheme="sme")
    resolve("joint", {"subsidy_scheme": "gotech"})


def test_small_and_large_companies():
    small = evaluate(resolve("joint", {"capital_stock": "1億", "credit_scheme": "sme"}))
    assert (small.small_for_tax, small.settings.assumptions["credit_rate"].value) == (True, 12)
    assert (small.settings.assumptions["tax_rate"].value, small.settings.assumptions["tax_rate"].status) == (34.5, "未確認")
    assert "だけが使えます" in sentence("joint", capital_stock="1億", taxable_income="16億", credit_scheme="sme")
    big = {"capital_stock": "4億", "employees": 301}
    assert "補助金上の中小企業（製造業では資本金3億円以下または従業員300人以下）" in sentence(
        "joint", subsidy_scheme="gotech", **big
    )
    resolve("joint", {"subsidy_scheme": "gotech", "capital_stock": "4億", "employees": 300})
    resolve("joint", {"subsidy_scheme": "custom", "subsidy_rate": 50, "subsidy_cap": "100万", **big})


def test_general_and_sme_credits_exclude_each_other():
    words = sentence(
        "joint",
        capital_stock="1億",
        credit_scheme="sme",
        labour_credit_scheme="general",
        labour_credit_rate="10%",
        labour_dedicated=50,
    )
    assert "「中小企業技術基盤強化税制」と「一般型」は選択適用です" in words


def test_rates_that_are_not_known_have_to_be_entered():
    assert "「一般型」では税額控除率(外部費用)（credit_rate）を入力してください" in sentence("joint", credit_scheme="general")
    assert resolve("joint", {"credit_scheme": "general", "credit_rate": "10%"}).inputs()["credit_rate"] == pytest.approx(0.10)
    with pytest.raises(BadInput) as error:
        resolve("joint", {"subsidy_scheme": "custom"})
    assert {problem.key for problem in error.value.problems} == {"subsidy_rate", "subsidy_cap"}


def test_rich_companies_get_the_lower_rate_of_gotech():
    poor, rich = (resolve("joint", {"subsidy_scheme": "gotech", "taxable_income": income}) for income in ("15億", "16億"))
    assert poor.inputs()["subsidy_rate"] == pytest.approx(2 / 3)
    assert rich.inputs()["subsidy_rate"] == 0.5


def test_strategic_credit_without_certificate_is_zero():
    without, certified = (
        evaluate(resolve("joint", {"credit_scheme": "strategic", "strategic_certified": answer})).results
        for answer in ("いいえ", "はい")
    )
    assert without.ev_gates == without.ev_without_credit < certified.ev_gates


def test_dedicated_labour_earns_a_credit_of_its_own(plain):
    """Labour 1,000,000 × 50% × 10% beside 30% × 2,000,000 of direct cost, in the one year."""
    settings = plain(
        "joint", profitable="yes", tax_rate=30, research_years=1, labour=1_000_000, direct_cost=2_000_000,
        credit_scheme="oi_university",
        labour_dedicated=50, labour_credit_scheme="general", labour_credit_rate="10%", production_cost=0, annual_benefit=0,
        annual_cost=0,
    )  # fmt: skip
    assert evaluate(settings).results.npv == pytest.approx(-3_000_000 * 0.7 + 600_000 + 50_000)


def test_a_research_subsidy_comes_a_year_late_taxed_and_reduces_the_credit(plain):
    """Cost 3,000,000 → subsidy 2,000,000, adopted for certain: credit 30% × 1,000,000; the subsidy is worth 2,000,000 × 0.7
    × 0.8."""
    settings = plain(
        "joint", profitable="yes", tax_rate=30, discount_rate=25, research_years=1, direct_cost=3_000_000,
        credit_scheme="oi_university",
        subsidy_scheme="gotech", adoption_probability=100, production_cost=0, annual_benefit=0, annual_cost=0,
    )  # fmt: skip
    results = evaluate(settings).results
    assert results.npv == pytest.approx(-2_100_000 + 300_000 + 1_120_000)
    assert results.ev_without_subsidy == pytest.approx(-2_100_000 + 900_000)
    assert results.ev_without_credit == pytest.approx(-2_100_000 + 1_120_000)


def test_a_company_without_taxable_income_saves_no_tax():
    inputs = {"profitable": "no"}
    results = evaluate(resolve("joint", inputs)).results
    assert results.ev_gates == results.ev_without_credit
    assert evaluate(resolve("joint", inputs)).cash_flows[0].tax == 0
