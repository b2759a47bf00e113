"""Causal estimates on venues: planted effects, the same regressions done by hand, and the shipped numbers."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from analytics.__main__ import main
from analytics.divide import causal
from analytics.divide.causal_figures import causal_figures
from analytics.divide.claims import PAPER, claim_figures, first_lasting_year
from analytics.divide.classic_synth import PENALTY, objective, polish, synthesise
from analytics.divide.computed import CAUSAL_FILE, Computed, computed, read_json, write_json
from analytics.divide.gsynth import estimate, validate
from analytics.divide.panel import GROUPS
from analytics.divide.panel_outcomes import MIN_PAPERS, OUTCOMES, make_sample, outcome_measure
from analytics.divide.periods import AFTER, BEFORE
from analytics.divide.regression import event_study, fixed_effects_did, pooled_did, two_stage_did, venue_years
from analytics.errors import DataMissing, NotInData, UnknownName

YEARS = BEFORE + AFTER
STORED = 0.51 * 10**-causal.DIGITS  # half a unit of the last digit that is stored
REPOSITORY = Path(__file__).parents[2]
AI, OTHERS = [f"a{number}" for number in range(8)], [f"x{number:02}" for number in range(12)]


def rows_of(effect=lambda year: 0, size=lambda venue, year: 1000, noise=0):
    """Venue-years whose firm share is level + trend + effect for AI venues (points); `noise` papers more or fewer."""
    random = np.random.default_rng(2)
    found = []
    for number, venue in enumerate(AI + OTHERS):
        for year in YEARS:
            known = size(venue, year)
            share = 10 + number % 9 + 0.5 * (year - 2007) + (effect(year) if venue in AI else 0)
            firm = int(round(known * share / 100)) + (int(random.integers(-noise, noise + 1)) if noise else 0)
            others = {group: known // 3 + int(random.integers(0, noise + 1)) for group in GROUPS} if noise else {}
            found.append({"venue": venue, "year": year, "known": known, **others, "firm": firm})
    return found


def uneven(venue, year):
    return 500 + 97 * (sum(map(ord, venue)) % 7) + 10 * (year - 2007)


def growing(venue, year):
    """The AI venue with most firm papers grows tenfold."""
    return 10000 if venue == "a7" and year >= 2012 else 1000


def firm_rows(divide):
    return venue_years(divide.counts, outcome_measure(divide.counts, "firm_share", None), YEARS)


# -- difference-in-differences ------------------------------------------------------------------------------------------------


def test_planted_effect_is_recovered_by_every_regression(planted):
    rows = firm_rows(planted(rows_of(lambda year: 8 if year >= 2012 else 0)))
    for found in (pooled_did(rows), fixed_effects_did(rows), fixed_effects_did(rows, weighted=False)):
        assert found.value == pytest.approx(8, abs=1e-9)
    events = event_study(rows)
    assert events.base == 2011 and set(events.by_year) == set(YEARS) - {2011}
    assert [round(events.by_year[year].value, 9) + 0 for year in YEARS if year != 2011] == [0] * 4 + [8] * 10


def test_composition_moves_the_pooled_estimate_alone(planted):
    """Nothing changes inside any venue."""
    rows = firm_rows(planted(rows_of(size=growing)))
    assert pooled_did(rows).value > 1.5
    assert fixed_effects_did(rows).value == pytest.approx(0, abs=1e-9)


def test_two_stages_tell_a_late_rise_from_an_early_one(planted):
    rows = firm_rows(planted(rows_of(lambda year: 10 if year >= 2017 else 0)))
    stages = two_stage_did(rows)
    assert {years: round(found.value, 9) + 0 for years, found in stages.items()} == {
        tuple(range(2012, 2017)): 0,
        tuple(range(2017, 2022)): 10,
    }


def test_estimate_and_clustered_error_are_those_of_the_formulas(planted):
    """By hand: weighted least squares on dummies, then the sandwich with the venues' summed scores and both corrections."""
    rows = firm_rows(planted(rows_of(lambda year: 3 if year >= 2012 else 0, size=uneven, noise=20)))
    venues, years = np.unique(rows.venue), np.unique(rows.year)
    effect = rows.is_ai & (rows.year >= 2012)
    design = np.column_stack([effect, rows.venue[:, None] == venues, rows.year[:, None] == years[1:]]).astype(float)
    weighted = design * rows.papers[:, None]
    bread = np.linalg.inv(design.T @ weighted)
    coefficients = bread @ weighted.T @ rows.share
    scores = weighted * (rows.share - design @ coefficients)[:, None]
    summed = np.stack([scores[rows.venue == venue].sum(axis=0) for venue in venues])
    n, k, groups = len(rows.share), design.shape[1], len(venues)
    variance = (bread @ summed.T @ summed @ bread)[0, 0] * groups / (groups - 1) * (n - 1) / (n - k)
    found = fixed_effects_did(rows)
    assert found.value == pytest.approx(coefficients[0], abs=1e-9) and found.se == pytest.approx(variance**0.5, rel=1e-6)
    assert (found.high - found.low) / 2 == pytest.approx(2.0930 * found.se, rel=1e-4)  # t with 19 degrees of freedom


