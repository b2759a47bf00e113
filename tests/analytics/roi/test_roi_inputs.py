"""What people type, what is refused and with which sentence, and where every default comes from."""

import math
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analytics.roi.amounts import NotAnAmount, parse_amount, value_text, yen_text
from analytics.roi.catalogue import document, facts, specifications, strategy_names
from analytics.roi.evaluate import evaluate
from analytics.roi.problems import BadInput, explain_problem
from analytics.roi.settings import resolve

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
NEEDED = {"blank": {"initial_investment": "500万", "annual_benefit": "300万"}}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12000000", 12_000_000, None), ("１，２００万", 12_000_000, None), ("1,200万円", 12_000_000, "円"), ("3億", 300_000_000, None),
        ("1億2,000万円", 120_000_000, "円"), ("1.5億", 150_000_000, None), ("3千万", 30_000_000, None), ("2兆", 2e12, None),
        ("0.1億", 1e7, None),
        ("8%", 8, "%"), ("８％", 8, "%"), ("7.5パーセント", 7.5, "%"), ("6割", 6, "割"), ("5年", 5, "年"), ("300人", 300, "人"),
        ("0", 0, None),
        ("-5", -5, None), ("△1,000", -1000, None), ("▲3万円", -30_000, "円"), ("マイナス2", -2, None), ("−4", -4, None),
        ("¥500", 500, None),
        (" 1 200 ", 1200, None), ("300時間", 300, "時間"), ("1.2倍", 1.2, "倍"), ("0.8kW", 0.8, "kW"),
    ],
)  # fmt: skip
def test_amounts_as_written(text, value, unit):
    assert parse_amount(text) == (value, unit)


@pytest.mark.parametrize(
    "text",
    ["", "万", "abc", "1,2,3", "12,00万", "1万2億", "1..5", "1e7", "nan", "inf", "約300万", "3億万", "1 2 a", "--5", "三億"],
)
def test_text_that_is_no_amount(text):
    with pytest.raises(NotAnAmount):
        parse_amount(text)


@given(st.integers(-(10**14), 10**14))
def test_amounts_are_read_back_to_ten_thousand_yen(amount):
    read, unit = parse_amount(yen_text(amount))
    assert unit == "円"
    assert abs(read - amount) <= (5_000 if abs(amount) >= 10_000 else 0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0円"), (-0.2, "0円"), (9_999, "9,999円"), (10_000, "1万円"), (12_345_678, "1,235万円"), (99_999_999, "1億円"),
        (234_000_000, "2億3,400万円"), (-1_794_331, "−179万円"), (1e12, "1兆円"), (1.00005e12, "1兆5,000万円"), (-1e8, "−1億円"),
    ],
)  # fmt: skip
def test_amounts_as_shown(value, text):
    assert yen_text(value) == text


def test_other_values_as_shown():
    assert [value_text(31.52, "%"), value_text(8.0, "%"), value_text(5, "年"), value_text(1.05, "倍")] == [
        "31.52%",
        "8%",
        "5年",
        "1.05倍",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8%", 8),
        ("8", 8),
        ("８％", 8),
        ("0.08", 8),
        (0.08, 8),
        (8, 8),
        ("0", 0),
        ("0.8割", 8),
        ("100", 100),
        ("0.5%", 0.5),
        ("1", 1),
    ],
)
def test_rates(text, value):
    assert resolve("prototype", {"discount_rate": text}).assumptions["discount_rate"].value == pytest.approx(value)


