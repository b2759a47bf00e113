"""The shipped causal estimates: those of the shipped counts, complete, and the same on another processor."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from causal_panels import STORED

from analytics.divide import causal
from analytics.divide.computed import CAUSAL_FILE, computed, read_json
from analytics.divide.factor_choice import validate
from analytics.divide.gsynth import estimate
from analytics.divide.panel_outcomes import OUTCOMES, make_sample, outcome_measure

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped_records(shipped):
    return read_json(shipped.counts.folder / CAUSAL_FILE)


@pytest.fixture(scope="module")
def found(shipped):
    return computed(shipped.counts)


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
            told = (record["factors"], record["cross_validated"], record["indicated"])
            assert (validation.best, validation.cross_validated, validation.indicated) == told and list(panel.treated_names) == record["treated"]
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