def test_pretrend_test_sees_a_difference_before_the_start(planted):
    calm = event_study(firm_rows(planted(rows_of(lambda year: 10 if year >= 2012 else 0, noise=20))))
    moving = event_study(firm_rows(planted(rows_of(lambda year: 2 * (year - 2011) if year < 2011 else 0, noise=20))))
    assert calm.pretrend_p > 0.05 > moving.pretrend_p


def test_too_few_venues_have_no_regression(planted):
    few = [row for row in rows_of() if row["venue"] in (*AI[:4], *OTHERS)]
    with pytest.raises(NotInData):
        firm_rows(planted(few))


# -- samples ------------------------------------------------------------------------------------------------------------------


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


# -- everything together -----------------------------------------------------------------------------------------------------


def planted_records(planted, workers=1):
    rows = rows_of(lambda year: 10 if year >= 2017 else 0, size=growing, noise=15)
    divide = planted(rows)
    return divide, causal.compute(divide.counts, draws=40, workers=workers)


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


def test_classic_synthetic_control_needs_every_cell(planted):
    rows = [row for row in rows_of() if (row["venue"], row["year"]) != ("a0", 2015)]
    counts = planted(rows).counts
    with pytest.raises(ValueError, match="without missing cells"):
        synthesise(make_sample(counts, outcome_measure(counts, "firm_share", None), "unbalanced", 2021).panel)


@pytest.mark.parametrize("seed", range(5))
def test_polished_weights_are_the_one_minimum(seed):
    """From any start the same weights, which meet the conditions of a minimum (Karush-Kuhn-Tucker)."""
    random = np.random.default_rng(seed)
    donors, own = random.normal(20, 5, (5, 60)), random.normal(20, 5, 5)
    hessian, slope = objective(donors, own)
    starts = [np.full(60, 1 / 60), np.eye(60)[seed], random.dirichlet(np.ones(60))]
    found = [polish(hessian, slope, start) for start in starts]
    for weights in found:
        assert weights == pytest.approx(found[0], abs=1e-7)
        assert weights.sum() == pytest.approx(1) and weights.min() >= 0 and (weights > 0).sum() <= 6
        gain = hessian @ weights + slope
        assert gain[weights > 0] == pytest.approx(gain.min(), abs=1e-6)
    spread = np.column_stack([donors, own]).std(axis=1, ddof=1)

    def loss(weights):
        far = (((donors - own[:, None]) / spread[:, None]) ** 2).sum(axis=0)
        return (((donors @ weights - own) / spread) ** 2).sum() + PENALTY * far @ weights

    assert all(loss(found[0]) <= loss(random.dirichlet(np.full(60, 0.1))) for _ in range(2000))


def test_estimates_do_not_depend_on_the_processor(shipped, shipped_records):
    """Another set of instructions for the same sums, and two threads, give the stored digits."""
    code = (
        "import json; from analytics.divide import causal; from analytics.divide.measures import Divide;"
        "from analytics.divide.panel_outcomes import make_sample, outcome_measure; counts = Divide.open().counts;"
        "sample = make_sample(counts, outcome_measure(counts, 'firm_only_share', None), 'balanced', 2019);"
        "print(json.dumps(causal.gsynth_record(causal.Task('firm_only_share', None, sample, 1000))))"
    )
    environment = {**os.environ, "OPENBLAS_CORETYPE": "Nehalem", "OMP_NUM_THREADS": "2"}
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
    name = {"metric": "firm_only_share", "tier": None, "sample": "balanced", "last_year": 2019}
    stored = [record for record in shipped_records["gsynth"] if name.items() <= record.items()]
    assert json.loads(done.stdout) == stored[0]


# -- the shipped numbers --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(shipped):
    return computed(shipped.counts)


@pytest.fixture(scope="module")
def shipped_records(shipped):
    return read_json(shipped.counts.folder / CAUSAL_FILE)


@pytest.mark.parametrize("metric, tier", OUTCOMES)
def test_shipped_regression_equals_the_pooled_difference(shipped, found, metric, tier):
    """The library's pooled regression and our own sums give the same number."""
    own = shipped.did(outcome_measure(shipped.counts, metric, tier))
    name = f"{metric}-{tier}" if tier else metric
    assert found.by_id[f"{name}_did_pooled.ai.2007-2011_2012-2021"].value == pytest.approx(own.value, abs=STORED)


@pytest.mark.parametrize("kind", ["balanced", "unbalanced", "two_year"])
def test_shipped_estimates_are_those_of_the_shipped_counts(shipped, shipped_records, kind):
    for record in shipped_records["gsynth"]:
        if (record["metric"], record["sample"], record["last_year"]) == ("firm_share", kind, 2021):
            panel = make_sample(shipped.counts, outcome_measure(shipped.counts, "firm_share", None), kind, 2021).panel
            validation = validate(panel, largest=causal.MOST_FACTORS)
            assert validation.best == record["factors"] and list(panel.treated_names) == record["treated"]
            for run in record["runs"]:
                assert estimate(panel, run["factors"]).att_avg == pytest.approx(run["att"]["value"], abs=STORED)
                assert validation.errors[run["factors"]] == pytest.approx(run["validation_error"], rel=1e-5)
            return
    pytest.fail(f"no record of {kind}")


