"""From planted venues to records, figures and claims; what cannot be estimated is told."""

import json

import numpy as np
import pytest
from causal_panels import AI, OTHERS, STORED, planted_records, rows_of

from analytics.__main__ import main
from analytics.divide import causal
from analytics.divide.causal_figures import causal_figures, pretrend_doubt
from analytics.divide.claims import PAPER, claim_figures, first_lasting_year
from analytics.divide.computed import CAUSAL_FILE, read_json, write_json
from analytics.divide.panel_outcomes import MIN_PAPERS, make_sample, outcome_measure


def test_samples_take_the_venues_that_their_rule_names(planted):
    def size(venue, year):
        if venue == "a0" and year == 2015:
            return MIN_PAPERS - 1  # one year too small
        if venue == "a1" and year % 2:
            return 0  # meets every other year: two years before 2012
        return 1000

    counts = planted([row for row in rows_of(size=size) if row["known"]]).counts
    measure = outcome_measure(counts, "firm_share", None)
    names = {kind: make_sample(counts, measure, kind, 2021) for kind in ("balanced", "unbalanced", "two_year")}
    treated = {kind: set(sample.panel.treated_names) for kind, sample in names.items()}
    assert treated == {"balanced": set(AI) - {"a0", "a1"}, "unbalanced": set(AI) - {"a1"}, "two_year": set(AI)}
    panel = names["unbalanced"].panel
    assert np.isnan(panel.outcome[panel.times.index("2015"), panel.units.index("a0")])
    assert names["two_year"].panel.times[:3] == ("2008-2009", "2010-2011", "2012-2013")
    assert names["two_year"].panel.treated[:, 0].tolist() == [False, False] + [True] * 5
    assert len(make_sample(counts, measure, "balanced", 2019).panel.times) == 13


def test_sample_holds_the_shares_and_papers(planted):
    counts = planted(rows_of()).counts
    sample = make_sample(counts, outcome_measure(counts, "firm_share", None), "balanced", 2021)
    place = sample.panel.times.index("2010"), sample.panel.units.index("x03")
    assert sample.panel.outcome[place] == pytest.approx(10 + 2 + 1.5) and sample.papers[place] == 1000
    assert (sample.treated, sample.control) == (8, 12)


def test_records_figures_and_claims_of_a_planted_effect(planted, tmp_path, monkeypatch):
    monkeypatch.setattr(causal, "OUTCOMES", (("firm_share", None), ("tier_share", "301-500")))
    divide, records = planted_records(planted)
    assert {record["sample"] for record in records["gsynth"]} == {"balanced", "unbalanced", "two_year"}
    figures = causal_figures(divide.counts, records)
    by_id = {figure.id: figure for figure in figures}
    assert len(by_id) == len(figures)
    head = by_id["firm_share_gsynth.ai.2012-2021"]
    assert head.value == pytest.approx(5, abs=1) and 0 < head.low < head.value < head.high  # ten points in half of the years
    assert by_id["firm_share_gsynth.ai.2021"].value == pytest.approx(10, abs=1.5)
    assert by_id["firm_share_gsynth.ai.2014"].value == pytest.approx(0, abs=1.5)
    assert [key for key in by_id if key.startswith("firm_share_gsynth.ai.2012-2021.factors-")]
    assert by_id["firm_share_synth.ai.2012-2021"].value == pytest.approx(5, abs=1.5)
    assert by_id["firm_share_did_fe.ai.2007-2011_2017-2021"].value == pytest.approx(10, abs=1)
    whole = {kind: by_id[f"firm_share_did_{kind}.ai.2007-2011_2012-2021"].value for kind in ("pooled", "fe", "composition")}
    assert whole["composition"] == whole["pooled"] - whole["fe"] > 1
    for record in records["gsynth"]:
        if record["sample"] == "balanced":  # years and venues belong to the chosen number of factors
            att = record["runs"][record["factors"]]["att"]["value"]
            assert np.mean([each["value"] for each in record["by_period"]]) == pytest.approx(att, abs=STORED)
            assert np.mean([each["value"] for each in record.get("by_venue", [{"value": att}])]) == pytest.approx(att, abs=STORED)
    assert first_lasting_year(figures) == 2017
    claim = next(figure for figure in claim_figures(figures) if figure.metric == "claim_rise_start")
    assert claim.parts["paper"] == PAPER and "2017年から" in claim.parts["recount_ja"]
    for figure in (by_id[key] for key in claim.parts["figures"]):
        assert figure.display in claim.parts["recount_ja"]
    write_json(records, tmp_path / CAUSAL_FILE)
    assert read_json(tmp_path / CAUSAL_FILE) == records


def test_result_does_not_depend_on_workers(planted, monkeypatch):
    monkeypatch.setattr(causal, "OUTCOMES", (("firm_elite_share", None),))
    monkeypatch.setattr(causal, "LAST_YEARS", (2021,))
    assert planted_records(planted, workers=1)[1] == planted_records(planted, workers=2)[1]