@pytest.mark.parametrize(("text", "value"), [("60", 60), ("0.6", 60), ("6割", 60), ("1", 100), ("1%", 1), ("0", 0)])
def test_probabilities(text, value):
    assert resolve("prototype", {"gate1_probability": text}).assumptions["gate1_probability"].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("key", "text", "reason", "words"),
    [
        ("annual_benefit", "-5", "negative", "0以上で入力してください（入力: -5）"),
        ("annual_benefit", -5, "negative", "0以上で入力してください"),
        ("annual_benefit", "たくさん", "not_number", "「たくさん」は数字として読めません"),
        ("annual_benefit", math.nan, "not_number", "「nan」は数字として読めません"),
        ("annual_benefit", math.inf, "not_number", "「inf」は数字として読めません"),
        ("annual_benefit", True, "not_number", "「True」は数字として読めません"),
        ("annual_benefit", "", "missing", "年間効果(立上げ後)（annual_benefit）が入力されていません"),
        ("annual_benefit", None, "missing", "が入力されていません"),
        ("annual_benefit", "999兆", "range", "0円〜1兆円の範囲で"),
        ("annual_benefit", "8%", "unit", "この項目の単位は「円」です"),
        ("discount_rate", "5万円", "unit", "この項目の単位は「%」です"),
        ("discount_rate", "150%", "range", "0%〜100%の範囲で"),
        ("operation_years", "0", "range", "1年〜50年の範囲で"),
        ("operation_years", "51年", "range", "1年〜50年の範囲で"),
        ("operation_years", "2.5", "whole", "整数で入力してください（入力: 2.5）"),
        ("operation_years.low", "3", "no_range", "低い値・高い値を指定できません"),
        ("annual_benefit.low", "2000万", "order", "低い値 ≦ 基準の値 ≦ 高い値"),
        ("profitable", "たぶん", "choice", "選べるもの: はい、いいえ"),
        ("credit_scheme", "大盛り", "choice", "oi_university（OI型(大学等)）"),
        ("yearly_benefit", "1", "unknown_key", "「yearly_benefit」という項目はありません。使える項目: labour、"),
        ("credit_rate", "30%", "needs_scheme", "先に「税額控除の型(外部費用)」（credit_scheme）を選んでください"),
        ("adoption_probability", "30%", "needs_scheme", "先に「補助金」（subsidy_scheme）を選んでください"),
        ("overrun_mode", "3", "order", "低0.9倍、基準3倍、高1.5倍"),
        ("overrun_tail_mean", "10", "overrun", "大きな超過の始まり（1.5倍）から計算できる範囲で"),
    ],
)
def test_each_bad_field_has_its_sentence(key, text, reason, words):
    with pytest.raises(BadInput) as error:
        resolve("prototype", {key: text})
    assert [problem.reason for problem in error.value.problems] == [reason]
    assert words in explain_problem(error.value.problems[0])


def test_all_bad_fields_are_named_at_once():
    with pytest.raises(BadInput) as error:
        resolve("blank", {"discount_rate": "高い", "operation_years": 99, "foo": 1})
    assert [(problem.key, problem.reason) for problem in error.value.problems] == [
        ("discount_rate", "not_number"), ("operation_years", "range"), ("foo", "unknown_key"), ("initial_investment", "missing"),
        ("annual_benefit", "missing"),
    ]  # fmt: skip
    assert all(explain_problem(problem) for problem in error.value.problems)


def test_unknown_strategy():
    with pytest.raises(BadInput) as error:
        resolve("gamble")
    assert explain_problem(error.value.problems[0]).startswith(
        "「gamble」という戦略はありません。使える戦略: prototype、cloud、joint"
    )


def test_screening_has_to_keep_the_average():
    """Prototype passes 60%, joint gate 1 70%: after a pass at least 70%, at most 100%; with 90% and 50%, at most 55.56%."""
    with pytest.raises(BadInput) as error:
        resolve("prototype_joint", {"prototype.gate1_probability": 90, "joint.gate1_probability": 50})
    assert "50%〜55.56%の範囲で" in explain_problem(error.value.problems[0])


@pytest.mark.parametrize("years", [1, 50])
@pytest.mark.parametrize("rate", ["0", "100%"])
@pytest.mark.parametrize("strategy", strategy_names())
def test_edges_of_the_horizon_and_of_the_rate_are_evaluated(strategy, years, rate):
    results = evaluate(
        resolve(strategy, {**NEEDED.get(strategy, {}), "operation_years": years, "discount_rate": rate}), 1_000
    ).results
    assert math.isfinite(results.ev_gates)
    assert results.option_value >= -1e-6


