"""A raw data set small enough to count by hand, counts planted in memory, the shipped figures, and the real raw records."""

import os
from pathlib import Path

import pandas as pd
import pytest
from tiny_data import tiny_tables, write_raw

from analytics.build import build
from analytics.divide.measures import Divide
from analytics.divide.panel import GROUPS
from analytics.divide.store import Counts, Venue
from analytics.figure import Source

REPOSITORY = Path(__file__).parents[2]
SOURCE = Source("出典", "CC BY 4.0", "2025-04", "https://example.org/", "0" * 64)


@pytest.fixture
def tables():
    return tiny_tables()


@pytest.fixture
def write(tmp_path):
    """Write raw tables to a folder and give its path."""
    return lambda tables: write_raw(tmp_path / "raw", tables)


@pytest.fixture(scope="session")
def tiny_raw(tmp_path_factory):
    return write_raw(tmp_path_factory.mktemp("tiny"), tiny_tables())


@pytest.fixture(scope="session")
def tiny_built(tiny_raw, tmp_path_factory):
    """The tiny data set after a full build."""
    out = tmp_path_factory.mktemp("built") / "data"
    build(tiny_raw, out, everything=True)
    return out


@pytest.fixture(scope="session")
def tiny(tiny_built):
    return Divide.open(tiny_built)


@pytest.fixture(scope="session")
def shipped():
    """The figures of the repository."""
    return Divide.open()


@pytest.fixture
def planted(tmp_path):
    """Divide over counts given as rows {venue, year, known, <group>: papers, …}; venues starting with `x` are not AI."""

    def make(rows: list[dict], fields: dict[str, str] | None = None) -> Divide:
        panel = pd.DataFrame(rows).fillna(0)
        panel["papers"] = panel.known + panel.get("unknown", 0)
        panel["citations"] = 0
        panel["counts"] = panel.known >= 0.6 * panel.papers
        for group in GROUPS:
            panel[f"n_{group}"] = panel.get(group, 0)
            panel[f"f_{group}"] = panel.get(group, 0) / 2
            panel[f"c_{group}"] = 0
        venues = [
            Venue(key, key.upper(), key, not key.startswith("x"), (fields or {}).get(key, "ml"), True, 2007, 2021)
            for key in sorted(panel.venue.unique())
        ]
        one = [(venues[0].key, int(panel.year.min()), "Japan", 1, 1.0)]
        countries = pd.DataFrame(one, columns=["venue", "year", "country", "n", "f"])
        panel = panel.sort_values(["venue", "year"]).drop(columns=[name for name in panel if name in (*GROUPS, "unknown")])
        return Divide(Counts(panel, countries, venues, SOURCE, tmp_path))

    return make


@pytest.fixture(scope="session")
def raw_folder():
    """The real raw records: RASHINBAN_DATA, or ../shared/data beside the repository."""
    folder = Path(os.environ.get("RASHINBAN_DATA", REPOSITORY.parent / "shared" / "data"))
    if not (folder / "papers.parquet").is_file():
        pytest.skip(f"raw records are not at {folder}; set RASHINBAN_DATA to the folder that holds papers.parquet")
    return folder
