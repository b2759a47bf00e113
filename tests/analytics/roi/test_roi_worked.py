"""Examples worked by hand, to the yen: three or more for each strategy. The working stands beside each one."""

import pytest

from analytics.roi.evaluate import evaluate

# At 25% a yen of year 1, 2, 3, 4 is worth 0.8, 0.64, 0.512, 0.4096; at 10% 1/1.1, 1/1.21, 1/1.331.
PROTOTYPE_TAXED = {
    "profitable": "yes", "tax_rate": 30, "labour": 1_000_000, "production_cost": 5_000_000, "annual_cost": 500_000,
    "annual_benefit": 2_500_000, "ramp_year1": 50, "ramp_year2": 90, "gate1_probability": 60,
}  # fmt: skip
JOINT = {
    "labour": 1_000_000, "direct_cost": 2_000_000, "indirect_rate": 30, "researchers": 1, "production_cost": 10_000_000,
    "annual_cost": 1_000_000, "annual_benefit": 8_000_000,
}  # fmt: skip
COMBINED = {
    "operation_years": 2,
    "prototype__external_support": 1_000_000, "prototype__production_cost": 2_000_000, "prototype__annual_benefit": 3_000_000,
    "prototype__annual_cost": 1_000_000, "prototype__gate1_probability": 50,
    "joint__direct_cost": 1_000_000, "joint__production_cost": 4_000_000, "joint__annual_benefit": 8_000_000,
    "joint__annual_cost": 1_000_000, "joint__gate1_probability": 50, "joint__gate2_probability": 50, "joint_gate1_after_pass": 80,
}  # fmt: skip

