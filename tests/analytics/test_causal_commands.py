"""Queries and commands for the numbers that are computed at build time."""

import json

import pytest

from analytics.__main__ import main
from analytics.divide.computed import Computed, computed
from analytics.errors import DataMissing, NotInData, UnknownName


@pytest.fixture(scope="module")
def found(shipped):
    return computed(shipped.counts)


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