def test_a_new_value_keeps_the_relative_range():
    """3 million – 12 million – 25 million moves to 6 – 24 – 50; the value is the user's now."""
    entry = resolve("prototype", {"annual_benefit": "2400万"}).assumptions["annual_benefit"]
    assert (entry.low, entry.value, entry.high, entry.status, entry.source_id) == (6e6, 24e6, 50e6, "入力値", None)
    given_low = resolve("prototype", {"annual_benefit": "2400万", "annual_benefit.low": "2000万"}).assumptions["annual_benefit"]
    assert (given_low.low, given_low.high) == (20e6, 50e6)
    assert resolve("prototype", {"gate1_probability": 90}).assumptions["gate1_probability"].high == 100


@pytest.mark.parametrize("strategy", strategy_names())
@pytest.mark.parametrize("scheme", ["none", "oi_university", "strategic_joint"])
@pytest.mark.parametrize("subsidy", ["none", "digital_ai", "gotech"])
def test_every_default_is_sourced_or_marked(strategy, scheme, subsidy):
    chosen = {key: scheme for key in specifications(strategy) if key.rpartition(".")[2] == "credit_scheme"}
    chosen |= {key: subsidy for key in specifications(strategy) if key.endswith("subsidy_scheme")}
    settings = resolve(strategy, {**chosen, **NEEDED.get(strategy, {})})
    for key, entry in settings.assumptions.items():
        if key in chosen or key in NEEDED.get(strategy, {}):
            assert entry.status == "入力値"
        elif entry.source_id is None:
            assert entry.status == "仮置き", key
        else:
            fact = facts()[entry.source_id]
            assert entry.status == ("未確認" if fact.confidence == "low" else "出典あり"), key
            assert entry.source_title == fact.source_title and entry.as_of, key
        assert set(entry.see) <= set(facts())


def test_unverified_and_placeholder_defaults_are_told_apart():
    entries = {**resolve("buy_gpu").assumptions, **resolve("prototype").assumptions}
    statuses = {
        key: entries[key].status
        for key in ("pue", "electricity_price", "power_kw", "annual_benefit", "discount_rate", "payback_limit")
    }
    assert statuses == {
        "pue": "未確認", "electricity_price": "出典あり", "power_kw": "仮置き", "annual_benefit": "仮置き", "discount_rate": "出典あり",
        "payback_limit": "未確認",
    }  # fmt: skip


def test_sources_are_those_of_the_fact_sheet(roi_facts_file):
    """Value, range, source, date and confidence were copied, not retyped; the notes are in our own words, with the same numbers."""
    sheet = {entry["id"]: entry for entry in yaml.safe_load(roi_facts_file.read_text(encoding="utf-8"))}
    for name, fact in facts().items():
        entry = sheet[name]
        assert (fact.value, fact.low, fact.high, fact.unit) == (entry["value"], entry["low"], entry["high"], entry["unit"]), name
        texts = (entry["source_title"], entry["source_url"], str(entry["as_of"]), entry["conf"])
        assert (fact.source_title, fact.source_url, fact.as_of, fact.confidence) == texts, name
        assert sorted(NUMBER.findall(fact.note)) == sorted(NUMBER.findall(entry["note"] or "")), name
        assert not fact.note or fact.note != entry["note"], name


def test_only_used_facts_are_kept():
    """Every source is the origin of a default, a rental price, a scheme, a threshold, or something to look at."""
    text = document()
    used = {entry["source"] for entry in (*text["rental_prices"], *text["thresholds"].values())} | {"usd_jpy", "life_software"}
    for entry in (*text["credits"].values(), *text["subsidies"].values()):
        used |= {entry[key] for key in ("rate_source", "cap_source", "fact") if key in entry} | set(entry.get("see", ()))
    for strategy in strategy_names():
        for spec in specifications(strategy).values():
            used |= {spec.source_id, spec.small_company_source, *spec.see}
    assert set(facts()) - used == set()
