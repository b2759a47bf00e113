"""The command line's contract: exit codes, JSON alone on standard output, Japanese messages on standard error."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.__main__ import main
from analytics.divide.measures import Divide
from analytics.divide.store import load_counts

REPOSITORY = Path(__file__).parents[2]
FIELDS = {
    "id", "metric", "label_ja", "value", "unit", "period", "slice", "n", "definition_ja", "method_ja", "source", "low", "high",
    "caveats_ja", "parts", "display",
}  # fmt: skip


@pytest.fixture
def run(capsys):
    """Run the command line in this process: (exit code, standard output, standard error)."""

    def call(*arguments):
        try:
            code = main(list(arguments))
        except SystemExit as stop:  # argparse
            code = stop.code
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.mark.parametrize(
    "arguments, count",
    [
        ("query firm_share --area ai --years 2012-2021", 10),
        ("query firm_share --venue NIPS --years 2019", 1),
        ("query tier_share --tier 301-500 --years 2021", 1),
        ("query country_share --country 日本 --years 2021", 1),
        ("query institution_share --institution トヨタ --years 2021", 1),
        ("query citation_share --group big_tech --years 2021", 1),
        ("query top10_share --years 2021", 1),
        ("query hhi --area non_ai --statistic change", 1),
        ("query gini --statistic did", 1),
        ("query firm_share --statistic pooled", 1),
        ("query firm_share --statistic before_after", 1),
        ("query firm_share --statistic ratio", 1),
        ("rank institutions", 10),
        ("rank firms --years 2017-2021 --by papers --top 3", 3),
        ("rank universities --field vision --tier 1-50 --variant fractional", 10),
        ("rank institutions --sector government --country Japan --top 2", 2),
        ("rank venues --metric tier_share --tier 1-50 --top 4", 4),
        ("rank countries --venue cvpr", 10),
        ("rank firms --by rise --before 2007-2011 --after 2017-2021 --top 5", 5),
        ("rank countries --by fall --top 1", 1),
        ("rank groups --top 20", 12),
        ("robustness", 110),
    ],
)
def test_json_is_one_object_of_figures_and_nothing_else(arguments, count, run):
    code, out, err = run(*arguments.split(), "--json")
    assert (code, err) == (0, "")
    record = json.loads(out)
    assert set(record) == {"figures"}
    assert len(record["figures"]) == count
    for figure in record["figures"]:
        assert set(figure) == FIELDS
        assert isinstance(figure["value"], float)
        assert set(figure["slice"]) & {"area", "venue", "field"}
        assert set(figure["source"]) == {"citation", "licence", "snapshot", "url", "file_hash"}


def test_firms_and_universities_are_only_those(run, shipped):
    for what, sector in (("firms", "firm"), ("universities", "university")):
        found = json.loads(run("rank", what, "--top", "40", "--json")[1])["figures"]
        sectors = {shipped.counts.directory.profile(figure["slice"]["institution"]).sector for figure in found}
        assert (len(found), sectors) == (40, {sector})


def test_values_are_unrounded_percent(run):
    record = json.loads(run("query", "firm_share", "--years", "2021", "--json")[1])
    (figure,) = record["figures"]
    assert figure["value"] == 100 * figure["parts"]["numerator"] / figure["parts"]["denominator"]
    assert figure["display"] == f"{figure['value']:.1f}%"
    assert figure["slice"] == {"area": "ai", "years": [2021]}


def test_years_without_data_are_reported_beside_the_others(run):
    code, out, err = run("query", "firm_share", "--venue", "nips", "--years", "2018-2021", "--json")
    record = json.loads(out)
    assert code == 0
    assert [figure["slice"]["years"] for figure in record["figures"]] == [[2018], [2019]]
    assert [reason["reason"] for reason in record["missing"]] == ["no_papers", "no_papers"]
    assert "NeurIPSの2020年の論文が入っていません" in record["missing"][0]["message"]
    code, out, err = run("query", "firm_share", "--venue", "nips", "--years", "2018-2021")
    assert (code, len(out.splitlines()), len(err.splitlines())) == (0, 2, 2)


@pytest.mark.parametrize(
    "arguments, message",
    [
        ("query firm_share --years 2006", "2006年は対象外です"),
        ("query firm_share --years 2024", "2024年はまだデータにありません"),
        ("query firm_share --venue nips --years 2020", "NeurIPSの2020年の論文が入っていません"),
        ("query firm_share --venue icml --years 2022", "6割に満たない"),
        ("query elite_partner_ratio --venue wcci --years 2008", "当てはまる論文がありません"),
        ("query firm_share --statistic change --years 2015", "比べる2つの時期がない"),
        ("rank institutions --venue wcci --years 2012 --sector nonprofit", "当てはまる論文がありません"),
    ],
)
def test_not_in_the_data_is_exit_3_with_a_reason(arguments, message, run):
    code, out, err = run(*arguments.split(), "--json")
    assert (code, out) == (3, "")
    assert message in err


@pytest.mark.parametrize(
    "arguments",
    [
        "", "ask", "query", "query firmshare", "query firm_share --area europe", "query firm_share --venue nowhere",
        "query firm_share --area ai --venue nips", "query firm_share --years 2021-2012", "query firm_share --years 二千",
        "query tier_share", "query tier_share --tier 1-49", "query firm_share --tier 1-50", "query country_share --country 火星",
        "query institution_share --institution 火星大学", "query citation_share --group robots", "query firm_share --variant half",
        "query firm_share --statistic did --years 2010-2015",
        "query firm_share --statistic did --venue nips", "query citation_share --variant fractional",
        "rank", "rank planets", "rank firms --sector university", "rank venues --by papers", "rank institutions --metric gini",
        "rank institutions --before 2007", "rank groups --years 2021", "rank firms --by rise --years 2021", "rank firms --top 0",
        "rank firms --variant unknown_all", "rank countries --tier 1-50", "figures extra",
    ],
)  # fmt: skip
def test_wrong_usage_is_exit_2_and_says_something(arguments, run):
    code, out, err = run(*arguments.split())
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err


def test_unknown_names_are_listed_in_japanese(run):
    assert "「firmshare」という指標はありません。使える名前: firm_share" in run("query", "firmshare")[2]
    assert "「トヨダ」という機関はありません。似た名前も見つかりません。" in run(
        "query", "institution_share", "--institution", "トヨダ"
    )[2]


def test_broken_data_is_exit_1(run, tmp_path, monkeypatch):
    monkeypatch.setattr(Divide, "open", classmethod(lambda cls: cls(load_counts(tmp_path))))
    code, out, err = run("query", "firm_share", "--json")
    assert (code, out) == (1, "")
    assert "計算済みデータが読めません" in err


def test_broken_source_is_exit_1_and_leaves_the_data_as_they_were(run, tmp_path):
    kept = tmp_path / "out" / "panel.parquet"
    kept.parent.mkdir()
    kept.write_bytes(b"kept")
    code, out, err = run("build", "--data", str(tmp_path / "nothing"), "--out", str(kept.parent))
    assert (code, out) == (1, "")
    assert "元データの検査で問題が見つかりました" in err and "papers.parquet: file is missing" in err
    assert [file.name for file in kept.parent.iterdir()] == ["panel.parquet"]
    assert kept.read_bytes() == b"kept"


def test_figures_are_searched_by_every_word(run):
    code, out, _ = run("figures", "--search", "企業参加率 AI会議 の変化", "--json")
    found = json.loads(out)["figures"]
    assert code == 0 and found
    assert "firm_share_change.ai.2007_2021" in {figure["id"] for figure in found}
    assert all("企業参加率" in figure["label_ja"] and "変化" in figure["label_ja"] for figure in found)
    assert json.loads(run("figures", "--search", "存在しない語", "--json")[1]) == {"figures": []}


def test_robustness_table_has_a_line_a_headline(run):
    code, out, err = run("robustness")
    lines = out.splitlines()
    assert (code, err, len(lines)) == (0, "", 16)
    assert {len(line.split("\t")) for line in lines} == {9}


def test_module_runs_and_imports_no_heavy_library():
    """A cold command line must not pay for scipy, scikit-learn, torch or gradio."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "analytics", "query", "firm_share", "--years", "2021", "--json"],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["figures"][0]["id"] == "firm_share.ai.2021"
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "numpy" in imported
    assert not imported & {"scipy", "sklearn", "torch", "gradio", "statsmodels", "chromadb", "matplotlib"}
