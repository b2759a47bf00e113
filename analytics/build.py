"""`python -m analytics build`: raw records → the small files under analytics/data.

Two parts. The counts (papers by conference, year, group, institution and title words, and what is counted of AI models) come
from the raw records. The derived results (causal estimates and errors of concentration, both by bootstrap) come from the
counts alone and take minutes, so they are made only on request and have a manifest that names the counts they belong to.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from analytics import provenance
from analytics.divide.computed import CAUSAL_FILE, EPOCH_FILE, write_json
from analytics.divide.concentration import build_errors
from analytics.divide.gsynth_inference import DRAWS
from analytics.divide.institutions import build_institutions
from analytics.divide.measures import Divide
from analytics.divide.panel import build_countries, build_panel
from analytics.divide.sources import RawData, read_raw
from analytics.errors import DerivedMissing
from analytics.fresh.sources import FRESH_FILE, SEEDS_FILE
from analytics.resolve.tables import ALIASES_INPUT, DIRECTORY, LOOKUP
from analytics.text.build import TITLES_FILE, build_text

ERRORS_FILE = "concentration.parquet"
DERIVED_FILES = (CAUSAL_FILE, ERRORS_FILE)
OPTIONAL_FILES = (EPOCH_FILE, LOOKUP, DIRECTORY, SEEDS_FILE, FRESH_FILE)
VENUE_COLUMNS = ["key", "name", "title", "is_ai", "field", "csrankings", "first_year", "last_year"]


def build(
    data: str | Path, out: str | Path = provenance.DATA_FOLDER, everything: bool = False, draws: int = DRAWS
) -> dict[str, int]:
    """Compute the counts from the raw records in `data`, or with `everything` all files, and put them into `out` at once.

    Derived results that `out` already has are left there; readers refuse them when they belong to other counts. `draws` is
    the number of bootstrap panels behind each causal interval. Without Epoch AI's table in `data` there is no file of AI
    models, and without the aliases no resolver of affiliations. Returns file name → bytes of what was made. Raises
    SourceError for inputs that fail a check; `out` is then left as it was.
    """
    raw, out = read_raw(data), Path(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".build-", dir=out.parent))
    try:
        panel = build_panel(raw)
        write_table(panel, stage / "panel.parquet")
        write_table(build_text(raw, panel, stage), stage / TITLES_FILE)
        write_table(build_countries(raw), stage / "countries.parquet")
        institutions, profiles = build_institutions(raw)
        write_table(institutions, stage / "institutions.parquet")
        write_table(profiles, stage / "profiles.parquet")
        write_venues(raw.venues, stage / "venues.json")
        facts = {"papers": len(raw.papers), "venues": len(raw.venues)}
        inputs = raw.hashes | build_models(Path(data), stage) | build_resolver(Path(data), raw, stage)
        provenance.write_manifest(stage, inputs, facts)
        if everything:
            derive(stage, draws)
        sizes = {file.name: file.stat().st_size for file in sorted(stage.iterdir())}
        out.mkdir(exist_ok=True)
        for name in set(OPTIONAL_FILES) - set(sizes):
            (out / name).unlink(missing_ok=True)
        move_files(stage, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return sizes


def move_files(stage: Path, out: Path) -> None:
    """The manifests go last: a build that is cut off here leaves files that the old manifests refuse."""
    for file in sorted(stage.iterdir(), key=lambda file: (file.name in provenance.MANIFESTS, file.name)):
        os.replace(file, out / file.name)


def derive(stage: Path, draws: int, causal_file: Path | None = None) -> None:
    """Results that are computed from the staged counts as any reader would, because they take too long per question.

    `causal_file` holds causal estimates that are known to be those of the staged counts.
    """
    from analytics.divide import causal  # its libraries take seconds to import

    divide = Divide.open(stage)
    write_table(build_errors(divide), stage / ERRORS_FILE)
    if causal_file:
        shutil.copyfile(causal_file, stage / CAUSAL_FILE)
    else:
        write_json(causal.compute(divide.counts, draws), stage / CAUSAL_FILE)
    provenance.write_derived(stage, DERIVED_FILES)


def derived_state(folder: Path) -> str:
    """"current", "absent" or "outdated" (computed from other counts). Raises DataMissing for damaged files."""
    try:
        provenance.read_derived(folder, provenance.read_manifest(folder))
    except DerivedMissing:
        return "outdated" if (folder / provenance.DERIVED).exists() else "absent"
    return "current"


def build_models(data: Path, stage: Path) -> dict[str, str]:
    """Aggregates of Epoch AI's table, if `data` has it: the input's name → its hash, or nothing."""
    if not (data / provenance.EPOCH_INPUT).is_file():
        return {}
    from analytics.divide.epoch import read_models  # its libraries take seconds to import
    from analytics.divide.epoch_measures import aggregate

    models, digest = read_models(data)
    write_json(aggregate(models), stage / EPOCH_FILE)
    return {provenance.EPOCH_INPUT: digest}


def build_resolver(data: Path, raw: RawData, stage: Path) -> dict[str, str]:
    """The tables that read affiliation strings, if `data` has the aliases: the input's name → its hash, or nothing."""
    path = data / ALIASES_INPUT
    if not path.is_file():
        return {}
    from analytics.fresh.sources import build_seeds
    from analytics.resolve.tables import build_lookup, read_aliases

    lookup, directory = build_lookup(raw.affiliations, raw.institutions, read_aliases(path, raw.institutions))
    write_table(lookup, stage / LOOKUP)
    write_table(directory, stage / DIRECTORY)
    write_table(build_seeds(raw.papers), stage / SEEDS_FILE)
    return {ALIASES_INPUT: provenance.file_hash(path)}


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Parquet without pandas' own metadata of versions, so that a rebuild gives the same bytes."""
    table.to_parquet(path, index=False, compression="zstd")


def write_venues(venues: pd.DataFrame, path: Path) -> None:
    records = venues[VENUE_COLUMNS].sort_values("key").to_dict("records")
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
