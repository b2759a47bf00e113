"""The shipped files: damage is noticed, and nothing is read that the manifest does not describe."""

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest

from analytics import provenance
from analytics.build import DERIVED_FILES, write_table
from analytics.divide.computed import computed
from analytics.divide.measures import Divide
from analytics.divide.store import load_counts
from analytics.errors import DataMissing
from analytics.text.figures import distinct_terms


@pytest.fixture
def copy(tiny_built, tmp_path):
    return shutil.copytree(tiny_built, tmp_path / "data")


def rewrite_manifest(folder):
    """A manifest that fits the files: what a build by another version of the code would leave."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    provenance.write_manifest(folder, manifest["inputs"], {"papers": manifest["papers"], "venues": manifest["venues"]})


FILES = ("panel.parquet", "countries.parquet", "institutions.parquet", "profiles.parquet", "titles.parquet", "venues.json")


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_is_noticed(name, copy):
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(bytes(content))
    with pytest.raises(DataMissing, match=rf"{name} is damaged"):
        load_counts(copy)


@pytest.mark.parametrize("name", FILES)
def test_absent_file_is_named(name, copy):
    (copy / name).unlink()
    with pytest.raises(DataMissing, match=rf"{name} is missing; restore it or run: python -m analytics build"):
        load_counts(copy)


@pytest.mark.parametrize("name", DERIVED_FILES)
def test_damage_of_a_result_is_noticed(name, copy):
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(bytes(content))
    with pytest.raises(DataMissing, match=rf"{name} is damaged"):
        computed(load_counts(copy))
    with pytest.raises(DataMissing, match=rf"{name} is damaged"):
        load_counts(copy).standard_errors  # noqa: B018 - reading is the point


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", '{"built_from": 1, "outputs": {}}'])
def test_unreadable_manifest_of_results_is_refused(text, copy):
    (copy / "derived.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataMissing, match=r"derived\.json cannot be read .* --all"):
        computed(load_counts(copy))


@pytest.mark.parametrize("text", ["", "{", "{}", "[]"])
def test_unreadable_manifest_is_refused(text, copy):
    (copy / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataMissing, match=r"manifest\.json cannot be read"):
        load_counts(copy)


def test_absent_folder_is_refused(tmp_path):
    with pytest.raises(DataMissing, match="manifest"):
        load_counts(tmp_path / "nowhere")


def test_panel_of_another_version_is_refused(copy):
    panel = pd.read_parquet(copy / "panel.parquet").drop(columns="n_strategy_alone")
    write_table(panel, copy / "panel.parquet")
    rewrite_manifest(copy)
    with pytest.raises(DataMissing, match="n_strategy_alone: built by another version"):
        load_counts(copy)


def test_venue_without_entry_is_refused(copy):
    venues = json.loads((copy / "venues.json").read_text(encoding="utf-8"))
    (copy / "venues.json").write_text(json.dumps(venues[1:]), encoding="utf-8")
    rewrite_manifest(copy)
    with pytest.raises(DataMissing, match="do not fit together"):
        load_counts(copy)


def test_institution_without_profile_is_refused_when_asked_for(copy):
    profiles = pd.read_parquet(copy / "profiles.parquet")
    write_table(profiles[profiles.id != "acme"], copy / "profiles.parquet")
    rewrite_manifest(copy)
    divide = Divide.open(copy)
    assert divide.share(divide.measure("firm_share"), [2007]).value == 75
    with pytest.raises(DataMissing, match=r"profiles\.parquet and institutions\.parquet do not fit"):
        divide.measure("institution_share", institution="acme")


def test_source_travels_with_every_figure(tiny, tiny_built):
    manifest = json.loads((tiny_built / "manifest.json").read_text(encoding="utf-8"))
    source = tiny.share(tiny.measure("firm_share"), [2007]).source
    assert source.file_hash == manifest["inputs"]["papers.parquet"]
    assert source.citation == provenance.CSMETRICS_CITATION
    assert source.snapshot == "2025-04"


def test_shared_arrays_cannot_be_written_to(tiny):
    members = tiny.counts.members(tiny.counts.slice(area="ai"))
    with pytest.raises(ValueError):
        members[0] = False


def test_warming_reads_every_table(shipped):
    """After it, no query opens a file: the same Divide over a folder that is gone."""
    fresh = Divide.open()
    fresh.warm()
    fresh.counts.folder = Path("/nowhere")
    assert fresh.share(fresh.measure("institution_share", institution="google"), [2021]).value > 0
    assert fresh.change(fresh.measure("top10_share"), [2012], [2019]).low is not None
    assert fresh.share(fresh.measure("dl_title_share"), [2021]).value > 0
    assert fresh.rank_institutions([2021], top=1) and distinct_terms(fresh.counts, "big_tech", "2017-2021")
    assert computed(fresh.counts).figures


def test_warming_does_without_derived_results(copy):
    (copy / provenance.DERIVED).unlink()
    divide = Divide.open(copy)
    divide.warm()
    assert divide.share(divide.measure("firm_share"), [2012]).n > 0
