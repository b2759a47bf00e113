"""Fresh papers counted and joined to the counts that are already there, venue-year by venue-year."""

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from analytics import provenance
from analytics.build import derive, derived_state, move_files, write_table, write_venues
from analytics.divide.computed import CAUSAL_FILE
from analytics.divide.gsynth_inference import DRAWS
from analytics.divide.institutions import PROFILE_COLUMNS, build_institutions
from analytics.divide.panel import build_countries, build_panel
from analytics.divide.sources import read_raw
from analytics.divide.store import MAIN_LAST
from analytics.errors import SourceError
from analytics.fresh.records import shipped_venues
from analytics.fresh.sources import FRESH_FILE
from analytics.resolve.tables import read_directory
from analytics.text.build import TITLES_FILE
from analytics.text.lexicon import shipped_lexicons
from analytics.text.titles import build_title_counts, read_titles

CELL = ["venue", "year"]


def count_fresh(raw_folder: Path) -> dict[str, pd.DataFrame]:
    """The tables by venue and year of a raw folder: file name → table. Raises SourceError."""
    raw = read_raw(raw_folder)
    panel = build_panel(raw)
    institutions, _ = build_institutions(raw)
    titles = build_title_counts(read_titles(raw, panel), shipped_lexicons())
    countries = build_countries(raw)
    return {"panel.parquet": panel, "countries.parquet": countries, "institutions.parquet": institutions, TITLES_FILE: titles}


def wanted_cells(base: pd.DataFrame, fresh: pd.DataFrame, replace: bool) -> list[tuple[str, int]]:
    """The (venue, year) to take: counted in the fresh panel and, without `replace`, not in the base."""
    counted = {(str(venue), int(year)) for venue, year in base.loc[base.counts, CELL].itertuples(index=False)}
    cells = [(str(venue), int(year)) for venue, year in fresh.loc[fresh.counts, CELL].itertuples(index=False)]
    return [cell for cell in cells if replace or cell not in counted]


def join_cells(base: pd.DataFrame, fresh: pd.DataFrame, cells: list[tuple[str, int]]) -> pd.DataFrame:
    """Base rows outside the cells and fresh rows inside, sorted by their key columns, with the base's types."""
    if set(base.columns) != set(fresh.columns):
        differing = sorted(set(base.columns) ^ set(fresh.columns))
        raise SourceError(f"fresh counts have other columns than the shipped ones: {differing[:5]}; rebuild the data")
    inside, kept = set(cells), []
    for table, wanted in ((base, False), (fresh[base.columns], True)):
        found = ((str(venue), int(year)) in inside for venue, year in zip(table.venue, table.year, strict=True))
        kept.append(table[np.fromiter(found, dtype=bool, count=len(table)) == wanted])
    keys = [name for name in ("venue", "year", "country", "institution") if name in base.columns]
    text = {name: str for name in keys if name != "year"}
    joined = pd.concat([table.astype(text) for table in kept], ignore_index=True).sort_values(keys, ignore_index=True)
    # A category of the base lacks the fresh names.
    return joined.astype({name: "category" if str(base[name].dtype) == "category" else base[name].dtype for name in base.columns})


def merge(
    base: Path, raw_folder: Path, out: Path, note: dict, replace: bool = False, draws: int = DRAWS
) -> list[tuple[str, int]]:
    """Join the papers in `raw_folder` to the counts in `base` and write the whole set to `out`, which may be `base`.

    note: coverage (one record a venue-year) and more, kept in fresh.json; its `citation` and `snapshot` are added to the
    source of every figure. draws: bootstrap panels, used when the main window changed. Returns the venue-years taken; when
    there are none `out` is left alone. Raises SourceError, DataMissing; `out` is then left as it was.
    """
    manifest = provenance.read_manifest(base)
    fresh = count_fresh(raw_folder)
    shipped = {name: pd.read_parquet(base / name) for name in fresh}
    cells = wanted_cells(shipped["panel.parquet"], fresh["panel.parquet"], replace)
    if not cells:
        return []
    out.parent.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".build-", dir=out.parent))
    try:
        for name in manifest["outputs"]:
            shutil.copyfile(base / name, stage / name)
        for name, table in fresh.items():
            write_table(join_cells(shipped[name], table, cells), stage / name)
        write_years_and_profiles(stage, cells)
        write_note(stage / FRESH_FILE, note, cells)
        record(stage, manifest, raw_folder, note)
        join_derived(base, stage, cells, draws)
        out.mkdir(parents=True, exist_ok=True)
        move_files(stage, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return cells


def join_derived(base: Path, stage: Path, cells: list[tuple[str, int]], draws: int) -> None:
    """Derived results of the joined counts, if `base` has its own: later years leave the causal estimates, which end with
    the main window, as they were."""
    if derived_state(base) != "current":
        return
    earlier = None if any(year <= MAIN_LAST for _, year in cells) else base / CAUSAL_FILE
    derive(stage, draws, earlier)


def write_years_and_profiles(stage: Path, cells: list[tuple[str, int]]) -> None:
    """Widen the conferences' years, and add the profile of every institution that has papers now."""
    venues = shipped_venues(stage)
    for venue, year in cells:
        row = venues.key == venue
        venues.loc[row, "first_year"] = venues.loc[row, "first_year"].clip(upper=year)
        venues.loc[row, "last_year"] = venues.loc[row, "last_year"].clip(lower=year)
    write_venues(venues, stage / "venues.json")
    named = set(pd.read_parquet(stage / "institutions.parquet", columns=["institution"]).institution.astype(str))
    profiles = pd.concat([pd.read_parquet(stage / "profiles.parquet"), read_directory(stage)[PROFILE_COLUMNS]])
    profiles = profiles.drop_duplicates("id")
    write_table(profiles[profiles.id.isin(named)].sort_values("id", ignore_index=True), stage / "profiles.parquet")


def write_note(path: Path, note: dict, cells: list[tuple[str, int]]) -> None:
    """What is known of the fresh venue-years, added to what an earlier update left."""
    earlier = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"coverage": [], "taken": []}
    told = {(line["venue"], line["year"]) for line in note["coverage"]}
    kept = [line for line in earlier["coverage"] if (line["venue"], line["year"]) not in told]
    taken = sorted({tuple(cell) for cell in earlier["taken"]} | set(cells))
    whole = note | {"coverage": kept + note["coverage"], "taken": taken}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def record(stage: Path, manifest: dict, raw_folder: Path, note: dict) -> None:
    """The manifest of the joined set: inputs and source of both."""
    old = manifest["source"]["citation"].partition("＋")[0]
    source = manifest["source"] | {"citation": f"{old}＋{note['citation']}", "snapshot": note["snapshot"]}
    papers = int(pd.read_parquet(stage / "panel.parquet", columns=["papers"]).papers.sum())
    inputs = manifest["inputs"] | {"fresh/papers.parquet": provenance.file_hash(raw_folder / "papers.parquet")}
    provenance.write_manifest(stage, inputs, {"papers": papers, "venues": manifest["venues"], "source": source})
