"""The build: byte-identical, small, atomic, and the shipped files are the ones that the raw records give."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analytics import provenance
from analytics.__main__ import main
from analytics.build import DERIVED_FILES, build, derived_state, write_table
from analytics.divide.computed import computed
from analytics.divide.institutions import build_institutions
from analytics.divide.measures import Divide
from analytics.divide.panel import build_countries, build_panel
from analytics.divide.sources import read_raw
from analytics.errors import DerivedMissing, SourceError

REPOSITORY = Path(__file__).parents[2]


def contents(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_rebuild_is_byte_identical(hash_seed, tiny_raw, tiny_built, tmp_path):
    """Also in another process, whose sets come in another order."""
    command = [sys.executable, "-m", "analytics", "build", "--all", "--data", str(tiny_raw), "--out", str(tmp_path / "again")]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert contents(tmp_path / "again") == contents(tiny_built)


def test_rebuild_over_old_files_replaces_them_all(tiny_raw, tiny_built, tmp_path):
    out = tmp_path / "data"
    out.mkdir()
    (out / "panel.parquet").write_bytes(b"old")
    sizes = build(tiny_raw, out, everything=True)
    assert contents(out) == contents(tiny_built)
    assert sizes == {name: len(content) for name, content in contents(tiny_built).items()}
    assert [folder.name for folder in tmp_path.iterdir()] == ["data"]  # no staging folder is left


def test_failed_build_leaves_the_old_files(tables, write, tmp_path):
    tables["papers.parquet"].loc[0, "citations"] = -1
    out = tmp_path / "data"
    out.mkdir()
    (out / "panel.parquet").write_bytes(b"old")
    with pytest.raises(SourceError):
        build(write(tables), out)
    assert contents(out) == {"panel.parquet": b"old"}


def test_manifest_names_inputs_outputs_and_licence(tiny_built):
    manifest = json.loads((tiny_built / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["inputs"]) >= {"papers.parquet", "affiliation_map.parquet", "institutions.csv", "venues.csv"}
    derived = json.loads((tiny_built / "derived.json").read_text(encoding="utf-8"))
    assert set(derived["outputs"]) == set(DERIVED_FILES)
    assert set(manifest["outputs"]) == {file.name for file in tiny_built.iterdir()} - {"manifest.json", "derived.json", *DERIVED_FILES}
    assert derived["built_from"] == {name: manifest["outputs"][name] for name in derived["built_from"]}
    assert manifest["papers"] == 13
    assert "csmetrics.net" in manifest["source"]["citation"] and manifest["source"]["licence"] == "CC BY 4.0"


def test_counts_alone_are_those_of_the_whole_build_and_leave_its_results(tiny_raw, tiny_built, tmp_path):
    out = tmp_path / "data"
    assert set(build(tiny_raw, out)) == set(contents(tiny_built)) - {"derived.json", *DERIVED_FILES}
    assert {name: contents(tiny_built)[name] for name in contents(out)} == contents(out)
    assert derived_state(out) == "absent"
    shutil.copytree(tiny_built, out, dirs_exist_ok=True)
    build(tiny_raw, out)
    assert contents(out) == contents(tiny_built) and derived_state(out) == "current"


def test_results_of_other_counts_are_refused(tables, write, tiny_built, tmp_path):
    """The estimates of yesterday's papers are never shown beside today's counts; counts are answered without them."""
    out = shutil.copytree(tiny_built, tmp_path / "data")
    tables["papers.parquet"] = tables["papers.parquet"].drop(index=0)
    build(write(tables), out)
    assert derived_state(out) == "outdated"
    divide = Divide.open(out)
    assert divide.share(divide.measure("firm_share"), [2007]).value < 75
    assert divide.counts.standard_errors == {}
    with pytest.raises(DerivedMissing, match=r"derived\.json: computed from another institutions\.parquet, panel\.parquet"):
        computed(divide.counts)


@pytest.mark.parametrize("arguments, told", [([], "因果推定などはまだありません"), (["--all"], "この集計から計算したものです")])
def test_command_says_what_the_results_belong_to(arguments, told, tiny_raw, tmp_path, capsys):
    assert main(["build", "--data", str(tiny_raw), "--out", str(tmp_path / "data"), *arguments]) == 0
    out, err = capsys.readouterr()
    assert out == "" and told in err and "AIモデルの数字はありません" in err


def test_too_few_draws_are_refused_before_anything_is_built(tiny_raw, tmp_path, capsys):
    assert main(["build", "--data", str(tiny_raw), "--out", str(tmp_path / "data"), "--draws", "3"]) == 2
    assert "20以上にしてください（今は3）" in capsys.readouterr().err and not (tmp_path / "data").exists()


def test_shipped_results_belong_to_the_shipped_counts():
    assert derived_state(provenance.DATA_FOLDER) == "current"


def test_shipped_files_are_small():
    assert sum(file.stat().st_size for file in provenance.DATA_FOLDER.iterdir()) < 10_000_000


def test_shipped_counts_are_those_of_the_raw_records(raw_folder, tmp_path):
    """The same bytes for every table that is counted from the records; what derives from them is tested where it is made."""
    raw = read_raw(raw_folder)
    manifest = provenance.read_manifest(provenance.DATA_FOLDER)
    assert {name: manifest["inputs"][name] for name in raw.hashes} == raw.hashes
    institutions, profiles = build_institutions(raw)
    made = {"panel": build_panel(raw), "countries": build_countries(raw), "institutions": institutions, "profiles": profiles}
    for name, table in made.items():
        write_table(table, tmp_path / f"{name}.parquet")
        assert provenance.file_hash(tmp_path / f"{name}.parquet") == manifest["outputs"][f"{name}.parquet"], name