def test_what_cannot_be_estimated_is_listed_with_its_reason(planted):
    few = [row for row in rows_of() if row["venue"] in (*AI[:4], *OTHERS)]
    records = causal.compute(planted(few).counts, draws=40, workers=1)
    assert records["gsynth"] == [] and records["did"] == []
    assert {
        "metric": "firm_share",
        "tier": None,
        "sample": "balanced",
        "last_year": 2021,
        "reason": "4 AI and 12 other venues: too few",
    } in records["missing"]
    short = causal.compute(planted([row for row in rows_of() if row["year"] < 2015]).counts, draws=40, workers=1)
    assert short["missing"] == [{"reason": "the data lack years of 2007-2021"}]
    with pytest.raises(ValueError, match="20 or more"):
        causal.compute(planted(few).counts, draws=5)


def test_command_tells_what_was_not_estimated(tiny_built, tiny, monkeypatch, capsys):
    monkeypatch.setattr("analytics.divide.measures.Divide.open", lambda: tiny)
    assert main(["causal", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"figures": []} and "not estimated: {'reason': 'the data lack years of 2007-2021'}" in err


@pytest.mark.filterwarnings("ignore:covariance of constraints", "ignore:invalid value")
def test_an_outcome_that_never_varies_is_a_reason_and_no_number(planted, monkeypatch):
    monkeypatch.setattr(causal, "OUTCOMES", (("big_tech_share", None),))
    records = causal.compute(planted(rows_of()).counts, draws=40, workers=1)
    reasons = {each["reason"] for each in records["missing"] if each["metric"] == "big_tech_share"}
    assert "the outcome does not vary enough to estimate its error" in reasons and "NaN" not in json.dumps(records)


def test_verdict_of_a_claim_follows_the_interval(planted, monkeypatch):
    monkeypatch.setattr(causal, "SAMPLES", ())
    divide, records = planted_records(planted)
    told = {figure.metric: figure.parts["recount_ja"] for figure in claim_figures(causal_figures(divide.counts, records))}
    assert "はっきりしません" in told["claim_lower_tier"]
    record = next(record for record in records["did"] if record["tier"] == "301-500")
    record["fixed_effects"] |= {"value": -3.0, "low": -4.0, "high": -2.0}
    told = {figure.metric: figure.parts["recount_ja"] for figure in claim_figures(causal_figures(divide.counts, records))}
    assert "はっきりしています" in told["claim_lower_tier"] and "-3.0ポイント" in told["claim_lower_tier"]


def test_a_doubtful_choice_and_narrow_intervals_are_told(planted, monkeypatch):
    monkeypatch.setattr(causal, "OUTCOMES", (("firm_share", None),))
    divide, records = planted_records(planted)
    record = next(record for record in records["gsynth"] if (record["sample"], record["last_year"]) == ("balanced", 2021))
    for indicated, told in ((record["factors"] + 2, True), (record["factors"], False)):
        record["indicated"] = indicated
        head = next(each for each in causal_figures(divide.counts, records) if each.id == "firm_share_gsynth.ai.2012-2021")
        assert any(f"因子{indicated}個が合いますが" in caveat for caveat in head.caveats_ja) is told
        assert f"因子{record['factors']}個を交差検証と情報量基準で選択" in head.method_ja
    for missing, told in ((3, True), (0, False)):
        record["missing_cells"] = missing
        head = next(each for each in causal_figures(divide.counts, records) if each.id == "firm_share_gsynth.ai.2012-2021")
        assert any("狭めです" in caveat for caveat in head.caveats_ja) is told


@pytest.mark.parametrize(("chance", "doubted"), [(0.001, True), (0.0499, True), (0.05, False), (0.9, False)])
def test_a_difference_before_the_start_that_chance_rarely_shows_casts_doubt(chance, doubted):
    told = pretrend_doubt({"pretrend_p": chance})
    assert bool(told) == doubted and all(f"{100 * chance:.1f}%" in line for line in told)


def test_the_placebo_takes_no_more_factors_than_its_years_carry(planted, monkeypatch):
    counts = planted(rows_of(lambda year: 8 if year >= 2012 else 0, noise=20)).counts
    measure = outcome_measure(counts, "firm_share", None)
    sample = make_sample(counts, measure, "balanced", 2021)
    taken, real = [], causal.placebo

    def spy(panel, periods, factors, **options):
        taken.append(factors)
        return real(panel, periods, factors, **options)

    monkeypatch.setattr(causal, "placebo", spy)
    task = causal.Task("university_share", None, sample, 100)
    result = causal.estimate(sample.panel, 3)
    causal.extras(task, result, causal.infer(result, draws=100))
    assert taken == [len(causal.BEFORE) - causal.PLACEBO_PERIODS - 1] and taken[0] < 3
