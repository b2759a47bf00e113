"""The build: byte-identical, small, atomic, and the shipped files are the ones that the raw records give."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analytics import provenance
from analytics.build import build, write_table
from analytics.divide.institutions import build_institutions
from analytics.divide.panel import build_countries, build_panel
from analytics.divide.sources import read_raw
from analytics.errors import SourceError

REPOSITORY = Path(__file__).parents[2]


def contents(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_rebuild_is_byte_identical(hash_seed, tiny_raw, tiny_built, tmp_path):
    """Also in another process, whose sets come in another order."""
    command = [sys.executable, "-m", "analytics", "build", "--data", str(tiny_raw), "--out", str(tmp_path / "again")]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert contents(tmp_path / "again") == contents(tiny_built)


def test_rebuild_over_old_files_replaces_them_all(tiny_raw, tiny_built, tmp_path):
    out = tmp_path / "data"
    out.mkdir()
    (out / "panel.parquet").write_bytes(b"old")
    sizes = build(tiny_raw, out)
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
    assert set(manifest["outputs"]) == {file.name for file in tiny_built.iterdir()} - {"manifest.json"}
    assert manifest["papers"] == 13
    assert "csmetrics.net" in manifest["source"]["citation"] and manifest["source"]["licence"] == "CC BY 4.0"


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