def test_shipped_records_are_complete(shipped_records):
    assert shipped_records["draws"] == 1000 and shipped_records["missing"] == []
    assert len(shipped_records["gsynth"]) == len(OUTCOMES) * 3 * 2 and len(shipped_records["did"]) == len(OUTCOMES)
    for record in shipped_records["gsynth"]:
        most = {"balanced": 3, "unbalanced": 1, "two_year": 0}[record["sample"]]
        assert [run["factors"] for run in record["runs"]] + record["unsettled"] == list(range(most + 1))


def test_every_computed_figure_is_complete(found):
    for figure in found.figures:
        assert figure.label_ja and figure.definition_ja and figure.method_ja and figure.caveats_ja, figure.id
        assert not {"{", "}"} & set(figure.label_ja + figure.definition_ja + figure.method_ja + "".join(figure.caveats_ja)), (
            figure.id
        )
        assert "None" not in figure.label_ja + figure.definition_ja + figure.method_ja, figure.id
        assert figure.n > 0 and figure.source.file_hash and figure.slice["years"] == sorted(figure.slice["years"]), figure.id
        if figure.low is not None:
            assert figure.low <= figure.value <= figure.high, figure.id


def test_every_card_of_a_claim_names_its_parts(found):
    claims = [figure for figure in found.figures if figure.metric.startswith("claim_")]
    assert len(claims) == 5
    for claim in claims:
        assert {"claim_ja", "recount_ja", "reason_ja", "paper", "figures"} <= set(claim.parts)
        assert all(found.by_id[key].display in claim.parts["recount_ja"] for key in claim.parts["figures"])


# -- queries ------------------------------------------------------------------------------------------------------------------


def test_query_gives_years_or_the_whole(found):
    yearly = found.query("firm_share_gsynth", tuple(range(2012, 2022)))
    assert [figure.slice["years"] for figure in yearly] == [[year] for year in range(2012, 2022)]
    assert all("variant" not in figure.slice and "venue" not in figure.slice for figure in yearly)
    whole = found.query("firm_share_gsynth", whole=True)
    assert [figure.id for figure in whole] == ["firm_share_gsynth.ai.2012-2019", "firm_share_gsynth.ai.2012-2021"]
    assert found.query("firm_share_gsynth", whole=True, variant="unbalanced")[0].slice["variant"] == "unbalanced"
    assert found.query("firm_share_gsynth", venue="icml")[0].slice["venue"] == "icml"
    assert found.query("tier_share_did_fe", tier="1-50")[0].id == "tier_share-1-50_did_fe.ai.2007-2011_2012-2021"


def test_query_without_an_answer_says_so(found):
    with pytest.raises(UnknownName):
        found.query("firm_share_magic")
    with pytest.raises(NotInData):
        found.query("firm_share_gsynth", (2005,))
    with pytest.raises(NotInData):
        found.query("tier_share_gsynth")  # which tier?


def test_repeated_ids_are_refused(found):
    with pytest.raises(DataMissing, match="repeat"):
        Computed([found.figures[0], found.figures[0]])


def run(capsys, *arguments):
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_commands_print_figures(capsys):
    code, out, err = run(capsys, "query", "firm_share_gsynth", "--years", "2012-2021", "--json")
    assert code == 0 and err == "" and len(json.loads(out)["figures"]) == 10
    code, out, _ = run(capsys, "causal", "firm_share", "--json")
    shown = json.loads(out)["figures"]
    assert code == 0 and {"firm_share_did_pooled", "firm_share_did_fe", "firm_share_gsynth", "firm_share_synth"} <= {
        each["metric"] for each in shown
    }
    assert all("variant" not in each["slice"] for each in shown)
    code, out, _ = run(capsys, "causal", "tier_share", "--tier", "201-300", "--all", "--json")
    every = json.loads(out)["figures"]
    assert code == 0 and {each["slice"]["tier"] for each in every} == {"201-300"}
    assert {"factors-0", "factors-3", "nonparametric", "unbalanced", "two-year"} <= {
        each["slice"].get("variant") for each in every
    }
    code, out, _ = run(capsys, "causal")
    assert code == 0 and "claim_rise_start" in out and "ポイント" in out


@pytest.mark.parametrize(
    "arguments, code",
    [
        (("causal", "moon_share"), 2),
        (("query", "firm_share_gsynth", "--area", "non_ai"), 2),
        (("query", "firm_share_gsynth", "--country", "Japan"), 2),
        (("query", "firm_share_gsynth", "--statistic", "did"), 2),
        (("query", "firm_share", "--sector", "industry"), 2),
        (("query", "firm_share_gsynth", "--years", "2005"), 3),
        (("query", "firm_share_gsynth", "--years", "2021-2012"), 2),
    ],
)
def test_commands_refuse_with_a_reason(capsys, arguments, code):
    found, out, err = run(capsys, *arguments)
    assert found == code and out == "" and err
