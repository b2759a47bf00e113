"""`python -m analytics build`: raw records → the small files under analytics/data."""

import json
import os
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from analytics import provenance
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
        write_venues(raw.venues, stage / "venues.json")
        provenance.write_manifest(stage, raw.hashes, {"papers": len(raw.papers), "venues": len(raw.venues)})
        out.mkdir(exist_ok=True)
        for file in sorted(stage.iterdir()):
            os.replace(file, out / file.name)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return {file.name: file.stat().st_size for file in sorted(out.iterdir())}


def write_table(table: pd.DataFrame, path: Path) -> None:
    """Parquet without pandas' own metadata of versions, so that a rebuild gives the same bytes."""
    table.to_parquet(path, index=False, compression="zstd")


def write_venues(venues: pd.DataFrame, path: Path) -> None:
    records = venues[VENUE_COLUMNS].sort_values("key").to_dict("records")
    path.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
