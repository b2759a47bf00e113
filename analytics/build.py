"""`python -m analytics build`: raw records → the small files under analytics/data."""

import json
import os
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from analytics import provenance
from analytics.divide.concentration import build_errors
from analytics.divide.institutions import build_institutions
from analytics.divide.measures import Divide
from analytics.divide.panel import build_countries, build_panel
from analytics.divide.sources import read_raw

VENUE_COLUMNS = ["key", "name", "title", "is_ai", "field", "csrankings", "first_year", "last_year"]


def build(data: str | Path, out: str | Path = provenance.DATA_FOLDER) -> dict[str, int]:
    """Compute every shipped file from the raw records in `data` and put them into `out` at once.

    Returns file name → bytes. Raises SourceError for inputs that fail a check; `out` is then left as it was.
    """
    raw, out = read_raw(data), Path(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".build-", dir=out.parent))
    try:
        write_table(build_panel(raw), stage / "panel.parquet")
        write_table(build_countries(raw), stage / "countries.parquet")
        institutions, profiles = build_institutions(raw)
        write_table(institutions, stage / "institutions.parquet")
        write_table(profiles, stage / "profiles.parquet")
        write_venues(raw.venues, stage / "venues.json")
        facts = {"papers": len(raw.papers), "venues": len(raw.venues)}
        provenance.write_manifest(stage, raw.hashes, facts)
        derive(stage)
        provenance.write_manifest(stage, raw.hashes, facts)
        out.mkdir(exist_ok=True)
        # The manifest goes last: a build that is cut off here leaves files that the old manifest refuses.
        for file in sorted(stage.iterdir(), key=lambda file: (file.name == provenance.MANIFEST, file.name)):
            os.replace(file, out / file.name)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return {file.name: file.stat().st_size for file in sorted(out.iterdir())}


def derive(stage: Path) -> None:
    """Results that are computed from the staged counts as any reader would, because they take too long per question."""
    divide = Divide.open(stage)
    write_table(build_errors(divide), stage / "concentration.parquet")


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Parquet without pandas' own metadata of versions, so that a rebuild gives the same bytes."""
    table.to_parquet(path, index=False, compression="zstd")


def write_venues(venues: pd.DataFrame, path: Path) -> None:
    records = venues[VENUE_COLUMNS].sort_values("key").to_dict("records")
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