EXAMPLES = {
    # y0 −1,000,000; y1 −2,200,000 → −2,000,000; y2 and y3 3,327,500 − 665,500 = 2,662,000 → 2,200,000 and 2,000,000.
    # A failure earns 20% = the running cost, so nothing: all the way 0.5 × 1,200,000 + 0.5 × (−3,000,000).
    "prototype at 10%": (
        "prototype",
        {
            "discount_rate": 10,
            "operation_years": 2,
            "external_support": 1_000_000,
            "production_cost": 2_200_000,
            "annual_cost": 665_500,
            "annual_benefit": 3_327_500,
            "gate1_probability": 50,
            "shortfall_benefit": 20,
        },  # fmt: skip
        {"npv": 1_200_000, "ev_gates": 100_000, "ev_no_gates": -900_000, "option_value": 1_000_000},
    ),
    # Stage −700,000. Full year (2,000,000 × 0.7) + 1,000,000 × 0.3 = 1,700,000; the ramp loses 875,000 and 175,000:
    # 7,450,000 − 5,000,000 = 2,450,000. Failure: stop, −5,000,000 + 1,500,000 of tax saved = −3,500,000; going on −5,250,000.
    # 0.5 × 2,450,000 − 0.5 × 3,500,000 < 0: production is never started. All the way: −700,000 + 0.3 × 2,450,000 − 0.7 ×
    # 5,250,000.
    "prototype not worth producing": (
        "prototype",
        {**PROTOTYPE_TAXED, "realise_probability": 50},
        {"npv": 1_750_000, "ev_gates": -700_000, "ev_no_gates": -3_640_000, "first_stage_after_tax": 700_000},
    ),
    # 0.9 × 2,450,000 − 0.1 × 3,500,000 = 1,855,000; × 0.6 − 700,000. All the way: −700,000 + 0.54 × 2,450,000 − 0.46 × 5,250,000.
    "prototype worth producing": (
        "prototype",
        {**PROTOTYPE_TAXED, "realise_probability": 90},
        {"npv": 1_750_000, "ev_gates": 413_000, "ev_no_gates": -1_792_000, "option_value": 2_205_000},
    ),
    # −5,000,000 − 10,000,000 + 4 × 4,000,000. Failure at half benefit: −10,000,000 + 4 × 1,000,000 = −6,000,000.
    "cloud without discounting": (
        "cloud",
        {
            "labour": 4_000_000,
            "compute": 1_000_000,
            "production_cost": 10_000_000,
            "annual_benefit": 6_000_000,
            "annual_cost": 2_000_000,
            "operation_years": 4,
            "gate1_probability": 50,
            "shortfall_benefit": 50,
        },  # fmt: skip
        {"npv": 1_000_000, "ev_gates": -2_000_000, "ev_no_gates": -5_000_000, "first_stage_after_tax": 5_000_000},
    ),
    # Production −4,000,000, two years × 1.152: success 6,250,000 → 7,200,000; failure 1,300,000 → 1,497,600.
    # 0.5 × 3,200,000 − 0.5 × 2,502,400 = 348,800; × 0.8 − 1,000,000. All the way: −1,000,000 + 0.4 × 3,200,000 − 0.6 × 2,502,400.
    "cloud at 25%": (
        "cloud",
        {
            "discount_rate": 25,
            "safety": 1_000_000,
            "production_cost": 5_000_000,
            "annual_benefit": 8_250_000,
            "annual_cost": 2_000_000,
            "operation_years": 2,
            "gate1_probability": 80,
            "realise_probability": 50,
            "shortfall_benefit": 40,
        },  # fmt: skip
        {"npv": 2_200_000, "ev_gates": -720_960, "ev_no_gates": -1_221_440},
    ),
    # Stage −700,000; production −6,000,000; three years (3,000,000 × 0.7 + 2,000,000 × 0.3) = 8,100,000;
    # subsidy min(50% × 6,000,000, 2,000,000) × 40% × (1 − 0.3) = 560,000.
    "cloud with a subsidy that may not come": (
        "cloud",
        {
            "profitable": "yes",
            "tax_rate": 30,
            "external_support": 1_000_000,
            "production_cost": 6_000_000,
            "annual_benefit": 4_000_000,
            "annual_cost": 1_000_000,
            "operation_years": 3,
            "amortisation_years": 3,
            "subsidy_scheme": "custom",
            "subsidy_rate": 50,
            "subsidy_cap": 2_000_000,
            "adoption_probability": 40,
        },  # fmt: skip
        {"npv": 1_960_000, "ev_gates": 1_960_000, "ev_without_subsidy": 1_400_000},
    ),
    # A year costs 1,000,000 + 2,000,000 × 1.3 + 440,000 = 4,040,000. Production and three years: −10,000,000 + 21,000,000.
    # Gates: −4,040,000 + 0.5 × (−4,040,000 + 0.8 × 11,000,000). All the way: −8,080,000 + 0.4 × 11,000,000 − 0.6 × 13,000,000.
    "joint without tax": (
        "joint",
        {**JOINT, "operation_years": 3, "gate1_probability": 50, "gate2_probability": 80},
        {"npv": 2_920_000, "ev_gates": -1_660_000, "ev_no_gates": -11_480_000, "stages_after_tax": 8_080_000},
    ),
    # Credit 30% × (2,000,000 + 600,000 + 440,000) = 912,000; a year 4,040,000 × 0.7 − 912,000 = 1,916,000.
    # Five years (7,000,000 × 0.7 + 600,000) − 10,000,000 = 17,500,000.
    "joint with a tax credit": (
        "joint",
        {**JOINT, "profitable": "yes", "tax_rate": 30, "credit_scheme": "oi_university"},
        {"npv": 13_668_000, "ev_gates": 13_668_000, "ev_without_credit": 11_844_000, "first_stage_after_tax": 1_916_000},
    ),
    # Corporate tax 10,000,000 × 23.2% = 2,320,000; the credit stops at 10% = 232,000 a year.
    "joint with a capped tax credit": (
        "joint",
        {**JOINT, "profitable": "yes", "tax_rate": 30, "credit_scheme": "oi_university", "taxable_income": 10_000_000},
        {"npv": 12_308_000, "stages_after_tax": 5_192_000},
    ),
    # One year takes both gates: 0.5 × 0.8. Production −4,000,000; 12,500,000 × 0.64 = 8,000,000.
    "joint in one year": (
        "joint",
        {
            "research_years": 1,
            "discount_rate": 25,
            "direct_cost": 1_000_000,
            "production_cost": 5_000_000,
            "annual_benefit": 12_500_000,
            "annual_cost": 0,
            "operation_years": 1,
            "gate1_probability": 50,
            "gate2_probability": 80,
        },  # fmt: skip
        {"npv": 3_000_000, "ev_gates": 600_000, "success_probability": 0.4},
    ),
    # 3,000,000 × 3.992710037 − 5,000,000.
    "blank: the question in the chat": (
        "blank",
        {"initial_investment": "500万", "annual_benefit": "300万", "operation_years": 5, "discount_rate": "8%"},
        {"npv": 6_978_130, "ev_gates": 6_978_130, "option_value": 0},
    ),
    # 1,815,000 × 0.6 + 1,210,000 × 0.4 = 1,573,000 → 1,430,000 + 1,300,000 − 2,420,000.
    "blank with tax": (
        "blank",
        {
            "profitable": "yes",
            "tax_rate": 40,
            "discount_rate": 10,
            "operation_years": 2,
            "amortisation_years": 2,
            "initial_investment": 2_420_000,
            "annual_benefit": 1_815_000,
        },  # fmt: skip
        {"npv": 310_000},
    ),
    "blank that never pays": (
        "blank",
        {"initial_investment": 1_000_000, "annual_benefit": 100_000, "operation_years": 3},
        {"npv": -700_000, "ev_gates": -700_000},
    ),
    "nothing": ("nothing", {}, {"npv": 0, "ev_gates": 0, "ev_no_gates": 0}),
    # 5 × 1,000,000 × 0.7; losing cannot be stopped by doing nothing.
    "nothing that loses": (
        "nothing",
        {"profitable": "yes", "tax_rate": 30, "annual_loss": 1_000_000},
        {"npv": -3_500_000, "ev_gates": -3_500_000, "option_value": 0},
    ),
    "nothing that loses at 25%": (
        "nothing",
        {"discount_rate": 25, "annual_loss": 1_000_000, "operation_years": 2},
        {"ev_gates": -1_440_000},
    ),
    # Rent 660,000 a year; own: 50,000 + 25 × 1,000 hours. 4 × 585,000 − 1,000,000.
    "buying a GPU": (
        "buy_gpu",
        {"gpu_hours": 1000, "rental_price": 660, "power_kw": 1, "pue": 1, "electricity_price": 25},
        {"npv": 1_340_000, "ev_gates": 1_340_000},
    ),
    # Half as fast: 2,000 hours of electricity.
    "buying a slower GPU": (
        "buy_gpu",
        {"gpu_hours": 1000, "rental_price": 660, "power_kw": 1, "pue": 1, "electricity_price": 25, "relative_throughput": 0.5},
        {"npv": 1_240_000},
    ),
    # Used two years, written off over four, the rest at the end: 2 × 925,000 × 0.7 + 1,000,000 × 0.3 − 1,000,000.
    "buying a GPU and scrapping it early": (
        "buy_gpu",
        {
            "profitable": "yes",
            "tax_rate": 30,
            "gpu_hours": 1000,
            "rental_price": 1000,
            "power_kw": 1,
            "pue": 1,
            "electricity_price": 25,
            "operation_years": 2,
        },  # fmt: skip
        {"npv": 595_000},
    ),
    # Prototype: −1,000,000 + 0.5 × (−2,000,000 + 4,000,000) = 0. Co-research after gate 1: −1,000,000 + 0.5 × 10,000,000 =
    # 4,000,000,
    # so starting it is worth −1,000,000 + g × 4,000,000: 2,200,000 after a pass (g = 0.8), not started after a failure (g = 0.2).
    # 0.5 × 2,200,000 = 1,100,000, against 1,000,000 without looking at the prototype. Success: 1,000,000 + 8,000,000.
    # All the way: prototype −1,000,000 + 0.5 × 2,000,000 − 0.5 × 4,000,000; co-research −2,000,000 + 0.25 × 10,000,000 − 0.75
    # × 6,000,000.
    "prototype, then joint": (
        "prototype_joint",
        COMBINED,
        {"ev_gates": 1_100_000, "information_value": 100_000, "npv": 9_000_000, "ev_no_gates": -6_000_000},
    ),
    "prototype that tells nothing": (
        "prototype_joint",
        {**COMBINED, "joint_gate1_after_pass": 50},
        {"ev_gates": 1_000_000, "information_value": 0},
    ),
    # At 25%: prototype −1,000,000 + 0.5 × (−1,600,000 + 2,304,000). Co-research −1,000,000 + 0.8 × 1,145,600 < 0: never started.
    "prototype, and joint not worth starting": (
        "prototype_joint",
        {**COMBINED, "discount_rate": 25},
        {"ev_gates": -648_000, "information_value": 0},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_worked_example(name, plain):
    strategy, changes, expected = EXAMPLES[name]
    results = evaluate(plain(strategy, **changes)).results
    for measure, amount in expected.items():
        tolerance = 1e-12 if measure == "success_probability" else 0.5
        assert getattr(results, measure) == pytest.approx(amount, abs=tolerance), measure


def test_break_even_by_hand(plain):
    """Of "prototype worth producing": 700,000 / 0.6 = 1,166,666.67 is needed at the gate.

    Realisation: 2,450,000 q − 3,500,000 (1 − q) = 1,166,666.67. Benefit: each yen adds 0.7 × (0.5 + 0.9 + 3) = 3.08 to a success,
    which has to be (1,166,666.67 + 350,000) / 0.9 = 1,685,185.19 instead of 2,450,000.
    """
    evaluation = evaluate(plain("prototype", **PROTOTYPE_TAXED, realise_probability=90))
    assert evaluation.break_even_of("realise_probability") == pytest.approx(100 * 4_666_666.6667 / 5_950_000, abs=1e-6)
    assert evaluation.break_even_of("annual_benefit") == pytest.approx(2_500_000 - 764_814.8148 / 3.08, abs=0.5)
    assert evaluation.break_even_of("gate1_probability") == pytest.approx(100 * 700_000 / 1_855_000, abs=1e-6)
    assert evaluation.break_even_success == pytest.approx(0.6 * 4_666_666.6667 / 5_950_000, abs=1e-8)


def test_paybacks_by_hand(plain):
    """−5,000,000, −10,000,000, then 4,000,000 a year: −15, −11, −7, −3, +1 million; operation starts at year 1."""
    strategy, changes, _ = EXAMPLES["cloud without discounting"]
    results = evaluate(plain(strategy, **changes)).results
    assert (results.payback.value, results.payback_operation.value) == (pytest.approx(4.75), pytest.approx(3.75))
    assert results.discounted_payback.value == pytest.approx(4.75)


def test_a_plan_that_never_pays_has_no_payback(plain):
    strategy, changes, _ = EXAMPLES["blank that never pays"]
    evaluation = evaluate(plain(strategy, **changes))
    assert evaluation.results.payback.value is None
    assert "回収せず" in evaluation.results.payback.reason_ja
    assert evaluation.break_even_of("annual_benefit") == pytest.approx(1_000_000 / 3, abs=0.5)


def test_yearly_table_by_hand(plain):
    """The taxed prototype year by year; year 2 earns 50% of the benefit."""
    table = evaluate(plain("prototype", **PROTOTYPE_TAXED)).cash_flows
    assert [round(row.net) for row in table] == [-700_000, -5_000_000, 825_000, 1_525_000, 1_700_000, 1_700_000, 1_700_000]
    assert [round(row.tax) for row in table] == [-300_000, 0, -75_000, 225_000, 300_000, 300_000, 300_000]
    assert round(table[-1].cumulative) == 1_750_000
    assert [row.phase_ja for row in table[:3]] == ["検証・研究", "本番化", "運用"]
